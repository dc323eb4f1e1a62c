"""The days on which files were last changed, from git, and none where git would tell falsehoods."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde import history
from cde.history import History
from tests import gitrepo, minirepo
from tests.gitrepo import SCALE, GitRepository


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    return gitrepo.make(tmp_path / "repository")


def test_each_file_has_the_day_of_its_last_change(repository):
    repository.edit(f"{SCALE}.en.md", {"text of use": "words of use"})
    repository.commit("Change", "2026-03-04")
    found = history.read(repository.root)
    assert found.day(f"{SCALE}.en.md") == "2026-03-04"
    assert found.day(f"{SCALE}.th.md") == "2026-01-01"
    assert found.day(f"{SCALE}.th.md", f"{SCALE}.en.md") == "2026-03-04", "the latest of some"
    assert found.day("docs/nothing.md") is None


def test_names_in_thai_or_with_spaces_are_read(repository):
    (repository.root / "docs/ภาพ หนึ่ง.png").write_bytes(b"x")
    repository.commit("Add a picture", "2026-03-05")
    assert history.read(repository.root).day("docs/ภาพ หนึ่ง.png") == "2026-03-05"


def test_a_merge_dates_what_it_brings_by_its_own_commits(repository):
    repository.git("checkout", "-qb", "side")
    repository.edit(f"{SCALE}.en.md", {"text of use": "words of use"})
    repository.commit("Change", "2026-03-06")
    repository.git("checkout", "-q", "main")
    repository.edit(f"{SCALE}.th.md", {"ข้อความของ use": "คำของ use"})
    repository.commit("Change too", "2026-03-07")
    repository.git("merge", "-q", "--no-edit", "side")
    found = history.read(repository.root)
    assert (found.day(f"{SCALE}.en.md"), found.day(f"{SCALE}.th.md")) == ("2026-03-06", "2026-03-07")


def test_a_repository_may_be_a_folder_of_a_larger_one(tmp_path):
    larger = GitRepository(tmp_path)
    minirepo.make(tmp_path / "library")
    larger.git("init", "-q", "-b", "main")
    larger.commit("Begin", "2026-03-08")
    assert history.read(tmp_path / "library").day(f"{SCALE}.en.md") == "2026-03-08"


def test_a_shallow_clone_has_no_days(repository, tmp_path):
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(tmp_path / "shallow"))
    assert history.read(tmp_path / "shallow") == History(shallow=True)


def test_without_git_or_repository_there_is_no_history(repository, tmp_path, monkeypatch):
    (tmp_path / "bare").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert history.read(tmp_path / "bare") == History()
    monkeypatch.setenv("PATH", "")
    assert history.read(repository.root) == History()
