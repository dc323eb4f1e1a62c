"""What a text is indexed by: single, double and triple clusters of Thai, stems and forms of Latin words, numbers.

A Thai character cluster is a leading vowel, its consonant, and what stands above, below and after it. Thai has no
spaces between words, and finding its words needs a dictionary that never knows the newest ones. Clusters need none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from cde.search.fold import fold, unaccent
from cde.search.normalise import normalise

CLUSTER = re.compile("[เแโไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a]*[ะาำ]?|[\u0e00-\u0e7f]")
LATIN = "a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
RUN = re.compile(f"[\u0e01-\u0e4e]+|[{LATIN}]+(?:[.'’][{LATIN}]+)*")
WORD = "="
"""Marks the term of a Latin word, which otherwise could be taken for a cluster."""


def clusters(run: str) -> list[str]:
    """The folded clusters of a normalised run of Thai."""
    return CLUSTER.findall(fold(run))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Cut plural, -ing, -ed, -er, -ment, -ation, a doubled consonant and a final e off an English word.

    `word` is in lower case. British -is- becomes -iz-: organisation, organizing.
    """
    if len(word) < 4 or re.search("[0-9]", word):
        return word
    for pattern, replacement in (
        ("['’]s$", ""),
        ("ies$", "y"),
        ("(ss|sh|ch|x)es$", r"\1"),
        ("([^su])s$", r"\1"),
    ):
        word = re.sub(pattern, replacement, word)
    ending = re.search("(?:ation|ment|ing|ed|er)$", word)
    if ending and len(word) - len(ending[0]) >= (4 if ending[0] == "er" else 3):
        word = word[: ending.start()]
    for pattern, replacement in ((r"([^aeiou])\1$", r"\1"), ("e$", ""), ("([cdlmnrt])is$", r"\1iz")):
        word = re.sub(pattern, replacement, word)
    return word


def is_thai(run: str) -> bool:
    """True for a run of Thai, false for a word or number in Latin letters."""
    return "\u0e01" <= run[0] <= "\u0e4e"


def runs(normalised: str) -> list[str]:
    """Runs of Thai, and words and numbers in Latin letters (with inner dots and apostrophes: PM2.5, city's)."""
    return RUN.findall(normalised)


def grams(text: str) -> list[str]:
    """The terms of a text, as often as they stand there: clusters joined by `|`, or `=` and a stem or form."""
    return [term for run in runs(normalise(text)) for term in _terms(run)]


@lru_cache(maxsize=1 << 16)
def _terms(run: str) -> tuple[str, ...]:
    """The terms of one run, which mostly stands in many texts."""
    if not is_thai(run):
        word = unaccent(run)
        root = stem(word)
        return (WORD + root,) if word == root else (WORD + root, WORD + word)
    parts = clusters(run)
    pairs = (f"{a}|{b}" for a, b in pairwise(parts))
    return *parts, *pairs, *(f"{a}|{b}|{c}" for a, b, c in zip(parts, parts[1:], parts[2:], strict=False))


def words(text: str) -> set[str]:
    """The words in Latin letters of a text, as they stand there but for accents and capitals; numbers left out."""
    found = (unaccent(run) for run in runs(normalise(text)) if not is_thai(run))
    return {word for word in found if not re.search("[0-9]", word)}
