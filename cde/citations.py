"""Citations: `[@key]` in prose becomes a numbered mark, and the page ends in a list of references.

The form is Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax). A key names a source, or a fact; a fact stands
for its source, so that two facts of one source share a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cde.library import Library
from cde.model.registry import Source

CITATION = re.compile(r"\[@[A-Za-z0-9_.:-]+(?:\s*;\s*@[A-Za-z0-9_.:-]+)*\]")
_CODE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[^\n]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_BLOCK_START = re.compile(r"(?:[ \t>|#*+-]|\d+[.)])*")


@dataclass(frozen=True)
class Citation:
    """One mark in a text: its keys, and where it begins and ends."""

    keys: tuple[str, ...]
    start: int
    end: int


def blank_code(text: str) -> str:
    """The text with code replaced by spaces, so that positions stay and code is never read as prose."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def find(text: str) -> Iterator[Citation]:
    """Every citation outside code, in order."""
    for found in CITATION.finditer(blank_code(text)):
        keys = tuple(key.strip().removeprefix("@") for key in found[0][1:-1].split(";"))
        yield Citation(keys, found.start(), found.end())


def source_of(library: Library, key: str) -> str | None:
    """The source that a key of a source or a fact stands for; None where it names nothing."""
    if key in library.sources:
        return key
    fact = library.facts.get(key)
    return fact.data.source if fact else None


def _begins_line(text: str, position: int) -> bool:
    """True where nothing but list signs, quotes and indents stands before a position of a line."""
    return bool(_BLOCK_START.fullmatch(text, text.rfind("\n", 0, position) + 1, position))


@dataclass
class References:
    """The sources that one page cites, numbered in the order in which they first appear."""

    library: Library
    numbers: dict[str, int] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source on this page."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def replace(self, text: str, label: str) -> str:
        """The text with each citation as a link to its reference; `label` is read aloud before the number.

        Spaces before a mark go, so that it never begins a line. Unknown keys are left as they stand: `cde check` has
        told of them.
        """
        pieces, position = [], 0
        for citation in find(text):
            before, mark = text[position : citation.start], self._mark(citation, label)
            if mark and not _begins_line(text, citation.start):
                before = before.rstrip(" ")
            pieces += [before, mark or text[citation.start : citation.end]]
            position = citation.end
        return "".join(pieces) + text[position:]

    def _mark(self, citation: Citation, label: str) -> str:
        sources = [source for key in citation.keys if (source := source_of(self.library, key))]
        unknown = "; ".join(f"@{key}" for key in citation.keys if source_of(self.library, key) is None)
        links = []
        for source in dict.fromkeys(sources):
            number = self.number(source)
            self.marks[source] = count = self.marks.get(source, 0) + 1
            links.append(
                f'<a id="cite-{number}-{count}" href="#ref-{number}" aria-label="{label} {number}">{number}</a>'
            )
        rest = f" [{unknown}]" if unknown else ""
        return f'<sup class="cite">{" ".join(links)}</sup>{rest}' if links else ""

    def listed(self) -> list[tuple[int, str, Source, int]]:
        """Number, key, source and count of marks of everything cited, in order."""
        return [
            (number, key, self.library.sources[key].data, self.marks.get(key, 0))
            for key, number in self.numbers.items()
        ]
