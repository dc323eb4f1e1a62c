"""Pairs: every translation beside its original, with what is known of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cde import layout, translation
from cde.checks.translations import KINDS, NEW
from cde.commands import names
from cde.formats import Writer
from cde.history import History
from cde.library import Library
from cde.problem import Problem
from cde.translation import PageState, Part

STATES = tuple(state for state in translation.STATES if state != "original")
"""The states of a pair, from the best to the worst."""


@dataclass(frozen=True)
class Pair:
    """A translation, there or not, beside its original."""

    state: PageState
    titles: dict[str, str]
    """The title in the original's language and in the translation's."""
    changed: dict[str, str | None]
    """The days on which the `original` and the `translation` were last changed."""

    @property
    def file(self) -> str:
        """The translation's file, whether it has been written or not."""
        return layout.in_language(self.state.document, self.state.language)

    @property
    def original(self) -> str:
        """The original's file."""
        return layout.in_language(self.state.document, self.state.original)

    @property
    def room(self) -> str:
        """The room in which both lie."""
        return self.state.document.split("/")[0]

    @property
    def age(self) -> tuple[str, str]:
        """What pairs are ordered by: the day of the translation, or of what waits for one; the unknown come last."""
        day = self.changed["original" if self.state.state == "missing" else "translation"]
        return day or "9999", self.file


def pair(library: Library, history: History, state: PageState) -> Pair:
    """What is known of a translation."""
    languages = (state.original, state.language)
    files = [layout.in_language(state.document, language) for language in languages]
    days = dict(zip(("original", "translation"), map(history.day, files), strict=True))
    return Pair(state, {each: names.title(library, state.document, each) for each in languages}, days)


def states(library: Library, wanted: Sequence[names.Named] = ()) -> list[PageState]:
    """The states of the translations of some documents; of all that are published where none are named.

    A document of which a file could not be read is left out: nothing true can be said of it.
    """
    chosen = wanted or [names.Named(name) for name in names.documents(library) if not library.is_draft(name)]
    faulty = {layout.document_of(path) for path in unread(library)}
    asked = dict.fromkeys(
        (named.document, language)
        for named in chosen
        for language in library.languages
        if named.document not in faulty
        and named.language in (None, language, translation.original_of(library, named.document))
    )
    found = [translation.state_of(library, *each) for each in asked]
    return [state for state in found if state.state != "original"]


def unread(library: Library) -> list[str]:
    """Files of pages that are there but could not be read."""
    written = [
        layout.in_language(document, each) for document in names.documents(library) for each in library.languages
    ]
    return [path for path in written if path not in library.pages and (library.root / path).is_file()]


def kinds(part: Part, language: str) -> str:
    """In what a stale part differs, in words: `figures, sources`."""
    return ", ".join([KINDS[kind][language] for kind in part.changes] or [NEW[language]])


def day(library: Library, value: str) -> str:
    """A day in Thai and in English."""
    return " · ".join(Writer(library.languages[said].formats).date(value) for said in layout.LANGUAGES)


def part_title(library: Library, part: Part, language: str) -> str:
    """What a part is called: its heading in the original, or a word for the head."""
    return part.title or library.say("part-head", language)


def problems(library: Library, pairs: Iterable[Pair]) -> Iterator[Problem]:
    """What `cde check` would say of some pairs."""
    for each in pairs:
        state = each.state
        if state.state == "missing":
            called = {f"language_{said}": library.language_name(state.language, said) for said in layout.LANGUAGES}
            yield Problem(each.original, 1, 1, "missing-translation", {**called, "file": each.file})
            continue
        front = library.pages[each.file].page.front
        if state.stale:
            told = {
                f"parts_{said}": ", ".join(f"{part.id} ({kinds(part, said)})" for part in state.stale)
                for said in layout.LANGUAGES
            }
            yield front.problem("stale-translation", ("translation", "of"), on_key=True, file=each.file, **told)
        if state.lacking:
            lacking = ", ".join(part.id for part in state.lacking)
            yield front.problem("partial-translation", ("translation", "missing"), on_key=True, names=lacking)


def only(state: PageState, parts: Sequence[Part]) -> PageState:
    """A state that tells of some parts alone."""
    return replace(
        state, state="stale" if any(part.state == "stale" for part in parts) else "partial", parts=tuple(parts)
    )
