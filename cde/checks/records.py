"""Rules that one case or fact must keep within itself: claims have sources, amounts say what they are, ids agree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cde.generated import GENERATED
from cde.library import CaseFolder, Library
from cde.model.case import Claim
from cde.model.fields import Review
from cde.problem import Problem, nearest
from cde.provincemap import NEAR, ProvinceMap, project
from cde.validation import Where
from cde.yaml_nodes import Marked

FULL_CLAIMS, FULL_SOURCES = 3, 2
"""What a case needs at least to be called full: printable claims, and different sources of them."""

REVIEW_DAYS = 730
"""Days after which a review is overdue."""


def check(library: Library) -> Iterator[Problem]:
    """Faults within single cases and facts, and reviews that are overdue."""
    for case in library.cases.values():
        yield from _case(library, case)
    for module in library.modules.values():
        yield from overdue(module.record.marked, module.data.reviewed)
    for fact in library.facts.values():
        if fact.data.printable and fact.data.source is None:
            yield fact.marked.problem("unsourced-fact", ("id",), given=fact.data.id)


def _case(library: Library, case: CaseFolder) -> Iterator[Problem]:
    data, marked = case.data, case.record.marked
    if f"case_studies/{data.id}.md" in GENERATED:
        yield marked.problem("id-taken", ("id",), given=data.id)
    names = [claim.id for claim in data.claims]
    yield from doubled(names, marked, "claims")
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
            yield unknown(marked, ("highlights", position, "claim"), "claim", highlight.claim, names)
        elif found.value is None or not found.printable:
            yield marked.problem("highlight-without-value", ("highlights", position), given=highlight.claim)
    for position, conflict in enumerate(data.conflicts):
        for place, name in enumerate(conflict.claims):
            if name not in names:
                yield unknown(marked, ("conflicts", position, "claims", place), "claim", name, names)
    if data.coordinates_note is None and (data.coordinates is None or data.offshore):
        yield marked.problem("coordinates-note", ("coordinates",), on_key=True)
    if library.map and data.coordinates and data.province in library.map.provinces and not data.offshore:
        yield from _pin(library, library.map, case)
    if data.province is None and len(data.municipalities) == 1 and data.municipalities[0].kind != "network":
        yield marked.problem("province-needed", ("province",), on_key=True)
    yield from overdue(marked, data.reviewed)


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


def unknown(marked: Marked, where: Where, target: str, name: str, known: list[str]) -> Problem:
    """A name within a record that nothing in it bears."""
    suggestion = nearest(name, known)
    return marked.problem("unknown-reference", where, suggestion=suggestion, target=target, given=name)


def doubled(names: list[str], marked: Marked, *where: str | int) -> Iterator[Problem]:
    """Ids of a list within a record that stand there twice."""
    for position, name in enumerate(names):
        first = names.index(name)
        if first != position:
            line = marked.at((*where, first, "id"))[0]
            other = f"{marked.path}:{line}"
            yield marked.problem("duplicate-id", (*where, position, "id"), given=name, other=other)


def overdue(marked: Marked, review: Review | None) -> Iterator[Problem]:
    """A review that lies too far back."""
    if review is None or review.on[4:5] not in ("", "-"):
        return
    day = f"{review.on}-01-01"[:10]  # where only a year or a month is known, its first day
    age = datetime.date.today() - datetime.date.fromisoformat(day)
    if age.days > REVIEW_DAYS:
        yield marked.problem("review-overdue", ("reviewed",), on=review.on)
