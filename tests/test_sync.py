"""`cde sync`: a person reads, says so, and only then a translation is recorded as following its original."""

from __future__ import annotations

import datetime
import io
import re

import pytest

from cde import documents, translation
from cde.cli import main
from cde.commands import sync
from cde.comparison import Line, Run, compare, marked, pieces
from cde.loading import load
from cde.model.page import Translation
from tests import gitrepo, minirepo
from tests.gitrepo import CHANGED, ENGLISH, TEXT, THAI, TRANSLATED, Repository

MODULE = f"{minirepo.MODULE}/module.yml"
LECTURE = f"{minirepo.MODULE}/lectures/scale.en.md"
TODAY = datetime.date.today().isoformat()


@pytest.fixture
def made(tmp_path) -> Repository:
    """A repository whose home page was translated from the present original, and changed since."""
    made = gitrepo.library(tmp_path / "repository")
    assert run(made, ENGLISH, "--unreviewed") == 0
    made.commit({})
    made.commit({THAI: CHANGED}, "2024-02-03")
    return made


def run(made: Repository, *options: str) -> int:
    return main(["sync", "--root", str(made.root), *options])


def front(made: Repository, path: str = ENGLISH) -> Translation:
    page, problems = documents.read_page(made.root, path)
    assert page and not problems
    return Translation.model_validate(page.front.data["translation"])


def state(made: Repository, document: str = "docs/index.md") -> translation.PageState:
    return translation.state_of(load(made.root)[0], document, "en")


@pytest.fixture
def typed(monkeypatch):
    """Sit at a terminal and type lines; the end of input where there are no more."""

    def sit(*lines: str) -> None:
        answers = iter(lines)

        def answer(prompt: str = "") -> str:
            print(prompt)
            try:
                return next(answers)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(sync, "_is_terminal", lambda: True)
        monkeypatch.setattr("builtins.input", answer)

    monkeypatch.setattr("sys.stdin", io.StringIO())
    return sit


# A person's word


@pytest.mark.parametrize("yes", ["ใช่", "yes", " YES "])
def test_on_a_terminal_a_typed_yes_and_a_name_are_recorded(yes, made, typed, capsys):
    typed(yes, "ปลัดเทศบาล")
    assert run(made, ENGLISH) == 0
    found = front(made)
    assert found.reviewed and (found.reviewed.by, found.reviewed.on) == ("ปลัดเทศบาล", TODAY)
    assert found.state == "machine"
    assert state(made).state == "in-step"
    assert "does the translation follow the original?" in capsys.readouterr().out


@pytest.mark.parametrize("lines", [["y"], ["no"], [""], [], ["yes"], ["yes", "  "], ["yes", "\u200b"]])
def test_anything_else_records_nothing(lines, made, typed, capsys):
    before = (made.root / ENGLISH).read_bytes()
    typed(*lines)
    assert run(made, ENGLISH) == 1
    assert (made.root / ENGLISH).read_bytes() == before
    assert "Nothing was recorded" in capsys.readouterr().out


def test_yes_on_the_command_line_answers_no_question_of_a_terminal(made, typed):
    typed("no")
    assert run(made, ENGLISH, "--by", "Clerk", "--yes") == 1
    assert front(made).reviewed is None


def test_off_a_terminal_a_name_and_a_yes_are_needed(made, capsys):
    before = (made.root / ENGLISH).read_bytes()
    for options in ([], ["--by", "Clerk"], ["--yes"]):
        assert run(made, ENGLISH, *options) == 2
        assert "a person must say" in capsys.readouterr().err
    assert (made.root / ENGLISH).read_bytes() == before
    assert run(made, ENGLISH, "--by", "Clerk", "--yes") == 0
    assert front(made).reviewed is not None


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\n"])
def test_a_name_that_cannot_be_seen_is_none(name, made):
    assert run(made, ENGLISH, "--by", name, "--yes") == 2


