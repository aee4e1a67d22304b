"""Model to JSON and back: the only place that knows both.

A claim's value is written exactly as CONTRACT.md has it; what the store keeps besides
(spans of cues, reasons, positions) is written by the same functions, so that a value
has one form everywhere. ``decode(encode(x)) == x`` is a law (tests/property/test_codec).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute, Claim, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.finding import Agreement, Finding, Position, Relation
from rashomon.model.ids import AccountId, ClaimId, DocumentId
from rashomon.model.judgement import Reason
from rashomon.model.value import (
    Consequence,
    Count,
    Damage,
    DamageDegree,
    Evidence,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Responsibility,
    ResponsibilityPosition,
    Target,
    TimePrecision,
    Unanchored,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)

Json = dict[str, Any]


def value_to_json(value: Value) -> Json | str:
    """Write a claim's value as the contract has it; an outcome is a word."""
    if isinstance(value, Outcome):
        return value.value
    return _ENCODERS[type(value)](value)


def value_from_json(attribute: Attribute, written: Any) -> Value:
    """Read a value of an attribute back."""
    if attribute in COUNT_ATTRIBUTES:
        return _count(written)
    return _DECODERS[attribute](written)


def _stated(pairs: Mapping[str, Any]) -> Json:
    """Leave out what was not said: an absent field is unknown, not empty."""
    return {key: value for key, value in pairs.items() if value is not None}


def _count_json(value: Count) -> Json:
    written: Json = {"min": value.low, "max": value.high}
    written |= {"vague": True} if value.vague else {}
    written |= {"approx": True} if value.approximate else {}
    written |= {"scope": value.scope} if value.scope is not None else {}
    return written


def _count(written: Json) -> Count:
    return Count(
        written["min"],
        written["max"],
        vague=written.get("vague", False),
        approximate=written.get("approx", False),
        scope=written.get("scope"),
    )


def _when_json(value: When) -> Json:
    return {
        "from": value.start.isoformat(),
        "to": value.end.isoformat(),
        "precision": value.precision.value,
    }


def _unanchored_json(value: Unanchored) -> Json:
    return {
        "from": value.since.isoformat() if value.since else None,
        "to": value.until.isoformat() if value.until else None,
        "precision": value.precision.value,
        "timex": value.timex,
    }


def _moment(written: str) -> date | datetime:
    if "T" in written:
        return datetime.fromisoformat(written)
    return date.fromisoformat(written)


def _when(written: Json) -> When | Unanchored:
    precision = TimePrecision(written["precision"])
    if written["from"] is None or written["to"] is None:
        return Unanchored(written["timex"], precision)
    return When(_moment(written["from"]), _moment(written["to"]), precision)


def _where_json(value: Where) -> Json:
    written: Json = {
        "name": value.name,
        "lat": value.point.lat if value.point else None,
        "lon": value.point.lon if value.point else None,
        "country": value.country,
        "admin1": value.admin1,
    }
    written |= {} if value.geonameid is None else {"geonameid": value.geonameid}
    written |= {"precision": value.precision.value}
    return written if value.note is None else written | {"note": value.note}


def _where(written: Json) -> Where:
    known = written["lat"] is not None
    return Where(
        written["name"],
        GeoPrecision(written["precision"]),
        Point(written["lat"], written["lon"]) if known else None,
        written["country"],
        written["admin1"],
        written.get("geonameid"),
        written.get("note"),
    )


def _position_json(value: Responsibility) -> Json:
    position = value.position.value if value.position else None
    return {"actor": value.actor, "position": position}


def _responsibility(written: Json) -> Responsibility:
    position = written["position"]
    known = None if position is None else ResponsibilityPosition(position)
    return Responsibility(written["actor"], known)


def _damage_json(value: Damage) -> Json:
    return _stated(
        {"object": value.object, "count": value.count, "degree": value.degree.value}
    )


_ENCODERS: dict[type, Callable[[Any], Json]] = {
    Count: _count_json,
    When: _when_json,
    Unanchored: _unanchored_json,
    Where: _where_json,
    Victim: lambda v: _stated(
        {
            "description": v.description,
            "name": v.name,
            "kind": v.kind,
            "count": v.count,
            "harm": v.harm,
        }
    ),
    Target: lambda v: _stated({"name": v.name, "kind": v.kind, "entity": v.entity}),
    Damage: _damage_json,
    Weapon: lambda v: _stated({"type": v.type, "model": v.model, "count": v.count}),
    Perpetrator: lambda v: _stated({"name": v.name, "entity": v.entity}),
    Responsibility: _position_json,
    Consequence: lambda v: {"kind": v.kind, "state": v.state},
    Evidence: lambda v: _stated(
        {"kind": v.kind, "time": v.time, "by": v.by, "verified_by": v.verified_by}
    ),
}

