"""Which times and places of an account's sentences are the incident's own.

Times must lie with the account's day; of the places the best one is kept with what is
the same, each weighed by where its name stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.extract import claims
from rashomon.extract.passages import (
    Passage,
    acts_as_body,
    is_aside,
    is_beside,
    is_dateline,
    is_in_a_name,
    stands_as_place,
    tells,
)
from rashomon.extract.shifts import Anchor
from rashomon.extract.statements import Statement
from rashomon.model.mention import TimeMention, Toponym
from rashomon.model.value import GeoPrecision, TimePrecision, When

# Two times this close can be the same night told twice; further apart they are two days.
SAME_TIME_DAYS = 2

# A report this long after the day on which it was told is no news of that day.
TOLD_WITHIN_DAYS = 1

# A day that the rest of a report tells is its own only this long before publication:
# what lies further back is what the report recalls.
RECENT_DAYS = 40
REMEMBERED_DAYS = 400

# What it adds to a place that every place of the report lies in its country.
AT_HOME = 1.5

_FINE = frozenset(
    {
        GeoPrecision.EXACT,
        GeoPrecision.FACILITY,
        GeoPrecision.SETTLEMENT,
        GeoPrecision.DISTRICT,
    }
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|other (?:towns|cities|places)|across|nationwide|in (?:several|many|various))\b",
    re.IGNORECASE,
)


_STANDS_IN = re.compile(
    r"\b(?:located|situated|stands|lies|sits|based|stood|наход\w+|расположен\w*|розташован\w*)\s+(?:in|at|on|near|в|на|у|під|под)\b[^.;,]*$",
    re.IGNORECASE,
)
_SAME_PLACE = re.compile(
    r"\b(?:the same (?:\w+ )?(?:place|plant|city|town|line|site|spot|bridge|school|mosque|prison|village|district|region))\b|\bтам же\b",
    re.IGNORECASE,
)
_SLAVIC_ADJECTIVE = re.compile(
    r"(?:ськ|ск|цьк|цк)(?:ий|ого|ому|им|ій|а|ої|у|ою|ой|ая|ую|ое|ом)$"
)
_DIVISION = re.compile(
    r"^\s(?:област|район|кра[йяю]|округ|регион|громад)", re.IGNORECASE
)


def is_same_place(passages: Sequence[Passage]) -> bool:
    """Say whether an account says that it was at the report's own place."""
    return any(_SAME_PLACE.search(p.words) for p in passages)


def _is_adjective(text: str, toponym: Toponym) -> bool:
    """Say whether a Slavic name is an adjective of something that is no division."""
    adjective = _SLAVIC_ADJECTIVE.search(toponym.span.of(text))
    return bool(adjective) and not _DIVISION.match(text[toponym.span.end :])


def _is_end_of_route(text: str, toponym: Toponym) -> bool:
    """Say whether a name is one end of a line: "the Abuja-Kaduna train"."""
    before = text[max(0, toponym.span.start - 2) : toponym.span.start]
    after = text[toponym.span.end : toponym.span.end + 2]
    return bool(re.match(r"[-–][A-ZА-Я]", after) or re.search(r"\w[-–]$", before))


def is_place(toponym: Toponym) -> bool:
    """Say whether a name was resolved and names a place, not a people or a power."""
    return toponym.where is not None and not toponym.demonym and not toponym.metonym


def is_elsewhere(passages: Sequence[Passage]) -> bool:
    """Say whether an account says that it was somewhere else, without saying where."""
    return any(_ELSEWHERE.search(p.words) for p in passages)


