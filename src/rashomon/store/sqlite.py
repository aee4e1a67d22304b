"""The one implementation of the store: a single SQLite file, safe against a crash.

Write-ahead log, one writer at a time (``BEGIN IMMEDIATE``, five seconds' patience),
any number of readers meanwhile. Every method that writes is one transaction.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from rashomon.errors import StoreError
from rashomon.model.account import Account
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.model.judgement import Judgement
from rashomon.model.outcome import Failure, Skipped
from rashomon.store import codec, conclusions, schema
from rashomon.store.migrations import migrate
from rashomon.store.rows import (
    Conclusions,
    DocumentReading,
    DocumentStatus,
    Known,
    StoredDocument,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BUSY_TIMEOUT_S = 5.0


class Store:
    """An open database. Use it as a context manager, or call ``close``."""

    def __init__(self, engine: Engine, path: Path) -> None:
        """Keep the engine; ``open_store`` makes one."""
        self._engine = engine
        self.path = path

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the database."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def known(self) -> dict[DocumentId, Known]:
        """Return what has been read already, by document id."""
        columns = schema.DOCUMENTS.c
        query = select(
            columns.id, columns.raw_sha256, columns.readers, columns.status
        ).where(columns.current)
        with self._reading() as connection:
            return {
                DocumentId(row.id): Known(
                    raw_sha256=row.raw_sha256,
                    readers=row.readers,
                    status=DocumentStatus(row.status),
                )
                for row in connection.execute(query)
            }

    def add_readings(self, readings: Sequence[DocumentReading], readers: str) -> None:
        """Write what was read of some documents, all of it or nothing.

        An id that comes again with other content gets a new current reading; the old
        one stays as evidence.
        """
        with self._writing() as connection:
            for reading in readings:
                _write_reading(connection, reading, readers)

    def documents(self) -> list[StoredDocument]:
        """Return the current documents, sorted by id."""
        with self._reading() as connection:
            return conclusions.documents(connection)

    def accounts(self) -> list[Account]:
        """Return the accounts of the current documents with their claims, by id."""
        with self._reading() as connection:
            return _accounts(connection)

    def judgements(self) -> list[Judgement]:
        """Return every judgement in the order it was made."""
        with self._reading() as connection:
            return conclusions.judgements(connection)

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append judgements to the log."""
        rows = [conclusions.judgement_row(judgement) for judgement in judgements]
        if rows:
            with self._writing() as connection:
                connection.execute(schema.JUDGEMENTS.insert(), rows)

    def conclude(self, drawn: Conclusions, evidence: str) -> None:
        """Replace every conclusion by what follows from the evidence now."""
        with self._writing() as connection:
            conclusions.replace(connection, drawn)
            connection.execute(schema.CONCLUDED.delete())
            connection.execute(schema.CONCLUDED.insert().values(evidence=evidence))

    def evidence(self) -> tuple[str, str | None]:
        """Return the stamp of the evidence held, and of that last concluded from."""
        with self._reading() as connection:
            documents = connection.execute(select(func.max(schema.DOCUMENTS.c.row)))
            verdicts = connection.execute(
                select(func.max(schema.JUDGEMENTS.c.row)).where(
                    schema.JUDGEMENTS.c.judge.like("person:%")
                )
            )
            held = documents.scalar() or 0, verdicts.scalar() or 0
            drawn = connection.execute(select(schema.CONCLUDED.c.evidence)).scalar()
        return f"documents {held[0]}, verdicts {held[1]}", drawn

    def records(self) -> list[IncidentRecord]:
        """Return every incident with its findings and accounts, by id."""
        with self._reading() as connection:
            accounts = {account.id: account for account in _accounts(connection)}
            return conclusions.records(connection, accounts)

    def add_run(self, run: dict[str, Any], failures: Sequence[Failure] = ()) -> None:
        """Append one run to the ledger with what failed in it."""
        with self._writing() as connection:
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

    def failures(self) -> list[Failure]:
        """Return what failed in the latest run."""
        with self._reading() as connection:
            latest = select(func.max(schema.RUNS.c.row)).scalar_subquery()
            rows = connection.execute(
                select(schema.FAILURES).where(schema.FAILURES.c.run_row == latest)
            )
            return [
                Failure(
                    stage=row.stage,
                    origin=row.origin,
                    message=row.message,
                    document_id=row.document_id and DocumentId(row.document_id),
                )
                for row in rows
            ]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            ending = "ROLLBACK"
            try:
                yield connection
                ending = "COMMIT"
            finally:
                connection.exec_driver_sql(ending)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the database says into an error that names the file and a way on."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(_explained(path, error)) from error


