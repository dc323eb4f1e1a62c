"""Malay as a third language by its files alone (`tests/malay.py`): no code knows that it is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ADDRESS

from cde.checking import check_repository
from cde.translation import state_of, states
from tests import malay, minirepo, statesite
from tests.hreflang import breaches
from tests.malay import marked, words
from tests.minirepo import MODULE, edited
from tests.sitereader import Page, Site, search_places
from tests.test_build import build
from tests.test_states_site import badge, notes

FILE = "data/languages/ms.yml"
INTERFACE = words("interface")


def say(key: str, *values: str) -> str:
    """A Malay word of the interface with its gaps filled."""
    return marked(INTERFACE[key]["en"]).format(*values)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = statesite.make(tmp_path_factory.mktemp("malay"), malay.files(), languages=[malay.LOCALE])
    status, output = build(root, "--strict")
    assert status == 0, output
    return Site(root / "site", ADDRESS)


def in_malay(site: Site) -> Iterator[Page]:
    return (page for address, page in site.documents.items() if address.startswith("ms/"))


# The site


def test_every_page_stands_in_three_languages(site: Site):
    addresses = {address for address in site.documents if not address.startswith(("en/", "ms/"))}
    assert {f"{code}/{address}" for code in ("en", "ms") for address in addresses} | addresses == set(site.documents)
    assert {page.declared for page in in_malay(site)} == {"ms"}
    assert {page.meta("og:locale") for page in in_malay(site)} == {"ms_MY"}
    assert all(page.title.endswith(say("site-name")) for page in in_malay(site))


def test_the_languages_know_each_other(site: Site):
    assert list(breaches(site)) == []


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("", "th en ms"),
        ("step/", "th en ms"),
        ("partial/", "th en ms"),
        ("glossary/", "th en ms"),
        ("curriculum/bcg/waste/", "th en ms"),
        ("english/", "en ms"),
        ("recorded/", "th en"),
        ("curriculum/bcg/waste/facilitator/", "th en"),
        ("thai/", ""),
    ],
)
def test_alternates_are_those_that_have_been_written(site: Site, name: str, languages: str):
    addresses = {code: ADDRESS + ("" if code == "th" else f"{code}/") + name for code in languages.split()}
    expected = addresses | ({"x-default": next(iter(addresses.values()))} if addresses else {})
    for code in ("th", "en", "ms"):
        page = site.pages[("" if code == "th" else f"{code}/") + name]
        assert page.alternates() == (expected if code in addresses else {})


@pytest.mark.parametrize("name", ["", "step/", "english/", "thai/", "curriculum/bcg/waste/", "site-map/"])
def test_the_switch_shows_all_other_languages(site: Site, name: str):
    roots = {"th": "", "en": "en/", "ms": "ms/"}
    for code, root in roots.items():
        links = site.pages[root + name].root.all("a", "language-switch__link")
        found = [(link["hreflang"], link["lang"], site.resolve(root + name, link["href"])) for link in links]
        assert found == [(other, other, (roots[other] + name, "")) for other in roots if other != code]


def test_a_page_that_malay_lacks_says_so_in_malay_and_leads_to_each_language_that_has_it(site: Site):
    page = site.pages["ms/recorded/"]
    assert page.meta("robots") == "noindex"
    assert say("missing-here") in page.content.text
    links = {a["hreflang"]: a for a in page.content.all("a") if a["hreflang"]}
    assert {code: site.resolve(page.address, a["href"]) for code, a in links.items()} == {
        "th": ("recorded/", ""),
        "en": ("en/recorded/", ""),
    }
    assert links["en"].text == say("read-other", "bahasa Inggeris")
    assert page.body.all("h1")[0].language == "th", "its title has no Malay form yet"


@pytest.mark.parametrize(
    ("name", "told", "noted"),
    [
        ("step", [say("state-translated", "bahasa Thai"), say("state-reviewed", "clerk", "2 Januari 2026")], {}),
        ("english", [say("state-translated", "bahasa Inggeris")], {}),
        ("stale", [say("state-stale", "bahasa Thai")], {"one": say("change-figures")}),
        ("partial", [say("state-partial")], {"two": say("section-missing")}),
    ],
)
def test_states_are_told_in_malay(site: Site, name: str, told: list[str], noted: dict[str, str]):
    page = site.pages[f"ms/{name}/"]
    assert all(each in badge(page) for each in told)
    assert notes(page).keys() == noted.keys()
    assert all(noted[section] in note for section, note in notes(page).items())


def test_the_search_has_a_malay_index_without_what_is_missing(site: Site):
    manifest = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))["config"]["search"]
    assert set(manifest["languages"]) == {"th", "en", "ms"}
    index = json.loads((site.folder / manifest["languages"]["ms"]["address"]).read_text("utf-8"))
    assert index["language"] == "ms"
    assert index["labels"]["language"]["th"] == say("search-in", "bahasa Thai")
    assert index["labels"]["kind"]["module"] == say("search-kind-module")
    places = {place.partition("#")[0] for place in search_places(site.folder)}
    assert {"ms/", "ms/step/", "ms/curriculum/bcg/waste/", "ms/glossary/"} <= places
    assert not places & {page.address for page in in_malay(site) if page.meta("robots") == "noindex"}


def test_records_speak_malay_where_somebody_wrote_it_and_else_thai_that_is_marked(site: Site):
    page = site.pages["ms/curriculum/bcg/waste/"]
    assert page.body.all("h1")[0].text == "Sisa"
    question = next(element for text, element in page.content.texts() if text == "ขยะไปไหน")
    assert question.language == "th"
    term = next(each for each in site.pages["ms/glossary/"].content.all("article") if each["id"] == "circular-economy")
    assert "ekonomi kitaran" in term.all("h3")[0].text
    assert [(other.language, other.text) for other in term.all(css_class="other")] == [
        ("th", "เศรษฐกิจหมุนเวียน"),
        ("en", "circular economy (CE)"),
    ]
    assert "Guna lama" in term.text


def test_no_thai_word_is_called_malay_and_no_english_word_stands_in_for_one(site: Site):
    for page in in_malay(site):
        for text, element in page.body.texts():
            assert element.language == "th" or not re.search("[ก-๛]", text), (page.address, text)
        for key in ("report", "who-speaks", "licence", "search-preparing", "edit", "references"):
            english = INTERFACE[key]["en"]
            assert page.body.text.count(english) == page.body.text.count(marked(english))


def test_counts_are_of_what_is_written_in_malay(site: Site):
    home = site.pages["ms/"].content
    assert [each.text for each in home.all(css_class="bases__count")] == [
        say("base-counts", "1", "0"),
        say("base-counts", "0", "0"),
    ]
    listed = site.pages["ms/site-map/"].content.text
    assert f"ข้อมูล ({say('written-in', 'bahasa Inggeris')})" in listed
    assert "Sisa (" not in listed


def test_the_other_languages_call_it_by_their_own_name_for_it(site: Site):
    link = next(a for a in site.pages["english/"].content.all("a") if a["hreflang"] == "ms")
    assert link.text == INTERFACE["read-other"]["th"].format("ภาษามลายู")


def test_an_unknown_address_speaks_all_three_languages(site: Site):
    headings = [(heading.language, heading.text) for heading in site.pages["404.html"].body.all("h1")]
    assert headings[-1] == ("ms", say("not-found"))
    assert [code for code, _ in headings] == ["th", "en", "ms"]


# The check


def without(*where: str) -> str:
    """The language's file without one of its keys."""
    data: Any = malay.language_file()
    inner = data
    for key in where[:-1]:
        inner = inner[key]
    del inner[where[-1]]
    return malay.as_yaml(data)


