"""Replaying a database: its records as the documents published until a moment give them."""

from __future__ import annotations

from datetime import datetime

from rashomon.link.actors import name_key
from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord
from rashomon.reconcile import replay
from rashomon.reconcile.replay import TollPoint, adding_up, as_it_stood, published_by
from rashomon.reconcile.voices import Context
from rashomon.store.reader import Reader


def as_of(store: Reader, at: datetime) -> list[IncidentRecord]:
    """Return every incident that had been reported by a moment (UTC), by id.

    ``reconcile.replay.moment`` reads such a moment as a person writes it, and
    ``reconcile.replay`` says what counts as reported by then.
    """
    # In this order: a run that goes on meanwhile adds documents, and takes none away.
    records, context = store.records(), context_of(store)
    there = published_by(context.documents, at)
    stood = (as_it_stood(r, there, adding_up(context)) for r in records)
    return [record for record in stood if record is not None]


def toll_series(
    store: Reader, record: IncidentRecord, attribute: Attribute = Attribute.KILLED
) -> tuple[TollPoint, ...]:
    """Return how a toll of an incident went as the reports came in, the undated last."""
    context = context_of(store)
    return replay.toll_series(record, context.documents, adding_up(context), attribute)


def context_of(store: Reader) -> Context:
    """Return what claims are weighed in: the documents, and which are copies."""
    stored = store.documents()
    return Context(
        documents={s.document.id: s.document for s in stored},
        families={s.document.id: s.family for s in stored if s.family},
        name_key=name_key,
    )
