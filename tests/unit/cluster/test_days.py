"""What days that are not wholly told say for and against one incident."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.cluster import days
from rashomon.cluster.profiles import Profile
from rashomon.cluster.weights import WEIGHTS
from rashomon.model.value import TimePrecision, When

MakeProfile = Callable[..., Profile]
FRIDAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        ("XXXX-WXX-5", "weekday_fits"),
        ("XXXX-WXX-1", "other_weekday"),
        ("XXXX-05-03", "date_fits"),
        ("XXXX-05-08", "other_date"),
    ],
)
def test_an_open_day_fits_a_known_one_or_not(
    makes: MakeProfile, told: str, ground: str
) -> None:
    """A Friday can be Friday 3 May 2024; Monday and 8 May cannot."""
    dated, open_ = makes("a", when=3), makes("b", open_days=frozenset({told}))
    found = days.open_days(dated, open_)
    assert found == days.open_days(open_, dated)
    assert found is not None
    assert found.name == ground
    assert (WEIGHTS[ground] > 0) == ground.endswith("fits")


@pytest.mark.parametrize(
    ("told", "weak", "ground"),
    [
        ("XXXX-03-01", True, "days_apart_reckoned"),
        ("XXXX-03-01", False, "other_date"),
        ("XXXX-03-02", True, "other_date"),
        ("XXXX-05-10", True, "other_date"),
    ],
)
def test_a_weekday_of_a_late_stamp_may_be_that_of_an_open_date(
    makes: MakeProfile, told: str, weak: bool, ground: str
) -> None:
    """1 March was a Friday, too, and a crawler may have come weeks later, never before."""
    dated = makes("a", when=3, weak_date=weak)
    found = days.open_days(dated, makes("b", open_days=frozenset({told})))
    assert found is not None
    assert found.name == ground
    assert found == days.open_days(makes("b", open_days=frozenset({told})), dated)


def test_two_open_days_are_compared_where_they_can_be(makes: MakeProfile) -> None:
    """A weekday says nothing of a date, and a week fits any day."""
    monday = makes("a", open_days=frozenset({"XXXX-WXX-1"}))
    sunday = makes("b", open_days=frozenset({"XXXX-WXX-7"}))
    dated = makes("c", open_days=frozenset({"XXXX-05-03"}))
    week = makes("d", when=When(FRIDAY, date(2024, 5, 9), TimePrecision.RANGE))
    told = days.open_days(monday, sunday)
    assert told is not None
    assert told.name == "other_weekday"
    assert days.open_days(monday, dated) is None
    assert days.open_days(monday, week) is None
    assert days.open_days(makes("e", when=3), makes("f", when=4)) is None


def test_a_report_is_not_about_what_it_tells_apart(makes: MakeProfile) -> None:
    """ "The third, after those of 1 and 3 May": it is not that of 3 May."""
    third = makes("a", days_apart=frozenset({"XXXX-05-01", "2024-05-03"}))
    for other in (makes("b", when=3), makes("c", open_days=frozenset({"XXXX-05-01"}))):
        told = days.told_apart(third, other)
        assert told == days.told_apart(other, third)
        assert told is not None
        assert WEIGHTS[told.name] <= -5
    assert days.told_apart(third, makes("d", when=5)) is None


def test_a_day_of_its_own_decides_better(makes: MakeProfile) -> None:
    """Where the report dates itself, two days are compared."""
    dated = makes("a", when=4, days_apart=frozenset({"2024-05-03"}))
    assert days.told_apart(dated, makes("b", when=3)) is None
