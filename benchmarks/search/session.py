"""One search, measured: every query typed once, and for some of them a fresh visit whose bytes are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from benchmarks.search.browser import Reader
from benchmarks.search.corpus import LANGUAGES
from benchmarks.search.faults import progress
from benchmarks.search.queries import Query
from benchmarks.search.score import Outcome, distinct_pages
from benchmarks.search.server import SiteServer
from benchmarks.search.traffic import Visit

DELAY = 0.2
"""Seconds that a visit waits for each answer: longer than a browser needs to show a result that it has."""

WARM_UP = {"th": "ก", "en": "a"}
"""What is typed first on a page, so that no query bears the cost of making the index ready."""


@dataclass
class Measured:
    """All that a run tells of one search; `index_ms` is the worker's time to make its indexes ready, once a start."""

    outcomes: list[Outcome] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    index_ms: list[float] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def home(start: str, query: Query) -> str:
    """Where a query is typed: the home page of its own language, or of the one that was asked for."""
    language = query.language if start == "auto" else start
    return "/" if language == LANGUAGES[0] else f"/{language}/"


def measure(
    name: str, reader: Reader, server: SiteServer, queries: Sequence[Query], few: Sequence[Query], start: str
) -> Measured:
    """Type all the queries, then a few of them again on fresh visits."""
    measured = Measured()
    ordered = sorted(queries, key=lambda query: home(start, query))
    for where, group in groupby(ordered, key=lambda query: home(start, query)):
        some = list(group)
        progress(f"{name}: {len(some)} คำค้นที่ · queries at {where}")
        type_all(reader, where, some, measured)
    progress(f"{name}: นับไบต์ · counting bytes ({len(few)})")
    measured.visits = [visit(reader, server, home(start, query), query) for query in few]
    order = {query.id: place for place, query in enumerate(queries)}
    measured.outcomes.sort(key=lambda outcome: order[outcome.query.id])
    measured.complaints = list(dict.fromkeys([*measured.complaints, *reader.complaints]))
    return measured


def type_all(reader: Reader, where: str, queries: Sequence[Query], measured: Measured) -> None:
    """Type queries one after the other on one page."""
    with reader.open(where) as box:
        box.focus()
        first = box.ask(WARM_UP[queries[0].language])
        if first.timing:
            measured.index_ms.append(first.timing["index"])
        for query in queries:
            said = box.ask(query.text)
            if said.failed:
                measured.complaints.append(f"{query.id}: the search says that it failed")
            spent = said.timing["query"] if said.timing else None
            pages = distinct_pages(said.urls)
            measured.outcomes.append(Outcome(query, pages, said.marked, said.ms, said.late, spent))


def visit(reader: Reader, server: SiteServer, where: str, query: Query) -> Visit:
    """Open a page with nothing in the cache, wait until it rests, then ask once."""
    begun = len(server.sent)
    with reader.open(where) as box:
        server.wait_until_quiet()
        touched = len(server.sent)
        server.delay = DELAY
        try:
            box.focus()
            said = box.ask(query.text)
        finally:
            server.delay = 0.0
        return Visit(query.id, server.sent[begun:touched], server.sent[touched:], said.first_at)
