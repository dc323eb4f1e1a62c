"""The Library as it was at an earlier commit, where git's history reaches."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from cde import history, layout, translation
from cde.library import Library
from cde.loading import load

MANY = 100
"""Commits of one page after which the search for an earlier text ends."""


def library_at(root: Path, commit: str) -> Library | None:
    """The Library of a commit; None where git does not have it."""
    content = history.archive(root, commit)
    if content is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            packed.extractall(folder)
        return load(Path(folder))[0]


def earlier_parts(library: Library, document: str, language: str, wanted: dict[str, str]) -> dict[str, str]:
    """Of the parts of a document, by name, the texts that had the fingerprints wanted, as far as history has them."""
    found: dict[str, str] = {}
    for commit in _commits(library.root, document, language):
        if wanted.keys() <= found.keys():
            break
        before = library_at(library.root, commit)
        parts = translation.parts_of(before, document, language) if before else {}
        marks = translation.fingerprints(before, document, language) if before else {}
        for name, mark in wanted.items():
            if marks.get(name) == mark:
                found.setdefault(name, parts[name])
    return found


def _commits(root: Path, document: str, language: str) -> Iterator[str]:
    """The present commit, then those just before each change of a page or of the records it is made from."""
    place = layout.place_of(document)
    paths: Iterable[str] = [layout.in_language(document, language)]
    if place.module or place.case:
        paths = [*paths, *(f"{place.folder}/{name}.yml" for name in ("module", "quiz", "worksheet", "case"))]
    listed = history.git(root, "log", f"--max-count={MANY}", "--format=%H", "--", *paths)
    yield "HEAD"
    yield from (f"{commit}^" for commit in (listed or "").split())
