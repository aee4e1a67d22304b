"""Values that may be imprecise, and how two of them agree."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InvariantError
from rashomon.model.value import (
    Count,
    GeoPrecision,
    TimePrecision,
    Unanchored,
    When,
    Where,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Make any count that may stand in a report."""
    low = draw(st.integers(0, 500))
    high = draw(st.none() | st.integers(low, 600))
    return Count(low, high)


@given(counts(), counts())
def test_counts_agree_both_ways(left: Count, right: Count) -> None:
    """Agreement of counts does not depend on who speaks first."""
    assert left.agrees_with(right) == right.agrees_with(left)


@given(counts())
def test_a_count_agrees_with_itself(count: Count) -> None:
    """A repeated figure is no contradiction."""
    assert count.agrees_with(count)


def test_at_least_agrees_with_more_not_with_fewer() -> None:
    """ "At least 3" and 5 can both be true; "at least 3" and 2 cannot."""
    assert Count(3, None).agrees_with(Count(5, 5))
    assert not Count(3, None).agrees_with(Count(2, 2))


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (5, 4)])
def test_an_impossible_count_is_refused(low: int, high: int) -> None:
    """Nobody is killed a negative number of times."""
    with pytest.raises(InvariantError):
        Count(low, high)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(5, 5), "5"),
        (Count(5, None), "5+"),
        (Count(3, 7), "3–7"),
        (Count(24, None, vague=True), "~24+"),
    ],
)
def test_a_count_reads_as_a_person_writes(count: Count, words: str) -> None:
    """Bounds and vagueness are visible."""
    assert str(count) == words


@given(DAYS, DAYS)
def test_days_agree_only_when_they_meet(left: date, right: date) -> None:
    """Two exact days agree when they are one day."""
    a = When(left, left, TimePrecision.DAY)
    b = When(right, right, TimePrecision.DAY)
    assert a.agrees_with(b) == (left == right)


def test_a_moment_lies_on_its_day() -> None:
    """A date-time and its date agree, and count as one day."""
    moment = When(
        datetime(2024, 5, 1, 13, 3), datetime(2024, 5, 1, 13, 3), TimePrecision.MINUTE
    )
    assert moment.days == 1
    assert moment.agrees_with(
        When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
    )


def test_an_interval_cannot_run_backwards() -> None:
    """The end is never before the start."""
    with pytest.raises(InvariantError):
        When(date(2024, 5, 2), date(2024, 5, 1), TimePrecision.RANGE)


def test_a_place_is_written_with_its_country() -> None:
    """The country tells two towns of one name apart."""
    assert (
        str(Where("Lewiston", GeoPrecision.SETTLEMENT, country="US")) == "Lewiston (US)"
    )
    assert str(Where("Nowhere", GeoPrecision.SETTLEMENT)) == "Nowhere"


def test_an_unanchored_day_names_a_weekday_or_a_day_of_the_year() -> None:
    """ "On Monday" and "21 December" are told; "some time" is not one of them."""
    assert Unanchored("XXXX-WXX-1").weekdays == {0}
    assert Unanchored("XXXX-WXX-WE").weekdays == {5, 6}
    assert Unanchored("XXXX-12-21TMO").day_of_year == (12, 21)
    with pytest.raises(InvariantError):
        Unanchored("PAST_REF")


def test_unanchored_days_agree_where_one_day_can_be_both() -> None:
    """A weekend is no Monday; a Monday may well be 21 December."""
    monday, weekend = Unanchored("XXXX-WXX-1"), Unanchored("XXXX-WXX-WE")
    december = Unanchored("XXXX-12-21")
    assert not monday.agrees_with(weekend)
    assert weekend.agrees_with(Unanchored("XXXX-WXX-6"))
    assert monday.agrees_with(december)
    assert not december.agrees_with(Unanchored("XXXX-12-20"))
    week = When(date(2024, 12, 16), date(2024, 12, 22), TimePrecision.RANGE)
    friday = When(date(2024, 12, 20), date(2024, 12, 20), TimePrecision.DAY)
    assert monday.agrees_with(week)
    assert not monday.agrees_with(friday)
    assert str(december) == "XXXX-12-21"
