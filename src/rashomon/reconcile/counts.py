"""Low, best and high of a count, and whether its sources agree.

Low and high are the lowest and the highest whole figure asserted ("at least N" counts as
N, an early zero counts); figures for a part and vague words never stand for the whole,
nor do strays far above the others and what a report counts beside a far larger toll.
Best is the latest figure of the best-placed voice; of the hurt, who are counted down as
well as up, what most voices give unless a later day has more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from rashomon.model.claim import Attribute, Stance
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.ids import DocumentId
from rashomon.model.value import Count
from rashomon.reconcile import relations
from rashomon.reconcile.moments import since
from rashomon.reconcile.plausible import (
    count_of,
    figure,
    is_ceiling,
    is_given_up,
    least_meant,
    without_parts,
    without_strays,
)
from rashomon.reconcile.voices import Voice, independent, without_sums

# Reports this close to the last one may be of any order within the day: publication
# dates are days, some are a crawler's, and a page is updated after its date.
SAME_TOLL_DAYS = 2

# How many were hurt is also counted down, as some of them die. On 1387 incidents of gva
# with anybody hurt, 27 more are right with most voices before the higher figure, and
# of 38 in wire-dev as many; of the dead 11 more of 1078 in gva and 6 fewer of 55.
CORRECTED = frozenset({Attribute.INJURED, Attribute.SERIOUSLY_INJURED})

# Scopes that count people beside the whole, or more than it.
_NO_PARTS = frozenset({"attackers", "affected, including the dead"})


def positions(voices: Sequence[Voice]) -> tuple[Position, ...]:
    """Return each distinct figure with its claims and origins, lowest first."""
    groups: dict[Count, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(count_of(voice), []).append(voice)
    ordered = sorted(
        groups.items(), key=lambda g: (g[0].scope or "", g[0].low, g[0].high or 10**9)
    )
    return tuple(
        Position(
            value=count,
            claim_ids=tuple(
                v.claim.id for v in group if v.claim.stance is not Stance.DENIES
            ),
            origins=tuple(
                sorted(
                    independent(v for v in group if v.claim.stance is not Stance.DENIES)
                )
            ),
            denied_by=tuple(
                v.claim.id for v in group if v.claim.stance is Stance.DENIES
            ),
            since=since(group),
        )
        for count, group in ordered
    )


def find(
    attribute: Attribute,
    voices: Sequence[Voice],
    outgrown: Collection[DocumentId] = frozenset(),
) -> Finding:
    """Return the finding on one count.

    ``outgrown``: the documents whose toll of the dead no longer stands.
    """
    asserted = [v for v in voices if v.claim.stance is not Stance.DENIES]
    whole = [v for v in asserted if count_of(v).scope is None]
    exact = [v for v in whole if not count_of(v).vague]
    figures = exact or whole
    plausible = without_strays(figures, least_meant(whole))
    chosen = _best(attribute, plausible, outgrown)
    low = high = best = None
    if chosen is not None:
        low, high = _range(chosen, figures, plausible)
        best = figure(chosen)
    rule, why = _said(attribute, chosen, figures, bool(exact))
    relation, relation_why = relations.of_counts(
        figures,
        voices,
        falls=_direction(attribute) < 0,
        outgrown=_outgrown(figures or asserted, voices),
    )
    return Finding(
        attribute=attribute,
        positions=positions(voices),
        agreement=agreement(figures or asserted, voices),
        chosen=(count_of(chosen),) if chosen else (),
        rule=rule,
        why=why,
        low=low,
        high=high,
        best=best,
        relation=relation,
        relation_why=relation_why,
    )


def _range(
    chosen: Voice, figures: Sequence[Voice], plausible: Sequence[Voice]
) -> tuple[int, int]:
    """Return the lowest and the highest figure for the whole.

    "Up to 40" bounds from above only: its lower end is nobody's figure.
    """
    ceilings = [v for v in figures if is_ceiling(count_of(v))]
    kept = [chosen, *ceilings, *without_parts(plausible)]
    floors = [count_of(v).low for v in kept if not is_ceiling(count_of(v))]
    tops = [count_of(v).high or count_of(v).low for v in kept]
    return min(floors or tops), max([*tops, *floors])


def outgrown_in(finding: Finding, voices: Sequence[Voice]) -> frozenset[DocumentId]:
    """Return the documents that give no figure as high as the one published."""
    tops: dict[DocumentId, int] = {}
    for voice in voices:
        count, document = count_of(voice), voice.claim.document_id
        whole = count.scope is None and not count.vague
        if whole and voice.claim.stance is not Stance.DENIES:
            tops[document] = max(tops.get(document, 0), figure(voice))
    return frozenset(d for d, top in tops.items() if top < (finding.best or 0))


def _best(
    attribute: Attribute,
    figures: Sequence[Voice],
    outgrown: Collection[DocumentId] = frozenset(),
) -> Voice | None:
    """Return the voice whose figure stands.

    Who tells of it as the main thing, or within days of those who do, outranks who
    recalls it, and who knows outranks hearsay. Of reports within ``SAME_TOLL_DAYS`` of
    the last, the figure that the toll has moved to stands: the dead rise, the missing
    are found. The hurt are also counted down, so most voices outweigh the higher
    figure, unless it came on a later day; and a report whose toll of the dead is
    outgrown is behind on the hurt too. An undated report may be the latest, so it is not
    put behind the dated ones.
    """
    if not figures:
        return None
    standing = _not_superseded(attribute, without_sums(figures))
    placed = [v for v in standing if v.standing > 0] or standing
    last = max((v.time.date() for v in placed if v.time), default=None)
    current = _latest_words(attribute, standing, outgrown)
    support = {
        low: len(independent(v for v in standing if count_of(v).low == low))
        for low in {count_of(v).low for v in standing}
    }

    begun = min((v.time.date() for v in standing if v.main and v.time), default=None)

    def is_news(voice: Voice) -> bool:
        day = voice.time.date() if voice.time and voice.firm else None
        soon = day and begun and 0 <= (day - begun).days <= SAME_TOLL_DAYS
        return voice.main or bool(soon)

    def rank(voice: Voice, *, by_voices: bool) -> tuple[Any, ...]:
        count, day = count_of(voice), voice.time.date() if voice.time else None
        far = _direction(attribute) * count.low
        knows = not outgrown or voice in current
        voices = support[count.low]
        return (
            is_news(voice),
            voice.standing > 0,
            not day or not last or (last - day).days <= SAME_TOLL_DAYS,
            not is_ceiling(count),
            not is_given_up(voice),
            not count.approximate,
            *((knows, voices, far) if by_voices else (far,)),
            voice.standing,
            voices,
            voice.claim.id,
        )

    moved_to = max(standing, key=lambda v: rank(v, by_voices=False))
    if attribute not in CORRECTED:
        return moved_to
    held = max(standing, key=lambda v: rank(v, by_voices=True))
    late, before = _last_told(moved_to, standing), _last_told(held, standing)
    return moved_to if late and before and late > before else held


def _latest_words(
    attribute: Attribute, figures: Sequence[Voice], documents: Collection[DocumentId]
) -> list[Voice]:
    """Return what other documents give, no headline that its text has outgrown."""
    way = _direction(attribute)
    told = [v for v in figures if v.claim.document_id not in documents]
    return [
        v
        for v in told
        if v.named
        or not any(
            o.origin == v.origin
            and o.claim.document_id == v.claim.document_id
            and o.claim.span > v.claim.span
            and way * count_of(o).low > way * count_of(v).low
            for o in told
        )
    ]


def _direction(attribute: Attribute) -> int:
    """Return which way a toll goes as days pass: up, but the missing are found."""
    return -1 if attribute is Attribute.MISSING else 1


def _last_told(voice: Voice, figures: Sequence[Voice]) -> date | None:
    """Return the last day on which anybody gives a voice's figure."""
    same = [v for v in figures if count_of(v).low == count_of(voice).low]
    return max((v.time.date() for v in same if v.time), default=None)


