"""All indexes of a site: their files, and what a page tells its worker of them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cde.library import Library
from cde.search.entry import Entry
from cde.search.files import FOLDER, as_json, digest, make_index
from cde.search.names import labels_of, terms_of
from cde.search.suggestions import suggestions_of


@dataclass(frozen=True)
class Publication:
    """What the search of a site consists of, scripts aside."""

    files: Mapping[str, bytes]
    """By address from the root of the site."""
    languages: Mapping[str, Mapping[str, str]]
    """The manifest: for each language how its index is fetched, where it begins, and where its suggestions are."""
    told: tuple[str, ...]
    """One line a language for the log of the build: transport, pages, files, gzipped kB (1,000 bytes)."""


def publish(library: Library, entries: Mapping[str, Iterable[Entry]], transport: str | None = None) -> Publication:
    """The indexes and suggestions of every language of `entries`; `transport` overrides the choice by size."""
    files: dict[str, bytes] = {}
    languages, told = {}, []
    for language, pages in entries.items():
        listed = list(pages)
        index = make_index(listed, language, labels_of(library, language), transport)
        offered = as_json(suggestions_of(listed, terms_of(library, language), language))
        suggestions = f"{FOLDER}/{language}-suggestions-{digest(offered)}.json"
        files |= {**index.files, suggestions: offered}
        languages[language] = index.manifest | {"suggestions": suggestions}
        size = sum(len(gzip.compress(data)) for data in index.files.values()) // 1000
        told.append(f"{language}: {index.transport}, {len(listed)} pages, {len(index.files)} files, {size} kB gzipped")
    return Publication(files, languages, tuple(told))
