"""Alphabetical order, near that of ICU (the collation of Unicode CLDR) without its 30 MB.

Thai order follows the Royal Institute's dictionary: a leading vowel is read after its consonant; vowels come in the
order of the alphabet (ะ … ู, then เ แ โ ใ ไ), ฤ follows ร and ฦ follows ล; and tone marks count only where words are
otherwise equal. Accents and capitals count as little. Spaces, punctuation, ฯ and ๆ do not count, and digits of any
script are the same. A reader finds the words of the own script first: on a Thai page Latin terms follow Thai ones,
as foreign works do in a Thai list of references.
"""

from __future__ import annotations

import functools
import re
import unicodedata

Key = tuple[tuple[tuple[int, str], ...], str, str, str]
"""What a text is sorted by: letters with their place among scripts; marks; capitals; the text itself."""

_LEADING = re.compile(r"([เแโใไ])([ก-ฮ])")
_TORN_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)า")  # NIKHAHIT and SARA AA, some keyboards' SARA AM
_THAI_MARKS = "\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4d"  # in the order of CLDR: ์ and ็ before tone marks
_MARK_ORDER = {mark: str(place) for place, mark in enumerate(_THAI_MARKS)}
_SKIPPED = "ฯๆ"


def key(text: str, script: str = "") -> Key:
    """A sort key. `script` is the reader's own, as Unicode names it (`Thai`, `Latin`): its words come first."""
    seen = "".join(filter(_counts, unicodedata.normalize("NFD", text)))
    swapped = _LEADING.sub(r"\2\1", _TORN_AM.sub("\\1\u0e33", seen.casefold()))
    letters: list[tuple[int, str]] = []
    marks: list[str] = []
    for character in swapped:
        if _is_mark(character):
            marks.append(_MARK_ORDER.get(character, character))
        else:
            letters.append(_letter(character, script.upper()))
            marks.append(" ")
    return tuple(letters), "".join(marks), seen.swapcase(), text


def initial(text: str) -> str:
    """The letter under which a list files a text: its first consonant in Thai, its capital in English."""
    letters = key(text)[0]
    return letters[0][1].upper() if letters else "#"


@functools.cache
def _counts(character: str) -> bool:
    """False for spaces, punctuation and signs that nobody sees."""
    return unicodedata.category(character)[0] not in "PZC" and character not in _SKIPPED


def _is_mark(character: str) -> bool:
    """True for what is written upon a letter and is none: Thai tone marks, Latin accents."""
    return character in _MARK_ORDER or "\u0300" <= character <= "\u036f"


@functools.cache
def _letter(character: str, script: str) -> tuple[int, str]:
    """A letter with its place: signs such as `+` first, then digits, the own script, the others."""
    kind = unicodedata.category(character)[0]
    if kind == "S":
        return 0, character
    if kind == "N":
        return 1, str(unicodedata.digit(character, character))
    return (2 if unicodedata.name(character, "").startswith(script) else 3), character
