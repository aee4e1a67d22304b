"""The pages of outlets: what each published, whom it copies, how its figures stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain

from rashomon.errors import InputError
from rashomon.model.claim import Stance
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId, IncidentId
from rashomon.model.value import Count
from rashomon.publish.matrix import differs
from rashomon.store import catalogue, outlets
from rashomon.store.reader import Reader
from rashomon.web.page import Asked, Page

# What one page shows of an outlet, and from how many incidents its figures are judged.
LATEST_DOCUMENTS = 100
LATEST_INCIDENTS = 50

NAMELESS = "–"


@dataclass(frozen=True, slots=True)
class Stood:
    """How an outlet's figures stand to those published: compatible, or not."""

    stood: int = 0
    differed: int = 0

    @property
    def judged(self) -> int:
        """How many figures there were to judge."""
        return self.stood + self.differed


def found(store: Reader, _asked: Asked) -> Page:
    """Return every outlet with how much it published."""
    with store.snapshot() as snapshot:
        rows = outlets.outlets(snapshot)
    data = {"sources": [asdict(row) for row in rows]}
    shown = {"outlets": rows, "nameless": NAMELESS}
    return Page(
        template="sources.html", title="Sources", shown=shown, json=lambda: data
    )


def one(store: Reader, asked: Asked) -> Page:
    """Return one outlet.

    Raises InputError where it published nothing here.
    """
    key = asked["key"]
    name = None if key == NAMELESS else key
    with store.snapshot() as snapshot:
        own = outlets.outlet(snapshot, name)
        if own is None:
            raise InputError(f"no document is from {key}; see the list of sources")
        ids = outlets.documents_of(snapshot, name, LATEST_DOCUMENTS)
        told = outlets.incidents_of(snapshot, ids)
        entries = catalogue.of_ids(snapshot, sorted(set(chain(*told.values()))))
        copies = outlets.copied_from(snapshot, name)
        copied = outlets.copied_by(snapshot, name)
    documents = {s.document.id: s.document for s in store.documents(ids)}
    latest = [IncidentId(entry.id) for entry in entries[:LATEST_INCIDENTS]]
    stood = figures(store.records_of(latest), frozenset(ids))
    shown = {
        "outlet": own,
        "documents": [documents[i] for i in ids if i in documents],
        "told": told,
        "entries": entries,
        "copied_from": copies,
        "copied_by": copied,
        "stood": stood,
        "nameless": NAMELESS,
    }
    data = {
        **asdict(own),
        "copied_from": [asdict(c) for c in copies],
        "copied_by": [asdict(c) for c in copied],
        "figures": asdict(stood),
        "latest_documents": [_document_json(documents[i]) for i in ids],
        "incidents": [entry.id for entry in entries],
    }
    return Page(
        template="source.html",
        title=name or "No outlet named",
        shown=shown,
        json=lambda: data,
    )


def figures(records: Iterable[IncidentRecord], own: frozenset[DocumentId]) -> Stood:
    """Return how the figures that some documents assert stand to those published."""
    stood = differed = 0
    for record in records:
        claims = {c.id: c for account in record.accounts for c in account.claims}
        for finding in record.findings:
            for claim in (claims[i] for i in finding.claim_ids if i in claims):
                if claim.document_id not in own or claim.stance is not Stance.ASSERTS:
                    continue
                if not isinstance(claim.value, Count) or claim.value.scope is not None:
                    continue
                if differs(finding, claim):
                    differed += 1
                else:
                    stood += 1
    return Stood(stood, differed)


def _document_json(document: Document) -> dict[str, str | None]:
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.value,
        "url": document.url,
    }
