"""The money ledger: which amounts stand in it, and where they stand on its chart."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde import ledger
from cde.library import Library
from tests import cases

PRICE = {"value: 13000000, unit: baht,": "value: 250, unit: baht-per-t,", "kind: budget": "kind: price"}
WAITING = {"print: attribute, sources: [news]": "print: check, sources: [news]", "strength: full": "strength: short"}
SMALL = {"value: 13000000": "value: 4000", "kind: budget": "kind: grant"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return cases.library(tmp_path_factory.mktemp("ledger"), {"price": PRICE, "waits": WAITING, "small": SMALL})


def listed(library: Library) -> dict[str, ledger.Amount]:
    return {
        amount.case.data.id: amount for amount in ledger.amounts(library.published_cases(), library.words["money_kind"])
    }


def test_every_printable_amount_is_listed_and_one_that_waits_for_a_check_is_not(library: Library):
    found = listed(library)
    assert found.keys() == {"nan", "price", "small"}
    assert (found["nan"].value, found["nan"].money.kind, found["nan"].claim.year) == (13_000_000, "budget", 2020)


def test_a_price_for_each_tonne_has_no_place_among_whole_amounts(library: Library):
    chart = ledger.chart(listed(library).values(), library.words["money_kind"])
    assert chart is not None
    assert [row.kind for row in chart.rows] == ["budget", "grant"], "in the order of the closed list"
    assert [len(row.dots) for row in chart.rows] == [1, 1]


def test_the_scale_goes_by_powers_of_ten(library: Library):
    chart = ledger.chart(listed(library).values(), library.words["money_kind"])
    assert chart is not None
    assert (chart.first, chart.last) == (3, 8)
    assert chart.ticks[0] == (12.0, None, "start")
    assert chart.ticks[-1] == (348.0, 100_000_000, "end")
    assert [value for _, value, _ in chart.ticks] == [None, 10_000, None, 1_000_000, None, 100_000_000]
    assert chart.rows[1].dots[0] == pytest.approx(12 + 336 * 0.6021 / 5, abs=0.1), "4,000 baht"


def test_nothing_is_drawn_of_nothing(tmp_path: Path):
    prices = cases.library(tmp_path, {"nan": PRICE})
    assert (
        ledger.chart(ledger.amounts(prices.published_cases(), prices.words["money_kind"]), prices.words["money_kind"])
        is None
    )
    assert ledger.chart([], []) is None


def test_amounts_stand_by_kind_in_the_order_of_the_closed_list(library: Library):
    kinds = library.words["money_kind"]
    found = [amount.money.kind for amount in ledger.amounts(reversed(library.published_cases()), kinds)]
    assert found == ["budget", "grant", "price"]
