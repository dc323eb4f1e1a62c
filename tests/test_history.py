"""What git remembers: days of last change, earlier texts, what a commit held."""

from __future__ import annotations

import time

import pytest

from cde import history
from tests import gitrepo
from tests.gitrepo import Repository

STRANGE = 'docs/หน้า ไทย "ก" ข\'.th.md'


@pytest.fixture
def made(tmp_path) -> Repository:
    return gitrepo.make(tmp_path / "repository")


def test_each_file_has_the_day_of_its_last_change(made):
    made.commit({"docs/a.md": "1", "docs/b.md": "1"}, "2024-01-01")
    made.commit({"docs/a.md": "2"}, "2024-02-03")
    found = history.read(made.root)
    assert found.days == {"docs/a.md": "2024-02-03", "docs/b.md": "2024-01-01"}
    assert found.day("docs/a.md", "docs/b.md") == "2024-02-03"
    assert found.day("docs/none.md") is None
    assert not found.shallow


@pytest.mark.parametrize("path", [STRANGE, "docs/[a]*.md", "docs/tab\there.md", "data/:(top)x.yml"])
def test_paths_are_told_as_they_are(path, made):
    made.commit({path: "1"})
    made.commit({path: "2"}, "2024-02-03")
    assert history.read(made.root).days == {path: "2024-02-03"}
    found = [history.texts(made.root, version) for version in history.versions(made.root, [path])]
    assert found == [{path: "2"}, {path: "1"}]


def merged(made: Repository, *strategy: str) -> None:
    """Two branches change one line and another file each; the merge of 2024-03-03 is not committed yet."""
    made.commit({"docs/a.md": "1\n", "docs/b.md": "1\n", "docs/c.md": "1\n"}, "2024-01-01")
    made.git("checkout", "--quiet", "-b", "branch")
    made.commit({"docs/a.md": "branch\n", "docs/b.md": "branch\n"}, "2024-02-01")
    made.git("checkout", "--quiet", "main")
    made.commit({"docs/a.md": "main\n", "docs/c.md": "main\n"}, "2024-02-02")
    made.git("merge", "--quiet", "--no-commit", "--no-ff", *strategy, "branch")


@pytest.mark.parametrize("inside", ["", "a/house"])
def test_a_merge_is_a_change_where_its_result_is_that_of_no_parent(inside, tmp_path):
    made = gitrepo.make(tmp_path, inside)
    merged(made, "--strategy-option", "ours")
    made.commit({"docs/a.md": "both\n", "docs/only-here.md": "new\n"}, "2024-03-03")
    assert history.read(made.root).days == {
        "docs/a.md": "2024-03-03",
        "docs/only-here.md": "2024-03-03",
        "docs/b.md": "2024-02-01",
        "docs/c.md": "2024-02-02",
    }


def test_a_merge_that_takes_a_side_is_no_change(made):
    merged(made, "--strategy-option", "theirs")
    made.commit({}, "2024-03-03")
    assert "2024-03-03" not in history.read(made.root).days.values()


def test_a_file_that_was_only_moved_keeps_its_day(made):
    made.commit({"docs/a.md": "a text\n" * 9, "docs/b.md": "another\n" * 9}, "2024-01-01")
    made.git("mv", "docs/a.md", "docs/c.md")
    made.commit({}, "2024-02-02")
    made.git("mv", "docs/c.md", "docs/d.md")
    made.git("mv", "docs/b.md", "docs/e.md")
    made.commit({"docs/e.md": "another\n" * 9 + "more\n"}, "2024-03-03")
    found = history.read(made.root)
    assert found.day("docs/d.md") == "2024-01-01"
    assert found.day("docs/e.md") == "2024-03-03"


def test_a_folder_of_a_larger_repository_knows_its_own_files_only(tmp_path):
    made = gitrepo.make(tmp_path, "deep/house")
    made.commit({"docs/a.md": "1"}, "2024-01-01")
    Repository(tmp_path).commit({"docs/a.md": "other", "deep/docs/a.md": "other"}, "2024-02-02")
    assert history.read(made.root).days == {"docs/a.md": "2024-01-01"}


