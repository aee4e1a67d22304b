"""Incidents: the accounts held to be about one happening."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.ids import AccountId, DocumentId, FamilyId, IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A group of accounts, derived from judgements.

    ``supersedes``: ids of incidents that were merged into this one, kept for ever.
    """

    id: IncidentId
    account_ids: tuple[AccountId, ...]
    supersedes: tuple[IncidentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Reprint:
    """That a document belongs to a family of copies: a conclusion, so a row of its own.

    ``of`` is the document it is closest to (None for the family's first), and
    ``similarity`` the estimated Jaccard similarity to it (1.0 for the first).
    """

    document_id: DocumentId
    family: FamilyId
    of: DocumentId | None
    similarity: float
