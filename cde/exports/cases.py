"""`cases.json` and `cases.geojson`: every published case with its printable claims."""

from __future__ import annotations

from typing import Any

from cde import facets
from cde.exports.edition import Edition
from cde.library import CaseFolder, Library

LEFT_OUT = {"aliases", "status"}
"""Fields of a record that are for the site alone."""


def record(edition: Edition, case: CaseFolder) -> dict[str, Any]:
    """One case as data: its record without what waits for a check, and where its pages are."""
    data = case.data.model_dump(mode="json", by_alias=True, exclude=LEFT_OUT)
    printable = {claim.id for claim in case.data.printable_claims}
    data["claims"] = [claim for claim in data["claims"] if claim["id"] in printable]
    data["conflicts"] = _among(data["conflicts"], printable)
    data["modules"] = [link for link in data["modules"] if link["module"] in _published(edition.library)]
    data["related"] = [link for link in data["related"] if link["case"] in _published(edition.library)]
    return data | {"url": edition.addresses(case.document)}


def _among(conflicts: list[dict[str, Any]], printable: set[str]) -> list[dict[str, Any]]:
    """Conflicts between claims that readers may see."""
    kept = [each | {"claims": [name for name in each["claims"] if name in printable]} for each in conflicts]
    return [each for each in kept if len(each["claims"]) > 1]


def _published(library: Library) -> set[str]:
    cases = {case.data.id for case in library.published_cases()}
    return cases | {module.data.id for module in library.published_modules()}


def cases_json(edition: Edition) -> dict[str, Any]:
    """The whole library of cases."""
    cases = [record(edition, case) for case in edition.library.published_cases()]
    return {"$schema": edition.file("cases.schema.json"), **edition.header, "cases": cases}


def cases_geojson(edition: Edition) -> dict[str, Any]:
    """Cases as points (RFC 7946: longitude first); a case without a position has a null geometry."""
    features = [_feature(edition, case) for case in edition.library.published_cases()]
    return {"type": "FeatureCollection", **edition.header, "features": features}


def _feature(edition: Edition, case: CaseFolder) -> dict[str, Any]:
    data = case.data
    point = {"type": "Point", "coordinates": data.coordinates[::-1]} if data.coordinates else None
    levels = edition.library.words["evidence_level"]
    return {
        "type": "Feature",
        "id": data.id,
        "geometry": point,
        "properties": {
            "title_th": data.title.th,
            "title_en": data.title.en,
            "province": data.province,
            "region": edition.library.region_of(case),
            "kind": [town.kind for town in data.municipalities],
            "bases": data.bases,
            "strength": data.strength,
            "stage": data.stage,
            "from": data.period.start,
            "evidence": facets.evidence(case, levels),
            "offshore": data.offshore,
            "coordinates_note": data.coordinates_note.en if data.coordinates_note else None,
            "url": edition.addresses(case.document),
        },
    }
