"""A whole database copied into an empty one, whichever of the two kinds either is."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, select

from rashomon.store import postgres, schema

# Pages as received are among the rows: some hundred of them are some ten megabytes.
ROWS_AT_ONCE = 200
# In an order that no row comes before the one it belongs to.
TABLES = tuple(t for t in schema.METADATA.sorted_tables if t is not schema.VERSION)


def size(connection: Connection) -> int:
    """Return how many rows there are, that of the schema's version left out."""
    return sum(
        connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in TABLES
    )


def copy(
    source: Connection, target: Connection, advance: Callable[[int], object]
) -> None:
    """Write every row of one database into the other, under the numbers it has."""
    for table in TABLES:
        query = select(table).order_by(*table.primary_key.columns)
        some = {"yield_per": ROWS_AT_ONCE}
        answer = source.execute(query, execution_options=some)
        for rows in answer.mappings().partitions():
            target.execute(table.insert(), [dict(row) for row in rows])
            advance(len(rows))
        if target.dialect.name == "postgresql":
            postgres.number_on(target, table)
