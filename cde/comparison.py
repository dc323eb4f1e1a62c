"""Two versions of a text, compared so that a person sees the changed phrase: `[-เก่า-]{+ใหม่+}`.

Thai has no spaces between words, and finding them needs a dictionary. So texts are compared by pieces that never
tear a letter from its marks: Thai character clusters, words of other scripts, figures, single signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_PIECE = re.compile(
    r"\[@[^\]\n]*\]"  # a citation
    "|[เ-ไ]*[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]*"  # a Thai cluster
    r"|\d+(?:[.,]\d+)*"
    "|[^\\W\\d_\u0e00-\u0e7f]+"
    r"|[ \t]+|."
)

SHORT = 3
"""Letters below which what stayed the same between two changes is a chance likeness, no phrase of its own."""

LIKE = 0.5
"""How alike two lines must be, from 0 to 1, for one to be shown as a change of the other."""

Kind = Literal["same", "old", "new"]


@dataclass(frozen=True)
class Run:
    """A run of text that both versions share, or that only the old or the new one has."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Line:
    """A changed line, as runs; or, with a count, so many lines that did not change."""

    runs: tuple[Run, ...] = ()
    unchanged: int = 0


def pieces(text: str) -> list[str]:
    """The smallest pieces of a line that a change may replace; joined, they are the line."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if found and unicodedata.category(piece[0]).startswith("M"):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def compare(before: str, after: str) -> list[Line]:
    """The lines that differ between two texts, and how many do not in between; empty lines do not count."""
    old, new = ([line.rstrip() for line in text.split("\n") if line.strip()] for text in (before, after))
    found: list[Line] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Line(unchanged=last - first))
        else:
            found += _changed(old[first:last], new[start:end])
    return found


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines that replace others, each beside the one most like it, in order."""
    position = 0
    for line in new:
        likeness = {place: _likeness(old[place], line) for place in range(position, len(old))}
        best = max(likeness, key=lambda place: likeness[place], default=None)
        if best is None or likeness[best] < LIKE:
            yield Line((Run("new", line),))
            continue
        yield from (Line((Run("old", gone),)) for gone in old[position:best])
        yield Line(tuple(runs(old[best], line)))
        position = best + 1
    yield from (Line((Run("old", gone),)) for gone in old[position:])


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, pieces(old), pieces(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LIKE else 0.0


def runs(before: str, after: str) -> list[Run]:
    """One line as runs. A likeness of a few letters between two changes is taken into them."""
    old, new = pieces(before), pieces(after)
    found: list[tuple[str, str]] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[first:last]), "".join(new[start:end])
        bridge = len(found) > 1 and _is_same(found[-1]) and len(found[-1][0].strip()) < SHORT
        if kind != "equal" and bridge and not _is_same(found[-2]):
            shared, change = found.pop()[0], found.pop()
            gone, come = change[0] + shared + gone, change[1] + shared + come
        found.append((gone, come))
    return [run for gone, come in found for run in _runs(gone, come) if run.text]


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _runs(gone: str, come: str) -> tuple[Run, ...]:
    return (Run("same", gone),) if gone == come else (Run("old", gone), Run("new", come))


COLOURS = {"old": "\x1b[31m", "new": "\x1b[32m"}
BRACKETS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}


def marked(line: Line, *, colour: bool = False) -> str:
    """A changed line with what went and what came in brackets, which colour only repeats."""
    found = []
    for run in line.runs:
        first, last = BRACKETS[run.kind]
        text = f"{first}{run.text}{last}"
        found.append(f"{COLOURS[run.kind]}{text}\x1b[0m" if colour and run.kind != "same" else text)
    return "".join(found)
