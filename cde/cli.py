"""The one command: `cde check`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cde import problem
from cde.checking import check_repository

FORMATS = {"text": problem.as_text, "json": problem.as_json, "github": problem.as_github}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 where the content is clean, 1 after faults, 2 after wrong use."""
    parser = argparse.ArgumentParser(prog="cde", description="ตรวจเนื้อหาของคลังความรู้ · Check the content of the library")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="ตรวจเนื้อหาทั้งหมด · check all content")
    check.add_argument("--root", type=Path, default=Path.cwd(), help="โฟลเดอร์ของโครงการ · the repository")
    check.add_argument("--format", choices=FORMATS, default="text", help="รูปแบบผลลัพธ์ · output format")
    check.add_argument("--quiet", action="store_true", help="ไม่แสดงข้อสังเกต · leave out notes, show errors and warnings")
    options = parser.parse_args(arguments)
    if not (options.root / "mkdocs.yml").is_file():
        print(
            f"ไม่พบ mkdocs.yml ใน {options.root} ใช้ --root บอกโฟลเดอร์ของโครงการ\n"
            f"There is no mkdocs.yml in {options.root}: name the repository with --root.",
            file=sys.stderr,
        )
        return 2
    _, problems = check_repository(options.root)
    shown = [p for p in problems if p.severity != "note"] if options.quiet else problems
    print(FORMATS[options.format](shown))
    return 1 if any(p.severity == "error" for p in problems) else 0
