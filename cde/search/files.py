"""The files of one language's index, and which kind of index it gets.

Two kinds, over one ranking in the browser:

- `embedded`: one file with every passage, indexed by the browser. Best while it is small.
- `sharded`: postings in many small files, and the text of each part in a file of its own (`cde.search.shards`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cde.search import shards
from cde.search.entry import Entry

LARGEST_EMBEDDED_PAGES = 300
LARGEST_EMBEDDED_BYTES = 150_000
"""Gzipped size up to which a reader downloads a whole index at the first search: 300 pages of some 400 Thai words."""

FOLDER = "search"


@dataclass(frozen=True)
class Index:
    """One language's index: how the browser reads it, where it begins, and its files by their path in the site."""

    transport: str
    address: str
    files: Mapping[str, bytes]

    @property
    def manifest(self) -> dict[str, str]:
        """What the page tells its worker."""
        return {"transport": self.transport, "address": self.address}


def as_json(value: Any) -> bytes:
    """Compact JSON in UTF-8: Thai letters as themselves, three bytes each instead of six."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def make_index(
    entries: Sequence[Entry], language: str, labels: Mapping[str, Mapping[str, str]], transport: str | None = None
) -> Index:
    """The index of one language. `labels` names the values of each filter; `transport` overrides the choice."""
    entries = sorted(entries, key=lambda entry: entry.url)
    head = {"language": language, "labels": labels}
    whole = as_json(head | embedded(entries))
    if transport is None:
        small = len(entries) <= LARGEST_EMBEDDED_PAGES and len(gzip.compress(whole)) <= LARGEST_EMBEDDED_BYTES
        transport = "embedded" if small else "sharded"
    if transport == "embedded":
        address = f"{FOLDER}/{language}-{digest(whole)}.json"
        return Index(transport, address, {address: whole})
    contents = {name: as_json(value) for name, value in shards.sharded(entries, head).items()}
    folder = f"{FOLDER}/{language}-{digest(*contents.values())}"
    return Index(transport, f"{folder}/index.json", {f"{folder}/{name}": data for name, data in contents.items()})


def embedded(entries: Sequence[Entry]) -> dict[str, Any]:
    """Pages and passages as short rows; `Page` and `Passage` of passages.js say what stands where."""
    pages = [entry.row() for entry in entries]
    passages = [
        [number, passage.anchor, passage.title, passage.text]
        for number, entry in enumerate(entries)
        for passage in entry.passages
    ]
    return {"pages": pages, "passages": passages}


def digest(*contents: bytes) -> str:
    """Part of an address that changes with the contents, so that no browser mixes two editions."""
    whole = hashlib.sha256()
    for data in contents:
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()[:8]
