"""Writing the `translation` block leaves every other byte of a file as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde import yaml_nodes
from cde.frontmatter import with_translation
from cde.model.fields import Review
from cde.model.page import Translation

MARK = "0a1b2c-e3b0c4-e3b0c4-123456"
FULL = Translation(
    state="machine",
    reviewed=Review(by='ปลัด "ก": 1', on="2026-11-30"),
    missing=["money"],
    of={"head": MARK, "idea": MARK},
)
BEFORE = ["", "title: หน้าแรก\n", "# คำอธิบาย\ntitle: Home # here\n", "aliases: [a, b]\n\n"]
BLOCKS = [
    "translation: {state: machine}\n",
    "translation: {state: machine,\n  of: {head: " + MARK + "}}\n",
    "translation:\n  state: machine  # by a program\n\n  of:\n    head: " + MARK + "\n",
    "translation :\n    state: machine\n",
]
AFTER = ["", "summary: x\n", "# end\nsummary: x\n", "\nnote: |\n  translation: no\n"]
BODIES = ["", "## A {#a}\n\ntext\n", "---\ntranslation: {state: human}\n---\n"]


def parsed(text: str) -> Translation:
    front = text.lstrip("\ufeff").replace("\r\n", "\n").split("---\n")[1]
    marked, problems = yaml_nodes.parse("x.md", front)
    assert marked is not None and problems == []
    return Translation.model_validate(marked.data["translation"])


@given(*(st.sampled_from(choices) for choices in (BEFORE, BLOCKS, AFTER, BODIES, ["", "\ufeff"], ["\n", "\r\n"])))
def test_only_the_block_changes(before: str, block: str, after: str, body: str, mark: str, newline: str):
    head, tail = f"{mark}---\n{before}", f"{after}---\n{body}"
    text = (head + block + tail).replace("\n", newline)
    written = with_translation(text, FULL)
    assert written.startswith(head.replace("\n", newline)) and written.endswith(tail.replace("\n", newline))
    assert "\n" not in written.replace("\r\n", "") or newline == "\n"
    assert parsed(written) == FULL
    assert with_translation(written, FULL) == written, "writing it again changes nothing"


def test_one_section_stands_on_a_line():
    assert with_translation("---\ntranslation: {state: original}\n---\n", FULL) == (
        '---\ntranslation:\n  state: machine\n  reviewed: {by: "ปลัด \\"ก\\": 1", on: 2026-11-30}\n  missing: [money]\n'
        f"  of:\n    head: {MARK}\n    idea: {MARK}\n---\n"
    )


@pytest.mark.parametrize("text", ["no front matter\n", "---\ntitle: x\n---\ntranslation: {state: human}\n", "---\n"])
def test_without_such_a_block_nothing_is_written(text: str):
    with pytest.raises(ValueError, match="front matter"):
        with_translation(text, FULL)
