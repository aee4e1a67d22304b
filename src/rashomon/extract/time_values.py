"""What each shape of a time expression stands for: an interval and a TIMEX3 value.

A reader takes the match and the ``Frame`` (the anchor and the last day the text named)
and returns ``Told``; ``when`` None where nothing anchors the expression. An interval is
never narrower than the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rashomon.extract.time_anchor import Anchor, made
from rashomon.extract.time_words import MONTHS, NUMBERS, PARTS, SEASONS, WEEKDAYS
from rashomon.model.value import TimePrecision as P
from rashomon.model.value import When

DAY = timedelta(days=1)
# A month without a year this far after the anchor is still to come; further, last year's.
AHEAD = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against. ``named``: the last explicit day before it.

    ``future``: the sentence speaks of what is still to come.
    """

    anchor: Anchor
    named: date | None
    future: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An interval (None: unanchored), its TIMEX3 value, and whether it was reckoned."""

    when: When | None
    timex: str
    relative: bool = False


Match = re.Match[str]
Reader = Callable[[Match, Frame], Told | None]


def day_of(day: date) -> When:
    """Return one day."""
    return When(day, day, P.DAY)


def _group(match: Match, *names: str) -> str | None:
    known = match.groupdict()
    for name in names:
        if known.get(name):
            return known[name].lower()
    return None


def _month_end(year: int, month: int) -> date:
    first = date(year + month // 12, month % 12 + 1, 1)
    return first - DAY


def _part(day: date, part: str | None) -> Told:
    """Return a part of a day; a night runs into the next morning."""
    code = PARTS.get(part or "", "")
    if not code:
        return Told(day_of(day), day.isoformat())
    end = day + DAY if code == "NI" else day
    suffix = code if code.startswith("T") else f"T{code}"
    return Told(When(day, end, P.PART_OF_DAY), f"{day.isoformat()}{suffix}")


def _shifted(mod: str | None) -> str | None:
    if mod and ("hours" in mod or "morning" in mod or "midnight" in mod):
        return "morning"
    return None


def _year_for(month: int, day: int, frame: Frame) -> int | None:
    """Return the year of a date that has none: the latest not far after the anchor."""
    anchor = frame.anchor.day
    if anchor is None:
        return None
    candidate = made(anchor.year, month, day) or made(anchor.year, month, 28)
    if candidate is None:
        return None
    limit = anchor + (AHEAD if frame.future else 3 * DAY)
    if candidate > limit:
        return anchor.year - 1
    if frame.future and candidate < anchor - 180 * DAY:
        return anchor.year + 1
    return anchor.year


def _month_number(match: Match, *names: str) -> int | None:
    name = _group(match, *names)
    return MONTHS.get(name) if name else None


def read_numeric(match: Match, frame: Frame) -> Told | None:
    """2023-09-01, 01.09.2023."""
    day = made(int(match["y"]), int(match["mn"]), int(match["d"]))
    if day is None:
        return None
    clock = match.groupdict().get("h")
    if clock:
        moment = datetime.combine(day, time(int(clock) % 24, int(match["i"]) % 60))
        return Told(
            When(moment, moment, P.MINUTE), moment.isoformat(timespec="minutes")
        )
    return Told(day_of(day), day.isoformat())


def read_month_day(match: Match, frame: Frame) -> Told | None:
    """August 10, 2022; 9 августа; Friday, Aug. 9; the night of July 1st."""
    month, number = _month_number(match, "m"), int(match["d"])
    if month is None or not 1 <= number <= 31:
        return None
    year_words = _group(match, "y")
    year = int(year_words) if year_words else _year_for(month, number, frame)
    if year is None:
        return Told(None, f"XXXX-{month:02d}-{number:02d}", relative=True)
    day = made(year, month, number)
    if day is None:
        return None
    told = _part(day, _group(match, "p") or _shifted(_group(match, "mod")))
    return Told(told.when, told.timex, relative=year_words is None)


def read_days(match: Match, frame: Frame) -> Told | None:
    """June 1-3; 28 to 29 July 2022."""
    month = _month_number(match, "m", "m3")
    first, last = int(match["d"]), int(match["d2"])
    if month is None or not 1 <= first <= 31 or not 1 <= last <= 31:
        return None
    year_words = _group(match, "y")
    year = int(year_words) if year_words else _year_for(month, last, frame)
    if year is None:
        return Told(None, f"XXXX-{month:02d}-{first:02d}", relative=True)
    begin, end = made(year, month, first), made(year, month, last)
    if begin is None or end is None or end < begin:
        return None
    return Told(
        When(begin, end, P.RANGE), begin.isoformat(), relative=year_words is None
    )


def read_night_between(match: Match, frame: Frame) -> Told | None:
    """The night of September 10; the night of 9-10 September."""
    month = _month_number(match, "m", "m3")
    first = int(_group(match, "d", "d3") or 0)
    last_words = _group(match, "d2", "d4")
    if month is None or not 1 <= first <= 31:
        return None
    year_words = _group(match, "y", "y3")
    year = int(year_words) if year_words else _year_for(month, first, frame)
    if year is None:
        return Told(None, f"XXXX-{month:02d}-{first:02d}TNI", relative=True)
    begin = made(year, month, first)
    if begin is None:
        return None
    end = made(year, month, int(last_words)) if last_words else None
    # "The night of the 10th" may be the one before or the one after it.
    span = (
        When(begin, end, P.PART_OF_DAY)
        if end and end >= begin
        else When(begin - DAY, begin + DAY, P.PART_OF_DAY)
    )
    if not last_words:
        span = When(begin, begin + DAY, P.PART_OF_DAY)
    return Told(span, f"{begin.isoformat()}TNI", relative=year_words is None)


def read_night_before(match: Match, frame: Frame) -> Told | None:
    """«В ночь на 7 октября»: from the evening of the 6th to the morning of the 7th."""
    weekday = _group(match, "w", "w2")
    if weekday:
        day = _weekday(WEEKDAYS[weekday], frame)
    else:
        number = int(_group(match, "d", "d5") or 0)
        month = _month_number(match, "m", "m5")
        if month is None:
            anchor = frame.anchor.day
            month = anchor.month if anchor else None
        year_words = _group(match, "y", "y5")
        year = (
            int(year_words)
            if year_words
            else _year_for(month, number, frame)
            if month
            else None
        )
        day = made(year, month, number) if year and month else None
    if day is None:
        return Told(None, "XXXX-XX-XXTNI", relative=True)
    return Told(
        When(day - DAY, day, P.PART_OF_DAY),
        f"{(day - DAY).isoformat()}TNI",
        relative=True,
    )


def read_overnight(match: Match, frame: Frame) -> Told | None:
    """Overnight into Tuesday: Monday evening to Tuesday morning."""
    day = _weekday(WEEKDAYS[_group(match, "w", "w2") or ""], frame)
    if day is None:
        return Told(None, "XXXX-XX-XXTNI", relative=True)
    return Told(
        When(day - DAY, day, P.PART_OF_DAY),
        f"{(day - DAY).isoformat()}TNI",
        relative=True,
    )


def read_month_year(match: Match, frame: Frame) -> Told | None:
    """October 2021; mid-July 2020; October of last year."""
    month = _month_number(match, "m")
    year_words = _group(match, "y")
    if month is None:
        return None
    if year_words is None:
        anchor = frame.anchor.day
        if anchor is None:
            return Told(None, f"XXXX-{month:02d}", relative=True)
        year = anchor.year - (0 if "this" in (_group(match, "rel") or "") else 1)
        return Told(_month(year, month), f"{year}-{month:02d}", relative=True)
    return Told(_month(int(year_words), month), f"{year_words}-{month:02d}")


def _month(year: int, month: int) -> When:
    return When(date(year, month, 1), _month_end(year, month), P.MONTH)


def read_named_month(match: Match, frame: Frame) -> Told | None:
    """Last November: the latest November before the anchor's month."""
    month, anchor = _month_number(match, "m"), frame.anchor.day
    if month is None:
        return None
    if anchor is None:
        return Told(None, f"XXXX-{month:02d}", relative=True)
    rel = _group(match, "rel") or ""
    year = anchor.year if rel == "this" or month < anchor.month else anchor.year - 1
    if rel == "next":
        year = anchor.year + (month <= anchor.month)
    return Told(_month(year, month), f"{year}-{month:02d}", relative=True)


