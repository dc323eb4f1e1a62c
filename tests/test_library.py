"""The links between records, the menu made from them, and where documents live."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cde import layout
from cde.checking import check_repository
from cde.layout import Place
from cde.library import Library
from cde.navigation import expand
from tests import minirepo


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Three modules of `bcg` (one a draft), one of `digital`; three cases (one a draft); a page in Thai only."""
    files = minirepo.files()
    for name, order in (("bcg/audit", 2), ("bcg/sketch", 3), ("digital/data", 1)):
        folder = f"curriculum/{name}"
        files |= minirepo.copied(minirepo.MODULE, folder)
        changes = {"order: 1": f"order: {order}"}
        if name == "bcg/sketch":
            changes["status: published"] = "status: draft"
        if name == "digital/data":
            changes |= {"group: bcg": "group: digital", "cases:\n  - {case: nan": "cases:\n  - {case: ayutthaya"}
            changes["terms: [circular-economy]"] = "terms: []"
        files[f"{folder}/module.yml"] = minirepo.edited(files[f"{folder}/module.yml"], changes)
    for name, bases, status in (("ayutthaya", "[digital, bcg]", "published"), ("yala", "[bcg]", "draft")):
        folder = f"case_studies/{name}"
        files |= minirepo.copied(minirepo.CASE, folder)
        changes = {"bases: [bcg, digital]": f"bases: {bases}", "status: published": f"status: {status}"}
        files[f"{folder}/case.yml"] = minirepo.edited(files[f"{folder}/case.yml"], changes)
    about = "---\ntitle: เกี่ยวกับ\nother_title: About\nsummary: ใคร\ntranslation: {state: original}\n---\n## เรา {#us}\n"
    root = minirepo.make(tmp_path_factory.mktemp("links"), {**files, "docs/about.th.md": about})
    found, problems = check_repository(root)
    assert [problem.kind.code for problem in problems] == ["CDE501"]
    return found


def paths(folders) -> list[str]:
    return [folder.path.split("/", 1)[1] for folder in folders]


def test_modules_of_a_group_come_in_teaching_order_without_drafts(library):
    assert paths(library.modules_of("bcg")) == ["bcg/waste", "bcg/audit"]
    assert paths(library.published_modules()) == ["bcg/waste", "bcg/audit", "digital/data"]
    assert library.modules_of("nothing") == []


def test_cases_of_a_base_begin_with_those_that_have_it_first(library):
    assert paths(library.cases_of("bcg")) == ["nan", "ayutthaya"]
    assert paths(library.cases_of("digital")) == ["ayutthaya", "nan"]
    assert paths(library.published_cases()) == ["ayutthaya", "nan"]


def test_drafts_are_known_by_any_of_their_pages(library):
    assert library.is_draft("curriculum/bcg/sketch/index.md")
    assert library.is_draft("curriculum/bcg/sketch/lectures/scale.md")
    assert library.is_draft("case_studies/yala/index.md")
    assert not library.is_draft("curriculum/bcg/waste/index.md")
    assert not library.is_draft("docs/index.md")


def test_modules_are_found_by_what_they_use(library):
    assert paths(library.modules_using("circular-economy")) == ["bcg/waste", "bcg/audit"]
    assert library.modules_using("user-fee") == []


def test_languages_are_those_in_which_a_document_is_written(library):
    assert library.languages_of("docs/index.md") == ["th", "en"]
    assert library.languages_of("docs/about.md") == ["th"]
    assert library.languages_of("docs/nothing.md") == []
    page = library.page("docs/about.md", "th")
    assert page is not None
    assert (page.title, page.page.language) == ("เกี่ยวกับ", "th")
    assert library.pages["docs/index.en.md"].page.language == "en"
    assert library.page("docs/about.md", "en") is None


def test_a_page_of_a_module_has_no_title_of_its_own(library):
    assert library.pages["curriculum/bcg/waste/index.th.md"].title is None


def test_registries_are_found_by_what_their_records_say(library):
    assert [term.data.id for term in library.terms_of("bcg")] == ["circular-economy", "user-fee"]
    assert list(library.sources_of("news")) == ["news"]
    assert library.sources_checked() == ["town-report"]
    assert library.reviewed() == []
    assert all(library.names(target) for target in ("module", "case", "term", "base", "province", "source", "fact"))