def line_of(words_of_line: str, text: str) -> int:
    return next(
        number for number, line in enumerate(text.splitlines(keepends=True), 1) if line.startswith(words_of_line)
    )


def check(root: Path, files: dict[str, str]) -> list[tuple[str, int, str]]:
    """Path, line and code of every problem of the mini repository, but for pages that Malay lacks."""
    problems = check_repository(minirepo.make(root, files))[1]
    return [(found.path, found.line, found.kind.code) for found in problems if found.name != "missing-translation"]


def test_malay_pages_that_are_missing_are_warnings_and_need_no_third_title(tmp_path: Path):
    assert check(tmp_path, {FILE: malay.as_yaml(malay.language_file())}) == []


@pytest.mark.parametrize(
    ("where", "at"),
    [
        (("interface", "nav-home"), "  site-name:"),
        (("vocabularies", "stage", "running"), "    idea:"),
        (("vocabularies", "unit"), "  audience:\n"),
        (("formats", "months"), "  era:"),
        (("locale",), "order:"),
    ],
)
def test_what_its_file_lacks_is_told_where_its_set_of_keys_begins(tmp_path: Path, where: tuple[str, ...], at: str):
    text = without(*where)
    codes = {(path, line, code) for path, line, code in check(tmp_path, {FILE: text}) if path == FILE}
    assert codes == {(FILE, line_of(at, text), "CDE202")}


