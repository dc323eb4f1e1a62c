"""An index too large to download whole: postings in many small files, texts in files of their own.

A *part* is a page, or as many sections of a long page as one download should bring. A *shard* holds the postings of the
terms that hash to it: for each term the parts that hold it and how much it weighs there. The browser fetches the shards
of a query's terms, ranks parts, fetches the best parts' texts and ranks their passages as it does in a small index.
A vocabulary, fetched only where a word or gram of a query stands nowhere, tells which spellings exist.
"""

from __future__ import annotations

import base64
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cde.search.entry import Entry
from cde.search.grams import WORD, grams, words
from cde.search.passages import Passage

PART = 2000
"""Characters of a part: about 2 kB to download in Thai."""
SHARD = 2500
"""Bytes of postings that a shard should hold, before compression."""
LONGEST_LIST = 250
"""Parts kept of a term's list: those where it weighs most. What stands nearly everywhere tells nothing more."""

HEAD_WEIGHT, TITLE_WEIGHT, OTHER_NAMES_WEIGHT, PAGE_TITLE_WEIGHT = 6.0, 4.0, 1.5, 0.5  # as in passages.js
SATURATION, LENGTH_SHARE = 1.2, 0.3  # BM25's k1 and b, as in rank.js
LEVELS = "ABCDEFGHIJKLMNO"
"""Steps of a term's weight in a part, from least to most."""

BITS_A_TRIPLE, HASHES = 8, 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Part:
    """Sections of one page that are downloaded together."""

    entry: Entry
    passages: list[Passage]


def parts_of(entry: Entry) -> list[Part]:
    """Cut a page into parts of up to PART characters, never inside a passage."""
    groups: list[list[Passage]] = [[]]
    size = 0
    for passage in entry.passages:
        length = len(passage.title) + len(passage.text)
        if groups[-1] and size + length > PART:
            groups.append([])
            size = 0
        groups[-1].append(passage)
        size += length
    return [Part(entry, group) for group in groups if group]


def sharded(entries: Sequence[Entry], head: Mapping[str, Any]) -> dict[str, Any]:
    """Every file of the index by its name in the index's folder, as values for JSON.

    `index.json` is `head` and: `parts`, how many each page has; `shards`, how many there are; `facets` of each page.
    `shard/N.json` maps terms to their lists (`_postings`). `part/N.json` is a page's row and its passages' rows of
    anchor, title, text. `vocabulary.json`: `_vocabulary`.
    """
    divided = [parts_of(entry) for entry in entries]
    parts = [part for group in divided for part in group]
    weighed = [_frequencies(part) for part in parts]
    postings = _postings(weighed)
    count = max(1, sum(len(term.encode()) + len(lists) + 6 for term, lists in postings.items()) // SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for term in sorted(postings):
        shards[shard_of(term, count)][term] = postings[term]
    first = {"parts": [len(group) for group in divided], "shards": count, "facets": _facets(entries)}
    files: dict[str, Any] = {"index.json": dict(head) | first, "vocabulary.json": _vocabulary(parts)}
    files |= {f"shard/{number}.json": shard for number, shard in enumerate(shards)}
    files |= {
        f"part/{number}.json": [part.entry.row(), [[p.anchor, p.title, p.text] for p in part.passages]]
        for number, part in enumerate(parts)
    }
    return files


def fnv(text: str, start: int = 2166136261) -> int:
    """FNV-1a over UTF-16 code units (all in the BMP here), 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/."""
    for character in text:
        start = ((start ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return start


def shard_of(term: str, count: int) -> int:
    """Which shard holds a term: terms that begin alike share one.

    Words share it by two letters, so that a beginning finds its endings, and clusters by the first two, so that a
    triple costs no further download.
    """
    return fnv(term[:3] if term[0] == WORD else "|".join(term.split("|")[:2])) % count


def _frequencies(part: Part) -> tuple[dict[str, float], int]:
    """How often each term stands in a part, titles counting more; and the text's length in grams."""
    found: dict[str, float] = defaultdict(float)
    length = 0
    texts: list[tuple[str, float]] = []
    for passage in part.passages:
        texts.append((passage.title, TITLE_WEIGHT if passage.anchor else HEAD_WEIGHT))
        if passage.anchor:
            texts.append((part.entry.title, PAGE_TITLE_WEIGHT))
        else:
            texts.append((part.entry.others, OTHER_NAMES_WEIGHT))
        terms = grams(passage.text)
        length += len(terms)
        _count(found, terms, 1)
    for text, weight in texts:
        _count(found, grams(text), weight)
    return found, length


def _count(found: dict[str, float], terms: Iterable[str], weight: float) -> None:
    for term in terms:
        found[term] += weight


def _postings(weighed: Sequence[tuple[dict[str, float], int]]) -> dict[str, str]:
    """Term -> its list: `frequency:` if shortened, then steps in base 36 and levels, as "A5C" for parts 0, 5."""
    average = sum(length for _, length in weighed) / max(1, len(weighed)) or 1
    lists: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (found, length) in enumerate(weighed):
        size = 1 - LENGTH_SHARE + LENGTH_SHARE * length / average
        for term, frequency in found.items():
            share = frequency / (frequency + SATURATION * size)  # 0–1
            lists[term].append((number, min(len(LEVELS) - 1, int(share * len(LEVELS)))))
    return {term: _as_text(found) for term, found in lists.items()}


def _as_text(found: list[tuple[int, int]]) -> str:
    pieces = []
    if len(found) > LONGEST_LIST:
        pieces.append(f"{len(found)}:")
        found = sorted(sorted(found, key=lambda posting: -posting[1])[:LONGEST_LIST])
    last = -1
    for number, level in found:
        step = number - last
        pieces.append((base36(step) if step > 1 else "") + LEVELS[level])
        last = number
    return "".join(pieces)


def base36(number: int) -> str:
    """The number as JavaScript's parseInt(text, 36) reads it."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"


def _facets(entries: Sequence[Entry]) -> dict[str, Any]:
    """By what pages can be filtered: kind, bases and province of each, in the order of the pages."""
    return {
        "kind": [entry.names.kind for entry in entries],
        "base": [" ".join(entry.names.bases) for entry in entries],
        "province": [entry.names.province for entry in entries],
    }


def _vocabulary(parts: Sequence[Part]) -> dict[str, Any]:
    """All words, and a Bloom filter of all triple clusters: "certainly not" or "nearly certainly yes"."""
    texts = [f"{part.entry.title} {passage.title} {passage.text}" for part in parts for passage in part.passages]
    triples = {term for text in texts for term in grams(text) if term.count("|") == 2}
    found = sorted({word for text in texts for word in words(text)})
    size = max(64, len(triples) * BITS_A_TRIPLE)
    bits = bytearray(math.ceil(size / 8))
    for triple in triples:
        for bit in bloom_bits(triple, size):
            bits[bit >> 3] |= 1 << (bit & 7)
    letters = sorted({character for term in triples for character in term} - {"|"})
    return {"words": found, "letters": "".join(letters), "size": size, "bits": base64.b64encode(bits).decode()}


def bloom_bits(text: str, size: int) -> list[int]:
    """The bits that stand for a text (double hashing: A. Kirsch, M. Mitzenmacher, 2006)."""
    one, two = fnv(text), fnv(text, 0x9747B28C) | 1
    return [(one + number * two) % size for number in range(HASHES)]
