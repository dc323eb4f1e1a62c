"""How to cite a page of the library: a line in Thai and in English, and a BibTeX entry."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cde import layout
from cde.compose import Composed, describe
from cde.exports.edition import Edition
from cde.facets import slug
from cde.model.fields import BUDDHIST_ERA

LICENCE = "CC BY 4.0"
NO_DATE = {"th": "ม.ป.ป.", "en": "n.d."}
"""What stands for a year that is not known, by the usage of each language's reference lists."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}


@dataclass(frozen=True)
class Citation:
    """One page cited: by language a line, and BibTeX for reference managers."""

    lines: dict[str, str]
    bibtex: str


def citation_of(edition: Edition, composed: Composed, day: str | None) -> Citation | None:
    """How to cite a page that people wrote; None for a generated one and for a short one. `day` is its last change."""
    if not composed.show_review:
        return None
    library, document = edition.library, composed.state.document
    titles = {language: describe(library, document, language)[0] for language in library.languages}
    name = slug(layout.address_of(document, composed.language, next(iter(library.languages)))) or "home"
    return cite_page(name, titles, edition.addresses(document), day, library.say, composed.language)


def cite_page(
    name: str,
    titles: dict[str, str],
    addresses: dict[str, str],
    day: str | None,
    say: Callable[[str, str], str],
    language: str,
) -> Citation:
    """A page cited as a work of the library itself.

    Args:
        name: a short ASCII name of the page, such as `case-nan`.
        titles: the page's title by language.
        addresses: its full addresses by the languages in which it has been written.
        day: the day on which it last changed; None where that is not known.
        say: the words of the interface, by key and language.
        language: the language of the page, in which BibTeX tells it.
    """
    lines = {}
    for code in NO_DATE:
        address = addresses.get(code, addresses[language])
        lines[code] = f"{say('site-name', code)}. ({_year(day, code)}). {titles[code]}. {address} ({LICENCE})"
    fields = {
        "author": f"{{{{{_escaped(say('site-name', language))}}}}}",
        "title": f"{{{{{_escaped(titles[language])}}}}}",
        "year": f"{{{day[:4]}}}" if day else "{n.d.}",
        "url": f"{{{addresses[language]}}}",
        "note": f"{{{LICENCE}}}",
        "language": f"{{{language}}}",
    }
    body = ",\n".join(f"  {key} = {value}" for key, value in fields.items())
    return Citation(lines, f"@misc{{{name},\n{body}\n}}")


def _year(day: str | None, language: str) -> str:
    """The year as reference lists write it: of the Buddhist era in Thai, without words around it."""
    if day is None:
        return NO_DATE[language]
    return str(int(day[:4]) + BUDDHIST_ERA) if language == "th" else day[:4]


def _escaped(text: str) -> str:
    """A text whose signs TeX does not take for commands."""
    return re.sub(r"[\\~^&%$#_{}]", lambda sign: _SPECIAL[sign[0]], text)
