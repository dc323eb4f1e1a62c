"""How far the translations of the site have come: counted, and listed as the work that waits for a translator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cde import layout, prose
from cde.library import Library
from cde.translation import STATES, PageState, State, states

OUTSIDE, CASES = "pages", "cases"
"""Rooms beside the groups of the curriculum: pages that belong to no group, and the case studies."""

KINDS = ("page", "base", "module", "lecture", "facilitator", "case")
"""Kinds of pages; those that are none of the others count as a `page`."""

WAITING: tuple[State, ...] = ("stale", "partial", "missing", "unreviewed")
"""The states that ask for somebody's work, the most pressing first."""


@dataclass(frozen=True)
class Work:
    """A translation, or the lack of one, with the days on which the two files last changed, where they are known."""

    page: PageState
    day: str | None
    original_day: str | None

    @property
    def path(self) -> str:
        """The file of the translation."""
        return layout.in_language(self.page.document, self.page.language)

    @property
    def room(self) -> str:
        """The group of the curriculum that the page belongs to, or `pages`, or `cases`."""
        place = layout.place_of(self.page.document)
        return CASES if place.case else place.group or OUTSIDE

    @property
    def kind(self) -> str:
        """What kind of page it is."""
        kind = layout.place_of(self.page.document).kind
        return kind if kind in KINDS else KINDS[0]

    @property
    def follows(self) -> bool:
        """True where the translation is on record as following all of the present original."""
        return self.page.follows

    @property
    def age(self) -> tuple[bool, str, bool, str, str]:
        """What sorts the longest unchanged translation first; an unknown day comes last."""
        day, original = self.day or "", self.original_day or ""
        return not day, day, not original, original, self.page.document


@dataclass(frozen=True)
class Counts:
    """How many pages of a set are in each state. `following` are in step, checked by a person or not."""

    of: Mapping[State, int]
    following: int
    unrecorded: int

    @property
    def total(self) -> int:
        """All pages of the set."""
        return sum(self.of.values())

    @property
    def share(self) -> int:
        """The share in step in per cent, rounded down: 100 means all."""
        return 100 * self.following // self.total if self.total else 0


@dataclass(frozen=True)
class Progress:
    """The translations into one language."""

    language: str
    all: Counts
    rooms: Mapping[str, Counts]
    kinds: Mapping[str, Counts]
    work: Mapping[State, tuple[Work, ...]]
    """What waits, by state, the oldest translation first; states in which nothing waits are left out."""


def overview(library: Library) -> list[Progress]:
    """The translations of the site, language by language; a language without any to make is left out."""
    every = works(library)
    found = []
    for language in library.languages:
        pages = [work for work in every if work.page.language == language]
        if pages:
            rooms = _by(pages, (OUTSIDE, *library.bases, CASES), lambda work: work.room)
            kinds = _by(pages, KINDS, lambda work: work.kind)
            found.append(Progress(language, _count(pages), rooms, kinds, _waiting(pages)))
    return found


def works(library: Library) -> list[Work]:
    """Every translation that there is, or should be."""
    return [_work(library, state) for state in states(library) if state.state != "original"]


def headings(library: Library, document: str, language: str) -> dict[str, str]:
    """The headings of a document's sections by id, in a language; none where it has not been written."""
    page = library.page(document, language)
    sections = prose.sections(page.page.body) if page else []
    return {section.heading.id or section.heading.title: section.heading.title for section in sections}


def _work(library: Library, state: PageState) -> Work:
    day, original_day = (
        library.history.day(layout.in_language(state.document, language))
        for language in (state.language, state.original)
    )
    return Work(state, day, original_day)


def _by(pages: Iterable[Work], order: Iterable[str], key: Callable[[Work], str]) -> dict[str, Counts]:
    sets: dict[str, list[Work]] = {name: [] for name in order}
    for work in pages:
        sets.setdefault(key(work), []).append(work)
    return {name: _count(found) for name, found in sets.items() if found}


def _count(pages: Iterable[Work]) -> Counts:
    pages = list(pages)
    found = Counter(work.page.state for work in pages)
    return Counts(
        of={state: found[state] for state in STATES[1:]},
        following=sum(work.follows for work in pages),
        unrecorded=sum(not work.page.recorded for work in pages),
    )


def _waiting(pages: Iterable[Work]) -> dict[State, tuple[Work, ...]]:
    pages = sorted(pages, key=lambda work: work.age)
    sets = {state: tuple(work for work in pages if work.page.state == state) for state in WAITING}
    return {state: found for state, found in sets.items() if found}
