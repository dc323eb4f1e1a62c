"""Whether a translation follows its original: states of pages, parts of pages, and what belongs to which part."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cde.checking import check_repository
from cde.generated import GENERATED
from cde.library import Library
from cde.translation import HEAD, STATES, PageState, original_of, parts_of, state_of, states
from tests import minirepo
from tests.minirepo import CASE, MODULE, edited, recorded

LECTURE = f"{MODULE}/lectures/scale"
DOCUMENT, THAI, ENGLISH = f"{LECTURE}.md", f"{LECTURE}.th.md", f"{LECTURE}.en.md"
REVIEW = "reviewed: {by: clerk, on: 2026-01-02}"
FILES = minirepo.files()


def library_of(root: Path, *layers: Mapping[str, str | None]) -> Library:
    """The Library of the mini repository with files laid over it."""
    files: dict[str, str | bytes | None] = {}
    for layer in layers:
        files.update(layer)
    return check_repository(minirepo.make(root, files))[0]


def changed(path: str, changes: Mapping[str, str], files: Mapping[str, str] = FILES) -> dict[str, str]:
    """A file with some words replaced."""
    return {path: edited(files[path], changes)}


USE = "## Section use {#use}\n\ntext of use [@news]\n\n"
NEW = changed(THAI, {"ข้อความของ use": "ข้อความใหม่ของ use"})
RECORDED = recorded(FILES, ENGLISH)
REVIEWED = recorded(FILES, ENGLISH, reviewed=True)
LACKING = recorded({**FILES, **changed(ENGLISH, {USE: ""})}, ENGLISH, missing=("use",))
REVIEWED_LACKING = recorded({**FILES, **changed(ENGLISH, {USE: ""})}, ENGLISH, missing=("use",), reviewed=True)
UNRECORDED_LACKING = changed(ENGLISH, {USE: "", "state: machine": "state: machine, missing: [use]"})
CHANGED_ELSEWHERE = changed(THAI, {"ข้อความของ discuss": "ข้อความใหม่ของ discuss"})


@pytest.mark.parametrize(
    ("files", "state", "recorded", "stale", "lacking"),
    [
        pytest.param([], "unreviewed", False, "", "", id="nothing-on-record"),
        pytest.param([RECORDED], "unreviewed", True, "", "", id="on-record"),
        pytest.param([REVIEWED], "in-step", True, "", "", id="on-record-and-reviewed"),
        pytest.param(
            [changed(ENGLISH, {"state: machine": f"state: machine, {REVIEW}"})],
            "unreviewed",
            False,
            "",
            "",
            id="reviewed-but-of-what",
        ),
        pytest.param([RECORDED, NEW], "stale", True, "use", "", id="stale"),
        pytest.param([REVIEWED, NEW], "stale", True, "use", "", id="stale-though-reviewed"),
        pytest.param([LACKING], "partial", True, "", "use", id="partial"),
        pytest.param([REVIEWED_LACKING], "partial", True, "", "use", id="partial-though-reviewed"),
        pytest.param([UNRECORDED_LACKING], "partial", False, "", "use", id="partial-and-not-on-record"),
        pytest.param([LACKING, CHANGED_ELSEWHERE], "stale", True, "discuss", "use", id="stale-and-partial"),
        pytest.param([LACKING, NEW], "partial", True, "", "use", id="a-missing-section-does-not-grow-stale"),
        pytest.param([{ENGLISH: None}], "missing", True, "", "", id="missing"),
    ],
)
def test_the_state_of_a_translation(
    tmp_path: Path, files: list[dict[str, str | None]], state: str, recorded: bool, stale: str, lacking: str
):
    library = library_of(tmp_path, *files)
    found = state_of(library, DOCUMENT, "en")
    assert (found.state, found.original, found.recorded) == (state, "th", recorded)
    assert [part.id for part in found.stale] == stale.split()
    assert [part.id for part in found.lacking] == lacking.split()
    assert state_of(library, DOCUMENT, "th") == PageState(DOCUMENT, "th", "original", "th")


def test_a_page_in_the_other_language_alone_is_missing_in_thai(tmp_path: Path):
    library = library_of(tmp_path, {THAI: None, ENGLISH: FILES[ENGLISH].replace("machine", "original")})
    assert [state_of(library, DOCUMENT, language).state for language in ("th", "en")] == ["missing", "original"]
    assert state_of(library, DOCUMENT, "th").original == "en"


def test_the_original_may_be_in_any_language(tmp_path: Path):
    turned = {
        THAI: FILES[THAI].replace("original", "human"),
        ENGLISH: FILES[ENGLISH].replace("machine", "original"),
    }
    library = library_of(tmp_path, recorded({**FILES, **turned}, THAI), {ENGLISH: turned[ENGLISH]})
    thai = state_of(library, DOCUMENT, "th")
    assert (thai.state, thai.original, thai.made, thai.recorded) == ("unreviewed", "en", "human", True)


@pytest.mark.parametrize(("given", "original"), [("original original", "th"), ("machine human", None)])
def test_faulty_pairs_have_states_too(tmp_path: Path, given: str, original: str | None):
    thai, english = given.split()
    files = {THAI: FILES[THAI].replace("original", thai), ENGLISH: FILES[ENGLISH].replace("machine", english)}
    library = library_of(tmp_path, files)
    assert original_of(library, DOCUMENT) == original
    assert [state_of(library, DOCUMENT, language).state for language in ("th", "en")] == ["original", "unreviewed"]


def test_a_page_that_is_generated_is_an_original_in_every_language(tmp_path: Path):
    library = library_of(tmp_path)
    assert {state_of(library, name, code).state for name in GENERATED for code in ("th", "en")} == {"original"}


def test_every_published_document_has_a_state_in_every_language(tmp_path: Path):
    draft = {
        path: text.replace("status: published", "status: draft")
        for path, text in minirepo.copied(MODULE, "curriculum/bcg/water").items()
    }
    found = states(library_of(tmp_path, draft))
    assert {state.document for state in found} == {
        *(f"{stem}.md" for stem in minirepo.SECTIONS),
        "docs/index.md",
    }
    assert len(found) == 2 * len({state.document for state in found})
    assert {state.state for state in found} <= set(STATES)


# Parts


def test_parts_are_the_head_and_the_sections_in_order(tmp_path: Path):
    parts = parts_of(library_of(tmp_path), DOCUMENT, "en")
    assert list(parts) == [HEAD, "use", "discuss", "reading"]
    assert parts["use"].split() == ["Section", "use", "text", "of", "use", "[@news]"]


def test_a_section_that_is_called_head_is_not_lost_in_the_head(tmp_path: Path):
    files = {path: FILES[path].replace("{#use}", "{#head}") for path in (THAI, ENGLISH)}
    recorded_files = recorded({**FILES, **files}, ENGLISH)
    library = library_of(tmp_path, files, recorded_files, changed(THAI, {"ข้อความของ use": "ใหม่"}, {**FILES, **files}))
    assert [part.id for part in state_of(library, DOCUMENT, "en").stale] == ["head"]


def test_headings_within_code_and_of_deeper_levels_begin_no_part(tmp_path: Path):
    text = "ข้อความของ use [@news]\n\n```\n## Not a section {#not}\n```\n\n### ย่อย {#sub}\n\nคำ"
    library = library_of(tmp_path, changed(THAI, {"ข้อความของ use [@news]": text}))
    parts = parts_of(library, DOCUMENT, "th")
    assert list(parts) == [HEAD, "use", "discuss", "reading"]
    assert "ย่อย" in parts["use"]


@pytest.mark.parametrize(
    ("document", "file", "changes", "part"),
    [
        ("docs/index", "docs/index.th.md", {"title: หน้าแรก": "title: หน้าหลัก"}, "head words"),
        ("docs/index", "docs/index.th.md", {"summary: สรุป": "summary: สรุปใหม่"}, "head words"),
        ("docs/index", "docs/index.th.md", {"## เริ่ม": "คำนำ\n\n## เริ่ม"}, "head words"),
        ("docs/index", "docs/index.th.md", {"## เริ่ม": "## เริ่มต้น"}, "start words"),
        ("curriculum/bcg/index", "data/bases.yml", {"ใช้ของอย่างไรให้คุ้ม": "ใช้ของอย่างไร"}, "head words"),
        (f"{MODULE}/index", f"{MODULE}/module.yml", {"ชั่งขยะได้": "ชั่งขยะได้ 3 ครั้ง"}, "head words figures"),
        (f"{MODULE}/index", f"{MODULE}/module.yml", {"เห็นการชั่งจริง": "เห็นจริง"}, "head words"),
        (f"{MODULE}/index", f"{MODULE}/module.yml", {"ชั่งก่อน [@town-report]": "ชั่งก่อน [@news]"}, "head sources"),
        (f"{MODULE}/index", f"{MODULE}/quiz.yml", {"คำถาม again": "ถาม again"}, "check words"),
        (f"{MODULE}/index", f"{MODULE}/worksheet.yml", {"ตัวเลขแรก": "ตัวเลข"}, "worksheet words"),
        (LECTURE, f"{MODULE}/module.yml", {"th: ตาชั่ง": "th: เครื่องชั่ง"}, "head words"),
        (f"{CASE}/index", f"{CASE}/case.yml", {"ทำได้ทันที": "ทำได้เลย"}, "head words"),
        (f"{CASE}/index", f"{CASE}/case.yml", {"ขยะต่อวัน": "ขยะวันละ"}, "head words"),
        (f"{CASE}/index", f"{CASE}/case.yml", {"about: {th: ปริมาณ": "about: {th: น้ำหนัก"}, "results words"),
        (f"{CASE}/index", f"{CASE}/case.yml", {"ชั่งทุกเช้า": "ชั่งทุกเย็น"}, "results words"),
        (f"{CASE}/index", f"{CASE}/case.yml", {"ชุมชนเมือง": "ชุมชน"}, "partners words"),
    ],
)
def test_a_text_belongs_to_the_part_in_which_it_is_shown(
    tmp_path: Path, document: str, file: str, changes: dict[str, str], part: str
):
    name, *kinds = part.split()
    files = recorded(FILES, f"{document}.en.md")
    stale = state_of(library_of(tmp_path, files, changed(file, changes)), f"{document}.md", "en").stale
    assert [(found.id, list(found.changes)) for found in stale] == [(name, kinds)]


@pytest.mark.parametrize(
    ("document", "file", "changes"),
    [
        pytest.param(f"{MODULE}/index", f"{MODULE}/module.yml", {"th: ตาชั่ง": "th: เครื่องชั่ง"}, id="of-a-lecture"),
        pytest.param(LECTURE, f"{MODULE}/module.yml", {"ขยะไปไหน": "ไปไหน"}, id="of-the-module"),
        pytest.param(f"{MODULE}/facilitator", f"{MODULE}/quiz.yml", {"คำถาม again": "ถาม again"}, id="no-such-marker"),
        pytest.param(f"{MODULE}/index", f"{MODULE}/module.yml", {"en: Waste}": "en: Refuse}"}, id="of-the-translation"),
        pytest.param(LECTURE, ENGLISH, {"text of use": "another text of use"}, id="within-the-translation"),
        pytest.param(f"{CASE}/index", f"{CASE}/case.yml", {"value: 20,": "value: 21,"}, id="shown-in-both-languages"),
        pytest.param(LECTURE, THAI, {"{#use}\n\nข้อความของ use": "{#use}\n\n\nข้อความ\u200bของ  use"}, id="only-spaces"),
    ],
)
def test_what_makes_a_translation_no_staler(tmp_path: Path, document: str, file: str, changes: dict[str, str]):
    files = recorded(FILES, f"{document}.en.md")
    library = library_of(tmp_path, files, changed(file, changes, {**FILES, **files}))
    assert state_of(library, f"{document}.md", "en").state == "unreviewed"
