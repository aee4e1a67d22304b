"""Low, best and high of a count, and whether its sources agree.

Low and high are the lowest and the highest whole figure asserted ("at least N" counts as
N, an early zero counts); figures for a part and vague words never stand for the whole.
Best is the latest figure of the best-placed voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rashomon.model.claim import Attribute, Stance
from rashomon.model.finding import Agreement, Finding, Position
from rashomon.model.value import Count
from rashomon.reconcile.voices import Voice


def _count(voice: Voice) -> Count:
    value = voice.claim.value
    assert isinstance(value, Count)  # noqa: S101 - the caller chose the attribute
    return value


def positions(voices: Sequence[Voice]) -> tuple[Position, ...]:
    """Return each distinct figure with its claims and origins, lowest first."""
    groups: dict[Count, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(_count(voice), []).append(voice)
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
                sorted({v.origin for v in group if v.claim.stance is not Stance.DENIES})
            ),
            denied_by=tuple(
                v.claim.id for v in group if v.claim.stance is Stance.DENIES
            ),
        )
        for count, group in ordered
    )


def find(attribute: Attribute, voices: Sequence[Voice]) -> Finding:
    """Return the finding on one count."""
    asserted = [v for v in voices if v.claim.stance is not Stance.DENIES]
    whole = [v for v in asserted if _count(v).scope is None]
    exact = [v for v in whole if not _count(v).vague]
    figures = exact or whole
    chosen = _best(figures)
    low = high = best = None
    if chosen is not None:
        # "Up to 40" bounds from above only: its lower end is nobody's figure.
        floors = [_count(v).low for v in figures if not _is_ceiling(_count(v))]
        tops = [_count(v).high or _count(v).low for v in figures]
        low, high = min(floors or tops), max([*tops, *floors])
        count = _count(chosen)
        best = count.high if _is_ceiling(count) else count.low
    rule, why = _said(chosen, figures, bool(exact))
    return Finding(
        attribute=attribute,
        positions=positions(voices),
        agreement=agreement(figures or asserted, voices),
        chosen=(_count(chosen),) if chosen else (),
        rule=rule,
        why=why,
        low=low,
        high=high,
        best=best,
    )


def _is_ceiling(count: Count) -> bool:
    return count.low == 0 and count.high is not None and count.high > 0


def _best(figures: Sequence[Voice]) -> Voice | None:
    """Return the latest figure of the best-placed voice.

    Who tells of it as the main thing outranks who recalls it; a later report outranks an
    earlier one; then standing; then the figure that most origins give; then the larger.
    """
    if not figures:
        return None
    support = {
        _count(v).low: len(
            {o.origin for o in figures if _count(o).low == _count(v).low}
        )
        for v in figures
    }
    latest = max((v.time for v in figures if v.time), default=datetime.min)
    return max(
        figures,
        key=lambda v: (
            v.main,
            # An undated report may be the latest: it is not put behind the dated ones.
            (v.time or latest).date(),
            v.standing > 0,
            not _is_ceiling(_count(v)),
            v.standing > 1,
            _count(v).low,
            support[_count(v).low],
            v.claim.id,
        ),
    )


def agreement(figures: Sequence[Voice], voices: Sequence[Voice]) -> Agreement:
    """Return single, agreed or contested for a set of figures."""
    denied = any(v.claim.stance is Stance.DENIES for v in voices)
    counts = [_count(v) for v in figures if _count(v).scope is None]
    clash = any(
        not a.agrees_with(b) for n, a in enumerate(counts) for b in counts[n + 1 :]
    )
    if clash or denied:
        return Agreement.CONTESTED
    return (
        Agreement.AGREED if len({v.origin for v in figures}) > 1 else Agreement.SINGLE
    )


def _said(
    chosen: Voice | None, figures: Sequence[Voice], exact: bool
) -> tuple[str, str]:
    if chosen is None:
        return (
            "only-parts",
            "only figures for a part were given; none stands for the whole",
        )
    speaker = chosen.claim.speaker.name if chosen.claim.speaker else "the outlet itself"
    values = sorted({str(_count(v)) for v in figures})
    if not exact:
        return (
            "vague-only",
            f"only words, no figure: the least that {speaker}'s words say",
        )
    if len(values) == 1:
        return "only-figure", f"the only figure given, by {speaker}"
    return (
        "latest-best-placed",
        f"the latest figure of the best-placed voice ({speaker}), among {', '.join(values)}",
    )
