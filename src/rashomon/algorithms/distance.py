"""Great-circle distance and the boxes that hold a circle on the earth."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = EARTH_RADIUS_KM * math.pi / 180


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points in kilometres."""
    here, there = math.radians(lat), math.radians(other_lat)
    half_lat = math.sin((there - here) / 2) ** 2
    half_lon = math.sin(math.radians(other_lon - lon) / 2) ** 2
    chord = half_lat + math.cos(here) * math.cos(there) * half_lon
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


def bounding_box(
    lat: float, lon: float, within_km: float
) -> tuple[float, float, float, float]:
    """Return (south, west, north, east) of a box that holds the circle.

    West may lie below -180 and east above 180 where the box crosses the date line.
    Near a pole, where the circle touches every meridian, it spans all of them.
    """
    high = within_km / KM_PER_DEGREE
    south, north = max(-90.0, lat - high), min(90.0, lat + high)
    if south <= -90 or north >= 90:
        return south, -180.0, north, 180.0
    sine = math.sin(math.radians(high)) / math.cos(math.radians(lat))
    wide = math.degrees(math.asin(sine)) if sine < 1 else 180.0
    return south, lon - wide, north, lon + wide
