"""The outlines of the provinces: where a place stands on the drawn map, and whether it lies in its own province."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PATH = "data/map.json"
"""The file that tools/province_map.py makes."""

Point = tuple[float, float]

NEAR = 2.0
"""How far outside a simplified outline a pin may stand, in units of the map (about 3 km): coasts are simplified too."""


@dataclass(frozen=True)
class ProvinceMap:
    """A drawing `width` × `height` units large: `land` as an SVG path, `provinces` as rings of points by code."""

    credit: str
    width: int
    height: int
    land: str
    provinces: Mapping[str, Sequence[Sequence[Point]]]

    def distance(self, code: str, point: Point) -> float:
        """How far a point of the map lies outside a province; 0 within it."""
        rings = self.provinces[code]
        if sum(_within(point, ring) for ring in rings) % 2:
            return 0.0
        sides = (side for ring in rings for side in zip(ring, (*ring[1:], ring[0]), strict=True))
        return min(_from_side(point, start, end) for start, end in sides)

    def province_at(self, point: Point) -> str | None:
        """The province in which a point of the map lies; None at sea and abroad."""
        return next((code for code in self.provinces if self.distance(code, point) == 0), None)


def read(root: Path) -> ProvinceMap | None:
    """The map of a repository; None where it has none."""
    path = root / PATH
    return ProvinceMap(**json.loads(path.read_text("utf-8"))) if path.is_file() else None


def project(latitude: float, longitude: float) -> Point:
    """Degrees to the units of the map: Mercator, with the constants that fit @svg-maps/thailand 2.0.0.

    They were found by fitting 72 provincial capitals to the drawing, all of which then fall inside their provinces.
    """
    return (
        0.258 + (longitude - 97.3436) * 67.412,
        1024.263 - (_mercator(latitude) - _mercator(5.6126)) * 66.958,
    )


def _mercator(latitude: float) -> float:
    """The Mercator latitude, in degrees."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _within(point: Point, ring: Sequence[Point]) -> bool:
    """True where a ray from the point to the right crosses the ring an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _from_side(point: Point, start: Point, end: Point) -> float:
    """From a point to the nearest one of a side."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
    return math.hypot(x - x1 - share * dx, y - y1 - share * dy)
