"""The report of `cde status`: what there is to tell, as text, JSON, GitHub's annotations or a table of Markdown."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from cde import problem
from cde.commands import names
from cde.commands.pairs import STATES, Pair, day, kinds, part_title, problems
from cde.library import Library
from cde.translation import PageState, Part

NAMES = {
    "in-step": ("ตรงกับต้นฉบับ มีผู้ตรวจแล้ว", "in step, reviewed"),
    "unreviewed": ("ยังไม่มีผู้ตรวจ", "not reviewed"),
    "partial": ("แปลไม่ครบ", "incomplete"),
    "stale": ("เก่ากว่าต้นฉบับ", "out of date"),
    "missing": ("ยังไม่ได้แปล", "not translated"),
}
"""The states in words."""

UNRECORDED = ("ไม่มีบันทึกว่าแปลจากต้นฉบับรุ่นใด", "does not say which text it follows")

UNREVIEWED_CURE = (
    "คำแปลที่ยังไม่มีผู้ตรวจ ให้อ่านเทียบสองภาษา แล้วรัน cde sync ตามด้วยชื่อแฟ้ม",
    "Where a translation is not reviewed: read both languages, then run cde sync with the name of its file.",
)

NO_HISTORY = {
    "shallow": (
        "ไม่ทราบวันที่ เพราะที่นี่มีประวัติของ git เพียงบางส่วน ดึงทั้งหมดด้วย git fetch --unshallow",
        "Days are not known: this clone holds only the latest commits. Fetch the others with git fetch --unshallow.",
    ),
    "none": (
        "ไม่ทราบวันที่ เพราะที่นี่ไม่มีประวัติของ git",
        "Days are not known: there is no history of git here.",
    ),
}


@dataclass(frozen=True)
class Report:
    """Pairs to tell of, and the states of all that were asked for.

    `history` is `full`, `shallow` or `none`; `unread` are faulty files.
    """

    library: Library
    pairs: Sequence[Pair]
    counted: Sequence[PageState]
    history: str = "full"
    since: str | None = None
    unread: Sequence[str] = ()


def both(words: tuple[str, str]) -> str:
    """Thai and English on one line."""
    return " · ".join(words)


def as_text(report: Report) -> str:
    """Every pair with its sections, then the totals: for people."""
    blocks = ["\n".join(_told(report, each)) for each in report.pairs]
    if report.since and not report.pairs:
        blocks.append(_nothing(report.since))
    if any(each.state.state == "unreviewed" for each in report.pairs):
        blocks.append("\n".join(UNREVIEWED_CURE))
    if not report.since:
        blocks.append(_table(totals(report.counted)))
    if report.history in NO_HISTORY:
        blocks.append("\n".join(NO_HISTORY[report.history]))
    return "\n\n".join(blocks)


def _nothing(since: str) -> str:
    return f"ไม่มีคำแปลที่ตามไม่ทันเพราะการแก้ไขหลัง {since} · No translation fell behind by a change since {since}."


def _told(report: Report, each: Pair) -> Iterator[str]:
    """Where, what, why, and the cure."""
    state, library = each.state, report.library
    yield f"{each.file}  «{each.titles[state.language]}»"
    yield f"    {both(NAMES[state.state])}"
    for part in (*state.stale, *state.lacking):
        yield f"      #{part.id}  {part_title(library, part, state.original)}: {_change(part)}"
    if state.reviewed:
        by, on = state.reviewed.by, state.reviewed.on
        yield f"    ผู้ตรวจคำแปล · reviewed by: {by}, {day(library, on)}"
    elif state.state in ("stale", "partial"):
        yield f"    {both(NAMES['unreviewed'])}"
    if not state.recorded:
        yield f"    {both(UNRECORDED)}"
    if any(each.changed.values()):
        days = {state.original: each.changed["original"], state.language: each.changed["translation"]}
        yield "    แก้ไขล่าสุด · last changed: " + ", ".join(f"{name} {value}" for name, value in days.items() if value)
    if state.stale:
        yield f"    แก้คำแปลแล้วรัน · mend the translation, then run: cde sync {each.file}"
    if state.state == "missing":
        yield f"    เขียนแฟ้มนี้ · write this file: {each.file}"


def _change(part: Part) -> str:
    return (
        both(("ยังไม่แปล", "not translated")) if part.state == "missing" else both((kinds(part, "th"), kinds(part, "en")))
    )


def totals(states: Sequence[PageState]) -> list[dict[str, Any]]:
    """How many pairs of each room and language are in each state; all of them last.

    The share in step is that of the translations on record as following the present original, checked or not.
    """
    groups: dict[tuple[str, str], list[PageState]] = {}
    for each in sorted(states, key=lambda each: (each.document.split("/")[0], each.language)):
        groups.setdefault((each.document.split("/")[0], each.language), []).append(each)
    if len(groups) > 1:
        groups["", ""] = list(states)
    found = []
    for (room, language), members in groups.items():
        counts: dict[str, int] = {state: sum(each.state == state for each in members) for state in STATES}
        following = sum(each.follows for each in members)
        found.append(
            {
                "room": room or None,
                "language": language or None,
                "pairs": len(members),
                **counts,
                "following": following,
                "share": round(following / len(members), 4),
            }
        )
    return found


HEADS = (
    ("ห้อง", "ภาษา", "คู่", "ตรวจแล้ว", "รอตรวจ", "แปลไม่ครบ", "เก่ากว่า", "ยังไม่แปล", "ตรงกันร้อยละ"),
    ("room", "language", "pairs", "checked", "to check", "incomplete", "outdated", "missing", "% in step"),
)


def _table(rows: Sequence[dict[str, Any]]) -> str:
    cells = [list(head) for head in HEADS]
    for row in rows:
        counts = [str(row[state]) for state in STATES]
        share = str(100 * row["following"] // row["pairs"])  # rounded down: 100 is said of all only
        cells.append([row["room"] or "ทั้งหมด · all", row["language"] or "", str(row["pairs"]), *counts, share])
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row_cells in cells:
        padded = [
            cell + " " * (width - _width(cell)) if place < 2 else " " * (width - _width(cell)) + cell
            for place, (cell, width) in enumerate(zip(row_cells, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    """How many columns a text takes: Thai vowels and tones above and below take none."""
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


def as_json(report: Report) -> str:
    """Everything that is known, for other programs. Keys never change their meaning."""
    found = {
        "since": report.since,
        "history": report.history,
        "unread": list(report.unread),
        "totals": totals(report.counted),
        "pairs": [_data(report.library, each) for each in report.pairs],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _data(library: Library, each: Pair) -> dict[str, Any]:
    state = each.state
    title = {part.id: part_title(library, part, state.original) for part in state.parts}
    stale = [{"id": part.id, "title": title[part.id], "changes": list(part.changes) or ["new"]} for part in state.stale]
    return {
        "file": each.file,
        "original": each.original,
        "document": state.document,
        "room": each.room,
        "address": names.address(library, state.document, state.language),
        "language": state.language,
        "original_language": state.original,
        "title": each.titles[state.language],
        "original_title": each.titles[state.original],
        "state": state.state,
        "made": None if state.state == "missing" else state.made,
        "recorded": state.state != "missing" and state.recorded,
        "follows": state.follows,
        "reviewed": state.reviewed.model_dump() if state.reviewed else None,
        "stale": stale,
        "missing": [{"id": part.id, "title": title[part.id]} for part in state.lacking],
        "changed": each.changed,
    }


def as_github(report: Report) -> str:
    """GitHub's workflow commands: a warning at each translation that has something to mend."""
    return problem.as_github(list(problems(report.library, report.pairs)))


