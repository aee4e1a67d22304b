"""An incident as one line of JSON, exactly as the contract has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rashomon.model.account import Account
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute, Claim, Speaker
from rashomon.model.document import Document, Span
from rashomon.model.finding import Finding, IncidentRecord, Position
from rashomon.model.ids import DocumentId
from rashomon.model.value import Count, When
from rashomon.publish.plain import json_text
from rashomon.store.codec import value_to_json

INCIDENT_SCHEMA = "rashomon.incident/1"

LISTED = frozenset(
    {
        Attribute.VICTIM,
        Attribute.DAMAGE,
        Attribute.RESPONSIBILITY,
        Attribute.CONSEQUENCE,
        Attribute.EVIDENCE,
    }
)

# The basis of a day that a claim's own words leave open ("on Monday", in no dated page).
TOLD_BY_OTHERS = "other documents"

# The basis of a day reckoned from a date of its document that another one outdid.
TOLD_BY_RIVAL = "rival date"

Documents = Mapping[DocumentId, Document]


def incident_line(record: IncidentRecord, documents: Documents) -> dict[str, object]:
    """Return one incident as the contract's object; its claims quote the documents."""
    return {
        "schema": INCIDENT_SCHEMA,
        "id": record.incident.id,
        "type": record.type.value,
        "title": record.title,
        "attributes": {
            finding.attribute.value: attribute_json(finding)
            for finding in sorted(record.findings, key=_place_in_contract)
        },
        "accounts": [account_json(account) for account in sorted_accounts(record)],
        "claims": [
            claim_json(claim, documents[claim.document_id], record.day_told(claim))
            for claim in sorted_claims(record)
        ],
        "sources": list(record.sources),
        "independent_sources": record.independent_sources,
        "status": record.agreement.value,
    }


def incident_lines(
    records: Iterable[IncidentRecord], documents: Documents
) -> Iterator[str]:
    """Yield the lines of a file of incidents, in the order of their ids."""
    for record in sorted(records, key=lambda r: r.incident.id):
        yield json_text(incident_line(record, documents))


def attribute_json(finding: Finding) -> dict[str, object]:
    """Return what is published of one attribute; what is not known is left out."""
    published: dict[str, object] = {}
    best = best_json(finding)
    if best is not None:
        published["best"] = best
        published |= _said_json(finding)
    if finding.low is not None:
        published["low"] = finding.low
    if finding.high is not None:
        published["high"] = finding.high
    published["status"] = finding.agreement.value
    if finding.relation is not None:
        published["relation"] = finding.relation.value
        published["relation_why"] = finding.relation_why
    published["claims"] = sorted(finding.claim_ids)
    published["positions"] = [position_json(p) for p in finding.positions]
    return published


def _said_json(finding: Finding) -> dict[str, object]:
    """Return how a count was said, so that a word ("dozens", 24) is told from a figure."""
    chosen = finding.chosen[0] if finding.chosen else None
    return {"said": chosen.said} if isinstance(chosen, Count) else {}


def position_json(position: Position) -> dict[str, object]:
    """Return one answer: its claims, how many independent voices, since when."""
    return {
        "value": value_to_json(position.value),
        "claims": sorted(position.claim_ids),
        "denied_by": sorted(position.denied_by),
        "independent_sources": len(position.origins),
        "since": position.since,
    }


def best_json(finding: Finding) -> object:
    """Return the chosen value: a number, a value or a list; None where none stands."""
    if finding.attribute in COUNT_ATTRIBUTES:
        return finding.best
    if finding.attribute in LISTED:
        return [value_to_json(value) for value in finding.chosen]
    return value_to_json(finding.chosen[0]) if finding.chosen else None


def account_json(account: Account) -> dict[str, object]:
    """Return which passage of which document tells of the incident."""
    return {
        "document": account.document_id,
        "type": account.type.value,
        "prominence": account.prominence.value,
        "start": account.span.start,
        "end": account.span.end,
    }


def claim_json(
    claim: Claim, document: Document, told: When | None = None
) -> dict[str, object]:
    """Return one grounded claim: what is said, where, by whom and how.

    ``told`` is the day of a claim that leaves it open, where other reports tell it.
    """
    text = document.text
    return {
        "id": claim.id,
        "attribute": claim.attribute.value,
        "value": claim_value_json(claim, told),
        "document": claim.document_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(text),
        "speaker": _speaker_json(claim.speaker),
        "stance": claim.stance.value,
        "cue": _cue_json(claim.cue, text),
    }


def claim_value_json(claim: Claim, told: When | None) -> object:
    """Return a claim's value; a day that its own words do not tell says so by its basis."""
    value = value_to_json(claim.value)
    if claim.is_rival and isinstance(value, dict):
        return {**value, "basis": TOLD_BY_RIVAL}
    day = value_to_json(told) if told else None
    if not isinstance(value, dict) or not isinstance(day, dict):
        return value
    return {**value, **day, "basis": TOLD_BY_OTHERS}


def _speaker_json(speaker: Speaker | None) -> dict[str, object] | None:
    if speaker is None:
        return None
    span = speaker.span
    return {"name": speaker.name, "start": span.start, "end": span.end}


def _cue_json(cue: Span | None, text: str) -> dict[str, object] | None:
    if cue is None:
        return None
    return {"text": cue.of(text), "start": cue.start, "end": cue.end}


def sorted_accounts(record: IncidentRecord) -> list[Account]:
    """Return the accounts by document, then by where they stand in it."""
    return sorted(record.accounts, key=lambda a: (a.document_id, a.span, a.id))


def sorted_claims(record: IncidentRecord) -> list[Claim]:
    """Return every claim of the incident once, by document and place in it."""
    claims = {c.id: c for account in record.accounts for c in account.claims}
    return sorted(
        claims.values(), key=lambda c: (c.document_id, c.span, c.attribute, c.id)
    )


_ORDER = {attribute: index for index, attribute in enumerate(Attribute)}


def _place_in_contract(finding: Finding) -> int:
    return _ORDER[finding.attribute]
