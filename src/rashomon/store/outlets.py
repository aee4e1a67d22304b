"""What the store knows of outlets: what each published, copied, and tells of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from rashomon.model.ids import DocumentId, IncidentId
from rashomon.store import schema
from rashomon.store.catalogue import Snapshot
from rashomon.store.rows import DocumentStatus

_D = schema.DOCUMENTS.c
_READ = (_D.current, _D.status == DocumentStatus.READ.value)

# What a database takes in one question.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet; ``name`` None: the documents that name none."""

    name: str | None
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Copying:
    """How often an outlet's documents are copies of another's."""

    outlet: str | None
    documents: int


def outlets(snapshot: Snapshot) -> list[Outlet]:
    """Return every outlet that documents were read of, the busiest first."""
    many = func.count()
    query = (
        select(_D.source, many, func.min(_D.published), func.max(_D.published))
        .where(*_READ)
        .group_by(_D.source)
        .order_by(many.desc(), _D.source.nulls_first())
    )
    return [Outlet(*row) for row in snapshot.execute(query)]


def outlet(snapshot: Snapshot, name: str | None) -> Outlet | None:
    """Return one outlet, None where no document is of it."""
    query = select(func.count(), func.min(_D.published), func.max(_D.published))
    of_it = query.where(*_READ, _D.source.is_not_distinct_from(name))
    many, first, last = snapshot.execute(of_it).one()
    return Outlet(name, many, first, last) if many else None


def documents_of(
    snapshot: Snapshot, outlet: str | None, limit: int
) -> list[DocumentId]:
    """Return the ids of an outlet's latest documents, so many of them."""
    query = select(_D.id).where(*_READ, _D.source.is_not_distinct_from(outlet))
    ordered = query.order_by(_D.published.desc().nulls_last(), _D.id.desc())
    return [DocumentId(row) for row in snapshot.scalars(ordered.limit(limit))]


def count_documents(snapshot: Snapshot) -> int:
    """Return how many documents were read."""
    query = select(func.count()).select_from(schema.DOCUMENTS).where(*_READ)
    return snapshot.scalar(query) or 0


def latest_documents(
    snapshot: Snapshot, limit: int | None = None, offset: int = 0
) -> list[DocumentId]:
    """Return the ids of the documents of all outlets, the latest first; some, or all."""
    query = select(_D.id).where(*_READ)
    ordered = query.order_by(_D.published.desc().nulls_last(), _D.id.desc())
    return [
        DocumentId(i) for i in snapshot.scalars(ordered.limit(limit).offset(offset))
    ]


def copied_from(snapshot: Snapshot, outlet: str | None) -> list[Copying]:
    """Return whose documents an outlet's documents copy, the most copied first."""
    return _copying(snapshot, outlet, copier="document_id", original="of")


def copied_by(snapshot: Snapshot, outlet: str | None) -> list[Copying]:
    """Return who copies an outlet's documents, the busiest first."""
    return _copying(snapshot, outlet, copier="of", original="document_id")


def _copying(
    snapshot: Snapshot, outlet: str | None, *, copier: str, original: str
) -> list[Copying]:
    own, other = schema.DOCUMENTS.alias("own"), schema.DOCUMENTS.alias("other")
    pairs = schema.REPRINTS
    many = func.count()
    query = (
        select(other.c.source, many)
        .select_from(
            own.join(pairs, pairs.c[copier] == own.c.id).join(
                other, other.c.id == pairs.c[original]
            )
        )
        .where(
            own.c.current,
            other.c.current,
            own.c.source.is_not_distinct_from(outlet),
            own.c.id != other.c.id,
        )
        .group_by(other.c.source)
        .order_by(many.desc(), other.c.source.nulls_first())
    )
    return [Copying(*row) for row in snapshot.execute(query)]


def family(snapshot: Snapshot, document_id: DocumentId) -> list[DocumentId]:
    """Return the other documents of the family of copies that a document belongs to."""
    pairs = schema.REPRINTS.c
    own = select(pairs.family).where(pairs.document_id == document_id).scalar_subquery()
    query = select(pairs.document_id).where(
        pairs.family == own, pairs.document_id != document_id
    )
    return [DocumentId(row) for row in snapshot.scalars(query.order_by("document_id"))]


def incidents_of(
    snapshot: Snapshot, documents: Collection[DocumentId]
) -> dict[DocumentId, list[IncidentId]]:
    """Return which incidents each of some documents tells of."""
    ids, made = sorted(documents), dict[DocumentId, list[IncidentId]]()
    members, told = schema.INCIDENT_ACCOUNTS, schema.ACCOUNTS
    for start in range(0, len(ids), _AT_ONCE):
        query = (
            select(_D.id, members.c.incident_id)
            .select_from(
                schema.DOCUMENTS.join(told, told.c.document_row == _D.row).join(
                    members, members.c.account_id == told.c.id
                )
            )
            .where(_D.current, _D.id.in_(ids[start : start + _AT_ONCE]))
            .distinct()
            .order_by(_D.id, members.c.incident_id)
        )
        for document, incident in snapshot.execute(query):
            made.setdefault(DocumentId(document), []).append(IncidentId(incident))
    return made
