"""How the values claimed of one attribute stand to each other, beside their status.

Of two figures for one toll that differ: both can be true of one number (``compatible``:
"at least 3" and 5), one toll moved on (``evolving``: 3, and 5 at a later hour), or the
voices contradict each other (``disputed``: 3 and 5 at one hour, or a later report of
another voice that goes back). A speaker's later figure supersedes his own and disputes
nothing. Where the hours are not known it may be either (``undetermined``).

No claim says at what hour its figure stood, so the time of a figure is that of its
publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations

from rashomon.model.claim import Attribute, Stance
from rashomon.model.finding import Agreement, Relation
from rashomon.model.value import Count
from rashomon.reconcile.agreement import LISTED
from rashomon.reconcile.groups import Group
from rashomon.reconcile.moments import Moments, moments_of
from rashomon.reconcile.plausible import count_of
from rashomon.reconcile.voices import Voice

# A relation with the sentence that says what it rests on; of one value alone, neither.
Stood = tuple[Relation | None, str]

ALONE: Stood = (None, "")

# Whose figure it is, and when it was first published.
Telling = tuple[str, Moments | None]

_BASIS = (
    "by when the reports were published, as none says at what hour its figure stood"
)

# What contradicts what, of the attributes that are no counts.
_CLASHES = {
    Attribute.DATE: "some reports give days that share none with those of others",
    Attribute.PLACE: "the towns named lie too far apart to be one place",
    Attribute.OUTCOME: "a hit is told, and that it was stopped",
    Attribute.PERPETRATOR: "different bodies are named, each by voices that do not name"
    " the other",
    Attribute.WEAPON: "different numbers of one weapon are given",
    Attribute.DAMAGE: "speakers give different numbers of one kind of thing",
}
_AUTHOR = (
    "whoever is accused denies it, several claim it, or it is said that nothing was hit"
)


def of_values(
    attribute: Attribute,
    groups: Sequence[Group],
    agreement: Agreement,
    *,
    disputed: bool = False,
) -> Stood:
    """Return how values that are no counts stand to each other.

    ``disputed``: what is said of another attribute contradicts them.
    """
    if any(g.asserting and g.denying for g in groups):
        return Relation.DISPUTED, "one value is asserted and denied"
    if disputed:
        return Relation.DISPUTED, _AUTHOR
    if agreement is Agreement.CONTESTED:
        return Relation.DISPUTED, _CLASHES.get(attribute, "not all of it can be true")
    if sum(bool(g.asserting) for g in groups) < 2:
        return ALONE
    if attribute in LISTED:
        return Relation.COMPATIBLE, "each may be true beside the others"
    return Relation.COMPATIBLE, "nothing said of it contradicts another"


def of_counts(
    figures: Sequence[Voice], voices: Sequence[Voice], *, falls: bool, outgrown: bool
) -> Stood:
    """Return how the figures for a whole stand to each other.

    ``figures`` are those asserted for the whole, ``voices`` all of the attribute.
    ``falls``: as days pass it goes down (the missing are found). ``outgrown``: a part is
    larger than every figure for the whole.
    """
    if any(v.claim.stance is Stance.DENIES for v in voices):
        return Relation.DISPUTED, "a figure is denied"
    if outgrown:
        return Relation.DISPUTED, "a part is larger than every figure for the whole"
    if len({_bounds(v) for v in figures}) < 2:
        return ALONE
    if _all_meet(figures):
        return Relation.COMPATIBLE, "all can be true of one number"
    standing = _not_taken_back(_first_told(figures))
    if _all_meet(standing):
        told = "whoever gave another figure gave a later one since"
        return Relation.EVOLVING, f"{told}, {_BASIS}"
    return _over_time(standing, -1 if falls else 1)


def _bounds(voice: Voice) -> tuple[int, int | None]:
    count = count_of(voice)
    return count.low, count.high


def _all_meet(figures: Sequence[Voice]) -> bool:
    """Say whether one number lies within the bounds of every figure."""
    bounds = [_bounds(v) for v in figures]
    most = max(low for low, _ in bounds)
    return most <= min((high for _, high in bounds if high is not None), default=most)


def _first_told(figures: Sequence[Voice]) -> list[Voice]:
    """Return where each voice first gave each figure: a late reprint brings none back."""

    def published(voice: Voice) -> tuple[datetime, str]:
        at = moments_of(voice.published)
        return (at.earliest if at else datetime.max, voice.claim.id)

    first: dict[tuple[str, tuple[int, int | None]], Voice] = {}
    for voice in sorted(figures, key=published):
        first.setdefault((voice.origin, _bounds(voice)), voice)
    return list(first.values())


def _not_taken_back(figures: Sequence[Voice]) -> list[Voice]:
    """Leave out what a named speaker said before giving another figure later."""
    by_speaker: dict[str, list[tuple[Moments, Voice]]] = {}
    for voice in figures:
        at = moments_of(voice.published)
        if voice.named and at:
            by_speaker.setdefault(voice.origin, []).append((at, voice))
    gone = {
        voice.claim.id
        for told in by_speaker.values()
        for at, voice in told
        if any(
            at.is_before(later) and _bounds(voice) != _bounds(other)
            for later, other in told
        )
    }
    return [v for v in figures if v.claim.id not in gone]


def _over_time(figures: Sequence[Voice], way: int) -> Stood:
    """Return how figures of which some contradict each other came one after another.

    ``way`` is 1 where a later figure is the higher one, -1 where it is the lower.
    """
    by_bounds: dict[tuple[int, int | None], list[Telling]] = {}
    for voice in figures:
        telling = voice.origin, moments_of(voice.published)
        by_bounds.setdefault(_bounds(voice), []).append(telling)
    ordered = sorted(by_bounds.items(), key=lambda b: (way * b[0][0], b[0][1] or 0))
    unclear = []
    for (one, early), (other, late) in combinations(ordered, 2):
        first, second = Count(*one), Count(*other)
        if first.agrees_with(second):
            continue
        relation, why = _of_two(early, late, f"{first} and {second}")
        if relation is Relation.DISPUTED:
            return relation, why
        if relation is Relation.UNDETERMINED:
            unclear.append(why)
    if unclear:
        told = f"{unclear[0]}, so the toll may have moved on or be disputed"
        return Relation.UNDETERMINED, told
    return Relation.EVOLVING, f"no report goes back on an earlier one, {_BASIS}"


def _of_two(early: Sequence[Telling], late: Sequence[Telling], names: str) -> Stood:
    """Return how two figures stand, of which ``late`` has to be the later for a toll.

    A voice that gives both disputes neither.
    """
    pairs = [(a, b) for voice, a in early for other, b in late if voice != other]
    known = [(a, b) for a, b in pairs if a and b]
    if any(a.is_same_hour(b) for a, b in known):
        return Relation.DISPUTED, f"{names} were given at the same hour, {_BASIS}"
    if any(b.is_before(a) for a, b in known):
        told = f"of {names} another voice gave the first after the second"
        return Relation.DISPUTED, f"{told}, {_BASIS}"
    if not pairs:
        return Relation.UNDETERMINED, f"{names} are of one voice"
    if len(known) < len(pairs):
        return Relation.UNDETERMINED, f"not every report of {names} is dated"
    if not all(a.is_before(b) for a, b in known):
        unknown = f"{names} are of one day and the hours are not known"
        return Relation.UNDETERMINED, unknown
    return Relation.EVOLVING, ""
