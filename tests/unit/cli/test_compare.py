"""Looking across records: differences, and one place over time."""

from __future__ import annotations

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
