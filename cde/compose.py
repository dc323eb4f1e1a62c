"""From a document to the Markdown of its page: head, body with its markers filled, tail, numbered references.

A page depends on its own source, the records it names, the interface strings and the fragments of `overrides/`:
nothing else. The HTML of the fragments belongs to designers; this module only decides what goes where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from cde import layout, prose
from cde.citations import References
from cde.exports.edition import FOLDER, VERSION
from cde.exports.schema import dictionary
from cde.facets import FACETS, cases_with
from cde.fragments import Fragments
from cde.generated import generated_page
from cde.layout import Place
from cde.library import Library
from cde.model.fields import Review
from cde.model.page import TitledFront
from cde.notices import anchors, with_notices
from cde.overview import headings, overview
from cde.pagemodel import MARKERS, WHOLE
from cde.routes import routes
from cde.translation import PageState, Part, state_of


class Link(Protocol):
    """From a document's path, such as `docs/sources.md`, to its address relative to the page being written."""

    def __call__(self, document: str, language: str | None = None) -> str:
        """The address in the page's own language, or in another one."""


@dataclass(frozen=True)
class Composed:
    """A page ready for Markdown, with what its template needs to know."""

    markdown: str
    title: str
    summary: str
    kind: str
    group: str | None
    language: str
    missing: bool
    reviewed: Review | None
    state: PageState
    show_review: bool
    draft: bool


def compose(library: Library, fragments: Fragments, document: str, language: str, link: Link) -> Composed:
    """The page of a document in a language; a short honest one where that language has not been written."""
    place = layout.place_of(document)
    page = library.page(document, language)
    title, summary = describe(library, document, language)
    state = state_of(library, document, language)
    made = generated_page(document)
    if page is None and made is None:
        text = _missing(library, fragments, state, link, title, summary)
        return _composed(library, place, state, text, title, summary)
    values = _records(library, place) | {
        "library": library,
        "title": title,
        "summary": summary,
        "place": place,
        "title_of": lambda document: describe(library, document, language)[0],
    }
    references = References(library)

    def fragment(name: str) -> str:
        return fragments.render(name, language, link, **values)

    body = _body(library, fragments, state, link) if page else ""
    filled = prose.replace_markers(body, {name: fragment(name) for name in MARKERS.get(place.kind, ())})
    if made:
        values |= _material(library, made.kind, place, language)
        filled = fragment(made.fragment)
    if made and made.kind == "kit":
        filled = prose.replace_markers(filled, {"handout": _handout(library, place, language)})
    head, tail = fragments.frame(place.kind)
    parts = [fragment(head) if head else "", filled, fragment(tail) if tail else ""]
    text = references.replace("\n\n".join(parts), fragments.say("reference", language))
    if references.numbers:
        listed = fragments.render("references", language, link, references=references.listed(), library=library)
        words = fragments.say("references", language)
        heading = f'<h2 id="references">{words}</h2>' if made and made.kind in WHOLE else f"## {words} {{#references}}"
        text += f"\n\n{heading}\n\n{listed}\n"
    return _composed(library, place, state, text, title, summary)


def _missing(library: Library, fragments: Fragments, state: PageState, link: Link, title: str, summary: str) -> str:
    """The short page of a document that its reader's language does not have."""
    original = library.page(state.document, state.original)
    front = original.front if original and isinstance(original.front, TitledFront) else None
    html = fragments.render(
        "missing",
        state.language,
        link,
        title=title,
        title_language=state.original if front and title == front.title else state.language,
        summary=summary,
        own_summary=front.summary if front else "",
        written=state.original,
        ways=[(code, link(state.document, code)) for code in library.languages_of(state.document)],
    )
    return "\n\n".join([html, *anchors(original.page.body, above=1)]) if original else html


def _body(library: Library, fragments: Fragments, state: PageState, link: Link) -> str:
    """The text of a page, with a notice in each section that does not follow its original."""
    page = library.pages[layout.in_language(state.document, state.language)]
    original = library.pages[layout.in_language(state.document, state.original)]

    def notice(part: Part) -> str:
        there = link(state.document, state.original)
        values = {"part": part, "original": state.original, "original_link": there}
        return fragments.render("section-note", state.language, link, **values)

    return with_notices(page.page.body, original.page.body, state, notice)


