"""Learning paths as pages show them: those of `data/paths.yml`, and one for each base, computed from prerequisites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder, Library, ModuleFolder
from cde.model.fields import Text

FOLDER = "docs/paths"
BASE = "base-"
"""What the id of a base's path begins with."""


@dataclass(frozen=True)
class Stop:
    """A module or a case of a route. `why` is None where its place follows from the prerequisites alone."""

    there: ModuleFolder | CaseFolder
    why: Text | None = None

    @property
    def module(self) -> ModuleFolder | None:
        """The module that it is, if it is one."""
        return self.there if isinstance(self.there, ModuleFolder) else None


@dataclass(frozen=True)
class Route:
    """A learning path with its records found."""

    id: str
    kind: str
    title: Text
    summary: Text
    result: Text | None
    stops: tuple[Stop, ...]

    @property
    def document(self) -> str:
        """The document that it pretends to be."""
        return f"{FOLDER}/{self.id}.md"

    @property
    def modules(self) -> list[ModuleFolder]:
        """Its modules, in order."""
        return [stop.module for stop in self.stops if stop.module]

    @property
    def hours(self) -> int:
        """Contact hours of its modules in the proposed course."""
        return sum(module.data.hours for module in self.modules)

    @property
    def minutes(self) -> int:
        """Minutes to learn its modules alone: the project's estimate, not part of the hours."""
        return sum(module.data.minutes.total for module in self.modules)


def routes(library: Library) -> dict[str, Route]:
    """Every path by its id: those of the bases, then those that people wrote, without steps that cannot be opened."""
    found = [base_route(library, name) for name, entry in library.bases.items() if entry.data.official]
    for path in library.paths.values():
        data, stops = path.data, []
        for step in library.published(path.data.steps):
            there = library.modules.get(step.module or "") or library.cases.get(step.case or "")
            stops += [Stop(there, step.why)] if there else []
        found.append(Route(data.id, data.kind, data.title, data.summary, data.result, tuple(stops)))
    return {route.id: route for route in found if route.stops}


def base_route(library: Library, base: str) -> Route:
    """From the groups before the base, through it, to those after it, with what its modules need from other bases."""
    own = library.modules_of(base)
    around = [name for name, entry in library.bases.items() if not entry.data.official]
    names = list(library.bases)
    before = [module for name in around if names.index(name) < names.index(base) for module in library.modules_of(name)]
    after = [module for name in around if names.index(name) > names.index(base) for module in library.modules_of(name)]
    stops = tuple(Stop(module) for module in in_order(library, [*before, *own, *after]))
    data = library.bases[base].data
    return Route(BASE + base, "base", data.title, data.question, None, stops)


def in_order(library: Library, wanted: Iterable[ModuleFolder]) -> list[ModuleFolder]:
    """Modules in the given order, each after all that it needs; what is needed and not given is put in."""
    found: dict[str, ModuleFolder] = {}

    def visit(module: ModuleFolder, open_: frozenset[str]) -> None:
        if module.data.id in found or module.data.id in open_:
            return
        for link in library.published(module.data.requires):
            if link.kind == "needed" and link.module in library.modules:
                visit(library.modules[link.module], open_ | {module.data.id})
        found[module.data.id] = module

    for module in wanted:
        visit(module, frozenset())
    return list(found.values())


def routes_through(library: Library, module: ModuleFolder) -> list[Route]:
    """The paths that people wrote and that lead through a module."""
    return [
        route
        for route in routes(library).values()
        if route.kind != "base" and any(stop.module is module for stop in route.stops)
    ]


def documents(library: Library) -> list[str]:
    """The documents of all paths."""
    return [route.document for route in routes(library).values()]