def test_review_is_page_by_page(made, capsys):
    assert run(made, ENGLISH, LECTURE, "--by", "Clerk", "--yes") == 2
    assert "page by page" in capsys.readouterr().err
    assert run(made, "--all", "--by", "Clerk", "--yes") == 2
    assert run(made, "--all") == 2
    assert front(made).reviewed is None


def test_on_a_terminal_each_page_is_asked_for(made, typed):
    typed("yes", "Clerk", "no")
    assert run(made, ENGLISH, LECTURE) == 1
    assert front(made).reviewed is not None
    assert front(made, LECTURE).reviewed is None


def test_a_file_changed_while_it_is_read_is_not_recorded(made, monkeypatch, capsys):
    def meddle(options):
        (made.root / THAI).write_text(TEXT.replace("ทุกวัน", "ทุกเย็น"), "utf-8")
        return asked(options)

    asked = sync._asked
    monkeypatch.setattr(sync, "_asked", meddle)
    assert run(made, ENGLISH, "--by", "Clerk", "--yes") == 1
    assert "while it was being read" in capsys.readouterr().err
    assert front(made).reviewed is None


# Without review


def test_unreviewed_claims_no_review_and_says_what_it_took_out(made, capsys):
    assert run(made, ENGLISH, "--by", "Clerk", "--yes") == 0
    made.write({THAI: TEXT})
    capsys.readouterr()
    assert run(made, ENGLISH, "--unreviewed") == 0
    found = capsys.readouterr().out
    assert "no person has compared them yet" in found
    assert f"The former review was taken out: Clerk, {TODAY}." in found
    assert front(made).reviewed is None
    assert state(made).state == "unreviewed"
    assert not state(made).stale


@pytest.mark.parametrize("options", [["--by", "Clerk"], ["--yes"]])
def test_unreviewed_and_a_review_contradict_each_other(options, made):
    assert run(made, ENGLISH, "--unreviewed", *options) == 2


def test_all_that_was_not_reviewed_may_be_recorded_at_once(made, capsys):
    assert run(made, LECTURE, "--by", "Clerk", "--yes") == 0
    made.write({MODULE: minirepo.MODULE_YML.replace("ใช้ตาชั่ง", "ใช้ตาชั่งให้เป็น")})
    assert run(made, "--all", "--unreviewed") == 0
    left = {each.document: each.state for each in translation.states(load(made.root)[0]) if each.language == "en"}
    assert left.pop(f"{minirepo.MODULE}/lectures/scale.md") == "stale"  # a reviewed page is left to a person
    assert set(left.values()) == {"unreviewed"}
    capsys.readouterr()
    assert run(made, "--all", "--unreviewed") == 0
    assert capsys.readouterr().out == "ไม่มีคำแปลที่ต้องบันทึก · There is no translation to record.\n"


def test_sections_not_translated_yet_are_not_recorded(made):
    lacking = TRANSLATED.replace("{state: machine}", "{state: machine, missing: [money]}").split("## Money")[0]
    made.write({ENGLISH: lacking})
    assert run(made, ENGLISH, "--by", "Clerk", "--yes") == 0
    assert list(front(made).of) == ["head", "start"]
    assert front(made).missing == ["money"]
    assert state(made).state == "partial"


def test_a_section_that_the_original_lost_is_recorded_no_more(made):
    made.write({path: text.split("## เงิน")[0].split("## Money")[0] for path, text in ((THAI, TEXT),)})
    own = (made.root / ENGLISH).read_text("utf-8")
    made.write({ENGLISH: own.split("## Money")[0]})
    assert run(made, ENGLISH, "--unreviewed") == 0
    assert list(front(made).of) == ["head", "start"]


def test_all_but_the_translation_stays_byte_for_byte(made):
    text = TRANSLATED.replace("translation:", "# about\ntranslation:").replace("\n", "\r\n")
    made.write({ENGLISH: "\ufeff" + text})
    assert run(made, ENGLISH, "--unreviewed") == 0
    found = (made.root / ENGLISH).read_bytes().decode()
    before, after = ("\ufeff" + text).split("translation: {state: machine}\r\n")
    assert found.startswith(before + "translation:\r\n  state: machine\r\n  of:\r\n    head: ")
    assert found.endswith(after)


