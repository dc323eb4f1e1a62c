"""A mini site in a temporary folder, built by the real MkDocs with the real hooks."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import dev_machine

ROOT = Path(__file__).resolve().parents[1]

CONFIG = f"""
site_name: Test
site_url: https://example.org/cde/
repo_url: https://example.org/repository/
edit_uri: edit/main/
docs_dir: docs
theme: {{name: null, custom_dir: theme}}
plugins:
  - i18n:
      languages: [{{locale: th, name: ไทย, default: true}}, {{locale: en, name: English}}]
hooks: [{ROOT / "hooks/rooms.py"}]
markdown_extensions: [attr_list]
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""

BARE_PAGE = (
    """<html lang="{{ i18n_page_locale }}"><a id="edit" href="{{ page.edit_url }}">edit</a>{{ page.content }}</html>"""
)


@dataclass
class Site:
    """A built mini site: its repository, and what the build warned of."""

    root: Path
    warnings: list[str]

    def html(self, address: str) -> str:
        """The page at an address such as `en/curriculum/a/`."""
        return (self.root / "site" / address / "index.html").read_text("utf-8")

    def links(self, address: str) -> list[str]:
        """Targets of the links whose text begins with "here"."""
        return re.findall(r'<a href="([^"]*)">here', self.html(address))

    def edit_link(self, address: str) -> str:
        """Where the page's edit button leads."""
        found = re.search(r'id="edit" href="([^"]*)"', self.html(address))
        assert found
        return found[1]


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder, making the folders between."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture
def rooms_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Callable[[dict[str, str]], Site]:
    """Build a site of bare pages with the rooms hook alone."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    def make(files: dict[str, str]) -> Site:
        bare = {"mkdocs.yml": CONFIG, "theme/main.html": BARE_PAGE, "docs/index.th.md": "# หน้าแรก"}
        write(tmp_path, bare | files)
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs"):
            build(load_config(str(tmp_path / "mkdocs.yml")))
        return Site(tmp_path, [record.getMessage() for record in caplog.records])

    return make


# The real repository, built once a session


ADDRESS = "https://example.org/library/"
"""Where a built site believes to stand: below a path, as on GitHub Pages."""

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name not in ("CI", "REPOSITORY_URL", "CONTACT_EMAIL")
}
ENVIRONMENT |= {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
ENVIRONMENT["SITE_URL"] = ADDRESS
"""Builds are the same whatever the environment of the one who tests."""


LONGEST_BUILD = 600
"""Seconds after which a build by another worker is given up."""


@dataclass
class Built:
    """The real repository as a renderer built it: the site's folder, exit status and everything it said."""

    folder: Path
    status: int
    output: str


def build_repository(renderer: str, folder: Path) -> Built:
    """Build the real repository into a folder."""
    command = [sys.executable, "-m", renderer, "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)]
    done = subprocess.run(
        command,
        env=ENVIRONMENT,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Built(folder, done.returncode, done.stdout)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real repository, built with mkdocs: once a run, by the first worker that asks for it."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "repository"
    told = shared / "told.json"
    try:
        shared.mkdir()
    except FileExistsError:
        end = time.monotonic() + LONGEST_BUILD
        while not told.exists():
            assert time.monotonic() < end, "another worker began to build the repository and never ended"
            time.sleep(0.5)
        return Built(shared / "site", **json.loads(told.read_text("utf-8")))
    found = build_repository("mkdocs", shared / "site")
    written = shared / "writing.json"
    written.write_text(json.dumps({"status": found.status, "output": found.output}), "utf-8")
    written.rename(told)
    return found


# The built site in a browser: one of each a session, for Playwright bears no second


PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, with its 404.html for what is not there, as GitHub Pages does."""

    base = urlsplit(ADDRESS).path

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(self.base) if path.startswith(self.base) else "no such page"
        return super().translate_path("/" + below)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        text = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server to whom a reader who leaves early is no fault."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site stands on this machine."""
    assert (built.folder / "index.html").is_file(), f"there is no home page to open:\n{built.output}"
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(built.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{Handler.base}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The one browser of the session."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = dev_machine.find_browser()
    if path is None:
        pytest.skip(
            "no Chromium or Chrome on this machine: set CDE_CHROMIUM to one, or run make test, which installs it"
        )
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=dev_machine.BROWSER_FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A reader with a browser: what it asked for, and what it complained of."""

    address: str
    browser: Any
    page: Any = None
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, where: str, **settings: Any) -> Any:
        """A page of the site in a window of its own."""
        context = self.browser.new_context(viewport=settings.pop("viewport", DESK), locale="th-TH", **settings)
        context.set_default_timeout(10_000)
        self.page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self.heard)
        self.page.on("response", lambda answer: self.answered(answer.url, answer.status))
        self.page.goto(self.address + where)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def answered(self, url: str, status: int) -> None:
        if status >= 400:
            self.complaints.append(f"status {status}: {url}")

    @property
    def elsewhere(self) -> list[str]:
        """What was asked of any place but the site; `data:` and `blob:` stay within the page."""
        inside = ("data:", "blob:" + self.address.removesuffix(Handler.base), self.address)
        return [url for url in self.asked if not url.startswith(inside)]


@pytest.fixture
def visitor(address: str, chromium: Any) -> Iterator[Visitor]:
    visitor = Visitor(address, chromium)
    yield visitor
    for context in chromium.contexts:
        context.close()
