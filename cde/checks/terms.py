"""Rules of the term base: forms to avoid, and terms that one language of a pair names and the other does not.

Only terms whose Thai form is confirmed (`th_form: seen`) are enforced, and only in what readers see as prose.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from cde import prose
from cde.citations import CITATION, blank_code
from cde.documents import Page
from cde.library import Library
from cde.problem import Problem
from cde.prose import Heading
from cde.termbase import TermBase, Use

ORIGIN, PARTNER = "th", "en"
"""A term's record confirms its form in the first language and names its partner in the second."""

_NO_PROSE = re.compile(
    r"<!--.*?-->|<[^>]*>"
    r"|(?<=\])\([^)]*\)|(?<=\])\[[^\]]*\]|^ {0,3}\[[^\]]+\]:.*$"  # targets of links, inline and below the text
    r"|\{[:#.][^}\n]*\}"
    r"|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_EMPHASIS = re.compile(r"\*+")


@dataclass(frozen=True)
class Text:
    """The prose of a page, and where its sections begin."""

    page: Page
    prose: str
    tops: list[Heading]

    def line(self, use: Use) -> int:
        """The line of the body on which a use begins."""
        return self.prose.count("\n", 0, use.start) + 1

    def section(self, line: int) -> Heading | None:
        """The second-level heading above a line."""
        above = bisect([top.line for top in self.tops], line)
        return self.tops[above - 1] if above else None

    def problem(self, name: str, line: int, column: int = 1, **values: str) -> Problem:
        """A problem at a line of the body."""
        return Problem(self.page.path, self.page.body_line + line - 1, column, name, values)


def read(page: Page) -> Text:
    """What readers see of a page's own text; all else is blank, so that positions stay."""
    visible = _blank(_NO_PROSE, _blank(CITATION, blank_code(page.body)))
    visible = _EMPHASIS.sub(lambda signs: "\u2060" * len(signs[0]), visible)  # a word may begin or end in bold
    return Text(page, visible, [heading for heading in prose.headings(page.body) if heading.level == 2])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def check(library: Library) -> Iterator[Problem]:
    """Forms to avoid on every page, and missing partners on every pair."""
    terms = [entry.data for entry in library.terms.values()]
    bases = {language: TermBase(terms, language) for language in (ORIGIN, PARTNER)}
    for loaded in library.pages.values():
        page = loaded.page
        if page.language not in bases:
            continue
        text = read(page)
        uses = [use for use in bases[page.language].uses(text.prose) if use.term.th_form == "seen"]
        yield from _to_avoid(text, uses)
        other = library.page(page.document, PARTNER)
        if page.language == ORIGIN and other:
            yield from _without_partner(text, uses, read(other.page), bases[PARTNER])


def _to_avoid(text: Text, uses: list[Use]) -> Iterator[Problem]:
    """Every form to avoid, once a section."""
    told = set()
    for use in uses:
        line = text.line(use)
        place = text.section(line), use.form.text
        if use.form.kind == "avoid" and place not in told:
            told.add(place)
            column = use.start - text.prose.rfind("\n", 0, use.start)
            name = use.term.name(text.page.language)
            yield text.problem("form-to-avoid", line, column, given=use.form.text, use=name)


def _without_partner(text: Text, uses: list[Use], other: Text, base: TermBase) -> Iterator[Problem]:
    """Terms used in a text and named nowhere in the other one; told once, in the section that should name them."""
    named = base.mentioned(other.prose)
    for use in uses:
        if use.form.kind == "good" and use.term.id not in named:
            named.add(use.term.id)
            section = text.section(text.line(use))
            lines = [top.line for top in other.tops if section and top.id and top.id == section.id]
            given, partner = use.form.text, use.term.name(PARTNER)
            yield other.problem("missing-partner", lines[0] if lines else 1, given=given, use=partner)
