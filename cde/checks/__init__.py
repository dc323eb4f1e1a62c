"""The rules: each module looks at one side of the Library and yields the problems it finds."""

from __future__ import annotations

from cde.checks import interface, links, pairs, prose, records, terms, translations
from cde.library import Library
from cde.problem import Problem


def check(library: Library) -> list[Problem]:
    """Every problem of a Library that reading it did not already tell."""
    rules = (interface.check, links.check, records.check, prose.check, pairs.check, translations.check, terms.check)
    return [problem for rule in rules for problem in rule(library)]
