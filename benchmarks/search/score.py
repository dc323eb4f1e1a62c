"""How good answers are: the rank of the first relevant page, and shares of queries by class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from urllib.parse import unquote, urlsplit

from benchmarks.search.corpus import HOME, LANGUAGES
from benchmarks.search.queries import Query

Shares = dict[str, float]
"""`n` queries; `s1`, `s5`: share with a relevant page first, or among the first five; `none`: share without any hit."""

TOTALS: dict[str, Callable[[str], bool]] = {
    "TH": lambda kind: bool(re.search(r"(^|_)th_", kind)) and not kind.startswith("x_"),
    "EN": lambda kind: bool(re.search(r"(^|_)en_", kind)) and not kind.startswith("x_"),
    "X": lambda kind: kind.startswith("x_"),
    "ALL": lambda kind: True,
}
"""Which classes each total takes in: Thai, English, from one language to the other, and all."""


@dataclass(frozen=True)
class Outcome:
    """What came of one query: the pages of its hits in order, each once, and whether the first hit was marked."""

    query: Query
    pages: tuple[str, ...]
    marked: bool
    ms: float
    late: bool = False
    query_ms: float | None = None

    @property
    def rank(self) -> int | None:
        """The place of the first relevant page, counted from 1; None where there is none."""
        return next((place for place, page in enumerate(self.pages, 1) if page in self.query.relevant), None)

    @property
    def found(self) -> bool:
        """True where a relevant page is among the first five."""
        return self.rank is not None and self.rank <= 5


def page_id(address: str) -> str:
    """The page at an address: its path without slashes at the ends, then its language (`/en/x/#a` is `x.en`)."""
    path = unquote(urlsplit(address).path).removesuffix("index.html").strip("/")
    for language in LANGUAGES[1:]:
        if path == language or path.startswith(f"{language}/"):
            return f"{path[len(language) + 1 :] or HOME}.{language}"
    return f"{path or HOME}.{LANGUAGES[0]}"


def distinct_pages(addresses: Iterable[str]) -> tuple[str, ...]:
    """The pages at some addresses, each where it comes first."""
    return tuple(dict.fromkeys(map(page_id, addresses)))


def share(flags: Iterable[bool]) -> float:
    """The share of true ones, to four digits."""
    values = list(flags)
    return round(sum(values) / len(values), 4) if values else 0.0


def shares(outcomes: Sequence[Outcome]) -> Shares:
    """The four figures of some queries."""
    return {
        "n": len(outcomes),
        "s1": share(outcome.rank == 1 for outcome in outcomes),
        "s5": share(outcome.found for outcome in outcomes),
        "none": share(not outcome.pages for outcome in outcomes),
    }


def by_class(outcomes: Sequence[Outcome]) -> dict[str, Shares]:
    """The figures of each class, in the order in which classes first appear."""
    kinds = dict.fromkeys(outcome.query.kind for outcome in outcomes)
    return {kind: shares([outcome for outcome in outcomes if outcome.query.kind == kind]) for kind in kinds}


def totals(outcomes: Sequence[Outcome]) -> dict[str, Shares]:
    """The figures of each total that any of the queries belongs to."""
    found = {}
    for name, belongs in TOTALS.items():
        if some := [outcome for outcome in outcomes if belongs(outcome.query.kind)]:
            found[name] = shares(some)
    return found


def percentile(values: Iterable[float], part: float) -> float:
    """The smallest value that so many of the others (0 to 1) do not exceed; 0 where there are none."""
    ordered = sorted(values)
    return ordered[max(0, ceil(part * len(ordered)) - 1)] if ordered else 0.0
