"""Grades: Airwars' tests for harm, UCDP's event clarity, GVA's mass shooting.

Each says why, with the number of independent voices behind it. An outlet's owner or
side counts only where a sources file describes it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord, Position
from rashomon.model.ids import ClaimId
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Outcome,
    Responsibility,
    ResponsibilityPosition,
    TimePrecision,
    When,
    Where,
)
from rashomon.profiles.evidence import Evidence, accused, asserted

MASS_SHOOTING = 4

# Incidents that are themselves the action of a belligerent, so that one is likely.
_STRIKES = frozenset(
    {
        IncidentType.DRONE_STRIKE,
        IncidentType.MISSILE_STRIKE,
        IncidentType.AIR_STRIKE,
        IncidentType.SHELLING,
    }
)
_FINE = frozenset({GeoPrecision.EXACT, GeoPrecision.FACILITY, GeoPrecision.SETTLEMENT})
_FIGHTERS = frozenset({"soldiers", "militants", "attackers"})


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade, why it was given, and the claims that it rests on."""

    value: str
    why: str
    claims: tuple[ClaimId, ...] = ()


def airwars(evidence: Evidence) -> Grade:
    """Return the grade of civilian harm, by Airwars' tests in their order."""
    record = evidence.record
    harm = [
        p
        for attribute in (Attribute.KILLED, Attribute.INJURED)
        for p in asserted(record, attribute)
        if _top(p) > 0
    ]
    cited = tuple(dict.fromkeys(c for p in harm for c in p.claim_ids))
    if not harm:
        return Grade("none reported", "no report alleges harm")
    voices = frozenset(v for p in harm for v in evidence.voices(p))
    told = _voices_told(voices)
    accepted = _accepting(record)
    if len(accepted) == 1:
        (name, claims), *_ = accepted.items()
        return Grade("confirmed", f"{name} says that it did it; harm: {told}", claims)
    if all(_count(p).scope in _FIGHTERS for p in harm):
        fighters = f"only fighters are said to have been harmed, by {told}"
        return Grade("discounted", fighters, cited)
    competing = _competing(record, accepted)
    if competing:
        return Grade("contested", f"{competing}; harm: {told}", cited)
    reports = frozenset(r for p in harm for r in evidence.reports(p))
    if len(voices) > 1 and len(reports) == 1:
        return Grade("weak", f"{told} in one report, which is one source", cited)
    if len(voices) > 1 and _action_is_likely(record):
        return Grade("fair", f"{told} and a likely strike", cited)
    if len(voices) > 1:
        return Grade("weak", f"{told}, but no strike is said to be likely", cited)
    return Grade("weak", f"{told}", cited)


def _competing(record: IncidentRecord, accepted: Collection[str]) -> str | None:
    """Say what competes: those who accept it, those accused, or fighting there."""
    if accepted:  # by one alone it would be confirmed
        return f"{', '.join(sorted(accepted))} each say that they did it"
    rivals = sorted(accused(record))
    if len(rivals) > 1:
        return f"accused are {', '.join(rivals)}"
    told = {account.type for account in record.accounts}
    if IncidentType.ARMED_CLASH in told and told & _STRIKES:
        return "some reports put the harm down to fighting on the ground"
    return None


def _accepting(record: IncidentRecord) -> dict[str, tuple[ClaimId, ...]]:
    """Return each named body that accepts it, unless it denies it as well."""
    claimed: dict[str, tuple[ClaimId, ...]] = {}
    denied = set()
    for position in asserted(record, Attribute.RESPONSIBILITY):
        value = position.value
        if not isinstance(value, Responsibility):
            continue
        if value.position is ResponsibilityPosition.CLAIMS and _is_named(value.actor):
            claimed[value.actor] = position.claim_ids
        elif value.position is ResponsibilityPosition.DENIES:
            denied.add(value.actor.casefold())
    return {name: ids for name, ids in claimed.items() if name.casefold() not in denied}


def _is_named(actor: str) -> bool:
    """Say whether words name a body; "gunmen" and "a group" name none."""
    words = actor.split()
    of_name = words[1:] if words and words[0] in {"The", "A", "An"} else words
    return any(word[:1].isupper() for word in of_name)


def _action_is_likely(record: IncidentRecord) -> bool:
    """Say whether a belligerent's action there and then is at least likely.

    It is, where the incident is a strike that was not stopped, or a known body is accused.
    """
    outcomes = {p.value for p in asserted(record, Attribute.OUTCOME)}
    stopped = bool(outcomes) and Outcome.HIT not in outcomes
    return (record.type in _STRIKES and not stopped) or bool(accused(record))


def event_clarity(evidence: Evidence) -> Grade:
    """Return 1 where day and place single the event out, 2 for an aggregate.

    One night is no aggregate, though it has two days.
    """
    record = evidence.record
    when, where = (
        _chosen(record, Attribute.DATE),
        _chosen(record, Attribute.PLACE),
    )
    missing = []
    if not isinstance(when, When) or not _is_one_day(when):
        missing.append("no single day")
    if not isinstance(where, Where) or where.precision not in _FINE:
        missing.append("no single place")
    behind = [
        p
        for attribute in (Attribute.DATE, Attribute.PLACE)
        for p in asserted(record, attribute)
        if p.value == _chosen(record, attribute)
    ]
    cited = tuple(c for p in behind for c in p.claim_ids)
    if missing:
        return Grade("2", f"{' and '.join(missing)} can be told", cited)
    told = _voices_told({v for p in behind for v in evidence.voices(p)})
    return Grade("1", f"one day and one place, {told}", cited)


def _is_one_day(when: When) -> bool:
    """Say whether it is one day or one night, which ends on the next day."""
    night = when.precision is TimePrecision.PART_OF_DAY and when.days == 2
    return when.days == 1 or night


def _voices_told(voices: Collection[str]) -> str:
    """Return how many independent voices there are, in words."""
    return f"{len(voices)} independent voice{'s' if len(voices) != 1 else ''}"


def mass_shooting(evidence: Evidence) -> Grade:
    """Return yes, no or unclear: four shot or killed, the shooter not counted."""
    record = evidence.record
    if record.type is not IncidentType.SHOOTING:
        return Grade("not a shooting", "the rule is for shootings")
    found = [record.finding(a) for a in (Attribute.KILLED, Attribute.INJURED)]
    held = [f for f in found if f is not None and f.best is not None]
    if not held:
        return Grade("unknown", "no report says how many were shot or killed")
    least = sum(f.low or 0 for f in held)
    best = sum(f.best or 0 for f in held)
    most = sum(f.high or 0 for f in held)
    cited = tuple(dict.fromkeys(c for f in held for c in f.claim_ids))
    behind = [
        p for a in (Attribute.KILLED, Attribute.INJURED) for p in asserted(record, a)
    ]
    voices = _voices_told({v for p in behind for v in evidence.voices(p)})
    told = f"{best} shot or killed ({least} to {most}), the shooter apart; {voices}"
    if least >= MASS_SHOOTING:
        return Grade("yes", told, cited)
    return Grade("no" if most < MASS_SHOOTING else "unclear", told, cited)


def _chosen(record: IncidentRecord, attribute: Attribute) -> object:
    finding = record.finding(attribute)
    return finding.chosen[0] if finding and finding.chosen else None


def _count(position: Position) -> Count:
    value = position.value
    assert isinstance(value, Count)  # asked for of counts only
    return value


def _top(position: Position) -> int:
    count = _count(position)
    return count.high if count.high is not None else max(count.low, 1)
