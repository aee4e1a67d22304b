"""A reader gets the incidents asked for, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rashomon.model.account import IncidentType
from rashomon.model.finding import Agreement
from rashomon.publish.selection import Selection, by_day


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), True),
        (Selection(type=IncidentType.DRONE_STRIKE), True),
        (Selection(type=IncidentType.FIRE), False),
        (Selection(status=Agreement.CONTESTED), True),
        (Selection(status=Agreement.SINGLE), False),
        (Selection(since=date(2024, 5, 1)), True),
        (Selection(since=date(2024, 5, 2)), False),
        (Selection(until=date(2024, 5, 1)), True),
        (Selection(until=date(2024, 4, 30)), False),
        (Selection(words=("VERIN", "bakery")), True),
        (Selection(words=("Verin", "harbourmaster")), False),
    ],
)
def test_selection(story: Any, selection: Selection, kept: bool) -> None:
    """Type, status, first and last day, and words in any letter case."""
    assert selection.keeps(story.record) is kept


def test_an_undated_incident_is_in_no_range(story: Any) -> None:
    """Nobody knows the day, so it is not said to lie in a range; it sorts last."""
    undated = replace(story.record, findings=())
    assert not Selection(since=date(2000, 1, 1)).keeps(undated)
    assert by_day(story.record) < by_day(undated)
