"""Values read as a person would say them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, Finding
from rashomon.model.value import (
    Consequence,
    Count,
    Damage,
    DamageDegree,
    Evidence,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Responsibility,
    ResponsibilityPosition,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)
from rashomon.publish.wording import finding_words, range_words, value_words

DAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Count(5, 5), "5"),
        (Count(3, None), "3+"),
        (Count(12, 15), "12–15"),
        (Count(0, 0), "none"),
        (Count(3, None, vague=True), "several (3+)"),
        (Count(1, None, vague=True), "some (1+)"),
        (Count(24, None, vague=True), "dozens (24+)"),
        (Count(200, None, vague=True), "hundreds (200+)"),
        (Count(3000, None, vague=True), "thousands (3000+)"),
        (Count(2, 2, scope="children"), "2 (children)"),
        (When(DAY, DAY, TimePrecision.DAY), "2024-05-01"),
        (When(DAY, date(2024, 5, 3), TimePrecision.RANGE), "2024-05-01 to 2024-05-03"),
        (When(DAY, date(2024, 5, 31), TimePrecision.MONTH), "2024-05"),
        (When(DAY, DAY, TimePrecision.MONTH), "2024-05-01"),
        (When(date(2024, 1, 1), date(2024, 12, 31), TimePrecision.YEAR), "2024"),
        (
            When(datetime(2024, 5, 1, 7, 30), datetime(2024, 5, 1, 7, 30), TimePrecision.MINUTE),
            "2024-05-01 07:30",
        ),
        (
            When(datetime(2024, 5, 1, 18), datetime(2024, 5, 1, 23, 59), TimePrecision.PART_OF_DAY),
            "2024-05-01 18:00–23:59",
        ),
        (Where("Verin", GeoPrecision.SETTLEMENT, None, "IT", "Lazio"), "Verin (Lazio, IT)"),
        (Where("Verin", GeoPrecision.SETTLEMENT), "Verin"),
        (Where("Lazio", GeoPrecision.REGION, None, "IT", "Lazio"), "Lazio (IT)"),
        (Victim("a baker", name="Ana Dol", harm="killed"), "Ana Dol, a baker (killed)"),
        (Victim("guards", count=3), "3 × guards"),
        (Victim("the baker", harm="none"), "the baker (unharmed)"),
        (Target("the bakery", entity="Verin Bakery"), "the bakery [Verin Bakery]"),
        (Perpetrator("rebels", entity="Rebels"), "rebels"),
        (Damage("house", DamageDegree.ON_FIRE, 2), "2 × house: on fire"),
        (Weapon("cruise_missile", "Burya", 3), "3 × cruise missile (Burya)"),
        (Responsibility("the Front", ResponsibilityPosition.NO_COMMENT), "the Front no comment"),
        (Responsibility("the Front", None), "the Front accused"),
        (Outcome.HIT, "hit"),
        (Consequence("airport_closure", "lifted"), "airport closure lifted"),
        (
            Evidence("satellite_imagery", by="Orbit", verified_by="a daily"),
            "satellite imagery by Orbit, verified by a daily",
        ),
    ],
)  # fmt: skip
def test_value_words(value: Value, expected: str) -> None:
    """Each kind of value has its words."""
    assert value_words(value) == expected


def _killed(best: int | None, low: int | None, high: int | None) -> Finding:
    return Finding(
        attribute=Attribute.KILLED,
        positions=(),
        agreement=Agreement.SINGLE,
        chosen=(),
        rule="r",
        why="w",
        best=best,
        low=low,
        high=high,
    )


@pytest.mark.parametrize(
    ("best", "low", "high", "expected"),
    [
        (5, 3, 7, "5 (3–7)"),
        (5, 5, 5, "5"),
        (5, None, None, "5"),
        (5, 5, None, "5"),
        (0, 0, 0, "0"),
        (None, None, None, "–"),
        (None, 3, None, "3–?"),
    ],
)
def test_a_figure_shows_its_range_only_where_it_has_one(
    best: int | None, low: int | None, high: int | None, expected: str
) -> None:
    """Low and high are shown where they differ from the best; nothing said is a dash."""
    assert range_words(_killed(best, low, high)) == expected


def test_a_finding_without_a_value_is_a_dash() -> None:
    """Only denied values leave nothing to show, and that is shown."""
    finding = Finding(
        attribute=Attribute.OUTCOME,
        positions=(),
        agreement=Agreement.CONTESTED,
        chosen=(),
        rule="r",
        why="w",
    )
    assert finding_words(finding) == "–"


def test_a_day_that_is_not_told_is_worded_so() -> None:
    """A weekday or a day of the year is read with what is missing from it."""
    weekend = value_words(Unanchored("XXXX-WXX-WE"))
    assert weekend == "a Saturday or Sunday (which one is not told)"
    assert value_words(Unanchored("XXXX-12-21")) == "12-21 (year not told)"
    assert value_words(Unanchored("../2024-05-02")) == "2024-05-02 or before"
    assert value_words(Unanchored("2024-05-02/..")) == "2024-05-02 or after"
