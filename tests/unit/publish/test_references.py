"""A published event is missing here, the same, or differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import IncidentId
from rashomon.model.reference import ReferenceEvent
from rashomon.model.value import TimePrecision, When
from rashomon.publish import differing
from rashomon.publish.references import COLUMNS, compared_rows, index

EVENT = ReferenceEvent(
    id="X1", first_day=date(2024, 5, 2), last_day=date(2024, 5, 2), place="Verin",
    lat=41.55, lon=12.3, low=5, best=5, high=5,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "same"),
        ({"best": 6, "low": 9, "high": 6}, "overlap"),
        ({"low": 50, "best": 50, "high": 50}, "differs"),
        ({"best": None}, "unknown"),
        ({"lat": 10.0}, "missing"),
        ({"lat": None}, "no point"),
        ({"first_day": date(2023, 1, 1), "last_day": date(2023, 1, 2)}, "missing"),
    ],
)
def test_an_event_is_told_by_day_and_distance(
    story: Any, changed: dict[str, Any], told: str
) -> None:
    """The tolls are compared where one incident fits."""
    (row,) = compared_rows([replace(EVENT, **changed)], index([story.record]))
    assert row[COLUMNS.index("difference")] == told
    assert (row[7] is None) == (told in {"missing", "no point"})


def _lasting(record: IncidentRecord, first: date, days: int) -> IncidentRecord:
    """Return the incident, said to be within so many days from a first one."""
    last = first + timedelta(days)
    when = (When(first, last, TimePrecision.DAY),)
    findings = [
        replace(f, chosen=when) if f.attribute is Attribute.DATE else f
        for f in record.findings
    ]
    id_ = IncidentId(f"inc_{first}_{days}")
    incident = replace(record.incident, id=id_)
    return replace(record, incident=incident, findings=tuple(findings))


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 7, 30, 31, 364, 3650])
def test_an_event_is_found_within_a_day_of_an_incident_of_any_length(
    story: Any, length: int
) -> None:
    """Two days off it is missing, whatever else is held."""
    first = date(2024, 5, 1)
    others = [_lasting(story.record, date(1990, 1, 1), days) for days in range(40)]
    held = index([*others, _lasting(story.record, first, length)])
    for off in (-2, -1, 0, length, length + 1, length + 2):
        day = first + timedelta(off)
        event = replace(EVENT, first_day=day, last_day=day)
        (row,) = compared_rows([event], held)
        assert (row[7] is not None) == (-1 <= off <= length + 1)


def test_the_nearest_incident_is_compared_and_of_equals_the_first_by_id(
    story: Any,
) -> None:
    """Whatever their lengths, and in whatever order they come."""
    first = date(2024, 5, 1)
    held = [_lasting(story.record, first, days) for days in (30, 0, 3)]
    for records in (held, held[::-1]):
        (row,) = compared_rows([EVENT], index(records))
        assert row[7] == "inc_2024-05-01_0"


def _compared(story: Any, **changed: Any) -> dict[str, Any]:
    event = replace(EVENT, **changed)
    (row,) = compared_rows([event], index([story.record]))
    return dict(zip(COLUMNS, row, strict=True))


ACLED = ("acled_event_type", "acled_sub_event_type")
REMOTE = "Explosions/Remote violence"


@pytest.mark.parametrize(
    ("changed", "column", "told"),
    [
        ({}, "days", "differs"),
        ({"first_day": date(2024, 5, 1), "last_day": date(2024, 5, 1)}, "days", "same"),
        ({"first_day": date(2024, 4, 30)}, "days", "overlap"),
        ({}, "places", "same"),
        ({"place": "Orsk", "lat": 41.5, "lon": 12.25}, "places", "overlap"),
        ({"place": "Orsk", "lat": 41.65}, "places", "differs"),
        ({}, "types", "unknown"),
        ({"column": ACLED, "type": "Riots"}, "types", "differs"),
        ({"column": ACLED, "type": REMOTE}, "types", "same"),
        ({"column": ACLED, "type": REMOTE, "sub_type": "Grenade"}, "types", "overlap"),
        ({"column": ("ucdp_type_of_violence",), "type": "1"}, "types", "overlap"),
        ({"column": ("ucdp_type_of_violence",), "type": "2"}, "types", "differs"),
        ({}, "actors_compared", "unknown"),
    ],
)
def test_every_question_is_compared(
    story: Any, changed: dict[str, Any], column: str, told: str
) -> None:
    """Days, place and type: the same, both possible, or apart; unknown where one is silent."""
    assert _compared(story, **changed)[column] == told


def test_both_values_stand_beside_each_answer(story: Any) -> None:
    """And the last column names what differs."""
    row = _compared(
        story,
        column=ACLED,
        type="Riots",
        sub_type="Mob violence",
        best=90,
        low=90,
        high=90,
    )
    assert (row["first_day"], row["incident_first_day"]) == ("2024-05-02", "2024-05-01")
    assert (row["place"], row["incident_place"]) == ("Verin", "Verin")
    assert (row["killed_best"], row["killed_said"]) == (5, "at least")
    assert row["type"] == "Riots / Mob violence"
    assert row["incident_type"] == f"{REMOTE} / Air/drone strike"
    assert row["differing"] == "killed; days; type"


@pytest.mark.parametrize(
    ("theirs", "ours", "told"),
    [
        (["Military Forces of Russia (2000-)"], ["Russia"], "same"),
        (["Government of Turkey"], ["Turkey"], "same"),
        (["Reds (2020-)", "Civilians (Italy)"], ["The Reds", "Civilians"], "same"),
        (["Reds", "Blues"], ["Reds"], "overlap"),
        (["Reds"], ["Blues"], "differs"),
        ([], ["Blues"], "unknown"),
        (["Reds"], [], "unknown"),
    ],
)
def test_actors_are_compared_by_what_tells_them(
    story: Any, theirs: list[str], ours: list[str], told: str
) -> None:
    """Forces of a country are the country; years and words for any forces tell nothing."""
    ((ours_held,),) = index([story.record]).values()
    event = replace(EVENT, actors=tuple(theirs))
    assert differing.of_actors(event, replace(ours_held, actors=tuple(ours))) == told