# Which page


def test_a_page_is_found_by_every_name(made):
    for name in (ENGLISH, "docs/index.md", "/en/", "docs", str(made.root / ENGLISH)):
        assert run(made, name, "--unreviewed") == 0
    assert run(made, minirepo.MODULE, "--unreviewed") == 0
    assert front(made, f"{minirepo.MODULE}/index.en.md").of
    assert not front(made, LECTURE).of


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        ([THAI], 2, "is the original; its translation is docs/index.en.md"),
        (["docs/indx.en.md"], 2, "Did you mean docs/index.en.md?"),
        (["docs/glossary.en.md"], 2, "has no translation"),
        ([f"{minirepo.MODULE}/lectures"], 0, ""),
        (["docs/index.md", "--language", "lo"], 2, "no language lo"),
        (["docs/index.md", "--language", "th"], 2, "is the original"),
        ([], 2, "Name a page"),
    ],
)
def test_what_cannot_be_recorded_is_said_with_the_cure(options, status, words, made, capsys):
    assert run(made, *options, "--unreviewed") == status
    assert words in capsys.readouterr().err


def test_a_translation_that_is_not_there_cannot_be_recorded(made, capsys):
    made.write({ENGLISH: None})
    for name in (ENGLISH, "docs/index.md"):
        assert run(made, name, "--unreviewed") == 2
        assert "write the translation first" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({ENGLISH: "no front matter"}, "CDE104"),
        ({THAI: TEXT.replace("{state: original}", "{state: orignal}")}, "docs/index.th.md:4"),
        ({ENGLISH: TRANSLATED.split("## Money")[0]}, "CDE407"),
        ({THAI: TEXT.replace("original", "human")}, "docs/index.th.md"),
    ],
)
def test_faults_are_told_and_nothing_is_written(files, words, made, capsys):
    made.write(files)
    before = (made.root / ENGLISH).read_bytes()
    assert run(made, ENGLISH, "--unreviewed") == 1
    assert words in capsys.readouterr().err
    assert (made.root / ENGLISH).read_bytes() == before


def test_of_several_translations_one_must_be_chosen(made, capsys):
    english = (minirepo.ROOT / "data/languages/en.yml").read_text("utf-8")
    lao = re.sub(r"^calls: .*$", "calls: {th: Thai, en: English, lo: Lao}", english, flags=re.MULTILINE)
    made.write({"data/languages/lo.yml": lao.replace("order: 2", "order: 3").replace("name: English", "name: ພາສາລາວ")})
    made.write({"docs/index.lo.md": TRANSLATED})
    assert run(made, "docs/index.md", "--unreviewed") == 2
    assert "choose with --language: en, lo" in capsys.readouterr().err


# What is shown


def shown(made: Repository, capsys, page: str = ENGLISH) -> str:
    capsys.readouterr()
    assert run(made, page, "--by", "Clerk", "--yes") == 0
    return capsys.readouterr().out


def test_the_change_of_the_original_stands_beside_the_present_translation(made, capsys):
    found = shown(made, capsys)
    assert "ต้นฉบับเปลี่ยน: ถ้อยคำ · the original has changed: words" in found
    assert "  เทศบาลชั่งขยะทุก[-วัน-]{+เช้า+} [@news]\n" in found
    assert "  The town weighs waste daily [@news]\n" in found
    assert found.index("[-วัน-]") < found.index("The town weighs") < found.index("══ เงิน")


def test_after_a_review_only_what_changed_since_is_shown(made, capsys):
    shown(made, capsys)
    made.commit({THAI: CHANGED.replace("ไม่มาก", "มาก")})
    found = shown(made, capsys)
    assert "reviewed before by Clerk" in found
    assert "[-ไม่-]มาก" in found
    assert "══ เริ่ม" not in found


