"""`cases.csv` and `claims.csv`: tables that a spreadsheet opens, with Thai letters as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from cde import facets
from cde.exports.edition import LICENCE, VERSION, Edition
from cde.library import CaseFolder
from cde.model.case import Claim

BETWEEN = "; "
"""What stands between the values of one cell."""


def table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel misreads Thai."""
    listed = list(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if listed:
        writer.writerow(listed[0])
        writer.writerows([[cell(value) for value in row.values()] for row in listed])
    return out.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str:
    """A value as a cell; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return BETWEEN.join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in "=+-@\t\r" and text else text


def cases_table(edition: Edition) -> bytes:
    """A row a case."""
    return table(_case(edition, case) for case in edition.library.published_cases())


def claims_table(edition: Edition) -> bytes:
    """A row a printable claim."""
    cases = edition.library.published_cases()
    return table(_claim(edition, case, claim) for case in cases for claim in case.data.printable_claims)


def _case(edition: Edition, case: CaseFolder) -> dict[str, Any]:
    data, library = case.data, edition.library
    province = library.provinces[data.province].data.name if data.province else None
    latitude, longitude = data.coordinates or (None, None)
    return {
        "id": data.id,
        "title_th": data.title.th,
        "title_en": data.title.en,
        "summary_th": data.summary.th,
        "summary_en": data.summary.en,
        "municipalities_th": [town.name.th for town in data.municipalities],
        "municipalities_en": [town.name.en for town in data.municipalities],
        "kinds": [town.kind for town in data.municipalities],
        "province": data.province,
        "province_th": province.th if province else None,
        "province_en": province.en if province else None,
        "region": library.region_of(case),
        "latitude": latitude,
        "longitude": longitude,
        "population": data.population.value if data.population else None,
        "population_year": data.population.year if data.population else None,
        "from": data.period.start,
        "to": data.period.to,
        "stage": data.stage,
        "bases": data.bases,
        "instruments": data.instruments,
        "sdgs": data.sdgs,
        "strength": data.strength,
        "evidence": facets.evidence(case, library.words["evidence_level"]),
        "claims": len(data.printable_claims),
        "sources": len(data.cited_sources),
        "url_th": edition.addresses(case.document).get("th"),
        "url_en": edition.addresses(case.document).get("en"),
        "licence": LICENCE,
        "version": VERSION,
    }


def _claim(edition: Edition, case: CaseFolder, claim: Claim) -> dict[str, Any]:
    words = edition.library.words
    unit = words["unit"][claim.unit] if claim.unit else None
    return {
        "case": case.data.id,
        "claim": claim.id,
        "kind": claim.kind,
        "text_th": claim.text.th,
        "text_en": claim.text.en,
        "value": claim.value,
        "value_to": claim.value_to,
        "approximate": claim.approximate,
        "unit": claim.unit,
        "unit_th": unit.th if unit else None,
        "unit_en": unit.en if unit else None,
        "year": claim.year,
        "year_note_en": claim.year_note.en if claim.year_note else None,
        "money_kind": claim.money.kind if claim.money else None,
        "instrument": claim.money.instrument if claim.money else None,
        "level": claim.level,
        "print": claim.print,
        "sources": claim.sources,
        "url_th": f"{edition.address(case.document, 'th')}#claim-{claim.id}",
        "url_en": f"{edition.address(case.document, 'en')}#claim-{claim.id}",
        "licence": LICENCE,
        "version": VERSION,
    }
