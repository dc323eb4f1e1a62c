"""The rules: each module looks at one side of the Library and yields the problems it finds."""

from __future__ import annotations

from cde.checks import cohorts, interface, links, pairs, prose, records, teaching, terms, translations, wording
from cde.library import Library
from cde.problem import Problem


def check(library: Library) -> list[Problem]:
    """Every problem of a Library that reading it did not already tell."""
    rooms = (interface, links, records, teaching, cohorts, prose, pairs, translations, terms, wording)
    return [problem for room in rooms for problem in room.check(library)]
