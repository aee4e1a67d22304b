"""Rashomon from Python: open a database, run inputs, read the record.

with rashomon.open("my.db") as db:
    report = db.run(["reports/"])
    for record in db.incidents():
        print(record.title, record.agreement)
    killed = db.incident("inc_7f3a").finding(rashomon.Attribute.KILLED)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rashomon.errors import StoreError, UnknownIncidentError
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.pipeline.ledger import Progress, RunReport
from rashomon.pipeline.run import RunOptions
from rashomon.pipeline.run import run as run_inputs
from rashomon.store.place import place
from rashomon.store.rows import DocumentStatus, StoredDocument
from rashomon.store.sqlite import Store, open_store


class Database:
    """An open database of reports and what they add up to."""

    def __init__(self, store: Store) -> None:
        """Keep the store; ``open`` makes one."""
        self._store = store

    def __enter__(self) -> Database:
        """Return the database itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the database."""
        self._store.close()

    def run(
        self,
        inputs: Sequence[str | Path],
        *,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> RunReport:
        """Read files, folders or addresses; a second time reads only what is new."""
        names = [str(name) for name in inputs]
        return run_inputs(names, self._store, RunOptions(jobs=jobs), progress)

    def incidents(self) -> list[IncidentRecord]:
        """Return every incident with its findings, by id."""
        return self._store.records()

    def incident(self, name: str) -> IncidentRecord:
        """Return one incident by its id or the beginning of it.

        Raises UnknownIncidentError where none or several begin so.
        """
        found = self._store.records(name)
        if len(found) != 1:
            reason = "no incident" if not found else f"{len(found)} incidents"
            raise UnknownIncidentError(
                f"{name}: {reason} with an id that begins so; list them with incidents()"
            )
        return found[0]

    def documents(self) -> list[Document]:
        """Return every document that was read, by id; those left out are not among them."""
        return [d.document for d in self._store.documents() if _was_read(d)]

    def document(self, id: str) -> Document | None:  # noqa: A002 - the contract's name
        """Return one document by its id, None where none of that id was read."""
        found = self._store.documents([DocumentId(id)])
        return next((d.document for d in found if _was_read(d)), None)

    def quote(self, claim: Claim) -> str:
        """Return the very words a claim rests on."""
        document = self.document(claim.document_id)
        if document is None:
            raise StoreError(
                f"{claim.id}: its document {claim.document_id} is not in this database;"
                " ask the one that the claim came from"
            )
        return claim.span.of(document.text)


def _was_read(stored: StoredDocument) -> bool:
    return stored.status is DocumentStatus.READ


def open(path: str | Path) -> Database:  # noqa: A001 - rashomon.open, as gzip.open
    """Open a database, made where there is none.

    Raises StoreError where the file cannot be used.
    """
    return Database(open_store(place(str(path))))
