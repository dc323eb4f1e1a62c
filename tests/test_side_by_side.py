"""Two languages of a page beside each other, `?both`: rows, links, keyboard, failures, phone, desk and paper."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from tests.conftest import DESK, PHONE, Visitor
from tests.test_axe import MENU, faults, faults_of_both
from tests.test_browser import CASE, CUT, LIBRARY, in_language, in_sight, narrow, press_until, words

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser
expect = playwright.expect

MODULE = "curriculum/digital/city-data-platform/"
LANGUAGES = list(LIBRARY.languages)
BAR, LINK, RETRY, SINGLE = ".both-bar", "a[data-both]", ".both-bar button", ".both-bar a"
STATUS = ".both-bar [role=status]"
SIDES = pytest.mark.parametrize("where", [MODULE, f"en/{CASE}"])
SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


def language_of(where: str) -> str:
    first = where.split("/")[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def partner_of(where: str) -> str:
    """The address of the same page in the other language."""
    return where.removeprefix("en/") if language_of(where) == "en" else f"en/{where}"


def shown(page: Any) -> Any:
    """The page, once both languages are there."""
    expect(page.locator(f"{BAR}[data-state=shown]")).to_be_visible(timeout=15_000)
    return page


def bare(html: str) -> str:
    """HTML without the space between blocks, and without traces of a reader: the link's address, the focus."""
    html = re.sub(
        r'href="[^"]*both=[^"]*"| tabindex="-1"| class="(focus-visible)?"| data-focus-visible-added=""', "", html
    )
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html)).strip()


# What is shown

FAULTS = """() => {
  const faults = [];
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push(`${id} stands twice`);
  const refers = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];
  for (const side of document.querySelectorAll(".pair__side")) {
    for (const element of side.querySelectorAll("*")) {
      const named = refers.flatMap((name) => (element.getAttribute(name) ?? "").split(/\\s+/).filter(Boolean));
      const href = element.getAttribute("href") ?? "";
      if (href.startsWith("#")) named.push(decodeURIComponent(href.slice(1)));
      for (const id of named) {
        const goal = document.getElementById(id);
        if (!goal) faults.push(`${element.outerHTML.slice(0, 120)} names nothing`);
        else if (goal.closest(".pair__side").lang !== side.lang) faults.push(`${id} stands in the other column`);
      }
    }
  }
  return faults;
}"""
"""Ids that stand twice, and what names no element of its own column."""

ROWS = """rows => rows.map((row) => [...row.children].map((side) => ({
  lang: side.lang, label: side.firstElementChild.textContent,
  headings: [...side.querySelectorAll("h1, h2[id], h3[id]")].map((h) => h.tagName + " " + (h.dataset.id ?? h.id)),
})))"""


@SIDES
def test_every_section_stands_beside_its_partner(visitor: Visitor, where: str):
    page = shown(visitor.open(f"{where}?both"))
    own, other = language_of(where), language_of(partner_of(where))
    rows = page.locator(".pair").evaluate_all(ROWS)
    for left, right in rows:
        assert (left["lang"], right["lang"]) == (own, other)
        assert (left["label"], right["label"]) == (words("language-name", own), words("language-name", other))
        assert left["headings"] == right["headings"]
        assert len(left["headings"]) <= 1
    headings = [left["headings"][0] for left, _ in rows if left["headings"]]
    page.goto(visitor.address + where)
    single = page.locator(".page :is(h1, h2[id], h3[id])").evaluate_all("all => all.map(h => h.tagName + ' ' + h.id)")
    assert headings == single, "the headings of the page, in their order"
    assert len(headings) > 10
    assert visitor.complaints == []
    assert visitor.elsewhere == []


@SIDES
def test_ids_stand_once_and_links_stay_in_their_column(visitor: Visitor, where: str):
    page = shown(visitor.open(f"{where}?both"))
    assert page.evaluate(FAULTS) == []
    assert page.locator(".pair__side:last-child a[href^='#']").count() > 20


