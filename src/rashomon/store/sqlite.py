"""The store: a single SQLite file, safe against a crash, or a PostgreSQL database.

Write-ahead log, one writer at a time (``BEGIN IMMEDIATE``, five seconds' patience),
any number of readers meanwhile. Every method is one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from rashomon.errors import StoreError
from rashomon.model.decision import Decision
from rashomon.model.finding import IncidentRecord
from rashomon.model.judgement import Judgement
from rashomon.model.outcome import Failure
from rashomon.model.watching import ListedPage, News, WatchedFeed
from rashomon.store import (
    catalogue_rows,
    conclusions,
    copying,
    decisions,
    evidence,
    judgements,
    postgres,
    schema,
    watching,
)
from rashomon.store.amending import Amendment
from rashomon.store.migrations import LATEST, current_version, migrate
from rashomon.store.place import Place, Server
from rashomon.store.reader import Reader
from rashomon.store.rows import Conclusions, DocumentReading

BUSY_TIMEOUT_S = 5.0


class Store(Reader):
    """An open database that can be written to as well."""

    def add_readings(self, readings: Sequence[DocumentReading], readers: str) -> None:
        """Write what was read of some documents, all of it or nothing.

        An id that comes again gets a new current reading; the old one stays as
        evidence.
        """
        with self._transaction(write=True) as connection:
            for reading in readings:
                evidence.write_reading(connection, reading, readers)

    def add_judgements(self, made: Iterable[Judgement]) -> None:
        """Append judgements to the log."""
        rows = [judgements.row_of(judgement) for judgement in made]
        if rows:
            with self._transaction(write=True) as connection:
                connection.execute(schema.JUDGEMENTS.insert(), rows)

    def add_decision(self, decision: Decision) -> None:
        """Append a person's decision to the log."""
        with self._transaction(write=True) as connection:
            decisions.append(connection, decision)

    @contextmanager
    def amending(self) -> Iterator[Amendment]:
        """Open a transaction to amend conclusions in: all of it is written, or nothing."""
        with self._transaction(write=True) as connection:
            yield Amendment(self._engine, self.path, connection)

    def conclude(self, drawn: Conclusions, stamp: str) -> None:
        """Replace every conclusion by what follows from the evidence of this stamp."""
        with self._transaction(write=True) as connection:
            conclusions.replace_all(connection, drawn)
            connection.execute(schema.CONCLUDED.delete())
            connection.execute(schema.CONCLUDED.insert().values(evidence=stamp))

    def list_records(self, records: Sequence[IncidentRecord]) -> None:
        """Fill the catalogue alone, so that these incidents can be found and counted."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._transaction(write=True) as connection:
            catalogue_rows.replace_all(connection, records, now)

    def add_run(self, run: dict[str, Any], failures: Sequence[Failure] = ()) -> None:
        """Append one run to the ledger with what failed in it."""
        with self._transaction(write=True) as connection:
            done = connection.execute(schema.RUNS.insert().values(**run))
            row = done.inserted_primary_key
            if failures and row is not None:
                connection.execute(
                    schema.FAILURES.insert(),
                    [
                        {
                            "run_row": row[0],
                            "stage": failure.stage,
                            "origin": failure.origin,
                            "message": failure.message,
                            "document_id": failure.document_id,
                        }
                        for failure in failures
                    ],
                )

    def keep_feed(self, feed: WatchedFeed, listed: Sequence[ListedPage] = ()) -> int:
        """Remember how a feed stands and the pages it lists; return how many are new."""
        with self._transaction(write=True) as connection:
            return watching.keep(connection, feed, listed)

    def keep_page(self, url: str, *, done: bool, reason: str | None = None) -> None:
        """Remember that a page was read, or given up and why."""
        with self._transaction(write=True) as connection:
            watching.settle(connection, url, done=done, reason=reason)

    def put_off(
        self, urls: Sequence[str], due_at: str, reason: str | None = None
    ) -> None:
        """Let pages wait until then; with a reason, an attempt at each of them failed."""
        with self._transaction(write=True) as connection:
            watching.put_off(connection, urls, due_at, reason)

    def begin_telling(self, listener: str) -> None:
        """Hold all that there is for told, the first time that somebody listens."""
        with self._transaction(write=True) as connection:
            watching.begin_telling(connection, listener)

    def tell(self, listener: str, heard: News) -> None:
        """Remember that a listener heard this news."""
        with self._transaction(write=True) as connection:
            watching.tell(connection, listener, heard)

    def fill(self, source: Reader, advance: Callable[[int], object]) -> None:
        """Copy all that another database holds into this empty one, or nothing of it.

        ``advance`` hears of rows as they are written. Raises StoreError where something
        is in this one already.
        """
        with source.snapshot() as there, self._transaction(write=True) as here:
            if copying.size(here):
                raise StoreError(
                    f"{self.path}: something is in it already; name an empty database,"
                    " or one that is still to be made"
                )
            copying.copy(there, here, advance)

    def prepare(self, *, create: bool = True) -> None:
        """Make the tables, or bring those of an earlier Rashomon up to date.

        Raises StoreError where there are none and ``create`` is false;
        SchemaVersionError where a newer Rashomon wrote the database.
        """
        with self._transaction() as connection:
            if isinstance(self.path, Server):
                postgres.check(connection, self.path)
            version = current_version(connection, str(self.path))
        if version == LATEST:
            return  # nothing to write: opens while another run writes, too
        if version == 0 and not create:
            raise StoreError(
                f"{self.path}: nothing was read into it yet; do so with"
                f" `rashomon run INPUT... --db {self.path}`"
            )
        if not isinstance(self.path, Server):
            self._pragma("journal_mode=WAL")
        with self._transaction(write=True) as connection:
            migrate(connection, str(self.path))


def open_store(path: Place, *, create: bool = True) -> Store:
    """Open a database, made or migrated where needed.

    Raises StoreError where it cannot be used, or is not there and ``create`` is false; SchemaVersionError where a newer Rashomon wrote it.
    """
    engine = (
        postgres.connect(path)
        if isinstance(path, Server)
        else _file(path, create=create)
    )
    store = Store(engine, path)
    try:
        store.prepare(create=create)
    except StoreError:
        store.close()
        raise
    return store


def _file(path: Path, *, create: bool) -> Engine:
    """Return the engine of a file; StoreError where it cannot be used."""
    if not create and not path.exists():
        raise StoreError(
            f"{path}: no such database; make one with `rashomon run INPUT... --db {path}`"
        )
    if not path.parent.is_dir():
        raise StoreError(
            f"{path}: its folder does not exist; make it first, or choose another place with --db"
        )
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file with --db")
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_TIMEOUT_S, "isolation_level": None},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # What was confirmed outlives a power cut, too: 2 ms a transaction, and they are few.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    """Begin as asked for: the driver's own way would begin only at the first write."""
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")
