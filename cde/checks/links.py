"""Links between records: each names something that exists; prerequisites do not run in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cde.library import Library
from cde.problem import Problem, nearest
from cde.validation import Entry, references


def check(library: Library) -> Iterator[Problem]:
    """Unknown references of every record, facts that nobody reviewed, and circles of prerequisites."""
    for entry in _entries(library):
        for where, target, name in references(entry.data):
            known = library.names(target)
            if name not in known:
                yield entry.marked.problem(
                    "unknown-reference", where, suggestion=nearest(name, known), target=target, given=name
                )
            elif target == "fact" and name in library.facts and not library.facts[name].data.printable:
                yield entry.marked.problem("unreviewed-fact", where, given=name)
    yield from _circles(library)


def _entries(library: Library) -> Iterator[Entry[Any]]:
    registries: tuple[Mapping[str, Entry[Any]], ...] = (
        library.terms,
        library.provinces,
        library.facts,
        library.organisations,
        library.cohorts,
        library.paths,
    )
    for registry in registries:
        yield from registry.values()
    for module in library.modules.values():
        yield module.record
    for case in library.cases.values():
        yield case.record


def _circles(library: Library) -> Iterator[Problem]:
    """One problem for each circle, told at the module that comes first in it."""
    told: set[frozenset[str]] = set()
    for start in library.modules:
        for circle in _paths_back(library, start, [start]):
            if frozenset(circle) not in told:
                told.add(frozenset(circle))
                yield library.modules[start].record.marked.problem(
                    "cycle", ("requires",), on_key=True, cycle=" → ".join([*circle, start])
                )


def _paths_back(library: Library, start: str, path: list[str]) -> Iterator[list[str]]:
    for needed in library.modules[path[-1]].data.requires:
        if needed.module == start:
            yield path
        elif needed.module in library.modules and needed.module not in path:
            yield from _paths_back(library, start, [*path, needed.module])
