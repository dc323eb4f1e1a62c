"""Whether a translation still follows its original: page by page, section by section.

A translation's front matter holds the fingerprint of each section of the text that it follows (`translation.of`).
Where the original's section has another one now, the translation is stale there. No history is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cde import fingerprint, layout, prose
from cde.generated import generated_page
from cde.library import Library, LoadedPage
from cde.model.fields import Review
from cde.model.page import TitledFront
from cde.validation import translated

HEAD = "head"
"""The part of a page before its first section: title, summary and the record's own texts."""

State = Literal["original", "in-step", "unreviewed", "partial", "stale", "missing"]
STATES: tuple[State, ...] = ("original", "in-step", "unreviewed", "partial", "stale", "missing")
"""From the best to the worst; a page has the worst that is true of it.

`unreviewed`: no person has compared the translation with its original. `partial`: sections are not translated yet.
"""


@dataclass(frozen=True)
class Part:
    """One section of an original, or its head, as a translation follows it."""

    id: str
    title: str
    state: Literal["in-step", "unrecorded", "stale", "missing"]
    changes: tuple[str, ...] = ()
    """In what a stale part differs (`fingerprint.KINDS`); none where the part is new in the original."""


@dataclass(frozen=True)
class PageState:
    """The state of one document in one language."""

    document: str
    language: str
    state: State
    original: str
    parts: tuple[Part, ...] = ()
    made: str = "original"
    reviewed: Review | None = None

    @property
    def stale(self) -> tuple[Part, ...]:
        """Parts whose original changed after the translation."""
        return tuple(part for part in self.parts if part.state == "stale")

    @property
    def lacking(self) -> tuple[Part, ...]:
        """Parts that have not been translated."""
        return tuple(part for part in self.parts if part.state == "missing")

    @property
    def follows(self) -> bool:
        """True where the translation is on record as following all of the present original, checked or not."""
        return self.state in ("in-step", "unreviewed") and self.recorded

    @property
    def recorded(self) -> bool:
        """True where the translation says which text it follows."""
        return all(part.state != "unrecorded" for part in self.parts)


def original_of(library: Library, document: str) -> str | None:
    """The language in which a document was first written; None where no file says that it is the original."""
    for language in library.languages_of(document):
        page = library.page(document, language)
        if page and page.front.translation.state == "original":
            return language
    return None


def parts_of(library: Library, document: str, language: str) -> dict[str, str]:
    """What a reader of a document meets in a language, by the ids of its sections; the head comes first."""
    page = library.page(document, language)
    if page is None:
        return {}
    sections = prose.sections(page.page.body)
    first = sections[0].heading.line - 1 if sections else None
    intro = "\n".join(page.page.body.split("\n")[:first])
    head = [*_titles(page), *_head_texts(library, document, language), intro]
    found = {HEAD: "\n".join(head)}
    for section in sections:
        texts = [text for _, name in prose.markers(section.text) for text in _marked(library, document, name, language)]
        name = section.heading.id or section.heading.title
        above = [found[name]] if name in found else []  # a section that is called as the head is a part of it
        found[name] = "\n".join([*above, section.heading.title, section.text, *texts])
    return found


def _titles(page: LoadedPage) -> list[str]:
    return [page.front.title, page.front.summary] if isinstance(page.front, TitledFront) else []


def _texts(record: Any, language: str, names: tuple[str, ...] = (), *, but: tuple[str, ...] = ()) -> Iterator[str]:
    """The texts of a record in a language: those of the fields named, or of all but some."""
    for where, text in translated(record):
        if where[0] in names or (not names and where[0] not in but):
            yield text[language] if text.has(language) else ""


def _head_texts(library: Library, document: str, language: str) -> Iterator[str]:
    """Texts of the record that a page is about, as they stand around its sections."""
    place = layout.place_of(document)
    module, case = library.modules.get(place.module), library.cases.get(place.case)
    if place.kind == "module" and module:
        yield from _texts(module.data, language, but=("lectures",))
    elif place.kind == "lecture" and module and (lecture := module.lecture(place.lecture)):
        yield from _texts(lecture, language)
    elif place.kind == "base" and place.group in library.bases:
        yield from _texts(library.bases[place.group].data, language)
    elif case:
        yield from _texts(case.data, language, but=("claims", "conflicts", "partners"))


def _marked(library: Library, document: str, marker: str, language: str) -> Iterator[str]:
    """Texts of the records that stand at a marker."""
    place = layout.place_of(document)
    module, case = library.modules.get(place.module), library.cases.get(place.case)
    if module and marker == "quiz" and module.quiz:
        yield from _texts(module.quiz.data, language)
    elif module and marker == "worksheet" and module.worksheet:
        yield from _texts(module.worksheet.data, language)
    elif module and marker in ("session", "cards") and module.session:
        yield from _texts(module.session.data, language, ("steps",) if marker == "session" else ("cards",))
    elif case and marker == "claims":
        yield from _texts(case.data, language, ("claims", "conflicts"))
    elif case and marker == "partners":
        yield from _texts(case.data, language, ("partners",))


def fingerprints(library: Library, document: str, language: str) -> dict[str, str]:
    """The fingerprint of each part of a document in a language."""
    return {name: fingerprint.fingerprint(text) for name, text in parts_of(library, document, language).items()}


def state_of(library: Library, document: str, language: str) -> PageState:
    """The state of a document in a language; a generated page is an original in each."""
    if generated_page(document):
        return PageState(document, language, "original", language)
    original = original_of(library, document) or next(iter(library.languages_of(document)), language)
    page = library.page(document, language)
    if page is None:
        return PageState(document, language, "missing", original)
    front = page.front.translation
    if language == original:
        return PageState(document, language, "original", original)
    parts = tuple(_parts(library, document, page, original))
    state: State = "in-step" if front.reviewed and front.of else "unreviewed"
    if any(part.state == "missing" for part in parts):
        state = "partial"
    if any(part.state == "stale" for part in parts):
        state = "stale"
    return PageState(document, language, state, original, parts, front.state, front.reviewed)


def _parts(library: Library, document: str, page: LoadedPage, original: str) -> Iterator[Part]:
    front = page.front.translation
    followed = library.page(document, original)
    titles = {s.heading.id: s.heading.title for s in prose.sections(followed.page.body)} if followed else {}
    for name, present in fingerprints(library, document, original).items():
        title = titles.get(name, "")
        if name in front.missing:
            yield Part(name, title, "missing")
        elif not front.of:
            yield Part(name, title, "unrecorded")
        elif name not in front.of:
            yield Part(name, title, "stale")
        elif different := fingerprint.changes(front.of[name], present):
            yield Part(name, title, "stale", different)
        else:
            yield Part(name, title, "in-step")


def states(library: Library) -> list[PageState]:
    """The state of every written, published document in every language."""
    documents = dict.fromkeys(loaded.page.document for loaded in library.pages.values())
    shown = [document for document in documents if not library.is_draft(document)]
    return [state_of(library, document, language) for document in shown for language in library.languages]
