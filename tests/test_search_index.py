"""The files of both kinds of index, and which kind a language gets."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde.search import files as index_files
from cde.search import shards
from cde.search.entry import Entry, Names
from cde.search.files import as_json, digest, make_index
from cde.search.grams import grams
from cde.search.passages import Passage
from tests.search.entries import LABELS, contents, curriculum, entry
from tests.search.harness import ROOT

SMALL = [
    entry("b/", "ขยะ", ("", "ขยะ", "ชั่งก่อนทิ้ง"), ("x", "แยกขยะ", "Households sort waste"), kind="case", province="55"),
    entry("a/", "น้ำ", ("", "น้ำ", "บำบัดน้ำเสีย"), bases=("bcg", "digital"), others=("Water", "คลอง")),
    entry("c/", "ว่าง", ("", "ว่าง", "")),
]


# The whole index in one file


def test_an_embedded_index_is_one_file_of_rows():
    index = make_index(SMALL, "th", LABELS)
    assert index.transport == "embedded"
    assert list(index.files) == [index.address]
    assert re.fullmatch(r"search/th-[0-9a-f]{8}\.json", index.address)
    assert json.loads(index.files[index.address]) == {
        "language": "th",
        "labels": LABELS,
        "pages": [
            ["a/", "น้ำ", "Water คลอง", "page", ["bcg", "digital"], ""],
            ["b/", "ขยะ", "", "case", [], "55"],
            ["c/", "ว่าง", "", "page", [], ""],
        ],
        "passages": [
            [0, "", "น้ำ", "บำบัดน้ำเสีย"],
            [1, "", "ขยะ", "ชั่งก่อนทิ้ง"],
            [1, "x", "แยกขยะ", "Households sort waste"],
            [2, "", "ว่าง", ""],
        ],
    }


def test_a_page_is_found_by_its_summary_too():
    assert Entry("a/", "A", [], Names(("B",)), "C").others == "B C"
    assert Entry("a/", "A", [], Names(), "C").others == "C"


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_thai_is_written_as_itself(transport: str):
    index = make_index(SMALL, "th", LABELS, transport)
    whole = b"".join(index.files.values())
    assert "ชั่งก่อนทิ้ง".encode() in whole
    assert b"\\u0e" not in whole
    assert as_json({"ก": [1, "ข"]}) == '{"ก":[1,"ข"]}'.encode()


# Which kind of index


def test_a_large_index_is_sharded_by_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_PAGES", 3)
    assert make_index(SMALL, "th", LABELS).transport == "embedded"
    assert make_index([*SMALL, entry("d/", "D", ("", "D", ""))], "th", LABELS).transport == "sharded"


def test_a_large_index_is_sharded_by_bytes(monkeypatch: pytest.MonkeyPatch):
    size = len(gzip.compress(next(iter(make_index(SMALL, "th", LABELS).files.values()))))
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_BYTES", size)
    assert make_index(SMALL, "th", LABELS).transport == "embedded"
    monkeypatch.setattr(index_files, "LARGEST_EMBEDDED_BYTES", size - 1)
    assert make_index(SMALL, "th", LABELS).transport == "sharded"


def test_the_kind_can_be_chosen():
    for kind in ("embedded", "sharded"):
        assert make_index(SMALL, "th", LABELS, kind).transport == kind


# The index in many files


def decoded(text: str) -> tuple[int, dict[int, int]]:
    """A list of postings: frequency, and the level of each part."""
    shortened, _, rest = text.rpartition(":")
    levels, part = {}, -1
    for step, level in re.findall("([0-9a-z]*)([A-O])", rest):
        part += int(step, 36) if step else 1
        levels[part] = ord(level) - ord("A")
    return int(shortened) if shortened else len(levels), levels


def postings(found: Mapping[str, Any]) -> dict[str, tuple[int, dict[int, int]]]:
    """Of every term, wherever it is."""
    shards_of_terms = [shard for name, shard in found.items() if name.startswith("shard/")]
    return {term: decoded(text) for shard in shards_of_terms for term, text in shard.items()}


@pytest.fixture(scope="module")
def large() -> dict[str, Any]:
    return contents(curriculum("th"), "sharded")


def test_the_first_file_tells_parts_shards_and_facets():
    first = contents(SMALL, "sharded")["index.json"]
    assert first["parts"] == [1, 1, 1]
    assert first["shards"] >= 1
    bases, provinces = ["bcg digital", "", ""], ["", "55", ""]
    assert first["facets"] == {"kind": ["page", "case", "page"], "base": bases, "province": provinces}
    assert (first["language"], first["labels"]) == ("th", LABELS)


def test_each_terms_list_names_the_parts_that_hold_it(large: dict[str, Any]):
    found = postings(large)
    parts = [large[f"part/{number}.json"] for number in range(sum(large["index.json"]["parts"]))]
    assert len(parts) > 30
    holds: dict[str, set[int]] = {}
    for number, (page, passages) in enumerate(parts):
        texts = [page[1], *(text for _, title, text in passages for text in (title, text))]
        texts += [page[2]] * (passages[0][0] == "")
        for term in {term for text in texts for term in grams(text)}:
            holds.setdefault(term, set()).add(number)
    assert found.keys() == holds.keys()
    whole = {term: levels for term, (_, levels) in found.items() if len(holds[term]) <= shards.LONGEST_LIST}
    wrong = {term: (levels.keys(), holds[term]) for term, levels in whole.items() if levels.keys() != holds[term]}
    assert not wrong
    shortened = {term: levels for term, (_, levels) in found.items() if term not in whole}
    assert all(len(levels) == shards.LONGEST_LIST and levels.keys() < holds[term] for term, levels in shortened.items())
    assert all(frequency == len(holds[term]) for term, (frequency, _) in found.items()), "shortened lists tell it too"


def test_parts_are_whole_passages_in_order_and_none_is_lost(large: dict[str, Any]):
    entries = sorted(curriculum("th"), key=lambda entry: entry.url)
    numbers = iter(range(10_000))
    for page, count in zip(entries, large["index.json"]["parts"], strict=True):
        parts = [large[f"part/{next(numbers)}.json"] for _ in range(count)]
        assert all(row == page.row() for row, _ in parts)
        assert [Passage(*passage) for _, passages in parts for passage in passages] == page.passages
        sizes = [[len(title) + len(text) for _, title, text in passages] for _, passages in parts]
        assert all(sum(size) <= shards.PART or len(size) == 1 for size in sizes), sizes


def test_every_shard_is_small_and_every_term_in_the_right_one(large: dict[str, Any]):
    count = large["index.json"]["shards"]
    assert {name for name in large if name.startswith("shard/")} == {f"shard/{number}.json" for number in range(count)}
    for number in range(count):
        shard = large[f"shard/{number}.json"]
        assert all(shards.shard_of(term, count) == number for term in shard)
    sizes = sorted(len(as_json(large[f"shard/{number}.json"])) for number in range(count))
    assert sizes[count // 2] < 2 * shards.SHARD


def test_a_term_weighs_more_where_it_says_more():
    entries = [
        entry("a/", "ก", ("", "ก", "เมือง waste")),
        entry("b/", "ข", ("", "ข", "เมือง waste waste waste waste")),
        entry("c/", "waste", ("", "waste", "เมือง")),
        entry("d/", "ง", ("", "ง", "เมือง")),
    ]
    _, levels = postings(contents(entries, "sharded"))["=wast"]
    assert levels.keys() == {0, 1, 2}
    assert levels[0] < levels[1] <= levels[2]


def test_a_very_long_list_keeps_its_frequency_and_the_heaviest_parts():
    heavy = {7, 77, 277}
    entries = [entry(f"{n:03}/", "ก", ("", "ก", "waste " * (20 if n in heavy else 1) + f"word{n}")) for n in range(300)]
    frequency, levels = postings(contents(entries, "sharded"))["=wast"]
    assert frequency == 300
    assert len(levels) == shards.LONGEST_LIST
    assert heavy <= levels.keys()
    assert min(levels[part] for part in heavy) > max(level for part, level in levels.items() if part not in heavy)


@given(st.integers(0, 10**9))
def test_steps_are_read_as_they_were_written(number: int):
    assert int(shards.base36(number), 36) == number


def test_the_vocabulary_denies_nothing_that_stands_somewhere(large: dict[str, Any]):
    data = large["vocabulary.json"]
    bits = base64.b64decode(data["bits"])
    triples = {
        term
        for name, part in large.items()
        if name.startswith("part/")
        for text in (part[0][1], *(text for _, title, text in part[1] for text in (title, text)))
        for term in grams(text)
        if term.count("|") == 2
    }
    assert len(triples) > 1000
    for triple in triples:
        assert all(bits[bit >> 3] >> (bit & 7) & 1 for bit in shards.bloom_bits(triple, data["size"])), triple
    assert set("".join(triples)) - {"|"} <= set(data["letters"])
    assert data["words"] == sorted(set(data["words"]))
    assert sum(byte.bit_count() for byte in bits) < 0.6 * data["size"], "too full to deny anything"


def test_an_index_of_no_pages_can_be_made():
    for transport in (None, "embedded", "sharded"):
        assert make_index([], "th", LABELS, transport).files


def test_a_page_without_passages_has_no_part():
    found = contents([*SMALL, entry("d/", "D")], "sharded")
    assert found["index.json"]["parts"] == [1, 1, 1, 0]


# The same again

PRINT_DIGESTS = """
from tests.search.entries import LABELS, curriculum
from cde.search.files import digest, make_index
for kind in ("embedded", "sharded"):
    index = make_index(curriculum("th")[:9], "th", LABELS, kind)
    print(index.address, digest(*index.files.values()), len(index.files))
"""


def test_the_same_pages_give_the_same_bytes():
    """In another process sets have another order."""
    other = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS],
        env={"PYTHONHASHSEED": "543", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for kind in ("embedded", "sharded"):
        index = make_index(curriculum("th")[:9], "th", LABELS, kind)
        assert f"{index.address} {digest(*index.files.values())} {len(index.files)}\n" in other


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_the_order_in_which_pages_are_built_does_not_matter(transport: str):
    assert make_index(SMALL, "th", LABELS, transport) == make_index(SMALL[::-1], "th", LABELS, transport)


@pytest.mark.parametrize("transport", ["embedded", "sharded"])
def test_another_text_gives_another_address(transport: str):
    other = [*SMALL[:2], entry("c/", "ว่าง", ("", "ว่าง", "!"))]
    assert make_index(SMALL, "th", LABELS, transport).address != make_index(other, "th", LABELS, transport).address


def test_a_digest_knows_where_one_file_ends_and_the_next_begins():
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert re.fullmatch("[0-9a-f]{8}", digest())
