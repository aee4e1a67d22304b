"""A published event is missing here, the same, or differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.model.reference import ReferenceEvent
from rashomon.publish.references import compared_rows

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
        ({"lat": None}, "missing"),
        ({"first_day": date(2023, 1, 1), "last_day": date(2023, 1, 2)}, "missing"),
    ],
)
def test_an_event_is_told_by_day_and_distance(
    story: Any, changed: dict[str, Any], told: str
) -> None:
    """The tolls are compared where one incident fits."""
    (row,) = compared_rows([replace(EVENT, **changed)], [story.record])
    assert row[-1] == told
    assert (row[7] is None) == (told == "missing")
