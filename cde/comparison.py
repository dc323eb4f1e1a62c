"""What changed between two texts, for a person to read: paragraphs that differ, with `[-old-]{+new+}` within them.

Thai puts no space between words: there it is compared by character clusters, and short remains between two changes
are taken into them, so that a phrase is marked and not single letters.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from cde.search.grams import CLUSTER

REMAINS = 4
"""Pieces between two changes below which both become one."""

_PIECE = re.compile(rf"{CLUSTER.pattern}|\w+|\s+|.", re.DOTALL)

Span = tuple[bool, int, int, int, int]
"""Whether the pieces are equal; where they begin and end in the old text, and in the new one."""


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, each with its changes marked; none where the texts are equal."""
    old, new = ([line.strip() for line in text.split("\n") if line.strip()] for text in (before, after))
    found: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(j - i, m - k)
        found += [marked(*pair) for pair in zip(old[i : i + paired], new[k : k + paired], strict=True)]
        found += [f"[-{line}-]" for line in old[i + paired : j]] + [f"{{+{line}+}}" for line in new[k + paired : m]]
    return found


def marked(before: str, after: str) -> str:
    """One line with its changes marked."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    told = []
    for equal, i, j, k, m in _merged(_spans(old, new)):
        if equal:
            told.append("".join(new[k:m]))
        else:
            told += [f"[-{''.join(old[i:j])}-]"] * (j > i) + [f"{{+{''.join(new[k:m])}+}}"] * (m > k)
    return "".join(told)


def _spans(old: Sequence[str], new: Sequence[str]) -> Iterator[Span]:
    for kind, *bounds in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        i, j, k, m = bounds
        yield kind == "equal", i, j, k, m


def _merged(spans: Iterator[Span]) -> list[Span]:
    """Spans with short equal ones between two changes made part of them."""
    found: list[Span] = []
    listed = list(spans)
    for position, (equal, i, j, k, m) in enumerate(listed):
        inner = 0 < position < len(listed) - 1
        changed = not equal or (inner and j - i < REMAINS)
        if found and changed and not found[-1][0]:
            _, first_old, _, first_new, _ = found.pop()
            found.append((False, first_old, j, first_new, m))
        else:
            found.append((not changed, i, j, k, m))
    return found