def _composed(library: Library, place: Place, state: PageState, text: str, title: str, summary: str) -> Composed:
    made = generated_page(state.document)
    module, case = library.modules.get(place.module), library.cases.get(place.case)
    data = module.data if module else case.data if case else None
    group = place.group or (case.data.bases[0] if case else None)
    return Composed(
        markdown=text,
        title=title,
        summary=summary,
        kind=made.kind if made else place.kind,
        group=group,
        language=state.language,
        missing=state.state == "missing",
        reviewed=data.reviewed if data else None,
        state=state,
        show_review=made is None and state.state != "missing",
        draft=data is not None and data.status != "published",
    )


def _records(library: Library, place: Place) -> dict[str, Any]:
    """The records that a place is about, under the names that fragments use."""
    found: dict[str, Any] = {}
    if place.group:
        entry = library.bases.get(place.group)
        found["base"] = entry.data if entry else None
    if place.module:
        found["module"] = module = library.modules[place.module]
        found["lecture"] = module.lecture(place.lecture) if place.lecture else None
    if place.case:
        found["case"] = library.cases[place.case]
    return found


def _handout(library: Library, place: Place, language: str) -> str:
    """The exercise of a module as a handout: its Markdown without hints and solutions."""
    document = library.modules[place.module].document
    page = library.page(document, library.read_in(document, language))
    found = [part.text for part in prose.sections(page.page.body) if part.heading.id == "exercise"] if page else []
    return prose.without_details("\n".join(found)).replace("](#", "](index.md#")


def _material(library: Library, kind: str, place: Place, language: str) -> dict[str, Any]:
    """What the fragment of a generated page needs beside the library."""
    if kind == "translation":
        return _overview(library, language)
    if kind == "open-data":
        return {"dictionary": dictionary(), "version": VERSION, "folder": FOLDER}
    if kind == "facet":
        return {"cases": cases_with(library, place.facet, place.value)}
    if kind == "path":
        return {"route": routes(library)[place.value]}
    return {}


def _words(library: Library, place: Place, language: str) -> tuple[str, ...]:
    """What title and summary of a generated page say of its subject, in a language."""
    if place.kind == "facet":
        return library.say(f"facet-{place.facet}", language), FACETS[place.facet].say(library, place.value, language)
    if place.kind == "path":
        route = routes(library)[place.value]
        return route.title[language], route.summary[language]
    if place.kind in ("kit", "slides"):
        return (library.modules[place.module].data.title[language],)
    return ()


def _overview(library: Library, language: str) -> dict[str, Any]:
    """What the page on translations tells, and the names of pages and sections in its reader's language."""
    return {
        "overview": overview(library),
        "headings_of": lambda document: headings(library, document, language),
    }


def describe(library: Library, document: str, language: str) -> tuple[str, str]:
    """Title and one-sentence summary of a document in a language."""
    place = layout.place_of(document)
    made = generated_page(document)
    if made:
        words = _words(library, place, language)
        return library.say(made.title, language).format(*words), library.say(made.summary, language).format(*words)
    if place.kind in ("module", "lecture", "facilitator"):
        module = library.modules[place.module]
        if place.kind == "module":
            return module.data.title[language], module.data.summary[language]
        lecture = module.lecture(place.lecture)
        if lecture:
            return lecture.title[language], lecture.summary[language]
        label = library.say("facilitator-page", language)
        return f"{label} {module.data.title[language]}", library.say("facilitator-summary", language)
    if place.kind == "case":
        case = library.cases[place.case].data
        return case.title[language], case.summary[language]
    if place.kind == "base":
        base = library.bases[place.group].data
        return base.title[language], base.question[language]
    page = library.page(document, language)
    if page and isinstance(page.front, TitledFront):
        return page.front.title, page.front.summary
    written = library.page(document, library.read_in(document, language))
    if written and isinstance(written.front, TitledFront):
        other = written.front.other_title if language in layout.LANGUAGES else None
        return other or written.front.title, library.say("missing-summary", language)
    return document, ""
