"""What readers of a small site meet on a page of every state, in both languages; built by the real command."""

from __future__ import annotations

import re

import pytest
import yaml
from conftest import ADDRESS, ROOT

from tests import statesite
from tests.hreflang import breaches, sitemap
from tests.sitereader import Element, Page, Site, search_places
from tests.test_build import build

WORDS = yaml.safe_load((ROOT / "data/interface.yml").read_text("utf-8"))
NAMES = {"th": {"th": "ภาษาไทย", "en": "ภาษาอังกฤษ"}, "en": {"th": "Thai", "en": "English"}}


def say(key: str, language: str, *values: str) -> str:
    """A word of the interface with its gaps filled."""
    return str(WORDS[key][language].format(*values))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = statesite.make(tmp_path_factory.mktemp("states"))
    status, output = build(root, "--strict")
    assert status == 0, output
    return Site(root / "site", ADDRESS)


def badge(page: Page) -> str:
    """What stands about the translation above a page's text."""
    return " ".join(element.text for element in page.content.all(css_class="standing"))


def notes(page: Page) -> dict[str, str]:
    """The note of each section that has one."""
    found, heading = {}, ""
    for element in page.content:
        heading = element["id"] if element.tag == "h2" else heading
        if "section-note" in element["class"].split():
            found[heading] = element.text
    return found


def places(site: Site) -> set[str]:
    """Addresses that the search knows."""
    return {place.partition("#")[0] for place in search_places(site.folder)}


# Pages that stand in both languages


FOLLOWS = say("state-translated", "en", "Thai")
CHECKED = say("state-reviewed", "en", "clerk", "2 January 2026")
UNCHECKED = say("state-unreviewed", "en")
STALE = say("state-stale", "en", "Thai")
PARTIAL = say("state-partial", "en")


@pytest.mark.parametrize(
    ("name", "state", "told", "untold", "noted"),
    [
        ("step", "in-step", [FOLLOWS, CHECKED], [UNCHECKED, STALE, PARTIAL], {}),
        ("recorded", "unreviewed", [FOLLOWS, UNCHECKED], [STALE, PARTIAL], {}),
        ("unrecorded", "unreviewed", [FOLLOWS, UNCHECKED], [STALE, PARTIAL], {}),
        ("stale", "stale", [FOLLOWS, STALE, "English stale two"], [PARTIAL, "stale one"], {"two": "(figures)"}),
        ("partial", "partial", [FOLLOWS, PARTIAL, "ไทย partial two"], [STALE], {"two": say("section-missing", "en")}),
    ],
)
def test_a_translation_tells_how_it_stands(
    site: Site, name: str, state: str, told: list[str], untold: list[str], noted: dict[str, str]
):
    thai, english = site.pages[f"{name}/"], site.pages[f"en/{name}/"]
    assert [element["data-state"] for element in english.content.all(css_class="standing")] == [state]
    assert all(words in badge(english) for words in told)
    assert not any(words in badge(english) for words in untold)
    assert notes(english).keys() == noted.keys()
    assert all(words in notes(english)[section] for section, words in noted.items())
    assert notes(thai) == {}
    assert not any(words in badge(thai) for words in ("แปลจาก", say("state-unreviewed", "th")))


@pytest.mark.parametrize("name", ["", "step/", "recorded/", "unrecorded/", "stale/", "partial/", "glossary/"])
def test_a_pair_is_announced_to_search_engines_and_found(site: Site, name: str):
    alternates = {"th": ADDRESS + name, "en": f"{ADDRESS}en/{name}", "x-default": ADDRESS + name}
    for language, address in (("th", name), ("en", f"en/{name}")):
        page = site.pages[address]
        assert (page.declared, page.meta("robots"), page.canonical()) == (language, "", ADDRESS + address)
        assert page.alternates() == alternates
        assert dict(dict(sitemap(site))[ADDRESS + address]) == alternates
        assert address in places(site)


@pytest.mark.parametrize("name", ["stale", "partial"])
def test_a_note_leads_to_the_section_of_the_original_and_is_no_text_to_be_found(site: Site, name: str):
    page = site.pages[f"en/{name}/"]
    (note,) = page.content.all(css_class="section-note")
    (link,) = note.all("a")
    assert site.resolve(page.address, link["href"]) == (f"{name}/", "two")
    assert link["hreflang"] == "th"
    index = "".join(path.read_text("utf-8") for path in site.folder.glob("search/en-*.json"))
    assert "English stale two" in index
    assert say("section-missing", "en") not in index
    assert "of this section has changed" not in index


def test_what_is_left_in_the_other_language_is_marked_with_it(site: Site):
    page = site.pages["en/partial/"]
    shown = [(text, element) for text, element in page.body.texts() if "ไทย partial two" in text]
    assert len(shown) == 3, "the table of contents, the state above the text, the heading"
    assert {element.language for _, element in shown} == {"th"}
    assert "deep" in page.ids, "links to a part of the section still lead there"


# Pages that stand in one language


ALONE = [
    ("thai/", "th", "Local words"),
    ("english/", "en", "สำหรับผู้มาเยือน"),
    ("curriculum/bcg/water/", "th", "Water"),
    ("curriculum/bcg/water/facilitator/", "th", "Facilitator’s page: Water"),
    ("curriculum/bcg/water/lectures/scale/", "th", "The scale"),
    ("curriculum/digital/data/", "en", "ข้อมูล"),
    ("case-studies/yala/", "th", "Yala weighs its waste"),
]


