"""Read and check a repository: what the command line and the build share, so that both say the same words."""

from __future__ import annotations

from pathlib import Path

from cde.checks import check
from cde.library import Library
from cde.loading import load
from cde.problem import Problem


def check_repository(root: Path) -> tuple[Library, list[Problem]]:
    """The Library of a repository and all its problems, in the order of files and lines."""
    library, problems = load(root)
    return library, sorted([*problems, *check(library)])
