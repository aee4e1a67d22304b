"""The record as it stood: what the documents published until a moment give.

Which accounts tell of one incident is judged with all that is known today, so ids stay
what they are; what is replayed is what was said by then. A document known by its day
alone is taken to be there when that day is over. One whose date nobody knows counts
from the day it was retrieved, and with neither only at the end: nothing stands in a
past record that cannot be shown to have been published by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from rashomon.errors import InputError
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.document import Document
from rashomon.model.finding import Agreement, Finding, IncidentRecord
from rashomon.model.ids import ClaimId, DocumentId
from rashomon.model.incident import Incident
from rashomon.reconcile.records import assemble
from rashomon.reconcile.voices import Context

AddUp = Callable[[Incident, Sequence[Account]], IncidentRecord]

DAY_CHARS = len("2024-05-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPoint:
    """What a toll stood at after the documents of one moment.

    ``at`` None: documents of unknown date, which stand last. ``claims`` are those that
    this moment added.
    """

    at: datetime | None
    finding: Finding
    claims: tuple[ClaimId, ...]

    @property
    def low(self) -> int | None:
        """The lowest figure by then."""
        return self.finding.low

    @property
    def best(self) -> int | None:
        """The published figure by then."""
        return self.finding.best

    @property
    def high(self) -> int | None:
        """The highest figure by then."""
        return self.finding.high

    @property
    def agreement(self) -> Agreement:
        """How the sources stood to each other by then."""
        return self.finding.agreement


def moment(written: str) -> datetime:
    """Read an ISO 8601 date or date-time as UTC; a date alone is the end of its day.

    Raises InputError where it is neither.
    """
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError as error:
        raise InputError(
            f"{written!r} is no time; write 2024-05-31 or 2024-05-31T18:00"
        ) from error
    if len(written.strip()) <= DAY_CHARS:
        return datetime.combine(at.date(), time.max)
    return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at


def known_at(document: Document) -> datetime | None:
    """Return the moment by which a document was published, None where nothing says it."""
    written = document.published.value or document.retrieved
    return moment(written) if written else None


def end_of(documents: Mapping[DocumentId, Document]) -> datetime | None:
    """Return the moment of the latest document, None where none is dated."""
    known = [at for d in documents.values() if (at := known_at(d))]
    return max(known, default=None)


def published_by(
    documents: Mapping[DocumentId, Document], at: datetime, end: datetime | None = None
) -> frozenset[DocumentId]:
    """Return the documents that were there at a moment; at the end, all of them.

    ``end`` is the moment of the latest document, where these are not all that there are.
    """
    end = end or end_of(documents)
    if end is None or at >= end:
        return frozenset(documents)
    known = {id_: known_at(document) for id_, document in documents.items()}
    return frozenset(id_ for id_, then in known.items() if then and then <= at)


def adding_up(context: Context) -> AddUp:
    """Return how an incident's accounts are added up where people overruled nothing."""

    def add_up(incident: Incident, accounts: Sequence[Account]) -> IncidentRecord:
        return assemble(
            incident, accounts, context.documents, context.families, context.name_key
        )

    return add_up


def as_it_stood(
    record: IncidentRecord, there: frozenset[DocumentId], add_up: AddUp
) -> IncidentRecord | None:
    """Return what an incident's accounts in these documents give, None without any."""
    kept = [a for a in record.accounts if a.document_id in there]
    if not kept:
        return None
    ids = tuple(sorted(account.id for account in kept))
    stood = add_up(replace(record.incident, account_ids=ids), kept)
    return replace(stood, accounts=tuple(kept))  # in the order they are held in


def toll_series(
    record: IncidentRecord,
    documents: Mapping[DocumentId, Document],
    add_up: AddUp,
    attribute: Attribute = Attribute.KILLED,
) -> tuple[TollPoint, ...]:
    """Return how a toll went as the reports came in, a point for each moment that added."""
    there: set[DocumentId] = set()
    seen: set[ClaimId] = set()
    points = []
    for at, arrived in _by_moment(record, documents):
        there |= arrived
        then = as_it_stood(record, frozenset(there), add_up)
        finding = then.finding(attribute) if then else None
        if finding is None:
            continue
        added = tuple(c for c in finding.claim_ids if c not in seen)
        seen.update(added)
        if added:
            points.append(TollPoint(at=at, finding=finding, claims=added))
    return tuple(points)


def _by_moment(
    record: IncidentRecord, documents: Mapping[DocumentId, Document]
) -> Sequence[tuple[datetime | None, set[DocumentId]]]:
    """Return the incident's documents by when they came, the undated last."""
    moments: dict[datetime | None, set[DocumentId]] = {}
    for account in record.accounts:
        at = known_at(documents[account.document_id])
        moments.setdefault(at, set()).add(account.document_id)
    return sorted(moments.items(), key=lambda m: m[0] or datetime.max)