def test_earlier_texts_are_found_from_before_a_move(made):
    old = {"curriculum/bcg/old/index.th.md": "one\n" * 20, "curriculum/bcg/old/module.yml": "a: 1\n" * 20}
    made.commit(old, "2024-01-01")
    made.commit({"curriculum/bcg/old/index.th.md": "two\n" + "one\n" * 20}, "2024-01-02")
    made.git("mv", "curriculum/bcg/old", "curriculum/bcg/new")
    made.commit({}, "2024-01-03")
    made.commit({"curriculum/bcg/new/module.yml": "a: 2\n" + "a: 1\n" * 20}, "2024-01-04")
    page, record = "curriculum/bcg/new/index.th.md", "curriculum/bcg/new/module.yml"
    found = list(history.versions(made.root, [page, record]))
    assert [version.day for version in found] == ["2024-01-04", "2024-01-03", "2024-01-02", "2024-01-01"]
    assert history.texts(made.root, found[-1]) == {page: "one\n" * 20, record: "a: 1\n" * 20}


def test_a_shallow_clone_dates_nothing_and_says_so(made, tmp_path):
    made.commit({"docs/a.md": "1"})
    made.commit({"docs/a.md": "2"})
    clone = made.shallow(tmp_path / "clone")
    found = history.read(clone.root)
    assert (found.days, found.shallow) == ({}, True)


def test_without_a_repository_or_commits_there_is_no_history(tmp_path):
    assert history.read(tmp_path) == history.History()
    assert list(history.versions(tmp_path, ["docs/a.md"])) == []
    assert history.read(gitrepo.make(tmp_path / "new").root) == history.History()


def test_without_git_there_is_no_history(made, monkeypatch):
    made.commit({"docs/a.md": "1"})
    monkeypatch.setenv("PATH", "")
    assert history.read(made.root) == history.History()
    assert history.is_shallow(made.root) is None


def test_a_hook_of_another_repository_does_not_mislead(made, tmp_path, monkeypatch):
    other = gitrepo.make(tmp_path / "other")
    other.commit({"docs/theirs.md": "1"})
    made.commit({"docs/ours.md": "1"})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert list(history.read(made.root).days) == ["docs/ours.md"]


def test_settings_of_a_user_do_not_mislead(made):
    made.commit({STRANGE: "1"}, "2024-01-01")
    for name, value in {"log.showSignature": "true", "diff.relative": "true", "core.quotePath": "true"}.items():
        made.git("config", name, value)
    assert history.read(made.root).days == {STRANGE: "2024-01-01"}


@pytest.mark.parametrize("inside", ["", "a house"])
def test_what_a_commit_held_is_unpacked_but_for_pictures(inside, tmp_path):
    made = gitrepo.make(tmp_path / "repository", inside)
    commit = made.commit({"docs/ก ข.md": "1", "docs/a.png": "x", "mkdocs.yml": "a: 1", "secret/b.md": "2"})
    made.commit({"docs/ก ข.md": "2"})
    history.unpack(made.root, commit, tmp_path / "out")
    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert found == {"docs/ก ข.md", "mkdocs.yml"}
    assert (tmp_path / "out/docs/ก ข.md").read_text("utf-8") == "1"


def test_what_differs_from_a_commit_is_told_also_where_git_does_not_know_it_yet(made):
    commit = made.commit({"docs/a.md": "1\n" * 9, "docs/b.md": "2", "docs/c.md": "3"})
    made.git("mv", "docs/a.md", "docs/d.md")
    made.write({"docs/b.md": "changed", "docs/ใหม่.md": "new"})
    assert history.changed_since(made.root, commit) == {"docs/a.md", "docs/d.md", "docs/b.md", "docs/ใหม่.md"}
    assert history.moved_since(made.root, commit) == {"docs/d.md": "docs/a.md"}


def test_many_files_take_little_time(made):
    made.commit({f"docs/{number}.th.md": str(number) for number in range(1200)})
    for number in range(3):
        made.commit({f"docs/{number}.th.md": "changed"})
    began = time.process_time(), time.monotonic()
    assert len(history.read(made.root).days) == 1200
    assert time.process_time() - began[0] < 1
