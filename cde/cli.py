"""The command line: `cde check`, `cde status`, `cde sync`."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from cde import problem
from cde.addresses import UnknownPage, find_page
from cde.checking import check_repository
from cde.commands import status, sync
from cde.commands.status import NoCommit
from cde.commands.sync import Refused
from cde.library import Library
from cde.loading import load
from cde.model.fields import Review
from cde.translation import STATES

FORMATS = {"text": problem.as_text, "json": problem.as_json, "github": problem.as_github}

YES = {"ใช่", "yes", "y"}

QUESTION = (
    "ท่านอ่านหัวข้อเหล่านี้ทั้งสองภาษาแล้ว และคำแปลตรงกับต้นฉบับใช่หรือไม่ (พิมพ์ ใช่)\n"
    "Have you read these sections in both languages, and does the translation follow the original? (type yes) "
)


class WrongUse(Exception):
    """A command that cannot be carried out as it was given; the message says why, in Thai and English."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 where all is well, 1 after faults, 2 after wrong use."""
    options = _parser().parse_args(arguments)
    try:
        if not (options.root / "mkdocs.yml").is_file():
            raise WrongUse(
                f"ไม่พบ mkdocs.yml ใน {options.root} ใช้ --root บอกโฟลเดอร์ของโครงการ\n"
                f"There is no mkdocs.yml in {options.root}: name the repository with --root."
            )
        run = {"check": _check, "status": _status, "sync": _sync}[options.command]
        return run(options)
    except UnknownPage as error:
        near = f" – {error.near} ?" if error.near else ""
        print(f"ไม่พบหน้า {error.given}{near}\nNo page is called {error.given}{near}", file=sys.stderr)
    except NoCommit as error:
        print(
            f"ไม่พบจุดร่วมกับ {error} ในประวัติ ถ้าประวัติไม่ครบให้ใช้ git fetch --unshallow (ใน CI: fetch-depth: 0)\n"
            f"History has no commit in common with {error}. Shallow? git fetch --unshallow (CI: fetch-depth: 0)",
            file=sys.stderr,
        )
    except (Refused, WrongUse) as error:
        print(error, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cde", description="ดูแลเนื้อหาของคลังความรู้ · Look after the content")
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path.cwd(), help="โฟลเดอร์ของโครงการ · the repository")
    page = "แฟ้ม โฟลเดอร์ หรือที่อยู่บนเว็บ · a file, a folder, or an address on the site"

    check = commands.add_parser("check", parents=[common], help="ตรวจเนื้อหาทั้งหมด · check all content")
    check.add_argument("--format", choices=FORMATS, default="text", help="รูปแบบผลลัพธ์ · output format")
    check.add_argument("--quiet", action="store_true", help="ไม่แสดงข้อสังเกต · leave out notes, show errors and warnings")

    told = commands.add_parser("status", parents=[common], help="สถานะของคำแปล · how the translations stand")
    told.add_argument("page", nargs="*", help=page)
    told.add_argument("--state", action="append", choices=STATES[1:], default=[], help="เฉพาะสถานะนี้ · only this state")
    told.add_argument(
        "--since", metavar="REF", help="เฉพาะที่การแก้ไขตั้งแต่ REF ทำให้ล้าหลัง · only what changes since REF broke"
    )
    told.add_argument("--format", choices=status.FORMATS, default="text", help="รูปแบบผลลัพธ์ · output format")

    marked = commands.add_parser(
        "sync", parents=[common], help="บันทึกว่าคำแปลตรงกับต้นฉบับ · mark a translation as following"
    )
    marked.add_argument("page", nargs="*", help=page)
    marked.add_argument("--language", help="ภาษาของคำแปล · the translation's language")
    marked.add_argument("--by", help="ผู้ตรวจ: ตำแหน่งหรือชื่อบน GitHub · reviewer: office or GitHub name")
    marked.add_argument("--yes", action="store_true", help="ยืนยันว่าอ่านแล้ว · I have read both texts")
    marked.add_argument(
        "--unreviewed",
        action="store_true",
        help="แปลจากต้นฉบับปัจจุบัน ยังไม่มีผู้ตรวจ · made from the present original, not reviewed",
    )
    marked.add_argument(
        "--all",
        action="store_true",
        help="ทุกคำแปล (ใช้กับ --unreviewed เท่านั้น) · every translation (with --unreviewed only)",
    )
    return parser


def _check(options: argparse.Namespace) -> int:
    _, problems = check_repository(options.root)
    shown = [p for p in problems if p.severity != "note"] if options.quiet else problems
    print(FORMATS[options.format](shown))
    return 1 if any(p.severity == "error" for p in problems) else 0


def _status(options: argparse.Namespace) -> int:
    library = status.with_history(load(options.root)[0])
    if options.since:
        print(status.FORMATS[options.format](status.problems_of(library, status.worsened(library, options.since))))
        return 0
    if options.format not in ("text", "json"):
        raise WrongUse(f"--format {options.format} ใช้คู่กับ --since · goes with --since")
    pages = [find_page(library, page) for page in options.page]
    found = status.listed(library, pages, options.state)
    print(status.as_json(library, found) if options.format == "json" else status.as_text(library, found))
    return 0


def _sync(options: argparse.Namespace) -> int:
    library, problems = check_repository(options.root)
    for task in _tasks(library, options):
        if not options.all:
            print("\n".join(sync.story(library, task)))
        review = None if options.unreviewed else _review(options)
        sync.write(library, problems, task, review)
        told = f"{review.by}, {review.on}" if review else "ยังไม่มีผู้ตรวจ · not reviewed by a person"
        print(f"{task.path}: บันทึกแล้ว · recorded ({told})")
    return 0


def _tasks(library: Library, options: argparse.Namespace) -> list[sync.Task]:
    if options.all:
        if not options.unreviewed or options.page:
            raise WrongUse(
                "การตรวจทำทีละหน้า --all ใช้กับ --unreviewed เท่านั้น\n"
                "Review is page by page: --all goes with --unreviewed only."
            )
        return [sync.Task(work.page) for work in status.listed(library, [], []) if work.page.state != "missing"]
    if not options.page:
        raise WrongUse("บอกหน้าที่ต้องการ · name a page")
    found = [find_page(library, page) for page in options.page]
    return [sync.task_of(library, document, language or options.language) for document, language in found]


def _review(options: argparse.Namespace) -> Review:
    """A person's word: typed on a terminal, or given by --by and --yes. Raises Refused."""
    asks = sys.stdin.isatty()
    by = options.by or (input("ผู้ตรวจ · Reviewer: ").strip() if asks else "")
    said = options.yes or (asks and input(QUESTION).strip().lower() in YES)
    if not by or not said:
        raise Refused(
            "ไม่ได้บันทึก: การตรวจต้องมีคนยืนยัน อ่านทั้งสองภาษาแล้วใช้ --by ชื่อ --yes ถ้ายังไม่มีผู้ตรวจใช้ --unreviewed\n"
            "Nothing was written: a review needs a person’s word. Having read both: --by NAME --yes; else --unreviewed"
        )
    return Review(by=by, on=datetime.date.today().isoformat())
