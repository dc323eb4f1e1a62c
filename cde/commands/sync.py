"""`cde sync`: a person's word that a translation follows the present original, written into its front matter."""

from __future__ import annotations

import argparse
import os
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cde import frontmatter, history, layout, translation
from cde.checking import check_repository
from cde.commands import earlier, pairs, reading
from cde.commands.chosen import assert_sound, chosen
from cde.commands.refusal import Refusal
from cde.library import Library
from cde.model.fields import Review
from cde.model.page import Translation
from cde.problem import Problem
from cde.translation import PageState

HELP = "บันทึกว่าคำแปลตรงกับต้นฉบับปัจจุบัน หลังมีผู้อ่านเทียบแล้ว · record that a translation follows its original"

YES = ("ใช่", "yes")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command may be told."""
    parser.add_argument(
        "pages", nargs="*", metavar="PAGE", help="แฟ้มคำแปล หรือที่อยู่บนเว็บไซต์ · the translation's file or address"
    )
    parser.add_argument(
        "--language", metavar="xx", help="ภาษาของคำแปล ถ้ามีหลายภาษา · which one, where there are several"
    )
    parser.add_argument("--by", metavar="NAME", help="ผู้ตรวจ: ตำแหน่งหรือชื่อบน GitHub · reviewer: office or GitHub name")
    parser.add_argument(
        "--yes",
        action="store_true",
        help="ตอบว่าอ่านเทียบแล้ว ใช้เมื่อถามไม่ได้ · answer that both were read, where no question can be asked",
    )
    parser.add_argument(
        "--unreviewed",
        action="store_true",
        help="แปลจากต้นฉบับปัจจุบัน แต่ยังไม่มีผู้ตรวจ · made from the present original, compared by no person yet",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="ทุกคำแปลที่ยังไม่มีผู้ตรวจ ใช้กับ --unreviewed เท่านั้น · every translation without a review; with --unreviewed",
    )


def run(options: argparse.Namespace) -> int:
    """Show, ask, record. Returns 1 where a person did not say yes.

    Raises:
        Refusal: what was asked for cannot be done, or may not.
    """
    _assert_sensible(options)
    library, problems = check_repository(options.root)
    if options.all:
        states = _unreviewed(library, problems)
    else:
        states = list(dict.fromkeys(chosen(library, problems, given, options.language) for given in options.pages))
    if len(states) > 1 and not options.unreviewed and not _is_terminal():
        raise Refusal(
            "การตรวจบันทึกทีละหน้า ระบุหน้าเดียว",
            "Review is page by page: name one page.",
        )
    if options.all and not states:
        print("ไม่มีคำแปลที่ต้องบันทึก · There is no translation to record.")
    past = history.History()
    said = [_record(library, pairs.pair(library, past, state), options) for state in states]
    return 0 if all(said) else 1


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _assert_sensible(options: argparse.Namespace) -> None:
    if options.all and (options.pages or not options.unreviewed):
        raise Refusal(
            "--all ใช้ได้กับ --unreviewed เท่านั้น และไม่ระบุหน้า เพราะการตรวจต้องทำทีละหน้า",
            "--all goes with --unreviewed only, and names no page: review is page by page.",
        )
    if not options.all and not options.pages:
        raise Refusal("ระบุหน้าที่จะบันทึก เช่น cde sync docs/teach.en.md", "Name a page, as in: cde sync docs/teach.en.md")
    if options.unreviewed and (options.by or options.yes):
        raise Refusal(
            "--unreviewed คือยังไม่มีผู้ตรวจ จึงใช้กับ --by หรือ --yes ไม่ได้",
            "--unreviewed says that no person has compared them: leave out --by and --yes.",
        )
    if options.by is not None and not _name(options.by):
        raise Refusal("--by ต้องบอกตำแหน่งหรือชื่อผู้ตรวจ", "--by needs the reviewer's office or GitHub name.")


def _unreviewed(library: Library, problems: Sequence[Problem]) -> list[PageState]:
    """Every translation without a review that is not recorded as following the present original."""
    found = [state for state in pairs.states(library) if state.state != "missing" and not state.reviewed]
    found = [state for state in found if state.stale or not state.recorded]
    for state in found:
        file = layout.in_language(state.document, state.language)
        assert_sound(problems, [file, *earlier.files_of(state.document, state.original)])
    return found


def _name(given: str) -> str:
    """A name on one line, without signs that cannot be seen."""
    seen = "".join(sign for sign in given if unicodedata.category(sign) != "Cf")
    return " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in seen).split())


def _record(library: Library, pair: pairs.Pair, options: argparse.Namespace) -> bool:
    """Show one pair, ask, write. False where a person did not say yes."""
    state = pair.state
    path = library.root / pair.file
    before = _contents(library, state)
    followed = translation.fingerprints(library, state.document, state.original)
    review = None
    if not options.unreviewed:
        print("\n".join(reading.told(library, pair, colour=_has_colour())))
        review = _asked(options)
        if review is None:
            print("ไม่ได้บันทึก · Nothing was recorded.")
            return False
        if _contents(library, state) != before:
            raise Refusal(
                "ไม่ได้บันทึก เพราะมีการแก้แฟ้มระหว่างที่อ่าน เริ่มใหม่อีกครั้ง",
                "Nothing was recorded: a file was changed while it was being read. Begin again.",
                status=1,
            )
    front = library.pages[pair.file].front.translation
    of = {name: value for name, value in followed.items() if name not in front.missing}
    _write(path, path.read_bytes(), Translation(state=front.state, reviewed=review, missing=front.missing, of=of))
    print("\n".join(_done(pair, review)))
    return True


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _asked(options: argparse.Namespace) -> Review | None:
    """A person's word; None where it is not "yes"."""
    by = _name(options.by or "")
    if not _is_terminal():
        if not (by and options.yes):
            raise Refusal(
                "ไม่ได้บันทึก เพราะต้องมีผู้ยืนยันว่าอ่านเทียบแล้ว ใช้คำสั่งนี้ในหน้าต่างคำสั่ง หรือเติมทั้ง --by ชื่อ และ --yes",
                "Nothing was recorded: a person must say that both were read. Run it in a terminal, "
                "or give both --by NAME and --yes.",
            )
        return Review(by=by, on=date.today().isoformat())
    print(
        "\nท่านอ่านหัวข้อเหล่านี้ครบทั้งสองภาษาแล้ว และคำแปลตรงกับต้นฉบับใช่หรือไม่\n"
        "Have you read these sections in both languages, and does the translation follow the original?"
    )
    try:
        answer = input("พิมพ์ ใช่ หรือ yes เพื่อบันทึก · type ใช่ or yes to record it: ").strip().lower()
        if answer not in YES:
            return None
        by = by or _name(input("ตำแหน่งหรือชื่อบน GitHub ของท่าน · your office or GitHub name: "))
    except (EOFError, KeyboardInterrupt):
        print()
        return None
    return Review(by=by, on=date.today().isoformat()) if by else None


