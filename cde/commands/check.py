"""`cde check`: every fault of the content."""

from __future__ import annotations

import argparse

from cde import problem
from cde.checking import check_repository

HELP = "ตรวจเนื้อหาทั้งหมด · check all content"

FORMATS = {"text": problem.as_text, "json": problem.as_json, "github": problem.as_github}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command may be told."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="รูปแบบผลลัพธ์ · output format")
    parser.add_argument(
        "--quiet", action="store_true", help="ไม่แสดงข้อสังเกต · leave out notes, show errors and warnings"
    )


def run(options: argparse.Namespace) -> int:
    """Print the problems. Returns 1 where one of them is an error."""
    _, problems = check_repository(options.root)
    shown = [p for p in problems if p.severity != "note"] if options.quiet else problems
    print(FORMATS[options.format](shown))
    return 1 if any(p.severity == "error" for p in problems) else 0
