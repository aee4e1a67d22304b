"""Calendar arithmetic and TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.extract import time_calendar as calendar


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2025, date(2025, 4, 20))],
)
def test_easter_moves(year: int, day: date) -> None:
    """Easter Sunday falls where the western church has it."""
    assert calendar.easter(year) == day


def test_thanksgiving_is_the_fourth_thursday() -> None:
    """In 1999 it was 25 November."""
    assert calendar.nth_weekday(1999, "11-4TH") == date(1999, 11, 25)


def test_week_has_its_iso_number() -> None:
    """The first days of a year can lie in the last week of the one before."""
    told = calendar.week_with(date(2021, 1, 2))
    assert told.timex == "2020-W53"
    assert told.when is not None
    assert told.when.first_day == date(2020, 12, 28)


def test_weekend_value_names_its_week() -> None:
    """A weekend is Saturday and Sunday of an ISO week."""
    assert calendar.weekend_of(date(2023, 9, 2)).timex == "2023-W35-WE"


def test_december_ends_on_its_last_day() -> None:
    """The month after December is in the next year."""
    when = calendar.month(2023, 12).when
    assert when is not None
    assert when.last_day == date(2023, 12, 31)


def test_months_are_counted_over_the_new_year() -> None:
    """Three months before February is November."""
    assert calendar.months_from(date(2023, 2, 10), -3).timex == "2022-11"


def test_winter_may_begin_or_end_in_its_year() -> None:
    """The winter of 2022 is the one before or the one after: both are kept."""
    when = calendar.season(2022, "WI").when
    assert when is not None
    assert (when.first_day, when.last_day) == (date(2021, 12, 1), date(2023, 2, 28))


def test_years_beyond_the_calendar_are_not_told() -> None:
    """A year that no calendar holds gives nothing."""
    assert calendar.year(0) is None
