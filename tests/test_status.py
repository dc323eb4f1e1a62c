"""`cde status`: how the translations stand, and which of them a change takes out of step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cde.cli import main
from tests import gitrepo, minirepo
from tests.gitrepo import SCALE, GitRepository

FILE = f"{SCALE}.en.md"
USE = {"ข้อความของ use [@news]": "ข้อความใหม่ของ use [@news; @mirror]"}


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    """Every translation is on record as following its original."""
    repository = gitrepo.make(tmp_path)
    assert main(["sync", "--all", "--unreviewed", "--root", str(tmp_path)]) == 0
    repository.commit("Record", "2026-01-02")
    return repository


def status(repository: GitRepository, *arguments: str) -> int:
    return main(["status", *arguments, "--root", str(repository.root)])


def test_what_is_stale_is_told_with_sections_kinds_and_days(repository, capsys):
    repository.edit(f"{SCALE}.th.md", USE)
    repository.commit("Change", "2026-02-03")
    capsys.readouterr()
    assert status(repository, "--state", "stale") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{FILE}: stale (2026-01-02; original 2026-02-03)",
        "    use: words, sources",
    ]


def test_the_oldest_translation_comes_first(repository, capsys):
    repository.edit(f"{minirepo.CASE}/index.en.md", {"text of money": "more of money"})
    repository.commit("Change", "2026-02-03")
    capsys.readouterr()
    status(repository, "--format", "json")
    files = [found["file"] for found in json.loads(capsys.readouterr().out)]
    assert files[-1] == f"{minirepo.CASE}/index.en.md" and len(files) == 6


def test_json_tells_programs_everything(repository, capsys):
    repository.edit(f"{SCALE}.th.md", USE)
    capsys.readouterr()
    assert status(repository, f"{SCALE}.md", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": FILE,
            "document": f"{SCALE}.md",
            "language": "en",
            "address": "/en/curriculum/bcg/waste/lectures/scale/",
            "title": "The scale",
            "room": "bcg",
            "kind": "lecture",
            "state": "stale",
            "follows": False,
            "recorded": True,
            "made": "machine",
            "reviewed": None,
            "original": {"language": "th", "changed": "2026-01-01"},
            "changed": "2026-01-02",
            "stale": [{"section": "use", "changes": ["words", "sources"]}],
            "missing": [],
        }
    ]


@pytest.fixture
def branch(repository: GitRepository) -> GitRepository:
    """A branch that changes one original; `main` has gone on with another."""
    repository.git("checkout", "-qb", "change")
    repository.edit(f"{SCALE}.th.md", USE)
    repository.commit("Change the lecture")
    repository.git("checkout", "-q", "main")
    repository.edit(f"{minirepo.CASE}/index.th.md", {"ข้อความของ money": "ข้อความอื่นของ money"})
    repository.commit("Change the case")
    repository.git("checkout", "-q", "change")
    return repository


def test_a_pull_request_is_warned_of_what_it_takes_out_of_step(branch, capsys):
    capsys.readouterr()
    assert status(branch, "--since", "main", "--format", "github") == 0
    told = capsys.readouterr().out
    assert told.startswith(f"::warning file={FILE},line=4,col=3,title=CDE504::") and told.count("::warning") == 1
    assert "use (words, sources)" in told and "use (ถ้อยคำ, แหล่งที่มา)" in told


def test_its_summary_is_a_table_in_both_languages(branch, capsys):
    capsys.readouterr()
    status(branch, "--since", "main", "--format", "markdown")
    assert f"| `{FILE}` | ต้นฉบับเปลี่ยนหลังคำแปลนี้: use" in capsys.readouterr().out
    branch.git("revert", "--no-edit", "HEAD")
    status(branch, "--since", "main", "--format", "markdown")
    assert capsys.readouterr().out == "คำแปลทุกคู่ยังเป็นเช่นเดิม · Every pair is as it was before.\n\n"


def test_what_was_stale_before_is_not_told_again(branch, capsys):
    branch.edit(f"{SCALE}.th.md", {"ข้อความของ reading [@news]": "ข้อความของ reading"})
    branch.commit("Change the same lecture")
    capsys.readouterr()
    status(branch, "--since", "HEAD~1", "--format", "json")
    assert [found["path"] for found in json.loads(capsys.readouterr().out)] == [FILE], "one more section is stale"
    branch.edit("docs/index.en.md", {"## Start": "## Begin"})
    branch.commit("Change a translation")
    status(branch, "--since", "HEAD~1", "--format", "json")
    assert json.loads(capsys.readouterr().out) == []


def test_a_new_page_without_its_translation_is_told(repository, capsys):
    text = "---\ntitle: ใหม่\nother_title: New\nsummary: ส\ntranslation: {state: original}\n---\n## ก {#a}\n"
    (repository.root / "docs/new.th.md").write_text(text, "utf-8")
    repository.commit("Write a page")
    capsys.readouterr()
    status(repository, "--since", "HEAD~1", "--format", "github")
    assert capsys.readouterr().out.startswith("::warning file=docs/new.th.md,line=1,col=1,title=CDE501::")


def test_a_shallow_clone_says_what_it_lacks(branch, tmp_path_factory, capsys):
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    branch.git("clone", "-q", "--depth", "1", f"file://{branch.root}", str(clone))
    shallow = GitRepository(clone)
    capsys.readouterr()
    assert status(shallow, "--since", "origin/main") == 2
    assert "fetch-depth: 0" in capsys.readouterr().err
    assert status(shallow, FILE) == 0
    told = capsys.readouterr().out
    assert "(?; original ?)" in told and "only part of the history" in told


def test_wrong_use_is_told_in_words(repository, capsys):
    assert status(repository, "docs/indx.en.md") == 2
    assert "docs/index.en.md ?" in capsys.readouterr().err
    assert status(repository, "--format", "github") == 2
    assert "--since" in capsys.readouterr().err