def _not_superseded(attribute: Attribute, figures: Sequence[Voice]) -> list[Voice]:
    """Leave out what a named speaker said before giving a later figure.

    So is what the report which hands it on says of it in its own words.

    Within a day the figure that the toll has moved to is the later one.
    """
    latest: dict[str, tuple[date, int]] = {}
    for voice in figures:
        if voice.named and voice.time:
            told = voice.time.date(), _direction(attribute) * count_of(voice).low
            latest[voice.origin] = max(latest.get(voice.origin, told), told)
    outdated = {
        (v.claim.document_id, count_of(v).low)
        for v in figures
        if v.named and v.time
        if (v.time.date(), _direction(attribute) * count_of(v).low) != latest[v.origin]
    }
    return [
        v for v in figures if (v.claim.document_id, count_of(v).low) not in outdated
    ]


def agreement(figures: Sequence[Voice], voices: Sequence[Voice]) -> Agreement:
    """Return single, agreed or contested for a set of figures.

    Two different figures are two answers, though "at least 5" and "7" could both be
    true: in all 54 such incidents of wire-dev the annotator calls the toll contested.
    """
    denied = any(v.claim.stance is Stance.DENIES for v in voices)
    floors = {figure(v) for v in figures if count_of(v).scope is None}
    if len(floors) > 1 or denied or _outgrown(figures, voices):
        return Agreement.CONTESTED
    told = [*figures, *(v for v in voices if _bears_out(v, floors))]
    return Agreement.AGREED if len(independent(told)) > 1 else Agreement.SINGLE


def _outgrown(figures: Sequence[Voice], voices: Sequence[Voice]) -> bool:
    """Say whether a part is larger than every whole: both cannot be true."""
    wholes = [count_of(v) for v in figures if count_of(v).scope is None]
    most = [c.high for c in wholes if c.high is not None]
    parts = [
        count_of(v).low
        for v in voices
        if count_of(v).scope not in _NO_PARTS | {None}
        and v.claim.stance is not Stance.DENIES
    ]
    bounded = bool(most) and len(most) == len(wholes)
    return bounded and max(parts, default=0) > max(most)


def _bears_out(voice: Voice, figures: Collection[int]) -> bool:
    """Say whether vague words for the whole, as "dozens", are true of the one figure."""
    count = count_of(voice)
    return count.vague and count.scope is None and count.low <= max(figures, default=0)


def _said(
    attribute: Attribute, chosen: Voice | None, figures: Sequence[Voice], exact: bool
) -> tuple[str, str]:
    if chosen is None:
        return (
            "only-parts",
            "only figures for a part were given; none stands for the whole",
        )
    speaker = chosen.claim.speaker.name if chosen.claim.speaker else "the outlet itself"
    values = sorted({str(count_of(v)) for v in figures})
    if not exact:
        return (
            "vague-only",
            f"only words, no figure: the least that {speaker}'s words say",
        )
    if len(values) == 1:
        return "only-figure", f"the only figure given, by {speaker}"
    told = ", ".join(values)
    if attribute in CORRECTED:
        return (
            "most-voices-not-outgrown",
            f"the figure of most voices ({speaker}), or a higher one of a later day,"
            f" among {told}",
        )
    return (
        "latest-best-placed",
        f"the latest figure of the best-placed voice ({speaker}), among {told}",
    )
