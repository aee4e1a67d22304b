"""What goes into the store and what comes out, beyond the model's own nouns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.account import Account
from rashomon.model.document import Document, RawDocument
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Reprint
from rashomon.model.judgement import Judgement
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


@dataclass(frozen=True, slots=True)
class Survey:
    """How many accounts of a pile bear each name and use each word."""

    accounts: int
    names: Mapping[str, int]
    words: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept for matching: a survey of so many ``accounts``, how many came
    ``since``, up to which rows of documents and decisions it was concluded with, and the
    ``digest`` of the survey."""

    accounts: int
    since: int
    documents: int
    decisions: int
    digest: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair that was compared: in how many blocks it meets, and what it weighs."""

    left: AccountId
    right: AccountId
    ways: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What is kept so that one more account meets its own candidates only.

    ``keys``: each key, day and account; ``bands``: each band and document;
    ``profiles``: what each account is compared by, as its reader understands it.
    """

    survey: Survey
    profiles: Iterable[tuple[AccountId, bytes]]
    keys: Iterable[tuple[int, int, AccountId]]
    pairs: Iterable[Weighed]
    bands: Iterable[tuple[int, DocumentId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """Everything that follows from the evidence, replaced as one.

    ``matching`` None: the pile is so small that it is always compared as a whole.
    """

    reprints: tuple[Reprint, ...]
    records: tuple[IncidentRecord, ...]
    matching: Matching | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """What new evidence changed: these records stand instead of what they replace.

    ``gone``: incidents that are no more; ``judgements``: those worth logging.
    """

    records: Sequence[IncidentRecord]
    gone: Collection[IncidentId]
    judgements: Sequence[Judgement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store already holds of a document id: its bytes' hash and its readers."""

    raw_sha256: str
    readers: str
    status: DocumentStatus
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """The latest rows of the two logs, as the stamp of the ``evidence`` names them, and
    the stamp of what was last concluded from, None where nothing was."""

    documents: int
    decisions: int
    evidence: str
    concluded: str | None


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


def evidence_of(documents: int, decisions: int) -> str:
    """Return the stamp of the evidence up to these rows of the two logs."""
    return f"documents {documents}, decisions {decisions}"
