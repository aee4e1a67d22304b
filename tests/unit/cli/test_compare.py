"""Looking across records: differences, and one place over time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any


def test_diff_tells_what_later_reports_changed(rashomon: Any, database: Path) -> None:
    """The outlet that came a day later is named."""
    status, out, _ = rashomon("diff", "--db", database, "--from", "2024-05-02")
    assert status == 0
    assert "changed  inc_verin0000001" in out
    assert "told by Verin Post too" in out
    assert "1 incident differs" in out


def test_diff_for_scripts(rashomon: Any, database: Path) -> None:
    """Each difference with both sides."""
    options = ("--db", database, "--from", "2024-05-01", "--to", "2024-05-02", "--json")
    status, out, _ = rashomon("diff", *options)
    (difference,) = json.loads(out)
    assert status == 0
    assert difference["happened"] == "appeared"
    assert (difference["before"], difference["after"]) == (None, "inc_verin0000001")


def test_a_database_does_not_differ_from_itself(rashomon: Any, database: Path) -> None:
    """Two files may be compared, too."""
    status, out, _ = rashomon("diff", database, "--db", database)
    assert (status, out.strip()) == (0, "no difference")


def test_diff_needs_something_to_compare_with(rashomon: Any, database: Path) -> None:
    """Status 2, and the way on."""
    status, _, err = rashomon("diff", "--db", database)
    assert (status, "--from" in err) == (2, True)


def test_place_lists_its_incidents(rashomon: Any, database: Path) -> None:
    """By the name that a report has for it."""
    status, out, _ = rashomon("place", "Verin", "--db", database)
    assert status == 0
    assert "inc_verin0000001" in out
    assert "1 incident at Verin" in out
    _, out, _ = rashomon("place", "Tarsk", "--db", database, "--json")
    assert json.loads(out) == []
    _, out, _ = rashomon("place", "Verin", "--db", database, "--json")
    assert json.loads(out)[0]["names"] == ["Verin"]


def test_a_published_file_is_compared_event_by_event(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """What differs stands in a row; a row without a day is named and fails alone."""
    path = tmp_path / "acled.csv"
    head = "event_id_cnty,event_date,location,latitude,longitude,notes,fatalities\n"
    rows = (
        'X1,01 May 2024,Verin,41.5,12.25,"one\ntwo",50\nX2,2024-05-01,Verin,inf,0,,5\n'
    )
    path.write_text(head + rows)
    status, out, err = rashomon("compare", path, "--db", database)
    told = list(csv.DictReader(io.StringIO(out)))
    assert [row["difference"] for row in told] == ["differs", "no point"]
    assert (status, err) == (0, "")
    path.write_text(head + rows + "X3,some day,Verin,41.5,12.25,,5\n")
    status, out, err = rashomon("compare", path, "--db", database)
    assert (status, len(list(csv.DictReader(io.StringIO(out))))) == (1, 2)
    assert "1 row names no day" in err
    assert "line 5" in err


def test_what_differs_of_a_published_event_is_named(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """Days, place, type and actors stand in the row with both values."""
    path = tmp_path / "acled.csv"
    path.write_text(
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,assoc_actor_1,"
        "actor2,location,latitude,longitude,fatalities\n"
        "X1,2024-05-02,Riots,Mob violence,Rioters (Italy),Reds; Blues,,Verin,41.5,"
        "12.25,5\n"
    )
    status, out, _ = rashomon("compare", path, "--db", database)
    (row,) = csv.DictReader(io.StringIO(out))
    assert status == 0
    assert (row["difference"], row["days"], row["places"]) == (
        "same",
        "differs",
        "same",
    )
    assert (row["type"], row["types"]) == ("Riots / Mob violence", "differs")
    assert row["actors"] == "Rioters (Italy); Reds; Blues"
    assert row["differing"].startswith("days; type")
    path.write_text(
        "id,date_start,date_end,type_of_violence,side_a,side_b,where_coordinates,"
        "latitude,longitude,low,best,high\n"
        "7,2024-05-01 00:00:00.000,2024-05-01 00:00:00.000,1,Government of Osbria,Reds,"
        "Verin,41.5,12.25,5,5,7\n"
    )
    _, out, _ = rashomon("compare", path, "--db", database)
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["days"], row["types"]) == ("same", "overlap")
    assert (row["type"], row["incident_type"]) == ("1", "1 or 3")
    assert row["actors"] == "Government of Osbria; Reds"
