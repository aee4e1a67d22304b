"""How one value, or a list of values, is chosen from what was claimed.

Each rule has an id and a sentence that says how it chose; ``records`` calls ``find`` by
attribute.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding
from rashomon.model.value import (
    GeoPrecision,
    Outcome,
    Perpetrator,
    Target,
    Unanchored,
    When,
    Where,
)
from rashomon.reconcile import agreement, relations
from rashomon.reconcile.agreement import LISTED, NO_BODY
from rashomon.reconcile.groups import Group, NameKey, gather
from rashomon.reconcile.voices import Voice, mentions

# Names of one plant differ in their endings: Tomilino, Tomilinsky.
STEM_CHARS = 6
# What is called so is called by a better name elsewhere.
_SAYS_LITTLE = frozenset({"facility", "facilities", "structure", "structures"})
_RANK = {p: n for n, p in enumerate(GeoPrecision)}


def find(
    attribute: Attribute,
    voices: Sequence[Voice],
    name_key: NameKey,
    *,
    disputed: bool = False,
) -> Finding:
    """Return the finding on an attribute that is not a count."""
    gathered = gather(attribute, voices, name_key)
    groups = [g for g in gathered if not g.is_rival]
    positions = tuple(g.position for g in gathered)
    stands = agreement.of(attribute, groups, disputed=disputed)
    relation, relation_why = relations.of_values(
        attribute, groups, stands, disputed=disputed
    )
    held = [g for g in groups if g.asserting]
    dated = [g for g in held if not isinstance(g.value, Unanchored)]
    if held and not dated:
        return Finding(
            attribute=attribute,
            positions=positions,
            agreement=stands,
            chosen=(),
            rule="day-not-told",
            why="no report says of which year or week its day is; nothing is chosen",
            relation=relation,
            relation_why=relation_why,
        )
    if attribute in LISTED:
        chosen = tuple(g.value for g in held)
        rule, why = "all-distinct", "every distinct value that somebody asserts"
    else:
        told = _first_told(voices)
        best = max(dated, key=lambda g: _strength(g, dated, told), default=None)
        chosen = (best.value,) if best else ()
        rule, why = _said(best, held, attribute)
    return Finding(
        attribute=attribute,
        positions=positions,
        agreement=stands,
        chosen=chosen,
        rule=rule,
        why=why,
        relation=relation,
        relation_why=relation_why,
    )


def _first_told(voices: Sequence[Voice]) -> date | None:
    """Return the day on which it was first reported, and the next one somewhere on earth."""
    times = [v.time for v in voices if v.main and v.time is not None]
    return min(times).date() + timedelta(days=1) if times else None


def _strength(
    group: Group, held: Sequence[Group], told: date | None
) -> tuple[float, ...]:
    """Return what a group is ranked by; more is stronger.

    ``told``: the last day on which it can have been, for somebody told of it then.
    """
    value = group.value
    main = any(v.main for v in group.asserting)
    standing = max(v.standing for v in group.asserting)
    origins, often = len(group.origins), mentions(group.asserting)
    if isinstance(value, When):
        firm = any(v.firm for v in group.asserting)
        early = told is None or value.first_day <= told
        return (value.days <= 3, early, main, firm, origins, often, -value.days)
    if isinstance(value, Where):
        fine = _RANK[value.precision] <= _RANK[GeoPrecision.DISTRICT]
        return (
            value.point is not None,
            fine,
            main,
            origins,
            often,
            -_RANK[value.precision],
        )
    if isinstance(value, Target):
        named = any(word.strip('«“"')[:1].isupper() for word in value.name.split())
        alike = [g for g in held if _may_be_one(value, g.value)]
        like = {o for g in (group, *alike) for o in g.origins}
        # A thing of a known kind can be hit, and what two origins give a full name; a
        # bare name may be of anything near it. With this before the voices 5 targets
        # more of 67 in wire-dev are right.
        full = len(_stems(value.name)) > 1 and origins > 1
        return (
            main,
            value.kind is not None or full,
            value.name.casefold() not in _SAYS_LITTLE,
            len(like) + 0.5 * named,
            origins,
            often,
        )
    if isinstance(value, Outcome):
        return (
            origins - len({v.origin for v in group.denying}) * 0.5,
            value is Outcome.HIT,
            standing,
            often,
        )
    if isinstance(value, Perpetrator):
        body = value.entity or value.name
        named = body[:1].isupper() and not NO_BODY.fullmatch(body)
        return (main, named, value.entity is not None, origins, often, standing)
    return (main, origins, often, standing)


def _may_be_one(target: Target, other: object) -> bool:
    """Say whether another name may be this target's.

    It shares a proper name and is of no other kind, or it bears no name of its own ("the
    factory") and is of the same kind as a target with a full name.
    """
    if not isinstance(other, Target):
        return False
    if target == other:
        return True
    ours, theirs = _stems(target.name), _stems(other.name)
    if ours & theirs:
        return None in (target.kind, other.kind) or target.kind == other.kind
    alike = target.kind is not None and target.kind == other.kind
    return len(ours) > 1 and alike and not theirs


def _stems(name: str) -> set[str]:
    """Return the beginnings of a target's proper names, whatever their endings."""
    words = (w.strip('«»“”"') for w in name.split())
    return {w[:STEM_CHARS].casefold() for w in words if w[:1].isupper()}


def _said(
    best: Group | None, held: Sequence[Group], attribute: Attribute
) -> tuple[str, str]:
    if best is None:
        return "only-denied", "everything said of it is a denial; nothing is chosen"
    if len(held) == 1:
        return "only-value", "the only value that anybody gives"
    count, others = len(best.origins), len(held) - 1
    rule = {
        Attribute.DATE: "firm-day-then-most-voices",
        Attribute.PLACE: "finest-then-most-voices",
    }.get(attribute, "most-voices")
    return (
        rule,
        f"{count} independent voice{'s' if count != 1 else ''} behind it;"
        f" {others} other value{'s' if others != 1 else ''} given",
    )
