"""Single, agreed or contested: can everything that is said of one attribute be true?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement
from rashomon.model.value import (
    Damage,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Responsibility,
    ResponsibilityPosition,
    Unanchored,
    Weapon,
    When,
    Where,
)
from rashomon.reconcile.groups import SAME_PLACE_KM, Group, NameKey
from rashomon.reconcile.voices import Voice, independent

LISTED = frozenset(
    {
        Attribute.VICTIM,
        Attribute.DAMAGE,
        Attribute.RESPONSIBILITY,
        Attribute.CONSEQUENCE,
        Attribute.EVIDENCE,
    }
)
# Two towns further apart than this are two answers; closer, one may stand for the other.
NEAR_KM = 3 * SAME_PLACE_KM
_TOWN = {GeoPrecision.EXACT, GeoPrecision.FACILITY, GeoPrecision.SETTLEMENT}
_STOPPED = {Outcome.INTERCEPTED, Outcome.JAMMED, Outcome.FAILED}

# "12 drones were shot down": that many were stopped, and others may have hit.
_SEVERAL = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|some|"
    r"most|many|half|part|дв[ае]|две|три|четыре|чотири|пять|п.ять|шесть|шість|семь|сім|восемь|вісім|"
    r"девять|десять|десятк\w+|несколько|кілька|часть|частин\w+|большинств\w+)\b",
    re.IGNORECASE,
)
# Words that name no body: whose forces they are is not said.
NO_BODY = re.compile(
    r"(?:the |security |armed |military |government |state )*"
    r"(?:forces?|army|military|troops|police|soldiers|militants|fighters|rebels)",
    re.IGNORECASE,
)
# Two arms of one state that do not answer to each other.
_ARMS = {
    "services": re.compile(
        r"\b(?:SBU|GUR|HUR|FSB|GRU|CIA|MI6|Mossad|ISI|Shin Bet|[Ss]ecurity [Ss]ervice|"
        r"[Ii]ntelligence|СБУ|ГУР|ФСБ|ГРУ|спецслужб\w*)\b"
    ),
    "forces": re.compile(
        r"\b(?:[Aa]rmed [Ff]orces|[Aa]rmy|[Mm]ilitary|[Nn]avy|[Aa]ir [Ff]orce|[Gg]eneral [Ss]taff|"
        r"ВСУ|ЗСУ|Вооруженн\w+|Збройн\w+)\b"
    ),
}


def of(attribute: Attribute, groups: Sequence[Group], *, disputed: bool) -> Agreement:
    """Return how far the voices agree; ``disputed``: another attribute contradicts it."""
    held = [g for g in groups if g.asserting]
    denied = any(g.asserting and g.denying for g in groups)
    if denied or (disputed and held) or _clash(attribute, held):
        return Agreement.CONTESTED
    origins = independent(v for g in held for v in g.asserting)
    origins = origins or independent(v for g in groups for v in g.voices)
    return Agreement.AGREED if len(origins) > 1 else Agreement.SINGLE


def author_disputed(
    accused: Sequence[Voice],
    positions: Sequence[Voice],
    outcomes: Sequence[Voice],
    name_key: NameKey,
) -> bool:
    """Say whether somebody accused denies it, two claim it, or there was no attack at all.

    What an actor says of itself is kept as its responsibility, and a denial that
    anything was hit as an outcome; both speak of the perpetrator too.
    """
    names = {
        name_key(name)
        for v in accused
        if isinstance(v.claim.value, Perpetrator)
        for name in (v.claim.value.name, v.claim.value.entity)
        if name
    }
    said = [
        v.claim.value for v in positions if isinstance(v.claim.value, Responsibility)
    ]
    deniers = _actors(said, ResponsibilityPosition.DENIES, name_key)
    claimants = _actors(said, ResponsibilityPosition.CLAIMS, name_key)
    no_attack = any(
        v.claim.value is Outcome.HIT and v.claim.stance.value == "denies"
        for v in outcomes
    )
    return bool(names & deniers) or len(claimants) > 1 or no_attack


def _actors(
    said: Sequence[Responsibility], position: ResponsibilityPosition, name_key: NameKey
) -> set[str]:
    return {name_key(r.actor) for r in said if r.position is position} - {""}


def _clash(attribute: Attribute, held: Sequence[Group]) -> bool:
    rules = {
        Attribute.DATE: _dates_clash,
        Attribute.OUTCOME: _outcomes_clash,
        Attribute.PERPETRATOR: _perpetrators_clash,
        Attribute.PLACE: _places_clash,
        Attribute.WEAPON: _weapons_clash,
        Attribute.DAMAGE: _damage_clashes,
    }
    rule = rules.get(attribute)
    return rule(held) if rule else False


def _dates_clash(held: Sequence[Group]) -> bool:
    """Two days that share none; what a copy altered in its original's text is a slip.

    Who only recalls the incident beside other news disputes no day of those who tell it.
    """
    told = [g for g in held if any(v.main for v in g.asserting)] or held
    whole = [g for g in told if not _is_slip(g, told)]
    return any(
        _days_apart(a, b)
        and _is_told_without(a, b, whole)
        and _is_told_without(b, a, whole)
        for a, b in combinations(whole, 2)
    )


def _days_apart(left: Group, right: Group) -> bool:
    return (
        isinstance(left.value, When | Unanchored)
        and isinstance(right.value, When | Unanchored)
        and not _share_a_day(left.value, right.value)
    )


def _is_told_without(one: Group, other: Group, held: Sequence[Group]) -> bool:
    """Say whether somebody gives the one day and none that agrees with the other.

    Who gives both tells of days before or after as well, and disputes neither.
    """
    near = [g for g in held if not _days_apart(g, other)]
    both = {_teller(v) for g in near for v in g.asserting}
    return any(_teller(v) not in both for v in one.asserting)


def _teller(voice: Voice) -> tuple[str, str | None]:
    """Return who tells it where: a speaker in a document, or the document itself."""
    speaker = voice.claim.speaker
    return voice.claim.document_id, speaker.name if speaker else None


def _share_a_day(left: When | Unanchored, right: When | Unanchored) -> bool:
    if isinstance(left, When) and isinstance(right, When):
        return left.agrees_with(right)
    if isinstance(left, Unanchored):
        return left.agrees_with(right)
    return isinstance(right, Unanchored) and right.agrees_with(left)


def _is_slip(group: Group, held: Sequence[Group]) -> bool:
    """Say whether each document that gives it is a copy of one that gives another value."""
    others = [v for g in held if g is not group for v in g.asserting]
    own = {v.claim.document_id for v in group.asserting}
    return all(
        any(o.family == v.family and o.claim.document_id not in own for o in others)
        for v in group.asserting
    )


def _outcomes_clash(held: Sequence[Group]) -> bool:
    """A hit, and the thing stopped; a raid of which some were stopped may have hit.

    So has one where a speaker says both; an outlet that tells both tells two sides.
    """
    hitters = {_teller(v) for g in held if g.value is Outcome.HIT for v in g.asserting}
    return bool(hitters) and any(
        not _SEVERAL.search(v.quote) and not (v.claim.speaker and _teller(v) in hitters)
        for g in held
        if g.value in _STOPPED
        for v in g.asserting
    )


def _perpetrators_clash(held: Sequence[Group]) -> bool:
    """Two bodies, each named by somebody who does not name the other; or two arms."""
    values = [
        v.claim.value
        for g in held
        for v in g.asserting
        if isinstance(v.claim.value, Perpetrator)
    ]
    bodies = [b for b in map(_of_body, held) if b[1]]
    arms = {arm for p in values for arm, words in _ARMS.items() if words.search(p.name)}
    return len(arms) > 1 or any(
        not _is_short_for(a, b) and tellers - others and others - tellers
        for (a, tellers), (b, others) in combinations(sorted(bodies, key=str), 2)
    )


def _of_body(group: Group) -> tuple[str, set[tuple[str, str | None]]]:
    """Return the body that a group of voices names, and who tells of it as a body.

    A name that only the trained reader takes for one is no accusation in words.
    """
    name, tellers = "", set()
    for voice in group.asserting:
        value = voice.claim.value
        if not isinstance(value, Perpetrator) or not value.entity:
            continue
        seen = value.entity == value.name and voice.claim.extractor.startswith("heads")
        if not seen and not NO_BODY.fullmatch(value.entity):
            name = max(name, value.entity)
            tellers.add(_teller(voice))
    return name, tellers


def _is_short_for(left: str, right: str) -> bool:
    """Say whether one name is the other's initials, or has only words of it.

    BLA, Baloch Liberation Army; the Taliban, Tehreek-e-Taliban.
    """
    short, long = sorted((left, right), key=len)
    words = set(re.findall(r"\w+", short.casefold()))
    if words and words <= set(re.findall(r"\w+", long.casefold())):
        return True
    initials = "".join(word[0] for word in long.split() if word[:1].isupper())
    return len(short) > 1 and short == initials


def _places_clash(held: Sequence[Group]) -> bool:
    towns = [
        g.value
        for g in held
        if isinstance(g.value, Where) and g.value.point and g.value.precision in _TOWN
    ]
    return any(not _close(a, b) for a, b in combinations(towns, 2))


def _close(left: Where, right: Where) -> bool:
    if left.point is None or right.point is None:
        return True
    km = distance_km(left.point.lat, left.point.lon, right.point.lat, right.point.lon)
    return km <= NEAR_KM


def _weapons_clash(held: Sequence[Group]) -> bool:
    """Two numbers of one weapon; of two weapons, each may have its own."""
    counts = {
        v.claim.value.count
        for g in held
        for v in g.asserting
        if isinstance(v.claim.value, Weapon) and v.claim.value.count
    }
    return len(held) == 1 and len(counts) > 1


def _damage_clashes(held: Sequence[Group]) -> bool:
    """Two numbers of one kind of object from two speakers."""
    said: dict[str, set[tuple[str, int]]] = {}
    for group in held:
        value = group.value
        if isinstance(value, Damage) and value.count is not None:
            for voice in group.asserting:
                who = voice.claim.speaker.name if voice.claim.speaker else voice.family
                said.setdefault(_kind(value.object), set()).add((who, value.count))
    return any(
        a[0] != b[0] and a[1] != b[1]
        for answers in said.values()
        for a, b in combinations(sorted(answers), 2)
    )


_MODEL = re.compile(r"\b[^\W\d_]+-\d\w*\b")


def _kind(thing: str) -> str:
    """Return what two names of one kind of thing share: the model, else all words."""
    model = _MODEL.search(thing.casefold())
    return model[0] if model else thing.casefold()
