"""Spellings that sound or look alike become one: the loose form in which words are compared."""

from __future__ import annotations

import re
import unicodedata

# Consonants that share a sound, long and short vowels: the first of each group stands for the others.
ALIKE = ["ขฃ", "คฅฆ", "ชฌ", "ยญ", "ดฎ", "ตฏ", "ถฐ", "ทฑฒธ", "นณ", "พภ", "สศษ", "ลฬฦ", "รฤ", "ไใ"]
ALIKE += ["\u0e34\u0e35", "\u0e36\u0e37", "\u0e38\u0e39"]
SOUND = {ord(character): group[0] for group in ALIKE for character in group[1:]}

# A consonant silenced by THANTHAKHAT is not heard, and often forgotten or misplaced: การ์ด, ศูนย์, ยุทธศาสตร์.
SILENCED = re.compile("[ก-ฮ][ิุ]?\u0e4c")

# Signs that are dropped: of repetition, the short vowel, tones, THANTHAKHAT, NIKHAHIT, YAMAKKAN.
SIGNS = re.compile("[\u0e46-\u0e4e]")

# Loan words: older and common spellings, and the Royal Institute's, in folded form.
LOAN_WORDS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        ("เตอ", "เทอ"),
        ("ดิจิต[ัอ]ล", "ดิจิทัล"),
        ("อัพ", "อัป"),
        ("แอพ", "แอป"),
        ("เดท", "เดต"),
        ("กราฟ+ิ[คก]", "กราฟิก"),
        ("คลินิค", "คลินิก"),
        ("โปรเจค", "โปรเจก"),
        ("ติค", "ติก"),
        ("เวป", "เวบ"),
        ("แพลทฟ", "แพลตฟ"),
        ("สมาท", "สมาต"),
    ]
]


def fold(text: str) -> str:
    """The loose form of a normalised Thai text."""
    text = SIGNS.sub("", SILENCED.sub("", text)).translate(SOUND)
    for pattern, replacement in LOAN_WORDS:
        text = pattern.sub(replacement, text)
    return text


def unaccent(word: str) -> str:
    """A Latin word without its accents: café → cafe."""
    if word.isascii():
        return word
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", word))
