"""Sides of a country that a report names."""

from __future__ import annotations

import pytest

from rashomon.link import sides
from rashomon.model.document import Span
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.pipeline.stages import gazetteer

IRAQ = Where("Iraq", GeoPrecision.COUNTRY, Point(33.0, 44.0), "IQ")


def sided(text: str, name: str, where: Where = IRAQ) -> Where | None:
    """Return the side of the country that a text names."""
    start = text.index(name)
    toponym = Toponym(span=Span(start, start + len(name)), text=name, where=where)
    (found,) = sides.sided(text, [toponym], gazetteer())
    assert found.where == where
    return found.part


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        ("in northern Iraq", "Iraq", (35.0, 37.5), (42.0, 46.0)),
        ("in the south of Iraq", "Iraq", (29.0, 32.5), (43.0, 49.0)),
        ("in north-western Iraq", "Iraq", (33.0, 37.5), (40.0, 45.0)),
        ("на севере Ирака", "Ирака", (35.0, 37.5), (42.0, 46.0)),
    ],
)
def test_a_side_lies_on_that_side(
    text: str, name: str, lat: tuple[float, float], lon: tuple[float, float]
) -> None:
    """As an area, which no entry of the gazetteer is."""
    side = sided(text, name)
    assert side is not None
    assert side.point is not None
    assert lat[0] < side.point.lat < lat[1]
    assert lon[0] < side.point.lon < lon[1]
    assert side.precision is GeoPrecision.REGION
    assert side.geonameid is None


def test_other_words_name_no_side() -> None:
    """Nor is a side of a town one of a country, nor of a country of two provinces."""
    assert sided("the people of Iraq", "Iraq") is None
    assert sided("the Northern Front in Iraq", "Iraq") is None
    town = Where("Mosul", GeoPrecision.SETTLEMENT, Point(36.3, 43.1), "IQ")
    assert sided("in northern Mosul", "Mosul", town) is None
    nowhere = Where("Atlantis", GeoPrecision.COUNTRY, Point(0.0, 0.0), "XX")
    assert sided("in northern Atlantis", "Atlantis", nowhere) is None
