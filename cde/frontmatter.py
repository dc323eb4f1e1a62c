"""Writing the `translation` block of a page's front matter; every other byte of the file stays as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from cde.model.page import Translation

_BLOCK = re.compile(r"^translation[ \t]*:.*\n(?:(?:[ \t]*\r?\n|[ \t#].*\n)*[ \t]+[^\s].*\n)?", re.MULTILINE)
"""The key with all that is indented below it; comments and empty lines after the last such line are not its own."""


def with_translation(text: str, translation: Translation) -> str:
    """The text of a file with another `translation` block in its front matter.

    Raises ValueError where the text has no front matter with that key.
    """
    start, end = _front(text)
    found = _BLOCK.search(text, start, end)
    if found is None:
        raise ValueError("no translation in the front matter")
    newline = "\r\n" if "\r\n" in text else "\n"
    return text[: found.start()] + newline.join([*_lines(translation), ""]) + text[found.end() :]


def _front(text: str) -> tuple[int, int]:
    """Where the front matter begins and ends, its lines of --- left out."""
    found = re.match(r"\ufeff?---\r?\n", text)
    end = re.compile(r"^---\r?$", re.MULTILINE).search(text, found.end()) if found else None
    if found is None or end is None:
        raise ValueError("no front matter")
    return found.end(), end.start()


def _lines(translation: Translation) -> Iterator[str]:
    """The block as YAML, one section a line."""
    yield "translation:"
    yield f"  state: {translation.state}"
    if translation.reviewed:
        by = json.dumps(translation.reviewed.by, ensure_ascii=False)
        yield f"  reviewed: {{by: {by}, on: {translation.reviewed.on}}}"
    if translation.missing:
        yield f"  missing: [{', '.join(translation.missing)}]"
    if translation.of:
        yield "  of:"
        yield from (f"    {name}: {mark}" for name, mark in translation.of.items())
