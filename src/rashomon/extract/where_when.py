"""Which times and places of an account's sentences are the incident's own.

Times must lie with the account's day; of the places the best one is kept with what is
the same, each weighed by where its name stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.extract import claims, incident_place
from rashomon.extract.passages import Passage, tells
from rashomon.extract.shifts import Anchor
from rashomon.extract.statements import Statement
from rashomon.model.mention import Toponym
from rashomon.model.value import TimePrecision, When

# Two times this close can be the same night told twice; further apart they are two days.
SAME_TIME_DAYS = 2

# A report this long after the day on which it was told is no news of that day.
TOLD_WITHIN_DAYS = 1

_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|other (?:towns|cities|places)|across|nationwide|in (?:several|many|various))\b",
    re.IGNORECASE,
)

_SAME_PLACE = re.compile(
    r"\b(?:the same (?:\w+ )?(?:place|plant|city|town|line|site|spot|bridge|school|mosque|prison|village|district|region))\b|\bтам же\b",
    re.IGNORECASE,
)


def is_same_place(passages: Sequence[Passage]) -> bool:
    """Say whether an account says that it was at the report's own place."""
    return any(_SAME_PLACE.search(p.words) for p in passages)


def is_elsewhere(passages: Sequence[Passage]) -> bool:
    """Say whether an account says that it was somewhere else, without saying where."""
    return any(_ELSEWHERE.search(p.words) for p in passages)


def dates(
    passages: Sequence[Passage], anchor: Anchor, published: date | None
) -> list[Statement]:
    """Return the times that lie with the account's day and not after publication."""
    chosen = anchor.when
    if chosen is None:
        return _by_the_day_told(passages, published)
    tied = _tied(passages, published)
    if tied and not any(when.agrees_with(chosen) for when in tied):
        chosen = tied[0]
    found = []
    for passage in passages:
        for time in passage.times:
            if time.when is None or (published and time.when.first_day > published):
                continue
            gap = max(
                (time.when.first_day - chosen.last_day).days,
                (chosen.first_day - time.when.last_day).days,
            )
            # A whole year or month beside a known day says nothing more of it.
            vague = time.when.days > max(31, chosen.days * 3)
            known = not tied or any(time.when.agrees_with(when) for when in tied)
            if gap <= SAME_TIME_DAYS and not vague and tells(passage) and known:
                found += claims.of_time(time)
    return found


def _tied(passages: Sequence[Passage], published: date | None) -> list[When]:
    """Return the days, in reading order, that hang on the words of the incident."""
    return [
        time.when
        for passage in passages
        for time in passage.tied
        if time.when is not None
        and time.when.days <= SAME_TIME_DAYS
        and not (published and time.when.first_day > published)
    ]


def _by_the_day_told(
    passages: Sequence[Passage], published: date | None
) -> list[Statement]:
    """Return when something happened that is only said to have been told on a day.

    News is told within a day ("announced on Tuesday that it had seized the train"): so
    it was that day or the one before. Older or undated reports leave it unknown.
    """
    for passage in passages:
        for time in passage.spoken if tells(passage) else ():
            day = time.when.first_day if time.when else None
            if day and published and 0 <= (published - day).days <= TOLD_WITHIN_DAYS:
                when = When(day - timedelta(days=1), day, TimePrecision.RANGE)
                return claims.of_time(replace(time, when=when, rule="told"))
    return []


def places(
    text: str, passages: Sequence[Passage], named: Sequence[Toponym] = ()
) -> list[Statement]:
    """Return the account's place, said wherever its sentences name it."""
    chosen = incident_place.choose(text, passages, named)
    return [s for toponym in chosen for s in claims.of_toponym(toponym)]
