"""What goes into the store and what comes out, beyond the model's own nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.account import Account
from rashomon.model.document import Document, RawDocument
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import FamilyId
from rashomon.model.incident import Reprint
from rashomon.model.outcome import Failure, Skipped


class DocumentStatus(StrEnum):
    """What became of a document."""

    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """One raw document and what reading made of it, written as one unit.

    ``outcome`` is the cleaned document, or why there is none. ``failure`` is set where
    the document was cleaned but its extraction broke.
    """

    raw: RawDocument
    outcome: Document | Skipped | Failure
    accounts: tuple[Account, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document as the store keeps it. ``family`` None: no conclusion drawn yet."""

    document: Document
    status: DocumentStatus
    reason: str | None
    family: FamilyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """Everything that follows from the evidence, replaced as one."""

    reprints: tuple[Reprint, ...]
    records: tuple[IncidentRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store already holds of a document id: its bytes' hash and its readers."""

    raw_sha256: str
    readers: str
    status: DocumentStatus
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much a database holds. ``evidence`` changes whenever evidence is added;
    ``concluded`` is the stamp of what was last concluded from, None where nothing was."""

    evidence: str
    concluded: str | None
    documents: int
    accounts: int
    claims: int
    incidents: int


def skip_reason(skipped: Skipped) -> str:
    """Return why a document was left out, in one line."""
    detail = f": {skipped.detail}" if skipped.detail else ""
    return f"{skipped.reason.value}{detail}"
