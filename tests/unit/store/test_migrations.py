"""Every database carries its version: old ones are brought up to date, newer refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from rashomon.errors import SchemaVersionError, StoreError
from rashomon.store import migrations, sqlite
from rashomon.store.sqlite import open_store


def _ask(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def _write(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return the file of an empty database of today's version."""
    path = tmp_path / "a.db"
    open_store(path).close()
    return path


def _step_up(monkeypatch: pytest.MonkeyPatch, *steps: Any) -> None:
    latest = migrations.LATEST + len(steps)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *steps))
    monkeypatch.setattr(migrations, "LATEST", latest)
    monkeypatch.setattr(sqlite, "LATEST", latest)


def test_a_new_database_is_of_the_latest_version(made: Path) -> None:
    """One row that says which."""
    versions = _ask(made, "SELECT version FROM schema_version")
    assert versions == [(migrations.LATEST,)]


def test_a_newer_database_is_refused_and_left_alone(made: Path) -> None:
    """Its version, ours, and what to do."""
    newer = migrations.LATEST + 1
    _write(made, f"UPDATE schema_version SET version = {newer}")
    with pytest.raises(SchemaVersionError, match=f"schema {newer}.*upgrade Rashomon"):
        open_store(made)
    assert _ask(made, "SELECT version FROM schema_version") == [(newer,)]


def test_an_older_database_takes_the_steps_it_lacks(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once, in order, and what was in it stays."""
    _write(made, "INSERT INTO superseded VALUES ('inc_old', 'inc_new')")

    def first(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE notes (line TEXT)")

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO notes VALUES ('once')")

    _step_up(monkeypatch, first, second)
    for _ in range(2):
        open_store(made).close()
    assert _ask(made, "SELECT line FROM notes") == [("once",)]
    assert _ask(made, "SELECT version FROM schema_version") == [(migrations.LATEST,)]
    assert _ask(made, "SELECT * FROM superseded") == [("inc_old", "inc_new")]


def test_a_step_that_breaks_undoes_all_steps(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is what it was, of the version that it was."""

    def first(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE notes (line TEXT)")

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")

    before = _ask(made, "SELECT name FROM sqlite_master ORDER BY name")
    _step_up(monkeypatch, first, second)
    with pytest.raises(StoreError, match="nowhere"):
        open_store(made)
    assert _ask(made, "SELECT name FROM sqlite_master ORDER BY name") == before
    assert _ask(made, "SELECT version FROM schema_version") == [
        (migrations.LATEST - 2,)
    ]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """As a temporary file that somebody made first does."""
    path = tmp_path / "empty.db"
    path.touch()
    with open_store(path) as store:
        assert store.documents() == []


def test_a_database_from_before_archives_learns_of_them(made: Path) -> None:
    """Documents may say where they are archived, pages wait, listeners are known."""
    now = _ask(made, "SELECT name, sql FROM sqlite_master WHERE name = 'told'")
    for statement in (
        "DROP TABLE told",
        "ALTER TABLE documents DROP COLUMN warc_file",
        "ALTER TABLE documents DROP COLUMN warc_record",
        "ALTER TABLE pages DROP COLUMN due_at",
        "UPDATE schema_version SET version = 4",
    ):
        _write(made, statement)
    open_store(made).close()
    assert _ask(made, "SELECT name, sql FROM sqlite_master WHERE name = 'told'") == now
    assert _ask(made, "SELECT warc_file, warc_record FROM documents") == []
    assert _ask(made, "SELECT due_at FROM pages") == []


def test_a_database_from_before_rival_dates_learns_of_them(made: Path) -> None:
    """A document may have a date that its own words outdid."""
    for statement in (
        "ALTER TABLE documents DROP COLUMN published_rival",
        "UPDATE schema_version SET version = 7",
    ):
        _write(made, statement)
    open_store(made).close()
    assert _ask(made, "SELECT published_rival FROM documents") == []
