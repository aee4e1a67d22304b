"""Replaying a database: its records as the documents published until a moment give them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.link.actors import name_key
from rashomon.model.account import Account
from rashomon.model.claim import Attribute
from rashomon.model.decision import DecisionKind, standing
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, DocumentId
from rashomon.model.incident import Incident
from rashomon.reconcile import anchors, overruling, replay
from rashomon.reconcile.replay import (
    AddUp,
    TollPoint,
    adding_up,
    as_it_stood,
    published_by,
)
from rashomon.reconcile.voices import Context
from rashomon.store.reader import Reader


def as_of(store: Reader, at: datetime) -> list[IncidentRecord]:
    """Return every incident that had been reported by a moment (UTC), by id.

    ``reconcile.replay.moment`` reads such a moment as a person writes it, and
    ``reconcile.replay`` says what counts as reported by then.
    """
    # In this order: a run that goes on meanwhile adds documents, and takes none away.
    records = store.records()
    return stood(store, records, context_of(store), at)


def last_told(store: Reader) -> datetime | None:
    """Return the latest moment of publication, None of an empty database.

    It looks at every document: who replays part by part asks once.
    """
    return max((replay.moment(told) for told in store.latest_dates()), default=None)


def stood(
    store: Reader,
    records: Sequence[IncidentRecord],
    context: Context,
    at: datetime,
    end: datetime | None = None,
) -> list[IncidentRecord]:
    """Return those of some incidents that had been reported by a moment, as they stood.

    ``context`` holds the documents of these incidents at least; ``end`` is what
    ``last_told`` tells, asked where it is None.
    """
    there = published_by(context.documents, at, end or last_told(store))
    add_up = _overruled(store, records, context, _anchored(records, there))
    known = (as_it_stood(record, there, add_up) for record in records)
    return [record for record in known if record is not None]


def part_as_of(
    store: Reader,
    part: Sequence[IncidentRecord],
    at: datetime,
    end: datetime | None = None,
) -> list[IncidentRecord]:
    """Return those of some incidents that had been reported by a moment (UTC), by id.

    They are what ``as_of`` makes of them: with the other incidents of their documents,
    whose days may tell when these were. ``end`` is as in ``stood``.
    """
    ours = {record.incident.id for record in part}
    pages = {a.document_id for record in part for a in record.accounts}
    others = [id_ for id_ in store.told_in(pages) if id_ not in ours]
    records = [*part, *(store.records_of(others) if others else ())]
    told = {a.document_id for record in records for a in record.accounts}
    known = stood(store, records, context_of(store, told), at, end)
    return [record for record in known if record.incident.id in ours]


def standing_at(
    store: Reader, at: datetime
) -> Callable[[Sequence[IncidentRecord]], list[IncidentRecord]]:
    """Return ``part_as_of`` of a moment (UTC), for who replays part by part."""
    end = last_told(store)
    return lambda part: part_as_of(store, part, at, end)


def toll_series(
    store: Reader, record: IncidentRecord, attribute: Attribute = Attribute.KILLED
) -> tuple[TollPoint, ...]:
    """Return how a toll of an incident went as the reports came in, the undated last."""
    context = context_of(store, {a.document_id for a in record.accounts})
    add_up = _overruled(store, [record], context, {})
    return replay.toll_series(record, context.documents, add_up, attribute)


def context_of(store: Reader, wanted: Collection[DocumentId] | None = None) -> Context:
    """Return what claims are weighed in: the documents, or those of them that are wanted,
    and which are copies."""
    stored = store.documents(wanted)
    return Context(
        documents={s.document.id: s.document for s in stored},
        families={s.document.id: s.family for s in stored if s.family},
        name_key=name_key,
    )


def _anchored(
    records: Iterable[IncidentRecord], there: frozenset[DocumentId]
) -> dict[AccountId, Account]:
    """Return the accounts with the open days that the reports there can tell."""
    accounts: dict[AccountId, Account] = {}
    incidents = []
    for record in records:
        kept = {a.id: a for a in record.accounts if a.document_id in there}
        accounts |= kept
        if kept:
            incidents.append(replace(record.incident, account_ids=tuple(sorted(kept))))
    return anchors.anchored(accounts, incidents)


def _overruled(
    store: Reader,
    records: Iterable[IncidentRecord],
    context: Context,
    told: Mapping[AccountId, Account],
) -> AddUp:
    """Return how accounts are added up with what people decided of claims and values.

    ``told`` are the accounts with their open days told by others.
    """
    records = list(records)
    decided = standing(store.decisions())
    accounts = (account for record in records for account in record.accounts)
    struck = overruling.rejected(accounts, decided)
    setting = any(decision.kind is DecisionKind.SET for decision in decided)
    chosen = overruling.set_values(
        store.incidents() if setting else (), decided, store.successors()
    )
    plain = adding_up(context)

    def add_up(incident: Incident, accounts: Sequence[Account]) -> IncidentRecord:
        known = [told.get(account.id, account) for account in accounts]
        heard = [overruling.without(account, struck) for account in known]
        said = chosen.get(incident.id, {})
        return overruling.overrule(plain(incident, heard), accounts, struck, said)

    return add_up
