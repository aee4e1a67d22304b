"""A document as one line of JSON: read, left out or failed, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.document import Document
from rashomon.model.ids import FamilyId
from rashomon.model.outcome import Failure, Skipped
from rashomon.publish.plain import json_text

DOCUMENT_SCHEMA = "rashomon.document/1"


class DocumentStatus(StrEnum):
    """How a document ended up."""

    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One document as published: what is known of it, and what became of it.

    ``document`` None: it was left out or broke before it could be read; ``family``
    None: likewise. ``incidents`` counts the incidents it tells of.
    """

    id: str
    status: DocumentStatus
    reason: str | None = None
    document: Document | None = None
    family: FamilyId | None = None
    copies: int = 0
    incidents: int = 0
    origin: str = ""


def entry_of_skipped(skipped: Skipped) -> DocumentEntry:
    """Return the entry of a document that was left out on purpose."""
    detail = f": {skipped.detail}" if skipped.detail else ""
    return DocumentEntry(
        id=skipped.document_id,
        status=DocumentStatus.SKIPPED,
        reason=f"{skipped.reason.value}{detail}",
        origin=skipped.origin,
    )


def entry_of_failure(
    failure: Failure, document: Document | None = None
) -> DocumentEntry:
    """Return the entry of an input or a document that broke."""
    return DocumentEntry(
        id=failure.document_id or failure.origin,
        status=DocumentStatus.FAILED,
        reason=f"{failure.stage}: {failure.message}",
        document=document,
        origin=failure.origin,
    )


def document_line(entry: DocumentEntry) -> dict[str, object]:
    """Return one document as the contract's object."""
    document = entry.document
    published = document.published if document else None
    return {
        "schema": DOCUMENT_SCHEMA,
        "id": entry.id,
        "url": document.url if document else None,
        "source": document.source if document else None,
        "title": document.title if document else None,
        "text": document.text if document else "",
        "published": {
            "value": published.value if published else None,
            "basis": published.basis.value if published else "unknown",
        },
        "language": document.language if document else None,
        "family": entry.family,
        "status": entry.status.value,
        "reason": entry.reason,
    }


def document_lines(entries: Iterable[DocumentEntry]) -> Iterator[str]:
    """Yield the lines of a file of documents, in the order of their ids."""
    for entry in sorted(entries, key=lambda e: (e.id, e.origin)):
        yield json_text(document_line(entry))