@pytest.mark.parametrize(("name", "written", "title"), ALONE)
def test_a_page_in_one_language_says_so_in_the_other(site: Site, name: str, written: str, title: str):
    other = {"th": "en", "en": "th"}[written]
    address = {"th": name, "en": f"en/{name}"}
    short, whole = site.pages[address[other]], site.pages[address[written]]
    assert (short.declared, short.meta("robots"), short.canonical()) == (other, "noindex", ADDRESS + address[other])
    assert (whole.declared, whole.meta("robots"), whole.canonical()) == (written, "", ADDRESS + address[written])
    assert [heading.text for heading in short.body.all("h1")] == [title]
    assert short.title.startswith(title)
    assert say("missing-here", other) in short.content.text
    (link,) = [a for a in short.content.all("a") if a["hreflang"]]
    assert site.resolve(short.address, link["href"]) == (address[written], "")
    assert (link["hreflang"], link.text) == (written, say("read-other", other, NAMES[other][written]))
    letters = {"th": r"[A-Za-z]{4}", "en": "[ก-๛]"}[other]
    strange = [element for text, element in short.content.texts() if re.search(letters, text)]
    assert {element.language for element in strange} <= {written}, "each text is marked with its language"
    assert short.alternates() == whole.alternates() == {}
    assert not short.body.all("a", rel="edit"), "there is no file to edit"
    listed = dict(sitemap(site))
    assert listed[ADDRESS + address[written]] == []
    assert ADDRESS + address[other] not in listed
    assert (address[written] in places(site)) == ("facilitator" not in name), "facilitators' pages are not searched"
    assert address[other] not in places(site)


@pytest.mark.parametrize(("name", "written", "title"), ALONE)
def test_the_switch_leads_to_the_short_page_and_back(site: Site, name: str, written: str, title: str):
    for language, address in (("en", name), ("th", f"en/{name}")):
        (switch,) = site.pages[address].root.all("a", "language-switch__link")
        other = f"en/{name}" if address == name else name
        assert (switch["hreflang"], site.resolve(address, switch["href"])) == (language, (other, ""))


# Counts, lists, menu


def test_counts_are_of_what_is_written_in_the_readers_language(site: Site):
    for language, root, waste, data, cases in (("th", "", 2, 0, 2), ("en", "en/", 1, 1, 1)):
        home = site.pages[f"{root}"].content
        counts = [element.text for element in home.all(css_class="bases__count")]
        assert counts == [
            say("base-counts", language, str(waste), str(cases)),
            say("base-counts", language, str(data), str(cases)),
        ]
        figures = [element.text for state in home.all("dl", "state") for element in state.all("dd")]
        assert figures[:2] == [str(waste + data), str(cases)]
        index = site.pages[f"{root}case-studies/"].content
        assert say("cases-count", language, "2") in index.text, "the list has both, and marks the one in Thai alone"


def marked(site: Site, address: str, title: str) -> tuple[Element, str]:
    """The link of a title in a page's text, and the words of what stands around it."""
    (link,) = [a for a in site.pages[address].content.all("a") if f"{a.text} ".startswith(f"{title} ")]
    assert link.parent
    return link, link.parent.text


@pytest.mark.parametrize(
    ("address", "title", "target"),
    [
        ("en/site-map/", "Local words", "thai/"),
        ("en/site-map/", "Water", "curriculum/bcg/water/"),
        ("en/site-map/", "Yala", "case-studies/yala/"),
        ("en/case-studies/", "Yala", "case-studies/yala/"),
        ("en/curriculum/bcg/", "Water", "curriculum/bcg/water/"),
        ("en/glossary/", "Water", "curriculum/bcg/water/"),
        ("site-map/", "สำหรับผู้มาเยือน", "en/english/"),
        ("site-map/", "ข้อมูล", "en/curriculum/digital/data/"),
    ],
)
def test_a_list_marks_what_stands_in_the_other_language_alone(site: Site, address: str, title: str, target: str):
    link, around = marked(site, address, title)
    language, other = ("en", "th") if address.startswith("en/") else ("th", "en")
    assert site.resolve(address, link["href"]) == (target, "")
    assert link["hreflang"] == other
    assert f"{title}" in around and f"({say('written-in', language, NAMES[language][other])})" in around


def test_a_list_does_not_mark_what_the_reader_can_read(site: Site):
    link, around = marked(site, "en/site-map/", "Waste")
    assert "hreflang" not in link.attributes
    assert "(in " not in around.split("Water")[0]


def test_the_menu_says_which_pages_the_reader_lacks(site: Site):
    english = {link.text for link in site.pages["en/step/"].root.all("a", "md-nav__link")}
    assert {"Local words (in Thai)", "For visitors", "English step"} <= english
    thai = {link.text for link in site.pages["step/"].root.all("a", "md-nav__link")}
    assert {"คำท้องถิ่น", f"สำหรับผู้มาเยือน ({say('written-in', 'th', 'ภาษาอังกฤษ')})"} <= thai


def test_the_pages_before_and_after_stay_in_the_readers_language(site: Site):
    page = site.pages["en/step/"]
    (link,) = page.root.all("a", "md-footer__link--next")
    assert site.resolve(page.address, link["href"]) == ("en/thai/", "")
    assert "Local words (in Thai)" in link.text


def test_no_address_speaks_both_languages(site: Site):
    page = site.pages["404.html"]
    headings = [(heading.language, heading.text) for heading in page.body.all("h1")]
    assert headings == [(language, say("not-found", language)) for language in ("th", "en")]
    assert page.meta("robots") == "noindex"


def test_the_sign_beside_a_heading_is_named_in_the_language_of_the_page(site: Site):
    for address, language in (("step/", "th"), ("en/step/", "en")):
        signs = site.pages[address].content.all("a", "headerlink")
        assert {sign["title"] for sign in signs} == {say("link-section", language)}


def test_all_languages_know_each_other(site: Site):
    assert list(breaches(site)) == []
