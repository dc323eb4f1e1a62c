"""Rules of teaching: each outcome is taught and checked, questions have answers, sessions add up, paths lead on."""

from __future__ import annotations

from collections.abc import Iterator

from cde import routes
from cde.checks.records import doubled, unknown
from cde.library import Library, ModuleFolder
from cde.model.quiz import Question
from cde.problem import Problem
from cde.yaml_nodes import Marked

PARTS = {"single": "choices", "multiple": "choices", "order": "choices", "match": "pairs", "number": "figure"}
"""Where each kind of question keeps its answers."""

LEAST = {"choices": 3, "pairs": 3, "figure": 1}
"""Answers that a question needs at least: two choices are a coin to toss."""


def check(library: Library) -> Iterator[Problem]:
    """Faults within single modules and learning paths."""
    for module in library.modules.values():
        outcomes = [outcome.id for outcome in module.data.outcomes]
        yield from _links(module, outcomes)
        yield from _quiz(module, outcomes)
        yield from _worksheet(module)
        yield from _session(module)
    for path in library.paths.values():
        if path.data.id == "index" or path.data.id.startswith(routes.BASE):
            yield path.marked.problem("id-taken", ("id",), given=path.data.id)
        for position, step in enumerate(path.data.steps):
            if (step.module is None) == (step.case is None):
                yield path.marked.problem("path-step", ("steps", position), given=path.data.id)


def _links(module: ModuleFolder, outcomes: list[str]) -> Iterator[Problem]:
    data, marked = module.data, module.record.marked
    yield from doubled(outcomes, marked, "outcomes")
    for position, case in enumerate(data.cases):
        if case.outcome not in outcomes:
            yield unknown(marked, ("cases", position, "outcome"), "outcome", case.outcome, outcomes)
    for position, lecture in enumerate(data.lectures):
        for place, name in enumerate(lecture.outcomes):
            if name not in outcomes:
                yield unknown(marked, ("lectures", position, "outcomes", place), "outcome", name, outcomes)
    taught = {name for lecture in data.lectures for name in lecture.outcomes}
    for position, name in enumerate(outcomes):
        if name not in taught:
            yield marked.problem("outcome-untaught", ("outcomes", position), given=name)


def _quiz(module: ModuleFolder, outcomes: list[str]) -> Iterator[Problem]:
    if module.quiz is None:
        return
    quiz = module.quiz
    yield from doubled([question.id for question in quiz.data.questions], quiz.marked, "questions")
    for position, question in enumerate(quiz.data.questions):
        if question.outcome not in outcomes:
            yield unknown(quiz.marked, ("questions", position, "outcome"), "outcome", question.outcome, outcomes)
        yield from _question(question, position, quiz.marked)
    asked = {question.outcome for question in quiz.data.questions}
    for name in outcomes:
        if name not in asked:
            yield quiz.marked.problem("outcome-unchecked", given=name)


def _question(question: Question, position: int, marked: Marked) -> Iterator[Problem]:
    """A question has the answers that belong to its kind, and no others; a choice is right where one must be."""
    where, own = ("questions", position), PARTS[question.kind]
    given = {"choices": len(question.choices), "pairs": len(question.pairs), "figure": int(question.figure is not None)}
    if given[own] < LEAST[own] or any(count for name, count in given.items() if name != own):
        yield marked.problem("question-shape", where, given=question.id, kind=question.kind, part=own, least=LEAST[own])
    elif question.kind in ("single", "multiple"):
        right = sum(choice.correct for choice in question.choices)
        fits = right == 1 if question.kind == "single" else 2 <= right < len(question.choices)
        if not fits:
            yield marked.problem("right-answers", where, given=question.id, kind=question.kind, count=right)
    elif question.figure and any(
        abs(slip.value - question.figure.value) <= question.figure.tolerance for slip in question.figure.slips
    ):
        yield marked.problem("slip-is-right", where, given=question.id)


def _worksheet(module: ModuleFolder) -> Iterator[Problem]:
    if module.worksheet:
        fields = module.worksheet.data.fields
        yield from doubled([field.id for field in fields], module.worksheet.marked, "fields")
        for position, field in enumerate(fields):
            yield from doubled(
                [column.id for column in field.columns], module.worksheet.marked, "fields", position, "columns"
            )
            if (field.kind == "table") != bool(field.columns):
                yield module.worksheet.marked.problem("table-columns", ("fields", position), given=field.id)


def _session(module: ModuleFolder) -> Iterator[Problem]:
    if module.session is None:
        return
    session, minutes = module.session, module.data.minutes
    yield from doubled([step.id for step in session.data.steps], session.marked, "steps")
    yield from doubled([cards.id for cards in session.data.cards], session.marked, "cards")
    for kind, told in (("do", minutes.do), ("discuss", minutes.discuss)):
        if session.data.minutes(kind) != told:
            yield session.marked.problem(
                "session-minutes", ("steps",), on_key=True, kind=kind, sum=session.data.minutes(kind), told=told
            )
