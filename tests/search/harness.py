"""What the tests of the search share: a local server, and a page of Chromium in which the modules run as they stand."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MODULES = "/overrides/assets/javascripts/search/"


class Handler(SimpleHTTPRequestHandler):
    """Serves folders, each below its path; scripts as scripts, whatever the machine's registry says."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".json": "application/json"}

    def __init__(self, *request: Any, folders: Mapping[str, Path]) -> None:
        self.folders = folders
        super().__init__(*request)

    def translate_path(self, path: str) -> str:
        """The file at an address: in the folder of the longest path that it begins with."""
        below = max((start for start in self.folders if path.startswith(start)), key=len)
        self.directory = str(self.folders[below])
        return super().translate_path("/" + path.removeprefix(below))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, others: Mapping[str, Path] | None = None) -> Iterator[str]:
    """The address of a folder on this machine, without a slash at its end; other folders below paths of it."""
    handler = partial(Handler, folders={"/": folder, **(others or {})})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def page_at(browser: Any, address: str) -> Iterator[Any]:
    """A page of that origin, in a context of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@contextmanager
def modules_page(browser: Any) -> Iterator[Any]:
    """A page that can import the repository's modules."""
    with served(ROOT) as address, page_at(browser, f"{address}/tests/search/harness.js") as page:
        yield page
