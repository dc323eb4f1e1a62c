"""The search box with a stand-in for the engine that keeps the same contract, and words for what it shows.

Certain words make the stand-in misbehave: see fake_search_worker.js.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import DESK, PHONE, ROOT, Visitor

from cde import layout
from cde.checking import check_repository

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

LIBRARY, _ = check_repository(ROOT)
WORKER = (ROOT / "tests" / "fake_search_worker.js").read_text("utf-8")
SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
LANGUAGES = pytest.mark.parametrize("language", layout.LANGUAGES)
FIELD, OPEN, RESULT = ".md-search__input", ".search-open", ".md-search-result__link"


def root(language: str) -> str:
    """The address of the home page of a language."""
    return "" if language == layout.LANGUAGES[0] else f"{language}/"


def words(key: str, language: str = "th") -> str:
    """A word of the interface."""
    return LIBRARY.strings[key][language]


def part(page: Any, name: str) -> Any:
    """A part of the panel."""
    return page.locator(f"[data-search={name}]")


def expect(found: Any) -> Any:
    return playwright.expect(found)


def visit(visitor: Visitor, where: str, **settings: Any) -> Any:
    """A page whose search is answered by the stand-in."""
    page = visitor.open("404.html", **settings)
    visitor.asked.clear()
    visitor.complaints.clear()
    page.context.route(
        lambda url: "search" in url and "worker" in url,
        lambda route: route.fulfill(body=WORKER, content_type="text/javascript"),
    )
    page.goto(visitor.address + where)
    return page


def search(visitor: Visitor, text: str, where: str = "glossary/", viewport: dict[str, int] = DESK) -> Any:
    """A page with the search open, and a query in the box."""
    page = visit(visitor, where, viewport=viewport)
    page.click(OPEN if viewport == PHONE else FIELD)
    expect(part(page, "panel")).to_be_visible()
    page.keyboard.type(text)
    return page


def asks(page: Any) -> dict[str, list[str]]:
    """What the address says of the search."""
    return parse_qs(urlsplit(page.url).query)


def wait_for_address(page: Any, text: str) -> None:
    page.wait_for_function("text => decodeURIComponent(location.search).includes(text)", arg=text)


def focused(page: Any, selector: str) -> bool:
    return page.evaluate("s => document.activeElement.matches(s)", selector)


def chip(page: Any, facet: str, value: str) -> Any:
    """A chip of a group, by the text it begins with."""
    return page.locator(f"[data-facet={facet}] .search-chip", has_text=value).first
