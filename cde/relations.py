"""Links between cases, modules and terms, read from both ends: a record's own links, then those that name it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder, Library, ModuleFolder
from cde.model.fields import Text


@dataclass(frozen=True)
class Relation:
    """A link as the page of either end shows it.

    `kind` is what the link is, as a closed list and one of its words; None where its record has no such field.
    """

    there: ModuleFolder | CaseFolder
    why: Text
    kind: tuple[str, str] | None = None

    @property
    def group(self) -> str:
        """The group whose colour the other end has."""
        return self.there.data.group if isinstance(self.there, ModuleFolder) else self.there.data.bases[0]


def modules_of_case(library: Library, case: CaseFolder) -> list[Relation]:
    """Published modules to learn with a case."""
    own = [
        Relation(library.modules[link.module], link.why, ("module_link", link.kind))
        for link in library.published(case.data.modules)
    ]
    naming = [
        Relation(module, link.why)
        for module in library.published_modules()
        for link in module.data.cases
        if link.case == case.data.id
    ]
    return _once(own, naming)


def cases_of_module(library: Library, module: ModuleFolder) -> list[Relation]:
    """Published cases that help to teach a module."""
    own = [Relation(library.cases[link.case], link.why) for link in library.published(module.data.cases)]
    naming = [
        Relation(case, link.why, ("module_link", link.kind))
        for case in library.published_cases()
        for link in case.data.modules
        if link.module == module.data.id
    ]
    return _once(own, naming)


def cases_of_case(library: Library, case: CaseFolder) -> list[Relation]:
    """Published cases to read beside a case."""
    own = [
        Relation(library.cases[link.case], link.why, ("case_link", link.kind))
        for link in library.published(case.data.related)
    ]
    naming = [
        Relation(other, link.why, ("case_link", link.kind))
        for other in library.published_cases()
        for link in other.data.related
        if link.case == case.data.id
    ]
    return _once(own, naming)


def cases_of_term(library: Library, term: str) -> list[Relation]:
    """Published cases that show a term in practice."""
    cases = library.published_cases()
    return [Relation(case, link.why) for case in cases for link in case.data.terms if link.term == term]


def _once(own: Iterable[Relation], naming: Iterable[Relation]) -> list[Relation]:
    """Each other end once: what the record itself says comes before what others say of it."""
    found: dict[str, Relation] = {}
    for relation in [*own, *naming]:
        found.setdefault(relation.there.data.id, relation)
    return list(found.values())
