"""Pins on the case map: one for each place, and one for several places that would touch on a phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cde.library import CaseFolder
from cde.provincemap import Point, project

APART = 34.0
"""How far two pins must be from each other, in units of the map: some 20 pixels on a phone 360 pixels wide."""


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
    found: dict[Point, list[CaseFolder]] = {}
    for case in cases:
        if case.data.coordinates:
            found.setdefault(project(*case.data.coordinates), []).append(case)
    groups = list(found.items())
    while pair := _too_near(groups):
        first, second = (groups[place] for place in pair)
        groups = [group for place, group in enumerate(groups) if place not in pair]
        groups.append((_middle(first, second), first[1] + second[1]))
    listed = [Pin((round(x), round(y)), tuple(members)) for (x, y), members in groups]
    return sorted(listed, key=lambda pin: (pin.point[1], pin.point[0]))


def _too_near(groups: list[tuple[Point, list[CaseFolder]]]) -> tuple[int, int] | None:
    """The two nearest groups, where they are not apart."""
    distances = [
        ((a[0][0] - b[0][0]) ** 2 + (a[0][1] - b[0][1]) ** 2, i, j)
        for i, a in enumerate(groups)
        for j, b in enumerate(groups[:i])
    ]
    nearest = min(distances, default=None)
    return (nearest[1], nearest[2]) if nearest and nearest[0] < APART**2 else None


def _middle(first: tuple[Point, list[CaseFolder]], second: tuple[Point, list[CaseFolder]]) -> Point:
    """The point between two groups, nearer to the one with more cases."""
    (x1, y1), (x2, y2) = first[0], second[0]
    n, m = len(first[1]), len(second[1])
    return (x1 * n + x2 * m) / (n + m), (y1 * n + y2 * m) / (n + m)
