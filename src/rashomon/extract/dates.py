"""The time tagger: finds time expressions and says which days they can be.

Tokens (``time_tokens``) become shapes (``time_grammar``); each shape is read against the
document's anchor (``time_anchor``) and what the text named before it. What nothing
anchors keeps its TIMEX3 value and no interval: a date we guessed is not a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import timedelta

from rashomon.extract import time_anchor, time_tense
from rashomon.extract.reading import Reading
from rashomon.extract.time_calendar import Told
from rashomon.extract.time_frame import Frame
from rashomon.extract.time_grammar import Shape, shapes_of
from rashomon.extract.time_relative import READERS
from rashomon.extract.time_tokens import Token, tokens_of
from rashomon.model.document import DateBasis, Span
from rashomon.model.mention import TimeMention
from rashomon.model.value import TimePrecision

# Read last: they take their day from the sentence around them.
_BORROWERS = frozenset({"clock", "part"})

# A clock without a day is not of a day named further back than this.
CURRENT = timedelta(days=14)

# Which way the sentence points decides the week or the year of these.
_DIRECTED = frozenset(
    {
        "weekday",
        "weekdays",
        "clock_on",
        "date",
        "month",
        "weekend",
        "unit",
        "quarter",
        "days",
        "day_beside",
    }
)
# Rules that name a day of the calendar by themselves.
_FULL = frozenset({"date", "dotted", "iso"})

# How far from a weekday the date that it is may stand: a few sentences.
NEAR_CHARS = 600

_NARROW = frozenset(
    {TimePrecision.DAY, TimePrecision.PART_OF_DAY, TimePrecision.MINUTE}
)


def find(reading: Reading) -> list[TimeMention]:
    """Return the time expressions of a text in reading order."""
    tokens = tokens_of(reading.text, reading.language)
    shapes = [s for s in shapes_of(tokens) if _is_time(s, tokens, reading.text)]
    if not shapes:
        return []
    anchor = time_anchor.choose(shapes, reading.published)
    told = _told(shapes, anchor, reading)
    lost = _told(shapes, anchor.by_rival, reading) if anchor.by_rival else {}
    found = [
        _bounded(_mention(shapes[at], told[at], lost.get(at)), reading.text)
        for at in sorted(told)
    ]
    weak = reading.published.basis in {DateBasis.STAMP, DateBasis.UNKNOWN}
    return _with_explicit_days(found) if weak else found


def _told(
    shapes: list[Shape], anchor: time_anchor.Anchor, reading: Reading
) -> dict[int, Told]:
    """Return the shapes, by their place in the list, as read from an anchor."""
    frame = Frame(anchor, english_slash=reading.language == "en")
    frames: list[Frame] = []
    told: dict[int, Told] = {}
    for at, shape in enumerate(shapes):
        frames.append(frame)
        if shape.rule in _BORROWERS:
            continue
        read = _read(shape, frame, reading)
        if read is None:
            continue
        told[at] = read
        if read.when is not None:
            frame = frame.remember(read.when)
    told = _with_dates_beside(shapes, told)
    return told | _borrowed(shapes, frames, told, reading)


def _with_explicit_days(found: list[TimeMention]) -> list[TimeMention]:
    """Let a weekday be the full date near it that falls on it, where the anchor is weak.

    "On Friday … the fire of September 1": under a crawler's stamp of November the Friday
    nearest to the stamp is a worse guess than the Friday that the text itself names.
    """
    dated = [
        m for m in found if m.rule in _FULL and m.when is not None and m.when.days == 1
    ]
    starts = [m.span.start for m in dated]
    return [
        _explained(m, _near(m.span.start, dated, starts)) if m.rule == "weekday" else m
        for m in found
    ]


def _near(at: int, dated: list[TimeMention], starts: list[int]) -> list[TimeMention]:
    first = bisect_left(starts, at - NEAR_CHARS)
    return dated[first : bisect_right(starts, at + NEAR_CHARS)]


def _explained(weekday: TimeMention, near: list[TimeMention]) -> TimeMention:
    when = weekday.when
    days = {m.when.first_day for m in near if m.when is not None}
    same = {d for d in days if when and d.weekday() == when.first_day.weekday()}
    if when is None or len(same) != 1:
        return weekday
    day = same.pop()
    part = weekday.timex.partition("T")[2]
    told = replace(when, start=day, end=day + (when.last_day - when.first_day))
    return replace(
        weekday,
        when=told,
        timex=day.isoformat() + (f"T{part}" if part else ""),
        rival=when if when != told else weekday.rival,
    )


def _read(shape: Shape, frame: Frame, reading: Reading) -> Told | None:
    if shape.rule in _DIRECTED and not shape.get("y"):
        frame = frame.with_tense(time_tense.of(reading, shape.start))
    return READERS[shape.rule](shape, frame)


def _mention(shape: Shape, told: Told, lost: Told | None) -> TimeMention:
    rival = lost.when if lost and told.when else None
    return TimeMention(
        span=Span(shape.start, shape.end),
        when=told.when,
        timex=told.timex,
        rule=shape.rule,
        relative=told.relative,
        rival=rival if rival != told.when else None,
    )


def _with_dates_beside(shapes: list[Shape], told: dict[int, Told]) -> dict[int, Told]:
    """Let a weekday be the date that explains it: "on Monday (January 30, 2023)"."""
    kept = dict(told)
    for at, one in told.items():
        two = told.get(at + 1)
        if (
            two is None
            or two.when is None
            or shapes[at].rule not in {"weekday", "today"}
            or shapes[at + 1].rule not in {"date", "dotted", "iso"}
            or shapes[at + 1].start - shapes[at].end > 3
        ):
            continue
        number = shapes[at].value("w")
        day = two.when.first_day
        if number is None or int(number) == day.weekday():
            part = one.timex.partition("T")[2] if one.when else ""
            when = replace(
                one.when or two.when,
                start=day,
                end=day
                if one.when is None
                else day + (one.when.last_day - one.when.first_day),
            )
            kept[at] = Told(when, day.isoformat() + (f"T{part}" if part else ""))
    return kept


# What makes a day the end of a time and not the time itself, before it or behind it.
_BOUNDS = (
    ("ON_OR_BEFORE", r"(?:on or before|(?:no|not) later than|не (?:позднее|позже)|не пізніше)"),
    ("ON_OR_AFTER", r"(?:on or after|(?:no|not) earlier than|не (?:ранее|раньше)|не раніше)"),
    ("BEFORE", r"(?:some ?time|at some point|at some time) before"),
    ("AFTER", r"(?:some ?time|at some point|at some time) after"),
)  # fmt: skip
_BOUND_BEFORE = tuple(
    (mod, re.compile(rf"\b{words}\s+(?:the )?$", re.IGNORECASE))
    for mod, words in _BOUNDS
)
_AT_THE_LATEST = re.compile(r",? at the latest\b", re.IGNORECASE)
_BOUND_CHARS = 30


def _bounded(mention: TimeMention, text: str) -> TimeMention:
    """Return a time as the end of another where the words around it say so."""
    if mention.when is None or mention.when.precision is not TimePrecision.DAY:
        return mention
    before = text[max(0, mention.span.start - _BOUND_CHARS) : mention.span.start]
    mod = next((mod for mod, words in _BOUND_BEFORE if words.search(before)), "")
    if not mod and _AT_THE_LATEST.match(text, mention.span.end):
        mod = "ON_OR_BEFORE"
    return replace(mention, mod=mod) if mod else mention


def _borrowed(
    shapes: list[Shape], frames: list[Frame], told: dict[int, Told], reading: Reading
) -> dict[int, Told]:
    """Read clocks and parts of the day on the day that their sentence names."""
    starts = [span.start for span in reading.sentences()]
    sentence = [bisect_right(starts, shape.start) for shape in shapes]
    narrow = [n for n in sorted(told) if (w := told[n].when) and w.precision in _NARROW]
    found = {}
    for at, shape in enumerate(shapes):
        if shape.rule not in _BORROWERS:
            continue
        place = bisect_left(narrow, at)
        beside = [
            (max(shapes[n].start - shape.end, shape.start - shapes[n].end), n)
            for n in narrow[max(0, place - 1) : place + 1]
            if sentence[n] == sentence[at]
        ]
        frame = frames[at]
        if beside:
            when = told[min(beside)[1]].when
            frame = frame.remember(when) if when else frame
        elif shape.rule == "part" or not _is_current(frame):
            frame = replace(frame, named=None)
        read = READERS[shape.rule](shape, frame)
        if read is not None:
            found[at] = read
    return found


def _is_current(frame: Frame) -> bool:
    """Say whether the day named last is of the report's own days, not of its background."""
    day, named = frame.anchor.day, frame.named
    return day is None or named is None or abs(day - named) <= CURRENT


