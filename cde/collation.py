"""Alphabetical order for Thai and English, near that of ICU without its 30 MB.

Thai order follows the Royal Institute dictionary: a leading vowel is read after its consonant, and tone marks count
only where words are otherwise equal.
"""

from __future__ import annotations

import re

_LEADING = re.compile(r"([เแโใไ])([ก-ฮ])")
_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
_SKIPPED = " .-ฯๆ()\"'“”‘’"


def key(text: str) -> tuple[str, str, str]:
    """A sort key: letters first, then tone marks, then the text itself."""
    swapped = _LEADING.sub(r"\2\1", text.casefold())
    letters = "".join(c for c in swapped if c not in _MARKS and c not in _SKIPPED)
    marks = "".join(str(_MARKS.index(c)) if c in _MARKS else "." for c in swapped)
    return letters, marks, text


def initial(text: str) -> str:
    """The letter under which a list files a text: its first consonant in Thai, its capital in English."""
    letters = key(text)[0]
    return letters[:1].upper() if letters else "#"
