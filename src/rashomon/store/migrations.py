"""Numbered, forward-only steps from any earlier schema to this one.

A step is a function of a connection. Every database carries its version from the first
day on; one written by a newer Rashomon is refused, never guessed at.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from rashomon.errors import SchemaVersionError
from rashomon.store import schema


def _first_tables(connection: Connection) -> None:
    schema.METADATA.create_all(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (_first_tables,)


def current_version(connection: Connection) -> int:
    """Return the version a database is at, 0 for an empty one."""
    if not inspect(connection).has_table(schema.VERSION.name):
        return 0
    return int(connection.execute(select(schema.VERSION.c.version)).scalar_one())


def migrate(connection: Connection, name: str) -> None:
    """Bring a database up to this version, one step after another.

    Raises SchemaVersionError where the database is newer than this program.
    """
    version = current_version(connection)
    if version > len(STEPS):
        raise SchemaVersionError(
            f"{name}: written by a newer Rashomon (schema {version}, this one knows"
            f" {len(STEPS)}); upgrade Rashomon, or choose another database with --db"
        )
    for step in STEPS[version:]:
        step(connection)
    if version == 0:
        connection.execute(schema.VERSION.insert().values(version=len(STEPS)))
    elif version < len(STEPS):
        connection.execute(schema.VERSION.update().values(version=len(STEPS)))
