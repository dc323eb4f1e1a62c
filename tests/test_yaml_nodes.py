"""YAML that remembers where each part stood."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cde.yaml_nodes import Marked, parse

CASE = """\
# A comment moves nothing.
title: น่าน
claims:
  - {id: c1, year: 2019}
  - id: c2
    year: 2562
"""

KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,12}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"))  # YAML 1.1 ends lines with these
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS


def read(text: str, first_line: int = 1) -> Marked:
    marked, problems = parse("a.yml", text, first_line)
    assert marked is not None
    assert problems == []
    return marked


@pytest.mark.parametrize(
    ("location", "value_at", "key_at"),
    [
        (("title",), (2, 8), (2, 1)),
        (("claims",), (4, 3), (3, 1)),
        (("claims", 0, "year"), (4, 20), (4, 14)),
        (("claims", 1), (5, 5), (5, 5)),
        (("claims", 1, "year"), (6, 11), (6, 5)),
        (("claims", 1, "level"), (5, 5), (5, 5)),  # not there: the deepest part that is
        (("claims", 7), (4, 3), (3, 1)),
        ((), (2, 1), (2, 1)),
    ],
)
def test_a_location_has_its_line_and_column(location, value_at, key_at):
    marked = read(CASE)
    assert marked.at(location) == value_at
    assert marked.at(location, on_key=True) == key_at


def test_a_part_keeps_its_place():
    claim = read(CASE).part("claims").part(1)
    assert claim.data == {"id": "c2", "year": 2562}
    assert claim.at(("year",)) == (6, 11)


def test_lines_count_from_where_the_text_began():
    marked = read("a: 1\nb: 2\n", first_line=10)
    assert marked.at(("b",)) == (11, 4)
    assert read("", first_line=10).at(("b",)) == (10, 1)


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_count_them(separator):
    """Such characters come along when text is pasted from a PDF."""
    assert read(f'a: "x{separator}y"\nb: 1\n').at(("b",)) == (2, 4)


@given(st.dictionaries(KEYS, SCALARS, min_size=1, max_size=6))
def test_every_key_is_where_it_stands(record):
    text = yaml.safe_dump({"record": record}, allow_unicode=True, indent=2)
    marked = read(text)
    lines = text.split("\n")
    for key in record:
        line, column = marked.at(("record", key), on_key=True)
        assert lines[line - 1][column - 1 :].lstrip("'\"").startswith(key)
        assert column == 3
        assert marked.part("record").at((key,), on_key=True) == (line, column)


@given(st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)))
@example({"on": "no", "off": "y"})
@example("2022-09-02")
def test_what_was_written_is_read_again(data):
    assert read(yaml.safe_dump(data, allow_unicode=True)).data == data


def test_plain_words_stay_words():
    marked = read(
        "{on: no, day: 2565-13-02, time: 12:30, octal: 010, hex: 0x1F, none: null, yes: true, nay: False, big: 1_000}"
    )
    assert marked.data == {
        "on": "no",
        "day": "2565-13-02",
        "time": "12:30",
        "octal": "010",
        "hex": "0x1F",
        "none": None,
        "yes": True,
        "nay": False,
        "big": "1_000",
    }


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 'open\n", 2, 1),
        ("a: 1\nb: [1, 2\n", 3, 1),
        ("a: b: c\n", 1, 5),
        ("a: 1\n\tb: 2\n", 2, 1),
        ("a: *nothing\n", 1, 4),
        ("a: 1\n---\nb: 2\n", 2, 1),
        ("? [a]\n: b\n", 1, 3),
        ("a: \x07\n", 1, 1),
        ("a: !!python/object:os.system x\n", 1, 4),
    ],
)
def test_a_fault_of_syntax_is_located_and_leaves_no_data(text, line, column):
    marked, problems = parse("a.yml", text)
    assert marked is None
    assert [(found.name, found.line, found.column) for found in problems] == [("yaml-syntax", line, column)]


@pytest.mark.parametrize(
    "text",
    ["&a [*a]", "!!int many", "!!bool maybe", "!!timestamp 2565-13-02", "!!timestamp soon", "!!pairs [{[a]: b}]"],
)
def test_nothing_that_a_person_writes_makes_the_reader_fail(text):
    marked, problems = parse("a.yml", text)
    assert marked is None
    assert [found.name for found in problems] == ["yaml-syntax"]


@given(st.text(alphabet=st.sampled_from(" \n\t-:,?!&*#|>%@`'\"[]{}~<0a1.ก"), max_size=40))
def test_any_text_gives_data_or_a_problem(text):
    marked, problems = parse("a.yml", text)
    assert marked is not None or problems
    assert all(1 <= found.line <= text.count("\n") + 2 and found.column >= 1 for found in problems)


def doubled(text: str) -> list[tuple[int, int, str, int]]:
    _, problems = parse("a.yml", text)
    assert {found.name for found in problems} <= {"duplicate-key"}
    return [(found.line, found.column, found.values["key"], found.values["first"]) for found in problems]


def test_a_doubled_key_is_told_however_deep():
    assert doubled("a: 1\nb: 2\na: 3\n") == [(3, 1, "a", 1)]
    assert doubled("- {k: 1}\n- k: 1\n  m:\n    - {x: 1, x: 2, x: 3}\n") == [(4, 14, "x", 4), (4, 20, "x", 4)]


def test_the_same_key_in_two_records_is_no_fault():
    assert doubled("- {a: 1}\n- {a: 1, b: {a: 2}}\n") == []


def test_a_key_that_overrides_a_merged_one_is_no_fault_and_keeps_its_place():
    text = "base: &base {a: 1, b: 2}\nown: {<<: *base, a: 3}\n"
    assert doubled(text) == []
    assert read(text).data["own"] == {"a": 3, "b": 2}
    assert read(text).at(("own", "a")) == (2, 21)


def test_a_doubled_key_in_a_record_used_twice_is_told_once():
    assert doubled("a: &a {k: 1, k: 2}\nb: *a\n") == [(1, 14, "k", 1)]
