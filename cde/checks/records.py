"""Rules that one record must keep within itself: claims have sources, questions have answers, ids agree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cde.generated import GENERATED
from cde.library import CaseFolder, Library, ModuleFolder
from cde.model.case import Claim
from cde.model.fields import Review
from cde.model.module import Question
from cde.problem import Problem, nearest
from cde.provincemap import NEAR, ProvinceMap, project
from cde.validation import Where
from cde.yaml_nodes import Marked

FULL_CLAIMS, FULL_SOURCES = 3, 2
"""What a case needs at least to be called full: printable claims, and different sources of them."""

REVIEW_DAYS = 730
"""Days after which a review is overdue."""


def check(library: Library) -> Iterator[Problem]:
    """Faults within single cases, modules and facts."""
    for case in library.cases.values():
        yield from _case(library, case)
    for module in library.modules.values():
        yield from _module(module)
    for fact in library.facts.values():
        if fact.data.printable and fact.data.source is None:
            yield fact.marked.problem("unsourced-fact", ("id",), given=fact.data.id)


def _case(library: Library, case: CaseFolder) -> Iterator[Problem]:
    data, marked = case.data, case.record.marked
    if f"case_studies/{data.id}.md" in GENERATED:
        yield marked.problem("id-taken", ("id",), given=data.id)
    names = [claim.id for claim in data.claims]
    yield from _doubled(names, marked, "claims")
    for position, claim in enumerate(data.claims):
        if not claim.sources:
            yield marked.problem("claim-without-source", ("claims", position), claim=claim.id)
        yield from _amount(claim, ("claims", position), marked)
    if data.strength == "full":
        claims = data.printable_claims
        sources = {source for claim in claims for source in claim.sources}
        if len(claims) < FULL_CLAIMS or len(sources) < FULL_SOURCES:
            yield marked.problem("strength-not-earned", ("strength",), claims=len(claims), sources=len(sources))
    for position, highlight in enumerate(data.highlights):
        found = data.claim(highlight.claim)
        if found is None:
            yield _unknown(marked, ("highlights", position, "claim"), "claim", highlight.claim, names)
        elif found.value is None or not found.printable:
            yield marked.problem("highlight-without-value", ("highlights", position), given=highlight.claim)
    for position, conflict in enumerate(data.conflicts):
        for place, name in enumerate(conflict.claims):
            if name not in names:
                yield _unknown(marked, ("conflicts", position, "claims", place), "claim", name, names)
    if data.coordinates_note is None and (data.coordinates is None or data.offshore):
        yield marked.problem("coordinates-note", ("coordinates",), on_key=True)
    if library.map and data.coordinates and data.province in library.map.provinces and not data.offshore:
        yield from _pin(library, library.map, case)
    if data.province is None and len(data.municipalities) == 1 and data.municipalities[0].kind != "network":
        yield marked.problem("province-needed", ("province",), on_key=True)
    yield from _overdue(marked, data.reviewed)


def _amount(claim: Claim, where: Where, marked: Marked) -> Iterator[Problem]:
    """An amount of money says its currency, what it is, and its year or why there is none."""
    if claim.kind == "finance" and claim.value is not None and claim.unit is None:
        yield marked.problem("amount-without-currency", where, claim=claim.id)
    elif claim.money and not claim.is_money:
        yield marked.problem("amount-without-currency", (*where, "money"), claim=claim.id)
    elif claim.is_money:
        if claim.money is None:
            yield marked.problem("amount-without-kind", where, claim=claim.id)
        if claim.year is None and claim.year_note is None:
            yield marked.problem("amount-without-year", where, claim=claim.id)


def _pin(library: Library, outlines: ProvinceMap, case: CaseFolder) -> Iterator[Problem]:
    """A pin stands in its own province; which one it is in instead may tell what is wrong."""
    data = case.data
    assert data.coordinates and data.province
    point = project(*data.coordinates)
    if outlines.distance(data.province, point) <= NEAR:
        return
    there = outlines.province_at(point)
    names = library.provinces[data.province].data.name
    elsewhere = library.provinces[there].data.name if there and there in library.provinces else None
    yield case.record.marked.problem(
        "pin-outside",
        ("coordinates",),
        province_th=names.th,
        province_en=names.en,
        there_th=f"อยู่ในจังหวัด{elsewhere.th}" if elsewhere else "อยู่นอกทุกจังหวัด",
        there_en=f"in {elsewhere.en}" if elsewhere else "outside every province",
    )


def _module(module: ModuleFolder) -> Iterator[Problem]:
    data, marked = module.data, module.record.marked
    outcomes = [outcome.id for outcome in data.outcomes]
    yield from _doubled(outcomes, marked, "outcomes")
    for position, case in enumerate(data.cases):
        if case.outcome not in outcomes:
            yield _unknown(marked, ("cases", position, "outcome"), "outcome", case.outcome, outcomes)
    for position, lecture in enumerate(data.lectures):
        for place, name in enumerate(lecture.outcomes):
            if name not in outcomes:
                yield _unknown(marked, ("lectures", position, "outcomes", place), "outcome", name, outcomes)
    if module.quiz:
        quiz = module.quiz
        yield from _doubled([question.id for question in quiz.data.questions], quiz.marked, "questions")
        for position, question in enumerate(quiz.data.questions):
            yield from _question(question, position, quiz.marked, outcomes)
        asked = {question.outcome for question in quiz.data.questions}
        for name in outcomes:
            if name not in asked:
                yield quiz.marked.problem("outcome-unchecked", given=name)
    if module.worksheet:
        sheet = module.worksheet
        yield from _doubled([field.id for field in sheet.data.fields], sheet.marked, "fields")
    yield from _overdue(marked, data.reviewed)


def _question(question: Question, position: int, marked: Marked, outcomes: list[str]) -> Iterator[Problem]:
    if question.outcome not in outcomes:
        yield _unknown(marked, ("questions", position, "outcome"), "outcome", question.outcome, outcomes)
    right = sum(choice.correct for choice in question.choices)
    fits = right == 1 if question.kind == "single" else 2 <= right < len(question.choices)
    if not fits:
        yield marked.problem(
            "right-answers", ("questions", position), given=question.id, kind=question.kind, count=right
        )


def _unknown(marked: Marked, where: tuple[str | int, ...], target: str, name: str, known: list[str]) -> Problem:
    suggestion = nearest(name, known)
    return marked.problem("unknown-reference", where, suggestion=suggestion, target=target, given=name)


def _doubled(names: list[str], marked: Marked, key: str) -> Iterator[Problem]:
    for position, name in enumerate(names):
        first = names.index(name)
        if first != position:
            line = marked.at((key, first, "id"))[0]
            other = f"{marked.path}:{line}"
            yield marked.problem("duplicate-id", (key, position, "id"), given=name, other=other)


def _overdue(marked: Marked, review: Review | None) -> Iterator[Problem]:
    if review is None or review.on[4:5] not in ("", "-"):
        return
    day = f"{review.on}-01-01"[:10]  # where only a year or a month is known, its first day
    age = datetime.date.today() - datetime.date.fromisoformat(day)
    if age.days > REVIEW_DAYS:
        yield marked.problem("review-overdue", ("reviewed",), on=review.on)
