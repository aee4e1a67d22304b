"""One table of columns serves people and scripts."""

from __future__ import annotations

from typing import Any

from rashomon.publish.columns import COLUMNS, row_json


def test_a_row_for_scripts_keeps_types(story: Any) -> None:
    """Numbers are numbers, a list is a list, and nothing said is null."""
    row: Any = row_json(story.record)
    assert row["killed"] == {
        "best": 5,
        "said": "at least",
        "low": 5,
        "high": 7,
        "status": "contested",
    }
    assert row["injured"] is None
    assert row["independent_sources"] == 2
    assert row["sources"] == ["Harbour Gazette", "Northern Herald", "Verin Post"]


def test_a_row_for_people_is_short(story: Any) -> None:
    """Each cell in a few words."""
    shown = {column.name: column.show(story.record) for column in COLUMNS}
    assert shown["date"] == "2024-05-01"
    assert shown["place"] == "Verin (IT)"
    assert (shown["killed"], shown["injured"]) == ("5 (5–7)", "–")
    assert shown["type"] == "drone strike"


def test_every_column_has_a_name_of_its_own_and_says_what_it_is() -> None:
    """No column is unexplained or doubled."""
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.about for column in COLUMNS)
