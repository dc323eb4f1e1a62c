"""Measure the list of cases: `python -m benchmarks.cases [--cases 300] [--site SITE]`.

Told are the sizes of the page as a browser fetches it (gzip −9), and the time of a filter: from the change of a box to
the end of layout, in milliseconds. The same filter with the processor slowed down four times stands for a phone. A
ratio is to the time that the same page takes to hide one row and lay itself out, so that machines can be compared.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import dev_machine
from benchmarks.cases.corpus import ROOT, write
from cde.loading import load

FILTER = """async () => {
  const times = [], floor = [];
  const boxes = [...document.querySelectorAll(".facet input")];
  const row = document.querySelector(".cases tbody tr");
  for (const box of boxes) {
    box.checked = true;
    let start = performance.now();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    box.checked = false;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    row.hidden = true;
    start = performance.now();
    row.hidden = false;
    document.body.getBoundingClientRect();
    floor.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return { times, floor, rows: document.querySelectorAll(".cases tbody tr").length };
}"""


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def build(count: int, folder: Path) -> Path:
    """A site with as many made-up cases as are asked for."""
    library, _ = load(ROOT)
    write(folder / "repository", library, count)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "repository/mkdocs.yml")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    subprocess.run([*command, "-d", str(folder / "site")], check=True, env=environment, cwd=folder / "repository")
    return folder / "site"


def sizes(site: Path) -> dict[str, int]:
    """Bytes of the list of cases in each language, and of its scripts, as they are sent."""
    pages = {language: site / path / "case-studies/index.html" for language, path in (("th", "."), ("en", "en"))}
    found = {f"page {language}": _sent(path) for language, path in pages.items()}
    scripts = [site / "assets/javascripts/case-list.js", *(site / "assets/javascripts/cases").glob("*.js")]
    return found | {"scripts": sum(map(_sent, scripts))}


def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def times(site: Path) -> dict[str, Any]:
    """How long each filter takes, at full speed and four times slower."""
    from playwright.sync_api import sync_playwright

    found = {}
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server,
        sync_playwright() as play,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=dev_machine.find_browser(), args=dev_machine.BROWSER_FLAGS)
        for slower in (1, 4):
            page = browser.new_page(viewport={"width": 360, "height": 740})
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.goto(f"http://127.0.0.1:{server.server_port}/case-studies/")
            found[f"{slower}x"] = page.evaluate(FILTER)
            page.close()
        browser.close()
        server.shutdown()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=300, help="how many made-up cases")
    parser.add_argument("--site", type=Path, help="a site that is already built, instead")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or build(asked.cases, Path(folder))
        for name, size in sizes(site).items():
            print(f"{name}: {size / 1000:.1f} kB")
        for speed, measured in times(site).items():
            spent, floor = measured["times"], statistics.median(measured["floor"])
            middle, worst = statistics.median(spent), max(spent)
            print(
                f"{measured['rows']} rows, {speed} slower: {len(spent)} filters, median {middle:.1f} ms, "
                f"worst {worst:.1f} ms; {middle / max(floor, 0.1):.1f} times the floor of {floor:.1f} ms"
            )


if __name__ == "__main__":
    main()
