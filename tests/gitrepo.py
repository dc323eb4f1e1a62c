"""The mini repository of `minirepo.py` under git: to change it, commit, and run `cde` in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import minirepo

SCALE = f"{minirepo.MODULE}/lectures/scale"
"""A lecture of the mini repository, without its language: sections use, discuss, reading."""

WHO = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class GitRepository:
    """A repository in a folder of its own."""

    root: Path

    def git(self, *arguments: str) -> str:
        """What git answers."""
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-C", str(self.root), *WHO, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

    def commit(self, message: str = "Change", day: str = "2026-01-02") -> None:
        """Commit everything, as of a day."""
        date = f"{day}T12:00:00+07:00"
        self.git("add", "-A")
        command = ["git", "-C", str(self.root), *WHO, "commit", "-qm", message, "--date", date]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "GIT_COMMITTER_DATE": date})

    def edit(self, path: str, changes: Mapping[str, str]) -> None:
        """Replace words of a file, each of which must stand in it once."""
        file = self.root / path
        file.write_text(minirepo.edited(file.read_text("utf-8"), changes), "utf-8")

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_text("utf-8")


def make(root: Path) -> GitRepository:
    """The mini repository, committed on its branch `main`."""
    minirepo.make(root)
    repository = GitRepository(root)
    repository.git("init", "-q", "-b", "main")
    repository.commit("Begin", "2026-01-01")
    return repository
