"""`cde sync`: what changed is shown, and only a person's word is written down as a review."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from cde import translation
from cde.cli import main
from cde.comparison import changed_lines
from cde.loading import load
from cde.translation import PageState
from tests import gitrepo, minirepo
from tests.gitrepo import SCALE, GitRepository

FILE = f"{SCALE}.en.md"


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    """One lecture is on record as following its original, which then changed in one section."""
    repository = gitrepo.make(tmp_path)
    assert main(["sync", FILE, "--unreviewed", "--root", str(tmp_path)]) == 0
    repository.commit("Record")
    repository.edit(f"{SCALE}.th.md", {"ข้อความของ use [@news]": "ข้อความใหม่ของ use 15 กก. [@news]"})
    return repository


def state(repository: GitRepository) -> PageState:
    return translation.state_of(load(repository.root)[0], f"{SCALE}.md", "en")


def sync(repository: GitRepository, *arguments: str) -> int:
    return main(["sync", *arguments, "--root", str(repository.root)])


def test_the_change_of_the_original_stands_beside_the_translation(repository, capsys):
    assert sync(repository, FILE) == 2, "nobody gave a word"
    told = capsys.readouterr()
    assert "## use หัวข้อ use (ถ้อยคำ, ตัวเลข · words, figures)" in told.out
    assert "ข้อความ{+ใหม่+}ของ use {+15 กก. +}[@news]" in told.out
    assert "text of use [@news]" in told.out
    assert "## discuss" not in told.out, "what did not change is not shown"
    assert "person’s word" in told.err and "ต้องมีคนยืนยัน" in told.err
    assert state(repository).state == "stale", "nothing was written"


def test_a_persons_word_is_written_with_name_and_day(repository):
    assert sync(repository, FILE, "--by", "ปลัดเทศบาล", "--yes") == 0
    found = state(repository)
    assert (found.state, found.made) == ("in-step", "machine")
    assert found.reviewed is not None and found.reviewed.by == "ปลัดเทศบาล"
    assert repository.read(FILE).endswith(minirepo.sections("use discuss reading", "en"))


@pytest.mark.parametrize("arguments", [["--by", "clerk"], ["--yes"]])
def test_a_name_or_a_yes_alone_is_no_review(repository, arguments):
    assert sync(repository, FILE, *arguments) == 2
    assert state(repository).state == "stale"


@pytest.mark.parametrize(("answer", "status"), [("ใช่", 0), ("yes", 0), ("", 2), ("no", 2)])
def test_on_a_terminal_the_word_is_typed(repository, monkeypatch, answer, status):
    terminal = io.StringIO(f"clerk\n{answer}\n")
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", terminal)
    assert sync(repository, FILE) == status
    assert (state(repository).state == "in-step") is (status == 0)


def test_a_new_translation_is_recorded_without_claiming_a_review(repository):
    assert sync(repository, FILE, "--by", "clerk", "--yes") == 0
    repository.edit(f"{SCALE}.th.md", {"ข้อความใหม่": "ข้อความอื่น"})
    assert sync(repository, FILE, "--unreviewed") == 0
    assert (state(repository).state, state(repository).reviewed) == ("unreviewed", None)


@pytest.mark.parametrize("page", [FILE, f"{SCALE}.md", f"./{FILE}", "/en/curriculum/bcg/waste/lectures/scale/"])
def test_a_page_may_be_named_by_file_document_or_address(repository, page):
    assert sync(repository, page, "--unreviewed") == 0
    assert state(repository).recorded


@pytest.mark.parametrize("page", ["waste", "curriculum/bcg/waste", "/curriculum/bcg/waste/"])
def test_a_module_may_be_named_by_its_folder(repository, page, capsys):
    assert sync(repository, page, "--unreviewed") == 0
    assert "curriculum/bcg/waste/index.en.md: บันทึกแล้ว" in capsys.readouterr().out


def test_what_cannot_be_marked_is_refused_in_words(repository, capsys):
    assert sync(repository, "curriculum/bcg/waste/lectures/scales.en.md") == 2
    assert f"{FILE} ?" in capsys.readouterr().err
    assert sync(repository, f"{SCALE}.th.md", "--unreviewed") == 2
    assert "is the original" in capsys.readouterr().err
    assert sync(repository) == 2
    assert sync(repository, "--all") == 2
    assert "page by page" in capsys.readouterr().err


def test_a_page_with_faults_is_left_as_it_is(repository, capsys):
    repository.edit(FILE, {"[@news]\n\n## Section discuss": "[@nwes]\n\n## Section discuss"})
    before = repository.read(FILE)
    assert sync(repository, FILE, "--unreviewed") == 2
    assert "CDE401" in capsys.readouterr().err
    assert repository.read(FILE) == before


def test_sections_not_translated_yet_are_not_recorded(repository):
    repository.edit(
        FILE, {"  of:\n": "  missing: [use]\n  of:\n", "## Section use {#use}\n\ntext of use [@news]\n\n": ""}
    )
    assert sync(repository, FILE, "--unreviewed") == 0
    assert "    use:" not in repository.read(FILE)
    assert state(repository).state == "partial"


def test_a_change_in_a_record_is_found_in_history_too(repository, capsys):
    page = "curriculum/bcg/waste/index.en.md"
    assert sync(repository, page, "--unreviewed") == 0
    repository.commit("Record the module")
    repository.edit("curriculum/bcg/waste/quiz.yml", {"th: คำถาม on-draw": "th: โจทย์ on-draw"})
    assert sync(repository, page) == 2
    assert "[-คำถาม-]{+โจทย์+} on-draw" in capsys.readouterr().out


def test_without_history_the_present_original_is_shown(repository, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert sync(repository, FILE) == 2
    told = capsys.readouterr().out
    assert "The earlier text is not at hand" in told and "ข้อความใหม่ของ use" in told


def test_all_are_recorded_at_once_only_without_review(repository, capsys):
    assert sync(repository, "--all", "--unreviewed") == 0
    assert capsys.readouterr().out.count("recorded") == 6
    assert main(["check", "--root", str(repository.root)]) == 0


def test_changes_are_marked_by_phrases():
    assert changed_lines("เทศบาลชั่งขยะทุกวัน\nคงเดิม", "เทศบาลชั่งขยะทุกสัปดาห์\nคงเดิม") == ["เทศบาลชั่งขยะทุก[-วัน-]{+สัปดาห์+}"]
    assert changed_lines("a\n\nb", "a\nb") == []
    assert changed_lines("a", "a\nnew") == ["{+new+}"]
    assert changed_lines("old\na", "a") == ["[-old-]"]
    assert changed_lines("It took 20 days.", "It took 25 days.") == ["It took [-20-]{+25+} days."]
