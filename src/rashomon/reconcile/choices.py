"""How one value, or a list of values, is chosen from what was claimed.

Each rule returns the values, its id and a sentence; ``records`` calls them by attribute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute, Stance
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.value import (
    Consequence,
    Damage,
    Evidence,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Responsibility,
    Target,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)
from rashomon.reconcile.voices import Voice

LISTED = frozenset(
    {
        Attribute.VICTIM,
        Attribute.DAMAGE,
        Attribute.RESPONSIBILITY,
        Attribute.CONSEQUENCE,
        Attribute.EVIDENCE,
    }
)
SAME_PLACE_KM = 30.0
_RANK = {p: n for n, p in enumerate(GeoPrecision)}
Key = Callable[[Value], Hashable]


@dataclass(frozen=True, slots=True)
class _Group:
    """The voices that say the same, and the fullest value among theirs."""

    value: Value
    voices: tuple[Voice, ...]

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(v.origin for v in self.asserting)

    @property
    def asserting(self) -> tuple[Voice, ...]:
        return tuple(v for v in self.voices if v.claim.stance is not Stance.DENIES)

    @property
    def denying(self) -> tuple[Voice, ...]:
        return tuple(v for v in self.voices if v.claim.stance is Stance.DENIES)


def find(
    attribute: Attribute, voices: Sequence[Voice], name_key: Callable[[str], str]
) -> Finding:
    """Return the finding on an attribute that is not a count."""
    groups = _groups(voices, _keys(name_key)[attribute], attribute)
    held = [g for g in groups if g.asserting]
    if attribute in LISTED:
        chosen = tuple(g.value for g in held)
        rule, why = "all-distinct", "every distinct value that somebody asserts"
    else:
        best = max(held, key=lambda g: _strength(g, attribute), default=None)
        chosen = (best.value,) if best else ()
        rule, why = _said(best, held, attribute)
    return Finding(
        attribute=attribute,
        positions=tuple(_position(g) for g in groups),
        agreement=_agreement(attribute, groups, held),
        chosen=chosen,
        rule=rule,
        why=why,
    )


def _keys(name_key: Callable[[str], str]) -> dict[Attribute, Key]:
    def named(value: Value) -> Hashable:
        if isinstance(value, Target):
            return name_key(value.name) or value.name.casefold()
        if isinstance(value, Perpetrator):
            return name_key(value.entity or value.name) or value.name.casefold()
        if isinstance(value, Responsibility):
            return name_key(value.actor) or value.actor.casefold(), value.position
        if isinstance(value, Damage):
            return (
                name_key(value.object) or value.object.casefold(),
                value.degree,
                value.count,
            )
        if isinstance(value, Victim):
            return (
                name_key(value.name)
                if value.name
                else (value.kind, value.count, value.harm)
            )
        return value

    def plain(value: Value) -> Hashable:
        if isinstance(value, Weapon):
            return value.type
        if isinstance(value, Evidence):
            return value.kind
        if isinstance(value, Consequence):
            return value.kind, value.state
        if isinstance(value, When):
            return value.first_day, value.last_day
        return value

    by_name = (
        Attribute.TARGET,
        Attribute.PERPETRATOR,
        Attribute.RESPONSIBILITY,
        Attribute.DAMAGE,
        Attribute.VICTIM,
    )
    return defaultdict(lambda: plain, dict.fromkeys(by_name, named))


def _groups(voices: Sequence[Voice], key: Key, attribute: Attribute) -> list[_Group]:
    if attribute is Attribute.PLACE:
        return _place_groups(voices)
    sets: dict[Hashable, list[Voice]] = {}
    for voice in voices:
        sets.setdefault(key(voice.claim.value), []).append(voice)
    groups = [
        _Group(_fullest([v.claim.value for v in s]), tuple(s)) for s in sets.values()
    ]
    return sorted(
        groups,
        key=lambda g: (
            -len(g.origins),
            g.voices[0].claim.document_id,
            g.voices[0].claim.span,
        ),
    )


def _place_groups(voices: Sequence[Voice]) -> list[_Group]:
    sets: list[list[Voice]] = []
    for voice in voices:
        for group in sets:
            if _one_place(group[0].claim.value, voice.claim.value):
                group.append(voice)
                break
        else:
            sets.append([voice])
    groups = [_Group(_fullest([v.claim.value for v in s]), tuple(s)) for s in sets]
    return sorted(
        groups, key=lambda g: (-len(g.origins), g.voices[0].claim.document_id)
    )


def _one_place(left: Value, right: Value) -> bool:
    if not isinstance(left, Where) or not isinstance(right, Where):
        return False
    if left.point is None or right.point is None:
        return left.name.casefold() == right.name.casefold()
    if left.precision is not right.precision:
        return left.geonameid is not None and left.geonameid == right.geonameid
    km = distance_km(left.point.lat, left.point.lon, right.point.lat, right.point.lon)
    return km <= SAME_PLACE_KM


def _is_moment(when: When) -> bool:
    return isinstance(when.start, datetime)


def _fullest(values: Sequence[Value]) -> Value:
    """Return the value that says most: most often said, then most fields, then longest."""
    often = Counter(values)
    times = [value for value in values if isinstance(value, When)]
    if times:  # the time most often given; a minute must be asked for, not assumed
        return max(times, key=lambda w: (often[w], -_is_moment(w), str(w)))

    def said(value: Value) -> int:
        fields = getattr(value, "__dataclass_fields__", {})
        return sum(getattr(value, name) is not None for name in fields)

    return max(values, key=lambda v: (said(v), often[v], len(str(v)), str(v)))


def _strength(group: _Group, attribute: Attribute) -> tuple[float, ...]:
    """Return what a group is ranked by; more is stronger."""
    value = group.value
    main = sum(v.main for v in group.asserting)
    standing = max(v.standing for v in group.asserting)
    origins, mentions = len(group.origins), len(group.asserting)
    if isinstance(value, When):
        firm = sum(v.claim.document_id is not None for v in group.asserting)
        return (value.days <= 3, bool(main), origins, mentions, firm, -value.days)
    if isinstance(value, Where):
        fine = _RANK[value.precision] <= _RANK[GeoPrecision.DISTRICT]
        return (
            value.point is not None,
            fine,
            bool(main),
            origins,
            mentions,
            -_RANK[value.precision],
        )
    if isinstance(value, Target):
        named = any(word[:1].isupper() for word in value.name.split())
        return (bool(main), origins + 0.5 * named, value.kind is not None, mentions)
    if isinstance(value, Outcome):
        return (
            origins - len(group.denying) * 0.5,
            value is Outcome.HIT,
            standing,
            mentions,
        )
    if isinstance(value, Perpetrator):
        return (bool(main), value.entity is not None, origins, mentions, standing)
    return (bool(main), origins, mentions, standing)


def _agreement(
    attribute: Attribute, groups: Sequence[_Group], held: Sequence[_Group]
) -> Agreement:
    denied = any(g.asserting and g.denying for g in groups)
    if denied or (attribute not in LISTED and _clash(attribute, held)):
        return Agreement.CONTESTED
    origins = {o for g in held for o in g.origins} or {
        v.origin for g in groups for v in g.voices
    }
    return Agreement.AGREED if len(origins) > 1 else Agreement.SINGLE


def _clash(attribute: Attribute, held: Sequence[_Group]) -> bool:
    values = [g.value for g in held]
    if attribute is Attribute.DATE:
        return any(
            isinstance(a, When) and isinstance(b, When) and not _may_be_one_time(a, b)
            for n, a in enumerate(values)
            for b in values[n + 1 :]
        )
    if attribute is Attribute.OUTCOME:
        stopped = {Outcome.INTERCEPTED, Outcome.JAMMED, Outcome.FAILED}
        return Outcome.HIT in values and bool(stopped & set(values))
    if attribute is Attribute.PERPETRATOR:
        states = {v.entity for v in values if isinstance(v, Perpetrator) and v.entity}
        return len(states) > 1
    if attribute is Attribute.PLACE:
        fine = [
            v
            for v in values
            if isinstance(v, Where)
            and v.point
            and _RANK[v.precision] <= _RANK[GeoPrecision.SETTLEMENT]
        ]
        return any(not _close(a, b) for n, a in enumerate(fine) for b in fine[n + 1 :])
    if attribute is Attribute.WEAPON:
        counts = {v.count for v in values if isinstance(v, Weapon) and v.count}
        return len(values) == 1 and len(counts) > 1
    return False


def _may_be_one_time(left: When, right: When) -> bool:
    """A night told by its evening and by its morning is one time."""
    gap = max(
        (right.first_day - left.last_day).days, (left.first_day - right.last_day).days
    )
    return gap <= 0


def _close(left: Where, right: Where) -> bool:
    if left.point is None or right.point is None:
        return True
    return (
        distance_km(left.point.lat, left.point.lon, right.point.lat, right.point.lon)
        <= 3 * SAME_PLACE_KM
    )


def _position(group: _Group) -> Position:
    return Position(
        value=group.value,
        claim_ids=tuple(v.claim.id for v in group.asserting),
        origins=tuple(sorted(group.origins)),
        denied_by=tuple(v.claim.id for v in group.denying),
    )


def _said(
    best: _Group | None, held: Sequence[_Group], attribute: Attribute
) -> tuple[str, str]:
    if best is None:
        return "only-denied", "everything said of it is a denial; nothing is chosen"
    if len(held) == 1:
        return "only-value", "the only value that anybody gives"
    count = len(best.origins)
    others = len(held) - 1
    rule = {
        Attribute.DATE: "narrowest-then-most-voices",
        Attribute.PLACE: "finest-then-most-voices",
    }.get(attribute, "most-voices")
    return (
        rule,
        f"{count} independent voice{'s' if count != 1 else ''} behind it; {others} other value{'s' if others != 1 else ''} given",
    )
