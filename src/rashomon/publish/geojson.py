"""GeoJSON (RFC 7946): what is known to a town is a point, what is known to an area is one.

A district, region or country is drawn as the ring that most of it lies in, so that no
map shows an exact spot that no report gave. Without coordinates the geometry is null.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from rashomon.model.precision import radius_km
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.publish import flat
from rashomon.publish.fields import Told, where_of
from rashomon.publish.plain import json_text

AREAS = frozenset({GeoPrecision.DISTRICT, GeoPrecision.REGION, GeoPrecision.COUNTRY})
KM_A_DEGREE = 111.195
CORNERS = 32
# Beyond this a circle has no width in degrees; the ring ends there.
MOST_LATITUDE = 89.0
# Reasons and first publications make a map's file twice as large: they are in the tables.
_PROPERTIES = [
    field for field in flat.FIELDS if not field.name.endswith(flat.OF_TABLES_ONLY)
]


def geojson_lines(told: Iterable[Told]) -> Iterator[str]:
    """Yield a FeatureCollection, a feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    before = None
    for each in told:
        if before is not None:
            yield before + ","
        before = json_text(_feature(each))
    if before is not None:
        yield before
    yield "]}"


def _feature(told: Told) -> dict[str, object]:
    where = where_of(told)
    cells = {field.name: field.of(told) for field in _PROPERTIES}
    return {
        "type": "Feature",
        "id": told.record.incident.id,
        "geometry": geometry(where) if where else None,
        "properties": cells,
    }


def geometry(where: Where) -> dict[str, object] | None:
    """Return the geometry of a place: a point, a ring, or None without coordinates."""
    if where.point is None:
        return None
    if where.precision in AREAS:
        return {"type": "Polygon", "coordinates": [ring(where.point, radius_km(where))]}
    return {"type": "Point", "coordinates": [where.point.lon, where.point.lat]}


def ring(centre: Point, radius: float) -> list[list[float]]:
    """Return a closed ring around a point, counterclockwise, within the world's bounds.

    What would lie beyond the antimeridian is cut off there.
    """
    corners = []
    for step in range(CORNERS):
        angle = 2 * math.pi * step / CORNERS
        lat = centre.lat + radius * math.sin(angle) / KM_A_DEGREE
        lat = max(-MOST_LATITUDE, min(MOST_LATITUDE, lat))
        width = KM_A_DEGREE * math.cos(math.radians(centre.lat))
        lon = centre.lon + radius * math.cos(angle) / max(width, 1.0)
        corners.append([round(max(-180.0, min(180.0, lon)), 5), round(lat, 5)])
    return [*corners, corners[0]]
