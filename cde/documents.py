"""Reading files: UTF-8 text, Markdown with front matter, YAML; every fault located, none raised."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cde import layout, yaml_nodes
from cde.problem import Problem
from cde.yaml_nodes import Marked


@dataclass(frozen=True)
class Page:
    """One Markdown file: its front matter as marked YAML, and its body with the line on which it begins."""

    path: str
    front: Marked
    body: str
    body_line: int

    @property
    def language(self) -> str:
        """The language's code, from the file's name."""
        return layout.language_of(self.path) or ""

    @property
    def document(self) -> str:
        """The path without its language: the name that both translations share."""
        return layout.document_of(self.path)


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file as UTF-8 without its byte-order mark, its lines ended as on Unix."""
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        return None, [Problem(path, line, column, "encoding")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def read_yaml(root: Path, path: str) -> tuple[Marked | None, list[Problem]]:
    """A YAML file as marked data."""
    text, problems = read_text(root, path)
    if text is None:
        return None, problems
    return yaml_nodes.parse(path, text)


def read_page(root: Path, path: str) -> tuple[Page | None, list[Problem]]:
    """A Markdown file, its front matter apart."""
    text, problems = read_text(root, path)
    if text is None:
        return None, problems
    if not text.startswith("---\n"):
        return None, [Problem(path, 1, 1, "front-matter")]
    end = text.find("\n---\n", 3)
    if end < 0:
        if not text.rstrip().endswith("\n---"):
            return None, [Problem(path, 1, 1, "front-matter")]
        text = text.rstrip() + "\n"
        end = text.rfind("\n---\n")
    front, problems = yaml_nodes.parse(path, text[4 : end + 1], first_line=2)
    if front is None:
        return None, problems
    body = text[end + 5 :]
    return Page(path, front, body, text.count("\n", 0, end + 5) + 1), problems
