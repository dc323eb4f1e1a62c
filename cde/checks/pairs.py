"""The two languages of a document: both there, the same sections, one original, a title where one is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cde import layout, prose
from cde.library import Library, LoadedPage
from cde.model.page import TitledFront
from cde.problem import Problem, nearest


def check(library: Library) -> Iterator[Problem]:
    """Faults between the two languages of each document, and files that records call for."""
    documents = dict.fromkeys(loaded.page.document for loaded in library.pages.values())
    for document in documents:
        written = library.languages_of(document)
        pages = [page for language in written if (page := library.page(document, language))]
        for language in library.languages:
            if language not in written and not _is_there(library, document, language):
                yield from _missing(library, pages[0], document, language)
        if len(pages) == sum(_is_there(library, document, language) for language in library.languages):
            yield from _originals(pages)
        original = next((page for page in pages if page.front.translation.state == "original"), pages[0])
        for page in pages:
            if page is not original:
                yield from _pair(original, page)
    yield from _uncalled_and_unwritten(library, set(documents))


def _is_there(library: Library, document: str, language: str) -> bool:
    """True for a file that exists, even if it could not be read: its own fault is told elsewhere."""
    return (library.root / layout.in_language(document, language)).is_file()


def _missing(library: Library, page: LoadedPage, document: str, language: str) -> Iterator[Problem]:
    wanted = layout.in_language(document, language)
    names = {f"language_{each}": library.language_name(language, each) for each in layout.LANGUAGES}
    yield Problem(page.page.path, 1, 1, "missing-translation", {**names, "file": wanted})
    if language in layout.LANGUAGES and isinstance(page.front, TitledFront) and not page.front.other_title:
        yield Problem(page.page.path, 1, 1, "no-other-title")


def _originals(pages: list[LoadedPage]) -> Iterator[Problem]:
    originals = [page for page in pages if page.front.translation.state == "original"]
    if not originals:
        yield pages[0].page.front.problem("no-original", ("translation", "state"))
    for page in originals[1:]:
        yield page.page.front.problem("two-originals", ("translation", "state"), other=originals[0].page.path)


def _pair(original: LoadedPage, translated: LoadedPage) -> Iterator[Problem]:
    lacking = translated.front.translation.missing
    theirs, ours = _ids(original, lacking), _ids(translated, lacking)
    if ours != theirs:
        page = translated.page
        values = {"other": original.page.path, "detail": _difference(theirs, ours)}
        yield Problem(page.path, page.body_line, 1, "sections-differ", values)


def _ids(page: LoadedPage, lacking: Sequence[str]) -> list[str | None]:
    """Ids of the headings of the second and third level, but for those of some sections."""
    found, left_out = [], False
    for heading in prose.headings(page.page.body):
        if heading.level == 2:
            left_out = heading.id in lacking
        if heading.level in (2, 3) and not left_out:
            found.append(heading.id)
    return found


def _difference(ours: list[str | None], theirs: list[str | None]) -> str:
    lacking = [f"−{name}" for name in ours if name not in theirs]
    extra = [f"+{name}" for name in theirs if name not in ours]
    return " ".join(lacking + extra) or "order: " + ", ".join(str(name) for name in theirs)


def _uncalled_and_unwritten(library: Library, documents: set[str]) -> Iterator[Problem]:
    """Lectures named without a file, files that no record names, modules and cases without their page."""
    for module in library.modules.values():
        called = [f"{module.path}/lectures/{lecture.id}.md" for lecture in module.data.lectures]
        for position, wanted in enumerate(called):
            if wanted not in documents:
                where = ("lectures", position, "id")
                yield module.record.marked.problem(
                    "missing-file", where, file=layout.in_language(wanted, layout.LANGUAGES[0])
                )
        for wanted in (module.document, f"{module.path}/facilitator.md"):
            if wanted not in documents:
                yield module.record.marked.problem("missing-file", file=layout.in_language(wanted, layout.LANGUAGES[0]))
        for document in documents:
            if document.startswith(f"{module.path}/lectures/") and document not in called:
                language = library.languages_of(document)[0]
                path = layout.in_language(document, language)
                yield Problem(path, 1, 1, "file-name", {"file": document.rsplit("/", 1)[1]})
    for document in documents:
        place = layout.place_of(document)
        if place.kind == "base" and place.group not in library.names("base"):
            path = layout.in_language(document, library.languages_of(document)[0])
            near = nearest(place.group, library.names("base"))
            yield Problem(path, 1, 1, "unknown-reference", {"target": "base", "given": place.group}, near)
    for case in library.cases.values():
        if case.document not in documents:
            wanted = layout.in_language(case.document, layout.LANGUAGES[0])
            yield case.record.marked.problem("missing-file", file=wanted)
