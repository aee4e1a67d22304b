"""The pages of incidents: all that were asked for, and one with its claim matrix."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rashomon import profiles
from rashomon.errors import UnknownIncidentError
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId, IncidentId
from rashomon.pipeline import replay
from rashomon.publish import matrix, summary
from rashomon.publish.explanation import context
from rashomon.publish.jsonl import incident_line
from rashomon.publish.matrix import ClaimMatrix
from rashomon.reconcile.replay import moment
from rashomon.store import catalogue, catalogue_counts
from rashomon.store.catalogue import Entry, Snapshot, Wanted
from rashomon.store.reader import Reader
from rashomon.web import filters, timeline, tolls
from rashomon.web.page import Asked, Page

PAGE_SIZE = 50


def found(store: Reader, asked: Asked) -> Page:
    """Return the incidents asked for: a page of the list, the timeline, the count."""
    wanted, number = filters.read(asked), filters.page_number(asked)
    at = filters.as_of(asked)
    with store.snapshot() as snapshot:
        shown = listing(snapshot, wanted, number, at)
    data = {
        "count": shown["count"],
        "all": shown["all"],
        "page": number,
        "pages": shown["pages"],
        "filter": shown["fields"],
        "incidents": [entry_json(entry) for entry in shown["entries"]],
    }
    return Page(
        template="incidents.html", title="Incidents", shown=shown, json=lambda: data
    )


def listing(
    snapshot: Snapshot, wanted: Wanted, number: int, as_of: str = ""
) -> dict[str, Any]:
    """Return what a list of incidents shows, one page of it.

    ``as_of`` is the moment that the snapshot is of, empty for the present.
    """
    counted = catalogue_counts.overview(snapshot, wanted)
    many = counted.count
    offset = (number - 1) * PAGE_SIZE
    kept = filters.write(wanted)
    fields = kept | ({"as_of": as_of} if as_of else {})
    return {
        "as_of": as_of,
        "wanted": wanted,
        "fields": fields,
        "kept_fields": {k: v for k, v in fields.items() if k not in _TIME},
        "count": many,
        "all": catalogue.count(snapshot, Wanted()) if kept else many,
        "entries": catalogue.entries(snapshot, wanted, limit=PAGE_SIZE, offset=offset),
        "page": number,
        "pages": max(1, -(-many // PAGE_SIZE)),
        "timeline": timeline.draw(counted.periods),
        "type_counts": counted.types,
        "undated": counted.undated,
        "unplaced": counted.unplaced,
    }


# The fields that a bar of the timeline sets anew.
_TIME = frozenset({"since", "until", "dated"})


def entry_json(entry: Entry) -> dict[str, object]:
    """Return one incident of a list for scripts; what is not known is null."""
    return asdict(entry)


def cells(store: Reader, asked: Asked) -> dict[str, object]:
    """Return the incidents asked for as the map shows ``view`` at ``zoom``."""
    zoom = filters.zoom(asked)
    # Squares of 48 points of the screen: the world is 256 points wide at zoom 0.
    degrees = 360 * 48 / (256 * 2**zoom)
    wanted, view = filters.read(asked), filters.view(asked)
    with store.snapshot() as snapshot:
        made, unplaced = catalogue.cells(snapshot, wanted, degrees, view)
    return {
        "unplaced": unplaced,
        "cells": [
            {
                "count": cell.count,
                "lat": cell.lat,
                "lon": cell.lon,
                "contested": cell.contested,
                "incident": entry_json(cell.entry) if cell.entry else None,
            }
            for cell in made
        ],
    }


def one(store: Reader, asked: Asked) -> Page:
    """Return one incident: what its sources say of it, side by side.

    With ``as_of`` it is shown as the documents published until then give it. Raises
    UnknownIncidentError where there is none of that id.
    """
    record = _record(store, asked["id"])
    told = {account.document_id for account in record.accounts}
    stored = {s.document.id: s for s in store.documents(told)}
    everything = {id_: s.document for id_, s in stored.items()}
    families = {id_: s.family for id_, s in stored.items() if s.family}
    at = filters.as_of(asked)
    if at:
        record = _as_it_stood(store, record, at)
    told = {account.document_id for account in record.accounts}
    documents = {id_: d for id_, d in everything.items() if id_ in told}
    claims = matrix.build(record, documents, families)
    with store.snapshot() as snapshot:
        entry = catalogue.entry(snapshot, record.incident.id)
        named = catalogue.names_of(snapshot, record.incident.id)
    sentences = summary.sentences(record)
    lines = tolls.series(record, documents)
    readings = profiles.read(record, documents, families)
    shown = {
        "record": record,
        "entry": entry,
        "named": named,
        "sentences": sentences,
        "matrix": claims,
        "readings": readings,
        "reading_rows": profiles.ROWS,
        "quotes": _quotes(claims, documents),
        "rejected": _rejected(record, documents),
        "tolls": lines,
        "tolls_json": [line.json for line in lines],
        "documents": sorted(documents.values(), key=matrix.by_publication),
        "copies": _copies(documents, families),
        "judgements": _judgements(store, record),
        "as_of": at,
        "moments": _moments(everything),
    }
    return Page(
        template="incident.html",
        title=record.title,
        shown=shown,
        json=lambda: {
            **incident_line(record, documents),
            "summary": sentences,
            "matrix": matrix.matrix_json(claims),
            "tolls": shown["tolls_json"],
            "codebooks": [profiles.reading_json(reading) for reading in readings],
        },
    )


def _record(store: Reader, incident_id: str) -> IncidentRecord:
    records = store.records_of([IncidentId(incident_id)])
    if not records:
        raise UnknownIncidentError(f"no incident has the id {incident_id}")
    return records[0]


def _as_it_stood(store: Reader, record: IncidentRecord, at: str) -> IncidentRecord:
    """Return a record as it stood, with what people decided of it."""
    known = replay.part_as_of(store, [record], moment(at))
    if not known:
        raise UnknownIncidentError(f"nothing of {record.incident.id} was told by {at}")
    return known[0]


def _moments(documents: dict[DocumentId, Document]) -> list[str]:
    """Return the days on which documents of an incident were published, in order."""
    dated = {d.published.value[:10] for d in documents.values() if d.published.value}
    return sorted(day for day in dated if len(day) == len("2024-05-01"))


def moved(store: Reader, incident_id: str) -> str | None:
    """Return the id that an incident is now known by, None where there is none.

    It was merged into that one, or the beginning of its id was given.
    """
    with store.snapshot() as snapshot:
        successor = catalogue.successor(snapshot, incident_id)
        if successor is not None:
            return successor
        begun = catalogue.begins(snapshot, incident_id, limit=2)
    if len(begun) != 1 or begun[0].id == incident_id:
        return None
    return begun[0].id


def _quotes(
    claims: ClaimMatrix, documents: dict[DocumentId, Document]
) -> dict[str, tuple[str, str, str]]:
    """Return the sentence around every quotation of a matrix, by claim id."""
    return {
        saying.claim.id: context(
            documents[saying.claim.document_id].text, saying.claim.span
        )
        for row in claims.rows
        for cell in row.cells
        for saying in cell
    }


def _rejected(
    record: IncidentRecord, documents: dict[DocumentId, Document]
) -> dict[Attribute, list[tuple[Claim, str]]]:
    """Return what people rejected of each attribute, with the words of every claim."""
    claims = {c.id: c for account in record.accounts for c in account.claims}
    return {
        finding.attribute: [
            (claims[i], claims[i].span.of(documents[claims[i].document_id].text))
            for i in finding.rejected
            if i in claims
        ]
        for finding in record.findings
        if finding.rejected
    }


def _copies(
    documents: dict[DocumentId, Document], families: dict[DocumentId, FamilyId]
) -> dict[DocumentId, Document]:
    """Return which document each copy among these was copied from."""
    return {
        copy.id: original
        for original, *copied in matrix.voices(documents.values(), families)
        for copy in copied
    }


def _judgements(store: Reader, record: IncidentRecord) -> list[Any]:
    """Return the verdicts among the accounts of an incident, the latest first."""
    members = frozenset(record.incident.account_ids)
    return store.judgements_among(members)[::-1]
