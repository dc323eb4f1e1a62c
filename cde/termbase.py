"""The term base: where the terms of the glossary are used in a text.

Thai has no spaces between words, and a dictionary never knows the newest ones. So a text is read in units (a cluster
of Thai, a word or number in Latin letters, a space, a sign), and the longest known form that begins and ends with a
unit counts, from left to right. Longer words that only contain a term are written down with it (`not_in`): they take
part, and nothing within them is a use.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal, NamedTuple

from cde.model.registry import Term

_LATIN = "0-9a-z\u00df-\u00f6\u00f8-\u024f"
_FOLLOWING = "[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*"
_UNIT = re.compile(
    rf"[เแโใไ]*[ก-ฮ]{_FOLLOWING}"  # leading vowel, consonant, and what must not be cut off it
    rf"|[{_LATIN}]+(?:[.@_][{_LATIN}]+)*"  # an address or a number with a point is one word
    rf"|&#?[0-9a-z]+;|\s+|.{_FOLLOWING}",
    re.DOTALL,
)
_THAI = re.compile("[\u0e00-\u0e7f]")
_HYPHENS = {"-", "‐", "‑"}
_SAME = {"’": "'", "‘": "'", "-": " ", "‐": " ", "‑": " ", "–": " "}
"""Signs that stand for another one; a hyphen for a space: smart-city work."""

_UNSEEN = {"\u200b", "\u2060", "\xad", "&#8203;", "&shy;"}
"""Signs that only say where a line may break."""


@dataclass(frozen=True)
class Form:
    """One way to write a term. `other` is a longer word that is not the term at all."""

    term: Term
    text: str
    kind: Literal["good", "avoid", "other"]
    exact: bool
    """True where capitals count, as in abbreviations."""


class Use(NamedTuple):
    """A form at its place in a text."""

    form: Form
    start: int
    end: int

    @property
    def term(self) -> Term:
        """The term that is used."""
        return self.form.term


@dataclass
class _Node:
    """What may follow a sequence of units, and the forms that end with it."""

    following: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class TermBase:
    """The terms of a glossary as they are written in one language."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self.language = language
        self._root = _Node()
        for term in terms:
            for form in _forms(term, language):
                self._add(form)

    def _add(self, form: Form) -> None:
        node = self._root
        for unit in _units(form.text):
            node = node.following.setdefault(_key(unit), _Node())
        if all((form.text, form.kind) != (other.text, other.kind) for other in node.forms):
            node.forms.append(form)  # what two terms claim belongs to the first

    def uses(self, text: str) -> Iterator[Use]:
        """Every use of a term in a text, good or to be avoided, from left to right; the longest form at each place.

        Character references (`&amp;`) are read as what they stand for. Where a term stands in a longer word that is
        not it, nothing within the term is a use either.
        """
        best: Use | None = None
        past = 0
        for use in self._forms_in(text):
            if use.start < past:
                continue
            if best and use.start > best.start:
                past = best.end
                if best.form.kind != "other":
                    yield best
                best = None
            if use.start >= past and (best is None or use.end > best.end):
                best = use
        if best and best.form.kind != "other":
            yield best

    def mentioned(self, text: str) -> set[str]:
        """Ids of the terms of which a good form stands anywhere in a text, also within a longer term."""
        return {use.term.id for use in self._forms_in(text) if use.form.kind == "good"}

    def _forms_in(self, text: str) -> list[Use]:
        """Every form at every place; good ones within a longer word that is not the term are no longer good."""
        found = list(self._matches(text))
        others = [use for use in found if use.form.kind == "other"]
        return [
            Use(replace(use.form, kind="other"), use.start, use.end) if _within(use, others) else use
            for use in found
            if use.form.kind != "other"
        ]

    def _matches(self, text: str) -> Iterator[Use]:
        """Every form at every place, the shorter before the longer."""
        units = _units(text)
        starts = [0, *accumulate(map(len, units))]
        units.append("")
        first = self._root.following
        for place, unit in enumerate(units):
            if unit not in first:
                continue
            node: _Node | None = first[unit]
            end = place
            while node:
                end += 1
                for form in node.forms:
                    use = Use(form, starts[place], starts[end])
                    if (not form.exact or text[use.start : use.end] == form.text) and _begins(form, units, place):
                        yield use
                while units[end] in _UNSEEN:
                    end += 1
                following = node.following
                node = following.get(units[end])
                if node is None and not "ก" <= units[end] <= "๛":
                    node = following.get(_key(units[end]))


def _within(use: Use, others: list[Use]) -> bool:
    return any(o.term.id == use.term.id and o.start <= use.start and use.end <= o.end for o in others)


def _units(text: str) -> list[str]:
    """The units of a text in lower case; together they are as long as it."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return _UNIT.findall(lower)


def _key(unit: str) -> str:
    """What a unit is compared by."""
    if unit.startswith("&"):
        unit = html.unescape(unit).lower()
    return " " if unit.isspace() else _SAME.get(unit, unit)


def _begins(form: Form, units: list[str], place: int) -> bool:
    """True where a word begins: not after a hyphen (non-partner), nor a Thai abbreviation within another word."""
    before = units[place - 1] if place else " "
    if _THAI.match(form.text):
        return not form.text.endswith(".") or not (before == "." or _THAI.match(before))
    return before not in _HYPHENS or place < 2 or not re.match(f"[{_LATIN}]", units[place - 2])


def _forms(term: Term, language: str) -> Iterator[Form]:
    """Every form of a term in a language. English abbreviations stand in texts of every language."""
    thai = language == "th"
    also = [form for form in term.also if bool(_THAI.search(form)) == thai]
    for text in filter(None, (term.abbreviation(language), term.abbr_en)):
        yield from (Form(term, form, "good", True) for form in _plurals(text))
    for text in (term.name(language), *also):
        exact = bool(re.search(r"\w[A-Z]", text))
        yield from (Form(term, form, "good", exact) for form in _plurals(text))
    yield from (Form(term, text, "avoid", False) for text in term.avoid)
    for text in term.not_in:
        yield from (Form(term, form, "other", False) for form in _plurals(text))


def _plurals(text: str) -> list[str]:
    """A form, and its plural where it ends in a word of Latin letters."""
    if not re.search("[A-Za-z]$", text):
        return [text]
    if re.search("[^aeiou]y$", text):
        return [text, text[:-1] + "ies"]
    return [text, text + ("es" if re.search("(?:[sxz]|ch|sh)$", text) else "s")]


def partners(term: Term, language: str, languages: Iterable[str]) -> list[tuple[str, str]]:
    """The term in the other languages of a site, each with its language, and with its abbreviation in brackets.

    A language without a name of its own for the term is left out.
    """
    names = {term.name(language)}
    found = []
    for other in languages:
        name, abbreviation = term.name(other), term.abbreviation(other)
        if name not in names:
            names.add(name)
            found.append((other, f"{name} ({abbreviation})" if abbreviation else name))
    return found
