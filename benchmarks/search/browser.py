"""A reader who opens a page of a site and types into its search box, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from benchmarks.search.faults import fault
from dev_machine import BROWSER_FLAGS, find_browser

SCREEN = ViewportSize(width=1280, height=900)
NOISE = "/sitemap.xml"
"""Material asks for one in each language; there is one for all."""
PATIENCE = 30_000
"""Milliseconds to wait for an answer; one that is later counts as it then stands."""


@dataclass(frozen=True)
class Answer:
    """What a search answered: addresses of its hits in order, whether the first one is marked, how long it took.

    `ms` are milliseconds from the key to the last change of the list, `first_at` is when the first hit stood there,
    in seconds since 1970. `timing` is what the search tells of itself, in milliseconds: `index` and `query`; `failed`
    that it could not answer.
    """

    urls: tuple[str, ...]
    marked: bool
    ms: float
    first_at: float | None
    late: bool = False
    timing: dict[str, float] | None = None
    failed: bool = False


class Box(Protocol):
    """A search of an open page."""

    def focus(self) -> None:
        """Do what a reader does before typing."""

    def ask(self, text: str) -> Answer:
        """Type a text and wait until its answer is complete."""


class MaterialBox:
    """Material's search box, whatever stands behind it: the text is filled in, then the End key starts the search."""

    LISTEN = Path(__file__).with_name("listen.js")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.input = page.locator("input[data-md-component=search-query]")
        self.typed = ""
        page.evaluate(self.LISTEN.read_text("utf-8"))

    def focus(self) -> None:
        self.input.click()

    def ask(self, text: str) -> Answer:
        if self.typed:
            self._type("")
            self.page.evaluate("benchmark.cleared()")
        self._type(text)
        said: dict[str, Any] = self.page.evaluate("([t, p]) => benchmark.answer(t, p)", [text, PATIENCE])
        return Answer(tuple(said.pop("urls")), **said)

    def _type(self, text: str) -> None:
        self.page.evaluate("benchmark.begin()")
        self.input.fill(text)
        self.page.keyboard.press("End")
        self.typed = text


class Reader:
    """Opens pages of one site; each in a window of its own, with nothing in its cache."""

    def __init__(self, browser: Browser, address: str, box: Callable[[Page], Box] = MaterialBox) -> None:
        self.browser, self.address, self.box = browser, address, box
        self.complaints: list[str] = []

    @contextmanager
    def open(self, where: str) -> Iterator[Box]:
        """The search of a page, until the `with` block ends."""
        context = self.browser.new_context(viewport=SCREEN, locale="th-TH")
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heard)
        page.goto(self.address + where)
        try:
            yield self.box(page)
        finally:
            context.close()

    def _heard(self, said: ConsoleMessage) -> None:
        where = said.location["url"].removeprefix(self.address)
        if (said.type == "error" and not where.endswith(NOISE)) or said.text.startswith("search:"):
            self.complaints.append(f"{said.text} ({where})")


@contextmanager
def chromium() -> Iterator[Browser]:
    """This machine's Chromium."""
    path = find_browser()
    if path is None:
        raise fault(
            "Chromium",
            "ไม่พบเบราว์เซอร์ – ติดตั้ง chromium หรือตั้ง CDE_CHROMIUM",
            "no browser was found – install chromium, or let CDE_CHROMIUM name one",
        )
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield browser
        browser.close()
