"""Titles and terms that the search box offers while a reader types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cde.search.entry import Entry

MOST = 1500
"""Rows of the file: about 30 kB to download, fetched after the first result. Terms come first, then pages by kind."""

_ORDER = ("module", "case", "page", "lecture", "facilitator", "term", "source")


def suggestions_of(entries: Sequence[Entry], terms: Iterable[tuple[str, str]], language: str) -> list[list[str]]:
    """Rows of a text and its language. `terms` are names and their languages."""
    pages = sorted(entries, key=lambda entry: (_ORDER.index(entry.names.kind), entry.url))
    rows = [[name, other] for name, other in terms] + [[entry.title, language] for entry in pages]
    return rows[:MOST]
