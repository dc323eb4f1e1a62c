"""`cde sync`: a person says that a translation follows the present original; only then it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cde import layout, translation
from cde.checks.translations import KINDS, NEW
from cde.comparison import changed_lines
from cde.earlier import earlier_parts
from cde.frontmatter import with_translation
from cde.library import Library
from cde.model.fields import Review
from cde.model.page import Translation
from cde.problem import Problem, as_text
from cde.translation import PageState

TOLD = {
    **KINDS,
    "new": NEW,
    "unrecorded": {"th": "ยังไม่ได้บันทึกว่าตามข้อความใด", "en": "not recorded what it follows"},
}
"""Words for what changed."""


class Refused(Exception):
    """A page that cannot be marked; the message says why, in Thai and English."""


@dataclass(frozen=True)
class Task:
    """One translation to be marked as following its original."""

    state: PageState

    @property
    def path(self) -> str:
        """The file of the translation."""
        return layout.in_language(self.state.document, self.state.language)


def task_of(library: Library, document: str, language: str | None) -> Task:
    """The translation that a person means. Raises Refused."""
    original = translation.original_of(library, document)
    written = [name for name in library.languages_of(document) if name != original]
    if language is not None and language == original:
        raise Refused(f"{document}: {language} คือต้นฉบับ · is the original")
    choices = [language] if language in written else written if language is None else []
    if len(choices) != 1 or original is None:
        listed = ", ".join(layout.in_language(document, name) for name in written) or "–"
        raise Refused(f"{document}: บอกคำแปลหนึ่งแฟ้ม · name one translation: {listed}")
    return Task(translation.state_of(library, document, choices[0]))


def story(library: Library, task: Task) -> Iterator[str]:
    """What changed since, section by section: the original's changes, and the translation as it stands."""
    state = task.state
    page = library.pages[task.path]
    of = page.front.translation.of
    texts = {name: translation.parts_of(library, state.document, name) for name in (state.original, state.language)}
    before = earlier_parts(library, state.document, state.original, {p.id: of[p.id] for p in state.stale if p.id in of})
    yield f"{task.path} – {state.state}"
    for part in state.parts:
        if part.state in ("in-step", "missing"):
            continue
        now = texts[state.original].get(part.id, "")
        told = part.changes or ("new" if part.state == "stale" else "unrecorded",)
        kinds = " · ".join(", ".join(TOLD[kind][name] for kind in told) for name in ("th", "en"))
        yield f"\n## {part.id} {part.title} ({kinds})"
        yield f"--- {library.language_name(state.original, state.original)}"
        if part.id in before:
            yield from changed_lines(before[part.id], now)
        else:
            if part.state == "stale":
                yield "(ไม่พบข้อความเดิมในประวัติ ต่อไปนี้คือข้อความปัจจุบัน)"
                yield "(The earlier text is not at hand; this is the present one.)"
            yield now.strip()
        yield f"--- {library.language_name(state.language, state.language)}"
        yield texts[state.language].get(part.id, "").strip()


def write(library: Library, problems: Iterable[Problem], task: Task, review: Review | None) -> Translation:
    """Write what the translation follows into its front matter, and who says so.

    `problems` are those of the repository. Raises Refused before any writing where either file has faults.
    """
    errors = [found for found in problems if found.severity == "error" and _concerns(found.path, found.name, task)]
    if errors:
        raise Refused(as_text(errors))
    front = library.pages[task.path].front.translation
    marks = translation.fingerprints(library, task.state.document, task.state.original)
    of = {name: mark for name, mark in marks.items() if name not in front.missing}
    marked = front.model_copy(update={"of": of, "reviewed": review})
    file = Path(library.root / task.path)
    text = file.read_bytes().decode("utf-8")
    file.write_bytes(with_translation(text, marked).encode("utf-8"))
    return marked


def _concerns(path: str, name: str, task: Task) -> bool:
    """True for faults of either file; that `of` names what is gone is mended by writing it anew."""
    return layout.document_of(path) == task.state.document and name != "follows-nothing"
