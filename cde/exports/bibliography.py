"""`sources.json`: the sources that cases cite, as CSL-JSON, which reference managers read.

The format is https://github.com/citation-style-language/schema (csl-data.json, 1.0.2): a plain list of items.
"""

from __future__ import annotations

import re
from typing import Any

from cde.exports.edition import LICENCE, VERSION, Edition
from cde.model.registry import Source

TYPES = {
    "law": "legislation",
    "official": "report",
    "organiser": "webpage",
    "news": "article-newspaper",
    "academic": "article",
    "institution": "webpage",
    "reference": "entry-encyclopedia",
}
"""Kinds of source as the types of CSL."""


def sources_json(edition: Edition) -> list[dict[str, Any]]:
    """Every source of a printable claim, once, by its key."""
    library = edition.library
    keys = sorted({key for case in library.published_cases() for key in case.data.cited_sources})
    return [item(key, library.sources[key].data) for key in keys]


def item(key: str, source: Source) -> dict[str, Any]:
    """One source. An address is given only where readers get a link."""
    found: dict[str, Any] = {
        "id": key,
        "type": TYPES.get(source.kind, "document"),
        "title": source.title,
        "container-title" if source.kind == "news" else "publisher": source.publisher,
        "language": source.language,
    }
    if source.linked:
        found["URL"] = source.url
    if source.date:
        found["issued"] = issued(source.date)
    checked = source.checked.on if source.checked else None
    return found | {"custom": {"link_checked": checked, "licence": LICENCE, "version": VERSION}}


def issued(date: str) -> dict[str, Any]:
    """A date of the data as CSL has it: `2022-09` -> two parts, `2020/2021` -> a range, `2015~` -> about."""
    if date.endswith("~"):
        return {"date-parts": [[int(date[:-1])]], "circa": True}
    return {"date-parts": [[int(part) for part in re.findall(r"\d+", end)] for end in date.split("/")]}
