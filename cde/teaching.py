"""What fragments about modules may ask for: questions as shown, the session and its kit, paths, and what is covered."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from cde import citations, coverage, kit, layout, quizzes, routes
from cde.library import Library, ModuleFolder
from cde.model.worksheet import Worksheet, WorksheetField


def helpers(library: Library, language: str, site_url: str) -> dict[str, Any]:
    """The helpers by the name that fragments use, for one language."""

    def say(key: str) -> str:
        return library.say(key, language)

    return {
        "question_version": quizzes.version,
        "mixed": quizzes.mixed,
        "duration": lambda minutes: say("duration").format(*divmod(minutes, 60)),
        "timed": kit.timed,
        "clock": kit.clock,
        "copies": kit.copies,
        "deck": lambda module: kit.deck(module, language, say),
        "qr": kit.qr,
        "address": lambda document, code=language: address(library, site_url, document, code),
        "routes": lambda: routes.routes(library).values(),
        "base_route": lambda base: routes.base_route(library, base),
        "routes_through": lambda module: routes.routes_through(library, module),
        "next_module": lambda module: next_module(library, module),
        "coverage": lambda group: coverage.rows(library, group),
        "without_case": coverage.without_case,
        "laws": lambda group: laws(library, group, language),
        "parts": lambda: list(library.words["proposal_part"]),
        "fields_of": fields_of,
    }


def address(library: Library, site_url: str, document: str, language: str) -> str:
    """The full address of a document, for paper."""
    return urljoin(site_url, layout.address_of(document, language, next(iter(library.languages))))


def next_module(library: Library, module: ModuleFolder) -> ModuleFolder | None:
    """The module after one in its group; None after the last."""
    group = library.modules_of(module.data.group)
    position = next((place for place, each in enumerate(group) if each.data.id == module.data.id), len(group))
    return group[position + 1] if position + 1 < len(group) else None


def laws(library: Library, group: str, language: str) -> list[str]:
    """Keys of the laws that the pages of a group's modules cite, in the order in which they are met."""
    keys: list[str] = []
    for module in library.modules_of(group):
        page = library.page(module.document, library.read_in(module.document, language))
        for citation in citations.find(page.page.body) if page else ():
            keys += filter(None, (citations.source_of(library, key) for key in citation.keys))
    return coverage.laws(library, keys)


def fields_of(sheet: Worksheet, part: str | None) -> list[WorksheetField]:
    """The fields of a worksheet that belong to a part of the proposal; with None, its working papers."""
    return [field for field in sheet.fields if field.part == part]
