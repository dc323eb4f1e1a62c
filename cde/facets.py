"""The facets by which readers browse cases: base, region, province and so on, with the values that cases have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cde import collation
from cde.formats import Writer
from cde.library import CaseFolder, Library

UNKNOWN = "unknown"
"""The value of what no source tells: a facet value of its own."""

SEVERAL = "several"
"""The region and province of a case of several towns in several provinces."""

SIZES = (("under-10000", 10_000), ("10000-49999", 50_000), ("50000-99999", 100_000), ("from-100000", None))
"""Bands of population by their upper end: this project's own, for browsing."""


@dataclass(frozen=True)
class Facet:
    """One way to sort cases: the values of a case, and how a value reads in a language."""

    name: str
    values: Callable[[Library, CaseFolder], Iterable[str]]
    label: Callable[[Library, str, str], str]
    ordered: Callable[[Library], Iterable[str]] | None = None
    """Every value in its natural order; None where values stand in the order of their labels."""

    def of(self, library: Library, case: CaseFolder) -> list[str]:
        """The values of a case, each once; `unknown` where there is none."""
        return list(dict.fromkeys(self.values(library, case))) or [UNKNOWN]

    def say(self, library: Library, value: str, language: str) -> str:
        """A value as a reader sees it."""
        if value in (UNKNOWN, SEVERAL):
            return library.say(f"facet-{value}", language)
        return self.label(library, value, language)


def slug(name: str) -> str:
    """`Nakhon Si Thammarat` -> `nakhon-si-thammarat`, for an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _province(library: Library, case: CaseFolder) -> list[str]:
    code = case.data.province
    return [slug(library.provinces[code].data.name.en)] if code else [SEVERAL]


def _province_name(library: Library, value: str, language: str) -> str:
    found = (entry.data.name for entry in library.provinces.values() if slug(entry.data.name.en) == value)
    return next(found)[language]


def _region(library: Library, case: CaseFolder) -> list[str]:
    code = case.data.province
    return [library.provinces[code].data.region] if code else [SEVERAL]


def _size(_: Library, case: CaseFolder) -> list[str]:
    people = case.data.population
    if people is None:
        return []
    return [next(name for name, end in SIZES if end is None or people.value < end)]


def evidence(case: CaseFolder, levels: Iterable[str]) -> str | None:
    """The best evidence level of a case's printable results, of `levels` from weak to strong; None without a result."""
    order = list(levels)
    found = [claim.level for claim in case.data.printable_claims if claim.kind == "result"]
    return max(found, key=order.index, default=None)


def _evidence(library: Library, case: CaseFolder) -> list[str]:
    best = evidence(case, library.words["evidence_level"])
    return [best] if best else []


def _word(vocabulary: str) -> Callable[[Library, str, str], str]:
    return lambda library, value, language: library.words.say(vocabulary, value, language)


def _words(vocabulary: str) -> Callable[[Library], Iterable[str]]:
    return lambda library: library.words[vocabulary]


def _year_name(library: Library, value: str, language: str) -> str:
    return Writer(library.languages[language].formats).year(int(value))


FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet(
            "base",
            lambda _, case: case.data.bases,
            lambda library, value, language: library.bases[value].data.short[language],
            lambda library: library.bases,
        ),
        Facet("region", _region, _word("region"), _words("region")),
        Facet("province", _province, _province_name),
        Facet(
            "kind",
            lambda _, case: [town.kind for town in case.data.municipalities],
            _word("municipality_kind"),
            _words("municipality_kind"),
        ),
        Facet("size", _size, _word("size"), _words("size")),
        Facet("stage", lambda _, case: filter(None, [case.data.stage]), _word("stage"), _words("stage")),
        Facet("instrument", lambda _, case: case.data.instruments, _word("instrument"), _words("instrument")),
        Facet(
            "sdg",
            lambda _, case: map(str, case.data.sdgs),
            lambda _, value, language: f"SDG {value}",
            lambda _: map(str, range(1, 18)),
        ),
        Facet("evidence", _evidence, _word("evidence_level"), _words("evidence_level")),
        Facet("strength", lambda _, case: [case.data.strength], _word("strength"), _words("strength")),
        Facet(
            "year",
            lambda _, case: map(str, filter(None, [case.data.period.start])),
            _year_name,
            lambda _: map(str, range(2200, 1199, -1)),
        ),
    )
}
"""Every facet in the order in which readers meet them. Their names are part of addresses and never change."""


def counts(library: Library, facet: Facet, language: str, cases: Iterable[CaseFolder]) -> list[tuple[str, int]]:
    """The values that some cases have, in their order, with how many have each; what is not known comes last."""
    found: dict[str, int] = {}
    for case in cases:
        for value in facet.of(library, case):
            found[value] = found.get(value, 0) + 1
    last = [value for value in (SEVERAL, UNKNOWN) if value in found]
    if facet.ordered:
        listed = [value for value in facet.ordered(library) if value in found]
    else:
        script = library.languages[language].script
        listed = sorted(found.keys() - set(last), key=lambda v: collation.key(facet.say(library, v, language), script))
    return [(value, found[value]) for value in [*listed, *last]]


def cases_with(library: Library, facet: str, value: str) -> list[CaseFolder]:
    """Published cases that have a value of a facet."""
    return [case for case in library.published_cases() if value in FACETS[facet].of(library, case)]


def documents(library: Library) -> dict[str, tuple[str, str]]:
    """The page of every value that some published case has: its document, with facet and value."""
    found: dict[str, tuple[str, str]] = {}
    for facet in FACETS.values():
        values = {value for case in library.published_cases() for value in facet.of(library, case)}
        found |= {document_of(facet.name, value): (facet.name, value) for value in sorted(values)}
    return found


def document_of(facet: str, value: str) -> str:
    """`base`, `bcg` -> `case_studies/by/base/bcg.md`."""
    return f"case_studies/by/{facet}/{value}.md"
