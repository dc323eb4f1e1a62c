"""`cde status`: every translation with its state, or those that a change leaves behind."""

from __future__ import annotations

import argparse
import sys

from cde import history
from cde.commands import names, pairs, since
from cde.commands.report import FORMATS, Report
from cde.loading import load
from cde.problem import nearest

HELP = "ดูสถานะคำแปลเทียบกับต้นฉบับ · how each translation stands to its original"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command may be told."""
    parser.add_argument(
        "pages",
        nargs="*",
        metavar="PAGE",
        help="แฟ้ม โฟลเดอร์ หรือที่อยู่บนเว็บไซต์ ไม่ระบุคือทุกหน้า · a file, folder or address; all pages where none is named",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="รูปแบบผลลัพธ์ · output format")
    parser.add_argument(
        "--state",
        action="append",
        default=[],
        type=_state,
        metavar="STATE",
        help=f"เฉพาะสถานะนี้ ใช้ซ้ำได้ · only pairs in this state; may be given again: {', '.join(pairs.STATES)}",
    )
    parser.add_argument(
        "--since",
        metavar="REF",
        help="เฉพาะคำแปลที่ตามไม่ทันเพราะการแก้ไขหลังแยกจาก REF · only what changes since parting from REF left behind",
    )


def _state(given: str) -> str:
    if given not in pairs.STATES:
        near = nearest(given, pairs.STATES)
        hint = f" หมายถึง {near} ใช่หรือไม่ · did you mean {near}?" if near else f" ({', '.join(pairs.STATES)})"
        raise argparse.ArgumentTypeError(f"ไม่มีสถานะ {given} · there is no state {given}{hint}")
    return given


def run(options: argparse.Namespace) -> int:
    """Print the report; what it tells is no failure.

    Raises:
        Refusal: a page or a commit was named that is not there.
    """
    library, _ = load(options.root)
    named = [found for given in options.pages for found in names.find(library, given)]
    found = counted = pairs.states(library, named)
    if options.since:
        found = since.left_behind(library, since.base_of(options.root, options.since), found)
    past = history.read(options.root)
    known = "shallow" if past.shallow else "full" if past.days else "none"
    shown = [pairs.pair(library, past, state) for state in found if not options.state or state.state in options.state]
    unread = pairs.unread(library)
    ordered = sorted(shown, key=lambda each: each.age)
    print(FORMATS[options.format](Report(library, ordered, counted, known, options.since, unread)))
    if unread:
        print(
            f"ไม่นับแฟ้มที่มีข้อผิดพลาด {len(unread)} แฟ้ม รัน cde check ดูวิธีแก้: {', '.join(unread)}\n"
            f"{len(unread)} faulty file(s) left out; cde check tells what to mend: {', '.join(unread)}",
            file=sys.stderr,
        )
    return 0
