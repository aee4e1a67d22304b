"""A copy of a database holds every row of it, or is refused as a whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rashomon.errors import StoreError
from rashomon.store import copying, schema
from rashomon.store.sqlite import open_store


def _rows(path: Path) -> dict[str, list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)
            for table in schema.METADATA.sorted_tables
        }


def _copy(source: Path, target: Path) -> list[int]:
    told: list[int] = []
    with open_store(source) as there, open_store(target) as here:
        here.fill(there, told.append)
    return told


def test_every_row_is_copied_and_told(
    told_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under its own number, however few go at once."""
    monkeypatch.setattr(copying, "ROWS_AT_ONCE", 2)
    told = _copy(told_database, tmp_path / "copy.db")
    rows = _rows(told_database)
    assert _rows(tmp_path / "copy.db") == rows
    version_alone = 1
    assert sum(told) == sum(map(len, rows.values())) - version_alone
    assert max(told) == 2


def test_what_holds_something_is_not_copied_into(
    told_database: Path, tmp_path: Path
) -> None:
    """Itself included; nothing changes."""
    before = _rows(told_database)
    with pytest.raises(StoreError, match="something is in it already"):
        _copy(told_database, told_database)
    assert _rows(told_database) == before


def test_a_copy_that_breaks_leaves_nothing(told_database: Path, tmp_path: Path) -> None:
    """Not the half of it."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "copy.db"
    with (
        open_store(told_database) as there,
        open_store(path) as here,
        pytest.raises(KeyboardInterrupt),
    ):
        here.fill(there, stop)
    with open_store(path) as held:
        assert held.size() == 0