def test_a_change_of_a_record_is_explained_by_its_own_history(made, capsys):
    assert run(made, LECTURE, "--unreviewed") == 0
    made.commit({MODULE: minirepo.MODULE_YML.replace("th: ใช้ตาชั่ง", "th: ใช้ตาชั่งให้เป็น")})
    assert "ใช้ตาชั่ง{+ให้เป็น+}" in shown(made, capsys, LECTURE)


def test_the_earlier_text_is_found_from_before_a_move_and_a_rebase(made, capsys):
    for path in (THAI, ENGLISH):
        made.git("mv", path, path.replace("index", "home"))
    made.commit({}, "2024-03-04")
    made.git("checkout", "--quiet", "-b", "branch", "main~3")
    made.git("rebase", "--quiet", "main")
    assert "ทุก[-วัน-]{+เช้า+}" in shown(made, capsys, "docs/home.en.md")


@pytest.mark.parametrize("way", ["shallow", "squashed", "no git"])
def test_without_the_earlier_text_the_present_one_is_shown_and_that_is_said(way, made, tmp_path, capsys, monkeypatch):
    if way == "shallow":
        made = made.shallow(tmp_path / "clone")
    elif way == "squashed":
        made.git("checkout", "--quiet", "--orphan", "squashed")
        made.commit({})
    else:
        monkeypatch.setenv("PATH", "")
    found = shown(made, capsys)
    assert "The earlier text of some sections is not " in found
    assert "  เทศบาลชั่งขยะทุกเช้า [@news]\n" in found
    assert "[-" not in found
    assert ("--unshallow" in found) == (way == "shallow")


def test_no_page_can_steer_the_terminal(made, capsys):
    made.write({ENGLISH: (made.root / ENGLISH).read_text("utf-8").replace("daily", "\x9b31mdaily")})
    assert "\x9b" not in shown(made, capsys)


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(terminal, environment, expected, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    stream.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdout", stream)
    assert sync._has_colour() is expected


# Comparison


@pytest.mark.parametrize("text", ["น้ำใจเกาะ ฯลฯ ๑๒ PM2.5 [@a; @b] é́ x", "ປະເທດລາວ ပြည်သူ", "a|b—c\t "])
def test_pieces_are_the_text_and_tear_no_letter_from_its_marks(text):
    found = pieces(text)
    assert "".join(found) == text
    assert not any(re.match("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]", piece) for piece in found)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("เทศบาลมีสี่ส่วนงาน", "เทศบาลมีห้าส่วนงาน", "เทศบาลมี[-สี่-]{+ห้า+}ส่วนงาน"),
        ("งบ 1,200 บาท", "งบ 1,300 บาท", "งบ [-1,200-]{+1,300+} บาท"),
        ("ตามแผน [@a] แล้ว", "ตามแผน [@a; @b] แล้ว", "ตามแผน [-[@a]-]{+[@a; @b]+} แล้ว"),
        ("The town weighs waste", "The city weighs waste", "The [-town-]{+city+} weighs waste"),
        ("ชั่งน้ำหนักขยะ", "ชั่งน้ำหนักขยะทุกวัน", "ชั่งน้ำหนักขยะ{+ทุกวัน+}"),
    ],
)
def test_a_changed_phrase_is_marked(before, after, expected):
    (line,) = compare(before, after)
    assert marked(line) == expected
    assert re.sub("\x1b\\[[0-9]*m", "", marked(line, colour=True)) == expected


def test_lines_that_stayed_are_counted_and_new_ones_stand_whole():
    found = compare("หนึ่ง\n\nสองสามสี่\nห้า", "หนึ่ง\nสองสามสี่ห้า\n\nabc\nห้า")
    assert found == [
        Line(unchanged=1),
        Line((Run("same", "สองสามสี่"), Run("new", "ห้า"))),
        Line((Run("new", "abc"),)),
        Line(unchanged=1),
    ]
