"""What can be asked of an open database; any number of readers, also while one writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from rashomon.errors import StoreError
from rashomon.model.account import Account
from rashomon.model.decision import Decision
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, IncidentId
from rashomon.model.incident import Incident
from rashomon.model.judgement import Judgement
from rashomon.model.outcome import Failure
from rashomon.model.watching import ListedPage, News, WatchedFeed
from rashomon.store import (
    conclusions,
    copying,
    decisions,
    evidence,
    judgements,
    postgres,
    schema,
    watching,
)
from rashomon.store.place import Place, Server
from rashomon.store.rows import Known, Stamps, Standing, StoredDocument

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reader:
    """An open database. Use it as a context manager, or call ``close``.

    Every method sees the database as it stood at one moment.
    """

    def __init__(self, engine: Engine, path: Place) -> None:
        """Keep the engine; ``open_store`` makes one."""
        self._engine = engine
        self.path = path

    def __enter__(self) -> Self:
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

    def known(self, wanted: Collection[DocumentId]) -> dict[DocumentId, Known]:
        """Return what has been read already of some documents, by id."""
        with self._transaction() as connection:
            return evidence.known(connection, wanted)

    def documents(
        self, wanted: Collection[DocumentId] | None = None
    ) -> list[StoredDocument]:
        """Return the current documents, or those of them that are wanted, by id."""
        with self._transaction() as connection:
            return conclusions.documents(connection, wanted)

    def latest_dates(self) -> list[str]:
        """Return when the documents of the last two days were published, as written."""
        with self._transaction() as connection:
            return conclusions.latest_dates(connection)

    def accounts(self, wanted: Collection[AccountId] | None = None) -> list[Account]:
        """Return the accounts of the current documents, or the wanted ones, by id."""
        with self._transaction() as connection:
            if wanted is None:
                return evidence.accounts(connection)
            return evidence.accounts(connection, evidence.some(wanted))

    def telling(self, claim: ClaimId) -> Account | None:
        """Return the account that a claim belongs to, None where there is none."""
        with self._transaction() as connection:
            found = evidence.accounts(connection, evidence.with_claim(claim))
        return found[0] if found else None

    def decisions(self) -> list[Decision]:
        """Return every decision of a person in the order it was made."""
        with self._transaction() as connection:
            return decisions.held(connection)

    def accounts_of(self, document_id: DocumentId) -> list[Account]:
        """Return the accounts of one current document with their claims, by id."""
        with self._transaction() as connection:
            wanted = evidence.told_by(document_id)
            return evidence.accounts(connection, wanted)

    def successors(self) -> dict[AccountId, AccountId]:
        """Map accounts of earlier readings to those that took their place."""
        with self._transaction() as connection:
            return evidence.successors(connection)

    def judgements(self) -> list[Judgement]:
        """Return every judgement in the order it was made."""
        with self._transaction() as connection:
            return judgements.held(connection)

    def judgements_among(self, accounts: Collection[AccountId]) -> list[Judgement]:
        """Return the judgements on pairs of these accounts in the order they were made."""
        with self._transaction() as connection:
            return judgements.held(connection, accounts, accounts)

    def feeds(self) -> dict[str, WatchedFeed]:
        """Return every feed that was ever watched, by address."""
        with self._transaction() as connection:
            return watching.feeds(connection)

    def waiting_pages(
        self, feeds: Collection[str], limit: int, now: str
    ) -> list[ListedPage]:
        """Return pages of these feeds that are to be read and due, the first listed first."""
        with self._transaction() as connection:
            return watching.waiting(connection, feeds, limit, now)

    def news(self, listener: str) -> News:
        """Return the incidents that are new or changed since a listener heard of them."""
        with self._transaction() as connection:
            return watching.news(connection, listener)

    def incidents(self) -> list[Incident]:
        """Return the incidents as they were last concluded, by id."""
        with self._transaction() as connection:
            return conclusions.incidents(connection)

    def records(self, prefix: str = "") -> list[IncidentRecord]:
        """Return the incidents whose id begins so, with findings and accounts, by id."""
        with self._transaction() as connection:
            return _records(connection, conclusions.begins(prefix) if prefix else None)

    def records_after(
        self, last: IncidentId | None, limit: int
    ) -> list[IncidentRecord]:
        """Return the next incidents by id, the first where ``last`` is None."""
        with self._transaction() as connection:
            ids = conclusions.next_ids(connection, last, limit)
            if not ids:
                return []
            return _records(connection, conclusions.from_to(ids[0], ids[-1]))

    def records_of(self, ids: Collection[IncidentId]) -> list[IncidentRecord]:
        """Return these incidents, with findings and accounts, by id."""
        with self._transaction() as connection:
            return _records(connection, conclusions.these(ids))

    def told_in(self, documents: Collection[DocumentId]) -> list[IncidentId]:
        """Return the incidents that some documents tell of, by id."""
        with self._transaction() as connection:
            return conclusions.ids_beside(connection, documents)

    def documents_after(
        self, last: DocumentId | None, limit: int
    ) -> list[StoredDocument]:
        """Return the next current documents by id, the first where ``last`` is None."""
        with self._transaction() as connection:
            return conclusions.next_documents(connection, last, limit)

    def raw(self, raw_sha256: str) -> bytes | None:
        """Return the bytes as they were received, None where there are none of that hash."""
        with self._transaction() as connection:
            return evidence.raw(connection, raw_sha256)

    def snapshot(self) -> AbstractContextManager[Connection]:
        """Open the database as it stands now, for several questions about one moment."""
        return self._transaction()

    @contextmanager
    def moment(self) -> Iterator[Reader]:
        """Open the database as it stands now: every answer is of this one moment."""
        with self._transaction() as connection:
            yield Moment(self._engine, self.path, connection)

    def stamps(self) -> Stamps:
        """Return which evidence there is, and what was last concluded from."""
        with self._transaction() as connection:
            return conclusions.stamps(connection)

    def standing(self) -> Standing:
        """Return how much the database holds, and what was last concluded from."""
        with self._transaction() as connection:
            return conclusions.standing(connection)

    def size(self) -> int:
        """Return how many rows there are in all, the work of copying it."""
        with self._transaction() as connection:
            return copying.size(connection)

    def failures(self) -> list[Failure]:
        """Return what failed in the latest run."""
        latest = select(func.max(schema.RUNS.c.row)).scalar_subquery()
        query = select(schema.FAILURES).where(schema.FAILURES.c.run_row == latest)
        with self._transaction() as connection:
            return [
                Failure(
                    stage=row.stage,
                    origin=row.origin,
                    message=row.message,
                    document_id=row.document_id and DocumentId(row.document_id),
                )
                for row in connection.execute(query.order_by(schema.FAILURES.c.row))
            ]

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[Connection]:
        """Open a transaction: committed at the end, or undone where anything breaks."""
        with (
            _told(self.path),
            self._engine.connect() as connection,
            connection.execution_options(**self._options(write=write)).begin(),
        ):
            yield connection

    def _options(self, *, write: bool) -> dict[str, Any]:
        if isinstance(self.path, Server):
            return postgres.WRITE if write else postgres.READ
        return {"begin": "IMMEDIATE" if write else "DEFERRED"}

    def _pragma(self, statement: str) -> None:
        """Change a setting of the file; it cannot be done in a transaction."""
        with _told(self.path):
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute(f"PRAGMA {statement}")
            finally:
                connection.close()


def _records(
    connection: Connection, chosen: conclusions.Chosen | None
) -> list[IncidentRecord]:
    wanted = None if chosen is None else conclusions.members(chosen)
    accounts = {a.id: a for a in evidence.accounts(connection, wanted)}
    return conclusions.records(connection, accounts, chosen)


class Moment(Reader):
    """Reads within one transaction, which its maker ends."""

    def __init__(self, engine: Engine, path: Place, connection: Connection) -> None:
        """Keep the connection that a transaction is open on."""
        super().__init__(engine, path)
        self._connection = connection

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[Connection]:
        yield self._connection


@contextmanager
def _told(path: Place) -> Iterator[None]:
    """Turn what the database says into an error that names the file and a way on."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(_explained(path, error)) from error


def _explained(path: Place, error: Exception) -> str:
    """Say what the database says, with the file and a way on."""
    if isinstance(path, Server):
        return postgres.explained(path, error)
    reason = str(getattr(error, "orig", None) or error)
    if "not a database" in reason:
        return f"{path}: not a Rashomon database; choose another file with --db"
    if "malformed" in reason:
        return f"{path}: the database is damaged ({reason}); restore a copy of it, or run the inputs into a new one with --db"
    if "readonly" in reason or "unable to open" in reason:
        return f"{path}: cannot be opened for writing ({reason}); check the folder and its permissions, or choose another place with --db"
    if "locked" in reason:
        return f"{path}: another run is writing to it; wait for it to end and try again"
    if "full" in reason:
        return f"{path}: the disk is full; nothing written before is lost; free some room and run again"
    return f"{path}: the database failed ({reason}); nothing written before is lost; try again, and report it if it stays"
