"""Numbered, forward-only steps from any earlier schema to this one.

A step is a function of a connection. Every database carries its version from the first
day on; one written by a newer Rashomon is refused, never guessed at. A new database gets
today's tables at once: the steps are for the old ones, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, bindparam, inspect, select
from sqlalchemy.schema import CreateColumn

from rashomon.errors import SchemaVersionError, StoreError
from rashomon.model.claim import Attribute
from rashomon.store import catalogue_rows, codec, conclusions, evidence, schema


def _add_catalogue(connection: Connection) -> None:
    """Let incidents be found among very many."""
    for table in (schema.CATALOGUE, schema.CATALOGUE_WORDS, schema.CATALOGUE_NAMES):
        table.create(connection, checkfirst=True)
    for table in (schema.ACCOUNTS, schema.DOCUMENTS, schema.REPRINTS):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    accounts = {account.id: account for account in evidence.accounts(connection)}
    records = conclusions.records(connection, accounts)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    catalogue_rows.replace_all(connection, records, now)


def _watching(connection: Connection) -> None:
    """Add what ``watch`` remembers of feeds and the pages they list."""
    for table in (schema.FEEDS, schema.PAGES):
        table.create(connection, checkfirst=True)


def _decisions(connection: Connection) -> None:
    """Make room for what people decide."""
    schema.DECISIONS.create(connection, checkfirst=True)


def _archives(connection: Connection) -> None:
    """Let documents say where they are archived, pages wait, and news be told once."""
    schema.TOLD.create(connection, checkfirst=True)
    for column in (schema.DOCUMENTS.c.warc_file, schema.DOCUMENTS.c.warc_record):
        _add_column(connection, column)
    _add_column(connection, schema.PAGES.c.due_at)


def _matching(connection: Connection) -> None:
    """Make room for what matching keeps; the next conclusion fills it."""
    kept = schema.KEYS, schema.PROFILES, schema.PAIRS, schema.BANDS, schema.SURVEY
    for table in kept:
        table.create(connection, checkfirst=True)


def _words_of_tolls(connection: Connection) -> None:
    """Let lists tell a word for a toll ("dozens") from a figure."""
    columns = (schema.CATALOGUE.c.killed_word, schema.CATALOGUE.c.injured_word)
    for column in columns:
        _add_column(connection, column)
    held = select(schema.INCIDENTS.c.id, schema.INCIDENTS.c.findings)
    words = [
        {
            "incident": row.id,
            "killed_word": _word(row.findings, Attribute.KILLED),
            "injured_word": _word(row.findings, Attribute.INJURED),
        }
        for row in connection.execute(held.execution_options(yield_per=500))
    ]
    said = [row for row in words if row["killed_word"] or row["injured_word"]]
    if said:
        row = schema.CATALOGUE.c.id == bindparam("incident")
        put: dict[str, Any] = {c.name: bindparam(c.name) for c in columns}
        connection.execute(schema.CATALOGUE.update().where(row).values(put), said)


def _word(findings: list[dict[str, Any]], attribute: Attribute) -> str | None:
    """Return the word that one of an incident's written findings rests on."""
    found = [f for f in findings if f["attribute"] == attribute.value]
    if not found:
        return None
    return catalogue_rows.word_of(codec.finding_from_json(found[0]))


def _rival_days(connection: Connection) -> None:
    """Keep the date of a document that its own words outdid."""
    _add_column(connection, schema.DOCUMENTS.c.published_rival)


def _add_column(connection: Connection, column: Column[str]) -> None:
    table = column.table.name
    if column.name not in {c["name"] for c in inspect(connection).get_columns(table)}:
        written = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {written}")


# STEPS[0] leads from version 1 to version 2, and so on.
STEPS: tuple[Callable[[Connection], None], ...] = (
    _watching,
    _decisions,
    _add_catalogue,
    _archives,
    _matching,
    _words_of_tolls,
    _rival_days,
)
LATEST = 1 + len(STEPS)


def current_version(connection: Connection, name: str) -> int:
    """Return the version a database is at, 0 for an empty one.

    Raises StoreError where the tables are another program's, and SchemaVersionError
    where they are a newer Rashomon's.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if schema.VERSION.name not in tables:
        raise StoreError(
            f"{name}: the database of another program; choose another one with --db"
        )
    version = int(connection.execute(select(schema.VERSION.c.version)).scalar_one())
    if version > LATEST:
        raise SchemaVersionError(
            f"{name}: written by a newer Rashomon (schema {version}, this one knows"
            f" {LATEST}); upgrade Rashomon, or choose another database with --db"
        )
    return version


def migrate(connection: Connection, name: str) -> None:
    """Bring a database up to this version, one step after another.

    Raises what ``current_version`` raises.
    """
    version = current_version(connection, name)
    if version == 0:
        schema.METADATA.create_all(connection)
        connection.execute(schema.VERSION.insert().values(version=LATEST))
        return
    for step in STEPS[version - 1 :]:
        step(connection)
    connection.execute(schema.VERSION.update().values(version=LATEST))
