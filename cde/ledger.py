"""The money ledger: every amount of money in the cases, each with what it is; nothing is ever added up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder
from cde.model.case import Claim, Money

WHOLE = "baht"
"""The unit of whole amounts. The others are amounts for each of something and have no place on the chart."""


@dataclass(frozen=True)
class Amount:
    """One amount: the claim that gives it, and its case."""

    case: CaseFolder
    claim: Claim
    money: Money

    @property
    def value(self) -> float:
        """In baht, or in baht for each of what its unit names; the lower end of a range."""
        assert self.claim.value is not None
        return self.claim.value

    @property
    def whole(self) -> bool:
        """True for an amount that is not for each of something."""
        return self.claim.unit == WHOLE


def amounts(cases: Iterable[CaseFolder]) -> list[Amount]:
    """Every printable amount, in the order of the cases."""
    return [
        Amount(case, claim, claim.money)
        for case in cases
        for claim in case.data.printable_claims
        if claim.is_money and claim.money
    ]


@dataclass(frozen=True)
class Chart:
    """The ledger drawn: one row a kind of amount, a dot for each amount on a scale of powers of ten."""

    first: int
    last: int
    rows: tuple[tuple[str, tuple[Amount, ...]], ...]

    def place(self, value: float) -> float:
        """Where a value stands between the two ends, from 0 to 1."""
        return (math.log10(value) - self.first) / (self.last - self.first)


def chart(listed: Iterable[Amount], kinds: Iterable[str]) -> Chart | None:
    """The chart of the whole amounts, their kinds in a given order; None where there is nothing to draw."""
    drawn = [amount for amount in listed if amount.whole and amount.value > 0]
    if not drawn:
        return None
    rows = [(kind, tuple(amount for amount in drawn if amount.money.kind == kind)) for kind in kinds]
    logarithms = [math.log10(amount.value) for amount in drawn]
    first = math.floor(min(logarithms))
    return Chart(first, max(math.ceil(max(logarithms)), first + 1), tuple(row for row in rows if row[1]))
