"""Feeds of new cases, one Atom (RFC 4287) and one JSON feed (version 1.1) a language."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from cde import layout
from cde.exports.edition import LICENCE, Edition
from cde.library import CaseFolder

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
"""Entries of a feed, the newest first."""


def _newest(edition: Edition, language: str) -> list[CaseFolder]:
    written = edition.library.written_in(edition.library.published_cases(), language)
    return sorted(written, key=lambda case: (case.data.added, case.data.id), reverse=True)[:MOST]


def _moment(day: str) -> str:
    """The start of a day in Thailand, as RFC 3339 has it."""
    return f"{day}T00:00:00+07:00"


def _self(edition: Edition, language: str, name: str) -> str:
    return edition.address("docs/index.md", language) + name


def _updated(edition: Edition, case: CaseFolder, language: str) -> str:
    """The day on which a case last changed, as far as the history tells; else the day on which it was added."""
    paths = [layout.in_language(case.document, language), f"{case.path}/case.yml"]
    return max(edition.library.history.day(*paths) or "", case.data.added)


def atom(edition: Edition, language: str) -> bytes:
    """The feed for readers of Atom."""
    cases, library = _newest(edition, language), edition.library
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})

    def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
        element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    add(feed, "title", f"{library.say('site-name', language)} – {library.say('cases', language)}")
    add(feed, "subtitle", library.say("cases-summary", language))
    add(feed, "id", _self(edition, language, "feed.xml"))
    add(feed, "link", rel="self", type="application/atom+xml", href=_self(edition, language, "feed.xml"))
    add(feed, "link", rel="alternate", type="text/html", href=edition.address("case_studies/index.md", language))
    add(add(feed, "author"), "name", library.say("site-name", language))
    add(feed, "rights", LICENCE)
    add(feed, "updated", _moment(max((_updated(edition, case, language) for case in cases), default="1970-01-01")))
    for case in cases:
        entry = add(feed, "entry")
        add(entry, "title", case.data.title[language])
        add(entry, "id", edition.address(case.document, language))
        add(entry, "link", rel="alternate", type="text/html", href=edition.address(case.document, language))
        add(entry, "published", _moment(case.data.added))
        add(entry, "updated", _moment(_updated(edition, case, language)))
        add(entry, "summary", case.data.summary[language])
        for base in case.data.bases:
            add(entry, "category", term=base, label=library.bases[base].data.short[language])
    ElementTree.indent(feed)
    text: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def json_feed(edition: Edition, language: str) -> dict[str, Any]:
    """The feed for readers of JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    library = edition.library
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{library.say('site-name', language)} – {library.say('cases', language)}",
        "description": library.say("cases-summary", language),
        "home_page_url": edition.address("case_studies/index.md", language),
        "feed_url": _self(edition, language, "feed.json"),
        "language": language,
        "authors": [{"name": library.say("site-name", language), "url": edition.address("docs/index.md", language)}],
        "_licence": LICENCE,
        "items": [
            {
                "id": edition.address(case.document, language),
                "url": edition.address(case.document, language),
                "title": case.data.title[language],
                "summary": case.data.summary[language],
                "content_text": case.data.summary[language],
                "date_published": _moment(case.data.added),
                "date_modified": _moment(_updated(edition, case, language)),
                "tags": [library.bases[base].data.short[language] for base in case.data.bases],
            }
            for case in _newest(edition, language)
        ],
    }
