"""How the translations stand, counted and listed: small repositories with one page of each state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from cde import layout, translation
from cde.checking import check_repository
from cde.compose import compose
from cde.fragments import Fragments
from cde.history import History
from cde.library import Library
from cde.overview import Counts, Progress, Work, headings, overview
from tests import minirepo

MALAY = {
    "order: 2": "order: 3",
    "name: English": "name: Bahasa Melayu",
    "calls: {th: Thai, en: English}": "calls: {ms: Malay}",
}
MODULE, LECTURE = f"{minirepo.MODULE}/index.md", f"{minirepo.MODULE}/lectures/scale.md"
CASE, HOME = f"{minirepo.CASE}/index.md", "docs/index.md"


def page(state: str, *sections: str) -> str:
    """A page of `docs/` with one sentence a section."""
    text = "".join(f"## {name} {{#{name}}}\n\nText of {name}.\n\n" for name in sections)
    return f"---\ntitle: About\nsummary: What\nother_title: Other\ntranslation: {{state: {state}}}\n---\n{text}"


def read(root: Path, files: Mapping[str, str | None]) -> Library:
    return check_repository(minirepo.make(root, files))[0]


def recorded(library: Library, document: str, language: str, more: str = "") -> str:
    """The file of a translation that says it follows the present original."""
    loaded = library.page(document, language)
    assert loaded is not None
    original = translation.original_of(library, document) or ""
    of = ", ".join(f"{name}: {found}" for name, found in translation.fingerprints(library, document, original).items())
    text = (library.root / layout.in_language(document, language)).read_text("utf-8")
    return minirepo.edited(text, {"{state: machine}": f"{{state: machine, of: {{{of}}}{more}}}"})


def into(library: Library, language: str) -> Progress:
    return next(progress for progress in overview(library) if progress.language == language)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Home in step and checked, the case only in step, the module stale, a page partial, one missing."""
    before = read(tmp_path, {"docs/half.th.md": page("original", "a", "b"), "docs/half.en.md": page("machine", "a")})
    files = {
        "docs/index.en.md": recorded(before, HOME, "en", ", reviewed: {by: clerk, on: 2026-01-02}"),
        "case_studies/nan/index.en.md": recorded(before, CASE, "en"),
        f"{minirepo.MODULE}/index.en.md": recorded(before, MODULE, "en"),
        f"{minirepo.MODULE}/index.th.md": minirepo.edited(
            minirepo.files()[f"{minirepo.MODULE}/index.th.md"], {"ข้อความของ idea": "ข้อความใหม่ 12 บรรทัดของ idea"}
        ),
        "docs/half.en.md": recorded(before, "docs/half.md", "en", ", missing: [b]"),
        "docs/only.th.md": page("original", "a"),
    }
    return read(tmp_path, files)


def test_pages_are_counted_by_state(library: Library):
    counts = into(library, "en").all
    assert counts.of == {"in-step": 1, "unreviewed": 4, "partial": 1, "stale": 1, "missing": 1}
    assert (counts.total, counts.following, counts.unrecorded) == (8, 2, 3)


def test_and_by_part_of_the_site_and_type_of_page(library: Library):
    progress = into(library, "en")
    assert {name: counts.total for name, counts in progress.rooms.items()} == {"pages": 3, "bcg": 4, "cases": 1}
    assert {name: counts.total for name, counts in progress.kinds.items()} == {
        "page": 3,
        "base": 1,
        "module": 1,
        "lecture": 1,
        "facilitator": 1,
        "case": 1,
    }
    assert progress.rooms["bcg"].of["stale"] == progress.kinds["module"].of["stale"] == 1


def test_the_sums_of_rooms_and_of_kinds_are_the_whole(library: Library):
    progress = into(library, "en")
    for sets in (progress.rooms, progress.kinds):
        assert sum(counts.total for counts in sets.values()) == progress.all.total
        assert sum(counts.following for counts in sets.values()) == progress.all.following


@pytest.mark.parametrize(
    ("following", "total", "share"), [(0, 0, 0), (0, 9, 0), (2, 3, 66), (999, 1000, 99), (7, 7, 100)]
)
def test_a_share_is_100_only_where_all_are_in_step(following: int, total: int, share: int):
    assert Counts({"unreviewed": total}, following, 0).share == share


