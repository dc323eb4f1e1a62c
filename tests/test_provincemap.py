"""The map: degrees become points of the drawing, and every town stands in its own province."""

from __future__ import annotations

from pathlib import Path

import pytest

from cde.loading import load
from cde.provincemap import ProvinceMap, project, read

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)[0]
SQUARE = ProvinceMap("", 10, 10, "", {"10": [[(0, 0), (4, 0), (4, 4), (0, 4)], [(1, 1), (2, 1), (2, 2), (1, 2)]]})
"""A province of four by four, with a lake of one by one."""


@pytest.fixture(scope="module")
def outlines() -> ProvinceMap:
    found = read(ROOT)
    assert found is not None
    return found


def test_the_drawing_has_every_province_of_the_registry(outlines: ProvinceMap):
    assert outlines.provinces.keys() == LIBRARY.provinces.keys()
    assert outlines.land.startswith("M")
    assert "CC BY 4.0" in outlines.credit


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (13.754, 100.501, "10"),  # Bangkok
        (18.790, 98.985, "50"),  # Chiang Mai
        (16.447, 102.833, "40"),  # Khon Kaen
        (7.890, 98.398, "83"),  # Phuket, an island
        (6.541, 101.280, "95"),  # Yala, far south
        (12.916, 100.778, None),  # Koh Larn, too small to be drawn
        (13.0, 92.0, None),  # the Andaman Sea
    ],
)
def test_a_place_lies_in_its_province(outlines: ProvinceMap, latitude: float, longitude: float, code: str | None):
    assert outlines.province_at(project(latitude, longitude)) == code


def test_every_pin_of_the_library_is_where_its_record_says(outlines: ProvinceMap):
    for case in LIBRARY.cases.values():
        if case.data.coordinates and case.data.province and not case.data.offshore:
            there = project(*case.data.coordinates)
            assert outlines.distance(case.data.province, there) <= 2, case.data.id
            assert 0 < there[0] < outlines.width
            assert 0 < there[1] < outlines.height


def test_a_place_outside_is_as_far_as_the_nearest_side():
    assert SQUARE.distance("10", (7, 2)) == 3
    assert SQUARE.distance("10", (7, 8)) == 5
    assert SQUARE.distance("10", (3, 3)) == 0
    assert SQUARE.distance("10", (1.5, 1.25)) == 0.25, "in the lake"


def test_a_repository_may_have_no_map(tmp_path: Path):
    assert read(tmp_path) is None
