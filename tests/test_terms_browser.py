"""The note of a glossary word in a real browser: pointer, keyboard, finger, large text, paper, no script."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import DESK, PHONE, Visitor

from tests.test_axe import MENU, faults

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser
expect = playwright.expect

PAGE = "curriculum/finance/choosing-a-vehicle/"
WORD, NOTE = "a.term", ".term-note"
WITHIN = """() => {
  const note = [...document.querySelectorAll(".term-note")].find((note) => note.offsetHeight);
  const box = note.getBoundingClientRect(), header = document.querySelector(".md-header").getBoundingClientRect();
  return {left: box.left >= 0, right: box.right <= document.documentElement.clientWidth,
          top: box.top >= Math.min(header.bottom, 0), bottom: box.bottom <= innerHeight + 1,
          narrow: document.documentElement.scrollWidth <= innerWidth};
}"""


def visit(visitor: Visitor, where: str = PAGE, **settings: Any) -> Any:
    """A page, and its notes."""
    page = visitor.open(where, **settings)
    assert page.locator(WORD).count() > 5
    expect(page.locator(f"{NOTE}:visible")).to_have_count(0)
    return page


def note_of(page: Any, word: Any) -> Any:
    """The note that describes a word."""
    return page.locator(f"#{word.get_attribute('aria-describedby')}")


def middle(page: Any, place: int = 3) -> Any:
    """A word, in the middle of the screen."""
    word = page.locator(WORD).nth(place)
    word.evaluate("word => word.scrollIntoView({block: 'center'})")
    return word


def test_the_pointer_opens_a_note_and_may_move_onto_it(visitor: Visitor):
    page = visit(visitor)
    word, note = middle(page), note_of(page, middle(page))
    word.hover()
    expect(note).to_be_visible()
    assert all(page.evaluate(WITHIN).values())
    note.locator("p").first.hover()
    page.wait_for_timeout(500)
    expect(note).to_be_visible()
    page.mouse.move(5, 300)
    expect(note).to_be_hidden()
    word.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    assert visitor.complaints == []


def test_the_focus_opens_a_note_and_escape_closes_it(visitor: Visitor):
    page = visit(visitor, "en/" + PAGE)
    word, note = middle(page), note_of(page, middle(page))
    page.keyboard.press("Tab")  # from now on the focus is seen
    word.focus()
    expect(note).to_be_visible()
    expect(word).to_have_accessible_description(note.inner_text().replace("\n\n", " ").replace("\n", " "))
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()
    entry = word.get_attribute("href").split("#")[1]
    word.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/glossary/#{entry}")


def test_the_first_tap_opens_a_note_and_the_second_goes_there(visitor: Visitor):
    page = visit(visitor, viewport=PHONE, has_touch=True, is_mobile=True)
    word, note = middle(page), note_of(page, middle(page))
    entry = word.get_attribute("href").split("#")[1]
    word.tap()
    expect(note).to_be_visible()
    assert all(page.evaluate(WITHIN).values())
    assert PAGE in page.url and "#" not in page.url
    other = page.locator(WORD).nth(4)
    page.touchscreen.tap(5, 600)
    expect(note).to_be_hidden()
    other.tap()
    expect(note_of(page, other)).to_be_visible()
    page.evaluate("scrollBy(0, 1)")
    word.tap()
    expect(page.locator(f"{NOTE}:visible")).to_have_count(1)
    expect(note).to_be_visible()
    word.tap()
    page.wait_for_url(f"**/glossary/#{entry}")
    page.go_back()
    word.tap()
    note.get_by_role("link").tap()
    page.wait_for_url(f"**/glossary/#{entry}")


@pytest.mark.parametrize(("where", "size"), [(PAGE, PHONE), ("en/" + PAGE, PHONE), (PAGE, DESK)])
def test_no_note_reaches_beyond_the_screen_also_in_large_text(visitor: Visitor, where: str, size: dict[str, int]):
    page = visit(visitor, where, viewport=size)
    for factor in (1, 2):
        page.evaluate("f => document.documentElement.style.fontSize = `${20 * f}px`", factor)
        page.keyboard.press("Tab")
        for place in (0, 5, -1):
            word = page.locator(WORD).nth(place)
            for block in ("start", "end"):
                word.evaluate("(word, block) => { word.blur(); word.scrollIntoView({block}); }", block)
                word.evaluate("word => word.focus({preventScroll: true})")
                expect(note_of(page, word)).to_be_visible()
                found = page.evaluate(WITHIN)
                assert found["left"] and found["right"] and found["narrow"], (factor, place, block, found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", [PAGE, "en/case-studies/rayong-biogas/"])
def test_axe_finds_no_fault_in_an_open_note(visitor: Visitor, where: str, scheme: str):
    page = visit(visitor, where, viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    word = middle(page)
    page.keyboard.press("Tab")
    word.focus()
    expect(note_of(page, word)).to_be_visible()
    assert faults(page, MENU) == []


def test_paper_has_no_notes(visitor: Visitor):
    page = visit(visitor)
    middle(page).hover()
    expect(page.locator(f"{NOTE}:visible")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(f"{NOTE}:visible")).to_have_count(0)
    assert page.locator(WORD).first.evaluate("word => getComputedStyle(word).textDecorationLine") == "none"


def test_without_scripts_a_word_is_a_plain_link(visitor: Visitor):
    page = visit(visitor, java_script_enabled=False)
    word = page.locator(WORD).nth(3)
    entry = word.get_attribute("href").split("#")[1]
    word.click()
    assert page.url == f"{visitor.address}glossary/#{entry}"
    assert page.locator(f"article#{entry}").is_visible()
