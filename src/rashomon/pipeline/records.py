"""The records of incidents, from their accounts and what people decided of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.link.actors import name_key
from rashomon.model.account import Account
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import AccountId, DocumentId, FamilyId
from rashomon.model.incident import Incident
from rashomon.pipeline.ledger import Progress
from rashomon.reconcile import anchors, overruling
from rashomon.reconcile.records import assemble

Heirs = Mapping[AccountId, AccountId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What records are made of: accounts, their documents, and people's decisions.

    ``incidents`` are those of all these accounts, ``decided`` the standing decisions,
    and ``heirs`` lead from accounts of earlier readings to those of now.
    """

    incidents: Sequence[Incident]
    accounts: Mapping[AccountId, Account]
    documents: Mapping[DocumentId, Document]
    families: Mapping[DocumentId, FamilyId]
    decided: Sequence[Decision]
    heirs: Heirs


def make(
    wanted: Iterable[Incident], evidence: Evidence, progress: Progress
) -> list[IncidentRecord]:
    """Return the records of the wanted incidents, in their order."""
    struck = overruling.rejected(evidence.accounts.values(), evidence.decided)
    chosen = overruling.set_values(evidence.incidents, evidence.decided, evidence.heirs)
    told = anchors.anchored(evidence.accounts, evidence.incidents)
    records = []
    for incident in wanted:
        members = [told[a] for a in incident.account_ids]
        heard = [overruling.without(account, struck) for account in members]
        record = assemble(
            incident, heard, evidence.documents, evidence.families, name_key
        )
        said = chosen.get(incident.id, {})
        records.append(overruling.overrule(record, members, struck, said))
        progress.advance()
    return records
