"""Every file of the open data, by its path on the site."""

from __future__ import annotations

import json
from typing import Any

from cde import kit, layout
from cde.exports.bibliography import sources_json
from cde.exports.cases import cases_geojson, cases_json
from cde.exports.edition import FOLDER, Edition
from cde.exports.feeds import atom, json_feed
from cde.exports.modules import cohorts_json, modules_json, paths_json
from cde.exports.schema import case_schema, cases_schema, module_schema, modules_schema
from cde.exports.tables import cases_table, claims_table
from cde.library import ModuleFolder


def files(edition: Edition) -> dict[str, bytes]:
    """The content of every file."""
    first = next(iter(edition.library.languages))
    found = {
        f"{FOLDER}/cases.json": as_json(cases_json(edition)),
        f"{FOLDER}/cases.geojson": as_json(cases_geojson(edition)),
        f"{FOLDER}/cases.csv": cases_table(edition),
        f"{FOLDER}/claims.csv": claims_table(edition),
        f"{FOLDER}/sources.json": as_json(sources_json(edition)),
        f"{FOLDER}/case.schema.json": as_json(case_schema(edition)),
        f"{FOLDER}/cases.schema.json": as_json(cases_schema(edition)),
        f"{FOLDER}/modules.json": as_json(modules_json(edition)),
        f"{FOLDER}/module.schema.json": as_json(module_schema(edition)),
        f"{FOLDER}/modules.schema.json": as_json(modules_schema(edition)),
        f"{FOLDER}/paths.json": as_json(paths_json(edition)),
        f"{FOLDER}/cohorts.json": as_json(cohorts_json(edition)),
    }
    for module in edition.library.published_modules():
        for language in edition.library.languages:
            name = f"{layout.address_of(module.document, language, first)}slides.txt"
            found[name] = slides_text(edition, module, language).encode()
    for language in edition.library.languages:
        home = layout.address_of("docs/index.md", language, first)
        found |= {f"{home}feed.xml": atom(edition, language), f"{home}feed.json": as_json(json_feed(edition, language))}
    return found


def slides_text(edition: Edition, module: ModuleFolder, language: str) -> str:
    """The plain-text twin of a module's slides."""
    slides = kit.deck(module, language, lambda key: edition.library.say(key, language))
    return kit.as_text(slides, module.data.title[language])


def as_json(data: Any) -> bytes:
    """Data as JSON that a person can read too."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
