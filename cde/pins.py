"""Pins on the case map: one for each place, and one for several places that would touch on a phone."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder
from cde.provincemap import Point, project

APART = 34.0
"""How far two pins must be from each other, in units of the map: some 20 pixels on a phone 360 pixels wide."""


Group = tuple[Point, list[CaseFolder]]
"""Cases about a point of the map."""


@dataclass(frozen=True)
class Pin:
    """Cases at one place of the map, or at several that are too near to tell apart."""

    point: Point
    cases: tuple[CaseFolder, ...]

    @property
    def provinces(self) -> list[str]:
        """Codes of the provinces of its cases, each once."""
        return list(dict.fromkeys(case.data.province for case in self.cases if case.data.province))

    @property
    def bases(self) -> dict[str, int]:
        """Main bases of its cases, with how many have each."""
        found: dict[str, int] = {}
        for case in self.cases:
            found[case.data.bases[0]] = found.get(case.data.bases[0], 0) + 1
        return found


def pins(cases: Iterable[CaseFolder]) -> list[Pin]:
    """Pins of the cases with a position, from north to south; the two nearest ones are joined until all are apart."""
    places: dict[Point, list[CaseFolder]] = {}
    for case in cases:
        if case.data.coordinates:
            places.setdefault(project(*case.data.coordinates), []).append(case)
    groups: dict[int, Group] = {}
    near: list[tuple[float, int, int]] = []
    for point in sorted(places):
        _add(groups, near, len(groups), (point, places[point]))
    number = len(groups)
    while near:
        _, first, second = heapq.heappop(near)
        if first in groups and second in groups:
            _add(groups, near, number, _joined(groups.pop(first), groups.pop(second)))
            number += 1
    listed = [Pin((round(x), round(y)), tuple(members)) for (x, y), members in groups.values()]
    return sorted(listed, key=lambda pin: (pin.point[1], pin.point[0]))


def _add(groups: dict[int, Group], near: list[tuple[float, int, int]], number: int, group: Group) -> None:
    """Take a group in, and put it with each group that it is not apart from on the heap, by their distance."""
    for other, (point, _) in groups.items():
        distance = math.dist(point, group[0])
        if distance < APART:
            heapq.heappush(near, (distance, other, number))
    groups[number] = group


def _joined(first: Group, second: Group) -> Group:
    """Two groups as one, at the point between them that is nearer to the one with more cases."""
    (x1, y1), (x2, y2) = first[0], second[0]
    n, m = len(first[1]), len(second[1])
    return ((x1 * n + x2 * m) / (n + m), (y1 * n + y2 * m) / (n + m)), first[1] + second[1]