def as_markdown(report: Report) -> str:
    """A table for the summary of a pull request."""
    lines = ["### คำแปลที่ต้องแก้ให้ตรงกับต้นฉบับ · Translations to bring into step", ""]
    if not report.pairs:
        nothing = ("ไม่มีคำแปลที่ต้องแก้", "There is none.")
        return "\n".join([*lines, _cell(_nothing(report.since) if report.since else both(nothing))])
    lines += [
        "เป็นเพียงคำเตือน การตรวจยังผ่าน · These are warnings only; the check still passes.",
        "",
        "| คำแปล · translation | สถานะ · state | หัวข้อ · sections |",
        "|---|---|---|",
    ]
    for each in report.pairs:
        state = each.state
        parts = [
            f"{_cell(part_title(report.library, part, state.original))} (`#{part.id}`): {_change(part)}"
            for part in (*state.stale, *state.lacking)
        ]
        name = f"{_cell(each.titles[state.language])}<br>`{each.file}`"
        lines.append(f"| {name} | {both(NAMES[state.state])} | {'<br>'.join(parts) or '–'} |")
    cure = (
        "แก้คำแปล อ่านเทียบสองภาษา แล้วรัน `cde sync แฟ้ม` ดู CONTRIBUTING.md",
        "Mend the translation, read both languages, then run `cde sync FILE`; see CONTRIBUTING.md.",
    )
    return "\n".join([*lines, "", both(cure)])


def _cell(text: str) -> str:
    """Words of a page as plain text in a table of Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]|~" else sign for sign in escape(" ".join(text.split()), quote=False))


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "markdown": as_markdown}