def _weekday(number: int, frame: Frame, week: int = 0) -> date | None:
    anchor = frame.anchor.day
    if anchor is None:
        return None
    if frame.anchor.near:
        ahead = (number - anchor.weekday()) % 7
        return anchor + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if frame.future:
        return anchor + timedelta(days=(number - anchor.weekday()) % 7 + 7 * week)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7 + 7 * week)


def read_weekday(match: Match, frame: Frame) -> Told | None:
    """Friday; on Tuesday evening; last Wednesday."""
    number = WEEKDAYS[_group(match, "w") or ""]
    rel = _group(match, "rel") or ""
    reading = Frame(frame.anchor, frame.named, frame.future or rel == "next")
    day = _weekday(number, reading)
    if day is None:
        return Told(None, "XXXX-WXX-" + str(number + 1), relative=True)
    if rel in {"last", "в прошлую", "в прошлый", "минулої"} and day == frame.anchor.day:
        day -= 7 * DAY
    if rel == "next" and day == frame.anchor.day:
        day += 7 * DAY
    told = _part(day, _group(match, "p") or _shifted(_group(match, "mod")))
    return Told(told.when, told.timex, relative=True)


_TODAY_OFFSETS = (
    ("day before yesterday", -2), ("day after tomorrow", 2), ("yesterday", -1), ("last night", -1), ("tomorrow", 1),
    ("вчера", -1), ("вчора", -1), ("gestern", -1), ("ayer", -1), ("ieri", -1), ("завтра", 1),
)  # fmt: skip


