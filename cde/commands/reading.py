"""What a person reads before a translation is recorded: what changed in the original, beside the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cde import history
from cde.commands.earlier import Earlier, earlier_parts, present
from cde.commands.pairs import Pair, day, kinds, part_title
from cde.comparison import compare, marked
from cde.library import Library
from cde.translation import PageState, Part

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def to_read(state: PageState) -> list[Part]:
    """The parts that a reviewer has to read.

    Those that changed; all that are translated where no person has compared them yet, or nothing changed since.
    """
    if state.reviewed and state.recorded and state.stale:
        return list(state.stale)
    return [part for part in state.parts if part.state != "missing"]


def told(library: Library, pair: Pair, *, colour: bool = False) -> Iterator[str]:
    """The lines to read, part by part."""
    state = pair.state
    names = {each: library.language_name(state.language, each) for each in ("th", "en")}
    yield f"{pair.file}  «{pair.titles[state.language]}»"
    yield f"คำแปล{names['th']}ของ {pair.original} · translation into {names['en']} of {pair.original}"
    if state.reviewed:
        by, on = state.reviewed.by, state.reviewed.on
        yield f"ตรวจครั้งก่อนโดย · reviewed before by {by}, {day(library, on)}"
    parts = to_read(state)
    texts, translated = present(library, state)
    earlier = earlier_parts(library, state)
    if any(part.changes and part.id not in earlier for part in parts):
        yield from ("", *_not_at_hand(library))
    for part in parts:
        yield f"\n══ {part_title(library, part, state.original)}  #{part.id}"
        yield from _original(part, earlier.get(part.id), texts[part.id], state.original, colour)
        yield f"\n  ── {state.language}: คำแปลปัจจุบัน · the present translation"
        yield from _indented(translated.get(part.id, ""))
    for part in state.lacking:
        yield f"\n══ {part_title(library, part, state.original)}  #{part.id}\n  ยังไม่แปล · not translated yet"


def _original(part: Part, earlier: Earlier | None, text: str, language: str, colour: bool) -> Iterator[str]:
    if part.state == "stale":
        yield f"  ต้นฉบับเปลี่ยน: {kinds(part, 'th')} · the original has changed: {kinds(part, 'en')}"
    if earlier is None:
        yield f"\n  ── {language}: ต้นฉบับปัจจุบัน · the present original"
        yield from _indented(text)
        return
    since = f"สิ่งที่เปลี่ยนจากฉบับเดิม · changes since the text of {earlier.day}"
    yield f"\n  ── {language}: {since} ([-เดิม · old-] {{+ใหม่ · new+}})"
    for line in compare(_CONTROL.sub("�", earlier.text), _CONTROL.sub("�", text)):
        count = line.unchanged
        yield f"  … {count} บรรทัดเหมือนเดิม · {count} unchanged" if count else f"  {marked(line, colour=colour)}"


def _indented(text: str) -> Iterator[str]:
    yield from (f"  {line}".rstrip() for line in _CONTROL.sub("�", text).strip().split("\n"))


def _not_at_hand(library: Library) -> tuple[str, str]:
    """Why what stood there before cannot be shown."""
    shallow = history.is_shallow(library.root)
    if shallow is None:
        return (
            "ไม่มีข้อความเดิมของบางหัวข้อให้เทียบ เพราะที่นี่ไม่มีประวัติของ git จึงแสดงต้นฉบับปัจจุบันคู่กับคำแปล",
            "The earlier text of some sections is not at hand, as there is no history of git here: "
            "the present original stands beside the translation.",
        )
    if shallow:
        return (
            "ไม่มีข้อความเดิมของบางหัวข้อให้เทียบ เพราะมีประวัติเพียงบางส่วน ดึงทั้งหมดด้วย git fetch --unshallow",
            "The earlier text of some sections is not at hand, as this clone holds only the latest commits. "
            "Fetch the others with git fetch --unshallow.",
        )
    return (
        "ไม่พบข้อความเดิมของบางหัวข้อในประวัติของ git (อาจถูกรวมหรือไม่เคยบันทึก) จึงแสดงต้นฉบับปัจจุบันคู่กับคำแปล",
        "The earlier text of some sections is not in git's history (squashed, or never committed): "
        "the present original stands beside the translation.",
    )
