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


def amounts(cases: Iterable[CaseFolder], kinds: Iterable[str]) -> list[Amount]:
    """Every printable amount, by its kind in the order of `kinds`, and within it in the order of the cases."""
    order = list(kinds)
    found = [
        Amount(case, claim, claim.money)
        for case in cases
        for claim in case.data.printable_claims
        if claim.is_money and claim.money
    ]
    return sorted(found, key=lambda amount: order.index(amount.money.kind))


WIDTH, EDGE, ROW, FOOT = 360, 12, 44, 30
"""The chart in its own units: as wide as a phone, room at both edges, height of a row, and of the words of the axis."""


@dataclass(frozen=True)
class Row:
    """One kind of amount on the chart: where it begins, and where each dot stands along it, in units of the chart."""

    kind: str
    top: int
    dots: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """The ledger drawn: a row a kind of amount, a dot for each amount on a scale of powers of ten.

    `first` and `last` are the powers at the two ends; positions and sizes are in units of the chart.
    """

    first: int
    last: int
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The width of the whole chart."""
        return WIDTH

    @property
    def bottom(self) -> int:
        """Where the rows end and the words of the axis begin."""
        return ROW * len(self.rows)

    @property
    def height(self) -> int:
        """The height of the whole chart."""
        return self.bottom + FOOT

    @property
    def ticks(self) -> list[tuple[float, int | None, str]]:
        """Lines of the axis: where, the value written below it (in baht; every second one), and its `text-anchor`."""
        found: list[tuple[float, int | None, str]] = []
        for power in range(self.first, self.last + 1):
            anchor = "start" if power == self.first else "end" if power == self.last else "middle"
            found.append(
                (_place(power, self.first, self.last), 10**power if (self.last - power) % 2 == 0 else None, anchor)
            )
        return found


def _place(power: float, first: int, last: int) -> float:
    """Where a power of ten stands along a row."""
    return round(EDGE + (WIDTH - 2 * EDGE) * (power - first) / (last - first), 1)


def chart(listed: Iterable[Amount], kinds: Iterable[str]) -> Chart | None:
    """The chart of the whole amounts, their kinds in a given order; None where there is nothing to draw."""
    drawn = [amount for amount in listed if amount.whole and amount.value > 0]
    if not drawn:
        return None
    powers = [(amount.money.kind, math.log10(amount.value)) for amount in drawn]
    first = math.floor(min(power for _, power in powers))
    last = max(math.ceil(max(power for _, power in powers)), first + 1)
    used = [kind for kind in kinds if any(kind == each for each, _ in powers)]
    rows = (
        Row(kind, ROW * place, tuple(_place(power, first, last) for each, power in powers if each == kind))
        for place, kind in enumerate(used)
    )
    return Chart(first, last, tuple(rows))
