"""Pagefind, to compare with: installed from npm, with an index of its own over bare pages of the same texts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path

import markdown
from playwright.sync_api import Page as BrowserPage

from benchmarks.search.browser import Answer
from benchmarks.search.corpus import Page

PACKAGE = "pagefind@1.6.0"
HERE = Path(__file__).resolve().parent
SEVERAL = 5
"""Results that are shown at first, as by Pagefind's own interface."""


class NotInstalled(Exception):
    """Pagefind cannot be had on this machine."""


class PagefindBox:
    """Pagefind's JavaScript interface in place of a box: it has none in Material."""

    def __init__(self, page: BrowserPage) -> None:
        self.page = page
        self.ask_it = (HERE / "pagefind.js").read_text("utf-8")

    def focus(self) -> None:
        self.page.evaluate(
            "async () => { window.pagefind = await import('/pagefind/pagefind.js'); await pagefind.init() }"
        )

    def ask(self, text: str) -> Answer:
        said = self.page.evaluate(self.ask_it, [text, SEVERAL])
        return Answer(tuple(said.pop("urls")), **said)


def write_pages(folder: Path, pages: Sequence[Page]) -> None:
    """Each page as bare HTML that names its language: Pagefind keeps an index for each."""
    for page in pages:
        body = markdown.markdown(page.text, extensions=["tables", "attr_list", "toc"])
        path = folder / page.location / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'<!doctype html><html lang="{page.language}"><meta charset="utf-8"><link rel="icon" href="data:,">'
            f"<title>{escape(page.title)}</title><main data-pagefind-body>{body}</main></html>",
            "utf-8",
        )


def build(folder: Path, pages: Sequence[Page]) -> Path:
    """Install Pagefind below a folder and let it index the pages; return the site's folder."""
    site = folder / "site"
    write_pages(site, pages)
    npm = shutil.which("npm")
    if npm is None:
        raise NotInstalled("ไม่พบ npm – ติดตั้ง Node.js · npm was not found – install Node.js")
    (folder / "package.json").write_text('{"private": true}', "utf-8")
    _run(folder, npm, "install", "--no-audit", "--no-fund", "--silent", PACKAGE)
    _run(folder, str(folder / "node_modules" / ".bin" / "pagefind"), "--site", str(site), "--quiet")
    return site


def _run(folder: Path, *command: str) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalled(str(error)) from error
    if done.returncode:
        last = " ".join((done.stdout + done.stderr).split())[-400:]
        raise NotInstalled(f"{' '.join(command)}: {last}")
