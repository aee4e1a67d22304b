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
from rashomon.publish.references import compared_rows, index

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
    assert row[-1] == told
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
