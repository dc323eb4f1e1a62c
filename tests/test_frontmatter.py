"""The `translation` of a file is written in place: every other byte stays."""

from __future__ import annotations

import os

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cde import frontmatter, yaml_nodes
from cde.frontmatter import with_translation
from cde.model.fields import Review
from cde.model.page import Translation

MARK = "abcdef-012345-6789ab-cdef01"
REVIEW = Review(by="กองช่าง: เทศบาล", on="2026-11-30")
WANTED = Translation(state="machine", reviewed=REVIEW, missing=["money"], of={"head": MARK, "on": MARK})
BLOCK = f"""\
translation:
  state: machine
  reviewed:
    by: "กองช่าง: เทศบาล"
    on: 2026-11-30
  missing:
    - money
  of:
    head: {MARK}
    "on": {MARK}
"""


def written(text: str, wanted: Translation = WANTED) -> str:
    return with_translation(text.encode(), wanted).decode()


def test_a_translation_on_one_line_becomes_a_block():
    assert written("---\ntitle: ก\ntranslation: {state: machine}\naliases: []\n---\n\n## a\n") == (
        f"---\ntitle: ก\n{BLOCK}aliases: []\n---\n\n## a\n"
    )


def test_it_is_written_anew_and_empty_parts_are_left_out():
    once = written("---\ntranslation: {state: human}\n---\nbody")
    assert written(once, Translation(state="human")) == "---\ntranslation:\n  state: human\n---\nbody"


def test_comments_are_kept():
    text = "---\n# a\ntranslation: {state: machine}  # b\n# c\nx: 1 # d\n---\n"
    assert written(text) == text.replace(
        "translation: {state: machine}  # b\n", BLOCK.replace("translation:\n", "translation:  # b\n")
    )


def test_comments_within_the_block_stand_at_its_head():
    text = "---\ntranslation:\n  # a\n  state: machine  # b '#'\n  missing: ['#c']\n\n# d\nx: 1\n---\n"
    head = "translation:\n  # a\n  # b '#'\n"
    assert written(text) == f"---\n{BLOCK.replace('translation:' + chr(10), head)}\n# d\nx: 1\n---\n"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_the_mark_of_byte_order_stay(end):
    text = "\ufeff---\ntranslation: {state: machine}\n---\n\nbody\n"
    assert written(text.replace("\n", end)) == f"\ufeff---\n{BLOCK}---\n\nbody\n".replace("\n", end)


def test_front_matter_in_braces_stays_so():
    found = written("---\n{title: ก, translation: {state: machine}, x: 1} # c\n---\n")
    assert found.startswith("---\n{title: ก, translation: {") and found.endswith("}, x: 1} # c\n---\n")
    assert yaml.load(found.split("---")[1], yaml.BaseLoader)["translation"]["missing"] == ["money"]


def test_an_indented_front_matter_stays_so():
    assert written("---\n  translation:\n    state: machine\n  x: 1\n---\n", Translation(state="human")) == (
        "---\n  translation:\n    state: human\n  x: 1\n---\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("no front matter", id="none"),
        pytest.param("---\ntitle: a\n---\n", id="no translation"),
        pytest.param("---\ntitle: [\n---\n", id="faulty"),
        pytest.param("---\n- translation\n---\n", id="list"),
        pytest.param("---\na: &x {state: machine}\ntranslation: *x\n---\n", id="alias"),
        pytest.param("---\ntranslation: &x {state: machine}\na: *x\n---\n", id="anchor"),
        pytest.param("---\na: &x {translation: {state: machine}}\n<<: *x\n---\n", id="merged"),
        pytest.param("---\nx: 1\n? translation\n: {state: machine}\n---\n", id="question mark"),
        pytest.param("---\ntranslation: {state: machine}\ntranslation: {state: human}\n---\n", id="doubled"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        written(text)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
NAMES = st.text(st.sampled_from("abc-_019"), min_size=1, max_size=6) | st.sampled_from(["on", "no", "null", "1", "1.5"])
DAYS = st.dates().map(str).filter(lambda day: "1000" <= day[:4] < "2400")
TRANSLATIONS = st.builds(
    Translation,
    state=st.sampled_from(["human", "machine"]),
    reviewed=st.none() | st.builds(Review, by=WORDS.filter(str.strip), on=DAYS),
    missing=st.lists(NAMES, max_size=3),
    of=st.dictionaries(NAMES, st.just(MARK), max_size=3),
)
COMMENTS = st.just("") | st.text(st.sampled_from("aก '\"#:{}[]-"), max_size=8).map(lambda words: f" # {words}")
OTHERS = st.sampled_from(
    [
        "title: ก",
        "aliases: [a, 'b # c']",
        "summary: |\n  one\n\n  two",
        "aliases:\n- a\n- b",
        "x: >-\n  translation: no",
        "",
    ]
)


@st.composite
def fronts(draw) -> tuple[str, str, str]:
    """What stands before the translation, its own lines, and what stands after."""
    before, after = draw(OTHERS), draw(OTHERS)
    if before.split(":")[0] == after.split(":")[0]:
        after = ""
    comment = draw(COMMENTS)
    own = draw(
        st.sampled_from(
            [
                f"translation: {{state: machine, missing: [a]}}{comment}\n",
                f"translation: {{state: machine,{comment}\n  missing: [a]}}\n",
                f"translation:{comment}\n  state: machine\n  missing:\n  - a{comment}\n",
                f"'translation':\n  {{state: human}}{comment}\n",
                f"translation:\n  missing: ['#', a]{comment}\n  state: 'human'\n",
            ]
        )
    )
    between = draw(st.sampled_from(["", "\n", "# about\n", "  # about\n\n"]))
    tail = f"{between}{after}\n" if after else between
    return (f"{before}\n" if before else ""), own, tail


@given(fronts(), TRANSLATIONS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]), WORDS)
def test_whatever_stands_around_it_stays_and_it_reads_back_as_asked(front, wanted, end, mark, body):
    before, own, after = front
    head, tail = f"{mark}---\n{before}".replace("\n", end), f"{after}---\n{body}".replace("\n", end)
    found = with_translation(f"{head}{own.replace(chr(10), end)}{tail}".encode(), wanted).decode()
    assert found.startswith(head)
    assert found.endswith(tail)
    block = found[len(head) : len(found) - len(tail)]
    assert end == "\r" or block.count("\n") == block.count(end)
    marked, problems = yaml_nodes.parse("", block.replace(end, "\n"))
    assert marked and not problems
    assert Translation.model_validate(marked.data["translation"]) == wanted
    assert block.count("#") >= own.replace("'#'", "").count(" #")  # no comment is lost


@given(WORDS)
def test_every_text_can_be_written(text):
    marked, problems = yaml_nodes.parse("", f"by: {frontmatter.scalar(text)}\n")
    assert marked and not problems
    assert marked.data == {"by": text}


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    frontmatter.replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["a.md"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o640
