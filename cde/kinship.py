"""Cases like this one: what two cases share, counted, and said in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder, Library

WEIGHTS = {"base": 2.0, "instrument": 2.0, "term": 2.0, "kind": 1.0, "sdg": 0.5}
"""How much each thing in common counts: a judgement of this project. What is shared by many cases counts less."""

SHOWN = 3


@dataclass(frozen=True)
class Kin:
    """A case that is like another one: what they share, by kind, the rarest first."""

    case: CaseFolder
    score: float
    shared: tuple[tuple[str, str], ...]


def traits(case: CaseFolder) -> set[tuple[str, str]]:
    """What a case can share with another one, as kind and value."""
    data = case.data
    return {
        *(("base", base) for base in data.bases),
        *(("instrument", name) for name in data.instruments),
        *(("term", link.term) for link in data.terms),
        *(("kind", town.kind) for town in data.municipalities),
        *(("sdg", str(number)) for number in data.sdgs),
    }


def kin_of(case: CaseFolder, cases: Iterable[CaseFolder], shown: int = SHOWN) -> list[Kin]:
    """The cases most like one, without those that its own record already relates it to."""
    others = [other for other in cases if other.data.id != case.data.id]
    own, known = traits(case), {link.case for link in case.data.related}
    theirs = {other.data.id: traits(other) for other in others}
    common = {trait: 1 + sum(trait in found for found in theirs.values()) for trait in own}
    found = []
    for other in others:
        both = own & theirs[other.data.id]
        ranked = sorted(both, key=lambda trait: (-WEIGHTS[trait[0]] / common[trait], trait))
        score = math.fsum(WEIGHTS[trait[0]] / common[trait] for trait in both)  # the same in whatever order
        if other.data.id not in known and any(kind != "sdg" for kind, _ in both):
            found.append(Kin(other, score, tuple(ranked)))
    return sorted(found, key=lambda kin: (-kin.score, kin.case.data.id))[:shown]


def trait_name(library: Library, trait: tuple[str, str], language: str) -> str:
    """A thing that two cases share, as a reader sees it."""
    kind, value = trait
    if kind == "base":
        return library.bases[value].data.short[language]
    if kind == "term":
        return library.terms[value].data.name(language)
    if kind == "sdg":
        return f"SDG {value}"
    return library.words.say({"instrument": "instrument", "kind": "municipality_kind"}[kind], value, language)
