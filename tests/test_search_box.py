"""The search box and its panel in a real browser, with a stand-in for the engine that keeps the same contract.

Certain words make the stand-in misbehave: see fake_search_worker.js.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import DESK, PHONE, ROOT, Visitor

from cde import layout
from cde.checking import check_repository

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

LIBRARY, _ = check_repository(ROOT)
WORKER = (Path(__file__).parent / "fake_search_worker.js").read_text("utf-8")
SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
LANGUAGES = pytest.mark.parametrize("language", layout.LANGUAGES)
FIELD, OPEN, RESULT = ".md-search__input", ".search-open", ".md-search-result__link"


def root(language: str) -> str:
    """The address of the home page of a language."""
    return "" if language == layout.LANGUAGES[0] else f"{language}/"


def words(key: str, language: str = "th") -> str:
    """A word of the interface."""
    return LIBRARY.strings[key][language]


def part(page: Any, name: str) -> Any:
    """A part of the panel."""
    return page.locator(f"[data-search={name}]")


def expect(found: Any) -> Any:
    return playwright.expect(found)


def visit(visitor: Visitor, where: str, **settings: Any) -> Any:
    """A page whose search is answered by the stand-in."""
    page = visitor.open("404.html", **settings)
    visitor.asked.clear()
    visitor.complaints.clear()
    page.context.route(
        lambda url: "search" in url and "worker" in url,
        lambda route: route.fulfill(body=WORKER, content_type="text/javascript"),
    )
    page.goto(visitor.address + where)
    return page


def search(visitor: Visitor, text: str, where: str = "glossary/", viewport: dict[str, int] = DESK) -> Any:
    """A page with the search open, and a query in the box."""
    page = visit(visitor, where, viewport=viewport)
    page.click(OPEN if viewport == PHONE else FIELD)
    expect(part(page, "panel")).to_be_visible()
    page.keyboard.type(text)
    return page


def asks(page: Any) -> dict[str, list[str]]:
    """What the address says of the search."""
    return parse_qs(urlsplit(page.url).query)


def wait_for_address(page: Any, text: str) -> None:
    page.wait_for_function("text => decodeURIComponent(location.search).includes(text)", arg=text)


def focused(page: Any, selector: str) -> bool:
    return page.evaluate("s => document.activeElement.matches(s)", selector)


def chip(page: Any, facet: str, value: str) -> Any:
    """A chip of a group, by the text it begins with."""
    return page.locator(f"[data-facet={facet}] .search-chip", has_text=value).first


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
    with page.expect_navigation():
        part(page, "retry").click()
    lists = [url for url in visitor.asked if url.endswith("search/search_index.json")]
    assert len(lists) >= 1 and visitor.asked.index(lists[0]) == 0, "fetched before the page is loaded again"
    expect(page.locator(FIELD)).to_have_value("broken")


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
