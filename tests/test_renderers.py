"""The same repository under the maintained fork, and under `serve` while an editor breaks and mends a page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import BARE_PAGE, CONFIG, ROOT, write

PAGES = {
    "mkdocs.yml": CONFIG,
    "theme/main.html": BARE_PAGE,
    "docs/index.th.md": "# หน้าแรก",
    "docs/index.en.md": "# Home",
    "curriculum/bcg/waste/index.th.md": "# ขยะ\n[here](../../../case_studies/nan/index.md)",
    "curriculum/bcg/waste/index.en.md": "# Waste\n[here](../../../case_studies/nan/index.md)",
    "case_studies/nan/index.th.md": "# น่าน",
}
ENVIRONMENT = os.environ | {"DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT)}


def run(renderer: str, folder: Path) -> dict[str, str]:
    """Build with a renderer in a process of its own; the pages by address."""
    done = subprocess.run(
        [sys.executable, "-m", renderer, "build", "--strict", "-f", str(folder / "mkdocs.yml")],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in sorted(site.rglob("*.html"))}


def test_properdocs_builds_the_same_pages(tmp_path: Path):
    write(tmp_path / "a", PAGES)
    write(tmp_path / "b", PAGES)
    with_mkdocs = run("mkdocs", tmp_path / "a")
    assert "en/curriculum/bcg/waste/index.html" in with_mkdocs
    assert run("properdocs", tmp_path / "b") == with_mkdocs


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def read(url: str) -> str:
    """The text at an address of the preview server."""
    with urllib.request.urlopen(url, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def wait_for(url: str, words: str, seconds: float = 30) -> str:
    """Ask until the page holds the words; fail with the last answer."""
    last, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            last = read(url)
        except OSError as error:
            last = str(error)
        if words in last:
            return last
        time.sleep(0.2)
    pytest.fail(f"{url} never showed {words!r}; last: {last[:500]}")


def test_serve_survives_a_broken_page_in_any_room(tmp_path: Path):
    watch = "watch: [curriculum, case_studies]\n"
    write(tmp_path, PAGES | {"mkdocs.yml": CONFIG + watch})
    page, port = tmp_path / "case_studies/nan/index.th.md", free_port()
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "serve",
            "-a",
            f"127.0.0.1:{port}",
            "-f",
            str(tmp_path / "mkdocs.yml"),
        ],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}/cde/case-studies/nan/"
        wait_for(url, "น่าน")
        page.write_text("# น่าน เสีย\n[here](missing.md)", "utf-8")
        wait_for(url, "น่าน เสีย")
        page.write_text("# น่าน ซ่อมแล้ว", "utf-8")
        assert "missing" not in wait_for(url, "น่าน ซ่อมแล้ว")
    finally:
        server.terminate()
        server.wait(10)