_DECODERS: dict[Attribute, Callable[[Any], Value]] = {
    Attribute.DATE: _when,
    Attribute.PLACE: _where,
    Attribute.VICTIM: lambda w: Victim(**w),
    Attribute.TARGET: lambda w: Target(**w),
    Attribute.DAMAGE: lambda w: Damage(
        w["object"], DamageDegree(w["degree"]), w.get("count")
    ),
    Attribute.WEAPON: lambda w: Weapon(**w),
    Attribute.PERPETRATOR: lambda w: Perpetrator(**w),
    Attribute.RESPONSIBILITY: _responsibility,
    Attribute.OUTCOME: Outcome,
    Attribute.CONSEQUENCE: lambda w: Consequence(**w),
    Attribute.EVIDENCE: lambda w: Evidence(**w),
}


def claim_to_json(claim: Claim) -> Json:
    """Write a claim for the store; words are not copied, they stand in the document."""
    speaker = claim.speaker
    return {
        "id": claim.id,
        "attribute": claim.attribute.value,
        "value": value_to_json(claim.value),
        "start": claim.span.start,
        "end": claim.span.end,
        "speaker": speaker and [speaker.name, speaker.span.start, speaker.span.end],
        "stance": claim.stance.value,
        "cue": claim.cue and [claim.cue.start, claim.cue.end],
        "extractor": claim.extractor,
    }


def claim_from_json(written: Json, document_id: DocumentId) -> Claim:
    """Read a stored claim of one document back."""
    attribute = Attribute(written["attribute"])
    speaker, cue = written["speaker"], written["cue"]
    return Claim(
        id=ClaimId(written["id"]),
        document_id=document_id,
        attribute=attribute,
        value=value_from_json(attribute, written["value"]),
        span=Span(written["start"], written["end"]),
        speaker=Speaker(speaker[0], Span(*speaker[1:])) if speaker else None,
        stance=Stance(written["stance"]),
        cue=Span(*cue) if cue else None,
        extractor=written["extractor"],
    )


def account_to_json(account: Account) -> Json:
    """Write an account with its claims."""
    return {
        "id": account.id,
        "document": account.document_id,
        "type": account.type.value,
        "prominence": account.prominence.value,
        "start": account.span.start,
        "end": account.span.end,
        "claims": [claim_to_json(claim) for claim in account.claims],
    }


def account_from_json(written: Json) -> Account:
    """Read an account back."""
    document_id = DocumentId(written["document"])
    return Account(
        id=AccountId(written["id"]),
        document_id=document_id,
        type=IncidentType(written["type"]),
        prominence=Prominence(written["prominence"]),
        span=Span(written["start"], written["end"]),
        claims=tuple(claim_from_json(c, document_id) for c in written["claims"]),
    )


def finding_to_json(finding: Finding) -> Json:
    """Write a finding with every position behind it."""
    return {
        "attribute": finding.attribute.value,
        "agreement": finding.agreement.value,
        "chosen": [value_to_json(value) for value in finding.chosen],
        "rule": finding.rule,
        "why": finding.why,
        "low": finding.low,
        "high": finding.high,
        "best": finding.best,
        "rejected": list(finding.rejected),
        "relation": finding.relation.value if finding.relation else None,
        "relation_why": finding.relation_why,
        "positions": [
            {
                "value": value_to_json(position.value),
                "claims": list(position.claim_ids),
                "origins": list(position.origins),
                "denied_by": list(position.denied_by),
                "since": position.since,
            }
            for position in finding.positions
        ],
    }


def finding_from_json(written: Json) -> Finding:
    """Read a finding back."""
    attribute = Attribute(written["attribute"])
    return Finding(
        attribute=attribute,
        agreement=Agreement(written["agreement"]),
        chosen=tuple(value_from_json(attribute, v) for v in written["chosen"]),
        rule=written["rule"],
        why=written["why"],
        low=written["low"],
        high=written["high"],
        best=written["best"],
        rejected=tuple(written.get("rejected", ())),
        relation=Relation(written["relation"]) if written.get("relation") else None,
        relation_why=written.get("relation_why", ""),
        positions=tuple(
            Position(
                value=value_from_json(attribute, position["value"]),
                claim_ids=tuple(position["claims"]),
                origins=tuple(position["origins"]),
                denied_by=tuple(position["denied_by"]),
                since=position.get("since"),
            )
            for position in written["positions"]
        ),
    )


def reason_to_json(reason: Reason) -> list[Any]:
    """Write one line of a match's waterfall."""
    return [reason.comparison, reason.weight, reason.detail]


def reason_from_json(written: list[Any]) -> Reason:
    """Read one line of a waterfall back."""
    return Reason(*written)
