"""Translations: what they say they follow is there, and still the same; each file is written in its language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from cde import layout, prose, translation
from cde.citations import CITATION, blank_code, find
from cde.library import Library, LoadedPage
from cde.model.page import TitledFront
from cde.problem import Problem, nearest

FEW_LETTERS = 60
"""Letters below which the script of a text tells nothing: it may be a name, a list of abbreviations."""

_UNREAD = re.compile(r"<[^>]*>|\]\([^)]*\)|\{[^}]*\}|https?://\S+")

KINDS = {
    "words": {"th": "ถ้อยคำ", "en": "words"},
    "figures": {"th": "ตัวเลข", "en": "figures"},
    "sources": {"th": "แหล่งที่มา", "en": "sources"},
    "links": {"th": "ลิงก์หรือภาพ", "en": "links or pictures"},
}
"""Words of faults for the kinds of change."""

NEW = {"th": "หัวข้อใหม่", "en": "new"}


def check(library: Library) -> Iterator[Problem]:
    """Faults of translations, and warnings where they have fallen behind."""
    for loaded in library.pages.values():
        yield from _script(library, loaded)
        yield from _front(library, loaded)
    for state in translation.states(library):
        yield from _state(library, state)


def _script(library: Library, loaded: LoadedPage) -> Iterator[Problem]:
    page = loaded.page
    wanted = main_script(library.languages[page.language].name)
    for line, title, text in _pieces(loaded):
        letters = scripts(text)
        found = max(letters, key=lambda script: letters[script], default=wanted)
        if letters.total() >= FEW_LETTERS and found != wanted and letters[found] > 2 * letters[wanted]:
            values = {"given": title, "share": round(100 * letters[found] / letters.total())}
            name = {f"name_{each}": library.language_name(page.language, each) for each in layout.LANGUAGES}
            yield Problem(page.path, line, 1, "wrong-language", {**values, **name, "script": found.capitalize()})


def _pieces(loaded: LoadedPage) -> Iterator[tuple[int, str, str]]:
    """Line, title and words of what stands above the first section, front matter too, and of each section."""
    page, sections = loaded.page, prose.sections(loaded.page.body)
    first = sections[0].heading.line - 1 if sections else None
    own = [loaded.front.title, loaded.front.summary] if isinstance(loaded.front, TitledFront) else []
    yield 1, loaded.title or layout.document_of(page.path), "\n".join([*own, *page.body.split("\n")[:first]])
    for section in sections:
        line = page.body_line + section.heading.line - 1
        yield line, section.heading.title, f"{section.heading.title}\n{section.text}"


def scripts(text: str) -> Counter[str]:
    """How many letters of each script a reader of a Markdown text meets: `THAI`, `LATIN`, `ARABIC`, …"""
    seen = _UNREAD.sub(" ", CITATION.sub(" ", blank_code(text)))
    found: Counter[str] = Counter()
    for letter, count in Counter(seen).items():
        if letter.isalpha():
            found[unicodedata.name(letter, "?").split()[0]] += count
    return found


def main_script(name: str) -> str:
    """The script in which a language writes its own name."""
    return scripts(name).most_common(1)[0][0]


def _front(library: Library, loaded: LoadedPage) -> Iterator[Problem]:
    """What front matter says of the translation agrees with the original."""
    front, marked = loaded.front.translation, loaded.page.front
    original = translation.original_of(library, loaded.page.document)
    if original is None:
        return
    if front.state == "original":
        for key in ("of", "missing", "reviewed"):
            if getattr(front, key):
                yield marked.problem("follows-nothing", ("translation", key), on_key=True, given=key)
        return
    there = translation.parts_of(library, loaded.page.document, original)
    here = translation.parts_of(library, loaded.page.document, loaded.page.language)
    for name in front.of:
        if name not in there:
            near = nearest(name, there)
            yield marked.problem(
                "follows-nothing", ("translation", "of", name), on_key=True, suggestion=near, given=name
            )
    for position, name in enumerate(front.missing):
        if name not in there or name in here:
            yield marked.problem("not-missing", ("translation", "missing", position), given=name)


def _state(library: Library, state: translation.PageState) -> Iterator[Problem]:
    loaded = library.page(state.document, state.language)
    if loaded is None or state.state == "original":
        return
    marked = loaded.page.front
    if state.stale:
        told = {f"parts_{name}": _told(state.stale, name) for name in ("th", "en")}
        yield marked.problem("stale-translation", ("translation", "of"), on_key=True, file=marked.path, **told)
    yield from _sources(library, state, loaded)
    if state.lacking:
        names = ", ".join(part.id for part in state.lacking)
        yield marked.problem("partial-translation", ("translation", "missing"), on_key=True, names=names)


def _sources(library: Library, state: translation.PageState, loaded: LoadedPage) -> Iterator[Problem]:
    """A section that is said to follow its original cites what that one cites; a stale one is told already."""
    texts = [translation.parts_of(library, state.document, each) for each in (state.original, state.language)]
    for part in state.parts:
        theirs, ours = (Counter(_keys(text.get(part.id, ""))) for text in texts)
        if part.state == "in-step" and theirs != ours:
            detail = [f"−{key}" for key in theirs - ours] + [f"+{key}" for key in ours - theirs]
            values = {"given": part.id, "detail": " ".join(detail)}
            yield Problem(loaded.page.path, _line(loaded, part.id), 1, "sources-differ", values)


def _keys(text: str) -> list[str]:
    return [key for citation in find(text) for key in citation.keys]


def _line(loaded: LoadedPage, section: str) -> int:
    """The line of a section's heading in its file; the first line for the head."""
    lines = (each.heading.line for each in prose.sections(loaded.page.body) if each.heading.id == section)
    line = next(lines, None)
    return loaded.page.body_line + line - 1 if line else 1


def _told(parts: tuple[translation.Part, ...], language: str) -> str:
    """`money (figures, sources), results (words)`."""
    kinds = [[KINDS[kind][language] for kind in part.changes] or [NEW[language]] for part in parts]
    return ", ".join(f"{part.id} ({', '.join(each)})" for part, each in zip(parts, kinds, strict=True))
