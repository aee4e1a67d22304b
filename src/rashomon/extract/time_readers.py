"""What each shape of a date on the calendar stands for: days, months, years, seasons.

A reader takes a ``Shape`` and the ``Frame`` it is read against and returns ``Told``, or
None where the words name no time. An interval is never narrower than the words.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from rashomon.extract import time_calendar as calendar
from rashomon.extract.time_anchor import day_number
from rashomon.extract.time_calendar import DAY, Told, made
from rashomon.extract.time_frame import Frame, Tense, weekday_day, year_of
from rashomon.extract.time_grammar import Shape
from rashomon.model.value import TimePrecision, When


def day_of_shape(shape: Shape, frame: Frame, *numbers: str) -> date | None:
    """Return the day that a shape's day, month and year name; None: no such day."""
    month = int(shape.value("m", "m2") or 0)
    number = day_number(shape.value(*(numbers or ("d", "d2"))))
    written = shape.value("y")
    year = int(written) if written else year_of(month, number, frame)
    if shape.get("c") and shape.value("u") == "year" and frame.period:
        return made(frame.period.first_day.year, month, number)
    if not written and year and shape.value("r") == "last" and frame.anchor.day:
        found = made(year, month, number)
        year -= bool(found and found >= frame.anchor.day)
    return made(year, month, number) if year else None


def _unknown(shape: Shape) -> Told | None:
    month, number = int(shape.value("m", "m2") or 0), day_number(shape.value("d", "d2"))
    if made(2000, month, number) is None:
        return None
    part = shape.value("p")
    return Told(None, f"XXXX-{month:02d}-{number:02d}" + (f"T{part}" if part else ""))


def read_iso(shape: Shape, frame: Frame) -> Told | None:
    """2023-09-01 and 2023-09-01T14:03."""
    written = re.sub(r"[./]", "-", shape.value("i") or "")
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    if len(written) > 10:
        told = calendar.at(moment.date(), moment.hour, moment.minute)
        return Told(told.when, told.timex, relative=False)
    return _explicit(calendar.in_day(moment.date()))


def read_dotted(shape: Shape, frame: Frame) -> Told | None:
    """01.09.2023; 9/25/2023, which in English puts the month first."""
    written = shape.value("i") or ""
    one, two, last = (int(n) for n in re.split(r"[-./]", written))
    year = last + 2000 if last < 100 else last
    if not 1900 <= year <= 2100:
        return None
    days = [made(year, two, one)]
    if "/" in written:
        days.append(made(year, one, two) if frame.english_slash else None)
    known = sorted({day for day in days if day})
    if not known:
        return None
    if len(known) == 1:
        return _explicit(calendar.in_day(known[0]))
    # Both orders are dates, so that neither day is told: only the year is.
    return _explicit(calendar.year(year))


def _explicit(told: Told | None) -> Told | None:
    return Told(told.when, told.timex, relative=False) if told else None


def read_date(shape: Shape, frame: Frame) -> Told | None:
    """August 10, 2022; 9 августа; Friday, Aug. 9; the morning of 15 August 2025."""
    day = day_of_shape(shape, frame)
    if day is None:
        return _unknown(shape)
    part = shape.value("p")
    if part == "NI" and _comes_first(shape) and not shape.get("w", "on"):
        # "The night of the 10th" is told of the night before it as of the one after.
        told = calendar.night_to(day, timex_day=day)
    else:
        told = calendar.in_day(day, part, shape.value("e"))
    return Told(told.when, told.timex, relative=not shape.get("y"))


def _comes_first(shape: Shape) -> bool:
    part, day = shape.get("p"), shape.get("d", "d2")
    return part is not None and day is not None and part.start < day.start


def read_days(shape: Shape, frame: Frame) -> Told | None:
    """June 1-3; between 3 and 5 May."""
    first, last = _two_days(shape, frame)
    if first is None or last is None:
        return _unknown(shape)
    told = calendar.days(first, last)
    return Told(told.when, told.timex, relative=not shape.get("y"))


def _two_days(shape: Shape, frame: Frame) -> tuple[date | None, date | None]:
    last = day_of_shape(shape, frame, "d3", "d4")
    first = (
        made(last.year, last.month, day_number(shape.value("d", "d2")))
        if last
        else None
    )
    if first and last and first > last:
        return None, None
    return first, last


def read_night_of_days(shape: Shape, frame: Frame) -> Told | None:
    """The night of 28 to 29 July."""
    first, last = _two_days(shape, frame)
    if first is None or last is None:
        return _unknown(shape)
    when = When(first, last, TimePrecision.PART_OF_DAY)
    part = shape.value("p") or "NI"
    return Told(when, f"{first.isoformat()}T{part}", relative=not shape.get("y"))


def read_day_beside(shape: Shape, frame: Frame) -> Told | None:
    """The 25 of "April 24 and 25", the 3 of "3 and 5 May"."""
    number = day_number(shape.value("d"))
    if shape.get("m"):
        day = day_of_shape(shape, frame)
    else:
        day = made(frame.named.year, frame.named.month, number) if frame.named else None
    return calendar.in_day(day) if day else None


def read_month(shape: Shape, frame: Frame) -> Told | None:
    """April; late November: the latest one not far after the anchor."""
    number = int(shape.value("m") or 0)
    year = year_of(number, 1, frame)
    if year is None:
        return Told(None, f"XXXX-{number:02d}")
    return calendar.month(year, number, shape.value("e"))


