"""Links between cases, modules and terms: each is shown at both ends, with what it is and why, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde.library import Library
from cde.relations import Relation, cases_of_case, cases_of_module, cases_of_term, modules_of_case
from tests import cases

RELATED = "added: 2026-11-30\nrelated: [{{case: {}, kind: {}, why: {{th: เทียบกัน, en: Compare {}}}}}]"


def related(name: str, kind: str, why: str) -> dict[str, str]:
    """A change that relates a case to another one."""
    return {"added: 2026-11-30": RELATED.format(name, kind, why)}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """`nan` and `yala` name each other; a draft names both; all teach the module, which names `nan` alone."""
    changes = {
        "nan": related("yala", "contrast", "the ways"),
        "yala": {**cases.YALA, **related("nan", "same-problem", "the waste")},
        "draft": {"status: published": "status: draft", **related("nan", "contrast", "nothing")},
    }
    return cases.library(tmp_path_factory.mktemp("relations"), changes)


def told(relations: list[Relation]) -> list[tuple[str, tuple[str, str] | None, str]]:
    return [(relation.there.data.id, relation.kind, relation.why.en) for relation in relations]


def test_what_a_record_says_itself_comes_before_what_others_say_of_it(library: Library):
    assert told(cases_of_case(library, library.cases["nan"])) == [
        ("yala", ("case_link", "contrast"), "Compare the ways")
    ]
    assert told(cases_of_case(library, library.cases["yala"])) == [
        ("nan", ("case_link", "same-problem"), "Compare the waste")
    ]


def test_a_link_of_one_case_is_shown_at_the_other_too(tmp_path: Path):
    found = cases.library(tmp_path, {"nan": related("yala", "contrast", "the ways"), "yala": cases.YALA})
    there = cases_of_case(found, found.cases["yala"])
    assert told(there) == [("nan", ("case_link", "contrast"), "Compare the ways")]
    assert there[0].group == "bcg"


def test_a_module_shows_its_own_cases_and_those_that_name_it(library: Library):
    module = library.modules["waste"]
    assert told(cases_of_module(library, module)) == [
        ("nan", None, "Shows real weighing"),
        ("yala", ("module_link", "figures"), "To practise weighing"),
    ]


def test_a_case_shows_its_own_modules_once(library: Library):
    assert told(modules_of_case(library, library.cases["nan"])) == [
        ("waste", ("module_link", "figures"), "To practise weighing")
    ]


def test_a_module_that_names_a_case_is_shown_where_the_case_is_silent(tmp_path: Path):
    silent = "modules: [{module: waste, kind: figures, why: {th: ใช้ฝึกชั่ง, en: To practise weighing}}]"
    found = cases.library(tmp_path, {"nan": {silent: "modules: []"}})
    assert told(modules_of_case(found, found.cases["nan"])) == [("waste", None, "Shows real weighing")]


def test_a_term_names_the_published_cases_that_show_it(library: Library):
    assert [relation.there.data.id for relation in cases_of_term(library, "circular-economy")] == ["nan", "yala"]
    assert cases_of_term(library, "user-fee") == []
