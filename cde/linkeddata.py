"""What a page says of itself to search engines: schema.org terms as JSON-LD (https://schema.org/)."""

from __future__ import annotations

from typing import Any

from cde import layout
from cde.compose import Composed
from cde.exports.edition import LICENCE, VERSION, Edition
from cde.library import CaseFolder
from cde.linkedcourses import of_course, of_module

TYPES = {
    "case": "Article",
    "module": "LearningResource",
    "lecture": "LearningResource",
    "facilitator": "LearningResource",
    "kit": "LearningResource",
    "slides": "LearningResource",
    "base": "Course",
    "path": "Course",
    "paths": "CollectionPage",
    "cases": "CollectionPage",
    "facet": "CollectionPage",
    "glossary": "DefinedTermSet",
    "open-data": "Dataset",
}
"""The type of each kind of page; every other one is a plain WebPage."""

FILES = {
    "cases.json": "application/json",
    "cases.csv": "text/csv",
    "claims.csv": "text/csv",
    "cases.geojson": "application/geo+json",
    "sources.json": "application/vnd.citationstyles.csl+json",
    "modules.json": "application/json",
    "paths.json": "application/json",
    "cohorts.json": "application/json",
}
"""Files of the open data with their media types."""


def linked_data(edition: Edition, composed: Composed, day: str | None) -> dict[str, Any]:
    """The description of a page. Nothing stands here that the page does not say. `day` is its last change."""
    language, library = composed.language, edition.library
    home = edition.address("docs/index.md", language)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(composed.kind, "WebPage"),
        "@id": edition.address(composed.state.document, language),
        "url": edition.address(composed.state.document, language),
        "name": composed.title,
        "description": composed.summary,
        "inLanguage": language,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "@id": home, "name": library.say("site-name", language), "url": home},
        "publisher": {"@type": "Organization", "name": library.say("site-name", language)},
    }
    if day:
        found["dateModified"] = day
    place = layout.place_of(composed.state.document)
    if place.module:
        found |= of_module(edition, library.modules[place.module], place, language)
    elif place.kind == "base" or place.kind == "path":
        found |= of_course(edition, place, language)
    case = library.cases.get(place.case)
    if case:
        found |= _case(edition, case, language)
    if composed.kind == "open-data":
        found |= {"version": VERSION, "distribution": [_download(edition, name) for name in FILES]}
    return found


def _case(edition: Edition, case: CaseFolder, language: str) -> dict[str, Any]:
    data, library = case.data, edition.library
    province = library.provinces[data.province].data.name[language] if data.province else None
    places: list[dict[str, Any]] = []
    for town in data.municipalities:
        place: dict[str, Any] = {"@type": "AdministrativeArea", "name": town.name[language]}
        if province:
            place["containedInPlace"] = {"@type": "AdministrativeArea", "name": province}
        places.append(place)
    if data.coordinates and len(places) == 1:
        latitude, longitude = data.coordinates
        places[0]["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    sources = [library.sources[key].data for key in data.cited_sources]
    return {
        "headline": data.title[language],
        "datePublished": data.added,
        "contentLocation": places,
        "keywords": [library.bases[base].data.short[language] for base in data.bases],
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "publisher": source.publisher}
            | ({"url": source.url} if source.linked else {})
            for source in sources
        ],
    }


def _download(edition: Edition, name: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": FILES[name],
        "contentUrl": edition.file(name),
        "license": LICENCE,
    }
