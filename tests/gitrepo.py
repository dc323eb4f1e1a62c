"""Real git repositories in temporary folders, with days that a test chooses."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import minirepo

ENGLISH, THAI = "docs/index.en.md", "docs/index.th.md"
TEXT = "---\ntitle: หน้าแรก\nsummary: สรุป\ntranslation: {state: original}\n---\n" + (
    "## เริ่ม {#start}\n\nเทศบาลชั่งขยะทุกวัน [@news]\n\n## เงิน {#money}\n\nใช้เงินไม่มาก [@news]\n"
)
TRANSLATED = "---\ntitle: Home\nsummary: Hi\ntranslation: {state: machine}\n---\n" + (
    "## Start {#start}\n\nThe town weighs waste daily [@news]\n\n## Money {#money}\n\nIt costs little [@news]\n"
)
CHANGED = TEXT.replace("ทุกวัน", "ทุกเช้า")


@dataclass(frozen=True)
class Repository:
    """A checkout; `root` may be a folder of it."""

    root: Path

    def git(self, *arguments: str, day: str = "2024-01-01") -> str:
        """What git answers; a failure fails the test."""
        moment = f"{day}T12:00:00+07:00"
        names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env={**os.environ, **names, **dates, **settings},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files; None takes one away."""
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                (self.root / path).unlink()
            else:
                (self.root / path).write_bytes(text.encode())

    def commit(self, files: Mapping[str, str | None], day: str = "2024-01-01") -> str:
        """Commit files and all else that lies there; the commit's name."""
        self.write(files)
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "--allow-empty", "--message", "change", day=day)
        return self.git("rev-parse", "HEAD").strip()

    def shallow(self, folder: Path) -> Repository:
        """A clone of the latest commit alone."""
        self.git("clone", "--quiet", "--depth", "1", f"file://{self.root}", str(folder))
        return Repository(folder)


def make(root: Path, inside: str = "") -> Repository:
    """An empty repository, seen from one of its folders."""
    root.mkdir(parents=True, exist_ok=True)
    Repository(root).git("init", "--quiet", "--initial-branch", "main")
    (root / inside).mkdir(parents=True, exist_ok=True)
    return Repository(root / inside)


def library(root: Path, inside: str = "") -> Repository:
    """The mini repository of `minirepo` under git, its home page with two sections."""
    made = make(root, inside)
    minirepo.make(made.root, {THAI: TEXT, ENGLISH: TRANSLATED})
    made.commit({})
    return made
