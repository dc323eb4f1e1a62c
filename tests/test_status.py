"""`cde status`: the state of every translation, and what a change leaves behind."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cde.cli import main
from tests import gitrepo, minirepo
from tests.gitrepo import CHANGED, ENGLISH, TEXT, THAI, TRANSLATED, Repository

MODULE = f"{minirepo.MODULE}/module.yml"


@pytest.fixture
def made(tmp_path) -> Repository:
    return gitrepo.library(tmp_path / "repository")


def status(made: Repository, *options: str) -> int:
    return main(["status", "--root", str(made.root), *options])


def record(made: Repository, *pages: str) -> None:
    """Say that translations were made from the present originals; commit it."""
    assert main(["sync", "--root", str(made.root), "--unreviewed", *(pages or ["--all"])]) == 0
    made.commit({})


@pytest.fixture
def told(made, capsys):
    """What `cde status --format json` tells."""

    def ask(*options: str) -> dict:
        capsys.readouterr()
        assert status(made, "--format", "json", *options) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_text_tells_where_what_and_the_cure(made, capsys):
    record(made, ENGLISH)
    made.commit(
        {THAI: CHANGED.replace("## เงิน {#money}", "## งบ {#money}\n\nใช้ 9,000 บาท [@town-report]")}, "2024-02-03"
    )
    made.git("mv", f"{minirepo.CASE}/index.en.md", "case.txt")
    capsys.readouterr()
    assert status(made, "docs", "case_studies") == 0
    assert capsys.readouterr().out == (
        "case_studies/nan/index.en.md  «Nan weighs its waste»\n"
        "    ยังไม่ได้แปล · not translated\n"
        "    แก้ไขล่าสุด · last changed: th 2024-01-01, en 2024-01-01\n"
        "    เขียนแฟ้มนี้ · write this file: case_studies/nan/index.en.md\n"
        "\n"
        "docs/index.en.md  «Home»\n"
        "    เก่ากว่าต้นฉบับ · out of date\n"
        "      #start  เริ่ม: ถ้อยคำ · words\n"
        "      #money  งบ: ถ้อยคำ, ตัวเลข, แหล่งที่มา · words, figures, sources\n"
        "    ยังไม่มีผู้ตรวจ · not reviewed\n"
        "    แก้ไขล่าสุด · last changed: th 2024-02-03, en 2024-01-01\n"
        "    แก้คำแปลแล้วรัน · mend the translation, then run: cde sync docs/index.en.md\n"
        "\n"
        "ห้อง           ภาษา          คู่  ตรวจแล้ว    รอตรวจ    แปลไม่ครบ    เก่ากว่า  ยังไม่แปล  ตรงกันร้อยละ\n"
        "room          language  pairs  checked  to check  incomplete  outdated  missing   % in step\n"
        "case_studies  en            1        0         0           0         0        1           0\n"
        "docs          en            1        0         0           0         1        0           0\n"
        "ทั้งหมด · all                 2        0         0           0         1        1           0\n"
    )


def test_json_holds_everything(made, told):
    record(made, ENGLISH)
    made.commit({THAI: CHANGED + "\n## ใหม่ {#new}\n\nข้อความ\n"}, "2024-02-03")
    found = told(ENGLISH)
    assert {key: value for key, value in found.items() if key not in ("pairs", "totals")} == {
        "since": None,
        "history": "full",
        "unread": [],
    }
    assert found["pairs"] == [
        {
            "file": "docs/index.en.md",
            "original": "docs/index.th.md",
            "document": "docs/index.md",
            "room": "docs",
            "address": "/en/",
            "language": "en",
            "original_language": "th",
            "title": "Home",
            "original_title": "หน้าแรก",
            "state": "stale",
            "made": "machine",
            "recorded": True,
            "follows": False,
            "reviewed": None,
            "stale": [
                {"id": "start", "title": "เริ่ม", "changes": ["words"]},
                {"id": "new", "title": "ใหม่", "changes": ["new"]},
            ],
            "missing": [],
            "changed": {"original": "2024-02-03", "translation": "2024-01-01"},
        }
    ]


def test_every_pair_is_told_the_oldest_first_with_totals(made, told):
    made.commit({ENGLISH: TRANSLATED + "\n"}, "2023-02-03")
    found = told()
    assert found["pairs"][0]["file"] == ENGLISH
    assert [pair["file"] for pair in found["pairs"][1:]] == sorted(pair["file"] for pair in found["pairs"][1:])
    assert [(row["room"], row["pairs"], row["unreviewed"], row["share"]) for row in found["totals"]] == [
        ("case_studies", 1, 1, 0.0),
        ("curriculum", 4, 4, 0.0),
        ("docs", 1, 1, 0.0),
        (None, 6, 6, 0.0),
    ]


def test_the_share_counts_all_that_were_asked_for_whatever_states_are_shown(made, told):
    assert main(["sync", "--root", str(made.root), ENGLISH, "--by", "Clerk", "--yes"]) == 0
    found = told("--state", "in-step")
    assert [pair["file"] for pair in found["pairs"]] == [ENGLISH]
    assert found["totals"][-1]["share"] == round(1 / 6, 4)
    assert len(told("--state", "in-step", "--state", "unreviewed")["pairs"]) == 6


@pytest.mark.parametrize(
    ("page", "count"),
    [
        (ENGLISH, 1),
        ("docs/index.md", 1),
        (THAI, 1),
        ("/en/", 1),
        ("docs", 1),
        ("docs/", 1),
        ("https://city.example/library/en/curriculum/bcg/waste/", 1),
        ("en/case-studies/nan/", 1),
        ("/en/case-studies/nan/#money", 1),
        ("case_studies\\nan\\index.en.md", 1),
        (minirepo.MODULE, 3),
        ("curriculum", 4),
    ],
)
def test_a_page_may_be_called_by_file_document_folder_or_address(page, count, made, told):
    assert len(told(page)["pairs"]) == count


def test_a_path_may_be_told_from_where_one_stands(made, told, monkeypatch):
    monkeypatch.chdir(made.root / minirepo.MODULE)
    assert [pair["file"] for pair in told("index.en.md")["pairs"]] == [f"{minirepo.MODULE}/index.en.md"]
    assert [pair["file"] for pair in told(str(made.root / ENGLISH))["pairs"]] == [ENGLISH]


def refused(made: Repository, capsys, *options: str) -> str:
    capsys.readouterr()
    assert status(made, *options) == 2
    found = capsys.readouterr()
    assert found.out == ""
    thai, english = found.err.strip().split("\n")
    assert any("ก" <= letter <= "๎" for letter in thai)
    return english


def test_an_unknown_page_is_wrong_use_and_a_near_one_is_named(made, capsys):
    assert "Did you mean docs/index.en.md?" in refused(made, capsys, "docs/indx.en.md")
    assert "Mend data/glossary.yml" in refused(made, capsys, "docs/glossary.en.md")


def test_an_unknown_state_is_wrong_use(made, capsys):
    with pytest.raises(SystemExit) as stopped:
        status(made, "--state", "stael")
    assert stopped.value.code == 2
    assert "did you mean stale?" in capsys.readouterr().err


def test_a_page_with_faults_is_told_as_such_never_as_missing(made, capsys):
    made.write({ENGLISH: "no front matter"})
    assert status(made, "--format", "json") == 0
    found = capsys.readouterr()
    assert json.loads(found.out)["unread"] == [ENGLISH]
    assert ENGLISH not in [pair["file"] for pair in json.loads(found.out)["pairs"]]
    assert "cde check" in found.err


def test_a_draft_is_told_only_where_it_is_named(made, told):
    made.write({MODULE: minirepo.MODULE_YML.replace("published", "draft")})
    assert minirepo.MODULE not in json.dumps(told())
    assert len(told(minirepo.MODULE)["pairs"]) == 3


# Without history


def test_a_shallow_clone_is_noticed(made, tmp_path, capsys):
    made.commit({THAI: CHANGED})
    clone = made.shallow(tmp_path / "clone")
    assert status(clone, ENGLISH) == 0
    found = capsys.readouterr().out
    assert "git fetch --unshallow" in found
    assert "2024" not in found


def test_without_git_all_but_days_is_told(made, told, monkeypatch):
    record(made, ENGLISH)
    made.write({THAI: CHANGED})
    monkeypatch.setenv("PATH", "")
    found = told(ENGLISH)
    assert (found["history"], found["pairs"][0]["state"]) == ("none", "stale")
    assert found["pairs"][0]["changed"] == {"original": None, "translation": None}


# Since a commit


def since(told, *options: str) -> list[tuple[str, str, list[str]]]:
    """File, state and parts of what a change left behind."""
    pairs = told("--since", "main", *options)["pairs"]
    return [(each["file"], each["state"], [part["id"] for part in each["stale"] + each["missing"]]) for each in pairs]


@pytest.fixture
def branch(made) -> Repository:
    record(made, ENGLISH)
    made.git("checkout", "--quiet", "-b", "branch")
    return made


def test_a_change_of_an_original_leaves_its_translation_behind(branch, told):
    branch.commit({THAI: CHANGED})
    assert since(told) == [(ENGLISH, "stale", ["start"])]


def test_what_is_not_committed_yet_counts_too(branch, told):
    branch.write({THAI: CHANGED, f"{minirepo.CASE}/index.en.md": None})
    assert since(told) == [(f"{minirepo.CASE}/index.en.md", "missing", []), (ENGLISH, "stale", ["start"])]


def test_what_was_behind_before_is_told_only_where_it_fell_further(made, told):
    record(made, ENGLISH)
    made.commit({THAI: CHANGED})
    made.git("checkout", "--quiet", "-b", "branch")
    made.commit({THAI: CHANGED + "\n"})
    assert since(told) == []
    made.commit({THAI: CHANGED.replace("ไม่มาก", "มาก")})
    assert since(told) == [(ENGLISH, "stale", ["money"])]
    made.commit({THAI: TEXT.replace("ทุกวัน", "ทุกเย็น")})
    assert since(told) == [(ENGLISH, "stale", ["start"])]


def test_a_change_that_brings_its_translation_along_leaves_nothing_behind(branch, told):
    branch.commit({THAI: CHANGED})
    record(branch, ENGLISH)
    assert since(told) == []


def test_where_nothing_was_recorded_the_texts_themselves_are_compared(branch, told):
    case = f"{minirepo.CASE}/index.th.md"
    text = (branch.root / case).read_text("utf-8")
    branch.commit({case: text.replace("ข้อความของ money", "เงินของเมือง")})
    assert since(told) == [(f"{minirepo.CASE}/index.en.md", "stale", ["money"])]
    english = (branch.root / f"{minirepo.CASE}/index.en.md").read_text("utf-8")
    branch.commit({f"{minirepo.CASE}/index.en.md": english.replace("text of money", "the town's money")})
    assert since(told) == []


def test_a_change_of_a_record_is_noticed(branch, told):
    record(branch)
    branch.git("branch", "--force", "main")
    branch.commit({MODULE: minirepo.MODULE_YML.replace("ใช้ตาชั่ง", "ใช้ตาชั่งให้เป็น")})
    assert since(told) == [(f"{minirepo.MODULE}/lectures/scale.en.md", "stale", ["head"])]


def test_new_pages_and_sections_without_translation_are_told(branch, told):
    new = TEXT.replace("title:", "other_title: New\ntitle:")
    lacking = TRANSLATED.replace("{state: machine}", "{state: machine, missing: [money]}").split("## Money")[0]
    branch.commit({"docs/new.th.md": new, ENGLISH: lacking})
    assert since(told) == [(ENGLISH, "partial", ["money"]), ("docs/new.en.md", "missing", [])]


def test_a_translation_begun_in_part_is_no_step_back(made, told):
    made.commit({ENGLISH: None, THAI: TEXT.replace("title:", "other_title: Home\ntitle:")})
    made.git("checkout", "--quiet", "-b", "branch")
    begun = TRANSLATED.replace("{state: machine}", "{state: machine, missing: [money]}").split("## Money")[0]
    made.commit({ENGLISH: begun})
    assert since(told) == []


def test_a_page_that_was_moved_is_compared_with_itself(branch, told):
    branch.git("mv", "docs/index.th.md", "docs/other.th.md")
    branch.git("mv", "docs/index.en.md", "docs/other.en.md")
    branch.commit({})
    assert since(told) == []
    branch.commit({"docs/other.th.md": CHANGED})
    assert since(told) == [("docs/other.en.md", "stale", ["start"])]


def test_only_the_branch_counts_not_what_others_did_meanwhile(branch, told):
    branch.commit({MODULE: minirepo.MODULE_YML + "# nothing\n"})
    branch.git("checkout", "--quiet", "main")
    branch.commit({THAI: CHANGED})
    branch.git("checkout", "--quiet", "branch")
    assert since(told) == []


@pytest.mark.parametrize("way", ["rebase", "squash"])
def test_a_rebased_or_squashed_branch_is_told_the_same(way, branch, told):
    branch.commit({THAI: CHANGED.replace("ทุกเช้า", "ทุกเย็น")})
    branch.commit({THAI: CHANGED})
    branch.git("checkout", "--quiet", "main")
    branch.commit({"docs/note.txt": "meanwhile"})
    branch.git("checkout", "--quiet", "branch")
    if way == "rebase":
        branch.git("rebase", "--quiet", "main")
    else:
        branch.git("reset", "--quiet", "--soft", "main~1")
        branch.git("commit", "--quiet", "--message", "squashed")
    assert since(told) == [(ENGLISH, "stale", ["start"])]


def test_a_folder_of_a_larger_repository_is_enough(tmp_path, told, made, capsys):
    inner = gitrepo.library(tmp_path / "large", "a house")
    record(inner, ENGLISH)
    inner.git("checkout", "--quiet", "-b", "branch")
    inner.commit({THAI: CHANGED})
    capsys.readouterr()
    assert status(inner, "--since", "main", "--format", "github") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_github_is_warned_at_the_translation_with_its_sections(branch, capsys):
    branch.commit({THAI: CHANGED, f"{minirepo.CASE}/index.en.md": None})
    capsys.readouterr()
    assert status(branch, "--since", "main", "--format", "github") == 0
    missing, stale = capsys.readouterr().out.splitlines()
    assert missing.startswith("::warning file=case_studies/nan/index.th.md,line=1,col=1,title=CDE501::")
    assert stale.startswith("::warning file=docs/index.en.md,line=6,col=3,title=CDE504::")
    assert "start (words)" in stale and "start (ถ้อยคำ)" in stale and "money" not in stale


def test_markdown_is_safe_from_what_pages_say(branch, capsys):
    branch.commit({THAI: CHANGED.replace("## เริ่ม", "## <b>|*เริ่ม*")})
    capsys.readouterr()
    assert status(branch, "--since", "main", "--format", "markdown") == 0
    (row,) = [line for line in capsys.readouterr().out.splitlines() if ENGLISH in line]
    assert row.replace("\\|", "").count("|") == 4
    assert "&lt;b&gt;\\|\\*เริ่ม\\* (`#start`)" in row


def test_where_nothing_fell_behind_it_is_said(branch, capsys):
    capsys.readouterr()
    for form in ("text", "markdown"):
        assert status(branch, "--since", "main", "--format", form) == 0
        assert "No translation fell behind by a change since main." in capsys.readouterr().out


@pytest.mark.parametrize("ref", ["mian", "--all", "main:docs"])
def test_an_unknown_commit_is_wrong_use(ref, made, capsys):
    assert "git knows no" in refused(made, capsys, f"--since={ref}")
    assert "Did you mean main?" in refused(made, capsys, "--since", "mian")


def test_a_shallow_clone_without_the_base_is_told_how_to_get_it(made, tmp_path, capsys):
    made.git("checkout", "--quiet", "-b", "branch")
    made.commit({THAI: CHANGED})
    clone = made.shallow(tmp_path / "clone")
    assert "fetch-depth: 0" in refused(clone, capsys, "--since", "origin/main")
    clone.git("fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    assert "fetch-depth: 0" in refused(clone, capsys, "--since", "origin/main")
    clone.git("fetch", "--quiet", "--unshallow", "origin", "branch", "main")
    assert status(clone, "--since", "origin/main") == 0


def test_branches_without_a_common_commit_are_wrong_use(made, capsys):
    made.git("checkout", "--quiet", "--orphan", "other")
    made.commit({}, "2024-05-05")
    assert "share no history" in refused(made, capsys, "--since", "main")


def test_without_git_since_is_wrong_use(made, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "needs the history of git" in refused(made, capsys, "--since", "main")


# The check of a pull request


def step() -> dict:
    """The step of the workflow that tells of translations."""
    workflow = yaml.safe_load((minirepo.ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    (found,) = [each for each in workflow["jobs"]["check"]["steps"] if "cde status" in each.get("run", "")]
    return found


def test_the_step_of_the_workflow_warns_and_summarises(branch, tmp_path):
    branch.commit({THAI: CHANGED})
    branch.git("update-ref", "refs/remotes/origin/main", "main")
    command = branch.root / ".venv/bin/cde"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cde "$@"\n', "utf-8")
    command.chmod(0o755)
    summary = tmp_path / "summary.md"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step()["run"]],
        cwd=branch.root,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(minirepo.ROOT),
            "GITHUB_BASE_REF": "main",
            "GITHUB_STEP_SUMMARY": str(summary),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("::warning file=docs/index.en.md,line=6,col=3,title=CDE504::")
    assert "| Home<br>`docs/index.en.md` |" in summary.read_text("utf-8")


def test_the_step_runs_on_pull_requests_whatever_failed_and_fails_nothing():
    assert step()["if"] == "${{ !cancelled() && github.event_name == 'pull_request' }}"
    assert step()["continue-on-error"] is True


def test_the_reader_may_have_seen_enough(made):
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {shlex.quote(sys.executable)} -m cde status | true"],
        cwd=made.root,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(minirepo.ROOT)), "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
