"""Files as they come: other encodings, other line ends, front matter in every state."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cde.documents import Page, read_page, read_text, read_yaml
from cde.problem import Problem

PATH = "docs/about.th.md"


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "docs").mkdir()
        yield Path(folder)


def page_of(root: Path, text: str | bytes) -> tuple[Page | None, list[Problem]]:
    (root / PATH).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_page(root, PATH)


def good(root: Path, text: str) -> Page:
    page, problems = page_of(root, text)
    assert page is not None
    assert problems == []
    return page


def test_front_matter_and_body_come_apart(root):
    page = good(root, "---\ntitle: เกี่ยวกับ\n---\n\nข้อความ\n")
    assert page.front.data == {"title": "เกี่ยวกับ"}
    assert page.front.at(("title",)) == (2, 8)
    assert (page.body, page.body_line) == ("\nข้อความ\n", 4)
    assert (page.language, page.document) == ("th", "docs/about.md")


@pytest.mark.parametrize("text", ["---\na: 1\n---\n", "---\na: 1\n---", "---\na: 1\n---  \n\n"])
def test_a_page_may_hold_nothing_but_front_matter(text, root):
    page = good(root, text)
    assert page.front.data == {"a": 1}
    assert page.body.strip() == ""


def test_a_line_of_dashes_in_the_body_belongs_to_the_body(root):
    page = good(root, "---\na: 1\n---\nfirst\n\n---\n\nsecond\n")
    assert page.body == "first\n\n---\n\nsecond\n"


def test_empty_front_matter_is_read_and_left_to_the_model(root):
    page = good(root, "---\n---\ntext\n")
    assert (page.front.data, page.body, page.body_line) == (None, "text\n", 3)


@pytest.mark.parametrize("text", ["", "text\n", "\n---\na: 1\n---\n", "----\na: 1\n----\n", "---\na: 1\ntext\n", "---"])
def test_a_page_without_front_matter_is_told(text, root):
    assert page_of(root, text) == (None, [Problem(PATH, 1, 1, "front-matter")])


def test_a_fault_in_front_matter_has_the_line_of_the_file(root):
    page, problems = page_of(root, "---\na: 1\nb: [\n---\ntext\n")
    assert page is None
    assert [(found.name, found.line) for found in problems] == [("yaml-syntax", 4)]


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(root):
    unix = good(root, "---\na: 1\n---\nหนึ่ง\nสอง\n")
    for text in ("---\r\na: 1\r\n---\r\nหนึ่ง\r\nสอง\r\n", "\ufeff---\na: 1\n---\nหนึ่ง\nสอง\n"):
        windows = good(root, text)
        assert (windows.body, windows.body_line) == (unix.body, unix.body_line)
        assert windows.front.data == unix.front.data


def test_a_file_in_another_encoding_is_told_where_it_goes_wrong(root):
    raw = b"title: About\nby: " + "เรา".encode("tis-620")
    (root / PATH).write_bytes(raw)
    told = (None, [Problem(PATH, 2, 5, "encoding")])
    assert read_text(root, PATH) == told
    assert read_yaml(root, PATH) == told
    assert read_page(root, PATH) == told


KEYS = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=30)


@given(
    front=st.dictionaries(KEYS, VALUES, min_size=1, max_size=4),
    body=st.text(st.characters(codec="utf-8"), max_size=80),
)
@example(front={"a": "---"}, body="---\nb: 1\n---\n")
@example(front={"a": "x\n---\ny"}, body="")
def test_any_text_comes_back(front, body, root):
    head = "---\n" + yaml.safe_dump(front, allow_unicode=True) + "---\n"
    page = good(root, head + body)
    assert page.front.data == front
    assert page.body == body.replace("\r\n", "\n").replace("\r", "\n")
    assert page.body_line == head.count("\n") + 1
