"""Grades of harm and clarity, each by its test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Outcome,
    Responsibility,
    ResponsibilityPosition,
    TimePrecision,
    When,
    Where,
)
from rashomon.profiles import Source, Sources, grading
from rashomon.profiles.evidence import Evidence, gathered
from rashomon.profiles.sources import described

KILLED, INJURED = Attribute.KILLED, Attribute.INJURED
FIVE = (KILLED, Count(5, 5))


def _evidence(told: Any, sources: Sources | None = None) -> Evidence:
    return gathered(told.record, told.documents, told.families, sources or Sources())


def _position(position: ResponsibilityPosition) -> Any:
    return (Attribute.RESPONSIBILITY, Responsibility("Osbria", position), "Osbria")


def test_accepted_harm_is_confirmed(tell: Any) -> None:
    """A named actor that says it did it confirms it, by its own claim."""
    told = tell(("A", [FIVE, _position(ResponsibilityPosition.CLAIMS)]))
    grade = grading.airwars(_evidence(told))
    assert (grade.value, grade.claims) == ("confirmed", ("clm_A_1",))


def test_harm_is_not_confirmed_while_it_is_denied(tell: Any) -> None:
    """One who both claims and denies it has accepted nothing."""
    told = tell(
        ("A", [FIVE, _position(ResponsibilityPosition.CLAIMS)]),
        ("B", [_position(ResponsibilityPosition.DENIES)]),
    )
    assert grading.airwars(_evidence(told)).value == "weak"


def test_only_a_named_body_confirms(tell: Any) -> None:
    """Gunmen who say that they did it are no belligerent that is known."""
    for actor, grade in (
        ("gunmen", "weak"),
        ("The group", "weak"),
        ("The Reds", "confirmed"),
    ):
        said = Responsibility(actor, ResponsibilityPosition.CLAIMS)
        told = tell(("A", [FIVE, (Attribute.RESPONSIBILITY, said)]))
        assert grading.airwars(_evidence(told)).value == grade


def test_two_who_accept_it_compete(tell: Any) -> None:
    """Each says that it did it, and neither denies it."""
    other = Responsibility("Norland", ResponsibilityPosition.CLAIMS)
    told = tell(
        ("A", [FIVE, _position(ResponsibilityPosition.CLAIMS)]),
        ("B", [(Attribute.RESPONSIBILITY, other, "Norland")]),
    )
    assert grading.airwars(_evidence(told)).value == "contested"


def test_harm_put_down_to_fighting_on_the_ground_is_contested(tell: Any) -> None:
    """One report tells of a strike, another of a battle there."""
    told = tell(("A", [FIVE]), ("B", [FIVE]))
    first, second = told.record.accounts
    fought = replace(second, type=IncidentType.ARMED_CLASH)
    record = replace(told.record, accounts=(first, fought))
    grade = grading.airwars(_evidence(replace(told, record=record)))
    assert grade.value == "contested"
    assert "fighting" in grade.why


def test_dead_fighters_alone_are_discounted(tell: Any) -> None:
    """No civilian harm is left where only fighters are said to have died."""
    told = tell(("A", [(KILLED, Count(3, 3, scope="militants"))]))
    assert grading.airwars(_evidence(told)).value == "discounted"


def test_two_voices_and_a_strike_are_fair(tell: Any) -> None:
    """Two independent sources, and a strike that was not stopped."""
    told = tell(("A", [FIVE]), ("B", [FIVE]))
    assert grading.airwars(_evidence(told)).value == "fair"


def test_two_voices_without_a_likely_strike_are_weak(tell: Any) -> None:
    """A strike that was stopped makes its harm unlikely."""
    stopped = (Attribute.OUTCOME, Outcome.INTERCEPTED)
    told = tell(("A", [FIVE, stopped]), ("B", [FIVE]))
    assert grading.airwars(_evidence(told)).value == "weak"


def test_a_copy_does_not_raise_a_grade(tell: Any) -> None:
    """One voice printed twice is one voice."""
    told = tell(("A", [FIVE]), ("B", [FIVE], "A"))
    assert grading.airwars(_evidence(told)).value == "weak"


def test_outlets_of_one_owner_are_one_voice_where_that_is_known(tell: Any) -> None:
    """The sources file says so; without it nothing is assumed."""
    told = tell(("A", [FIVE]), ("B", [FIVE]))
    known = described(
        [Source(name="A", owner="Dol Media"), Source(name="B", owner="Dol Media")]
    )
    assert grading.airwars(_evidence(told, known)).value == "weak"


def test_no_alleged_harm_is_said_to_be_none(tell: Any) -> None:
    """Neither silence nor a reported zero alleges harm."""
    for statements in ([], [(KILLED, Count(0, 0))]):
        grade = grading.airwars(_evidence(tell(("A", statements))))
        assert grade.value == "none reported"


DAY = When(date(2024, 5, 1), date(2024, 5, 1), TimePrecision.DAY)
NIGHT = When(date(2024, 5, 1), date(2024, 5, 2), TimePrecision.PART_OF_DAY)
WEEK = When(date(2024, 5, 1), date(2024, 5, 7), TimePrecision.RANGE)


@pytest.mark.parametrize(
    ("when", "precision", "clarity"),
    [
        (DAY, GeoPrecision.SETTLEMENT, "1"),
        (NIGHT, GeoPrecision.SETTLEMENT, "1"),
        (WEEK, GeoPrecision.SETTLEMENT, "2"),
        (DAY, GeoPrecision.REGION, "2"),
    ],
)
def test_an_event_is_clear_at_one_day_and_place(
    tell: Any, when: When, precision: GeoPrecision, clarity: str
) -> None:
    """A span of days or a region leaves only an aggregate; a night is one event."""
    place = (Attribute.PLACE, Where("Verin", precision))
    told = tell(("A", [(Attribute.DATE, when), place]))
    grade = grading.event_clarity(_evidence(told))
    assert grade.value == clarity
    assert (clarity == "1") == grade.why.endswith("1 independent voice")


@pytest.mark.parametrize(
    ("statements", "answer"),
    [
        ([(KILLED, Count(1, 1)), (INJURED, Count(3, 3))], "yes"),
        ([(KILLED, Count(1, 1)), (INJURED, Count(2, 2))], "no"),
        (
            [(KILLED, Count(3, 3)), (KILLED, Count(1, 1, scope="attackers"))],
            "no",
        ),
        ([(KILLED, Count(2, 2)), (KILLED, Count(5, 5))], "unclear"),
        ([], "unknown"),
    ],
)
def test_four_shot_or_killed_are_a_mass_shooting(
    tell: Any, statements: Any, answer: str
) -> None:
    """The injured count as the killed, the shooter does not; a dispute leaves it open."""
    told = tell(("A", statements), kind=IncidentType.SHOOTING)
    assert grading.mass_shooting(_evidence(told)).value == answer


def test_other_incidents_are_no_mass_shootings(tell: Any) -> None:
    """However many died."""
    told = tell(("A", [(KILLED, Count(40, 40))]))
    assert grading.mass_shooting(_evidence(told)).value == "not a shooting"


def test_one_report_is_one_source_whoever_it_quotes(tell: Any) -> None:
    """Fair takes two reports: one that is rich in detail stays weak, as do its copies."""
    mayor, governor = (*FIVE, "Ana Dol"), (*FIVE, "Ivo Karr")
    alone = grading.airwars(_evidence(tell(("A", [mayor, governor]))))
    assert (alone.value, "in one report" in alone.why) == ("weak", True)
    copied = tell(("A", [mayor, governor]), ("B", [mayor, governor], "A"))
    assert grading.airwars(_evidence(copied)).value == "weak"
    two = tell(("A", [mayor]), ("B", [governor]))
    assert grading.airwars(_evidence(two)).value == "fair"
    one_speaker = tell(("A", [mayor]), ("B", [mayor]))
    assert grading.airwars(_evidence(one_speaker)).value == "weak"
