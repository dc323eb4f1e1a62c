"""`cde check` as people and programs call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cde import problem
from cde.cli import main
from cde.problem import Problem
from tests import minirepo

INDEX, MODULE = "docs/index.en.md", f"{minirepo.MODULE}/module.yml"
FRONT = "---\ntitle: Home\nsummary: Hi\ntranslation: {state: machine}\n---\n## Start {#start}\n\n"
ERROR = {INDEX: FRONT + "![](a.png)\n"}
WARNING = {
    "docs/index.th.md": None,
    INDEX: FRONT.replace("title: Home", "title: Home\nother_title: บ้าน").replace("machine", "original"),
}
NOTE = {INDEX: FRONT + "Since 1999.\n"}
FORMATS = ["text", "json", "github"]


def check(root: Path, *options: str) -> int:
    return main(["check", "--root", str(root), *options])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("files", "status"),
    [
        pytest.param({}, 0, id="clean"),
        pytest.param(NOTE, 0, id="note"),
        pytest.param(WARNING, 0, id="warning"),
        pytest.param(ERROR, 1, id="error"),
    ],
)
def test_only_errors_change_the_exit_status(form, files, status, tmp_path, capsys):
    assert check(minirepo.make(tmp_path, files), "--format", form) == status
    assert check(tmp_path, "--format", form, "--quiet") == status


def test_wrong_use_is_neither_clean_nor_a_fault(tmp_path, capsys):
    assert check(tmp_path) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "ไม่พบ mkdocs.yml" in told.err
    assert "There is no mkdocs.yml" in told.err
    assert str(tmp_path) in told.err


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"]])
def test_an_unknown_command_is_wrong_use(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_text_tells_each_problem_in_both_languages_and_counts(tmp_path, capsys):
    check(minirepo.make(tmp_path, ERROR))
    assert capsys.readouterr().out.splitlines() == [
        "docs/index.en.md:8:1 CDE406 this picture has no alternative text",
        "    Those who cannot see it would not know what it says. Write in ![…] what the picture tells.",
        "    ภาพนี้ไม่มีข้อความแทนภาพ",
        "    ผู้ที่มองไม่เห็นภาพจะไม่รู้ว่าภาพบอกอะไร เขียนใน ![…] ว่าภาพบอกอะไร",
        "1 error(s), 0 warning(s), 0 note(s)",
    ]


def test_quiet_leaves_out_notes_only(tmp_path, capsys):
    files = {**NOTE, f"{minirepo.CASE}/index.en.md": None}
    check(minirepo.make(tmp_path, files), "--format", "json")
    assert [found["severity"] for found in json.loads(capsys.readouterr().out)] == ["warning", "note"]
    check(tmp_path, "--format", "json", "--quiet")
    assert [found["severity"] for found in json.loads(capsys.readouterr().out)] == ["warning"]


def test_json_holds_everything(tmp_path, capsys):
    check(minirepo.make(tmp_path, ERROR), "--format", "json")
    (found,) = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("path", "line", "column", "code", "name", "severity")} == {
        "path": "docs/index.en.md",
        "line": 8,
        "column": 1,
        "code": "CDE406",
        "name": "picture-without-text",
        "severity": "error",
    }
    assert found["th"]["message"] == "ภาพนี้ไม่มีข้อความแทนภาพ"
    assert found["en"].keys() == {"message", "reason", "cure"}


def test_json_of_a_clean_repository_is_an_empty_list(tmp_path, capsys):
    check(minirepo.make(tmp_path), "--format", "json")
    assert json.loads(capsys.readouterr().out) == []


def test_github_has_one_line_a_problem(tmp_path, capsys):
    check(minirepo.make(tmp_path, ERROR | {f"{minirepo.CASE}/index.en.md": None}), "--format", "github")
    warning, error = capsys.readouterr().out.splitlines()
    assert warning.startswith("::warning file=case_studies/nan/index.th.md,line=1,col=1,title=CDE501::")
    assert error.startswith("::error file=docs/index.en.md,line=8,col=1,title=CDE406::this picture has no")
    assert "%0Aภาพนี้ไม่มีข้อความแทนภาพ" in error


def test_github_notes_are_called_notices():
    found = Problem("a.md", 1, 1, "figure-without-citation", {"sentence": "100%\r\nand more"})
    line = problem.as_github([found])
    assert line.startswith("::notice ")
    assert "100%25%0D%0Aand more" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "path", ["docs/a,b.th.md", "docs/a:b.th.md", "docs/50%.th.md", "docs/a\n::stop-commands::x.md"]
)
def test_github_is_never_misled_by_a_file_name(path):
    """In properties GitHub also reads `:` and `,`: https://github.com/actions/toolkit (core, escapeProperty)."""
    line = problem.as_github([Problem(path, 7, 1, "encoding")])
    properties = line.removeprefix("::error ").split("::")[0].split(",")
    escaped = path.replace("%", "%25").replace("\n", "%0A").replace(":", "%3A").replace(",", "%2C")
    assert properties == [f"file={escaped}", "line=7", "col=1", "title=CDE101"]


def test_the_command_runs_as_a_module(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "cde", "check"],
        cwd=minirepo.make(tmp_path),
        env={"PYTHONPATH": str(minirepo.ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 error(s), 0 warning(s), 0 note(s)\n", "")
