"""Rules of the Markdown itself: fixed sections, ids, known citations and markers, figures with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cde import citations, layout, prose
from cde.documents import Page
from cde.layout import Place
from cde.library import Library, LoadedPage
from cde.pagemodel import MARKERS, SECTIONS, SHORT_CASE, TEACHING_SECTIONS
from cde.problem import Problem, nearest
from cde.validation import Entry, texts

LONG_SECTION = 6000
"""Characters above which a section asks a phone's reader to scroll for very long."""


def check(library: Library) -> Iterator[Problem]:
    """Faults of every page's text, and citations in records."""
    for loaded in library.pages.values():
        place = layout.place_of(loaded.page.document)
        yield from _headings(loaded, _sections(library, place))
        yield from _citations(library, loaded.page, place)
        yield from _markers(loaded.page, place)
        yield from _notes(library, loaded.page, place)
    yield from _record_citations(library)


def _problem(
    page: Page, line: int, name: str, *, column: int = 1, suggestion: str | None = None, **values: object
) -> Problem:
    """A problem at a line of a page's body."""
    return Problem(page.path, page.body_line + line - 1, column, name, values, suggestion)


def _sections(library: Library, place: Place) -> Sequence[str]:
    """The sections that a page must have."""
    case = library.cases.get(place.case)
    return SHORT_CASE if case and case.data.strength == "short" else SECTIONS.get(place.kind, ())


def _headings(loaded: LoadedPage, required: Sequence[str]) -> Iterator[Problem]:
    page, lacking = loaded.page, loaded.front.translation.missing
    seen: dict[str, int] = {}
    for heading in prose.headings(page.body):
        if heading.level == 1:
            yield _problem(page, heading.line, "title-in-body")
        elif heading.level in (2, 3) and heading.id is None:
            yield _problem(page, heading.line, "heading-without-id")
        if heading.id and heading.id in seen:
            other = f"{page.path}:{page.body_line + seen[heading.id] - 1}"
            yield _problem(page, heading.line, "duplicate-id", given=heading.id, other=other)
        seen.setdefault(heading.id or "", heading.line)
    for name in required:
        if name not in seen and name not in lacking:
            yield _problem(page, 1, "missing-section", given=name)


def _citations(library: Library, page: Page, place: Place) -> Iterator[Problem]:
    for citation in citations.find(page.body):
        before = page.body[: citation.start]
        line = before.count("\n") + 1
        column = citation.start - before.rfind("\n")
        for key in citation.keys:
            for name, values, near in _citation(library, key, _published(library, place)):
                yield _problem(page, line, name, column=column, suggestion=near, **values)


def _citation(library: Library, key: str, published: bool) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    known = library.names("source") | library.names("fact")
    if key not in known:
        near = nearest(key, known)
        yield "unknown-citation", {"given": key}, near
    elif key in library.facts and published and not library.facts[key].data.printable:
        yield "unreviewed-fact", {"given": key}, None
    elif key in library.facts and library.facts[key].data.source is None:
        yield "citation-without-source", {"given": key}, None


def _published(library: Library, place: Place) -> bool:
    if place.module and place.module in library.modules:
        return library.modules[place.module].data.status == "published"
    if place.case and place.case in library.cases:
        return library.cases[place.case].data.status == "published"
    return True


def _markers(page: Page, place: Place) -> Iterator[Problem]:
    allowed = MARKERS.get(place.kind, ())
    for line, name in prose.markers(page.body):
        if name not in allowed:
            known = ", ".join(allowed) or "–"
            near = nearest(name, allowed)
            yield _problem(page, line, "unknown-marker", suggestion=near, given=name, allowed=known)
    for line in prose.pictures_without_text(page.body):
        yield _problem(page, line, "picture-without-text")


def _notes(library: Library, page: Page, place: Place) -> Iterator[Problem]:
    language = library.languages.get(layout.language_of(page.path) or "")
    invented = language.invented if language else []
    for section in prose.sections(page.body):
        if len(section.text) > LONG_SECTION:
            yield _problem(
                page,
                section.heading.line,
                "long-section",
                given=section.heading.title,
                length=len(section.text),
            )
        if place.kind != "facilitator" and section.heading.id not in TEACHING_SECTIONS:
            for line, sentence in prose.uncited_figures(section.text, invented):
                yield _problem(page, section.heading.line + line, "figure-without-citation", sentence=sentence)


def _record_citations(library: Library) -> Iterator[Problem]:
    """Citations within the texts of modules and cases, wherever they stand."""
    for module in library.modules.values():
        published = module.data.status == "published"
        entries: tuple[Entry[Any] | None, ...] = (module.record, module.quiz, module.worksheet, module.session)
        for entry in filter(None, entries):
            yield from _entry_citations(library, entry, published)
    for case in library.cases.values():
        yield from _entry_citations(library, case.record, case.data.status == "published")
    registered: tuple[Entry[Any], ...] = (*library.organisations.values(), *library.cohorts.values())
    for entry in registered:
        yield from _entry_citations(library, entry, True)


def _entry_citations(library: Library, entry: Entry[Any], published: bool) -> Iterator[Problem]:
    for where, text in texts(entry.data):
        for citation in citations.find(text):
            for key in citation.keys:
                for name, values, near in _citation(library, key, published):
                    yield entry.marked.problem(name, where, suggestion=near, **values)
