"""What a search costs its reader in bytes: before it is touched, until the first hit is shown, and after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.search.score import percentile
from benchmarks.search.server import Sent

SEARCH = re.compile(r"^/search/|^/assets/javascripts/(?:workers|lunr)/|/search-box\.js$|^/pagefind/")
"""Paths of what searches: worker, manifest, index; of ours also the script that waits for the first use."""

PANEL = re.compile(r"^/assets/(?:javascripts|stylesheets)/search(?:-(?!box\.js)[\w-]+)?\.(?:js|css)$")
"""Paths of what shows results around Material's list: our modules and style sheet."""

WORKER = re.compile(r"^/search/\w+/\w+\.js$|/workers/|/lunr/|^/pagefind/.*\.m?js$")
"""Paths of scripts that search."""

COSTLIEST = 5
"""Visits that are named, because they fetched most until the first hit."""


@dataclass(frozen=True)
class Visit:
    """What one fresh visit fetched, before the search was touched and from then on, and when its first hit was shown.

    `query` is the id of what was typed; `first_at` is in seconds since 1970, None where nothing was found.
    """

    query: str
    page_view: list[Sent]
    used: list[Sent]
    first_at: float | None

    @property
    def until_first(self) -> list[Sent]:
        """What had come when the first hit was shown, from the first use on."""
        return [one for one in self.used if self.first_at is not None and one.at <= self.first_at]

    @property
    def first_result(self) -> int:
        """Bytes of the search in it."""
        return size(SEARCH, self.until_first)


def size(kind: re.Pattern[str], sent: Sequence[Sent]) -> int:
    """Bytes of one kind in all."""
    return sum(one.size for one in sent if kind.search(path_of(one)))


def path_of(sent: Sent) -> str:
    """The path that was asked for, without what follows a question mark."""
    return sent.path.split("?")[0]


def traffic(visits: Sequence[Visit]) -> dict[str, Any]:
    """Medians of the visits; from the first use on, only of those that found something."""
    found = [visit for visit in visits if visit.first_at is not None]
    firsts = [visit.first_result for visit in found]
    panels = [size(PANEL, visit.page_view + visit.used) for visit in found]
    answers = [size(SEARCH, visit.used) for visit in found]
    costliest = sorted(found, key=lambda visit: -visit.first_result)
    typical = min(found, key=lambda visit: abs(visit.first_result - percentile(firsts, 0.5)), default=None)
    return {
        "page_view": percentile((size(SEARCH, visit.page_view) for visit in visits), 0.5),
        "first_result": percentile(firsts, 0.5),
        "first_result_p95": percentile(firsts, 0.95),
        "first_result_with_panel": percentile(map(sum, zip(firsts, panels, strict=True)), 0.5),
        "first_answer": percentile(answers, 0.5),
        "after_first": percentile((whole - first for whole, first in zip(answers, firsts, strict=True)), 0.5),
        "worker": percentile((size(WORKER, visit.page_view + visit.until_first) for visit in found), 0.5),
        "panel": percentile(panels, 0.5),
        "costliest": {visit.query: visit.first_result for visit in costliest[:COSTLIEST]},
        "visits": len(visits),
        "visits_with_hits": len(found),
        "requests": requests(typical) if typical else {},
    }


def requests(visit: Visit) -> dict[str, dict[str, int]]:
    """What a visit fetched for the search, by when it came."""

    def sizes(sent: Sequence[Sent]) -> dict[str, int]:
        return {one.path: one.size for one in sent if SEARCH.search(path_of(one)) or PANEL.search(path_of(one))}

    first = visit.until_first
    after = [one for one in visit.used if one not in first]
    return {"page_view": sizes(visit.page_view), "until_first": sizes(first), "after_first": sizes(after)}