def read_month_of_year(shape: Shape, frame: Frame) -> Told | None:
    """October 2021; mid-July 2020; October of last year; last November."""
    number, written = int(shape.value("m") or 0), shape.value("y")
    part, anchor = shape.value("e"), frame.anchor.day
    if written:
        return _explicit(calendar.month(int(written), number, part))
    unit = shape.value("u")
    if unit not in {None, "year"}:
        return None
    if anchor is None:
        return Told(None, f"XXXX-{number:02d}")
    relation = shape.value("r") or ""
    if unit == "year":
        year = anchor.year + step_of(relation)
    elif relation == "next":
        year = anchor.year + (number <= anchor.month)
    elif relation == "":
        year = anchor.year
    else:
        year = anchor.year - (number >= anchor.month)
    return calendar.month(year, number, part)


def step_of(relation: str) -> int:
    """Return which way from the present a word points: last -1, this 0, next 1."""
    return {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)


def read_year(shape: Shape, frame: Frame) -> Told | None:
    """1998; late 2014; «2022 год»."""
    if shape.get("u") and shape.value("u") != "year":
        return None
    return _explicit(calendar.year(int(shape.value("y") or 0), shape.value("e")))


def read_quarter(shape: Shape, frame: Frame) -> Told | None:
    """The third quarter of 1999; the first half of last year; the 21st century."""
    which, unit = day_number(shape.value("n")), shape.value("u", "l") or ""
    if unit == "century":
        return _explicit(calendar.century(which)) if 1 <= which <= 21 else None
    most = {"quarter": 4, "half": 2}.get(unit, 0)
    if not 1 <= which <= most or shape.value("u2") not in {None, "year"}:
        return None
    written, anchor = shape.value("y"), frame.anchor.day
    made_of = calendar.quarter if unit == "quarter" else calendar.half
    if written:
        return _explicit(made_of(int(written), which))
    if anchor is None:
        return Told(None, f"XXXX-{unit[0].upper()}{which}")
    year = anchor.year + step_of(shape.value("r") or "")
    told = made_of(year, which)
    ahead = told.when is not None and told.when.first_day > anchor
    if ahead and not shape.get("r") and frame.tense is not Tense.FUTURE:
        return made_of(year - 1, which)
    return told


def read_fiscal(shape: Shape, frame: Frame) -> Told | None:
    """Fiscal 1999: a year that may begin in the one before it."""
    number = int(shape.value("y") or 0)
    year, before = calendar.year(number), calendar.year(number - 1)
    if year is None or before is None or year.when is None or before.when is None:
        return None
    when = When(before.when.start, year.when.end, TimePrecision.YEAR)
    return Told(when, f"FY{number}", relative=False)


def read_decade(shape: Shape, frame: Frame) -> Told | None:
    """The 1990s."""
    digits = "".join(ch for ch in shape.value("y") or "" if ch.isdigit())
    return _explicit(calendar.decade(int(digits) + (1900 if len(digits) == 2 else 0)))


def read_season(shape: Shape, frame: Frame) -> Told | None:
    """The spring of 1998; last fall; «весной»."""
    code, written = shape.value("s") or "", shape.value("y")
    if written:
        return _explicit(calendar.season(int(written), code))
    anchor, relation = frame.anchor.day, shape.value("r") or ""
    if anchor is None:
        return Told(None, f"XXXX-{code}")
    if shape.get("u"):
        return calendar.season(anchor.year + step_of(relation), code)
    this = calendar.season(anchor.year, code).when
    begun = this is not None and (
        this.first_day <= anchor if code != "WI" else anchor.month >= 11
    )
    if relation == "last":
        over = this is not None and this.last_day < anchor and code != "WI"
        return calendar.season(anchor.year - (not over), code)
    if relation == "next":
        return calendar.season(anchor.year + begun, code)
    if relation == "" and shape.get("r"):
        return calendar.season(anchor.year, code)
    return calendar.season(anchor.year - (not begun and code != "WI"), code)


def read_holiday(shape: Shape, frame: Frame) -> Told | None:
    """Thanksgiving Day; last Christmas; Easter week."""
    name, written = shape.value("h") or "", shape.value("y")
    anchor = frame.anchor.day
    if written is None and anchor is None:
        return Told(None, "XXXX-XX-XX")
    year = int(written) if written else anchor.year if anchor else 0
    day = _holiday(name, year)
    if written is None and anchor and day > anchor + 60 * DAY:
        day = _holiday(name, year - 1)
    if written is None and anchor and shape.value("r") == "last" and day >= anchor:
        day = _holiday(name, day.year - 1)
    if shape.get("u"):
        return calendar.week_with(day) if shape.value("u") == "week" else None
    return Told(calendar.in_day(day).when, day.isoformat(), relative=not written)


def _holiday(name: str, year: int) -> date:
    if name == "easter":
        return calendar.easter(year)
    if name == "good_friday":
        return calendar.easter(year) - 2 * DAY
    if name[4:].isalpha():
        return calendar.nth_weekday(year, name)
    month, number = (int(n) for n in name.split("-"))
    return date(year, month, number)


def read_week_of(shape: Shape, frame: Frame) -> Told | None:
    """The week of March 6."""
    day = day_of_shape(shape, frame)
    if shape.value("u") != "week" or day is None:
        return None
    return calendar.week_with(day)


def read_night_before(shape: Shape, frame: Frame) -> Told | None:
    """«В ночь на 7 октября», overnight into Tuesday: the night that ends there."""
    if shape.value("p") not in {"NI", ""}:
        return None
    if shape.get("m", "m2"):
        day = day_of_shape(shape, frame)
        if day is None:
            return _unknown(shape)
        told = calendar.night_to(day)
        return Told(told.when, told.timex, relative=not shape.get("y"))
    day = weekday_day(int(shape.value("w") or 0), frame)
    return calendar.night_to(day) if day else Told(None, "XXXX-XX-XXTNI")
