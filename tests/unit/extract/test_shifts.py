"""When a sentence leaves the report's incident for another."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.extract.passages import is_afar
from rashomon.extract.shifts import Anchor
from rashomon.model.document import Span
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where

HERE = Where("Alton", GeoPrecision.SETTLEMENT, Point(50.0, 30.0), "XX")
NEAR = Where("Alton Mills", GeoPrecision.SETTLEMENT, Point(50.1, 30.1), "XX")
FAR = Where("Borton", GeoPrecision.SETTLEMENT, Point(55.0, 37.0), "XX")
REGION = Where("Alton Province", GeoPrecision.REGION, Point(51.0, 31.0), "XX")


def on(day: int) -> When:
    """Return a day in May 2024."""
    return When(date(2024, 5, day), date(2024, 5, day), TimePrecision.DAY)


def test_a_suburb_is_the_same_place() -> None:
    """A few kilometres do not make another incident."""
    assert not Anchor(None, HERE).another_place(Anchor(None, NEAR))


def test_a_far_town_is_another_place() -> None:
    """Two towns hundreds of kilometres apart are two places."""
    assert Anchor(None, HERE).another_place(Anchor(None, FAR))


def test_a_region_stands_for_the_whole_of_it() -> None:
    """A town and its region are no contradiction."""
    assert not Anchor(None, HERE).another_place(Anchor(None, REGION))


def test_two_days_apart_is_another_day() -> None:
    """A night may end the next morning, but not two days later."""
    assert not Anchor(on(2)).another_day(Anchor(on(3)))
    assert Anchor(on(2)).another_day(Anchor(on(4)))


def test_two_months_that_follow_each_other_are_two_days() -> None:
    """What was in 2008 was not in 2009, and not within a day of it either."""
    years = [
        Anchor(When(date(y, 1, 1), date(y, 12, 31), TimePrecision.YEAR))
        for y in (2008, 2009)
    ]
    assert years[0].another_day(years[1])
    assert years[0].long_before_or_after(years[1])
    assert not years[0].another_day(years[0])


def test_what_is_unknown_speaks_against_nothing() -> None:
    """An anchor without day and place may be any incident, and shares nothing."""
    assert Anchor().may_be(Anchor(on(2), HERE))
    assert not Anchor().shares(Anchor(on(2), HERE))


def test_what_is_known_first_stays() -> None:
    """Filling an anchor adds what it lacks and changes nothing it has."""
    filled = Anchor(on(2)).filled_from(Anchor(on(9), HERE))
    assert filled == Anchor(on(2), HERE)


def test_neighbouring_regions_are_two_places() -> None:
    """Two regions named as such are not one, however near their middles lie."""
    east = Where("East", GeoPrecision.REGION, Point(51.0, 31.0), "XX", "East Province")
    west = Where("West", GeoPrecision.REGION, Point(51.2, 31.2), "XX", "West Province")
    assert Anchor(None, east).another_place(Anchor(None, west))
    assert not Anchor(None, east).another_place(Anchor(None, east))


def test_the_seat_of_a_region_may_stand_for_the_region() -> None:
    """ "A factory in Ryazan" may be in a village of the Ryazan region."""
    seat = Where("Orlov", GeoPrecision.SETTLEMENT, Point(50, 30), "XX", "Orlov Oblast")
    village = Where("Lipki", GeoPrecision.SETTLEMENT, Point(51, 31), "XX", seat.admin1)
    town = Where("Alton", GeoPrecision.SETTLEMENT, Point(50, 30), "XX", seat.admin1)
    assert not Anchor(None, seat).another_place(Anchor(None, village))
    assert Anchor(None, town).another_place(Anchor(None, village))


def test_a_town_outside_a_region_is_another_place() -> None:
    """However near, where both say which region they are in."""
    region = Where("East", GeoPrecision.REGION, Point(50, 30), "XX", "East")
    inside = Where("Alton", GeoPrecision.SETTLEMENT, Point(51, 31), "XX", "East")
    outside = Where("Borton", GeoPrecision.SETTLEMENT, Point(51, 31), "XX", "West")
    assert not Anchor(None, region).another_place(Anchor(None, inside))
    assert Anchor(None, region).another_place(Anchor(None, outside))


@pytest.mark.parametrize(
    ("before", "afar"),
    [
        ("a village 65 kilometers (40 miles) southeast of the city of ", True),
        ("a plant south-east of ", True),
        ("a town some 12 miles from ", True),
        ("a market in the east of ", False),
        ("a plant near ", False),
        ("12 miles of road; a plant in ", False),
    ],
)
def test_how_far_from_a_town_is_not_the_town(before: str, *, afar: bool) -> None:
    """ "South of Alton" is not Alton; "in the south of Alton" is."""
    text = f"{before}Alton"
    named = Toponym(span=Span(len(before), len(text)), text="Alton", where=HERE)
    assert is_afar(text, named) is afar