@SIDES
def test_links_of_the_copy_lead_where_they_led(visitor: Visitor, where: str):
    leads = """links => links.filter((a) => !a.hasAttribute("data-both") && !a.getAttribute("href").startsWith("#"))
                          .map((a) => a.href)"""
    page = visitor.open(partner_of(where))
    led = page.locator(".page a[href]").evaluate_all(leads)
    page.goto(f"{visitor.address}{where}?both")
    copy = shown(page).locator(".pair__side:last-child a[href]").evaluate_all(leads)
    assert Counter(copy) == Counter(led)
    assert len(copy) > 10


@SCREENS
def test_links_within_the_copy_jump_within_it(visitor: Visitor, viewport: dict[str, int]):
    page = shown(visitor.open(f"{CASE}?both", viewport=viewport))
    mark = page.locator(".pair__side:last-child sup.cite a").last
    reference = page.locator(f"[id='{mark.get_attribute('href')[1:]}']")
    mark.focus()
    page.keyboard.press("Enter")
    assert in_sight(page, reference)
    assert reference.evaluate("e => e.closest('[lang].pair__side').lang") == "en"
    reference.locator("a.back").first.focus()
    page.keyboard.press("Enter")
    assert in_sight(page, page.locator(":target"))
    assert page.evaluate("document.querySelector(':target').closest('.pair__side').lang") == "en"
    assert page.locator(".pair").count() > 5, "both languages stay"


def test_the_bar_says_what_this_is(visitor: Visitor):
    for where in (CASE, f"en/{CASE}"):
        page = shown(visitor.open(f"{where}?both"))
        own, other = language_of(where), language_of(partner_of(where))
        names = [words("language-name", language) for language in (own, other)]
        expect(page.locator(STATUS)).to_have_text(f"{words('both-shown', own)} {names[0]} – {names[1]}")
        assert page.locator(f"{STATUS} span").evaluate_all("all => all.map(s => s.lang)") == [own, other]
        assert page.locator(LINK).is_hidden(), "the link has done its work"


def test_pictures_radios_and_drawings_of_a_copy_are_its_own(visitor: Visitor):
    extra = """<p><img alt="" src="../a.png" srcset="../a.png 1x, ../b.png 2x"></p>
      <label for="x">x</label><input type="radio" name="n" id="x"><details name="d"><summary>s</summary>t</details>
      <svg><defs><path id="p" d=""/></defs><use href="#p"/><path fill="url(#p)" d=""/></svg>
      <a id="self" href="./#x">x</a>"""
    page = visitor.open(f"en/{CASE}")
    page.route("**/*.png", lambda route: route.fulfill(status=200, content_type="image/png", body=b""))
    insert = "html => document.querySelector('.page').insertAdjacentHTML('beforeend', html)"
    page.evaluate(insert, extra)
    page.route(f"**/library/{CASE}", lambda route: changed(route, lambda text: text.replace("</h1>", "</h1>" + extra)))
    page.locator(LINK).click()
    copy = shown(page).locator(".pair__side:last-child")
    up = visitor.address + CASE.rstrip("/").rsplit("/", 1)[0]
    assert copy.locator("img[srcset]").get_attribute("src") == f"{up}/a.png"
    assert copy.locator("img[srcset]").get_attribute("srcset") == f"{up}/a.png 1x, {up}/b.png 2x"
    assert copy.locator("label[for='x--th']").count() == 1
    assert copy.locator("input#x--th").get_attribute("name") == "n--th"
    assert copy.locator("details[name]").get_attribute("name") == "d--th"
    assert copy.locator("use").last.get_attribute("href") == "#p--th"
    assert copy.locator("path[fill*=url]").get_attribute("fill") == "url(#p--th)"
    assert copy.locator("a[id='self--th']").get_attribute("href") == "#x--th"


def changed(route: Any, change: Any) -> None:
    """Answer with the page, but changed."""
    answer = route.fetch()
    route.fulfill(response=answer, body=change(answer.text()))


