"""Figures as a reader expects them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cde.model.case import Claim
from cde.model.fields import Text
from cde.model.words import Words
from cde.numbers import money, number, quantity

WORDS = Words(
    {
        "unit": {
            "baht": Text(th="บาท", en="baht"),
            "baht-per-year": Text(th="บาท/ปี", en="baht/year"),
            "percent": Text(th="%", en="%"),
            "people": Text(th="คน", en="people"),
        }
    }
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (7, "7"), (1234567, "1,234,567"), (4.40, "4.4"), (1200.5, "1,200.5"), (20.0, "20"), (-3.25, "-3.25")],
)
def test_a_number_has_its_thousands_marked(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(
    ("baht", "thai", "english"),
    [
        (999_999, "999,999 บาท", "999,999 baht"),
        (1_000_000, "1 ล้านบาท", "1 million baht"),
        (2_500_000, "2.5 ล้านบาท", "2.5 million baht"),
        (13_000_000_000, "13,000 ล้านบาท", "13 billion baht"),
        (1_540_000_000, "1,540 ล้านบาท", "1.54 billion baht"),
    ],
)
def test_money_is_told_in_millions_and_in_english_billions(baht, thai, english):
    assert money(baht, "บาท", "th") == thai
    assert money(baht, "baht", "en") == english


@pytest.mark.parametrize("baht", [70_669_012, 1_000_020, 13_000_000_001])
def test_a_sum_of_money_keeps_its_last_baht(baht):
    """A rounded sum would no longer be what its source says, and nothing would say "about"."""
    figure, size = money(baht, "baht", "en").removesuffix(" baht").rsplit(" ", 1)
    assert not figure.endswith(".")
    assert round(float(figure.replace(",", "")) * {"million": 10**6, "billion": 10**9}[size]) == baht


def claim(**changes) -> Claim:
    """A claim of 20 people, changed."""
    fields: dict[str, Any] = {
        "id": "c1",
        "kind": "result",
        "text": Text(th="ก", en="a"),
        "value": 20,
        "value_to": None,
        "approximate": False,
        "unit": "people",
        "year": None,
        "level": "reported",
        "print": "ok",
        "sources": ["news"],
    }
    return Claim.model_construct(**(fields | changes))


@pytest.mark.parametrize(
    ("changes", "thai", "english"),
    [
        ({}, "20 คน", "20 people"),
        ({"value": None}, None, None),
        ({"unit": None}, "20", "20"),
        ({"approximate": True}, "ประมาณ 20 คน", "about 20 people"),
        ({"approximate": "over"}, "กว่า 20 คน", "over 20 people"),
        ({"approximate": "nearly"}, "เกือบ 20 คน", "nearly 20 people"),
        ({"value_to": 30}, "20–30 คน", "20–30 people"),
        ({"unit": "percent", "value": 12.5}, "12.5%", "12.5%"),
        ({"unit": "percent", "value_to": 30}, "20–30%", "20–30%"),
        ({"unit": "baht", "value": 500}, "500 บาท", "500 baht"),
        ({"unit": "baht-per-year", "value": 2_000_000}, "2 ล้านบาท/ปี", "2 million baht/year"),
        ({"unit": "baht", "value": 900_000, "value_to": 2_000_000}, "900,000–2 ล้านบาท", "900,000–2 million baht"),
        ({"value": 0, "approximate": True, "value_to": 5}, "ประมาณ 0–5 คน", "about 0–5 people"),
    ],
)
def test_a_quantity_has_its_unit_its_range_and_its_about(changes, thai, english):
    assert quantity(claim(**changes), WORDS, "th") == thai
    assert quantity(claim(**changes), WORDS, "en") == english


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_can_be_read_back(value):
    assert int(number(value).replace(",", "")) == value


@given(st.decimals(-1_000_000, 1_000_000, places=4))
def test_a_number_of_four_decimals_can_be_read_back(value):
    assert float(number(float(value)).replace(",", "")) == float(value)


@given(st.floats(-1e12, 1e12))
@example(1.00001)
def test_a_number_is_well_formed(value):
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d{0,3}[1-9])?", number(value))
