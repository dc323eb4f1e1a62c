"""The built site in a real browser: phone and desk, both languages, keyboard, large text, dark scheme, paper.

Playwright drives the system's Chromium (CDE_CHROMIUM, or what dev_machine finds), which asks for nothing but the site.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import DESK, PHONE, ROOT, Visitor

from cde import layout
from cde.checking import check_repository

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

LIBRARY, _ = check_repository(ROOT)
MODULE = layout.site_path(LIBRARY.published_modules()[0].path + "/") if LIBRARY.published_modules() else ""
CASE = "case-studies/khon-kaen-transit-spv/"
PAGES = {"home": "", "module": MODULE, "case": CASE, "glossary": "glossary/", "translation": "translation/"}


def in_language(language: str, where: str) -> str:
    """The address of a page in a language."""
    return where if language == layout.LANGUAGES[0] else f"{language}/{where}"


def narrow(page: Any, screen: dict[str, int]) -> bool:
    """True where a page needs no scrolling sideways, once menus have moved to where they belong."""
    try:
        page.wait_for_function("w => document.documentElement.scrollWidth <= w", arg=screen["width"], timeout=2000)
    except playwright.TimeoutError:
        return False
    return True


def words(key: str, language: str) -> str:
    """A word of the interface."""
    return LIBRARY.strings[key][language]


# Every kind of page, on a phone and on a desk

MAIN_TEXT = """() => {
  const sizes = new Map();
  const walker = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    if (!text.data.trim() || element.closest("sup")) continue;
    if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const style = getComputedStyle(element);
    const key = [style.fontSize, style.lineHeight, style.fontFamily].join("|");
    sizes.set(key, (sizes.get(key) || 0) + text.data.trim().length);
  }
  const [key, letters] = [...sizes].sort((a, b) => b[1] - a[1])[0] || ["0|0|none", 0];
  const [size, line, family] = key.split("|");
  return {size: parseFloat(size), line: parseFloat(line), family, letters,
          smallest: Math.min(...[...sizes.keys()].map(parseFloat))};
}"""
"""How most letters of the page are set, and the size of the smallest; marks of citations left out."""


@pytest.mark.parametrize("language", layout.LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_whole_and_asks_nobody_else(visitor: Visitor, kind: str, language: str):
    page = visitor.open(in_language(language, PAGES[kind]), viewport=PHONE)
    assert page.evaluate("document.documentElement.lang") == language
    for screen in (PHONE, DESK):
        page.set_viewport_size(screen)
        assert narrow(page, screen), f"wider than {screen}"
        assert page.locator("h1").first.is_visible()
        text = page.evaluate(MAIN_TEXT)
        assert text["letters"] > 100, f"hardly any text is visible: {text}"
        assert re.match(r"[\"']?Sarabun\b", text["family"]), text
        assert text["size"] >= 17, text
        assert text["line"] + 0.01 >= 1.6 * text["size"], text
        assert text["smallest"] >= 12, text
    page.wait_for_load_state("networkidle")
    assert visitor.asked[0] == visitor.address + in_language(language, PAGES[kind])
    assert visitor.elsewhere == [], f"all that was asked: {visitor.asked}"
    assert visitor.complaints == []


@pytest.mark.parametrize("language", layout.LANGUAGES)
def test_the_font_is_loaded(visitor: Visitor, language: str):
    page = visitor.open(in_language(language, MODULE))
    # document.fonts.check alone would not do: it says yes to a font that nobody declared.
    faces = page.evaluate(
        "[...document.fonts].filter(f => /Sarabun/.test(f.family)).map(f => `${f.weight} ${f.status}`)"
    )
    assert {"400 loaded", "700 loaded"} <= set(faces), faces
    assert page.evaluate("['16px Sarabun', 'bold 16px Sarabun'].every(f => document.fonts.check(f, 'กขAb๑'))")


@pytest.mark.parametrize("kind", ["home", "module"])
def test_the_language_switch_keeps_the_page(visitor: Visitor, kind: str):
    page = visitor.open(PAGES[kind], viewport=PHONE)
    for language in reversed(layout.LANGUAGES):
        page.locator(".language-switch__link").click()
        page.wait_for_load_state()
        assert page.url == visitor.address + in_language(language, PAGES[kind])
        assert page.evaluate("document.documentElement.lang") == language


def test_an_address_that_does_not_exist_helps_in_both_languages(visitor: Visitor):
    for where in ("no/such/page/", "en/no-such-page"):
        page = visitor.open(where, viewport=PHONE)
        for language in layout.LANGUAGES:
            heading = page.get_by_role("heading", name=words("not-found", language))
            assert heading.is_visible()
            assert heading.evaluate("h => h.closest('[lang]').lang") == language
        assert narrow(page, PHONE)
        links = page.locator("main a").evaluate_all("links => links.map(a => a.href)")
        assert len(links) >= 2 * len(layout.LANGUAGES)
        for link in links:
            assert page.request.get(link).status == 200, link
    assert visitor.elsewhere == []
    page.locator("main a").first.click()
    page.wait_for_load_state()
    assert page.url == visitor.address


# By keyboard alone


def focused(page: Any) -> Any:
    """The element that has the focus."""
    return page.evaluate_handle("document.activeElement")


def press_until(page: Any, key: str, selector: str, times: int = 60) -> None:
    """Press a key until the focus is on what a selector names."""
    for _ in range(times):
        page.keyboard.press(key)
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} has not got the focus after {times} × {key}")


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_tab_skips_to_the_text(visitor: Visitor, kind: str):
    page = visitor.open(PAGES[kind])
    page.keyboard.press("Tab")
    skip = focused(page)
    assert "md-skip" in skip.get_attribute("class")
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    box = skip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 40, "the skip link is not seen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target') && !!document.querySelector(':target').closest('main')")
    page.keyboard.press("Tab")
    assert focused(page).evaluate("e => !!e.closest('main .md-content')"), "the next Tab is within the text"


SETTLED = """() => new Promise((done) => {
  let quiet = setTimeout(done, 700);
  const again = () => { clearTimeout(quiet); quiet = setTimeout(done, 700); };
  new MutationObserver(again).observe(document.querySelector(".md-search-result__list"), {childList: true});
})"""
"""Ends when the list of results has been still for a while: the answer to all letters replaces earlier ones."""


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_search_opens_and_closes_by_keyboard(visitor: Visitor, viewport: dict[str, int]):
    page = visitor.open("en/glossary/", viewport=viewport)
    field_of_search = page.locator(".md-search__input")
    page.keyboard.press("/")
    playwright.expect(field_of_search).to_be_focused()
    page.keyboard.type("municipality")
    results = page.locator(".md-search-result__item")
    playwright.expect(results.first).to_be_visible()
    page.evaluate(SETTLED)
    page.keyboard.press("ArrowDown")
    assert focused(page).evaluate("e => e.matches('.md-search-result__link')")
    page.keyboard.press("Escape")
    playwright.expect(page.locator("#__search")).not_to_be_checked()
    playwright.expect(results.first).not_to_be_visible()
    assert page.url == visitor.address + "en/glossary/"
    assert visitor.elsewhere == []


@pytest.mark.parametrize("language", layout.LANGUAGES)
def test_the_answers_of_the_quiz_open_by_keyboard(visitor: Visitor, language: str):
    page = visitor.open(in_language(language, MODULE) + "#check", viewport=PHONE)
    press_until(page, "Tab", ".quiz summary")
    answers = page.locator(".quiz details").first
    explanation = answers.locator(".why").first
    assert not explanation.is_visible()
    outline = focused(page).evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow")
    assert outline != "nonenone", "the focus is not seen"
    page.keyboard.press("Enter")
    playwright.expect(explanation).to_be_visible()
    marked = [item.inner_text() for item in answers.locator("li").all()]
    for key, right in (("right", "yes"), ("wrong", "no")):
        count = sum(text.startswith(words(key, language)) for text in marked)
        assert count == answers.locator(f'li[data-right="{right}"]').count()
    page.keyboard.press("Enter")
    playwright.expect(explanation).not_to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_citation_jumps_to_its_reference_and_back(visitor: Visitor, viewport: dict[str, int]):
    page = visitor.open(f"en/{CASE}", viewport=viewport)
    mark = page.locator("main sup.cite a").last
    reference = page.locator(f"#{mark.get_attribute('href').removeprefix('#')}")
    mark.focus()
    page.keyboard.press("Enter")
    assert in_sight(page, reference), "the reference is not on the screen, or lies under the header"
    back = reference.locator("a.back").first
    back.focus()
    page.keyboard.press("Enter")
    assert in_sight(page, page.locator(f"#{back.get_attribute('href').removeprefix('#')}"))


def in_sight(page: Any, element: Any) -> bool:
    """True where the top of an element comes to stand on the screen and below the header."""
    try:
        page.wait_for_function(
            """e => { const top = e.getBoundingClientRect().top, header = document.querySelector(".md-header");
                      return top < innerHeight && top >= header.getBoundingClientRect().bottom - 1; }""",
            arg=element.element_handle(),
            timeout=3000,
        )
    except playwright.TimeoutError:
        return False
    return True


# Other eyes, other paper

CUT = """() => {
  const cut = [], apart = "script, style, svg, .md-sidebar, .md-search, .md-skip, .md-dialog, .md-top";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    if (!text.data.trim() || element.closest(apart)) continue;
    if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
    if (!rects.length) continue;
    let left = Math.min(...rects.map((rect) => rect.left)), right = Math.max(...rects.map((rect) => rect.right));
    for (let outer = element; outer; outer = outer.parentElement) {
      const overflow = getComputedStyle(outer).overflowX, box = outer.getBoundingClientRect();
      if (box.width <= 1) { left = right = 0; break; }  // for screen readers alone
      if (overflow === "visible" || outer === document.documentElement || outer === document.body) continue;
      if (overflow === "auto" || overflow === "scroll") { left = box.left; right = box.right; continue; }
      if (left >= box.left - 1 && right <= box.right + 1) continue;
      cut.push([text.data.trim(), outer.className]);
      left = right = 0;
      break;
    }
    if (left < -1 || right > document.documentElement.clientWidth + 1) cut.push([text.data.trim(), "screen"]);
  }
  return cut;
}"""
"""Texts that reach beyond the screen, or beyond a box that cuts them; a box that scrolls keeps them within reach."""


@pytest.mark.parametrize("language", layout.LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_text_twice_as_large_is_not_cut(visitor: Visitor, kind: str, language: str):
    page = visitor.open(in_language(language, PAGES[kind]), viewport=PHONE)
    assert page.evaluate(CUT) == [], "at its own size"
    root = "document.documentElement"
    page.evaluate(f"{root}.style.fontSize = 2 * parseFloat(getComputedStyle({root}).fontSize) + 'px'")
    assert page.evaluate(CUT) == []
    assert narrow(page, PHONE)


def test_a_text_that_is_cut_would_be_seen(visitor: Visitor):
    page = visitor.open("glossary/", viewport=PHONE)
    page.evaluate(
        "document.querySelector('.page').insertAdjacentHTML('beforeend', '<p id=long>' + 'a'.repeat(99) + '</p>')"
    )
    page.evaluate("document.getElementById('long').style.overflowWrap = 'normal'")
    assert len(page.evaluate(CUT)) == 1
    page.evaluate("Object.assign(document.getElementById('long').style, {overflow: 'hidden'})")
    assert len(page.evaluate(CUT)) == 1
    page.evaluate("Object.assign(document.getElementById('long').style, {overflow: 'auto'})")
    assert page.evaluate(CUT) == []


def test_the_dark_scheme_has_its_own_colours(visitor: Visitor):
    colours = {}
    for scheme in ("light", "dark"):
        page = visitor.open(MODULE, color_scheme=scheme)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        colours[scheme] = ground, page.evaluate("getComputedStyle(document.querySelector('.page')).color")
    assert luminance(colours["light"][0]) > 0.8 > 0.2 > luminance(colours["dark"][0]), colours
    for scheme, (ground, ink) in colours.items():
        light, dark = sorted((luminance(ground), luminance(ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 7, f"{scheme}: too little contrast between {ink} and {ground}"


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(…)`, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = [int(value) / 255 for value in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("kind", PAGES)
def test_paper_shows_the_text_and_no_menus(visitor: Visitor, kind: str):
    page = visitor.open(PAGES[kind])
    assert page.locator(".md-header").is_visible()
    page.emulate_media(media="print")
    menus = ".md-header, .md-sidebar, .md-tabs, .md-footer__inner, .md-search, .language-switch"
    shown = page.locator(f"{menus}, .page-foot__actions, .jump, .next-steps")
    assert [element.get_attribute("class") for element in shown.all() if element.is_visible()] == []
    assert page.locator("h1").first.is_visible()
    assert page.evaluate(MAIN_TEXT)["letters"] > 100
    assert all(answer.is_visible() for answer in page.locator(".quiz details p").all()), (
        "on paper nothing can be opened"
    )