def dates(
    passages: Sequence[Passage],
    anchor: Anchor,
    published: date | None,
    report: Sequence[Passage] = (),
) -> list[Statement]:
    """Return the times of an account, none of them after publication.

    They lie with the account's day. An account without one takes the day that the rest
    of its ``report`` tells best, else one bounded by the day on which it was told, else
    a day that nothing anchors.
    """
    found = _with_day(passages, anchor, published)
    if found and anchor.when and _is_wide(found):
        # "Last month", and in another sentence the very day.
        found += _of_report(report, published, within=anchor.when)
    return (
        found
        or _of_report(report, published)
        or _by_the_day_told(passages, published)
        or _by_the_day_told(report, published)
        or _by_the_clock(report, published)
        or _by_the_day_written(report, published)
        or _unanchored(passages)
        or _unanchored(report)
    )


def _with_day(
    passages: Sequence[Passage], anchor: Anchor, published: date | None
) -> list[Statement]:
    """Return the times that lie with the account's day and not after publication."""
    chosen = anchor.when
    if chosen is None:
        return []
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


def _is_wide(found: Sequence[Statement]) -> bool:
    values = [s.value for s in found if isinstance(s.value, When)]
    return all(value.days > SAME_TIME_DAYS + 1 for value in values)


def _of_report(
    report: Sequence[Passage], published: date | None, within: When | None = None
) -> list[Statement]:
    """Return the day that the whole of a report tells best, and what is the same day.

    A recent day in a sentence of its own that has no word of the deed ("they got a call
    on Friday") still dates it where no better one is told.
    """
    scored = [
        (score, -time.span.start, time)
        for passage in report
        for time in passage.times
        if (within is None or (time.when and time.when.agrees_with(within)))
        and (score := _day_score(passage, time, published)) is not None
    ]
    if not scored:
        return []
    best = max(scored, key=lambda row: row[:2])[2].when
    return [
        statement
        for _, _, time in sorted(scored, key=lambda row: -row[1])
        if best and time.when and time.when.agrees_with(best)
        for statement in claims.of_time(time)
    ]


def _day_score(
    passage: Passage, time: TimeMention, published: date | None
) -> float | None:
    """Weigh a day as the report's own; None: it cannot be.

    A day of long ago is its own only where the words of the deed hang on it, as in a
    report from a trial.
    """
    when, tied = time.when, time in passage.tied
    if when is None or when.days > SAME_TIME_DAYS + 1 or passage.unreal:
        return None
    age = (published - when.first_day).days if published else 0
    if age < 0 or (age > RECENT_DAYS and not tied) or age > REMEMBERED_DAYS:
        return None
    score = 2.0 if tied else 0.0
    score += 1.0 if tells(passage) else 0.0
    score -= 1.5 if age > RECENT_DAYS else 0.0
    return score - 0.1 * passage.index


def _by_the_clock(report: Sequence[Passage], published: date | None) -> list[Statement]:
    """Return when something was that is told with a time of day and no day.

    Who reads "around 8 p.m." takes it for the latest one: of that day or the one before.
    """
    if published is None:
        return []
    for passage in report:
        for time in passage.clocks if not passage.unreal else ():
            when = When(published - timedelta(days=1), published, TimePrecision.RANGE)
            return claims.of_time(replace(time, when=when, rule="told"))
    return []


# Reports from a court, a funeral or an anniversary are no news of the deed.
_OLD_NEWS = re.compile(
    r"\b(?:trial|charged|charges|plead\w*|pleas?|sentenc\w+|indict\w*|court|arraign\w*|jury"
    r"|convict\w*|funeral|vigil|memorial|anniversary|years? ago|(?:last|past) (?:week|month|year)"
    r"|surrender\w*|prosecutors?|lawsuit)\b",
    re.IGNORECASE,
)


def _by_the_day_written(
    report: Sequence[Passage], published: date | None
) -> list[Statement]:
    """Return when something was that a dated report tells as news, with no day of its own.

    It was on the day of the dateline or the one before; the dateline is what says so.
    """
    if any(_OLD_NEWS.search(passage.words) for passage in report):
        return []
    for time in (t for passage in report for t in passage.written):
        day = time.when.first_day if time.when and time.when.days == 1 else None
        if day and published and abs((published - day).days) <= TOLD_WITHIN_DAYS:
            when = When(day - timedelta(days=1), day, TimePrecision.RANGE)
            return claims.of_time(replace(time, when=when, rule="told"))
    return []


