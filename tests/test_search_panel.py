"""The panel of the search in a real browser: filters and their address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import PHONE, Visitor

from tests.search.box import (
    FIELD,
    LANGUAGES,
    RESULT,
    SCREENS,
    asks,
    chip,
    expect,
    part,
    root,
    search,
    visit,
    wait_for_address,
    words,
)

pytestmark = pytest.mark.browser


# Filters


@SCREENS
def test_chips_filter_and_one_tap_clears_them(visitor: Visitor, viewport: dict[str, int]):
    page = search(visitor, "ขยะ", viewport=viewport)
    expect(part(page, "groups")).to_be_hidden()
    part(page, "toggle").click()
    base = chip(page, "base", "ดิจิทัล")
    expect(base).to_have_text("ดิจิทัล (12)")
    base.focus()
    page.keyboard.press("Space")
    expect(part(page, "status")).to_have_text("พบ 12 หน้า")
    expect(base).to_have_attribute("aria-pressed", "true")
    expect(base).to_be_focused()
    chip(page, "kind", "คำศัพท์").click()
    expect(part(page, "toggle")).to_contain_text("(2)")
    part(page, "toggle").click()
    expect(part(page, "chosen").locator("button")).to_have_text(["ดิจิทัล", "คำศัพท์"])
    part(page, "chosen").get_by_text("คำศัพท์").click()
    expect(part(page, "status")).to_have_text("พบ 12 หน้า")
    part(page, "clear").click()
    expect(part(page, "status")).to_have_text("พบ 48 หน้า")
    expect(part(page, "filters")).to_be_hidden()
    expect(part(page, "toggle")).to_be_focused()


def test_a_long_list_of_provinces_is_folded(visitor: Visitor):
    page = search(visitor, "provinces")
    part(page, "toggle").click()
    chips = page.locator("[data-facet=province] .search-chip")
    expect(chips).to_have_count(8)
    more = page.locator("[data-facet=province] .search-filters__clear")
    more.focus()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(12)
    chips.last.click()
    expect(part(page, "toggle")).to_contain_text("(1)")
    more.click()
    expect(chips).to_have_count(9)
    expect(chips.last).to_have_attribute("aria-pressed", "true")


def test_chips_leave_room_on_a_phone(visitor: Visitor):
    page = search(visitor, "provinces", viewport=PHONE)
    wait_for_address(page, "provinces")
    assert page.locator(RESULT).first.bounding_box()["y"] < PHONE["height"] / 3
    part(page, "toggle").click()
    assert page.locator(RESULT).first.bounding_box()["y"] < PHONE["height"] * 0.6
    small = page.evaluate(
        """() => [...document.querySelectorAll(".md-search button")].filter((e) => e.getClientRects().length)
            .map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.height < 44 || r.width < 24)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("text", ["ขยะ", "zzขาะ"])
def test_large_text_is_neither_cut_nor_squeezed(visitor: Visitor, text: str):
    page = visit(visitor, f"glossary/?q={text}&base=bcg&kind=case", viewport=PHONE)
    expect(part(page, "clear")).to_be_visible()
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    for name in ("toggle", "clear", "chosen", "try-list", "status"):
        box = part(page, name).bounding_box()
        assert box["width"] >= 160 or name == "clear", name
        assert box["x"] >= 0 and box["x"] + min(box["width"], 360) <= PHONE["width"] + 16, name


def test_without_channels_there_are_no_chips(visitor: Visitor):
    page = visit(visitor, "404.html")
    page.add_init_script("delete window.BroadcastChannel")
    page.goto(visitor.address + "glossary/?q=ขยะ&base=digital")
    expect(part(page, "status")).to_have_text("พบ 48 หน้า")
    expect(part(page, "notice")).to_have_text(words("search-unknown"))
    expect(part(page, "toggle")).to_be_hidden()


# The address


