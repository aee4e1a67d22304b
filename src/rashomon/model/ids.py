"""Ids: what they are called, and the content hash that mints them."""

from __future__ import annotations

import hashlib
from typing import NewType

DocumentId = NewType("DocumentId", str)
ClaimId = NewType("ClaimId", str)
AccountId = NewType("AccountId", str)
IncidentId = NewType("IncidentId", str)
FamilyId = NewType("FamilyId", str)
DecisionId = NewType("DecisionId", str)

HASH_CHARS = 12  # 48 bits: a collision among a million ids has a chance of 0.2 %


def content_hash(*parts: object) -> str:
    """Return a short hash of the parts, the same on every machine and in every run."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:HASH_CHARS]


def document_id(*parts: object) -> DocumentId:
    """Mint the id of a document that came without one."""
    return DocumentId("doc_" + content_hash(*parts))


def claim_id(*parts: object) -> ClaimId:
    """Mint a claim's id from document, span, attribute, value and speaker."""
    return ClaimId("clm_" + content_hash(*parts))


def account_id(*parts: object) -> AccountId:
    """Mint an account's id from its document and passage."""
    return AccountId("acc_" + content_hash(*parts))


def incident_id(*parts: object) -> IncidentId:
    """Mint an incident's id, once, at its first publication."""
    return IncidentId("inc_" + content_hash(*parts))


def family_id(*parts: object) -> FamilyId:
    """Mint the id of a family of copies from its first document."""
    return FamilyId("fam_" + content_hash(*parts))


def decision_id(*parts: object) -> DecisionId:
    """Mint a decision's id from its place in the log and what it says."""
    return DecisionId("dec_" + content_hash(*parts))
