"""How conclusions and judgements are written and read back; the store calls these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    bindparam,
    func,
    select,
)

from rashomon.model.account import Account, IncidentType
from rashomon.model.document import (
    DateBasis,
    Document,
    OffsetMap,
    Published,
    WarcRecord,
)
from rashomon.model.finding import Agreement, IncidentRecord
from rashomon.model.ids import AccountId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident, Reprint
from rashomon.store import catalogue_rows, codec, matching_rows, schema
from rashomon.store.rows import (
    Amended,
    Conclusions,
    DocumentStatus,
    Stamps,
    Standing,
    StoredDocument,
    evidence_of,
)

# Which incidents: the conditions that a column of incident ids meets.
Chosen = Callable[[ColumnElement[str]], list[ColumnElement[bool]]]


def replace_all(connection: Connection, drawn: Conclusions) -> None:
    """Put these conclusions in the place of all earlier ones."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    catalogue_rows.replace_all(connection, drawn.records, now)
    for table in (schema.INCIDENT_ACCOUNTS, schema.INCIDENTS, schema.REPRINTS):
        connection.execute(table.delete())
    put_reprints(connection, drawn.reprints)
    _write_incidents(connection, drawn.records)
    matching_rows.replace_all(connection, drawn.matching)


def replace_some(connection: Connection, amended: Amended) -> None:
    """Put these records in the place of what they follow, and leave all others."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    gone = sorted(amended.gone)
    catalogue_rows.replace_some(connection, amended.records, gone, now)
    ids = [*gone, *(record.incident.id for record in amended.records)]
    for column in (schema.INCIDENT_ACCOUNTS.c.incident_id, schema.INCIDENTS.c.id):
        for start in range(0, len(ids), catalogue_rows.BATCH):
            some = ids[start : start + catalogue_rows.BATCH]
            connection.execute(column.table.delete().where(column.in_(some)))
    _write_incidents(connection, amended.records)


def go_on_in(connection: Connection, heirs: Mapping[AccountId, AccountId]) -> None:
    """Let incidents go on in the accounts that took the place of their own.

    Accounts that are gone and have no heir are of no incident any more.
    """
    held = schema.INCIDENT_ACCOUNTS
    homes = connection.execute(
        select(held.c.incident_id, held.c.account_id).order_by(held.c.incident_id)
    ).all()
    told = schema.ACCOUNTS.join(schema.DOCUMENTS)
    now = select(schema.ACCOUNTS.c.id).select_from(told)
    living = set(connection.scalars(now.where(schema.DOCUMENTS.c.current)))
    kept = {heirs.get(AccountId(a), a): incident for incident, a in homes}
    connection.execute(held.delete())
    rows = [{"account_id": a, "incident_id": i} for a, i in kept.items() if a in living]
    if rows:
        connection.execute(held.insert(), rows)


def put_reprints(connection: Connection, rows: Iterable[Reprint]) -> None:
    """Write which family documents are of, instead of what was written before."""
    names = ("document_id", "family", "of", "similarity")
    written = [{name: getattr(row, name) for name in names} for row in rows]
    _put(connection, schema.REPRINTS.c.document_id, written)


def _put(
    connection: Connection, key: Column[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Write rows in the place of those that have the same key."""
    if rows:
        before = key.table.delete().where(key == bindparam("before"))
        connection.execute(before, [{"before": row[key.name]} for row in rows])
        connection.execute(key.table.insert(), rows)


def _write_incidents(connection: Connection, records: Sequence[IncidentRecord]) -> None:
    if not records:
        return
    connection.execute(
        schema.INCIDENTS.insert(), [_incident_row(record) for record in records]
    )
    members = [
        {"account_id": account_id, "incident_id": record.incident.id}
        for record in records
        for account_id in record.incident.account_ids
    ]
    connection.execute(schema.INCIDENT_ACCOUNTS.insert(), members)
    old = {
        old_id: record.incident.id
        for record in records
        for old_id in record.incident.supersedes
    }
    rows = [{"old_id": o, "incident_id": i} for o, i in old.items()]
    _put(connection, schema.SUPERSEDED.c.old_id, rows)
    # What was merged and is parted again stands for itself.
    living = [{"living": record.incident.id} for record in records]
    again = schema.SUPERSEDED.c.old_id == bindparam("living")
    connection.execute(schema.SUPERSEDED.delete().where(again), living)


