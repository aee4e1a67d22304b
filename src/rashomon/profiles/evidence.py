"""What reading a record under a codebook needs to look up: claims, voices, the accused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord, Position
from rashomon.model.ids import ClaimId, DocumentId, FamilyId
from rashomon.model.value import Perpetrator
from rashomon.profiles.sources import Sources

# What reads "there are casualties" as somebody dead or hurt; which of the two is not said.
CASUALTIES = "counts.casualties"
SPEAKER = "speaker "  # what the origins of named persons and bodies begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A record with its claims at hand, and what is known of those who made them."""

    record: IncidentRecord
    claims: Mapping[ClaimId, Claim]
    documents: Mapping[DocumentId, Document]
    families: Mapping[DocumentId, FamilyId]
    sources: Sources

    def voices(self, position: Position) -> frozenset[str]:
        """Return the independent voices behind a position; outlets of one owner are one."""
        owners = self._owners()
        return frozenset(owners.get(origin, origin) for origin in position.origins)

    def reports(self, position: Position) -> frozenset[str]:
        """Return the independent reports that give it, however many voices each quotes.

        Copies are one report, and so are the outlets of one owner.
        """
        owners = self._owners()
        held = [self.claims[c] for c in position.claim_ids if c in self.claims]
        families = {f"family {self.families[c.document_id]}" for c in held}
        return frozenset(owners.get(family, family) for family in families)

    def is_partys_own(self, position: Position) -> bool:
        """Say whether only the accused give it: all are described as of an accused side."""
        sides = {
            self._side(self.claims[c]) for c in position.claim_ids if c in self.claims
        }
        return bool(sides) and None not in sides and sides <= accused(self.record)

    def is_of_casualties(self, position: Position) -> bool:
        """Say whether all who give it speak of casualties, dead or hurt, and no more."""
        held = [self.claims[c] for c in position.claim_ids if c in self.claims]
        return bool(held) and all(c.extractor == CASUALTIES for c in held)

    def standing(self, positions: Sequence[Position]) -> list[Position]:
        """Leave out what each who gives it replaced on a later day, all named speakers.

        What counts is when a figure was first told: a late reprint brings none back.
        """
        first = {p: self._first_told(p) for p in positions}
        return [
            p
            for p in positions
            if not p.origins
            or not all(
                origin.startswith(SPEAKER)
                and any(
                    origin in q.origins and "" < first[p] < first[q] for q in positions
                )
                for origin in p.origins
            )
        ]

    def _first_told(self, position: Position) -> str:
        """Return the first day of its documents, empty where none has one."""
        held = [self.claims[c] for c in position.claim_ids if c in self.claims]
        told = [self.documents[c.document_id].published.value for c in held]
        return min((day[:10] for day in told if day), default="")

    def _owners(self) -> dict[str, str]:
        """Return the owner of each family of documents that has a described one."""
        found: dict[str, str] = {}
        for id_, family in sorted(self.families.items()):
            document = self.documents.get(id_)
            known = self.sources.of(document.source) if document else None
            if known and known.owner:
                found.setdefault(f"family {family}", f"owner {known.owner.casefold()}")
        return found

    def _side(self, claim: Claim) -> str | None:
        document = self.documents.get(claim.document_id)
        outlet = document.source if document else None
        known = self.sources.of(claim.speaker.name if claim.speaker else outlet)
        return known.side.casefold() if known and known.side else None


def gathered(
    record: IncidentRecord,
    documents: Mapping[DocumentId, Document],
    families: Mapping[DocumentId, FamilyId],
    sources: Sources,
) -> Evidence:
    """Return a record's evidence."""
    claims = {c.id: c for account in record.accounts for c in account.claims}
    return Evidence(
        record=record,
        claims=claims,
        documents=documents,
        families={a.document_id: families[a.document_id] for a in record.accounts},
        sources=sources,
    )


def asserted(record: IncidentRecord, attribute: Attribute) -> list[Position]:
    """Return the positions that somebody holds: a denial alone is none."""
    finding = record.finding(attribute)
    return [p for p in finding.positions if p.claim_ids] if finding else []


def accused(record: IncidentRecord) -> frozenset[str]:
    """Return whom somebody says to have done it, as known bodies or states."""
    values = (p.value for p in asserted(record, Attribute.PERPETRATOR))
    return frozenset(
        value.entity.casefold()
        for value in values
        if isinstance(value, Perpetrator) and value.entity
    )