def read_today(match: Match, frame: Frame) -> Told | None:
    """Today, tonight, yesterday evening, last night."""
    words = match.group(0).lower()
    offset = next((n for name, n in _TODAY_OFFSETS if name in words), 0)
    part = _group(match, "p", "p2", "p3", "p4")
    if part is None:
        part = next(
            (w for w in ("morning", "afternoon", "evening", "night") if w in words),
            None,
        )
    anchor = frame.anchor.day
    if anchor is None or frame.anchor.near:
        return Told(None, "PRESENT_REF" if offset == 0 else "PAST_REF", relative=True)
    told = _part(anchor + offset * DAY, part)
    return Told(told.when, told.timex, relative=True)


def read_anaphoric(match: Match, frame: Frame) -> Told | None:
    """The previous day, that night: reckoned from the last day that the text named."""
    words = match.group(0).lower()
    base = frame.named or frame.anchor.day
    if base is None:
        return Told(None, "XXXX-XX-XX", relative=True)
    offset = (
        -1
        if re.search(r"previous|before|earlier|накануне|напередодні", words)
        else 1
        if re.search(r"next|following", words)
        else 0
    )
    part = next(
        (w for w in ("morning", "afternoon", "evening", "night") if w in words), None
    )
    told = _part(base + offset * DAY, part)
    return Told(told.when, told.timex, relative=True)


_SLAVIC_UNITS = (("дн", "day"), ("ден", "day"), ("недел", "week"), ("тиж", "week"), ("мес", "month"), ("міс", "month"), ("год", "year"), ("лет", "year"), ("рок", "year"), ("рік", "year"), ("рік", "year"), ("рок", "year"), ("ро", "year"))  # fmt: skip