def _incident_row(record: IncidentRecord) -> dict[str, Any]:
    return {
        "id": record.incident.id,
        "type": record.type.value,
        "title": record.title,
        "findings": [codec.finding_to_json(finding) for finding in record.findings],
        "sources": list(record.sources),
        "independent_sources": record.independent_sources,
        "agreement": record.agreement.value,
    }


def begins(prefix: str) -> Chosen:
    """Choose the ids that begin so; a range, because an index serves it."""
    if not prefix:
        return lambda column: []
    return lambda column: [column >= prefix, column < prefix + "\U0010ffff"]


def these(ids: Collection[IncidentId]) -> Chosen:
    """Choose these ids."""
    return lambda column: [column.in_(ids)]


def from_to(first: IncidentId, last: IncidentId) -> Chosen:
    """Choose the ids from one to another, both included."""
    return lambda column: [column >= first, column <= last]


def next_ids(
    connection: Connection, last: IncidentId | None, limit: int
) -> list[IncidentId]:
    """Return so many ids of incidents after one, by id."""
    known = schema.INCIDENTS.c.id
    query = select(known).where(known > (last or "")).order_by(known).limit(limit)
    return [IncidentId(id_) for id_ in connection.scalars(query)]


def ids_beside(
    connection: Connection, documents: Collection[DocumentId]
) -> list[IncidentId]:
    """Return the incidents that some documents tell of, by id."""
    members, told = schema.INCIDENT_ACCOUNTS.c, schema.ACCOUNTS.c
    query = (
        select(members.incident_id)
        .join(schema.ACCOUNTS, told.id == members.account_id)
        .join(schema.DOCUMENTS, schema.DOCUMENTS.c.row == told.document_row)
        .where(schema.DOCUMENTS.c.id.in_(documents))
        .distinct()
    )
    return sorted(IncidentId(id_) for id_ in connection.scalars(query))


def incidents(connection: Connection, chosen: Chosen | None = None) -> list[Incident]:
    """Return the chosen incidents, as they were concluded, by id."""
    chosen = chosen or begins("")
    members, gone = schema.INCIDENT_ACCOUNTS, schema.SUPERSEDED
    held: dict[str, list[AccountId]] = defaultdict(list)
    wanted = select(members).where(*chosen(members.c.incident_id))
    for row in connection.execute(wanted):
        held[row.incident_id].append(AccountId(row.account_id))
    old: dict[str, list[IncidentId]] = defaultdict(list)
    merged = select(gone).where(*chosen(gone.c.incident_id))
    for row in connection.execute(merged):
        old[row.incident_id].append(IncidentId(row.old_id))
    known = schema.INCIDENTS.c.id
    ids = connection.scalars(select(known).where(*chosen(known)))
    return [
        Incident(
            id=IncidentId(id_),
            account_ids=tuple(sorted(held[id_])),
            supersedes=tuple(sorted(old[id_])),
        )
        for id_ in sorted(ids)
    ]


def incidents_with(
    connection: Connection, accounts: Collection[AccountId]
) -> list[Incident]:
    """Return the incidents that any of these accounts is of, by id."""
    held = schema.INCIDENT_ACCOUNTS.c
    query = select(held.incident_id).where(held.account_id.in_(accounts)).distinct()
    ids = [IncidentId(id_) for id_ in connection.scalars(query)]
    return incidents(connection, these(ids))


def members(chosen: Chosen) -> Select[tuple[str]]:
    """Select the ids of the accounts of the chosen incidents."""
    columns = schema.INCIDENT_ACCOUNTS.c
    return select(columns.account_id).where(*chosen(columns.incident_id))


