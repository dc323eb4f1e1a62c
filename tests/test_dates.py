"""Dates and years in the reader's calendar."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cde.dates import MONTHS, date, year

LANGUAGES = st.sampled_from(["th", "en"])


@pytest.mark.parametrize(
    ("written", "thai", "english"),
    [
        ("2022-09-02", "2 กันยายน 2565", "2 September 2022"),
        ("2022-12-31", "31 ธันวาคม 2565", "31 December 2022"),
        ("2022-01-01", "1 มกราคม 2565", "1 January 2022"),
        ("2022-09", "กันยายน 2565", "September 2022"),
        ("2022", "พ.ศ. 2565", "2022"),
        ("2020/2021", "พ.ศ. 2563–2564", "2020–2021"),
        ("2015~", "ราว พ.ศ. 2558", "about 2015"),
    ],
)
def test_a_date_is_told_in_both_calendars(written, thai, english):
    assert date(written, "th") == thai
    assert date(written, "en") == english


def test_every_month_has_one_name_in_each_language():
    assert len(set(MONTHS["th"])) == len(set(MONTHS["en"])) == 12
    assert MONTHS["th"][1] == "กุมภาพันธ์"
    assert all(name.endswith(("คม", "ยน", "พันธ์")) for name in MONTHS["th"])


@given(st.integers(1200, 2200))
def test_a_thai_year_is_543_years_ahead(value):
    assert int(year(value, "th").removeprefix("พ.ศ. ")) - 543 == value
    assert int(year(value, "en")) == value


@given(st.dates(datetime.date(1200, 1, 1), datetime.date(2200, 12, 31)), LANGUAGES)
def test_a_full_date_can_be_read_back(value, language):
    day, month, shown_year = date(value.isoformat(), language).split(" ")
    era = 543 if language == "th" else 0
    assert value == datetime.date(int(shown_year) - era, MONTHS[language].index(month) + 1, int(day))


@given(st.integers(1200, 2200), st.integers(1, 12), LANGUAGES)
def test_a_month_is_its_day_without_the_day(value, month, language):
    written = f"{value}-{month:02}"
    assert date(f"{written}-07", language) == f"7 {date(written, language)}"


@given(st.integers(1200, 2199), st.integers(1, 99), LANGUAGES)
def test_a_range_names_both_years_and_the_era_once(first, length, language):
    shown = date(f"{first}/{first + length}", language)
    era = 543 if language == "th" else 0
    assert [int(found) - era for found in re.findall(r"\d+", shown)] == [first, first + length]
    assert shown.count("พ.ศ.") == (1 if language == "th" else 0)
