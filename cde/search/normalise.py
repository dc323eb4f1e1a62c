"""One spelling for what Thai and Latin keyboards, fonts and converters write in several ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

TONES = "\u0e48-\u0e4b"
VOWELS_ABOVE_BELOW = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d"

RULES: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
    # Zero-width and direction marks, soft hyphens and control characters.
    (r"[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", ""),
    # Two SARA E (เเ) typed for one SARA AE (แ), and a doubled one.
    ("เเ+", "แ"),
    (r"([แโไใ])\1+", r"\1"),
    # NIKHAHIT + SARA AA for SARA AM, with the tone mark before, between or after.
    (f"([{TONES}]?)(?:\u0e4d([{TONES}]?)\u0e32|\u0e33)([{TONES}]?)", "\\1\\2\\3\u0e33"),
    # A tone mark typed before the vowel that belongs under it.
    (f"([{TONES}\u0e4c])([{VOWELS_ABOVE_BELOW}])", r"\2\1"),
    # Marks and following vowels typed twice.
    (r"([\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])\1+", r"\1"),
    ("ๅ", "า"),
    # Dots of abbreviations: พ.ร.บ. and S.P.V.
    (r"([ก-ฮ][\u0e31-\u0e3a\u0e47-\u0e4e]*)\.(?=[ก-๎\s]|\Z)", r"\1"),
    (r"(\A|[^a-z0-9])((?:[a-z]\.)+[a-z]\.?)(?![a-z0-9])", lambda found: found[1] + found[2].replace(".", "")),
    # Thousands: 1,500.
    (r"([0-9]),(?=[0-9]{3}(?![0-9]))", r"\1"),
    ("ฯ", " "),
]
COMPILED = [(re.compile(pattern), replacement) for pattern, replacement in RULES]
DIGITS = {0x0E50 + digit: str(digit) for digit in range(10)}


def normalise(text: str) -> str:
    """Lower case, Arabic digits, marks in storage order. NFC, never NFKC, which would tear SARA AM (ำ) in two."""
    text = unicodedata.normalize("NFC", text).lower().translate(DIGITS)
    for pattern, replacement in COMPILED:
        text = pattern.sub(replacement, text)
    return text
