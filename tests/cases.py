"""Cases made up for tests: the one of the mini repository, copied and changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cde.checking import check_repository
from cde.library import Library
from tests import minirepo

YALA = {'province: "55"': 'province: "95"', "coordinates: [18.78, 100.77]": "coordinates: [6.54, 101.28]"}
"""Changes that move the case of Nan to Yala, far in the south."""


def files(changes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A further case for each name, in whose `case.yml` some words are replaced; `nan` changes the one there is."""
    found: dict[str, str] = {}
    for name, edits in changes.items():
        folder = f"case_studies/{name}"
        found |= minirepo.copied(minirepo.CASE, folder)
        found[f"{folder}/case.yml"] = minirepo.edited(found[f"{folder}/case.yml"], edits)
    return found


def library(root: Path, changes: Mapping[str, Mapping[str, str]] | None = None, **data: str) -> Library:
    """The library of the mini repository with such cases; `data` are whole files of `data/` by name."""
    laid = files(changes or {}) | {f"data/{name}.yml": text for name, text in data.items()}
    found, problems = check_repository(minirepo.make(root, laid))
    errors = [str(problem) for problem in problems if problem.severity == "error"]
    assert not errors, errors
    return found
