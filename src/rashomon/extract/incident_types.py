"""Which code of the codebook an account gets, from its triggers and the means named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.extract.passages import Passage
from rashomon.extract.triggers import BY_HEAD
from rashomon.model.account import IncidentType as T
from rashomon.model.claim import Attribute
from rashomon.model.value import Outcome, Weapon

# Types that say little by themselves: a more telling one in the same account wins when
# it has at least this share of their weight.
GENERIC = frozenset(
    {T.ATTACK, T.EXPLOSION, T.FIRE, T.KILLING, T.ACCIDENT, T.ARREST, T.INTERCEPTION}
)
TELLING_SHARE = 0.35

# The means that makes an "attack", a "blast" or a "fire" a more telling type.
BY_WEAPON: tuple[tuple[str, T], ...] = (
    ("suicide vest", T.SUICIDE_BOMBING),
    ("naval drone", T.DRONE_STRIKE),
    ("drone", T.DRONE_STRIKE),
    ("glide bomb", T.AIR_STRIKE),
    ("missile", T.MISSILE_STRIKE),
    ("rocket", T.MISSILE_STRIKE),
    ("artillery", T.SHELLING),
    ("mortar", T.SHELLING),
    ("bomb", T.BOMBING),
    ("explosive", T.BOMBING),
    ("grenade", T.GRENADE),
    ("landmine", T.LANDMINE),
    ("rifle", T.SHOOTING),
    ("gun", T.SHOOTING),
    ("knife", T.STABBING),
    ("machete", T.STABBING),
    ("vehicle", T.VEHICLE_ATTACK),
)  # fmt: skip


# The codes that a kind of the heads covers. Where the words of an account and the heads
# point to different kinds, and the heads are surer by this factor, they decide. With 2 and
# 0.6 (below) MUC-4's type F1 is 0.638 instead of 0.649; wire-dev has the same types right.
HEAD_KINDS: dict[str, frozenset[T]] = {
    "bombing": frozenset({T.BOMBING, T.EXPLOSION, T.GRENADE, T.LANDMINE}),
    "kidnapping": frozenset({T.KIDNAPPING, T.HOSTAGE_TAKING}),
    "arson": frozenset({T.ARSON, T.FIRE}),
    "attack": frozenset(
        {T.ATTACK, T.SHOOTING, T.STABBING, T.KILLING, T.ARMED_CLASH, T.SABOTAGE}
    ),
}
SURER = 4.0
MIN_SUM = 0.9

# What the heads may overrule: they know nothing of drones, riots or accidents.
OPEN_KINDS = frozenset().union(*HEAD_KINDS.values())


# "Arrested for pointing a gun", "hit by a car": a means does not make these attacks.
_HARMLESS = frozenset({T.ARREST, T.PROTEST, T.PROPERTY_SEIZURE, T.ACCIDENT})

# What the armed do: beside it a clash with protesters is no mere riot.
_ARMED = frozenset(
    {T.SHOOTING, T.BOMBING, T.SHELLING, T.GRENADE, T.AIR_STRIKE, T.EXPLOSION}
)


def choose_type(passages: Sequence[Passage]) -> T | None:
    """Return the type of an account, None where no sentence of it has a trigger."""
    scores: dict[T, float] = defaultdict(float)
    # What kind it was the words tell better than a sentence as a whole.
    worded = any(not t.whole for p in passages for t in p.triggers)
    for order, passage in enumerate(passages):
        lead = 2.0 if order < 2 else 1.0
        for trigger in passage.triggers:
            if not (trigger.whole and worded):
                scores[trigger.type] += lead * trigger.weight
    if not scores:
        return None
    if not _HARMLESS.issuperset(scores):
        for kind, weight in _from_weapons(passages).items():
            scores[kind] += weight
    ranked = sorted(scores, key=lambda t: (-scores[t], t))
    best = ranked[0]
    if best in GENERIC:
        telling = [t for t in ranked if t not in GENERIC and t is not T.PROTEST]
        if telling and scores[telling[0]] >= TELLING_SHARE * scores[best]:
            best = telling[0]
    best = _not_only_dead(best, ranked, scores)
    if best is T.ARMED_CLASH and scores.get(T.PROTEST) and not _ARMED & set(scores):
        return T.RIOT  # who clashed with whom
    by_heads = _by_heads(best, ranked, passages)
    if T.BOMBING in {best, by_heads} and scores.get(T.SUICIDE_BOMBING, 0.0) > 0:
        return T.SUICIDE_BOMBING
    return _stopped(by_heads, passages)


# That people died is told of these as of a murder; what they died of is the type.
CAUSES = frozenset({T.FIRE, T.ACCIDENT, T.EXPLOSION})


def _not_only_dead(best: T, ranked: Sequence[T], scores: Mapping[T, float]) -> T:
    """Return what people died of, where the words for it are nearly as strong."""
    cause = next((t for t in ranked if t in CAUSES), None)
    if best is T.KILLING and cause and scores[cause] >= TELLING_SHARE * scores[best]:
        return cause
    return best


def _by_heads(best: T, ranked: Sequence[T], passages: Sequence[Passage]) -> T:
    """Return the type that the heads make of it, where they are sure of another kind."""
    if best not in OPEN_KINDS:
        return best
    sums = {
        name: sum(p.kinds.get(name, 0.0) for p in passages if p.triggers)
        for name in HEAD_KINDS
    }
    kind = max(sums, key=lambda name: sums[name])
    if best is T.FIRE and kind == "attack":
        return best  # they take any harm for an attack
    own = next(name for name, codes in HEAD_KINDS.items() if best in codes)
    if kind == own or sums[kind] < max(MIN_SUM, SURER * sums[own]):
        return best
    # That people were killed is told of any kind, so it speaks for none.
    telling = HEAD_KINDS[kind] - {T.KILLING}
    worded = next((t for t in ranked if t in telling), None)
    return worded or BY_HEAD[kind]


def _from_weapons(passages: Sequence[Passage]) -> dict[T, float]:
    found: dict[T, float] = defaultdict(float)
    for order, passage in enumerate(passages):
        if not passage.triggers:
            continue
        for statement in passage.statements:
            value = statement.value
            if statement.attribute is Attribute.WEAPON and isinstance(value, Weapon):
                kind = next((t for part, t in BY_WEAPON if part in value.type), None)
                if kind is not None:
                    found[kind] += 1.5 if order < 2 else 0.7
    return found


def _stopped(best: T, passages: Sequence[Passage]) -> T:
    """A drone or missile that was stopped, and no word of anything hit, is an interception."""
    if best not in {T.DRONE_STRIKE, T.MISSILE_STRIKE}:
        return best
    values = [
        s.value
        for p in passages
        for s in p.statements
        if s.attribute is Attribute.OUTCOME
    ]
    if values and all(v in (Outcome.INTERCEPTED, Outcome.JAMMED) for v in values):
        return T.INTERCEPTION
    return best
