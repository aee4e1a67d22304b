"""The pages of places, facilities and actors: who is named, and in which incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rashomon.errors import InputError
from rashomon.link.actors import same_name
from rashomon.model.ids import IncidentId
from rashomon.publish.matrix import outlet_of
from rashomon.reconcile.facilities import visits
from rashomon.store import catalogue
from rashomon.store.catalogue import Entry, Wanted
from rashomon.store.reader import Reader
from rashomon.web import filters, incidents
from rashomon.web.page import Asked, Page

# The kinds by the name of their page, and what one of them is called.
KINDS = {"places": "place", "facilities": "facility", "actors": "actor"}

MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of a report on a place or a facility itself, and what it is about."""

    about: str
    quote: str
    incident: str
    document: str
    outlet: str
    published: str | None


def found(store: Reader, kinds: str) -> Page:
    """Return the places (facilities, actors) that incidents name, the busiest first."""
    with store.snapshot() as snapshot:
        rows = catalogue.names(snapshot, KINDS[kinds], limit=MOST)
    data = [{"key": key, "name": name, "incidents": many} for key, name, many in rows]
    shown = {"kinds": kinds, "rows": rows}
    return Page(
        template="names.html",
        title=kinds.capitalize(),
        shown=shown,
        json=lambda: {kinds: data},
    )


def one(store: Reader, asked: Asked, kinds: str) -> Page:
    """Return one place (facility, actor) with its incidents over time.

    Raises InputError where no incident names it.
    """
    kind, key = KINDS[kinds], asked["key"]
    with store.snapshot() as snapshot:
        name = catalogue.name_of(snapshot, kind, key)
        if name is None:
            raise InputError(f"no incident names {key}; see the list of {kinds}")
        wanted = Wanted(named=(kind, key))
        shown = incidents.listing(snapshot, wanted, filters.page_number(asked))
    remarks = _remarks(store, shown["entries"], name) if kind != "actor" else []
    data = {
        "key": key,
        "name": name,
        "count": shown["count"],
        "page": shown["page"],
        "pages": shown["pages"],
        "incidents": [incidents.entry_json(entry) for entry in shown["entries"]],
        "remarks": [asdict(remark) for remark in remarks],
    }
    return Page(
        template="name.html",
        title=name,
        shown={
            **shown,
            "kinds": kinds,
            "kind": kind,
            "key": key,
            "name": name,
            "remarks": remarks,
        },
        json=lambda: data,
    )


def _remarks(store: Reader, entries: Sequence[Entry], name: str) -> list[Said]:
    """Return what the reports of some incidents say of a place itself, by day."""
    records = store.records_of([IncidentId(entry.id) for entry in entries])
    told = {a.document_id for record in records for a in record.accounts}
    documents = {s.document.id: s.document for s in store.documents(told)}
    # A place in a list has its country behind it.
    plain = name.partition(" (")[0]
    return [
        Said(
            about=remark.about.value,
            quote=remark.span.of(documents[remark.document_id].text),
            incident=visit.record.incident.id,
            document=remark.document_id,
            outlet=outlet_of(documents[remark.document_id]),
            published=documents[remark.document_id].published.value,
        )
        for visit in visits(records, plain, documents, same_name)
        for remark in visit.remarks
    ]
