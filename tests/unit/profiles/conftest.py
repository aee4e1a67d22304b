"""Invented reports of one invented strike, and the record they add up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Claim, Speaker, Stance
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, ClaimId, DocumentId, FamilyId, IncidentId
from rashomon.model.incident import Incident
from rashomon.reconcile.records import assemble


@dataclass(frozen=True, slots=True)
class Told:
    """A record with what reading it needs."""

    record: IncidentRecord
    documents: Mapping[DocumentId, Document]
    families: Mapping[DocumentId, FamilyId]


@pytest.fixture
def tell() -> Callable[..., Told]:
    """Return a function that makes the record of some reports.

    A report is (outlet, statements[, the outlet it copies]), a statement (attribute,
    value[, speaker[, stance]]).
    """

    def made(*reports: Any, kind: IncidentType = IncidentType.MISSILE_STRIKE) -> Told:
        documents, families, accounts = {}, {}, []
        for outlet, statements, *copied in reports:
            id_ = DocumentId(outlet)
            documents[id_] = Document(
                id=id_,
                text="Invented words of an invented outlet.",
                raw_sha256="0" * 64,
                origin=outlet,
                source=outlet,
                published=Published("2024-05-02", DateBasis.GIVEN),
            )
            families[id_] = FamilyId(copied[0] if copied else outlet)
            accounts.append(_account(id_, statements, kind))
        incident = Incident(
            id=IncidentId("inc_a"), account_ids=tuple(sorted(a.id for a in accounts))
        )
        record = assemble(incident, accounts, documents, families, str.casefold)
        return Told(record, documents, families)

    return made


def _account(id_: DocumentId, statements: Any, kind: IncidentType) -> Account:
    return Account(
        id=AccountId(f"acc_{id_}"),
        document_id=id_,
        type=kind,
        prominence=Prominence.MAIN,
        span=Span(0, 9),
        claims=tuple(_claim(id_, at, *said) for at, said in enumerate(statements)),
    )


def _claim(
    id_: DocumentId,
    at: int,
    attribute: Any,
    value: Any,
    speaker: str | None = None,
    stance: Stance = Stance.ASSERTS,
) -> Claim:
    return Claim(
        id=ClaimId(f"clm_{id_}_{at}"),
        document_id=id_,
        attribute=attribute,
        value=value,
        span=Span(at, at + 1),
        speaker=Speaker(speaker, Span(0, 1)) if speaker else None,
        stance=stance,
    )
