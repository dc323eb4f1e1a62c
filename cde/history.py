"""What git remembers of the files that pages are made from: days of last change, earlier texts, earlier states.

No translation state depends on it: it only lends dates and, to `cde status` and `cde sync`, what stood there before.
"""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cde import layout

FOLDERS = (*layout.ROOMS, "data")
"""The folders whose files pages are made from."""

READ = (".md", ".yml")
"""Endings of the files that a Library is read from: pictures tell nothing of translations."""

_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""Variables by which a hook of git points at its own repository, which need not be the one asked about."""

_SETTINGS = ("--literal-pathspecs", "-c", "log.showSignature=false", "-c", "core.quotePath=false")


@dataclass(frozen=True)
class History:
    """Days of last change by path, as `2026-11-30`; `shallow` where the clone holds only the latest commits."""

    days: Mapping[str, str] = field(default_factory=dict)
    shallow: bool = False

    def day(self, *paths: str) -> str | None:
        """The latest day on which one of some files was changed; None where it is not known."""
        return max((self.days[path] for path in paths if path in self.days), default=None)


@dataclass(frozen=True)
class Version:
    """One commit that changed some files: its name, its day, and what each file was called then."""

    commit: str
    day: str
    names: Mapping[str, str]
    """Paths at that time, by present paths."""


def read(root: Path) -> History:
    """The history of a repository; an empty one without git, outside a repository, and in a shallow clone.

    A shallow clone would date every file by its oldest commit, which would be false. A file that was only moved keeps
    its day; a merge counts where its result is that of none of its parents.
    """
    if (shallow := is_shallow(root)) is not False:
        return History(shallow=shallow is True)
    # Of a merge, -c names the files that differ from every parent; for these git forgets --relative.
    options = ("-z", "-c", "--no-relative", "-M100%", "--name-status", "--format=%x01%cs")
    listed = git(root, "log", *options, "--", *FOLDERS) or ""
    prefix = (git(root, "rev-parse", "--show-prefix") or "\n")[:-1]
    days: dict[str, str] = {}
    present: dict[str, str] = {}
    day, tokens = "", iter(listed.split("\0"))
    for token in tokens:
        told = token.lstrip("\n")
        if told.startswith("\x01"):
            day = told[1:]
        elif re.fullmatch(r"R\d+", told):
            old, new = next(tokens), next(tokens)
            present[old] = present.get(new, new)
        elif told:
            path = next(tokens)
            days.setdefault(present.get(path, path), day)
    return History({path.removeprefix(prefix): day for path, day in days.items() if path.startswith(prefix)})


def is_shallow(root: Path) -> bool | None:
    """True for a clone of the latest commits only; None without git or outside a repository."""
    told = git(root, "rev-parse", "--is-shallow-repository")
    return None if told is None else told == "true\n"


def versions(root: Path, paths: Sequence[str]) -> Iterator[Version]:
    """The commits that changed some files, the latest first, also from before they were moved."""
    names, start = {path: path for path in paths}, "HEAD"
    while listed := git(root, "log", "--full-history", "--format=%H %cs", start, "--", *names.values()):
        for line in listed.splitlines():
            commit, day = line.split(" ")
            yield Version(commit, day, dict(names))
        moved = _moved(root, "diff-tree", "-r", "--no-commit-id", commit)
        if moved.keys().isdisjoint(names.values()):
            return
        names, start = {path: moved.get(name, name) for path, name in names.items()}, f"{commit}^"


def texts(root: Path, version: Version) -> dict[str, str]:
    """What files held after a commit, by their present paths; those that were not there are left out."""
    found = {path: git(root, "cat-file", "blob", f"{version.commit}:./{name}") for path, name in version.names.items()}
    return {path: text for path, text in found.items() if text is not None}


def changed_since(root: Path, commit: str) -> set[str]:
    """Paths of files that differ between a commit and what lies in the folders now; git need not know them yet."""
    known = git(root, "diff", "-z", "--relative", "--no-renames", "--name-only", commit, "--", *FOLDERS) or ""
    new = git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", *FOLDERS) or ""
    return {path for path in (known + new).split("\0") if path}


def moved_since(root: Path, commit: str) -> dict[str, str]:
    """Former paths of files moved between a commit and what lies in the folders now, by their present paths."""
    return _moved(root, "diff", commit, "--", *FOLDERS)


def _moved(root: Path, command: str, *arguments: str) -> dict[str, str]:
    options = ("-z", "-M", "--relative", "--name-status", "--diff-filter=R")
    fields = (git(root, command, *options, *arguments) or "").split("\0")
    return dict(zip(fields[2::3], fields[1::3], strict=False))


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the texts that a Library is read from, as a commit holds them, into a folder.

    Raises:
        OSError: git could not tell them.
    """
    there = (git(root, "ls-tree", "-z", "--name-only", commit) or "").split("\0")
    wanted = [name for name in (*FOLDERS, "mkdocs.yml") if name in there]
    if not wanted:
        return
    command = _command(root, "archive", "--format=tar", commit, "--", *wanted)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()) as process:
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
                for member in archive:
                    content = archive.extractfile(member) if member.name.endswith(READ) else None
                    if content:
                        path = folder / member.name
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_bytes(content.read())
        except tarfile.TarError as error:
            raise OSError(f"git archive {commit}: {error}") from error
    if process.returncode:
        raise OSError(f"git archive {commit}")


def git(root: Path, *arguments: str) -> str | None:
    """What git answers; None where it cannot be run or refuses."""
    try:
        done = subprocess.run(_command(root, *arguments), capture_output=True, check=False, env=_environment())
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _command(root: Path, *arguments: str) -> list[str]:
    return ["git", "-C", str(root), *_SETTINGS, *arguments]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}