def test_a_term_has_its_name_and_abbreviation_in_each_language(library):
    term = library.terms["circular-economy"].data
    assert (term.name("th"), term.name("en")) == ("เศรษฐกิจหมุนเวียน", "circular economy")
    assert (term.abbreviation("th"), term.abbreviation("en")) == (None, "CE")


def test_records_never_change_after_reading(library):
    with pytest.raises(ValidationError):
        library.terms["circular-economy"].data.en = "loop"


def test_a_printed_claim_is_never_one_that_waits_for_a_check(library):
    case = library.cases["nan"].data
    assert [claim.id for claim in case.printable_claims] == ["c1", "c2", "c3"]
    assert case.cited_sources == ["town-report", "news", "mirror"]


def test_a_fact_is_printable_once_a_person_has_reviewed_it(tmp_path: Path):
    facts = minirepo.edited(
        minirepo.FACTS, {"source: news, reviewed: null": "source: news, reviewed: {by: clerk, on: 2026-01-02}"}
    )
    found, _ = check_repository(minirepo.make(tmp_path, {"data/facts/bcg.yml": facts}))
    assert found.facts["bcg-003"].data.print == "check"
    assert found.facts["bcg-003"].data.printable


# The menu


def test_the_menu_speaks_the_readers_language(library):
    nav = [{"nav-home": "docs/index.md"}, {"nav-about": [{"glossary": "docs/glossary.md"}, "docs/about.md"]}]
    assert expand(nav, library, "th") == [
        {"หน้าแรก": "docs/index.md"},
        {"เกี่ยวกับคลังความรู้": [{"คลังคำศัพท์": "docs/glossary.md"}, "docs/about.md"]},
    ]
    assert list(expand(nav, library, "en")[1]) == ["About this library"]
    assert expand([{"Plain words": "a.md"}], library, "th") == [{"Plain words": "a.md"}]


def test_the_menu_lists_groups_modules_and_lectures(library):
    assert expand([{"nav-learn": ["curriculum/index.md", "curriculum/"]}], library, "en") == [
        {
            "Learn": [
                "curriculum/index.md",
                {
                    "BCG": [
                        "curriculum/bcg/index.md",
                        {"Waste": ["curriculum/bcg/waste/index.md", "curriculum/bcg/waste/lectures/scale.md"]},
                        {"Waste": ["curriculum/bcg/audit/index.md", "curriculum/bcg/audit/lectures/scale.md"]},
                    ]
                },
                {
                    "Digital": [
                        {"Waste": ["curriculum/digital/data/index.md", "curriculum/digital/data/lectures/scale.md"]}
                    ]
                },
            ]
        }
    ]


def test_what_the_reader_lacks_is_counted_by_nobody_and_found_in_the_language_it_is_in(tmp_path: Path):
    water = minirepo.copied(minirepo.MODULE, "curriculum/bcg/water")
    files = {path: text for path, text in water.items() if not path.endswith(".en.md")}
    library, _ = check_repository(minirepo.make(tmp_path, files))
    assert paths(library.written_in(library.modules_of("bcg"), "th")) == ["bcg/waste", "bcg/water"]
    assert paths(library.written_in(library.modules_of("bcg"), "en")) == ["bcg/waste"]
    document = "curriculum/bcg/water/index.md"
    assert [library.read_in(document, language) for language in ("th", "en")] == ["th", "th"]
    assert library.read_in("docs/glossary.md", "en") == "en", "a generated page stands in every language"
    assert document in library.documents("curriculum") and document not in library.documents("docs")
    ((_, waste), (title, pages)) = [
        next(iter(each.items())) for each in expand(["curriculum/"], library, "en")[0]["BCG"][1:]
    ]
    assert waste == ["curriculum/bcg/waste/index.md", "curriculum/bcg/waste/lectures/scale.md"]
    assert title == "Waste (in Thai)"
    assert pages == [document, {"The scale (in Thai)": "curriculum/bcg/water/lectures/scale.md"}]


