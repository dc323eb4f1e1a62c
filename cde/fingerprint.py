"""Fingerprints: what a text says, short enough to be written down beside its translation.

A fingerprint has four parts, one for each kind of change that a reader may have to know of: the words, the figures, the
sources cited, the links and pictures. So a translation that has fallen behind can tell in what, without any history.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from cde import citations

KINDS = ("words", "figures", "sources", "links")
"""The kinds of change, in the order of a fingerprint's parts."""

_LINK = re.compile(r"\]\(\s*<?([^)>\s]*)[^)]*\)|\b(?:href|src)=\"([^\"]*)\"")
_LANGUAGE = re.compile(r"\.[a-z]{2}(?=\.md\b)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def fingerprint(text: str) -> str:
    """The fingerprint of a piece of Markdown or of plain text: four parts of 24 bits each.

    Spaces, line breaks, invisible characters and the way of writing digits do not count: a translation need not
    follow them.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    keys = [key for citation in citations.find(text) for key in citation.keys]
    text = citations.CITATION.sub(" ", text)
    links = [_LANGUAGE.sub("", first or second) for first, second in _LINK.findall(text)]
    text = _LINK.sub("] ", text)
    figures = [
        str(float(figure.replace(",", ""))) if figure.count(".") < 2 else figure for figure in _FIGURE.findall(text)
    ]
    words = " ".join(_FIGURE.sub("0", text).split())
    return "-".join(_digest(part) for part in (words, " ".join(figures), " ".join(sorted(keys)), " ".join(links)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def changes(before: str, after: str) -> tuple[str, ...]:
    """The kinds in which two fingerprints differ."""
    pairs = zip(KINDS, before.split("-"), after.split("-"), strict=True)
    return tuple(kind for kind, old, new in pairs if old != new)
