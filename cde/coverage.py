"""What the curriculum covers: every outcome with what teaches, checks and shows it, and where something is missing."""

from __future__ import annotations

from dataclasses import dataclass

from cde.library import CaseFolder, Library, ModuleFolder
from cde.model.module import Lecture, Outcome
from cde.model.quiz import Question


@dataclass(frozen=True)
class Row:
    """One outcome of a module, with its lectures, its questions and the published cases linked to it."""

    module: ModuleFolder
    outcome: Outcome
    lectures: tuple[Lecture, ...]
    questions: tuple[Question, ...]
    cases: tuple[CaseFolder, ...]


def rows(library: Library, group: str | None = None) -> list[Row]:
    """The outcomes of all published modules, or of those of one group, in teaching order."""
    modules = library.modules_of(group) if group else library.published_modules()
    return [_row(library, module, outcome) for module in modules for outcome in module.data.outcomes]


def _row(library: Library, module: ModuleFolder, outcome: Outcome) -> Row:
    questions = module.quiz.data.questions if module.quiz else []
    links = [link for link in library.published(module.data.cases) if link.outcome == outcome.id]
    return Row(
        module,
        outcome,
        tuple(lecture for lecture in module.data.lectures if outcome.id in lecture.outcomes),
        tuple(question for question in questions if question.outcome == outcome.id),
        tuple(library.cases[link.case] for link in links),
    )


def without_case(found: list[Row]) -> list[Row]:
    """Outcomes that no case shows."""
    return [row for row in found if not row.cases]


def laws(library: Library, keys: list[str]) -> list[str]:
    """Of some source keys, those of laws, each once, in the order given."""
    return [key for key in dict.fromkeys(keys) if library.sources[key].data.kind == "law"]