def records(
    connection: Connection,
    accounts: Mapping[AccountId, Account],
    chosen: Chosen | None = None,
) -> list[IncidentRecord]:
    """Return incidents with their findings; accounts that are gone are left out."""
    chosen = chosen or begins("")
    known = {
        incident.id: replace(
            incident,
            account_ids=tuple(a for a in incident.account_ids if a in accounts),
        )
        for incident in incidents(connection, chosen)
    }
    columns = schema.INCIDENTS.c
    wanted = select(schema.INCIDENTS).where(*chosen(columns.id))
    found = connection.execute(wanted.order_by(columns.id))
    return [
        IncidentRecord(
            incident=known[IncidentId(row.id)],
            type=IncidentType(row.type),
            title=row.title,
            accounts=tuple(accounts[a] for a in known[IncidentId(row.id)].account_ids),
            findings=tuple(codec.finding_from_json(f) for f in row.findings),
            sources=tuple(row.sources),
            independent_sources=row.independent_sources,
            agreement=Agreement(row.agreement),
        )
        for row in found
        if row.id in known
    ]


def documents(
    connection: Connection, wanted: Collection[DocumentId] | None = None
) -> list[StoredDocument]:
    """Return the current documents, or the wanted ones, with their families, by id."""
    query = _documents()
    if wanted is not None:
        query = query.where(schema.DOCUMENTS.c.id.in_(wanted))
    return [_stored(row) for row in connection.execute(query)]


def latest_dates(connection: Connection) -> list[str]:
    """Return when the current documents of the last two days were published.

    Of one whose day nobody knows, when it was retrieved. Two days, because a moment
    with a time zone may be of the day after or before.
    """
    told = func.coalesce(schema.DOCUMENTS.c.published, schema.DOCUMENTS.c.retrieved)
    current = schema.DOCUMENTS.c.current.is_(True)
    last = connection.execute(select(func.max(told)).where(current)).scalar()
    if last is None:
        return []
    day = date.fromisoformat(last[:10]).toordinal()
    before = date.fromordinal(max(1, day - 1)).isoformat()
    late = select(told).where(current, told >= before).distinct()
    return sorted(connection.execute(late).scalars())


def next_documents(
    connection: Connection, last: DocumentId | None, limit: int
) -> list[StoredDocument]:
    """Return so many current documents after one, by id."""
    query = _documents().where(schema.DOCUMENTS.c.id > (last or "")).limit(limit)
    return [_stored(row) for row in connection.execute(query)]


def _documents() -> Select[Any]:
    columns = schema.DOCUMENTS.c
    return (
        select(schema.DOCUMENTS, schema.REPRINTS.c.family)
        .join(
            schema.REPRINTS, schema.REPRINTS.c.document_id == columns.id, isouter=True
        )
        .where(columns.current)
        .order_by(columns.id)
    )


def _stored(row: Any) -> StoredDocument:
    return StoredDocument(
        document=Document(
            id=DocumentId(row.id),
            text=row.text,
            raw_sha256=row.raw_sha256,
            origin=row.origin,
            url=row.url,
            source=row.source,
            title=row.title,
            published=Published(
                row.published, DateBasis(row.published_basis), row.published_rival
            ),
            retrieved=row.retrieved,
            archived=WarcRecord(row.warc_file, row.warc_record)
            if row.warc_record
            else None,
            language=row.language,
            offsets=OffsetMap(tuple((a, b, c) for a, b, c in row.offsets)),
        ),
        status=DocumentStatus(row.status),
        reason=row.reason,
        family=row.family and FamilyId(row.family),
    )


def stamps(connection: Connection) -> Stamps:
    """Return which evidence there is, and what was last concluded from."""
    read = connection.scalar(select(func.max(schema.DOCUMENTS.c.row)))
    decided = connection.scalar(select(func.max(schema.DECISIONS.c.row)))
    return Stamps(
        documents=read or 0,
        decisions=decided or 0,
        evidence=evidence_of(read or 0, decided or 0),
        concluded=connection.scalar(select(schema.CONCLUDED.c.evidence)),
    )


def standing(connection: Connection) -> Standing:
    """Return how much the database holds, and what was last concluded from."""
    documents = schema.DOCUMENTS.c
    now = stamps(connection)
    told = schema.ACCOUNTS.join(schema.DOCUMENTS)

    def count(rows: FromClause, *conditions: ColumnElement[bool]) -> int:
        counting = select(func.count()).select_from(rows).where(*conditions)
        return connection.scalar(counting) or 0

    return Standing(
        evidence=now.evidence,
        concluded=now.concluded,
        documents=count(schema.DOCUMENTS, documents.current),
        accounts=count(told, documents.current),
        claims=count(schema.CLAIMS.join(told), documents.current),
        incidents=count(schema.INCIDENTS),
    )
