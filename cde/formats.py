"""Years, dates, figures and money as the reader of a language expects them: `data/languages/<code>.yml`, `formats`.

Data is kept in the Christian era, in Arabic digits and in whole baht; all that a reader sees is made here. Thai laws
and official papers are cited by the Buddhist era, so a page of any language may ask for either era, or for both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from cde.model.case import Claim
from cde.model.fields import BUDDHIST_ERA, FIRST_BUDDHIST_YEAR
from cde.model.language import Era, Formats

MONEY = {"baht", "baht-per-year", "baht-per-month"}
"""Units that hold money in whole baht and may reach millions."""

NEW_YEAR_IN_JANUARY = 1941
"""The first year, C.E., whose Buddhist year began on 1 January; until then it began in April, so that a day of January
to March still had the number of the year before (Calendar Year Act, B.E. 2483)."""

ARABIC = "0123456789"

Eras = Era | Literal["both"] | None
"""The era to write in; None is the language's own."""


def digits(text: str) -> str:
    """A text with the digits of every script as Arabic ones: `๒,๔๖๒` -> `2,462`."""
    return re.sub(r"\d", lambda digit: str(int(digit[0])), text)


def common_year(text: str) -> int | None:
    """The first year of a text in the Christian era, whatever its era and digits: `พ.ศ. ๒๕๖๕` -> 2022, `2022` -> 2022.

    A number of four digits is a year, from 2400 on one of the Buddhist era, as in data. None where there is none.
    """
    found = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    year = int(found[0]) if found else 0
    return (year - BUDDHIST_ERA if year >= FIRST_BUDDHIST_YEAR else year) or None


class Writer:
    """Writes years, dates and figures in one language. `numerals` names other digits that its file knows."""

    def __init__(self, formats: Formats, numerals: str = "") -> None:
        self.formats = formats
        shown = formats.numerals.get(numerals, ARABIC)
        self._digits = str.maketrans(ARABIC, shown)
        self._signs = self._digits | {ord(","): formats.thousands, ord("."): formats.decimal}

    def year(self, value: int, era: Eras = None) -> str:
        """2022 -> `พ.ศ. 2565` or `2022`; era `ce` -> `ค.ศ. 2022`, `both` -> `พ.ศ. 2565 (ค.ศ. 2022)`."""
        return self._years([value], era)

    def date(self, value: str, era: Eras = None) -> str:
        """A date of the data (`cde.model.fields.Date`) in a reader's calendar.

        `2022-09-02` -> `2 กันยายน 2565`, `2022-09` -> `กันยายน 2565`, `2022` -> `พ.ศ. 2565`,
        `2020/2021` -> `พ.ศ. 2563–2564`, `2015~` -> `ราว พ.ศ. 2558`.
        """
        numbers = [int(part) for part in re.findall(r"\d+", value)]
        if "-" not in value:
            years = self._years(numbers, era)
            return _filled(self.formats.about_year, years) if value.endswith("~") else years
        parts = {"month": self.formats.months[numbers[1] - 1], "year": self._years(numbers[:1], era, numbers[1])}
        if len(numbers) == 2:
            return _filled(self.formats.month, **parts)
        return _filled(self.formats.date, day=str(numbers[2]).translate(self._digits), **parts)

    def _years(self, values: Sequence[int], era: Eras, month: int | None = None) -> str:
        """One year, or the first and last of a range; in a date (`month`) the language's own era is not named."""
        own = self.formats.era
        if era == "both":
            other: Era = "ce" if own == "be" else "be"
            pair = {"own": self._years(values, own, month), "other": self._years(values, other, month)}
            return _filled(self.formats.both_eras, **pair)
        era = era or own
        shown = self._range([str(_in_era(value, era, month)).translate(self._digits) for value in values])
        return shown if month and era == own else _filled(getattr(self.formats.years, era), shown)

    def number(self, value: float | Decimal, decimals: int | None = 4) -> str:
        """1234567 -> `1,234,567`; 4.40 -> `4.4`; rounded to a number of decimals, or exact where that is None."""
        shown = f"{Decimal(str(value)):,{'' if decimals is None else f'.{decimals}'}f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return ("0" if shown == "-0" else shown).translate(self._signs)

    def money(self, baht: float, unit: str) -> str:
        """13000000000, `บาท` -> `13,000 ล้านบาท`; `baht` -> `13 billion baht`; exact, below a million in full."""
        return self._money([baht], unit)

    def _money(self, values: Sequence[float], unit: str) -> str:
        """A sum, or a range: both ends in the scale of the smaller one, lest that be taken for millions."""
        smallest = min((abs(value) for value in values if value), default=0)
        scales = sorted(self.formats.scales.items(), reverse=True)
        size, pattern = next((scale for scale in scales if smallest >= scale[0]), (1, self.formats.amount))
        numbers = [self.number(Decimal(str(value)) / size, decimals=None) for value in values]
        return _filled(pattern, number=self._range(numbers), unit=unit)

    def quantity(self, claim: Claim, unit: str = "") -> str | None:
        """The figure of a claim with its range and its "about"; None where it has no figure.

        `unit` is the reader's word for the claim's unit.
        """
        if claim.value is None:
            return None
        values = [claim.value] if claim.value_to is None else [claim.value, claim.value_to]
        numbers = self._range([self.number(value) for value in values])
        if claim.unit in MONEY:
            shown = self._money(values, unit)
        elif claim.unit == "percent":
            shown = _filled(self.formats.percent, numbers)
        else:
            unit = self.formats.one.get(claim.unit or "", unit) if values == [1] else unit
            shown = _filled(self.formats.amount, number=numbers, unit=unit)
        return _filled(self._bound(claim), shown.strip())

    def _bound(self, claim: Claim) -> str:
        if claim.approximate == "over":
            return self.formats.over
        if claim.approximate == "nearly":
            return self.formats.nearly
        return self.formats.about if claim.approximate else "{}"

    def _range(self, ends: Sequence[str]) -> str:
        """One figure as it is, two as a range."""
        return ends[0] if len(ends) == 1 else _filled(self.formats.range, first=ends[0], last=ends[1])


def _in_era(year: int, era: Era, month: int | None) -> int:
    """A year of the Christian era in another one; where the month is known, as it was counted then."""
    if era == "ce":
        return year
    return year + BUDDHIST_ERA - (month is not None and month < 4 and year < NEW_YEAR_IN_JANUARY)


def _filled(pattern: str, value: str = "", **values: str) -> str:
    """A pattern with its gaps filled, `{}` by the one value."""
    return re.sub(r"\{(\w*)\}", lambda gap: {"": value, **values}.get(gap[1], gap[0]), pattern)