def test_what_waits_is_listed_by_state_the_most_pressing_first(library: Library):
    work = into(library, "en").work
    assert {state: [each.page.document for each in found] for state, found in work.items()} == {
        "stale": [MODULE],
        "partial": ["docs/half.md"],
        "missing": ["docs/only.md"],
        "unreviewed": [CASE, "curriculum/bcg/index.md", f"{minirepo.MODULE}/facilitator.md", LECTURE],
    }
    assert [(part.id, part.changes) for part in work["stale"][0].page.stale] == [("idea", ("words", "figures"))]
    assert [part.id for part in work["partial"][0].page.lacking] == ["b"]
    assert work["missing"][0].path == "docs/only.en.md"


def test_the_translation_unchanged_for_longest_comes_first_and_an_unknown_day_last(library: Library):
    days = {
        "curriculum/bcg/index.en.md": "2026-03-01",
        "case_studies/nan/index.en.md": "2026-05-01",
        f"{minirepo.MODULE}/facilitator.en.md": "2025-12-31",
        f"{minirepo.MODULE}/facilitator.th.md": "2026-06-01",
    }
    found = into(replace(library, history=History(days)), "en").work["unreviewed"]
    assert [(work.day, work.original_day) for work in found] == [
        ("2025-12-31", "2026-06-01"),
        ("2026-03-01", None),
        ("2026-05-01", None),
        (None, None),
    ]


def test_a_language_that_only_has_originals_is_left_out(library: Library):
    assert [progress.language for progress in overview(library)] == ["en"]


def test_each_language_has_its_own_originals_to_follow(tmp_path: Path):
    library = read(tmp_path, {"docs/a.en.md": page("original", "a"), "docs/a.th.md": page("human", "a")})
    assert [(progress.language, progress.all.total) for progress in overview(library)] == [("th", 1), ("en", 6)]


def test_a_third_language_needs_nothing_but_its_files(tmp_path: Path):
    english = minirepo.files()["data/languages/en.yml"]
    library = read(tmp_path, {"data/languages/ms.yml": minirepo.edited(english, MALAY)})
    progress = into(library, "ms")
    assert progress.all.of["missing"] == progress.all.total == into(library, "en").all.total
    assert all(isinstance(work, Work) and work.path.endswith(".ms.md") for work in progress.work["missing"])


def test_headings_are_told_in_the_language_asked_for(library: Library):
    assert headings(library, MODULE, "en")["idea"] == "Section idea"
    assert headings(library, MODULE, "th")["idea"] == "หัวข้อ idea"
    assert headings(library, "docs/only.md", "en") == {}


# The page


def shown(library: Library, language: str) -> str:
    """The page on translations; links are `/language/document`."""
    fragments = Fragments(library, minirepo.ROOT / "overrides/fragments")
    here = language

    def link(document: str, language: str | None = None) -> str:
        return f"/{language or here}/{document}"

    return compose(library, fragments, "docs/translation.md", language, link).markdown


def test_the_page_leads_to_the_section_and_to_both_languages(library: Library):
    html = shown(library, "th")
    assert f'<a href="/en/{MODULE}#idea" hreflang="en">หัวข้อ idea</a> (ถ้อยคำ, ตัวเลข)' in html
    assert f'<a href="/en/{MODULE}?both=th" hreflang="en">' in html
    assert f"<code>cde sync {minirepo.MODULE}/index.en.md</code>" in html
    assert '<a href="/th/docs/only.md" hreflang="th">' in html
    assert "<code>docs/only.en.md</code>" in html, "a file to write is not yet one to sync"


def test_the_page_says_where_no_day_is_known(library: Library):
    assert library.say("translations-no-history", "en") in shown(library, "en")
    dated = replace(library, history=History({"docs/index.en.md": "2026-01-02"}))
    assert library.say("translations-no-history", "en") not in shown(dated, "en")


def test_tables_and_lists_are_kept_from_search_but_not_the_meanings(library: Library):
    html = shown(library, "en")
    meanings, _, rest = html.partition('<div class="translations" data-search-exclude>')
    assert library.say("state-behind-means", "en") in meanings
    assert "<table" not in meanings and "<table" in rest and "<details" in rest
