"""The command `cde`: `check`, `status`, `sync`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cde.commands import check, status, sync
from cde.commands.refusal import Refusal

COMMANDS = {"check": check, "status": status, "sync": sync}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 where all is well, 1 after faults or a "no", 2 after wrong use."""
    description = "ตรวจเนื้อหาและคำแปลของคลังความรู้ · Check the content and the translations of the library"
    parser = argparse.ArgumentParser(prog="cde", description=description)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        added = commands.add_parser(name, help=command.HELP, description=command.HELP)
        added.add_argument("--root", type=Path, default=Path.cwd(), help="โฟลเดอร์ของโครงการ · the repository")
        command.add_options(added)
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows writes Thai into a pipe as "?"
    try:
        if not (options.root / "mkdocs.yml").is_file():
            raise Refusal(
                f"ไม่พบ mkdocs.yml ใน {options.root} ใช้ --root บอกโฟลเดอร์ของโครงการ",
                f"There is no mkdocs.yml in {options.root}: name the repository with --root.",
            )
        result: int = COMMANDS[options.command].run(options)
        return result
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.status
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