def _contents(library: Library, state: PageState) -> dict[str, bytes]:
    """What the files of a pair hold: what was read is what is recorded, and neither may change in between."""
    files = [layout.in_language(state.document, state.language), *earlier.files_of(state.document, state.original)]
    return {file: (library.root / file).read_bytes() for file in files if (library.root / file).is_file()}


def _write(path: Path, raw: bytes, wanted: Translation) -> None:
    try:
        frontmatter.replace(path, frontmatter.with_translation(raw, wanted))
    except ValueError as error:
        raise Refusal(
            f"ระบบเขียนส่วนหัวของ {path.name} เองไม่ได้ ({error}) จัด translation เป็นบรรทัดธรรมดาแล้วลองใหม่",
            f"The front matter of {path.name} cannot be written safely ({error}): write translation in a plain way.",
            status=1,
        ) from error
    except OSError as error:
        raise Refusal(f"เขียน {path} ไม่ได้: {error}", f"{path} cannot be written: {error}", status=1) from error


def _done(pair: pairs.Pair, review: Review | None) -> list[str]:
    if review:
        return [
            f"บันทึกแล้ว: {pair.file} ตรงกับต้นฉบับปัจจุบัน ตรวจโดย {review.by} {review.on}",
            f"Recorded: {pair.file} follows the present original; reviewed by {review.by} on {review.on}.",
        ]
    lost = pair.state.reviewed
    return [
        f"บันทึกแล้ว: {pair.file} แปลจากต้นฉบับปัจจุบัน แต่ยังไม่มีผู้อ่านเทียบ"
        + (f" (เอาชื่อผู้ตรวจเดิมออก: {lost.by} {lost.on})" if lost else ""),
        f"Recorded: {pair.file} was made from the present original; no person has compared them yet."
        + (f" (The former review was taken out: {lost.by}, {lost.on}.)" if lost else ""),
    ]
