"""What a run has found, as a table to read and as JSON to compare."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import Any

from benchmarks.search.score import by_class, percentile, share, totals
from benchmarks.search.session import Measured
from benchmarks.search.traffic import traffic

Summary = dict[str, Any]


def summarise(measured: Measured) -> Summary:
    """The figures of one search. README.md tells what each key means."""
    outcomes = measured.outcomes
    failed = [outcome for outcome in outcomes if not outcome.found]
    times = [outcome.ms for outcome in outcomes]
    return {
        "classes": by_class(outcomes),
        "totals": totals(outcomes),
        "bytes": traffic(measured.visits),
        "cpu_ms": cpu(measured),
        "wall_ms": {"p50": round(percentile(times, 0.5), 1), "p95": round(percentile(times, 0.95), 1)},
        "marked": share(outcome.marked for outcome in outcomes if outcome.pages),
        "failed": [outcome.query.id for outcome in failed],
        "rank": {outcome.query.id: outcome.rank for outcome in failed},
        "late": [outcome.query.id for outcome in outcomes if outcome.late],
        "errors": measured.complaints[:5],
    }


def cpu(measured: Measured) -> dict[str, float | None]:
    """Milliseconds that the worker says it took, downloads included, in the mean; None where it says nothing."""
    asked = [outcome.query_ms for outcome in measured.outcomes if outcome.query_ms is not None]
    return {
        "index": round(fmean(measured.index_ms), 2) if measured.index_ms else None,
        "query_mean": round(fmean(asked), 2) if asked else None,
    }


def table(summaries: Mapping[str, Summary]) -> str:
    """Every class and total, with the figures of each search side by side, in percent."""
    names = list(summaries)
    rows = [["", "n", *(f"{name} {key}" for name in names for key in ("s1", "s5", "none"))]]
    first = summaries[names[0]]
    for part in ("classes", "totals"):
        for kind, shares in first[part].items():
            figures = [summaries[name][part][kind][key] for name in names for key in ("s1", "s5", "none")]
            rows.append([kind, str(shares["n"]), *(f"{100 * figure:.1f}" for figure in figures)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))])
        for row in rows
    ]
    return "\n".join([*lines, "", *(costs(name, summaries[name]) for name in names)])


def costs(name: str, summary: Summary) -> str:
    """One line on what a search costs its reader."""
    sizes, spent, wall = summary["bytes"], summary["cpu_ms"], summary["wall_ms"]
    kilobytes = ", ".join(
        f"{key} {sizes[key] / 1000:.1f}"
        for key in ("page_view", "first_result", "first_result_p95", "after_first", "worker", "panel")
    )
    return (
        f"{name}: kB gzip: {kilobytes}; worker ms: index {spent['index']}, query {spent['query_mean']}; "
        f"wall ms: p50 {wall['p50']}, p95 {wall['p95']}; marked {100 * summary['marked']:.1f} %"
    )
