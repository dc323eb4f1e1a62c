"""Rules of cohorts: teams have ids of their own, and people are named only where they may be."""

from __future__ import annotations

from collections.abc import Iterator

from cde.checks.records import doubled
from cde.library import Library
from cde.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    """Faults within single cohorts."""
    for cohort in library.cohorts.values():
        teams = cohort.data.teams
        yield from doubled([team.id for team in teams], cohort.marked, "teams")
        for position, team in enumerate(teams):
            for place, person in enumerate(team.people):
                if person.name and not person.may_be_named:
                    where = ("teams", position, "people", place, "name")
                    yield cohort.marked.problem("person-without-ground", where, given=person.name.en)