def test_a_section_of_one_side_stands_alone_with_a_word(visitor: Visitor):
    def change(text: str) -> str:
        without = re.sub(r'<h2 id="money">.*?(?=<h2 id=)', "", text, flags=re.DOTALL)
        assert without != text
        return without.replace('<h2 id="results">', '<h2 id="only-there">There</h2><p>x</p><h2 id="results">')

    page = visitor.open(CASE)
    page.route(f"**/en/{CASE}", lambda route: changed(route, change))
    page.goto(f"{visitor.address}{CASE}?both#only-there")
    shown(page)
    order = page.locator(".pair").evaluate_all("rows => rows.map((row) => row.querySelector('h2, h3')?.id)")
    at = order.index("money")
    assert order[at - 2 : at + 2] == ["partners", "only-there", "money", "results"]
    alone = page.locator(".pair").nth(at).locator(".pair__side")
    assert alone.nth(1).locator("p:not(.pair__language)").inner_text() == words("both-missing", "th")
    assert alone.nth(1).locator("p:not(.pair__language)").get_attribute("lang") == "th"
    assert page.locator(".pair").nth(at - 1).locator(".pair__side").first.locator(".pair__missing").is_visible()
    assert in_sight(page, page.locator("#only-there"))


# Where it stands


@SCREENS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deep_link_lands_at_its_row(visitor: Visitor, language: str, viewport: dict[str, int]):
    page = shown(visitor.open(in_language(language, CASE) + "?both#money", viewport=viewport))
    heading = page.locator("h2#money")
    assert in_sight(page, heading)
    bar, top = page.locator(BAR).bounding_box(), heading.bounding_box()["y"]
    assert bar["y"] + bar["height"] <= top < viewport["height"] / 2
    assert page.url.endswith("?both#money")


def test_on_a_desk_headings_align(visitor: Visitor):
    page = shown(visitor.open(f"{MODULE}?both"))
    lines = page.locator(".pair:has(h2[id], h3[id])").evaluate_all(
        """rows => rows.map((row) => [...row.querySelectorAll(":is(h1, h2, h3)[id]")].map((heading) => {
          const mark = document.createElement("span");
          mark.style.display = "inline-block";  // it stands on the line on which the letters stand
          heading.prepend(mark);
          const { left, bottom } = mark.getBoundingClientRect();
          mark.remove();
          return [Math.round(bottom), Math.round(left)];
        }))"""
    )
    assert len(lines) > 20
    for left, right in lines:
        assert abs(left[0] - right[0]) <= 1
        assert right[1] - left[1] > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_languages_follow_each_other_and_are_named(visitor: Visitor, language: str):
    page = shown(visitor.open(in_language(language, CASE) + "?both", viewport=PHONE))
    for row in page.locator(".pair:has(h2[id])").all()[:4]:
        first, second = (side.bounding_box() for side in row.locator(".pair__side").all())
        assert second["y"] >= first["y"] + first["height"]
        assert all(label.is_visible() for label in row.locator(".pair__language").all())
    assert page.evaluate(CUT) == []
    root = "document.documentElement"
    page.evaluate(f"{root}.style.fontSize = 2 * parseFloat(getComputedStyle({root}).fontSize) + 'px'")
    assert page.evaluate(CUT) == []
    assert narrow(page, PHONE)


@pytest.mark.parametrize("width", [360, 700, 960, 1100, 1280, 1920])
def test_nothing_is_wider_than_the_screen(visitor: Visitor, width: int):
    screen = {"width": width, "height": 900}
    for where in (MODULE, CASE):
        page = shown(visitor.open(f"{where}?both", viewport=screen))
        assert narrow(page, screen)
        wide = "all => all.filter((e) => e.offsetWidth > e.closest('.pair__side').offsetWidth).map((e) => e.outerHTML)"
        assert page.locator(".pair :is(.scroll, .cardlike, details, p)").evaluate_all(wide) == []


# By hand: the link, the way back, what works inside


def test_nothing_is_fetched_before_it_is_asked_for(visitor: Visitor):
    page = visitor.open(MODULE)
    expect(page.locator(LINK)).to_be_visible()
    page.wait_for_load_state("networkidle", timeout=30_000)
    assert not re.search(r"side-by-side-|/en/", " ".join(visitor.asked))
    assert page.locator(BAR).count() == 0


def test_without_scripts_there_is_no_link(visitor: Visitor):
    page = visitor.browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{visitor.address}{MODULE}?both")
    assert page.locator(LINK).count() == 1
    assert page.locator(LINK).is_hidden()
    assert page.locator("h1").count() == 1


