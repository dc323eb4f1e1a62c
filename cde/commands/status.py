"""`cde status`: how the translations stand, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cde import history, layout, problem
from cde.addresses import address_of
from cde.checks import pairs, translations
from cde.compose import describe
from cde.earlier import library_at
from cde.library import Library
from cde.overview import Work, works
from cde.problem import Problem
from cde.translation import PageState, states

TOLD = ("stale-translation", "partial-translation", "missing-translation")
"""The problems of `cde check` that a pull request is warned of."""


class NoCommit(Exception):
    """The commit to compare with is not at hand."""


def listed(library: Library, pages: Iterable[tuple[str, str | None]], wanted: Sequence[str]) -> list[Work]:
    """Translations in the states asked for, the longest unchanged first; of some pages, or of all."""
    asked = list(pages)
    found = [work for work in works(library) if not wanted or work.page.state in wanted]
    if asked:
        found = [w for w in found if any(d == w.page.document and n in (None, w.page.language) for d, n in asked)]
    return sorted(found, key=lambda work: work.age)


def worsened(library: Library, reference: str) -> list[PageState]:
    """Translations that a change since a commit made stale, partial or missing in some part that was not so before.

    Compared is the commit from which the present one and `reference` both come. Raises NoCommit.
    """
    before = {(s.document, s.language): _gaps(s) for s in states(earlier(library.root, reference))}
    return [s for s in states(library) if _gaps(s) - before.get((s.document, s.language), set())]


def _gaps(state: PageState) -> set[tuple[str, ...]]:
    if state.state == "missing":
        return {("missing",)}
    return {(part.id, part.state, *part.changes) for part in (*state.stale, *state.lacking)}


def earlier(root: Path, reference: str) -> Library:
    """The Library of the commit from which the present one and another both come. Raises NoCommit."""
    base = history.git(root, "merge-base", "HEAD", reference)
    library = library_at(root, base.strip()) if base else None
    if library is None:
        raise NoCommit(reference)
    return library


def problems_of(library: Library, found: Iterable[PageState]) -> list[Problem]:
    """What `cde check` says of some translations."""
    every = [*pairs.check(library), *translations.check(library)]
    documents = {state.document for state in found}
    return sorted(p for p in every if p.name in TOLD and layout.document_of(p.path) in documents)


def as_text(library: Library, found: Sequence[Work]) -> str:
    """The list in both languages, with a closing count."""
    lines = [line for work in found for line in _lines(work)]
    states_of = [work.page.state for work in found]
    counts = ", ".join(f"{state} {states_of.count(state)}" for state in dict.fromkeys(states_of))
    following = sum(work.follows for work in found)
    if library.history.shallow:
        lines.append(
            "ไม่มีวันที่ เพราะโคลนนี้มีประวัติไม่ครบ (git fetch --unshallow)\n"
            "No dates: this clone holds only part of the history (git fetch --unshallow)."
        )
    lines.append(
        f"{len(found)} คำแปล · translations: {counts or '–'}; ตรงกับต้นฉบับ · follow the present text: {following}"
    )
    return "\n".join(lines)


def _lines(work: Work) -> Iterable[str]:
    page = work.page
    who = f", reviewed by {page.reviewed.by} on {page.reviewed.on}" if page.reviewed else ""
    unrecorded = "" if page.recorded or page.state == "missing" else ", not recorded what it follows"
    yield f"{work.path}: {page.state}{unrecorded}{who} ({work.day or '?'}; original {work.original_day or '?'})"
    for part in (*page.stale, *page.lacking):
        yield f"    {part.id}: {', '.join(part.changes) or ('new' if part.state == 'stale' else 'not translated')}"


def as_json(library: Library, found: Sequence[Work]) -> str:
    """The list as a JSON array, for other programs."""
    return json.dumps([_record(library, work) for work in found], ensure_ascii=False, indent=2)


def _record(library: Library, work: Work) -> dict[str, Any]:
    page = work.page
    return {
        "file": work.path,
        "document": page.document,
        "language": page.language,
        "address": address_of(library, page.document, page.language),
        "title": describe(library, page.document, page.language)[0],
        "room": work.room,
        "kind": work.kind,
        "state": page.state,
        "follows": work.follows,
        "recorded": page.recorded,
        "made": page.made,
        "reviewed": page.reviewed.model_dump() if page.reviewed else None,
        "original": {"language": page.original, "changed": work.original_day},
        "changed": work.day,
        "stale": [{"section": part.id, "changes": part.changes} for part in page.stale],
        "missing": [part.id for part in page.lacking],
    }


def as_markdown(problems: Sequence[Problem]) -> str:
    """A table for the summary of a pull request's check."""
    if not problems:
        return "คำแปลทุกคู่ยังเป็นเช่นเดิม · Every pair is as it was before.\n"
    rows = [f"| `{p.path}` | {p.words('th')['message']} | {p.words('en')['message']} |" for p in problems]
    head = "คำแปลที่การแก้ไขนี้ทำให้ไม่ตรงกับต้นฉบับ · Pairs that this change takes out of step"
    return "\n".join([f"### {head}", "", "| | ไทย | English |", "|---|---|---|", *rows, ""])


FORMATS = {"text": problem.as_text, "json": problem.as_json, "github": problem.as_github, "markdown": as_markdown}
"""How problems since a commit are told."""


def with_history(library: Library) -> Library:
    """A Library that knows on which days its files changed."""
    return replace(library, history=history.read(library.root))
