"""Which times and places of an account's sentences are the incident's own.

Times must lie with the account's day; of the places the best one is kept with what is
the same, each weighed by where its name stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from rashomon.extract import claims, incident_place
from rashomon.extract.passages import Passage, tells
from rashomon.extract.shifts import Anchor
from rashomon.extract.statements import Statement
from rashomon.model.mention import TimeMention
from rashomon.model.value import GeoPrecision, Target, TimePrecision, When, Where

# Two times this close can be the same night told twice; further apart they are two days.
SAME_TIME_DAYS = 2

# A report this long after the day on which it was told is no news of that day.
TOLD_WITHIN_DAYS = 1

# A day that the rest of a report tells is its own only this long before publication:
# what lies further back is what the report recalls.
RECENT_DAYS = 40
REMEMBERED_DAYS = 400

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
    found = (
        found
        or _of_report(report, published)
        or _by_the_day_told(passages, published)
        or _by_the_day_told(report, published)
        or _by_the_clock(report, published)
        or _by_the_day_written(report, published)
        or _unanchored(passages)
        or _unanchored(report)
    )
    days = [s.value for s in found if isinstance(s.value, When)]
    told = {day.first_day for day in days if day.days == 1}
    return found + (_by_clocks(passages, told.pop()) if len(told) == 1 else [])


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


def _by_clocks(passages: Sequence[Passage], day: date) -> list[Statement]:
    """Return the times of day that sentences without a day of their own give."""
    found = []
    for passage in passages:
        for time in passage.clocks if tells(passage) and not passage.times else ():
            if time.when and isinstance(time.when.start, datetime):
                moment = datetime.combine(day, time.when.start.timetz())
                when = When(moment, moment, time.when.precision)
                found += claims.of_time(replace(time, when=when, rival=None))
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
            return claims.of_time(_told_on(replace(time, rival=None), published))
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
            return claims.of_time(_told_on(time, day))
    return []


def _told_on(time: TimeMention, day: date) -> TimeMention:
    """Return when that was of which news told on a day: that day or the one before."""
    rival = time.rival if time.rival and time.rival.days == 1 else None
    told, by_rival = (
        When(last - timedelta(days=1), last, TimePrecision.RANGE) if last else None
        for last in (day, rival and rival.first_day)
    )
    return replace(time, when=told, rule="told", rival=by_rival)


def _unanchored(passages: Sequence[Passage]) -> list[Statement]:
    """Return the days that are told without what says which ones they are.

    Those that hang on the words of the incident come before others; of several only
    those like the first are kept, a weekday's or a date's. News calls its day by the
    weekday: that may stand in a sentence with no word of the deed ("they came on Monday").
    """
    telling = [p for p in passages if tells(p)]
    tied = [t for p in telling for t in p.tied if t.unanchored]
    found = tied or [t for p in telling for t in p.times if t.unanchored]
    found = found or [
        t for p in passages for t in p.times if t.unanchored and t.unanchored.weekdays
    ]
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
                return claims.of_time(_told_on(time, day))
    return []


def places(
    report: incident_place.Report,
    passages: Sequence[Passage],
    rest: Sequence[Passage] = (),
) -> list[Statement]:
    """Return the account's place, said wherever its sentences name it.

    ``rest``: the other sentences, where the whole report is about the account.
    """
    chosen = incident_place.choose(report, passages, rest)
    return [s for toponym in chosen for s in claims.of_toponym(toponym)]


def places_of_account(
    report: incident_place.Report,
    passages: Sequence[Passage],
    main: Sequence[Passage],
    sentences: Sequence[Passage],
) -> list[Statement]:
    """Return the places of an account of a report, whose main account has ``main``.

    One in passing that names none lies where the sentence before it was; else, unless
    it says that it was elsewhere, where the report's incident was: "an earlier attack on
    the beach" is told of the same beach. In a round-up by places each lies in its own.
    """
    if passages is main:
        headed = any(p.headed for p in passages)
        return places(report, passages, () if headed else sentences)
    found = places(report, passages)
    again = is_same_place(passages) or bool(_names(passages) & _names(main))
    again = again or bool(_things(passages, known=True) & _things(main))
    # "Not the first time the Alton works were hit": a country is no other place.
    if found and not (again and all(_is_country(s) for s in found)):
        return found
    first = passages[0]
    if main and again:
        return places(report, main, sentences)
    before = [
        p
        for p in sentences
        if p.index == first.index - 1 and p.paragraph == first.paragraph
    ]
    found = places(report, before)
    if found or not main or is_elsewhere(passages):
        return found
    return places(report, main, sentences)


_NAME = re.compile(r"\b(?!The\b)[^\W\d_a-z][\w'’-]{2,}")


def _names(passages: Sequence[Passage]) -> set[str]:
    """Return the proper words in the names of what was hit: "Alton" of "Alton works"."""
    return {
        word
        for passage in passages
        for statement in passage.statements
        if isinstance(statement.value, Target)
        for word in _NAME.findall(statement.value.name)
    }


_DEFINITE = re.compile(r"\b(?:the|this|that) (?:same )?(?:[\w-]+ )?$", re.IGNORECASE)


def _things(passages: Sequence[Passage], *, known: bool = False) -> set[str]:
    """Return what kinds of thing were hit; ``known``: those told of as known before."""
    return {
        statement.value.name.split()[-1].casefold()
        for passage in passages
        for statement in passage.statements
        if isinstance(statement.value, Target)
        and not (known and not _is_definite(passage, statement))
    }


def _is_definite(passage: Passage, statement: Statement) -> bool:
    """Say whether a thing is "the refinery", and not "a refinery"."""
    start = statement.span.start - passage.span.start
    words = passage.words
    return words[start : start + 4].casefold() == "the " or bool(
        _DEFINITE.search(words[:start])
    )


def _is_country(statement: Statement) -> bool:
    value = statement.value
    return isinstance(value, Where) and value.precision is GeoPrecision.COUNTRY
