"""Days, weeks, months and their parts as intervals with TIMEX3 values: arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rashomon.model.value import TimePrecision, When

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Told:
    """An interval (None: unanchored), its TIMEX3 value, and whether it was reckoned."""

    when: When | None
    timex: str
    relative: bool = True


def made(year: int, month: int, day: int) -> date | None:
    """Return a date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_day(day: date, part: str | None = None, edge: str | None = None) -> Told:
    """Return a day or a part of it; a night runs into the next morning.

    ``edge``: "early" or "late" on that day, which TIMEX3 keeps out of the value.
    """
    if not part:
        precision = TimePrecision.PART_OF_DAY if edge else TimePrecision.DAY
        return Told(When(day, day, precision), day.isoformat())
    end = day + DAY if part == "NI" else day
    return Told(When(day, end, TimePrecision.PART_OF_DAY), f"{day.isoformat()}T{part}")


def night_to(day: date, timex_day: date | None = None) -> Told:
    """Return the night that ends on a day; its value is that of the evening before."""
    named = timex_day or day - DAY
    when = When(day - DAY, day, TimePrecision.PART_OF_DAY)
    return Told(when, f"{named.isoformat()}TNI")


def at(day: date, hour: int, minute: int) -> Told:
    """Return a minute of a day."""
    moment = datetime.combine(day, time(hour, minute))
    return Told(
        When(moment, moment, TimePrecision.MINUTE), moment.isoformat(timespec="minutes")
    )


def days(first: date, last: date, timex: str | None = None) -> Told:
    """Return the days from one to another."""
    return Told(When(first, last, TimePrecision.RANGE), timex or first.isoformat())


def week_with(day: date) -> Told:
    """Return the week, Monday to Sunday, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    year, number, _ = day.isocalendar()
    return days(monday, monday + 6 * DAY, f"{year}-W{number:02d}")


def weekend_of(saturday: date) -> Told:
    """Return a Saturday with its Sunday."""
    year, number, _ = saturday.isocalendar()
    return days(saturday, saturday + DAY, f"{year}-W{number:02d}-WE")


def month(year: int, number: int, part: str | None = None) -> Told:
    """Return a month, or its early, middle or late third."""
    first = date(year, number, 1)
    last = date(year + number // 12, number % 12 + 1, 1) - DAY
    timex = f"{year}-{number:02d}"
    thirds = {
        "early": (first, first.replace(day=10)),
        "mid": (first.replace(day=10), first.replace(day=20)),
        "late": (first.replace(day=20), last),
    }
    if part in thirds:
        return days(*thirds[part], timex)
    return Told(When(first, last, TimePrecision.MONTH), timex)


def months_from(day: date, by: int) -> Told:
    """Return the month that is so many months from a day's."""
    index = day.year * 12 + day.month - 1 + by
    return month(index // 12, index % 12 + 1)


_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def year(number: int, part: str | None = None) -> Told | None:
    """Return a year or its third; None beyond what a calendar holds."""
    if not date.min.year <= number < date.max.year:
        return None
    first, last = _THIRDS.get(part or "", (1, 12))
    begin, end = month(number, first).when, month(number, last).when
    if begin is None or end is None:
        return None
    precision = TimePrecision.RANGE if part in _THIRDS else TimePrecision.YEAR
    return Told(When(begin.start, end.end, precision), f"{number:04d}")


def quarter(number: int, which: int) -> Told:
    """Return a quarter of a year, 1 to 4."""
    return _part_of_year(number, which, 3, "Q")


def half(number: int, which: int) -> Told:
    """Return a half of a year, 1 or 2."""
    return _part_of_year(number, which, 6, "H")


def _part_of_year(number: int, which: int, months: int, letter: str) -> Told:
    begin = date(number, (which - 1) * months + 1, 1)
    end = month(number, which * months).when
    last = end.last_day if end else begin
    return days(begin, last, f"{number}-{letter}{which}")


def century(which: int) -> Told:
    """Return a hundred years: the 20th century is of the years 19xx."""
    first = (which - 1) * 100
    begin, end = date(max(first, 1), 1, 1), date(first + 99, 12, 31)
    return Told(When(begin, end, TimePrecision.YEAR), f"{which - 1:02d}")


def decade(first_year: int) -> Told:
    """Return ten years."""
    begin, end = date(first_year, 1, 1), date(first_year + 9, 12, 31)
    return Told(When(begin, end, TimePrecision.YEAR), f"{first_year // 10}X")


def season(number: int, code: str) -> Told:
    """Return a northern season; the winter of a year may be the one before or after."""
    if code == "WI":
        begin, end = date(number - 1, 12, 1), month(number + 1, 2).when
    else:
        first, last = _SEASONS[code]
        begin, end = date(number, first, 1), month(number, last).when
    last_day = end.last_day if end else begin
    return days(begin, last_day, f"{number}-{code}")


def easter(number: int) -> date:
    """Return the western Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    spare = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * spare) // 433
    n = (h + spare - 7 * m + 90) // 25
    return date(number, n, (h + spare - 7 * m + 33 * n + 19) % 32)


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def nth_weekday(number: int, code: str) -> date:
    """Return the day of a year that a code such as "11-4TH" or "05-LMO" names."""
    first = date(number, int(code[:2]), 1)
    offset = (_WEEKDAYS.index(code[4:]) - first.weekday()) % 7
    if code[3] != "L":
        return first + timedelta(days=offset + 7 * (int(code[3]) - 1))
    fifth = first + timedelta(days=offset + 28)
    return fifth if fifth.month == first.month else fifth - WEEK