@SCREENS
def test_by_keyboard_there_and_back(visitor: Visitor, viewport: dict[str, int]):
    page = visitor.open(CASE, viewport=viewport)
    expect(page.locator(LINK)).to_be_visible()
    before = bare(page.locator("#page").inner_html())
    press_until(page, "Tab", LINK)
    page.keyboard.press("Enter")
    shown(page)
    assert page.url == f"{visitor.address}{CASE}?both=en"
    expect(page.locator(STATUS)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(SINGLE)).to_be_focused()
    page.locator("#money").evaluate("e => e.scrollIntoView()")
    page.keyboard.press("Enter")
    expect(page.locator(BAR)).to_have_count(0)
    assert page.url == f"{visitor.address}{CASE}#money"
    assert in_sight(page, page.locator("#money"))
    expect(page.locator("#money")).to_be_focused()
    assert bare(page.locator("#page").inner_html()) == before
    page.go_back()
    shown(page)
    page.go_back()
    expect(page.locator(BAR)).to_have_count(0)
    assert bare(page.locator("#page").inner_html()) == before
    page.go_forward()
    shown(page)
    assert page.evaluate(FAULTS) == []
    assert page.locator(".pair__side:last-child .scroll .scroll").count() == 0, "no box in a box"
    assert visitor.complaints == []


def test_the_link_is_a_link(visitor: Visitor):
    page = visitor.open(f"{CASE}?x=1")
    with page.context.expect_page() as opened:
        page.locator(LINK).click(modifiers=["ControlOrMeta"])
    assert shown(opened.value).url == f"{visitor.address}{CASE}?x=1&both=en"
    assert page.locator(BAR).count() == 0
    page = shown(visitor.open(f"{CASE}?both=xx#money"))
    page.locator(SINGLE).focus()
    assert page.locator(SINGLE).get_attribute("href") == f"{visitor.address}{CASE}#money"


def test_what_opens_opens_in_either_column(visitor: Visitor):
    page = shown(visitor.open(f"{MODULE}?both#check"))
    for column in (":first-child", ":last-child"):
        choice = page.locator(f".pair__side{column} .quiz details").first
        expect(choice.locator(".why").first).not_to_be_visible()
        choice.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(choice.locator(".why").first).to_be_visible()
    assert page.locator(".quiz details[open]").count() == 2
    boxes = page.locator(".pair__side:last-child table:not([class])").evaluate_all(
        "tables => tables.filter((table) => !table.closest('.scroll')).length"
    )
    assert boxes == 0, "tables of the copy scroll within their boxes too"


@SCREENS
def test_notes_of_terms_open_in_either_column(visitor: Visitor, viewport: dict[str, int]):
    page = shown(visitor.open(f"{CASE}?both", viewport=viewport))
    if not page.locator("a.term[aria-describedby]").count():
        pytest.skip("no word of the glossary is marked")
    for language, column in (("th", ":first-child"), ("en", ":last-child")):
        term = page.locator(f".pair__side{column} a.term[aria-describedby]").first
        term.scroll_into_view_if_needed()
        page.keyboard.press("Tab")  # the next focus is one of the keyboard
        term.focus()
        note = page.locator(f"[id='{term.get_attribute('aria-describedby')}']")
        expect(note).to_be_visible()
        assert note.evaluate("e => e.closest('.pair__side').lang") == language
        gap = note.bounding_box()["y"] - term.bounding_box()["y"]
        assert abs(gap) < 400, "the note stands near its word"
        page.keyboard.press("Escape")


# When it does not work


