"""Replaying a database: its records as the documents published until a moment give them."""

from __future__ import annotations

from datetime import datetime

from rashomon.link.actors import name_key
from rashomon.model.finding import IncidentRecord
from rashomon.reconcile.replay import as_it_stood, published_by
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
    stood = (as_it_stood(record, there, context) for record in records)
    return [record for record in stood if record is not None]


def context_of(store: Reader) -> Context:
    """Return what claims are weighed in: the documents, and which are copies."""
    stored = store.documents()
    return Context(
        documents={s.document.id: s.document for s in stored},
        families={s.document.id: s.family for s in stored if s.family},
        name_key=name_key,
    )
