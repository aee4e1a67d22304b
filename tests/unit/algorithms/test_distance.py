"""Great-circle distance and bounding boxes."""

from __future__ import annotations

import pytest

from rashomon.algorithms.distance import bounding_box, distance_km


def test_a_degree_of_latitude_is_111_km() -> None:
    """The textbook figure."""
    assert distance_km(10, 20, 11, 20) == pytest.approx(111.2, abs=0.1)


def test_antipodes_are_half_the_way_round() -> None:
    """The farthest two points can be."""
    assert distance_km(0, 0, 0, 180) == pytest.approx(20_015, abs=1)


def test_the_box_holds_the_circle() -> None:
    """A point 50 km east is inside a box for 50 km, high latitude or not."""
    south, west, north, east = bounding_box(60, 30, 50)
    assert distance_km(60, 30, 60, east) >= 50
    assert distance_km(60, 30, north, 30) == pytest.approx(50, abs=0.01)
    assert south < 60 < north
    assert west < 30 < east


def test_near_a_pole_the_box_spans_all_meridians() -> None:
    """There every meridian meets the circle."""
    assert bounding_box(89.9, 0, 50)[1::2] == (-180.0, 180.0)