_COUNTED = frozenset(
    {
        "people", "dead", "killed", "injured", "wounded", "troops", "drones", "soldiers",
        "prisoners", "km", "miles", "metres", "meters", "kilometers", "kilometres",
        "block", "blocks", "homes", "houses", "men", "women", "children", "tons", "tonnes",
    }
)  # fmt: skip


_NAMES = frozenset({"April", "June", "August"})


def _is_time(shape: Shape, tokens: list[Token], text: str) -> bool:
    """Say whether a shape is a time, not a number, a name or a festival's market."""
    after = tokens[shape.last] if shape.last < len(tokens) else None
    word = after is not None and after.kind == "x" and text[after.start].isalpha()
    name = bool(word and after and text[after.start].isupper())
    if shape.rule == "month" and shape.parts["m"].kind == "k":
        return not name and text[shape.end : shape.end + 2] not in {"'s", "’s"}
    if shape.rule == "month" and text[shape.start : shape.end] in _NAMES:
        return not name  # "April Dol": a person
    if shape.rule == "holiday":
        return not word or " " in text[shape.start : shape.end]
    if shape.rule != "year":
        return True
    if after and (after.value in _COUNTED or after.kind in "UuHNRTZ"):
        return False
    before = tokens[shape.first - 1].kind if shape.first else "|"
    year = int(shape.value("y") or 0)
    if name and before in "ax;":  # "a 1987 Chevrolet", "Kopp's 1987 Chevrolet"
        return False
    if word and before in "x,;":
        return before == "," and 1950 <= year <= 2050
    return 1900 <= year <= 2050 or before in "io~hzy"
