"""Command line: python -m benchmarks.search --corpus DIR --queries FILE --json OUT"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.search import peers, project
from benchmarks.search.browser import MaterialBox, Reader, chromium
from benchmarks.search.corpus import LANGUAGES, Page, read_aliases, read_corpus, with_homes
from benchmarks.search.distractors import enlarge, repository_sentences
from benchmarks.search.faults import fault, progress, warn
from benchmarks.search.meant import texts_to_keep_out
from benchmarks.search.queries import Query, read_queries, sample, warn_of_missing_pages
from benchmarks.search.report import Summary, summarise, table
from benchmarks.search.server import serve
from benchmarks.search.session import measure

OWN, MATERIAL, PAGEFIND = "own", "material", "pagefind"
TRANSPORTS = ("embedded", "sharded")
VISITS = 40
"""Fresh visits whose bytes are counted."""

MOST_FOR_MATERIAL = 1000
"""Pages from which a site with Material's search is no longer built: static-i18n then compares all with all."""


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="folder of <slug>.<lang>.md pages")
    parser.add_argument(
        "--queries", type=Path, nargs="+", required=True, help="JSON lines: id, lang, class, query, relevant"
    )
    parser.add_argument("--json", type=Path, required=True, help="where to write the figures")
    parser.add_argument("--aliases", type=Path, help="words that editors add; default: aliases.json beside the corpus")
    parser.add_argument("--site", type=Path, help="score this built site instead of building one")
    parser.add_argument("--peers", action="store_true", help="measure Material's own search and Pagefind too")
    parser.add_argument("--pages", type=int, default=0, help="enlarge the corpus to so many pages in all")
    parser.add_argument("--transport", choices=TRANSPORTS, help="how our index is fetched; default: as its size asks")
    parser.add_argument("--start", choices=("auto", *LANGUAGES), default="auto", help="language of the page typed on")
    parser.add_argument("--keep", type=Path, help="leave what was built in this folder")
    asked = parser.parse_args(words)
    if asked.corpus is None and (asked.site is None or asked.peers or asked.pages):
        parser.error("ต้องมี --corpus · --corpus is needed")
    if asked.transport and asked.site:
        parser.error("--transport ใช้กับ --site ไม่ได้ · --transport does not go with --site, which is built already")
    return asked


def pages_of(asked: argparse.Namespace, queries: Sequence[Query]) -> list[Page]:
    """The corpus, enlarged where that was asked for."""
    if asked.corpus is None:
        return []
    pages = with_homes(read_corpus(asked.corpus))
    warn_of_missing_pages(queries, {page.id for page in pages})
    if asked.pages > len(pages):
        progress(f"เพิ่มหน้า · adding pages: {len(pages)} → {asked.pages}")
        kept_out = texts_to_keep_out(queries, pages)
        pages = enlarge(pages, asked.pages, repository_sentences(project.ROOT), kept_out)
    return pages


def aliases_of(asked: argparse.Namespace) -> dict[str, str]:
    """Words that editors add; by default those beside the corpus, if there are any."""
    if asked.aliases:
        return read_aliases(asked.aliases)
    beside = asked.corpus.resolve().parent / "aliases.json"
    return read_aliases(beside) if beside.is_file() else {}


def own_site(asked: argparse.Namespace, work: Path, pages: Sequence[Page]) -> Path:
    """The site with our search: the one that was given, or one built around the corpus."""
    if asked.site:
        if not (asked.site / "index.html").is_file():
            raise fault(
                asked.site,
                "ไม่มี index.html – ใส่ --site เป็นโฟลเดอร์ของเว็บที่สร้างแล้ว",
                "it holds no index.html – give --site the folder of a built site",
            )
        return Path(asked.site)
    return material_site(work, pages, aliases_of(asked), own=True, transport=asked.transport)


def material_site(
    work: Path, pages: Sequence[Page], aliases: dict[str, str], *, own: bool, transport: str | None = None
) -> Path:
    """A site around the corpus, built in a folder of its own."""
    folder = work / (OWN if own else MATERIAL)
    progress(f"{folder.name}: สร้างเว็บ {len(pages)} หน้า · building a site of {len(pages)} pages")
    project.write_project(folder, pages, aliases, own=own, transport=transport)
    begun = time.monotonic()
    site = project.build(folder)
    progress(f"{folder.name}: สร้างเสร็จใน {time.monotonic() - begun:.1f} วินาที · built in as many seconds")
    return site


def peer_sites(work: Path, pages: Sequence[Page]) -> dict[str, Path]:
    """Sites of the same pages with other searches; one that cannot be had is left out with a word about it."""
    sites = {}
    if len(pages) > MOST_FOR_MATERIAL:
        most = f"{MOST_FOR_MATERIAL:,}"
        warn(MATERIAL, f"ข้ามเพราะเกิน {most} หน้า ซึ่งสร้างช้ามาก", f"left out: above {most} pages its build is too slow")
    else:
        sites[MATERIAL] = material_site(work, pages, {}, own=False)
    try:
        progress(f"{PAGEFIND}: ติดตั้งและทำดัชนี · installing and indexing")
        sites[PAGEFIND] = peers.build(work / PAGEFIND, pages)
    except peers.NotInstalled as error:
        warn(PAGEFIND, "ข้ามเพราะติดตั้งหรือใช้ไม่ได้", f"left out, as it cannot be installed or run – {error}")
    return sites


def transport(site: Path) -> dict[str, Any] | None:
    """How our search fetches its index, by language; None on a site without our search."""
    manifest = site / "search" / "search_index.json"
    try:
        found = json.loads(manifest.read_text("utf-8"))["config"]["search"]["languages"]
        return {language: found[language]["transport"] for language in found}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def score(name: str, site: Path, browser: Browser, queries: Sequence[Query], start: str) -> Summary:
    """All the figures of one search."""
    with serve(site) as server:
        reader = Reader(browser, server.address, peers.PagefindBox if name == PAGEFIND else MaterialBox)
        return summarise(measure(name, reader, server, queries, sample(queries, VISITS), start))


def make_empty(folder: Path) -> None:
    """Make a folder for --keep; nothing that already lies there is touched."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise fault(
            folder,
            "มีของอยู่แล้ว – ใส่ --keep เป็นโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง",
            "there is something already – give --keep a new or empty folder",
        )
    folder.mkdir(parents=True, exist_ok=True)


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the JSON."""
    asked = arguments(words)
    queries = read_queries(asked.queries)
    pages = pages_of(asked, queries)
    if asked.keep:
        make_empty(asked.keep)
    with nullcontext(asked.keep) if asked.keep else tempfile.TemporaryDirectory(prefix="search-") as folder:
        work = Path(folder).resolve()
        sites = {OWN: own_site(asked, work, pages)} | (peer_sites(work, pages) if asked.peers else {})
        with chromium() as browser:
            summaries = {name: score(name, site, browser, queries, asked.start) for name, site in sites.items()}
        result = summaries[OWN] | {
            "transport": transport(sites[OWN]),
            "pages": len(pages) or None,
            "start": asked.start,
        }
    if len(summaries) > 1:
        result["peers"] = {name: summary for name, summary in summaries.items() if name != OWN}
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(table(summaries))
    return 0


if __name__ == "__main__":
    sys.exit(main())
