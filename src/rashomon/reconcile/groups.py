"""Voices gathered by what they say: one group for each distinct answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute, Stance
from rashomon.model.finding import Position
from rashomon.model.value import (
    Consequence,
    Damage,
    Evidence,
    Perpetrator,
    Responsibility,
    Target,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)
from rashomon.reconcile import targets
from rashomon.reconcile.moments import since
from rashomon.reconcile.voices import Voice, independent, mentions

# Gazetteer entries of one town lie this far apart; two towns seldom lie closer.
SAME_PLACE_KM = 30.0

NameKey = Callable[[str], str]
Key = Callable[[Value], Hashable]


@dataclass(frozen=True, slots=True)
class Group:
    """The voices that say the same, and the fullest value among theirs."""

    value: Value
    voices: tuple[Voice, ...]

    @property
    def origins(self) -> frozenset[str]:
        """Who asserts it, copies and repeated speakers once."""
        return independent(self.asserting)

    @property
    def asserting(self) -> tuple[Voice, ...]:
        """The voices that do not deny it."""
        return tuple(v for v in self.voices if v.claim.stance is not Stance.DENIES)

    @property
    def denying(self) -> tuple[Voice, ...]:
        """The voices that deny it."""
        return tuple(v for v in self.voices if v.claim.stance is Stance.DENIES)

    @property
    def is_rival(self) -> bool:
        """Whether nobody gives it but by a date of the document that was not believed."""
        return all(v.claim.is_rival for v in self.voices)

    @property
    def position(self) -> Position:
        """The group as it is published."""
        return Position(
            value=self.value,
            claim_ids=tuple(v.claim.id for v in self.asserting),
            origins=tuple(sorted(self.origins)),
            denied_by=tuple(v.claim.id for v in self.denying),
            since=since(self.voices),
        )


def gather(
    attribute: Attribute, voices: Sequence[Voice], name_key: NameKey
) -> list[Group]:
    """Return the groups of an attribute, the best supported first."""
    if attribute is Attribute.PLACE:
        sets = _by_place(voices)
    elif attribute is Attribute.TARGET:
        sets = _by_target(voices)
    else:
        key = _keys(name_key)[attribute]
        keyed: dict[Hashable, list[Voice]] = {}
        for voice in voices:
            keyed.setdefault(key(voice.claim.value), []).append(voice)
        sets = list(keyed.values())
    groups = [Group(_fullest(s), tuple(s)) for s in sets]
    return sorted(
        groups,
        key=lambda g: (
            -len(g.origins),
            g.voices[0].claim.document_id,
            g.voices[0].claim.span,
        ),
    )


def _keys(name_key: NameKey) -> dict[Attribute, Key]:
    def of_name(name: str) -> str:
        return name_key(name) or name.casefold()

    def named(value: Value) -> Hashable:
        if isinstance(value, Perpetrator):
            return of_name(value.entity or value.name)
        if isinstance(value, Responsibility):
            return of_name(value.actor), value.position
        if isinstance(value, Damage):
            return of_name(value.object), value.degree, value.count
        if isinstance(value, Victim):
            whole = (value.kind, value.count, value.harm)
            return name_key(value.name) if value.name else whole
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
        Attribute.PERPETRATOR,
        Attribute.RESPONSIBILITY,
        Attribute.DAMAGE,
        Attribute.VICTIM,
    )
    return defaultdict(lambda: plain, dict.fromkeys(by_name, named))


def _by_place(voices: Sequence[Voice]) -> list[list[Voice]]:
    sets: list[list[Voice]] = []
    for voice in voices:
        for group in sets:
            if _one_place(group[0].claim.value, voice.claim.value):
                group.append(voice)
                break
        else:
            sets.append([voice])
    return sets


def _by_target(voices: Sequence[Voice]) -> list[list[Voice]]:
    sets: dict[int, list[Voice]] = {}
    for voice, number in zip(voices, targets.gathered(_targets(voices)), strict=True):
        sets.setdefault(number, []).append(voice)
    return list(sets.values())


def _targets(voices: Sequence[Voice]) -> list[Target]:
    return [v.claim.value for v in voices if isinstance(v.claim.value, Target)]


def _one_place(left: Value, right: Value) -> bool:
    if not isinstance(left, Where) or not isinstance(right, Where):
        return False
    if left.point is None or right.point is None:
        return left.name.casefold() == right.name.casefold()
    if left.precision is not right.precision:
        return left.geonameid is not None and left.geonameid == right.geonameid
    km = distance_km(left.point.lat, left.point.lon, right.point.lat, right.point.lon)
    return km <= SAME_PLACE_KM


def _fullest(voices: Sequence[Voice]) -> Value:
    """Return the value that says most: most fields, then most often said, then longest.

    Of times of one day, the one most often said, and the day rather than the moment; of
    places close together, the one that most reports are about, whatever they call it.
    """
    if isinstance(voices[0].claim.value, Target):
        return targets.best_name(_targets(voices))
    by_value: dict[Value, list[Voice]] = {}
    for voice in voices:
        by_value.setdefault(voice.claim.value, []).append(voice)
    often = {value: mentions(those) for value, those in by_value.items()}

    def told(value: Value) -> int:
        fields = getattr(value, "__dataclass_fields__", {})
        return sum(getattr(value, name) is not None for name in fields)

    def fullest(value: Value) -> tuple[int, int, int, str]:
        return told(value), often[value], len(str(value)), str(value)

    def rank(value: Value) -> tuple[int | str, ...]:
        if isinstance(value, Where):
            there = [
                v for v in voices if _place_key(v.claim.value) == _place_key(value)
            ]
            telling = (
                v for v in there if v.main and v.claim.stance is not Stance.DENIES
            )
            return len(independent(telling)), *fullest(value)
        if isinstance(value, When):
            whole_day = not isinstance(value.start, datetime)
            return often[value], whole_day, 0, str(value)
        return fullest(value)

    return max(often, key=rank)


def _place_key(value: Value) -> Hashable:
    """Return what is the same in all names of one place."""
    return (value.geonameid or value.point) if isinstance(value, Where) else None