def _unit(match: Match) -> str:
    words = _group(match, "u") or ""
    return next((unit for head, unit in _SLAVIC_UNITS if words.startswith(head)), words)


def read_ago(match: Match, frame: Frame) -> Told | None:
    """Three days ago, two days earlier, more than 18 months ago, «четыре года назад»."""
    unit, rel = _unit(match), _group(match, "rel") or ""
    number_words = _group(match, "n") or "1"
    number = int(number_words) if number_words.isdigit() else NUMBERS.get(number_words)
    away = rel in {"ago", "назад", "тому"}
    base = frame.anchor.day if away or frame.named is None else frame.named
    if number is None or unit in {"hour", "minute"}:
        return Told(None, "PAST_REF", relative=True)
    if base is None:
        return Told(None, f"P{number}{unit[0].upper()}", relative=True)
    sign = 1 if rel == "later" else -1
    more = bool(_group(match, "more"))
    if unit == "day":
        day = base + sign * number * DAY
        return Told(
            _wide(day, day, 3 if more else 0, P.DAY), day.isoformat(), relative=True
        )
    if unit == "week":
        day = base + sign * 7 * number * DAY
        year, week, _ = day.isocalendar()
        return Told(
            When(day - 3 * DAY, day + 3 * DAY, P.RANGE),
            f"{year}-W{week:02d}",
            relative=True,
        )
    if unit == "month":
        index = base.year * 12 + base.month - 1 + sign * number
        return Told(
            _month(index // 12, index % 12 + 1),
            f"{index // 12}-{index % 12 + 1:02d}",
            relative=True,
        )
    year = base.year + sign * number * (10 if unit == "decade" else 1)
    if not 1000 < year < 2200:
        return None
    return Told(
        When(date(year, 1, 1), date(year, 12, 31), P.YEAR), str(year), relative=True
    )


def _wide(first: date, last: date, by: int, precision: P) -> When:
    return When(first - by * DAY, last, P.RANGE if by else precision)


def read_weekend(match: Match, frame: Frame) -> Told | None:
    """Over the weekend: the Saturday and Sunday before the anchor."""
    anchor = frame.anchor.day
    if anchor is None:
        return Told(None, "XXXX-WXX-WE", relative=True)
    sunday = anchor - timedelta(days=(anchor.weekday() + 1) % 7)
    if anchor.weekday() == 5:
        sunday = anchor + DAY
    year, week, _ = sunday.isocalendar()
    return Told(
        When(sunday - DAY, sunday, P.RANGE), f"{year}-W{week:02d}-WE", relative=True
    )


def read_unit(match: Match, frame: Frame) -> Told | None:
    """Last week, this month, earlier this year, the past summer."""
    unit, rel, anchor = _unit(match), _group(match, "rel") or "", frame.anchor.day
    if unit == "weekend":
        return read_weekend(match, frame)
    if anchor is None:
        return Told(None, "PAST_REF", relative=True)
    step = (
        0
        if rel.startswith(("this", "эт", "ц"))
        else 1
        if rel in {"next", "the coming"}
        else -1
    )
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + step * 7 * DAY
        year, week, _ = monday.isocalendar()
        last = (
            min(monday + 6 * DAY, anchor)
            if step == 0 and not frame.future
            else monday + 6 * DAY
        )
        return Told(
            When(monday, max(last, monday), P.RANGE),
            f"{year}-W{week:02d}",
            relative=True,
        )
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + step
        return Told(
            _month(index // 12, index % 12 + 1),
            f"{index // 12}-{index % 12 + 1:02d}",
            relative=True,
        )
    year = anchor.year + step
    if unit in SEASONS:
        return Told(
            When(date(year, 1, 1), date(year, 12, 31), P.YEAR),
            f"{year}-{SEASONS[unit]}",
            relative=True,
        )
    if unit == "year":
        return Told(
            When(date(year, 1, 1), date(year, 12, 31), P.YEAR), str(year), relative=True
        )
    return Told(None, "PAST_REF", relative=True)


def read_year(match: Match, frame: Frame) -> Told | None:
    """1998; the 1990s; the spring of 1998."""
    year = int(match["y"])
    season = _group(match, "season")
    timex = f"{year}-{SEASONS[season]}" if season else str(year)
    return Told(When(date(year, 1, 1), date(year, 12, 31), P.YEAR), timex)


def read_decade(match: Match, frame: Frame) -> Told | None:
    """The 1990s."""
    year = int(match["y"])
    return Told(When(date(year, 1, 1), date(year + 9, 12, 31), P.YEAR), str(year)[:3])


def read_clock(match: Match, frame: Frame) -> Told | None:
    """At 13:03 GMT: a moment of the day that the text named last."""
    hour = int(
        _group(match, "h", "h2") or (0 if "midnight" in match.group(0).lower() else 12)
    )
    minute = int(_group(match, "i") or 0)
    half = _group(match, "ap", "ap2")
    if half and half.startswith("p") and hour < 12:
        hour += 12
    if half and half.startswith("a") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    base = frame.named or frame.anchor.day
    if base is None:
        return Told(None, f"T{hour:02d}:{minute:02d}", relative=True)
    moment = datetime.combine(base, time(hour, minute))
    return Told(
        When(moment, moment, P.MINUTE),
        moment.isoformat(timespec="minutes"),
        relative=True,
    )


def read_part(match: Match, frame: Frame) -> Told | None:
    """Overnight: the night before the anchor's day, or of the day named last."""
    words = match.group(0).lower()
    night = re.search(r"night|ноч", words) is not None
    base = frame.named or (None if frame.anchor.near else frame.anchor.day)
    if base is None:
        return Told(None, "TNI" if night else "XXXX-XX-XX", relative=True)
    if night:
        return Told(
            When(base - DAY, base, P.PART_OF_DAY),
            f"{base.isoformat()}TNI",
            relative=True,
        )
    told = _part(base, _group(match, "p"))
    return Told(told.when, told.timex, relative=True)


def read_part_of(match: Match, frame: Frame) -> Told | None:
    """The night of Tuesday, the morning of yesterday."""
    weekday = _group(match, "w")
    anchor = frame.anchor.day
    day = _weekday(WEEKDAYS[weekday], frame) if weekday else anchor
    if day is None:
        return Told(None, "XXXX-XX-XX", relative=True)
    if not weekday and "yesterday" in match.group(0).lower():
        day -= DAY
    told = _part(day, _group(match, "p"))
    return Told(told.when, told.timex, relative=True)


def read_reference(match: Match, frame: Frame) -> Told | None:
    """Now, recently, the future: no time that a calendar has."""
    words = match.group(0).lower()
    if re.search(r"now|current|present|moment|at this time", words):
        return Told(None, "PRESENT_REF", relative=True)
    return Told(
        None,
        "FUTURE_REF" if re.search(r"future|soon", words) else "PAST_REF",
        relative=True,
    )


READERS: dict[str, Reader] = {
    "iso": read_numeric, "dotted": read_numeric, "night_between": read_night_between, "night_before": read_night_before,
    "overnight_into": read_overnight, "month_days": read_days, "days_month": read_days, "month_day": read_month_day,
    "day_month": read_month_day, "month_year": read_month_year, "month_of_year": read_month_year,
    "last_month_name": read_named_month, "part_of_weekday": read_weekday, "part_of_day_of": read_part_of,
    "day_after": read_today, "today": read_today, "anaphoric": read_anaphoric, "units_ago": read_ago,
    "slavic_ago": read_ago, "weekend": read_weekend, "relative_unit": read_unit, "slavic_unit": read_unit,
    "season_year": read_year, "decade": read_decade, "clock": read_clock, "year": read_year, "part_alone": read_part,
    "reference": read_reference,
}  # fmt: skip
