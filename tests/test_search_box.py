"""The search box in a real browser: opening, typing, the keyboard, whatever is typed."""

from __future__ import annotations

import pytest
from conftest import PHONE, Visitor

from tests.search.box import FIELD, OPEN, RESULT, SCREENS, asks, chip, expect, focused, part, search, visit, words

pytestmark = pytest.mark.browser


# Opening, typing, closing


@SCREENS
def test_the_search_says_that_it_prepares_and_then_what_to_do(visitor: Visitor, viewport: dict[str, int]):
    page = visit(visitor, "glossary/", viewport=viewport)
    assert "search-panel" not in " ".join(visitor.asked), "the panel comes with the first use"
    page.click(OPEN if viewport == PHONE else FIELD)
    expect(part(page, "status")).to_have_text("พิมพ์คำที่ต้องการค้นหา")
    expect(page.locator(FIELD)).to_be_focused()
    assert visitor.complaints == []
    assert visitor.elsewhere == []


def test_what_is_pasted_or_dictated_is_searched_for(visitor: Visitor):
    page = visit(visitor, "glossary/")
    page.click(FIELD)
    page.evaluate("document.execCommand('insertText', false, 'ขยะ')")  # no key is pressed, as with a paste
    expect(page.locator(RESULT).first).to_be_visible()
    expect(part(page, "status")).to_have_text("พบ 48 หน้า")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.type("x")
    expect(page.locator("#__search")).to_be_checked()
    page.get_by_label("ล้างคำค้น").click()
    expect(part(page, "status")).to_have_text("พิมพ์คำที่ต้องการค้นหา")
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s", "f"])
@SCREENS
def test_a_key_opens_and_escape_gives_the_focus_back(visitor: Visitor, viewport: dict[str, int], key: str):
    page = visit(visitor, "glossary/", viewport=viewport)
    link = page.locator("main .letters a").nth(2)
    link.focus()
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(part(page, "panel")).to_be_visible()
    page.keyboard.type("ขยะ")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(link).to_be_focused()


def test_the_button_opens_and_gets_the_focus_back(visitor: Visitor):
    page = visit(visitor, "glossary/", viewport=PHONE)
    page.locator(OPEN).focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(page.locator(FIELD)).to_be_focused()
        expect(part(page, "panel")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(OPEN)).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label(words("search-close")).click()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(OPEN)).to_be_focused()
    page.keyboard.press("Tab")
    assert not focused(page, ".md-search *"), "a closed search is not in the way of Tab"


def test_the_box_on_a_desk_keeps_the_focus(visitor: Visitor):
    page = search(visitor, "ขยะ")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert focused(page, RESULT)
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(FIELD)).to_be_focused()


# By keyboard through everything


@SCREENS
def test_tab_reaches_everything_in_order_and_back(visitor: Visitor, viewport: dict[str, int]):
    page = search(visitor, "one", viewport=viewport)
    expect(page.locator(RESULT).first).to_be_visible()
    page.locator(FIELD).fill("ขยะ")
    part(page, "toggle").click()
    chip(page, "kind", "คำศัพท์").wait_for()
    page.locator(FIELD).focus()
    stops = ["[data-search=share]", "[type=reset]", "[data-search=toggle]"]
    stops += ["[data-facet=base] button", "[data-facet=kind] button"]
    stops += ["[data-facet=province] button", "[data-search=try-list] button", RESULT]
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "stops => stops.find((s) => document.activeElement.matches(/^\\w+$/.test(s) ? `[data-search=${s}]` : s))",
            stops,
        )
        assert name, page.evaluate("document.activeElement.outerHTML")
        shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert shown != "none", f"the focus on {name} is not seen"
        if name not in seen:
            seen.append(name)
        if name == RESULT:
            break
    assert seen == stops
    page.keyboard.press("Shift+Tab")
    assert focused(page, "[data-search=try-list] button")
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@SCREENS
def test_leaving_by_tab_closes_the_search(visitor: Visitor, viewport: dict[str, int], key: str):
    page = search(visitor, "", viewport=viewport)
    expect(part(page, "status")).to_be_visible()
    for _ in range(3):
        page.keyboard.press(key)
        if not focused(page, ".md-search *"):
            break
    expect(page.locator("#__search")).not_to_be_checked()
    assert not focused(page, ".md-search *")


def test_keys_within_the_panel_stay_there(visitor: Visitor):
    page = search(visitor, "ขยะ")
    part(page, "toggle").focus()
    for key in ("Space", "Enter", "a", "Shift", "Home"):
        page.keyboard.press(key)
        assert focused(page, "[data-search=toggle]"), key
    expect(part(page, "toggle")).to_have_attribute("aria-expanded", "false")
    page.locator(RESULT).first.focus()
    for key in ("Shift", "PageDown", "End"):
        page.keyboard.press(key)
        assert focused(page, RESULT), key
    page.keyboard.press("a")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("ขยะa")


def test_arrows_walk_the_results_and_enter_opens_the_best(visitor: Visitor):
    page = search(visitor, "ขยะ")
    expect(page.locator(RESULT).first).to_be_visible()
    for place in range(3):
        page.keyboard.press("ArrowDown")
        assert focused(page, f"li:nth-child({1 + place // 2}) > *, summary")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("2")
    page.keyboard.press("Enter")  # the answer may not be here yet
    page.wait_for_url(lambda url: "h=" in url)
    assert asks(page)["h"] == ["ขยะ2"]


def test_enter_on_a_phone_puts_the_keyboard_away(visitor: Visitor):
    page = visit(visitor, "glossary/", viewport=PHONE, has_touch=True, is_mobile=True)
    page.tap(OPEN)
    expect(part(page, "panel")).to_be_visible()
    page.keyboard.type("ขยะ")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).not_to_be_focused()
    expect(page.locator(RESULT).first).to_be_visible()


# Whatever is typed


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "'\"><script>alert(1)</script>",
        "a" * 10_000,
        "่",
        "🏙️" * 300,
        "مدينة",
        "%",
        "&q=2#x",
    ],
    ids=["image", "script", "long", "tone", "emoji", "arabic", "percent", "address"],
)
@pytest.mark.parametrize("found", [True, False], ids=["found", "none"])
def test_bad_input_does_no_harm(visitor: Visitor, text: str, found: bool):
    text = text if found else "zz" + text
    page = visit(visitor, "404.html", viewport=PHONE)
    page.on("dialog", lambda dialog: visitor.complaints.append(dialog.message))
    page.evaluate("text => location.assign('glossary/?' + new URLSearchParams({q: text}))", text)
    expect(part(page, "panel")).to_be_visible()
    expect(part(page, "status")).not_to_have_text(words("search-preparing"))
    if len(text) > 500:
        expect(part(page, "notice")).to_have_text(words("search-cut"))
    page.wait_for_timeout(400)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".md-search__scrollwrap").evaluate("e => e.scrollWidth - e.clientWidth") == 0
    assert page.locator(".md-search :is(img, script)").count() == 0
    assert len(page.locator(FIELD).input_value()) <= 200
    assert visitor.complaints == []


def test_without_scripts_the_box_is_not_there(visitor: Visitor):
    page = visitor.open("", viewport=PHONE, java_script_enabled=False)
    for hidden in (".md-search", OPEN, "#search-box"):
        expect(page.locator(hidden)).to_be_hidden()
