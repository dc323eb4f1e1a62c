"""Every file of the open data, by its path on the site."""

from __future__ import annotations

import json
from typing import Any

from cde import layout
from cde.exports.bibliography import sources_json
from cde.exports.cases import cases_geojson, cases_json
from cde.exports.edition import FOLDER, Edition
from cde.exports.feeds import atom, json_feed
from cde.exports.schema import case_schema, cases_schema
from cde.exports.tables import cases_table, claims_table


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
    }
    for language in edition.library.languages:
        home = layout.address_of("docs/index.md", language, first)
        found |= {f"{home}feed.xml": atom(edition, language), f"{home}feed.json": as_json(json_feed(edition, language))}
    return found


def as_json(data: Any) -> bytes:
    """Data as JSON that a person can read too."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