@SCREENS
def test_the_address_follows_and_is_clean_again_after_closing(visitor: Visitor, viewport: dict[str, int]):
    page = search(visitor, "ขยะ เปียก&แห้ง", where="glossary/?from=mail#term-gpp", viewport=viewport)
    steps = page.evaluate("history.length")
    part(page, "toggle").click()
    chip(page, "base", "BCG").click()
    chip(page, "base", "ดิจิทัล").click()
    chip(page, "kind", "กรณี").click()
    wait_for_address(page, "kind=case")
    found = asks(page)
    assert found.pop("from") == ["mail"]
    assert found == {"q": ["ขยะ เปียก&แห้ง"], "base": ["bcg", "digital"], "kind": ["case"]}
    assert page.evaluate("history.length") == steps
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url.endswith("glossary/?from=mail#term-gpp")


def test_filters_of_the_page_itself_come_back(visitor: Visitor):
    page = search(visitor, "ขยะ", where="case-studies/?base=bcg&province=50")
    wait_for_address(page, "q=")
    assert asks(page) == {"q": ["ขยะ"]}
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url.endswith("case-studies/?base=bcg&province=50")


@LANGUAGES
@SCREENS
def test_a_shared_address_shows_the_same_and_back_returns(visitor: Visitor, viewport: dict[str, int], language: str):
    page = visit(visitor, f"{root(language)}?q=ขยะ&base=digital&base=bcg&kind=case", viewport=viewport)
    status = part(page, "status")
    expect(status).to_contain_text("6")
    assert page.locator("[data-search=chosen] button").count() == 3
    was = status.inner_text(), page.locator(RESULT).all_inner_texts()
    page.locator(f"li:nth-child(2) > {RESULT}").click()
    page.wait_for_url(lambda url: "glossary" in url)
    page.go_back()
    expect(status).to_have_text(was[0])
    expect(part(page, "toggle")).to_contain_text("(3)")
    assert page.locator(RESULT).all_inner_texts() == was[1]
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == visitor.address + root(language)


@pytest.mark.parametrize(
    ("wrong", "left"),
    [
        ("base=digital&base=nonsense", {"base": ["digital"]}),
        ("kind=%3Cimg+src%3Dx%3E&province=", {}),
        ("kind=__proto__&base=constructor", {}),
        ("province=" + "9" * 500, {}),
    ],
)
def test_filters_that_cannot_be_are_left_out_with_a_word(visitor: Visitor, wrong: str, left: dict[str, list[str]]):
    page = visit(visitor, f"glossary/?q=ขยะ&{wrong}")
    expect(part(page, "notice")).to_have_text(words("search-unknown"))
    expect(page.locator(RESULT).first).to_be_visible()
    page.wait_for_timeout(400)
    assert asks(page) == {"q": ["ขยะ"], **left}
    page.locator(FIELD).press("End")
    page.keyboard.type("2")
    expect(part(page, "notice")).to_be_hidden()


def test_the_share_button_copies_the_current_search(visitor: Visitor):
    page = search(visitor, "ขยะ & 1=2", where="glossary/?from=mail")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    part(page, "toggle").click()
    chip(page, "base", "BCG").click()
    expect(part(page, "status")).to_have_text("พบ 12 หน้า")
    part(page, "share").click()
    expect(page.locator(".md-dialog")).to_have_text("คัดลอกแล้ว")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(visitor.address + "glossary/?q=")
    assert parse_qs(urlsplit(copied).query) == {"q": ["ขยะ & 1=2"], "base": ["bcg"]}
    expect(page.locator("#__search")).to_be_checked()
    expect(part(page, "share")).to_be_focused()


def test_a_result_may_open_beside_the_search(visitor: Visitor):
    page = search(visitor, "ขยะ")
    with page.context.expect_page() as opened:
        page.locator(RESULT).first.click(modifiers=["ControlOrMeta"])
    assert "glossary" in opened.value.url or opened.value.url == "about:blank"
    expect(page.locator("#__search")).to_be_checked()


@LANGUAGES
def test_the_form_of_the_home_page_searches(visitor: Visitor, language: str):
    page = visit(visitor, root(language), viewport=PHONE)
    page.fill("#search-box", "ขยะ")
    page.keyboard.press("Enter")
    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(FIELD)).to_have_value("ขยะ")
    assert urlsplit(page.url).path == urlsplit(visitor.address + root(language)).path