@pytest.mark.parametrize("lost", ["partner", "view", "rows"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_told_and_the_page_stays(visitor: Visitor, language: str, lost: str):
    where = in_language(language, CASE)
    page = visitor.open(where)
    before = bare(page.locator("#page").inner_html())
    pattern = f"**/library/{partner_of(where)}" if lost == "partner" else f"**/side-by-side-{lost}.js"
    page.route(pattern, lambda route: route.abort())
    page.locator(LINK).click()
    expect(page.locator(f"{BAR}[data-state=failed]")).to_be_visible()
    expect(page.locator(STATUS)).to_have_text(words("both-failed", language))
    assert page.locator("h1").count() == 1
    assert 'class="pair' not in bare(page.locator("#page").inner_html())
    page.unroute(pattern)
    press_until(page, "Tab", RETRY)
    page.keyboard.press("Enter")
    shown(page)
    expect(page.locator(STATUS)).to_be_focused()
    page.locator(SINGLE).click()
    assert bare(page.locator("#page").inner_html()) == before


def test_offline_the_single_page_stays(visitor: Visitor):
    page = visitor.open(CASE)
    page.context.set_offline(True)
    page.locator(LINK).click()
    expect(page.locator(RETRY)).to_be_visible()
    page.locator(SINGLE).click()
    expect(page.locator(BAR)).to_have_count(0)
    expect(page.locator(LINK)).to_be_visible()
    expect(page.locator(LINK)).to_be_focused()
    assert page.url == visitor.address + CASE
    page.locator(LINK).click()
    page.context.set_offline(False)
    page.locator(RETRY).click()
    shown(page)


def test_a_partner_that_is_not_there_is_a_failure(visitor: Visitor):
    page = visitor.open(CASE)
    page.route(f"**/en/{CASE}", lambda route: route.fulfill(status=404, body="<div class=page>no</div>"))
    page.locator(LINK).click()
    expect(page.locator(RETRY)).to_be_visible()


def test_while_it_loads_the_reader_is_told_and_may_leave(visitor: Visitor):
    held: list[Any] = []
    page = visitor.open(CASE)
    page.route(f"**/en/{CASE}", lambda route: held.append(route))
    page.locator(LINK).click()
    expect(page.locator(STATUS)).to_have_text(words("both-loading", "th"))
    assert page.locator(RETRY).is_hidden()
    assert page.locator("h1").count() == 1
    page.locator(SINGLE).click()
    expect(page.locator(BAR)).to_have_count(0)
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle", timeout=30_000)
    assert page.locator(".pair").count() == 0
    page.locator(LINK).click()
    shown(page)


# Other eyes, other paper


@pytest.mark.parametrize("where", [MODULE, f"en/{CASE}"])
def test_paper_has_two_columns_and_no_chrome(visitor: Visitor, where: str):
    page = shown(visitor.open(f"{where}?both", viewport={"width": 658, "height": 940}))  # A4 between its margins
    page.emulate_media(media="print")
    chrome = f".md-header, .md-sidebar, .md-footer__inner, .language-switch, .page-foot__actions, {BAR}, {LINK}"
    assert [element.get_attribute("class") for element in page.locator(chrome).all() if element.is_visible()] == []
    for row in page.locator(".pair:has(h2[id])").all():
        left, right = (side.bounding_box() for side in row.locator(".pair__side").all())
        assert left["x"] + left["width"] < right["x"]
        assert abs(left["width"] - right["width"]) < 1
        assert abs(left["y"] - right["y"]) < 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 658
    labels = page.locator(".pair").first.locator(".pair__language")
    assert [label.is_visible() for label in labels.all()] == [True, True]
    paragraphs = page.locator(".pair__side > p")
    sizes = paragraphs.evaluate_all("all => all.map((p) => parseFloat(getComputedStyle(p).fontSize))")
    assert Counter(sizes).most_common(1)[0][0] >= 13, "10 pt"
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


def test_on_paper_choices_of_both_columns_are_open(visitor: Visitor):
    page = shown(visitor.open(f"{MODULE}?both"))
    page.locator(".pair__side:last-child details").first.evaluate("e => (e.open = true)")
    states = "[...document.querySelectorAll('.pair__side:last-child details')].map((e) => e.open)"
    before = page.evaluate(states)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(states)) == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(states) == before


@SCREENS
@pytest.mark.parametrize(("where", "scheme"), [(CASE, "light"), (f"en/{CASE}", "dark")])
def test_axe_finds_nothing(visitor: Visitor, where: str, viewport: dict[str, int], scheme: str):
    page = shown(visitor.open(f"{where}?both", viewport=viewport, color_scheme=scheme))
    assert faults_of_both(page, scheme, MENU) == []


def test_axe_finds_nothing_in_a_failure(visitor: Visitor):
    page = visitor.open(CASE, viewport=PHONE)
    page.route(f"**/en/{CASE}", lambda route: route.abort())
    page.locator(LINK).click()
    expect(page.locator(RETRY)).to_be_visible()
    assert faults(page, MENU) == []
