"""Read and check a repository: what the command line and the build share, so that both say the same words."""

from __future__ import annotations

from pathlib import Path

from cde.checks import check
from cde.library import Library
from cde.loading import load
from cde.problem import Problem


def check_repository(root: Path) -> tuple[Library, list[Problem]]:
    """The Library of a repository and all its problems, in the order of files and lines.

    Where a language's own file is faulty, that is all that is told: nothing else can be judged without it.
    """
    library, problems = load(root)
    return library, sorted([*problems, *(check(library) if library.can_speak else [])])
