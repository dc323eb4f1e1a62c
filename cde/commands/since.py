"""What a change leaves behind: translations that were better off before it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from cde import fingerprint, history, layout, translation
from cde.commands import earlier, pairs
from cde.commands.refusal import Refusal
from cde.library import Library
from cde.loading import load
from cde.problem import nearest
from cde.translation import PageState, Part

DEEPER_TH = "ดึงประวัติทั้งหมดด้วย git fetch --unshallow (ใน GitHub Actions: fetch-depth: 0 ใต้ actions/checkout)"
DEEPER_EN = "Fetch the whole history: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 below actions/checkout)."


def base_of(root: Path, ref: str) -> str:
    """The commit at which what lies here and `ref` parted.

    Raises:
        Refusal: there is no git, no such ref, or not enough history.
    """
    shallow = history.is_shallow(root)
    if shallow is None:
        raise Refusal(
            "--since ต้องใช้ประวัติของ git แต่ที่นี่ไม่มี ติดตั้ง git แล้วใช้ในโฟลเดอร์ที่ได้จาก git clone หรือไม่ใช้ --since",
            "--since needs the history of git, and there is none here: work in a clone of git, or leave out --since.",
        )
    given = None if ref.startswith("-") else history.git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if given is None:
        known = (history.git(root, "for-each-ref", "--format=%(refname:short)") or "").split()
        near = nearest(ref, known)
        raise Refusal(
            f"git ไม่รู้จัก «{ref}»" + (f" หมายถึง {near} ใช่หรือไม่" if near else "") + (f" {DEEPER_TH}" if shallow else ""),
            f"git knows no “{ref}”."
            + (f" Did you mean {near}?" if near else "")
            + (f" {DEEPER_EN}" if shallow else ""),
        )
    base = history.git(root, "merge-base", "HEAD", given.strip())
    if base is None:
        raise Refusal(
            f"ไม่พบจุดที่แยกจาก «{ref}» " + (DEEPER_TH if shallow else "สองกิ่งนี้ไม่มีประวัติร่วมกัน เลือกกิ่งอื่น"),
            f"There is no commit at which this parted from “{ref}”. "
            + (DEEPER_EN if shallow else "The two share no history: name another branch."),
        )
    return base.strip()


def left_behind(library: Library, base: str, found: list[PageState]) -> list[PageState]:
    """Of some states those that are worse than at a commit, each with only the parts that are.

    Raises:
        Refusal: that commit's content cannot be read.
    """
    changed = history.changed_since(library.root, base)
    touched = [state for state in found if not changed.isdisjoint(_files(state))]
    with tempfile.TemporaryDirectory() as folder:
        try:
            history.unpack(library.root, base, Path(folder))
            before, _ = load(Path(folder))
        except OSError as error:
            raise Refusal(f"อ่านเนื้อหาของ {base[:10]} ไม่ได้: {error}", f"{base[:10]} cannot be read: {error}") from error
        moved = history.moved_since(library.root, base)
        if not before.pages and library.pages:
            raise Refusal(
                f"เนื้อหาของ {base[:10]} อยู่ในรูปแบบที่คำสั่งรุ่นนี้อ่านไม่ได้ เทียบกับรุ่นที่ใหม่กว่า",
                f"The content of {base[:10]} is in a form that this version cannot read: compare with a later one.",
            )
        worse = (_worse(library, before, moved, state) for state in touched)
        return [state for state in worse if state]


def _files(state: PageState) -> list[str]:
    """The files that a pair is made from."""
    return [*earlier.files_of(state.document, state.original), layout.in_language(state.document, state.language)]


def _worse(library: Library, before: Library, moved: Mapping[str, str], state: PageState) -> PageState | None:
    original = layout.in_language(state.document, state.original)
    former = layout.document_of(moved.get(original, original))
    if state.language not in before.languages:
        return None  # the language itself is new
    known = bool(before.languages_of(former)) and not before.is_draft(former)
    was = translation.state_of(before, former, state.language)
    if state.state == "missing":
        return state if not known or was.state != "missing" else None
    parts = [part for part in _parts(library, before, was, state) if part]
    if known and was.state == "missing":  # a translation begun in part is better than none
        parts = [part for part in parts if part.state != "missing"]
    return pairs.only(state, parts) if parts else None


def _parts(library: Library, before: Library, was: PageState, state: PageState) -> Iterator[Part | None]:
    """Parts that fell behind since.

    A translation that has never said what it follows is behind where the original changed and it did not.
    """
    earlier = {part.id: part.state for part in was.parts}
    there, here = (translation.fingerprints(library, state.document, each) for each in (state.original, state.language))
    there_before, here_before = (
        translation.fingerprints(before, was.document, each) for each in (state.original, state.language)
    )
    for part in state.parts:
        now, then = there[part.id], there_before.get(part.id)
        if part.state == "stale":
            yield part if earlier.get(part.id) != "stale" or now != then else None
        elif part.state == "missing":
            yield part if earlier.get(part.id) != "missing" else None
        elif part.state == "unrecorded" and then and here.get(part.id) == here_before.get(part.id):
            changes = fingerprint.changes(then, now)
            yield replace(part, state="stale", changes=changes) if changes else None
