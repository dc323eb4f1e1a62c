"""dev.py and dev_machine.py: fast, without network; nothing here makes a real environment."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import dev
import dev_machine

EXE = ".exe" if os.name == "nt" else ""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let dev.py work in an empty folder."""
    for name, path in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "CACHE": tmp_path / ".cache",
        "SITE": tmp_path / "site",
        "LOCK": tmp_path / "requirements.lock",
        "STAMP": tmp_path / ".venv" / "stamp.txt",
        "PYTHON": str(tmp_path / ".venv" / "python"),
    }.items():
        monkeypatch.setattr(dev, name, path)
    dev.LOCK.write_text("one==1\n", "utf-8")
    return tmp_path


# The browser


@pytest.fixture
def path_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make PATH one empty folder and hide the browsers of this machine."""
    monkeypatch.delenv("CDE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev_machine, "usual_places", list)
    return tmp_path


def program(folder: Path, name: str, code: int = 0) -> str:
    path = folder / (name + EXE)
    path.write_text(f"#!/bin/sh\nexit {code}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_browsers_are_looked_for_in_order(path_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dev_machine.find_browser() is None
    elsewhere = path_folder / "app"
    elsewhere.mkdir()
    app = program(elsewhere, "browser")
    monkeypatch.setattr(dev_machine, "usual_places", lambda: [str(elsewhere / "absent"), app])
    assert dev_machine.find_browser() == app
    for name in ("msedge", "google-chrome", "chromium"):  # each comes before the one made earlier
        path = program(path_folder, name)
        assert dev_machine.find_browser() == path
    named = program(elsewhere, "mine")
    monkeypatch.setenv("CDE_CHROMIUM", named)
    assert dev_machine.find_browser() == named


def test_a_browser_that_does_not_start_is_passed_over(path_folder: Path) -> None:
    chromium = program(path_folder, "chromium", code=1)
    chrome = program(path_folder, "google-chrome")
    assert dev_machine.find_browser() == (chromium if os.name == "nt" else chrome)  # not tried on Windows


def test_a_wrong_cde_chromium_is_said(path_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path_folder, "chromium")
    monkeypatch.setenv("CDE_CHROMIUM", str(path_folder / "absent"))
    with pytest.raises(SystemExit, match="does not start"):
        dev_machine.find_browser()


def test_playwright_is_tried_last(path_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def fail(label: str, *_: str, **__: float) -> bool:
        tried.append(label)
        return False

    monkeypatch.setattr(dev_machine, "playwright_browser", lambda python: None)
    monkeypatch.setattr(dev_machine, "install_package", fail)
    monkeypatch.setattr(dev_machine, "run", fail)
    assert dev_machine.ensure_browser("python") is None
    assert tried == ["chromium", "playwright install chromium"]


# The site


def fake_build(monkeypatch: pytest.MonkeyPatch, ok: bool) -> None:
    """Stand in for mkdocs: it writes a page where -d says, and succeeds or not."""

    def run(label: str, *command: str, **_: object) -> bool:
        new = Path(command[command.index("-d") + 1])
        new.mkdir()
        (new / "index.html").write_text("new", "utf-8")
        return ok

    monkeypatch.setattr(dev, "run", run)


def test_a_build_takes_the_place_of_the_site(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_build(monkeypatch, ok=True)
    assert dev.site([])
    (dev.SITE / "left-over.html").write_text("old", "utf-8")
    assert dev.site([])
    assert [path.name for path in dev.SITE.iterdir()] == ["index.html"]
    assert not list(dev.CACHE.iterdir())


def test_a_failed_build_leaves_the_site(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.SITE.mkdir()
    (dev.SITE / "index.html").write_text("old", "utf-8")
    fake_build(monkeypatch, ok=False)
    assert not dev.site([])
    assert (dev.SITE / "index.html").read_text("utf-8") == "old"


def test_a_swap_that_fails_puts_the_site_back(tree: Path) -> None:
    dev.SITE.mkdir()
    (dev.SITE / "index.html").write_text("old", "utf-8")
    with pytest.raises(OSError):
        dev.swap(tree / "absent", dev.SITE, tree / "former")
    assert (dev.SITE / "index.html").read_text("utf-8") == "old"


# The environment


def fake_venv(monkeypatch: pytest.MonkeyPatch, ok: bool) -> list[bool]:
    """Stand in for make_venv: it leaves a .venv behind, finished or not. Returns the list of its runs."""
    runs: list[bool] = []

    def make_venv() -> bool:
        dev.VENV.mkdir()
        Path(dev.PYTHON).touch()
        runs.append(ok)
        return ok

    monkeypatch.setattr(dev, "make_venv", make_venv)
    return runs


def test_the_environment_is_made_once_for_each_lock(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = fake_venv(monkeypatch, ok=True)
    assert not dev.fresh()
    dev.ensure_venv()
    dev.ensure_venv()
    assert len(runs) == 1
    dev.LOCK.write_bytes(b"one==1\r\n")  # git on Windows may write the same lock so
    assert dev.fresh()
    dev.LOCK.write_text("one==2\n", "utf-8")
    assert not dev.fresh()
    dev.ensure_venv()
    assert len(runs) == 2
    assert dev.fresh()


def test_another_python_or_a_moved_folder_needs_a_new_environment(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_venv(monkeypatch, ok=True)
    dev.ensure_venv()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", (3, 99, 0))
        assert not dev.fresh()
    with monkeypatch.context() as patch:
        patch.setattr(dev, "VENV", tree / "moved" / ".venv")
        assert not dev.fresh()
    assert dev.fresh()


def test_a_half_made_environment_is_never_kept(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_venv(monkeypatch, ok=False)
    with pytest.raises(SystemExit, match="internet"):
        dev.ensure_venv()
    assert not dev.VENV.exists()
    dev.VENV.mkdir()  # as a killed run leaves it
    assert not dev.fresh()


def test_a_failure_leaves_the_former_environment(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_venv(monkeypatch, ok=True)
    dev.ensure_venv()
    (dev.VENV / "mine.txt").touch()
    dev.LOCK.write_text("one==2\n", "utf-8")
    fake_venv(monkeypatch, ok=False)
    with pytest.raises(SystemExit):
        dev.ensure_venv()
    assert (dev.VENV / "mine.txt").exists()
    assert not dev.fresh()


# The tests and the checks


def test_all_checks_run_though_one_fails(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels: list[str] = []

    def run(label: str, *_: str) -> bool:
        labels.append(label)
        return label != "ruff check"

    monkeypatch.setattr(dev, "run", run)
    assert not dev.check([])
    assert labels == ["ruff check", "ruff format --check", "mypy", "cde check"]


REPORT = """<testsuites><testsuite skipped="2"><testcase name="a"><skipped type="pytest.skip"/></testcase>
<testcase name="b"><skipped type="pytest.xfail"/></testcase><testcase name="c"/></testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("ci", "browser", "report", "passes"),
    [
        ("", None, REPORT, True),
        ("true", "/chromium", "<testsuites/>", True),
        ("true", "/chromium", REPORT, False),
        ("true", None, "<testsuites/>", False),
        ("false", None, REPORT, True),
    ],
)
def test_skipping_fails_in_ci_only(
    tree: Path, monkeypatch: pytest.MonkeyPatch, ci: str, browser: str | None, report: str, passes: bool
) -> None:
    def run(label: str, *command: str, env: dict[str, str] | None = None) -> bool:
        if label == "pytest":
            assert env == ({"CDE_CHROMIUM": browser} if browser else None)
            assert command[-2:] == ("-k", "name")
            (dev.CACHE / "junit.xml").write_text(report, "utf-8")
        return True

    dev.CACHE.mkdir()
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(dev, "ensure_browser", lambda python: browser)
    monkeypatch.setattr(dev, "run", run)
    assert dev.test(["-k", "name"]) is passes


