"""How a database on a PostgreSQL server is reached, and what it says when it fails.

A question sees one moment (``REPEATABLE READ``); writers queue at an advisory lock, as
those of a file queue at its write lock.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.exc import DataError

from rashomon.errors import StoreError
from rashomon.store.place import Server

# A colleague's conclusions are written in one piece, which may take longer than a file's.
PATIENCE_S = 30
CONNECT_S = 10
# Any number, as long as every Rashomon takes the same.
_QUEUE = 0x7261_7368

READ: dict[str, Any] = {
    "isolation_level": "REPEATABLE READ",
    "postgresql_readonly": True,
}
# What is read after waiting must be what the one before has written.
WRITE: dict[str, Any] = {"isolation_level": "READ COMMITTED", "queued": True}

_SAID = {
    "55P03": "another run is writing to it; wait for it to end and try again",
    "42501": "this role may not do that ({reason}); ask the owner of the database for the right",
    "25006": "the server takes no writing ({reason}); name the server that does with --db",
    "53100": "the server's disk is full; nothing written before is lost; free some room there and run again",
}


def connect(place: Server) -> Engine:
    """Return the engine of a database; it connects when it is first asked.

    Raises StoreError where the driver is not installed or the address is none.
    """
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise StoreError(
            f"{place}: PostgreSQL needs an extra; install it with"
            " `pip install 'rashomon[postgres]'`, or name a file with --db"
        ) from error
    try:
        told = conninfo_to_dict(place.url)
        known = all(p.isdecimal() for p in str(told.get("port") or "5432").split(","))
    except psycopg.Error:
        known = False
    if not known:  # what the driver says of it may hold a piece of the password
        raise StoreError(
            "--db: not an address of PostgreSQL; write postgresql://USER@HOST:PORT/NAME,"
            " and signs like / or @ in a password as %2F and %40"
        )
    settings: dict[str, Any] = {
        "application_name": "rashomon",
        "client_encoding": "UTF8",
    }
    if "connect_timeout" not in told:
        settings["connect_timeout"] = CONNECT_S
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(place.url, **settings),
        use_native_hstore=False,
        pool_pre_ping=True,
    )
    event.listen(engine, "begin", _queue)
    return engine


def check(connection: Connection, place: Server) -> None:
    """Raise StoreError where the database counts in bytes or lacks letters."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise StoreError(
            f"{place}: its encoding is {encoding}, which does not hold every letter;"
            " make one with `createdb -E UTF8 -T template0 NAME`"
        )


def number_on(connection: Connection, table: Table) -> None:
    """Let new rows be numbered after the last: rows copied in bring their own numbers."""
    column = table.autoincrement_column
    if column is not None:
        counter = func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(select(func.setval(counter, func.max(column))))


def _queue(connection: Connection) -> None:
    if connection.get_execution_options().get("queued"):
        connection.exec_driver_sql(
            f"SELECT set_config('lock_timeout', '{PATIENCE_S}s', true),"
            f" pg_advisory_xact_lock({_QUEUE})"
        )


def explained(place: Server, error: Exception) -> str:
    """Say what the server says, with the place, without a password, and a way on."""
    cause = getattr(error, "orig", None) or error
    reason = " ".join(str(cause).replace(place.url, str(place)).split())
    state = getattr(cause, "sqlstate", None)
    if state in _SAID:
        return f"{place}: {_SAID[state].format(reason=reason)}"
    if state is None and isinstance(error, DataError):  # refused before it was sent
        return f"{place}: a text holds what PostgreSQL cannot ({reason}); nothing of this was written; take it out and try again"
    if state is None:
        return f"{place}: the server cannot be reached, or does not let us in ({reason}); check that it runs, the name of the database and the role, or choose another place with --db"
    return f"{place}: the database failed ({reason}); nothing written before is lost; try again, and report it if it stays"
