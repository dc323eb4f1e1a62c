"""When each file was last changed, from one pass over git's history; nothing where there is none.

No translation state depends on it: it only lends dates and, to `cde sync`, the words of earlier versions.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cde import layout

FOLDERS = (*layout.ROOMS, "data")
"""The folders whose files pages are made from."""


@dataclass(frozen=True)
class History:
    """Days of last change by path, as `2026-11-30`; `shallow` where the clone holds only the latest commits."""

    days: Mapping[str, str] = field(default_factory=dict)
    shallow: bool = False

    def day(self, *paths: str) -> str | None:
        """The latest day on which one of some files was changed; None where it is not known."""
        return max((self.days[path] for path in paths if path in self.days), default=None)


def read(root: Path) -> History:
    """The history of a repository; an empty one without git, outside a repository, and in a shallow clone.

    A shallow clone would date every file by its oldest commit, which would be false.
    """
    shallow = git(root, "rev-parse", "--is-shallow-repository")
    if shallow != "false\n":
        return History(shallow=shallow == "true\n")
    # --relative: the repository may be a folder of a larger one. Names stand one a line after the day of each commit.
    listed = git(
        root, "-c", "core.quotePath=false", "log", "--relative", "--format=%x00%cs", "--name-only", "--", *FOLDERS
    )
    days: dict[str, str] = {}
    for commit in (listed or "").split("\0")[1:]:
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            days.setdefault(path, day)
    return History(days)


def archive(root: Path, commit: str) -> bytes | None:
    """The files of a commit as a zip; None where git does not have it."""
    return _run(root, "archive", "--format=zip", commit)


def git(root: Path, *arguments: str) -> str | None:
    """What git answers; None where it cannot be run or refuses."""
    said = _run(root, *arguments)
    return None if said is None else said.decode("utf-8", "replace")


def _run(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
