"""ACLED's and UCDP's files are read as they are published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.ingest.reference import read_reference


def test_both_codebooks_are_read_with_their_oddities(tmp_path: Path) -> None:
    """Quoted line breaks, both forms of a day, and low above best."""
    path = tmp_path / "a.csv"
    path.write_text(
        "event_id_cnty,event_date,location,latitude,longitude,notes,fatalities\n"
        'X1,2024-05-01,Verin,41.5,12.25,"one\ntwo",5\n'
        "X2,16 May 2024,Verin,41.5,12.25,,0\nX3,never,Verin,,,,\n"
    )
    told: list[int] = []
    first, second = read_reference(path, told.append)
    assert told == [5]
    assert (first.id, first.best, second.first_day) == ("X1", 5, date(2024, 5, 16))
    assert second.best == 0
    path.write_text(
        "id,date_start,date_end,where_coordinates,latitude,longitude,best,high,low\n"
        "7,2024-05-01 00:00:00.000,2024-05-03 00:00:00.000,Verin,41.5,12.25,3,2,4\n"
    )
    (event,) = read_reference(path)
    assert (event.low, event.best, event.high) == (4, 3, 2)
    assert (event.last_day - event.first_day).days == 2


@pytest.mark.parametrize("cell", ["inf", "nan", "1e999", "91", "-200", "north"])
def test_what_is_no_coordinate_is_none(tmp_path: Path, cell: str) -> None:
    """Such an event is nowhere, and its row is read all the same."""
    path = tmp_path / "a.csv"
    path.write_text(
        "event_id_cnty,event_date,location,latitude,longitude,fatalities\n"
        f"X1,2024-05-01,Verin,{cell},12.25,{cell}\n"
    )
    (event,) = read_reference(path)
    assert (event.id, event.lat, event.lon) == ("X1", None, 12.25)


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    """The message names it and says what would do."""
    path = tmp_path / "b.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"b\.csv: has neither ACLED's nor UCDP"):
        list(read_reference(path))
