"""How readings are written and read back: the evidence, which is only ever added to."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, select, update

from rashomon.model.account import Account
from rashomon.model.document import Span
from rashomon.model.ids import AccountId, ClaimId, DocumentId
from rashomon.model.outcome import Failure, Skipped
from rashomon.store import codec, schema
from rashomon.store.rows import DocumentReading, DocumentStatus, Known, skip_reason


def known(
    connection: Connection, wanted: Collection[DocumentId]
) -> dict[DocumentId, Known]:
    """Return what has been read already of some documents, by id."""
    columns = schema.DOCUMENTS.c
    query = select(
        columns.id, columns.raw_sha256, columns.readers, columns.status, columns.reason
    ).where(columns.current, columns.id.in_(wanted))
    return {
        DocumentId(row.id): Known(
            raw_sha256=row.raw_sha256,
            readers=row.readers,
            status=DocumentStatus(row.status),
            reason=row.reason,
        )
        for row in connection.execute(query)
    }


def write_reading(
    connection: Connection, reading: DocumentReading, readers: str
) -> None:
    """Add one reading; an earlier one of the same document id is current no more."""
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


def raw(connection: Connection, raw_sha256: str) -> bytes | None:
    """Return the bytes as they were received, None where there are none of that hash."""
    columns = schema.RAW.c
    query = select(columns.content).where(columns.sha256 == raw_sha256)
    content = connection.scalar(query)
    return None if content is None else zlib.decompress(content)


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
        "warc_file": raw.archived.file if raw.archived else None,
        "warc_record": raw.archived.id if raw.archived else None,
        "offsets": [],
        "status": DocumentStatus.READ.value,
        "reason": None,
    }
    if isinstance(outcome, Skipped):
        return row | {
            "status": DocumentStatus.SKIPPED.value,
            "reason": skip_reason(outcome),
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
        "published_rival": outcome.published.rival,
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


def accounts(
    connection: Connection, wanted: Select[tuple[str]] | None = None
) -> list[Account]:
    """Return the accounts of current documents, by id; ``wanted`` selects some ids."""
    told = schema.ACCOUNTS.join(schema.DOCUMENTS)
    held = (
        select(schema.ACCOUNTS, schema.DOCUMENTS.c.id.label("document"))
        .select_from(told)
        .where(schema.DOCUMENTS.c.current)
    )
    said = (
        select(schema.CLAIMS)
        .select_from(schema.CLAIMS.join(told))
        .where(schema.DOCUMENTS.c.current)
        .order_by(schema.CLAIMS.c.row)
    )
    if wanted is not None:
        held = held.where(schema.ACCOUNTS.c.id.in_(wanted))
        said = said.where(schema.ACCOUNTS.c.id.in_(wanted))
    claims: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for claim in connection.execute(said).mappings():
        claims[claim["account_row"]].append(dict(claim))
    made = [
        codec.account_from_json({**row, "claims": claims[row["row"]]})
        for row in connection.execute(held).mappings()
    ]
    return sorted(made, key=lambda account: account.id)


def told_by(document_id: DocumentId) -> Select[tuple[str]]:
    """Select the ids of the accounts of one current document."""
    told = schema.ACCOUNTS.join(schema.DOCUMENTS)
    query = select(schema.ACCOUNTS.c.id).select_from(told)
    return query.where(schema.DOCUMENTS.c.id == document_id, schema.DOCUMENTS.c.current)


def told_in(documents: Collection[DocumentId]) -> Select[tuple[str]]:
    """Select the ids of the accounts of these current documents."""
    told = schema.ACCOUNTS.join(schema.DOCUMENTS)
    query = select(schema.ACCOUNTS.c.id).select_from(told)
    columns = schema.DOCUMENTS.c
    return query.where(columns.id.in_(documents), columns.current)


def some(wanted: Collection[AccountId]) -> Select[tuple[str]]:
    """Select these accounts."""
    columns = schema.ACCOUNTS.c
    return select(columns.id).where(columns.id.in_(wanted))


def with_claim(claim: ClaimId) -> Select[tuple[str]]:
    """Select the accounts of current documents that make a claim."""
    told = schema.CLAIMS.join(schema.ACCOUNTS).join(schema.DOCUMENTS)
    return (
        select(schema.ACCOUNTS.c.id)
        .select_from(told)
        .where(schema.CLAIMS.c.id == claim, schema.DOCUMENTS.c.current)
    )


def successors(connection: Connection) -> dict[AccountId, AccountId]:
    """Map each account of an earlier reading to the one that took its place.

    That is the account of the same document whose passage overlaps its own most; what
    has none is left out. So an incident keeps its id, and a person's verdict its force,
    when documents are read again with better extractors.
    """
    columns = schema.ACCOUNTS.c
    again = select(schema.DOCUMENTS.c.id).where(schema.DOCUMENTS.c.current.is_(False))
    query = (
        select(
            columns.id,
            columns.start,
            columns.end,
            schema.DOCUMENTS.c.id.label("document"),
            schema.DOCUMENTS.c.current,
        )
        .select_from(schema.ACCOUNTS.join(schema.DOCUMENTS))
        .where(schema.DOCUMENTS.c.id.in_(again))
        .order_by(columns.row)
    )
    now: dict[str, dict[AccountId, Span]] = defaultdict(dict)
    before: dict[AccountId, tuple[str, Span]] = {}
    for row in connection.execute(query):
        account, span = AccountId(row.id), Span(row.start, row.end)
        if row.current:
            now[row.document][account] = span
        else:
            before[account] = row.document, span
    heirs = {
        account: _closest(span, now[document])
        for account, (document, span) in before.items()
        if account not in now[document]
    }
    return {account: heir for account, heir in heirs.items() if heir is not None}


def _closest(span: Span, others: dict[AccountId, Span]) -> AccountId | None:
    shared = {
        account: min(span.end, other.end) - max(span.start, other.start)
        for account, other in others.items()
        if span.overlaps(other)
    }
    return min(shared, key=lambda account: (-shared[account], account), default=None)