def _unanchored(passages: Sequence[Passage]) -> list[Statement]:
    """Return the days that are told without what says which ones they are.

    Those that hang on the words of the incident come before others; of several only
    those like the first are kept, a weekday's or a date's.
    """
    telling = [p for p in passages if tells(p)]
    tied = [t for p in telling for t in p.tied if t.unanchored]
    found = tied or [t for p in telling for t in p.times if t.unanchored]
    first = found[0].unanchored if found else None
    return [
        statement
        for time in found
        if first
        and time.unanchored
        and bool(time.unanchored.weekdays) == bool(first.weekdays)
        and first.agrees_with(time.unanchored)
        for statement in claims.of_time(time)
    ]


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
    """Return the best place of some sentences and what is the same place.

    ``named`` are all the places of the report: one in the country that most of them lie
    in is likelier than a namesake abroad.
    """
    countries = Counter(t.where.country for t in named if t.where and not t.metonym)
    total = sum(countries.values()) or 1
    scored: list[tuple[float, Toponym]] = []
    for passage in passages:
        for toponym in passage.toponyms:
            if is_place(toponym) and not _is_namesake(text, toponym, countries):
                home = (
                    countries[toponym.where.country] / total if toponym.where else 0.0
                )
                score = _place_score(text, passage, toponym) + AT_HOME * home
                scored.append((score, toponym))
    if not scored:
        return []
    best = max(scored, key=lambda pair: (pair[0], -pair[1].span.start))[1]
    kept = [t for score, t in scored if _lies_with(t, best)]
    fine = [t for t in kept if t.where and t.where.precision in _FINE]
    return [s for t in (fine or kept) for s in claims.of_toponym(t)]


# A name that is part of a facility's, alone in a country that the report speaks of
# nowhere else, was mistaken for a namesake ("Makala prison" for a village in India).
MIN_OTHERS = 3


def _is_namesake(text: str, toponym: Toponym, countries: Counter[str | None]) -> bool:
    if toponym.where is None or not is_in_a_name(text, toponym):
        return False
    own = countries[toponym.where.country]
    return own <= 2 and sum(countries.values()) - own >= MIN_OTHERS


_BY_PRECISION = {
    GeoPrecision.EXACT: 1.2,
    GeoPrecision.FACILITY: 1.2,
    GeoPrecision.SETTLEMENT: 1.0,
    GeoPrecision.DISTRICT: 0.8,
    GeoPrecision.REGION: 0.2,
    GeoPrecision.COUNTRY: -1.0,
}


def _place_score(text: str, passage: Passage, toponym: Toponym) -> float:
    score = _BY_PRECISION[toponym.where.precision] if toponym.where else 0.0
    score += 1.0 if passage.triggers else 0.0
    if is_dateline(text, toponym) or acts_as_body(text, toponym):
        score -= 2.0
    if is_aside(text, toponym):
        score -= 1.6
    score += 0.8 if stands_as_place(text, toponym) else 0.0
    if is_beside(text, toponym):
        score -= 1.6  # "near Moscow": the place is another one, close by
    if _STANDS_IN.search(text[max(0, toponym.span.start - 70) : toponym.span.start]):
        score += 2.4  # "the plant stands in the village of …": said on purpose
    if is_in_a_name(text, toponym) or _is_adjective(text, toponym):
        score -= 0.6
    if _is_end_of_route(text, toponym):
        score -= 1.2
    near = min(
        (
            abs(t.span.start - toponym.span.start)
            for t in passage.triggers
            if not t.whole
        ),
        default=200,
    )
    score += 0.5 if near < 60 else 0.0
    return score - 0.06 * passage.index


def _lies_with(toponym: Toponym, best: Toponym) -> bool:
    left, right = toponym.where, best.where
    if left is None or right is None:
        return False
    return left.geonameid == right.geonameid or left.name == right.name