def test_a_word_that_no_page_asks_for_is_told_at_its_line(tmp_path: Path):
    text = malay.as_yaml(malay.language_file()).replace("  nav-home:", "  nav-hom: x\n  nav-home:", 1)
    assert check(tmp_path, {FILE: text}) == [(FILE, line_of("  nav-hom:", text), "CDE201")]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"docs/index.ms.md": "x"}, ("docs/index.ms.md", 1, "CDE106")),
        ({"data/languages/malay.yml": "order: 3\n"}, ("data/languages/malay.yml", 1, "CDE106")),
        ({f"{MODULE}/module.yml": malay.records()[f"{MODULE}/module.yml"]}, (f"{MODULE}/module.yml", 8, "CDE201")),
    ],
    ids=["page", "name-of-the-file", "record"],
)
def test_nothing_is_malay_without_the_language_itself(
    tmp_path: Path, files: dict[str, str], told: tuple[str, int, str]
):
    assert told in check(tmp_path, files)


PAGE = minirepo.files()[f"{MODULE}/facilitator.en.md"]
THAI = "เทศบาลชั่งขยะทุกคันที่ประตูหลุมฝังกลบแล้วจดตัวเลขทุกตัวไว้ในสมุดเล่มเดียวเพื่อใช้วางแผนงบประมาณปีหน้า"


@pytest.mark.parametrize(
    ("changes", "line", "code"),
    [
        ({"{#tables}": "{#table}"}, 4, "CDE407"),
        ({"state: machine": "state: original"}, 2, "CDE410"),
        ({"state: machine": "state: machine, missing: [nothing]"}, 2, "CDE414"),
        ({"text of plan": THAI}, 4, "CDE415"),
    ],
)
def test_a_malay_page_is_checked_as_any_translation(tmp_path: Path, changes: dict[str, str], line: int, code: str):
    path = f"{MODULE}/facilitator.ms.md"
    found = check(tmp_path, {FILE: malay.as_yaml(malay.language_file()), path: edited(PAGE, changes)})
    assert (path, line, code) in found


def test_a_malay_page_follows_the_original_whatever_english_does(tmp_path: Path):
    document, files = f"{MODULE}/facilitator.md", {FILE: malay.as_yaml(malay.language_file())}
    files[f"{MODULE}/facilitator.ms.md"] = PAGE
    files |= minirepo.recorded({**minirepo.files(), **files}, f"{MODULE}/facilitator.ms.md", reviewed=True)
    files[f"{MODULE}/facilitator.en.md"] = PAGE.replace("text of plan", "other words of plan")
    library, _ = check_repository(minirepo.make(tmp_path, files))
    assert [state_of(library, document, code).state for code in library.languages] == [
        "original",
        "unreviewed",
        "in-step",
    ]
    assert {state.language for state in states(library)} == {"th", "en", "ms"}
