"""Every kind of problem, by example: what is laid over the mini repository, and what `cde check` says of it.

A golden file (`tests/problems/*.yml`) holds the input and the expected output side by side:

- `copy`: a folder of the mini repository, and the folders to copy it to;
- `before`, `change`: by file, words that stand in it once and what stands there instead (a list: words, and how many
  times); between the two come
- `record`: translations that are then on record as following their originals;
- `files`: whole files by path, null where one is taken away; `hex`: whole files as bytes;
- `problems`: every problem expected, as `path:line:column CODE`;
- `th`, `en`: the message of the first one in full, or of the one that `words_of` counts from 0;
- `cure`: its cure, where that holds values of its own.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from cde import yaml_nodes
from cde.checking import check_repository
from cde.problem import Problem, codes
from tests import minirepo

GOLDEN = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in Path(__file__).parent.glob("problems/*.yml")}
CODES = minirepo.ROOT / "cde/codes.yml"
THAI = re.compile(r"[\u0e00-\u0e7f]")


def laid_over(golden: dict[str, Any]) -> dict[str, Any]:
    """The files that a golden file asks for, by path."""
    files: dict[str, Any] = minirepo.files()
    for folder, targets in golden.get("copy", {}).items():
        for target in targets:
            files |= minirepo.copied(folder, target)
    files |= changed(files, golden.get("before", {}))
    files |= minirepo.recorded(files, *golden["record"]) if "record" in golden else {}
    files |= changed(files, golden.get("change", {}))
    return files | golden.get("files", {}) | {path: bytes.fromhex(raw) for path, raw in golden.get("hex", {}).items()}


def changed(files: dict[str, Any], changes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Files with some words of them replaced."""
    texts = {
        path: {old: new[0] * new[1] if isinstance(new, list) else new for old, new in each.items()}
        for path, each in changes.items()
    }
    return {path: minirepo.edited(files[path], each) for path, each in texts.items()}


def problems_of(root: Path, files: dict[str, Any]) -> list[Problem]:
    """What `cde check` says of the mini repository with these files laid over it."""
    return check_repository(minirepo.make(root, files))[1]


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_golden(name: str, tmp_path: Path):
    golden = GOLDEN[name]
    problems = problems_of(tmp_path, laid_over(golden))
    assert [f"{found.path}:{found.line}:{found.column} {found.kind.code}" for found in problems] == golden["problems"]
    for language in ("th", "en"):
        words = problems[golden.get("words_of", 0)].words(language)
        assert words["message"] == golden[language]
        assert words["cure"] == golden.get("cure", {}).get(language, words["cure"])
    assert all(str(found) for found in problems), "every message, reason and cure finds its values"


@pytest.mark.parametrize(
    "golden",
    [
        pytest.param({}, id="the-mini-repository-itself"),
        pytest.param(
            {"files": {"data/cohorts.yml": "", "data/organisations.yml": "# None yet.\n"}}, id="empty-registry"
        ),
        pytest.param(
            {"change": {f"{minirepo.CASE}/case.yml": {"sources: [town-report, mirror]": "sources: [town-report]"}}},
            id="full-case-of-two-sources",
        ),
    ],
)
def test_what_is_no_fault(golden: dict[str, Any], tmp_path: Path):
    assert problems_of(tmp_path, laid_over(golden)) == []


# The list of codes itself


def test_every_code_has_a_golden_file_that_shows_its_words():
    shown = {golden["problems"][golden.get("words_of", 0)].split()[1] for golden in GOLDEN.values()}
    assert {code.code for code in codes().values()} - shown == set()


def test_codes_and_names_are_unique():
    marked, doubled = yaml_nodes.parse("codes.yml", CODES.read_text("utf-8"))
    assert marked is not None
    assert doubled == []
    names = [entry["name"] for entry in marked.data.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"CDE[1-6]\d\d", code) for code in marked.data)


@pytest.mark.parametrize("name", codes())
@pytest.mark.parametrize("part", ["message", "reason", "cure"])
def test_every_text_stands_in_both_languages(name: str, part: str):
    words = getattr(codes()[name], part)
    assert list(words) == ["th", "en"]
    assert THAI.search(words["th"])
    assert not THAI.search(re.sub("“[^”]*”", "", words["en"])), "Thai only as a quoted term"
    for text in words.values():
        text.format_map(dict.fromkeys(re.findall(r"\{(\w+)\}", text), ""))  # braces are well formed


# Rules for every message


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"data/sources.yml": {"link: false, checked: false": "checked: maybe"}}, "checked", id="union"),
        pytest.param({"data/facts/bcg.yml": {"{id: bcg-002,": "{id: bcg-002, cohort: [1],"}}, "cohort", id="optional"),
        pytest.param(
            {"case_studies/nan/case.yml": {"value: 13000000,": "value: thirteen million,"}}, "value", id="number"
        ),
    ],
)
def test_a_message_names_the_field_as_the_author_wrote_it(changes: dict[str, Any], key: str, tmp_path: Path):
    problems = problems_of(tmp_path, laid_over({"change": changes}))
    told = [found for found in problems if found.path in changes and "key" in found.values]
    assert {found.values["key"] for found in told} == {key}


def test_a_wrong_value_of_a_union_is_told_once(tmp_path: Path):
    golden = {"change": {"data/sources.yml": {"link: false, checked: false": "checked: maybe"}}}
    assert len([found for found in problems_of(tmp_path, laid_over(golden)) if found.path == "data/sources.yml"]) == 1


def test_an_empty_file_is_named(tmp_path: Path):
    problems = problems_of(tmp_path, {"curriculum/bcg/waste/worksheet.yml": ""})
    assert [found.path for found in problems] == ["curriculum/bcg/waste/worksheet.yml"]
    assert "“”" not in problems[0].words("en")["message"]


def test_what_was_given_is_named_in_the_language_of_the_message(tmp_path: Path):
    golden = {"change": {"curriculum/bcg/waste/worksheet.yml": {"minutes: 20": "minutes: [20]"}}}
    (found,) = problems_of(tmp_path, laid_over(golden))
    assert "a list" in found.words("en")["message"]
    assert "a list" not in found.words("th")["message"]


@pytest.mark.parametrize("text", ["audience:\n", "audience: [mayor]\n", "- mayor\n", "audience: {mayor: {th: ก", ""])
def test_a_faulty_vocabulary_is_told_where_it_stands(text: str, tmp_path: Path):
    problems = problems_of(tmp_path, {"data/vocabularies.yml": text})
    assert "data/vocabularies.yml" in {found.path for found in problems}


def test_problems_come_in_the_order_of_files_and_lines():
    def at(path: str, line: int) -> Problem:
        return Problem(path, line, 1, "encoding")

    assert sorted([at("b", 1), at("a", 10), at("a", 9)]) == [at("a", 9), at("a", 10), at("b", 1)]
