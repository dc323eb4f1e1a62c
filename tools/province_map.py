"""Make data/map.json, the outlines that the case map is drawn from, out of the npm package @svg-maps/thailand 2.0.0.

    curl -LO https://registry.npmjs.org/@svg-maps/thailand/-/thailand-2.0.0.tgz && tar xzf thailand-2.0.0.tgz
    .venv/bin/python tools/province_map.py package/index.js

The package (CC BY 4.0) draws the 77 provinces in the Mercator projection, as paths of relative steps. A step of no
length marks where a border ends: it is kept, so that neighbours still meet there after each line has been simplified.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cde.loading import load  # noqa: E402  (it lies in the root of the repository)

TOLERANCE = 0.8
"""How far a simplified line may be from the true one, in units of the map (about 1.3 km)."""

SMALLEST = 4.0
"""Area below which an island is left out of the picture, in square units of the map."""

NAMES = {"phangnga": "phang-nga", "buriram": "buri-ram"}
"""Spellings of the package that differ from those of data/provinces.yml."""

LAKE = "lake-songkha"
"""A shape of the package that is no province: the lake of Songkhla."""

CREDIT = "@svg-maps/thailand 2.0.0 (https://www.npmjs.com/package/@svg-maps/thailand), CC BY 4.0, simplified"

Point = tuple[float, float]
Line = tuple[Point, ...]


def rings(path: str) -> list[list[Line]]:
    """The rings of a path, each as the lines between its marks."""
    found = []
    x = y = 0.0
    for part in re.findall(r"m ([^z]+) z", path):
        steps = [tuple(map(float, step.split(","))) for step in part.split()]
        x, y = x + steps[0][0], y + steps[0][1]
        start, lines, line = (x, y), [], [(x, y)]
        for dx, dy in steps[1:]:
            if (dx, dy) == (0, 0):
                lines.append(line)
                line = [(x, y)]
                continue
            x, y = x + dx, y + dy
            line.append((x, y))
        line.append(start)
        lines.append(line)
        if len(lines) > 1:  # the ring begins somewhere within a line
            lines[0] = lines.pop() + lines[0][1:]
        found.append([tuple(rounded(point) for point in line) for line in lines if len(line) > 1])
        x, y = start
    return found


def rounded(point: Point) -> Point:
    """A point to a hundredth, so that both sides of a border agree on it."""
    return round(point[0], 2), round(point[1], 2)


def simplify(line: Line) -> Line:
    """Douglas and Peucker's method; a closed line is cut at its farthest point first."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: distance(line[i], line[0], line[0]))
        return simplify(line[: far + 1])[:-1] + simplify(line[far:])
    far = max(range(1, len(line) - 1), key=lambda i: distance(line[i], line[0], line[-1]))
    if distance(line[far], line[0], line[-1]) <= TOLERANCE:
        return line[0], line[-1]
    return simplify(line[: far + 1])[:-1] + simplify(line[far:])


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a line through two others, or to the first where they are one."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def area(ring: Line) -> float:
    """The area within a ring, by the shoelace formula."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2


def drawn(line: Line) -> str:
    """A line as an SVG path in whole units."""
    x, y = round(line[0][0]), round(line[0][1])
    text, steps = f"M{x} {y}l", []
    for point in line[1:]:
        dx, dy = round(point[0]) - x, round(point[1]) - y
        if dx or dy:
            steps.append(f"{dx} {dy}")
            x, y = x + dx, y + dy
    return text + " ".join(steps).replace(" -", "-") if steps else ""


def main() -> None:
    """Read the package's file, named on the command line, and write data/map.json."""
    package = json.loads(Path(sys.argv[1]).read_text("utf-8").removeprefix("export default ").rstrip().rstrip(";"))
    library, _ = load(ROOT)
    codes = {entry.data.name.en.lower().replace(" ", "-"): code for code, entry in library.provinces.items()}
    shapes: dict[str, list[list[Line]]] = {}
    for place in package["locations"]:
        name = place["name"].lower().replace(" ", "-")
        shapes[LAKE if name == LAKE else codes[NAMES.get(name, name)]] = rings(place["path"])
    outlines = {code: [sum((simplify(line)[:-1] for line in ring), ()) for ring in shapes[code]] for code in shapes}
    pictured = [ring for code in sorted(outlines) for ring in outlines[code] if area(ring) > SMALLEST]
    written = {
        "credit": CREDIT,
        "width": 560,
        "height": 1025,
        "land": "".join(drawn(ring) + "z" for ring in pictured),
        "provinces": {
            code: [[[round(x, 1), round(y, 1)] for x, y in ring] for ring in outlines[code] if len(ring) > 2]
            for code in sorted(outlines.keys() - {LAKE})
        },
    }
    text = (
        json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"').replace('","', '",\n"')
    )
    (ROOT / "data/map.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
