"""Pins of the map: every case with a position is in one, and no two touch."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cde.browsing import pin_parts
from cde.library import CaseFolder
from cde.pins import APART, pins
from cde.validation import Entry
from tests import cases

DEGREES = st.tuples(st.floats(5.7, 20.3), st.floats(97.4, 105.5))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> CaseFolder:
    return cases.library(tmp_path_factory.mktemp("pins")).cases["nan"]


def at(case: CaseFolder, name: str, place: tuple[float, float] | None, base: str = "bcg") -> CaseFolder:
    """The same case under another name, elsewhere."""
    changes = {"id": name, "coordinates": list(place) if place else None, "bases": [base]}
    return CaseFolder(case.path, Entry(case.data.model_copy(update=changes), case.record.marked))


@given(places=st.lists(DEGREES, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_case_is_lost_and_no_two_pins_touch(one: CaseFolder, places: list[tuple[float, float]]):
    found = pins(at(one, f"c{number}", place) for number, place in enumerate(places))
    assert sorted(case.data.id for pin in found for case in pin.cases) == sorted(f"c{n}" for n in range(len(places)))
    for place, pin in enumerate(found):
        for other in found[:place]:
            assert math.dist(pin.point, other.point) >= APART - 1.5, "points are rounded to whole units"


def test_one_place_is_one_pin_with_an_arc_for_each_base(one: CaseFolder):
    here = (18.78, 100.77)
    towns = [at(one, "a", here), at(one, "b", here, "digital"), at(one, "c", here), at(one, "far", (6.54, 101.28))]
    near, far = pins(towns)
    assert [case.data.id for case in near.cases] == ["a", "b", "c"]
    assert pin_parts(near) == [("bcg", 0, 2), ("digital", 2, 1)]
    assert [case.data.id for case in far.cases] == ["far"], "from north to south"


def test_a_case_without_a_position_has_no_pin(one: CaseFolder):
    assert pins([at(one, "a", None)]) == []


def test_pins_do_not_depend_on_the_order_of_cases(one: CaseFolder):
    towns = [at(one, f"c{n}", (13.0 + n / 10, 100.0 + n / 7)) for n in range(12)]
    forward, backward = pins(towns), pins(reversed(towns))
    assert [pin.point for pin in forward] == [pin.point for pin in backward]
