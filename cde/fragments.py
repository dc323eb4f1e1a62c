"""The pieces of HTML that pages are put together from: Jinja templates in `overrides/fragments/`.

Every value is escaped. Fragments get records and these helpers: `lang`; `t(key)`, a word of the interface;
`language_name(code)`;
`word(list, value)`, the reader's word of a closed list; `link(document)`; `cite(keys)`; `date`, `year`, `number`,
`quantity`, `collated`, `initial`; `others(term)`, the names of a term in the site's other languages;
`names_its_speaker(claim)`; those of `cde.browsing`, about cases, and of `cde.teaching`, about modules; and the filter
`inline`. Macros know `unspaced`, the
languages without spaces between words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from cde import browsing, collation, teaching
from cde.formats import Writer
from cde.library import Library
from cde.model.case import Claim
from cde.model.registry import Term

_BOLD = re.compile(r"\*\*(.+?)\*\*")

FRAMES = {
    "module": ("module-head", "module-tail"),
    "lecture": ("lecture-head", "lecture-tail"),
    "facilitator": ("facilitator-head", ""),
    "case": ("case-head", "case-tail"),
    "base": ("base-head", "base-tail"),
    **dict.fromkeys(("path", "kit", "slides"), ("", "")),
}
"""The fragments before and after the text of each kind of page; some have their head within the text."""


def inline(text: str) -> Markup:
    """One line of a record as HTML: escaped, **bold** kept, citations left for numbering."""
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(text))))


def cite(keys: Iterable[str]) -> str:
    """Source keys as a citation, `[@a; @b]`, for numbering with the rest of the page."""
    listed = "; ".join(f"@{key}" for key in keys)
    return f"[{listed}]" if listed else ""


class Fragments:
    """The fragments of one site, with its interface strings."""

    def __init__(self, library: Library, folder: Path, site_url: str = "") -> None:
        self.library = library
        self._site_url = site_url
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a preview makes new fragments for each build
        )
        self._environment.filters["inline"] = inline
        self._environment.globals["unspaced"] = [code for code, found in library.languages.items() if not found.spaced]

    def say(self, key: str, language: str) -> str:
        """A word of the interface."""
        return self.library.say(key, language)

    def frame(self, kind: str) -> tuple[str, str]:
        """Names of the head and tail fragments of a kind of page; every other kind has the plain head."""
        return FRAMES.get(kind, ("head", ""))

    def render(self, name: str, language: str, link: Callable[[str], str], **values: Any) -> str:
        """One fragment as HTML without blank lines, so that Markdown takes it as one block.

        A line that begins with `## ` is a Markdown heading between two blocks: it stands in the table of contents.
        """
        template = self._environment.get_template(f"{name}.html")
        html = template.render(**self._helpers(language), link=link, cite=cite, **values)
        lines = (line for line in html.splitlines() if line.strip())
        return "\n".join(f"\n{line}\n" if line.startswith("## ") else line for line in lines)

    def _helpers(self, language: str) -> dict[str, Any]:
        words, languages = self.library.words, self.library.languages
        plain = {
            "lang": language,
            "t": lambda key: self.say(key, language),
            "language_name": lambda code: self.library.language_name(code, language),
            "word": lambda name, value: words.say(name, value, language),
            "initial": collation.initial,
            "term_name": lambda entry: entry.data.name(language),
            "case_name": lambda case: case.data.title[language],
            "source_name": lambda item: item[1].title,
        }
        if language not in languages:
            return plain  # its file is faulty; the fragment that tells of faults needs no more
        own = languages[language]
        writer = Writer(own.formats)

        def quantity(claim: Claim) -> str | None:
            return writer.quantity(claim, words.say("unit", claim.unit, language) if claim.unit else "")

        def collated(items: Iterable[Any], name: Callable[[Any], str]) -> list[Any]:
            return sorted(items, key=lambda item: collation.key(name(item), own.script))

        def others(term: Term) -> list[tuple[str, str, str | None]]:
            found = {term.name(language): (language, term.abbreviation(language))}
            for code in languages:
                found.setdefault(term.name(code), (code, term.abbreviation(code)))
            return [(code, name, short) for name, (code, short) in found.items() if code != language]

        def names_its_speaker(claim: Claim) -> bool:
            written = [own] if claim.text.has(language) else languages.values()
            return claim.names_its_speaker(language, [word for found in written for word in found.according])

        return (
            plain
            | browsing.helpers(self.library, language, writer)
            | teaching.helpers(self.library, language, self._site_url)
            | {
                "date": writer.date,
                "year": writer.year,
                "number": writer.number,
                "quantity": quantity,
                "collated": collated,
                "others": others,
                "names_its_speaker": names_its_speaker,
            }
        )
