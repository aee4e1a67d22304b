"""What happened to the database: the runs, and what became of every document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from rashomon.store import schema
from rashomon.store.catalogue import Snapshot
from rashomon.store.rows import DocumentStatus


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the ledger, with what failed in it: (stage, origin, message)."""

    row: int
    started_at: str
    finished_at: str | None
    inputs: tuple[str, ...]
    report: dict[str, Any]
    failures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that nothing was read of: which, why, and whether it failed."""

    id: str
    origin: str
    status: DocumentStatus
    reason: str


def runs(snapshot: Snapshot, limit: int) -> list[Run]:
    """Return the latest runs, the latest first."""
    columns, failed = schema.RUNS.c, schema.FAILURES.c
    found = list(
        snapshot.execute(select(schema.RUNS).order_by(columns.row.desc()).limit(limit))
    )
    broken: dict[int, list[tuple[str, str, str]]] = {row.row: [] for row in found}
    query = select(failed.run_row, failed.stage, failed.origin, failed.message)
    for run, *failure in snapshot.execute(
        query.where(failed.run_row.in_(broken)).order_by(failed.row)
    ):
        broken[run].append((failure[0], failure[1], failure[2]))
    return [
        Run(
            row=row.row,
            started_at=row.started_at,
            finished_at=row.finished_at,
            inputs=tuple(row.inputs),
            report=row.report or {},
            failures=tuple(broken[row.row]),
        )
        for row in found
    ]


def left_out(snapshot: Snapshot, limit: int) -> list[LeftOut]:
    """Return the documents that nothing was read of, the failed ones first."""
    columns = schema.DOCUMENTS.c
    query = (
        select(columns.id, columns.origin, columns.status, columns.reason)
        .where(columns.current, columns.status != DocumentStatus.READ.value)
        .order_by(columns.status, columns.origin, columns.id)
        .limit(limit)
    )
    return [
        LeftOut(row.id, row.origin, DocumentStatus(row.status), row.reason or "")
        for row in snapshot.execute(query)
    ]


def outcomes(snapshot: Snapshot) -> dict[DocumentStatus, int]:
    """Return how many documents were read, left out, and failed."""
    columns = schema.DOCUMENTS.c
    query = select(columns.status, func.count()).where(columns.current)
    found = snapshot.execute(query.group_by(columns.status))
    return {DocumentStatus(row[0]): row[1] for row in found}
