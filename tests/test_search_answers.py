"""What the search tells in a real browser: suggestions, nothing found, failure, and what the ear hears."""

from __future__ import annotations

import pytest
from conftest import Visitor

from tests.search.box import (
    FIELD,
    LANGUAGES,
    RESULT,
    SCREENS,
    expect,
    part,
    root,
    search,
    visit,
    wait_for_address,
    words,
)

pytestmark = pytest.mark.browser


# Suggestions, nothing found, no search


@LANGUAGES
def test_a_suggestion_fills_the_box(visitor: Visitor, language: str):
    page = search(visitor, "ขยะ", where=f"{root(language)}glossary/")
    offered = page.get_by_role("list", name=words("search-try", language)).get_by_role("listitem")
    expect(offered).to_have_text(["ขยะอินทรีย์", "ธนาคารขยะ", "city data"])
    assert offered.locator("button").evaluate_all("all => all.map((b) => b.lang)") == ["th", "th", "en"]
    offered.locator("button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("ธนาคารขยะ")
    expect(page.locator(FIELD)).to_be_focused()
    expect(offered).to_have_text(["ขยะอินทรีย์", "city data"])
    wait_for_address(page, "ธนาคารขยะ")


@LANGUAGES
@SCREENS
def test_where_nothing_is_found_there_is_help(visitor: Visitor, viewport: dict[str, int], language: str):
    page = visit(visitor, f"{root(language)}glossary/?q=zzขาะ&base=bcg", viewport=viewport)
    expect(part(page, "status")).to_have_text(words("search-none", language).format("zzขาะ"))
    links = part(page, "none").locator("a").evaluate_all("links => links.map((a) => a.href)")
    assert len(links) == 6
    for link in links:
        assert link.startswith(visitor.address + root(language))
        assert page.request.get(link).status == 200, link
    near = page.get_by_role("list", name=words("search-nearest", language))
    expect(near.get_by_role("button").first).to_have_text("ขยะ")
    part(page, "unfilter").click()
    expect(part(page, "unfilter")).to_be_hidden()
    near.get_by_role("button").first.click()
    expect(page.locator(RESULT).first).to_be_visible()
    expect(part(page, "none")).to_be_hidden()


@LANGUAGES
def test_a_broken_search_says_so(visitor: Visitor, language: str):
    page = search(visitor, "broken", where=f"{root(language)}glossary/")
    expect(part(page, "status")).to_have_text(words("search-failed", language))
    assert part(page, "failed").locator("a").get_attribute("href").endswith("site-map/")
    expect(page.locator(RESULT).first).to_be_hidden()
    page.locator(FIELD).fill("ขยะ")
    expect(page.locator(RESULT).first).to_be_visible()
    expect(part(page, "failed")).to_be_hidden()


def test_trying_again_starts_anew_with_the_newest_list_of_indexes(visitor: Visitor):
    page = search(visitor, "broken", where="glossary/")
    expect(part(page, "failed")).to_be_visible()
    visitor.asked.clear()
    with page.expect_event("load"):  # a change of the address alone would count as a navigation
        part(page, "retry").click()
    expect(page.locator(FIELD)).to_have_value("broken")
    lists = [place for place, url in enumerate(visitor.asked) if url.endswith("search/search_index.json")]
    pages = [place for place, url in enumerate(visitor.asked) if "/glossary/" in url]
    assert lists[0] < pages[0], "fetched before the page is loaded again"


def test_a_silent_search_says_so_in_time(visitor: Visitor):
    page = visit(visitor, "404.html")
    page.clock.install()
    page.goto(visitor.address + "glossary/")
    page.click(FIELD)
    expect(part(page, "panel")).to_be_visible()
    page.clock.run_for(1000)
    page.keyboard.type("silent")
    page.clock.run_for(1000)
    expect(part(page, "status")).to_have_text(words("search-searching"))
    page.clock.run_for(8000)
    expect(part(page, "status")).to_have_text(words("search-failed"))
    page.locator(FIELD).fill("one")
    page.clock.run_for(100)
    expect(part(page, "status")).to_have_text("พบ 1 หน้า")


def test_a_search_that_never_starts_says_so(visitor: Visitor):
    page = visit(visitor, "404.html")
    page.context.route("**/search_index*", lambda route: None)  # never answered
    page.clock.install()
    page.goto(visitor.address + "glossary/")
    page.click(FIELD)
    expect(part(page, "panel")).to_be_visible()
    page.clock.run_for(1000)
    expect(part(page, "status")).to_have_text(words("search-preparing"))
    page.clock.run_for(9000)
    expect(part(page, "status")).to_have_text(words("search-failed"))


def test_the_second_answer_adds_the_other_language(visitor: Visitor):
    page = search(visitor, "slow")
    expect(part(page, "status")).to_have_text(f"พบ 39 หน้า · {words('search-coming')}")
    expect(part(page, "status")).to_have_text("พบ 48 หน้า")


def test_more_is_found_than_shown(visitor: Visitor):
    page = search(visitor, "many")
    expect(part(page, "status")).to_have_text(f"พบ 148 หน้า · {words('search-shown').format(48)}")


# For the ear


def test_each_answer_is_said_once(visitor: Visitor):
    page = visit(visitor, "glossary/")
    page.evaluate(
        """() => { window.said = []; const live = document.querySelector("[data-search=live]");
            new MutationObserver(() => window.said.push(live.textContent.trim())).observe(live, {childList: true}); }"""
    )
    page.click(FIELD)
    page.wait_for_timeout(1000)
    page.keyboard.type("slow", delay=30)
    page.wait_for_timeout(2500)
    page.locator(FIELD).fill("ขยะ")
    page.wait_for_timeout(1000)
    page.locator(FIELD).fill("zz")
    page.wait_for_timeout(1000)
    none = words("search-none").format("zz")
    assert page.evaluate("said") == ["พิมพ์คำที่ต้องการค้นหา", "พบ 48 หน้า", "พบ 48 หน้า", none]


@LANGUAGES
def test_names_and_roles(visitor: Visitor, language: str):
    page = visit(visitor, f"{root(language)}?q=ขยะ")
    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.get_by_role("dialog", name="ค้นหา" if language == "th" else "Search")).to_be_visible()
    expect(page.locator(".md-search-result__list")).to_have_role("list")
    landmarks = page.get_by_role("search").evaluate_all("all => all.map((e) => e.ariaLabel)")
    assert len(set(landmarks)) == len(landmarks) == 2
    part(page, "toggle").click()
    for key in ("search-base", "search-kind", "search-province"):
        expect(page.get_by_role("list", name=words(key, language))).to_be_visible()
    english = page.locator(".search-language").first
    expect(english).to_have_attribute("lang", "en")
    hues = page.locator(".search-kind").evaluate_all("all => all.map((e) => getComputedStyle(e).color)")
    assert len(set(hues)) == 4, "one hue a base"
