"""The pieces of HTML that pages are put together from: Jinja templates in `overrides/fragments/`.

Every value is escaped. Fragments get records and these helpers: `lang`; `t(key)`, a word of the interface;
`language_name(code)`;
`word(list, value)`, the reader's word of a closed list; `link(document)`; `cite(keys)`; `date`, `year`, `number`,
`quantity`, `collated`, `initial`; and the filter `inline`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from cde import collation, dates, numbers
from cde.library import Library
from cde.model.case import Claim

_BOLD = re.compile(r"\*\*(.+?)\*\*")

FRAMES = {
    "module": ("module-head", "module-tail"),
    "lecture": ("lecture-head", "lecture-tail"),
    "facilitator": ("facilitator-head", ""),
    "case": ("case-head", "case-tail"),
    "base": ("base-head", "base-tail"),
}
"""The fragments before and after the text of each kind of page."""


def inline(text: str) -> Markup:
    """One line of a record as HTML: escaped, **bold** kept, citations left for numbering."""
    return Markup(_BOLD.sub(r"<strong>\1</strong>", str(escape(text))))


def cite(keys: Iterable[str]) -> str:
    """Source keys as a citation, `[@a; @b]`, for numbering with the rest of the page."""
    listed = "; ".join(f"@{key}" for key in keys)
    return f"[{listed}]" if listed else ""


class Fragments:
    """The fragments of one site, with its interface strings."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library = library
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["inline"] = inline

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
        words = self.library.words

        def quantity(claim: Claim) -> str | None:
            return numbers.quantity(claim, words, language)

        def collated(items: Iterable[Any], name: Callable[[Any], str]) -> list[Any]:
            return sorted(items, key=lambda item: collation.key(name(item)))

        return {
            "lang": language,
            "t": lambda key: self.say(key, language),
            "language_name": lambda code: self.library.language_name(code, language),
            "word": lambda name, value: words.say(name, value, language),
            "date": lambda value: dates.date(value, language),
            "year": lambda value: dates.year(value, language),
            "number": numbers.number,
            "quantity": quantity,
            "collated": collated,
            "initial": collation.initial,
            "term_name": lambda entry: entry.data.name(language),
            "case_name": lambda case: case.data.title[language],
            "source_name": lambda item: item[1].title,
        }