def test_expanding_leaves_the_menu_as_it_was(library):
    nav = [{"nav-learn": ["curriculum/"]}]
    expand(nav, library, "th")
    assert nav == [{"nav-learn": ["curriculum/"]}]


# Where documents live


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ("docs/index.md", Place("home")),
        ("docs/programme/method.md", Place("page")),
        ("curriculum/index.md", Place("curriculum")),
        ("curriculum/bcg/index.md", Place("base", "bcg")),
        ("curriculum/bcg/waste/index.md", Place("module", "bcg", "waste")),
        ("curriculum/bcg/waste/facilitator.md", Place("facilitator", "bcg", "waste")),
        ("curriculum/bcg/waste/lectures/scale.md", Place("lecture", "bcg", "waste", lecture="scale")),
        ("case_studies/nan/index.md", Place("case", case="nan")),
        ("case_studies/nan/notes.md", Place("unknown")),
        ("curriculum/bcg/waste/lectures/deep/scale.md", Place("unknown")),
        ("tests/index.md", Place("unknown")),
    ],
)
def test_a_path_tells_what_a_document_is(document, place):
    assert layout.place_of(document) == place


def test_a_place_knows_its_folder():
    assert layout.place_of("curriculum/bcg/waste/lectures/scale.md").folder == "curriculum/bcg/waste"
    assert layout.place_of("case_studies/nan/index.md").folder == "case_studies/nan"


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("curriculum/bcg/waste/index.th.md", False),
        ("curriculum/README.md", True),
        ("case_studies/README.th.md", True),
        ("case_studies/_template/index.th.md", True),
        ("docs/_drafts/a.md", True),
        ("docs/.hidden.md", True),
        ("docs/my_page.md", False),
    ],
)
def test_what_never_becomes_a_page(path, hidden):
    assert layout.is_hidden(path) is hidden


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("docs/about.th.md", "about.th.md"),
        ("curriculum/bcg/index.en.md", "curriculum/bcg/index.en.md"),
        ("case_studies/nan/media/map.svg", "case-studies/nan/media/map.svg"),
    ],
)
def test_a_room_has_its_address_on_the_site(path, address):
    assert layout.site_path(path) == address


def test_files_of_a_room_are_pages_and_media_in_order(tmp_path: Path):
    for name in ("b.th.md", "a/z.png", "a/y.yml", "_x/c.md", "README.md", "a/index.en.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).touch()
    assert list(layout.room_files(tmp_path, "docs")) == ["docs/a/index.en.md", "docs/a/z.png", "docs/b.th.md"]


NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
DOCUMENTS = st.tuples(st.sampled_from(list(layout.ROOMS)), st.lists(NAMES, min_size=1, max_size=4)).map(
    lambda parts: "/".join([parts[0], *parts[1]]) + ".md"
)
LANGUAGES = st.sampled_from(layout.LANGUAGES)


@given(DOCUMENTS, LANGUAGES)
def test_document_and_language_give_the_path_and_the_path_gives_them_back(document, language):
    path = layout.in_language(document, language)
    assert (layout.document_of(path), layout.language_of(path)) == (document, language)
    assert layout.language_of(document) is None
    assert layout.document_of(document) == document


@given(DOCUMENTS, LANGUAGES, LANGUAGES)
def test_any_translation_leads_to_any_other(document, first, second):
    assert layout.in_language(layout.in_language(document, first), second) == layout.in_language(document, second)


@given(st.lists(DOCUMENTS, unique=True, max_size=8))
def test_no_two_files_share_an_address_unless_docs_copies_a_room(documents):
    addresses = [layout.site_path(document) for document in documents]
    rooms = ("docs/curriculum/", "docs/case-studies/")
    assert len(set(addresses)) == len(addresses) or any(document.startswith(rooms) for document in documents)


@given(NAMES, NAMES, NAMES)
def test_the_place_of_a_lecture_is_made_of_its_parts(group, module, lecture):
    place = layout.place_of(f"curriculum/{group}/{module}/lectures/{lecture}.md")
    assert (place.kind, place.group, place.module, place.lecture) == ("lecture", group, module, lecture)
    assert f"{place.folder}/lectures/{place.lecture}.md" == f"curriculum/{group}/{module}/lectures/{lecture}.md"
