"""From `[@key]` to a numbered mark and a list of references."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cde.checking import check_repository
from cde.citations import References, blank_code, find, source_of
from cde.library import Library
from tests import minirepo

FENCED = "```\n[@news]\n```"


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    return check_repository(minirepo.make(tmp_path_factory.mktemp("mini")))[0]


def replaced(library: Library, text: str) -> str:
    """A text with its marks as `<1>`, `<1 2>`, so that tests stay readable."""
    html = References(library).replace(text, "Reference")
    return re.sub(r'<sup class="cite">(.*?)</sup>', lambda sup: f"<{re.sub('<[^>]*>', '', sup[1])}>", html)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ตามรายงาน [@a]", [("a",)]),
        ("[@a; @b-2] and [@c_d.e:f]", [("a", "b-2"), ("c_d.e:f",)]),
        ("[@a ;@b]", [("a", "b")]),
        ("[a] @a [@] [@a, @b] [see @a] (@a)", []),
        ("`[@a]`\n" + FENCED, []),
        ("~~~\n[@a]\n~~~\n[@b]", [("b",)]),
    ],
)
def test_a_citation_is_a_key_or_several_in_brackets(text, keys):
    assert [citation.keys for citation in find(text)] == keys


def test_a_citation_knows_where_it_stands():
    text = "ก `[@a]` ข [@b; @c] ค"
    (found,) = find(text)
    assert text[found.start : found.end] == "[@b; @c]"


def test_sources_are_numbered_as_they_first_appear(library):
    text = "One [@news], two [@town-report], one again [@news]."
    assert replaced(library, text) == "One<1>, two<2>, one again<1>."


def test_several_keys_share_one_mark(library):
    assert replaced(library, "Both [@news; @mirror; @news].") == "Both<1 2>."


def test_facts_of_one_source_share_its_number(library):
    assert replaced(library, "[@bcg-001], [@bcg-002; @town-report], [@bcg-003]") == "<1>,<1>,<2>"
    assert source_of(library, "bcg-001") == source_of(library, "town-report") == "town-report"
    assert source_of(library, "nothing") is None


@pytest.mark.parametrize("start", ["- ", "12. ", "- a\n\n    ", "ก\n\n"])
def test_a_mark_at_the_start_of_a_line_leaves_list_and_indent_as_they_are(library, start):
    assert replaced(library, f"{start}[@news] ข้อความ") == f"{start}<1> ข้อความ"


def test_code_is_left_alone(library):
    text = f"`[@news]`\n\n{FENCED}\n"
    assert replaced(library, text) == text


def test_an_unknown_key_stays_as_it_stands(library):
    assert replaced(library, "No [@nothing], yes [@news].") == "No [@nothing], yes<1>."


def test_an_unknown_key_beside_a_known_one_stays_too(library):
    assert "nothing" in replaced(library, "[@news; @nothing]")


def test_marks_and_references_lead_to_each_other(library):
    references = References(library)
    html = references.replace("[@news] [@town-report] [@bcg-003]", "Reference")
    assert re.findall(r'id="(cite-\S+)" href="#(ref-\d)"', html) == [
        ("cite-1-1", "ref-1"),
        ("cite-2-1", "ref-2"),
        ("cite-1-2", "ref-1"),
    ]
    assert 'aria-label="Reference 2"' in html
    listed = [(number, key, source.publisher, marks) for number, key, source, marks in references.listed()]
    assert listed == [(1, "news", "Daily", 2), (2, "town-report", "เทศบาลเมืองน่าน", 1)]


def test_numbers_go_on_from_one_text_to_the_next(library):
    references = References(library)
    references.replace("[@news]", "Reference")
    assert ">2</a>" in references.replace("[@mirror]", "Reference")
    assert [key for _, key, _, _ in references.listed()] == ["news", "mirror"]


PLAIN = st.text(st.sampled_from("abก่า 1.\n#-{}()@;"), max_size=12)
CITED = st.sampled_from(["[@news]", "[@town-report; @bcg-001]", "[@mirror]"])
UNTOUCHED = st.sampled_from(["[@nothing]", "`[@news]`", f"\n{FENCED}\n", "[@", "[link](a.md)"])


@settings(deadline=None)
@given(st.lists(PLAIN | CITED | UNTOUCHED, max_size=10))
def test_text_outside_citations_never_changes(library, pieces):
    """Only spaces before a mark may go."""
    marked = References(library).replace("".join(pieces), "Reference")
    without = "".join(piece for piece in pieces if not re.fullmatch(r"\[@(news|town|mirror).*\]", piece))
    assert re.sub(r'<sup class="cite">.*?</sup>', "", marked).replace(" ", "") == without.replace(" ", "")


@given(st.text(st.sampled_from("`~a[@]\nก "), max_size=60))
def test_blanking_code_moves_nothing(text):
    blanked = blank_code(text)
    assert len(blanked) == len(text)
    assert all(new in (old, " ") and (old == "\n") == (new == "\n") for old, new in zip(text, blanked, strict=True))
