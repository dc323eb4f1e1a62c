"""What fragments about cases may ask for: facets and their counts, pins, amounts, and what cases have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cde import facets, ledger, relations
from cde.formats import Writer
from cde.kinship import Kin, kin_of, trait_name
from cde.library import CaseFolder, Library
from cde.model.registry import Source
from cde.pins import Pin, pins

TOWNS = 2
"""How many municipalities of a case are named on a card."""

SHORT_LIST = 120
"""Cases up to which the list carries summaries and other names: above, its page would be heavy on a phone."""


def helpers(library: Library, language: str, writer: Writer) -> dict[str, Any]:
    """The helpers by the name that fragments use, for one language."""

    def say(key: str) -> str:
        return library.say(key, language)

    def towns(case: CaseFolder) -> str:
        names = [town.name[language] for town in case.data.municipalities]
        shown = ", ".join(names[:TOWNS])
        return shown if len(names) <= TOWNS else say("towns-more").format(shown, writer.number(len(names) - TOWNS))

    def pin_names(pin: Pin) -> str:
        return ", ".join(library.provinces[code].data.name[language] for code in pin.provinces)

    return {
        "facets": facets.FACETS,
        "cases_by_base": lambda cases: sorted(cases, key=lambda case: list(library.bases).index(case.data.bases[0])),
        "is_short_list": lambda cases: len(cases) <= SHORT_LIST,
        "facet_counts": lambda facet, cases: facets.counts(library, facet, language, cases),
        "facet_document": facets.document_of,
        "facet_values": lambda case: facet_values(library, case),
        "province_slug": lambda code: facets.slug(library.provinces[code].data.name.en),
        "towns": towns,
        "pins": pins,
        "pin_names": pin_names,
        "pin_parts": pin_parts,
        "amounts": lambda cases: ledger.amounts(cases, library.words["money_kind"]),
        "ledger_chart": lambda listed: ledger.chart(listed, library.words["money_kind"]),
        "money": lambda value: writer.money(value, library.words.say("unit", ledger.WHOLE, language)),
        "modules_of_case": lambda case: relations.modules_of_case(library, case),
        "cases_of_module": lambda module: relations.cases_of_module(library, module),
        "cases_of_case": lambda case: relations.cases_of_case(library, case),
        "cases_of_term": lambda term: relations.cases_of_term(library, term),
        "like": lambda case: kin_of(case, library.published_cases()),
        "in_common": lambda kin: in_common(library, kin, language),
        "sources_by_kind": lambda case: sources_by_kind(library, case),
    }


def facet_values(library: Library, case: CaseFolder) -> str:
    """The values of a case, facet by facet in their order: `bcg finance|east|rayong|…`, as the browser reads them."""
    return "|".join(" ".join(facet.of(library, case)) for facet in facets.FACETS.values())


def pin_parts(pin: Pin) -> list[tuple[str, int, int]]:
    """The arcs of a pin: base, how many cases stand before, how many it has."""
    found, before = [], 0
    for base, count in pin.bases.items():
        found.append((base, before, count))
        before += count
    return found


def in_common(library: Library, kin: Kin, language: str, shown: int = 3) -> list[str]:
    """What two cases share, in words, the rarest first."""
    return [trait_name(library, trait, language) for trait in kin.shared[:shown]]


def sources_by_kind(library: Library, case: CaseFolder) -> list[tuple[str, list[tuple[Source, int]]]]:
    """The sources of a case's printable claims by kind, each with how many claims rest on it."""
    listed = [(library.sources[key].data, _resting(case, key)) for key in case.data.cited_sources]
    kinds: Iterable[str] = library.words["source_kind"]
    by_kind = [(kind, [item for item in listed if item[0].kind == kind]) for kind in kinds]
    return [(kind, items) for kind, items in by_kind if items]


def _resting(case: CaseFolder, key: str) -> int:
    return sum(key in claim.sources for claim in case.data.printable_claims)