def test_expected_failures_are_not_skips(tmp_path: Path) -> None:
    report = tmp_path / "junit.xml"
    assert dev.count_skipped(report) == 0
    report.write_text(REPORT, "utf-8")
    assert dev.count_skipped(report) == 1


# The program and the lock


def test_an_old_python_can_read_it_and_is_told() -> None:
    for module in (dev, dev_machine):
        assert module.__file__
        ast.parse(Path(module.__file__).read_text("utf-8"), feature_version=(3, 7))
    assert dev.old((3, 10))
    assert not dev.old((3, 11))


def test_an_unknown_task_shows_the_tasks() -> None:
    command = [sys.executable, str(dev_machine.ROOT / "dev.py"), "what"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 2
    assert "mkdocs serve" in done.stdout.decode("utf-8")


def test_run_reports_a_missing_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert not dev_machine.run("nothing", "no-such-program-here")
    assert "FAILED: nothing" in capsys.readouterr().out


def test_the_lock_fits_pyproject_and_names_no_server() -> None:
    text = dev.LOCK.read_text("utf-8")
    assert "://" not in text
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    assert text.count("--hash=sha256:") >= len(pins)
    project = tomllib.loads((dev_machine.ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for requirement in map(Requirement, wanted):
        versions = [version for name, version in pins if name == requirement.name.lower()]
        assert versions, f"{requirement} is not in requirements.lock: python dev.py lock"
        assert all(version in requirement.specifier for version in versions), requirement