def _explained(path: Path, error: SQLAlchemyError) -> str:
    reason = str(getattr(error, "orig", None) or error)
    if "not a database" in reason:
        return f"{path}: not a Rashomon database; choose another file with --db"
    if "readonly" in reason or "unable to open" in reason:
        return f"{path}: cannot be opened for writing ({reason}); check the folder and its permissions, or choose another place with --db"
    if "locked" in reason:
        return f"{path}: another run is writing to it; wait for it to end and try again"
    if "full" in reason:
        return f"{path}: the disk is full; nothing written before is lost; free some room and run again"
    return f"{path}: the database failed ({reason})"


def open_store(path: Path, *, create: bool = True) -> Store:
    """Open a database, made or migrated where needed.

    Raises StoreError where the file cannot be used, or is absent and ``create`` is
    false; SchemaVersionError where a newer Rashomon wrote it.
    """
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
        f"sqlite:///{path}",
        connect_args={"timeout": BUSY_TIMEOUT_S, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare)
    store = Store(engine, path)
    with store._writing() as connection:  # noqa: SLF001 - the maker of the store
        migrate(connection, str(path))
    return store


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _write_reading(
    connection: Connection, reading: DocumentReading, readers: str
) -> None:
    raw = reading.raw
    held = select(schema.RAW.c.sha256).where(schema.RAW.c.sha256 == raw.raw_sha256)
    if connection.execute(held).first() is None:
        connection.execute(
            schema.RAW.insert().values(
                sha256=raw.raw_sha256, content=zlib.compress(raw.raw)
            )
        )
    columns = schema.DOCUMENTS.c
    connection.execute(
        update(schema.DOCUMENTS)
        .where(columns.id == raw.id, columns.current)
        .values(current=False)
    )
    done = connection.execute(
        schema.DOCUMENTS.insert().values(**_document_row(reading, readers))
    )
    row = done.inserted_primary_key
    if row is not None:
        for account in reading.accounts:
            _write_account(connection, account, row[0])


def _document_row(reading: DocumentReading, readers: str) -> dict[str, Any]:
    raw, outcome = reading.raw, reading.outcome
    row: dict[str, Any] = {
        "id": raw.id,
        "raw_sha256": raw.raw_sha256,
        "readers": readers,
        "current": True,
        "origin": raw.origin,
        "url": raw.url,
        "source": raw.source,
        "title": raw.title,
        "text": "",
        "published_basis": "unknown",
        "retrieved": raw.retrieved,
        "offsets": [],
        "status": DocumentStatus.READ.value,
        "reason": None,
    }
    if isinstance(outcome, Skipped):
        detail = f": {outcome.detail}" if outcome.detail else ""
        return row | {
            "status": DocumentStatus.SKIPPED.value,
            "reason": f"{outcome.reason.value}{detail}",
        }
    if isinstance(outcome, Failure):
        return row | {"status": DocumentStatus.FAILED.value, "reason": outcome.message}
    row |= {
        "url": outcome.url,
        "source": outcome.source,
        "title": outcome.title,
        "text": outcome.text,
        "language": outcome.language,
        "published": outcome.published.value,
        "published_basis": outcome.published.basis.value,
        "retrieved": outcome.retrieved,
        "offsets": [list(piece) for piece in outcome.offsets.pieces],
    }
    if reading.failure is not None:
        row |= {
            "status": DocumentStatus.FAILED.value,
            "reason": reading.failure.message,
        }
    return row


def _write_account(connection: Connection, account: Account, document_row: int) -> None:
    done = connection.execute(
        schema.ACCOUNTS.insert().values(
            id=account.id,
            document_row=document_row,
            type=account.type.value,
            prominence=account.prominence.value,
            start=account.span.start,
            end=account.span.end,
        )
    )
    row = done.inserted_primary_key
    claims = [codec.claim_to_json(claim) for claim in account.claims]
    if claims and row is not None:
        connection.execute(
            schema.CLAIMS.insert(), [c | {"account_row": row[0]} for c in claims]
        )


def _accounts(connection: Connection) -> list[Account]:
    documents, accounts = schema.DOCUMENTS.c, schema.ACCOUNTS.c
    current = (
        select(schema.ACCOUNTS, documents.id.label("document"))
        .join(schema.DOCUMENTS, accounts.document_row == documents.row)
        .where(documents.current)
    )
    held = connection.execute(current).all()
    wanted = select(schema.CLAIMS).order_by(schema.CLAIMS.c.row)
    claims: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for claim in connection.execute(wanted):
        claims[claim.account_row].append(dict(claim._mapping))  # noqa: SLF001
    made = [
        codec.account_from_json(
            dict(row._mapping) | {"claims": claims[row.row]}  # noqa: SLF001
        )
        for row in held
    ]
    return sorted(made, key=lambda account: account.id)
