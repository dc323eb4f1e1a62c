"""A web server on this machine that counts what it sends, compressed as a static host would."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
"""What is sent compressed (gzip -9). Anything else goes as it is."""


@dataclass(frozen=True)
class Sent:
    """One answer of the server: path of the request, bytes of the body as sent, seconds since 1970 when sent."""

    path: str
    size: int
    at: float


@dataclass
class SiteServer:
    """A running server: its address, and everything it has sent.

    `delay` are seconds that each answer is held back, as by a network: what was asked for a moment before something
    was shown comes after it, and so did not help to show it.
    """

    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    delay: float = 0.0

    def wait_until_quiet(self, seconds: float = 0.8, patience: float = 20.0) -> None:
        """Wait until nothing has been asked for some time."""
        end = time.time() + patience
        begun = time.time()
        while time.time() < end:
            last = self.sent[-1].at if self.sent else begun
            if time.time() - max(last, begun) >= seconds:
                return
            time.sleep(seconds / 10)


@cache
def _body(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 9, mtime=0) if path.suffix in TYPES else data


def _handler(folder: Path, site: SiteServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            where = unquote(urlsplit(self.path).path)
            path = (folder / where.lstrip("/")).resolve()
            if path.is_dir():
                path /= "index.html"
            there = path.is_relative_to(folder) and path.is_file()
            body = _body(path) if there else b""
            time.sleep(site.delay)
            site.sent.append(Sent(self.path, len(body), time.time()))
            self.send_response(200 if there else 404)
            self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
            if there and path.suffix in TYPES:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection is no fault."""


@contextmanager
def serve(folder: Path) -> Iterator[SiteServer]:
    """Serve a folder on a free port of 127.0.0.1 for as long as the `with` block lasts."""
    site = SiteServer()
    with _Server(("127.0.0.1", 0), _handler(folder.resolve(), site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_port}"
        yield site
        server.shutdown()
