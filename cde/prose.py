"""What a Markdown text is made of: headings with their ids, markers, pictures, and sentences with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cde.citations import CITATION, blank_code

_HEADING = re.compile(r"(#{1,6})[ \t]*([^#\s].*?)[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+) *$")
_ID = re.compile(r"\s*\{[^}]*#([A-Za-z0-9_-]+)[^}]*\}\s*$")
_MARKER = re.compile(r"^<!-- ([a-z][a-z-]*) -->[ \t]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(")
_NOISE = re.compile(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>|^\s*(?:\d+[.)]|[-*+])\s+|^\s*\|?[\s:|-]+\|?\s*$", re.MULTILINE)
_TEACHING = re.compile(
    r"\d[\d,.–-]*\s*(?:นาที|ชั่วโมง|ข้อ|ขั้น|คำถาม|minutes?|min\b|hours?|steps?|questions?)|"
    r"(?:ข้อ|ขั้นที่|ขั้น|คอลัมน์|[Ss]teps?|[Cc]olumns?|[Qq]uestions?|ISO|SDG)\s*\d[\d,]*"
)
_FIGURE = re.compile(
    r"\d{2,}|\d[.,]\d|\d\s*(?:%|ร้อยละ|ล้าน|พัน|หมื่น|แสน|บาท|ตัน|กิโล|เมกะ|percent|million|billion|thousand|baht|tonnes?|km|MW)"
)
_LISTED = re.compile(r"\s*(?:[|*-]|\d+\.)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])")


@dataclass(frozen=True)
class Heading:
    """A heading: the line of the text (from 1), its level, its words, its id."""

    line: int
    level: int
    title: str
    id: str | None


@dataclass(frozen=True)
class Section:
    """A second-level heading with the text below it, up to the next one."""

    heading: Heading
    text: str


def headings(text: str) -> list[Heading]:
    """Every heading outside code, as Python-Markdown makes them: after `#`, or underlined with `=` or `-`."""
    lines = ["", *blank_code(text).split("\n"), ""]
    written = ["", *text.split("\n"), ""]
    found = []
    for number in range(1, len(lines) - 1):
        line = lines[number]
        if match := _HEADING.match(line):
            found.append(_heading(number, len(match[1]), written[number][len(match[1]) :].strip()))
        elif line.strip() and not lines[number - 1].strip() and (under := _UNDERLINE.match(lines[number + 1])):
            found.append(_heading(number, 1 if under[1][0] == "=" else 2, written[number].strip()))
    return found


def _heading(line: int, level: int, words: str) -> Heading:
    marked = _ID.search(words)
    return Heading(line, level, _ID.sub("", words), marked[1] if marked else None)


def sections(text: str) -> list[Section]:
    """The second-level sections in order. Text before the first of them is not part of any."""
    lines = text.split("\n")
    tops = [heading for heading in headings(text) if heading.level == 2]
    if not tops:
        return []
    ends = [heading.line - 1 for heading in tops[1:]] + [len(lines)]
    return [Section(heading, "\n".join(lines[heading.line : end])) for heading, end in zip(tops, ends, strict=True)]


def markers(text: str) -> Iterator[tuple[int, str]]:
    """Line and name of every `<!-- name -->` that stands on a line of its own."""
    visible = blank_code(text)
    for match in _MARKER.finditer(visible):
        yield visible.count("\n", 0, match.start()) + 1, match[1]


def replace_markers(text: str, expand: dict[str, str]) -> str:
    """The text with each known marker outside code replaced by what it stands for."""
    pieces, position = [], 0
    for match in _MARKER.finditer(blank_code(text)):
        pieces += [text[position : match.start()], expand.get(match[1], match[0])]
        position = match.end()
    return "".join(pieces) + text[position:]


def without_details(text: str) -> str:
    """The text without what opens on demand, such as hints and solutions, and what opens within them."""
    kept, depth = [], 0
    for line in text.split("\n"):
        opens, closes = line.count("<details"), line.count("</details>")
        if not depth and not opens:
            kept.append(line)
        depth = max(0, depth + opens - closes)
    return "\n".join(kept)


def pictures_without_text(text: str) -> Iterator[int]:
    """Lines of pictures that have no alternative text."""
    visible = blank_code(text)
    for match in _PICTURE.finditer(visible):
        if not match[1].strip():
            yield visible.count("\n", 0, match.start()) + 1


def uncited_figures(text: str, invented: Sequence[str] = ()) -> Iterator[tuple[int, str]]:
    """Line and words of every sentence that holds a figure and no citation.

    Figures of a paragraph or table that calls them `invented`, by one of these words, need none; nor do those of a
    table or list right below such a paragraph.

    A citation covers the words before it, back to the end of the sentence before; Thai writes no full stop, so there
    it covers back to the citation before. A figure is a number of two digits or more, or one with a unit of money or
    measure; ids, links, list numbers and the timing of lessons are not figures.
    """
    lines = blank_code(text).split("\n")
    labelled = _labelled(lines, invented)
    for number, line in enumerate(lines, 1):
        if not line.lstrip().startswith("#") and number not in labelled:
            yield from ((number, sentence) for sentence in _uncited(line))


def _labelled(lines: Sequence[str], words: Sequence[str]) -> set[int]:
    """Numbers of the lines whose figures are called invented."""
    found: set[int] = set()
    above = False
    for block in _blocks(lines):
        text = "\n".join(lines[number - 1] for number in block)
        here = any(word in text.lower() for word in words)
        if here or (above and _LISTED.match(text)):
            found.update(block)
        above = here and not text.lstrip().startswith("#")
    return found


def _blocks(lines: Sequence[str]) -> Iterator[list[int]]:
    """Runs of lines that are not empty, as line numbers."""
    block: list[int] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(number)
        elif block:
            yield block
            block = []


def _uncited(block: str) -> Iterator[str]:
    pieces = CITATION.split(block)
    for position, piece in enumerate(pieces):
        sentences = _SENTENCE_END.split(piece)
        covered = position < len(pieces) - 1
        for sentence in sentences[:-1] if covered else sentences:
            if _FIGURE.search(_TEACHING.sub("", _NOISE.sub(" ", sentence))):
                yield " ".join(sentence.split())[:120]
