"""The switch of languages keeps the section, the search with its filters, and the view of both languages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import DESK, PHONE, Visitor
from tests.test_browser import CASE, LIBRARY, MODULE, in_language, in_sight, press_until

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser
expect = playwright.expect

LANGUAGES = list(LIBRARY.languages)
SWITCH = ".language-switch__link"
SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


def scroll_to(page: Any, selector: str, above: int = 90) -> None:
    """Scroll so that an element stands a little below the header."""
    page.evaluate(
        "([s, y]) => scrollBy(0, document.querySelector(s).getBoundingClientRect().top - y)", [selector, above]
    )


def offered(page: Any) -> str:
    """Where the switch leads a reader who is about to use it; an address without its origin."""
    page.wait_for_load_state("load")
    page.locator(SWITCH).blur()
    page.locator(SWITCH).focus()
    return str(page.locator(SWITCH).evaluate("a => a.pathname.split('/library/')[1] + a.search + a.hash"))


@SCREENS
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_is_kept(visitor: Visitor, language: str, viewport: dict[str, int]):
    page = visitor.open(in_language(language, CASE), viewport=viewport)
    other = next(each for each in LANGUAGES if each != language)
    scroll_to(page, "#money")
    page.locator(SWITCH).click()
    page.wait_for_url("**#money")
    assert page.url == f"{visitor.address}{in_language(other, CASE)}#money"
    assert page.evaluate("document.documentElement.lang") == other
    assert in_sight(page, page.locator("#money"))
    scroll_to(page, "#results", above=5)  # under the header, its text is read
    page.locator(SWITCH).click()
    page.wait_for_url("**#results")
    assert in_sight(page, page.locator("#results"))
    assert visitor.complaints == []


def test_at_the_top_there_is_no_section(visitor: Visitor):
    page = visitor.open(CASE)
    assert offered(page) == in_language("en", CASE)
    scroll_to(page, "#money")
    assert offered(page) == in_language("en", CASE) + "#money"
    page.evaluate("scrollTo(0, 0)")
    assert offered(page) == in_language("en", CASE)


@SCREENS
def test_a_section_counts_from_the_upper_third_of_the_screen(visitor: Visitor, viewport: dict[str, int]):
    page = visitor.open(CASE, viewport=viewport)
    scroll_to(page, "#money", above=viewport["height"] // 3 + 20)
    assert offered(page).endswith("#partners")
    scroll_to(page, "#money", above=viewport["height"] // 3 - 20)
    assert offered(page).endswith("#money")


def test_the_address_counts_while_it_is_looked_at(visitor: Visitor):
    page = visitor.open(f"{CASE}#ref-3")
    assert offered(page).endswith("#ref-3"), "its section begins above, but this is what the address names"
    scroll_to(page, "#context")
    assert offered(page).endswith("#context")


def test_what_is_counted_on_each_page_is_not_carried(visitor: Visitor):
    page = visitor.open(CASE)
    mark = page.locator(".page h2 ~ p [id^=cite-]").first.get_attribute("id")
    page.goto(f"{visitor.address}{CASE}#{mark}")
    assert "#" in offered(page)
    assert not offered(page).endswith(f"#{mark}")
    page.goto(f"{visitor.address}glossary/#letter-29")
    assert page.locator(":target").count() == 1
    assert offered(page).startswith("en/glossary/#")
    assert "letter-" not in offered(page)
    page = visitor.open(f"{CASE}#page")
    assert offered(page) == in_language("en", CASE)


def test_a_term_is_kept_though_the_alphabet_is_another(visitor: Visitor):
    page = visitor.open("glossary/#user-fee")
    page.locator(SWITCH).click()
    page.wait_for_url("**/en/glossary/#user-fee")
    assert in_sight(page, page.locator("#user-fee"))
    page = visitor.open("glossary/")
    scroll_to(page, "#user-fee", above=280)
    assert offered(page) == "en/glossary/#user-fee"


def test_a_section_that_is_not_there_does_no_harm(visitor: Visitor):
    page = visitor.open(CASE)
    page.locator("#money").evaluate("e => (e.id = 'of-this-page-alone')")
    scroll_to(page, "#of-this-page-alone")
    page.locator(SWITCH).click()
    page.wait_for_url("**#of-this-page-alone")
    assert page.evaluate("scrollY") == 0
    assert page.locator("h1").is_visible()
    assert visitor.complaints == []


def test_search_and_filters_are_carried_but_not_the_marks(visitor: Visitor):
    page = visitor.open("?q=city&base=bcg&base=digital&kind=case")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=15_000)
    expect(page.locator("[data-search=chosen] button").first).to_be_visible(timeout=15_000)
    page.wait_for_url("**/library/?q=city&base=bcg&base=digital&kind=case")
    press_until(page, "Shift+Tab", SWITCH)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/?q=city&base=bcg&base=digital&kind=case")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=15_000)
    page = visitor.open(f"{CASE}?h=เทศบาล#money")
    assert offered(page) == in_language("en", CASE) + "#money"
    page = visitor.open(f"{CASE}?x=1&h=เทศบาล&y")
    assert offered(page) == in_language("en", CASE) + "?x=1&y="


def test_it_is_renewed_for_every_way_of_following(visitor: Visitor):
    page = visitor.open(CASE, viewport=DESK)
    page.locator(SWITCH).focus()
    scroll_to(page, "#money")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/{CASE}#money")
    scroll_to(page, "#results")
    for way in ({"button": "middle"}, {"modifiers": ["ControlOrMeta"]}):
        with page.context.expect_page() as opened:
            page.locator(SWITCH).click(**way)
        opened.value.wait_for_load_state()
        assert opened.value.url == f"{visitor.address}{CASE}#results"
        opened.value.close()
    assert page.url == f"{visitor.address}en/{CASE}#money", "this window stays"


@SCREENS
def test_both_languages_stay_beside_each_other(visitor: Visitor, viewport: dict[str, int]):
    bar = ".both-bar[data-state=shown]"
    page = visitor.open(f"{CASE}?both#money", viewport=viewport)
    expect(page.locator(bar)).to_be_visible(timeout=15_000)
    page.locator(SWITCH).click()
    page.wait_for_url(f"**/en/{CASE}?both#money")
    expect(page.locator(bar)).to_be_visible(timeout=15_000)
    assert page.locator(".pair__side").first.get_attribute("lang") == "en"
    assert in_sight(page, page.locator("#money"))
    page = visitor.open(f"{CASE}?both=en", viewport=viewport)
    expect(page.locator(bar)).to_be_visible(timeout=15_000)
    assert offered(page) == f"en/{CASE}?both=th"
    page.evaluate("document.getElementById('money--en').scrollIntoView()")
    assert offered(page).endswith("?both=th#money"), "a section of the copy by the name it has on its own page"


def test_without_scripts_it_is_a_plain_link(visitor: Visitor):
    page = visitor.browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{visitor.address}{MODULE}?q=x#idea")
    page.locator(SWITCH).click()
    page.wait_for_load_state()
    assert page.url == visitor.address + in_language("en", MODULE)
