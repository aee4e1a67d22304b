"""UCDP's date_prec and ACLED's time_precision from a time's span."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.model.time_precision import (
    acled_event_date,
    acled_time_precision,
    ucdp_date_prec,
)
from rashomon.model.value import TimePrecision, When


def span(first: str, last: str) -> When:
    """Return the days from one to another."""
    ends = date.fromisoformat(first), date.fromisoformat(last)
    return When(*ends, TimePrecision.RANGE)


@pytest.mark.parametrize(
    ("first", "last", "ucdp", "acled"),
    [
        ("2024-05-01", "2024-05-01", 1, 1),
        ("2024-05-04", "2024-05-05", 2, 2),
        ("2024-05-06", "2024-05-11", 2, 2),
        ("2024-05-06", "2024-05-12", 3, 2),
        ("2024-05-01", "2024-05-08", 4, 3),
        ("2024-05-01", "2024-05-31", 4, 3),
        ("2024-05-01", "2024-06-01", 5, None),
        ("2024-01-01", "2024-12-31", 5, None),
        ("2020-01-01", "2029-12-31", None, None),
    ],
)
def test_codes_follow_from_the_span(
    first: str, last: str, ucdp: int | None, acled: int | None
) -> None:
    """Each length of time has the code that CODEBOOKS.md gives it, or none."""
    when = span(first, last)
    assert (ucdp_date_prec(when), acled_time_precision(when)) == (ucdp, acled)


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        ("2024-05-01", "2024-05-01", "2024-05-01"),
        ("2024-05-06", "2024-05-12", "2024-05-09"),
        ("2024-05-01", "2024-05-31", "2024-05-16"),
        ("2024-05-01", "2024-05-10", "2024-05-01"),
        ("2024-05-20", "2024-05-31", "2024-05-31"),
    ],
)
def test_acled_puts_a_span_on_one_day(first: str, last: str, day: str) -> None:
    """A week and a month stand on their middle day, "early" and "late" on their ends."""
    assert acled_event_date(span(first, last)) == date.fromisoformat(day)


def test_what_acled_does_not_code_has_no_day() -> None:
    """A year is too wide for ACLED, and no day is made up for it."""
    assert acled_event_date(span("2024-01-01", "2024-12-31")) is None
