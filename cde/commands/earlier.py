"""The text that a translation was made from, where git still has it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cde import fingerprint, history, layout, translation
from cde.library import Library
from cde.loading import load
from cde.translation import PageState

KEPT = ("data/languages", "data/vocabularies.yml")
"""What reading earlier versions of a page needs beside its own files; of these the present ones serve."""


@dataclass(frozen=True)
class Earlier:
    """A part of an original as a translation follows it, and the day from which it stood so."""

    text: str
    day: str


def files_of(document: str, language: str) -> list[str]:
    """The files that the text of an original is made from: its Markdown and its records."""
    place, own = layout.place_of(document), layout.in_language(document, language)
    if place.module:
        return [own, *(f"{place.folder}/{name}.yml" for name in ("module", "quiz", "worksheet", "session"))]
    if place.case:
        return [own, f"{place.folder}/case.yml"]
    return [own, "data/bases.yml"] if place.kind == "base" else [own]


def earlier_parts(library: Library, state: PageState) -> dict[str, Earlier]:
    """The recorded text of each stale part; without those that history does not explain.

    Each version of the page's own files is read as a library of one page, until every text has been found.
    """
    page = library.page(state.document, state.language)
    recorded = page.front.translation.of if page else {}
    wanted = {part.id: recorded[part.id] for part in state.stale if part.id in recorded}
    found: dict[str, Earlier] = {}
    files = files_of(state.document, state.original) if wanted else []
    for version in history.versions(library.root, files) if files else ():
        texts = _texts(library, state, history.texts(library.root, version))
        for name in list(wanted):
            if name in texts and fingerprint.fingerprint(texts[name]) == wanted[name]:
                found[name] = Earlier(texts[name], version.day)
                del wanted[name]
        if not wanted:
            break
    return found


def _texts(library: Library, state: PageState, files: dict[str, str]) -> dict[str, str]:
    """The parts of a document in its original language, as some files make them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kept in KEPT:
            _copy(library.root / kept, folder / kept)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
        former, _ = load(folder)
        return translation.parts_of(former, state.document, state.original)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.is_file():
        shutil.copyfile(source, target)


def present(library: Library, state: PageState) -> tuple[dict[str, str], dict[str, str]]:
    """The parts of a document now: of the original, of the translation."""
    languages: Sequence[str] = (state.original, state.language)
    original, translated = (translation.parts_of(library, state.document, each) for each in languages)
    return original, translated
