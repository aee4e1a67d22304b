"""A document as one line of JSON: read, left out or failed, each with its reason."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model.document import Document, Published
from rashomon.model.ids import FamilyId
from rashomon.model.outcome import Failure
from rashomon.publish.plain import json_text
from rashomon.store.rows import DocumentStatus, StoredDocument

DOCUMENT_SCHEMA = "rashomon.document/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One document as published: what is known of it, and what became of it.

    ``document`` None: the input broke before there was a document; ``id`` is then the
    input's name. ``family`` None: nothing was read of it.
    """

    id: str
    origin: str
    status: DocumentStatus
    reason: str | None = None
    document: Document | None = None
    family: FamilyId | None = None

    @property
    def published(self) -> Published:
        """When it was published, and how that is known."""
        return self.document.published if self.document else Published()


def entries(
    stored: Iterable[StoredDocument], failures: Iterable[Failure]
) -> list[DocumentEntry]:
    """Return every document, and every input that gave none, in the order of ids."""
    held = sorted(stored, key=lambda s: (s.document.id, s.document.origin))
    return list(in_order(held, without_document(held, failures)))


def without_document(
    stored: Iterable[StoredDocument], failures: Iterable[Failure]
) -> list[Failure]:
    """Return the failures of inputs that gave no document."""
    left = list(failures)
    ids = {failure.document_id for failure in left}
    origins = {failure.origin for failure in left}
    for each in stored if left else ():
        ids.discard(each.document.id)
        origins.discard(each.document.origin)
    return [f for f in left if f.origin in origins and f.document_id in ids]


def in_order(
    stored: Iterable[StoredDocument], failures: Iterable[Failure]
) -> Iterator[DocumentEntry]:
    """Yield documents that come by id, and these failures where their ids belong."""
    failed = sorted(map(_entry_of_failure, failures), key=_order)
    return heapq.merge(map(_entry_of_stored, stored), failed, key=_order)


def _order(entry: DocumentEntry) -> tuple[str, str]:
    return entry.id, entry.origin


def _entry_of_stored(stored: StoredDocument) -> DocumentEntry:
    return DocumentEntry(
        id=stored.document.id,
        origin=stored.document.origin,
        status=stored.status,
        reason=stored.reason,
        document=stored.document,
        family=stored.family,
    )


def _entry_of_failure(failure: Failure) -> DocumentEntry:
    return DocumentEntry(
        id=failure.document_id or failure.origin,
        origin=failure.origin,
        status=DocumentStatus.FAILED,
        reason=failure.message,
    )


def document_line(entry: DocumentEntry) -> dict[str, object]:
    """Return one document as the contract's object."""
    document = entry.document
    line: dict[str, object] = {
        "schema": DOCUMENT_SCHEMA,
        "id": entry.id,
        "url": document.url if document else None,
        "source": document.source if document else None,
        "title": document.title if document else None,
        "text": document.text if document else "",
        "published": _published(entry.published),
        "language": document.language if document else None,
        "family": entry.family,
        "status": entry.status.value,
        "reason": entry.reason,
    }
    return line | _archive(document)


def _published(published: Published) -> dict[str, object]:
    """Return when a document was published, and the date that its own words outdid."""
    told: dict[str, object] = {"value": published.value, "basis": published.basis.value}
    if published.rival:
        told["rival"] = published.rival
    return told


def _archive(document: Document | None) -> dict[str, object]:
    """Return where a web archive has a document's bytes, and what they are known by."""
    if document is None or document.archived is None:
        return {}
    kept = document.archived
    digest = f"sha256:{document.raw_sha256}"
    return {"archive": {"file": kept.file, "record": kept.id, "digest": digest}}


def document_lines(published: Iterable[DocumentEntry]) -> Iterator[str]:
    """Yield the lines of a file of documents, in the order given by :func:`entries`."""
    for entry in published:
        yield json_text(document_line(entry))
