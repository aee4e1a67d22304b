"""What each shape reckoned from another day stands for: weekdays, "two days earlier"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extract import time_calendar as calendar
from rashomon.extract import time_readers as dates
from rashomon.extract.numbers import of_digits
from rashomon.extract.time_calendar import DAY, WEEK, Told
from rashomon.extract.time_frame import Frame, Tense, weekday_day
from rashomon.extract.time_grammar import Shape
from rashomon.extract.time_tokens import Token
from rashomon.model.value import TimePrecision, When

Reader = Callable[[Shape, Frame], Told | None]

# "The past 24 hours" is a time, "the past 20 years" is a duration.
LONGEST_PAST_DAYS = 14


def read_weekday(shape: Shape, frame: Frame) -> Told | None:
    """Friday; early on Tuesday; last Wednesday evening."""
    number = int(shape.value("w") or 0)
    day = weekday_day(number, frame, shape.value("r") or "")
    if day is None:
        part = shape.value("p")
        return Told(None, f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else ""))
    return calendar.in_day(day, shape.value("p"), shape.value("e"))


def read_some_weekday(shape: Shape, frame: Frame) -> Told | None:
    """On a Saturday afternoon: one of many, and not the latest."""
    del frame
    part = shape.value("p")
    number = int(shape.value("w") or 0) + 1
    return Told(None, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def read_weekdays(shape: Shape, frame: Frame) -> Told | None:
    """From Monday to Wednesday; between Thursday and Friday."""
    ends = _two_weekdays(shape, frame)
    if ends is None:
        return Told(None, f"XXXX-WXX-{int(shape.value('w') or 0) + 1}")
    return calendar.days(*ends)


def read_night_of_weekdays(shape: Shape, frame: Frame) -> Told | None:
    """The night from Thursday to Friday."""
    ends = _two_weekdays(shape, frame)
    if ends is None:
        return Told(None, "XXXX-XX-XXTNI")
    when = When(*ends, TimePrecision.PART_OF_DAY)
    return Told(when, f"{ends[0].isoformat()}T{shape.value('p') or 'NI'}")


def _two_weekdays(shape: Shape, frame: Frame) -> tuple[date, date] | None:
    one, two = int(shape.value("w") or 0), int(shape.value("w2") or 0)
    last = weekday_day(two, frame)
    if last is None:
        return None
    return last - timedelta(days=(two - one) % 7), last


def read_overnight_on(shape: Shape, frame: Frame) -> Told | None:
    """Overnight on Friday: the night before it or the night after it."""
    day = weekday_day(int(shape.value("w") or 0), frame)
    if day is None:
        return Told(None, "XXXX-XX-XXTNI")
    when = When(day - DAY, day + DAY, TimePrecision.PART_OF_DAY)
    return Told(when, f"{day.isoformat()}TNI")


def read_weekday_before(shape: Shape, frame: Frame) -> Told | None:
    """The day before last Tuesday."""
    if shape.value("u") != "day":
        return None
    day = weekday_day(int(shape.value("w") or 0), frame, shape.value("r") or "")
    before = shape.parts["b"].kind == "b"
    return calendar.in_day(day + (-DAY if before else DAY)) if day else None


def read_today(shape: Shape, frame: Frame) -> Told | None:
    """Today, tonight, yesterday evening."""
    word, today = shape.value("a") or "0", frame.today
    offset, part = int(word.removesuffix("NI")), shape.value("p")
    part = "NI" if word.endswith("NI") else part
    if today is None:
        return Told(None, "XXXX-XX-XX" if offset else "PRESENT_REF")
    if offset == 0 and part == "NI" and not word.endswith("NI"):
        # «Сегодня ночью» in a report is the night that has just ended.
        return calendar.night_to(today)
    return calendar.in_day(today + offset * DAY, part)


def read_part_of_today(shape: Shape, frame: Frame) -> Told | None:
    """This morning, last night; the next morning and the previous night."""
    relation, part = shape.value("r") or "", shape.value("p")
    if part is None:
        return read_next_day(shape, frame)
    if relation in {"previous", "next", "following"}:
        base = frame.base
        shift = dates.step_of(relation)
    else:
        base, shift = frame.today, -1 if relation == "last" else 0
    if base is None:
        return Told(None, f"XXXX-XX-XXT{part}")
    return calendar.in_day(base + shift * DAY, part)


def read_next_day(shape: Shape, frame: Frame) -> Told | None:
    """The previous day, the day before, the next morning, a day earlier, «накануне»."""
    told = shape.get("r", "r2")
    relation = told.kind if told else ""
    sign = {"b": -1, "f": 1, "n": 1, "L": -1, "B": -1}.get(relation)
    if sign is None or (relation == "L" and told and told.value == "last"):
        return read_unit(shape, frame) if relation == "L" else None
    unit = shape.get("u")
    length = unit.value if unit and unit.kind == "U" else "day"
    if told and told.value == "next" and length != "day":
        return read_unit(shape, frame)
    return _away(frame, 1, length, sign, unit)


def _away(
    frame: Frame, number: int, unit: str, sign: int, part: Token | None = None
) -> Told | None:
    """Return what lies so many units from the day that the text named last."""
    base = frame.base
    if base is None:
        return Told(None, "XXXX-XX-XX")
    told = _reckoned(base, sign * number, unit)
    if part and part.kind == "p":
        return calendar.in_day(base + sign * number * DAY, part.value)
    return told


def _reckoned(base: date, number: int, unit: str) -> Told | None:
    if unit == "day":
        return calendar.in_day(base + number * DAY)
    if unit == "week":
        day = base + number * WEEK
        week = calendar.week_with(day)
        return calendar.days(day - 3 * DAY, day + 3 * DAY, week.timex)
    if unit == "month":
        return calendar.months_from(base, number)
    if unit in {"year", "decade"}:
        return calendar.year(base.year + number * (10 if unit == "decade" else 1))
    return None


def read_apart(shape: Shape, frame: Frame) -> Told | None:
    """Two days earlier, three weeks later, a year before."""
    number = _number(shape)
    unit = shape.value("u") or ""
    sign = 1 if shape.parts["r"].kind == "f" else -1
    if number is None or shape.parts["u"].kind == "H":
        return None
    return _away(frame, number, unit, sign)


def _number(shape: Shape) -> int | None:
    token = shape.get("q")
    if token is None or token.kind in "aU":
        return 1
    return of_digits(token.value)


def read_ago(shape: Shape, frame: Frame) -> Told | None:
    """Three days ago, more than 18 months ago, «четыре года назад»."""
    number, unit, today = _number(shape), shape.value("u", "q") or "", frame.today
    length = shape.get("u", "q")
    if number is None or (length and length.kind == "u" and not shape.get("q")):
        return Told(None, "PAST_REF")
    if today is None:
        return Told(None, f"P{number}{unit[:1].upper()}")
    if length and length.kind == "H":
        hours = number if unit == "hour" else 1
        first = today - timedelta(days=hours // 24 + 1)
        return calendar.days(first, today)
    told = _reckoned(today, -number, unit)
    if shape.value("more") != "more" or told is None or told.when is None:
        return told
    # "More than three days ago": by how much is not said, half as long again at most.
    longer = _reckoned(today, -(number + max(1, number // 2)), unit)
    first = longer.when.first_day if longer and longer.when else told.when.first_day
    return calendar.days(first, told.when.last_day, told.timex)


def read_past_span(shape: Shape, frame: Frame) -> Told | None:
    """The past 24 hours; a longer past is a duration."""
    number, unit, today = _number(shape), shape.value("u") or "", frame.today
    length = {"hour": 1 / 24, "day": 1, "week": 7}.get(unit, 1000) * (number or 1000)
    if today is None or length > LONGEST_PAST_DAYS:
        return None
    back = max(1, round(length))
    return calendar.days(today - back * DAY, today, f"P{number}{unit[0].upper()}")


def read_unit(shape: Shape, frame: Frame) -> Told | None:
    """Last week, this month, earlier this year."""
    unit, relation, today = shape.value("u") or "", shape.value("r", "r2"), frame.today
    by = dates.step_of(relation or "")
    if today is None:
        return Told(None, ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[by + 1])
    told = _period(today, unit, by)
    to_come = frame.tense is Tense.FUTURE or shape.value("e") in {"late", "mid"}
    if told is None or told.when is None or by or to_come:
        return told
    last = min(told.when.last_day, max(today, told.when.first_day))
    return Told(When(told.when.first_day, last, told.when.precision), told.timex)


def read_weekend(shape: Shape, frame: Frame) -> Told | None:
    """Over the weekend: the latest Saturday and Sunday, begun or over."""
    today, relation = frame.today, shape.value("r") or ""
    if today is None:
        return Told(None, "XXXX-WXX-WE")
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    if relation == "next" or (relation == "" and frame.tense is Tense.FUTURE):
        saturday += WEEK if today.weekday() < 5 or relation == "next" else timedelta()
    if relation == "last" and today.weekday() >= 5:
        saturday -= WEEK
    return calendar.weekend_of(saturday)


def read_same(shape: Shape, frame: Frame) -> Told | None:
    """That night, the same day, later that year: what the text named last."""
    unit = shape.parts["u"]
    if unit.kind == "p":
        base = frame.base
        return (
            calendar.in_day(base, unit.value)
            if base
            else Told(None, f"XXXX-XX-XXT{unit.value}")
        )
    named = (
        frame.period.first_day if frame.period and unit.value != "day" else frame.base
    )
    if named is None:
        return Told(None, "PAST_REF")
    if unit.value == "day":
        return calendar.in_day(named)
    return _period(named, unit.value, 0)


def _period(day: date, unit: str, by: int) -> Told | None:
    """Return the week, month or year that a day is in, or one so many away."""
    if unit == "week":
        return calendar.week_with(day + by * WEEK)
    if unit == "quarter":
        index = day.year * 4 + (day.month - 1) // 3 + by
        return calendar.quarter(index // 4, index % 4 + 1)
    if unit == "month":
        return calendar.months_from(day, by)
    return calendar.year(day.year + by) if unit == "year" else None


def read_part(shape: Shape, frame: Frame) -> Told | None:
    """Overnight, in the evening: a part of the day that the text is about."""
    part, base = shape.value("p") or "NI", frame.base
    if base is None:
        return Told(None, f"XXXX-XX-XXT{part}")
    return calendar.night_to(base) if part == "NI" else calendar.in_day(base, part)


def read_clock(shape: Shape, frame: Frame) -> Told | None:
    """13:03 GMT, 10:35 a.m., 4 in the morning, 0735 GMT, noon."""
    hour, minute = _clock(shape)
    if hour > 23 or minute > 59:
        return None
    if frame.base is None:
        return Told(None, f"XXXX-XX-XXT{hour:02d}:{minute:02d}")
    return calendar.at(frame.base, hour, minute)


def read_clock_on(shape: Shape, frame: Frame) -> Told | None:
    """9 a.m. Tuesday."""
    hour, minute = _clock(shape)
    day = read_weekday(shape, frame) if shape.get("w") else read_today(shape, frame)
    if hour > 23 or minute > 59 or day is None:
        return None
    if day.when is None:
        return Told(None, f"{day.timex}T{hour:02d}:{minute:02d}")
    return calendar.at(day.when.first_day, hour, minute)


def _clock(shape: Shape) -> tuple[int, int]:
    written = shape.value("c", "f", "n", "n2", "n3", "j", "four") or "99"
    if shape.get("four"):
        return (int(written[:-2]), int(written[-2:])) if len(written) == 4 else (99, 0)
    numbers = written.replace(".", ":").split(":")
    hour = int(numbers[0])
    minute = int(numbers[1]) if len(numbers) > 1 else int(shape.value("i") or 0)
    half = shape.value("half", "half2", "half3") or {
        "MO": "a",
        "AF": "p",
        "EV": "p",
        "NI": "n",
    }.get(shape.value("p", "p2") or "", "")
    if half == "n":  # eleven at night, two at night
        half = "p" if 6 <= hour < 12 else "a"
    if half == "p" and hour < 12:
        hour += 12
    return (0 if half == "a" and hour == 12 else hour), minute


def read_reference(shape: Shape, frame: Frame) -> Told | None:
    """Now, recently, the future: no time that a calendar has."""
    return Told(None, shape.value("g") or "PRESENT_REF")


def read_past_ref(shape: Shape, frame: Frame) -> Told | None:
    """Recent weeks; in the past: some time ago, no one says when."""
    return Told(None, "PAST_REF")


READERS: dict[str, Reader] = {
    "iso": dates.read_iso,
    "dotted": dates.read_dotted,
    "date": dates.read_date,
    "days": dates.read_days,
    "night_of_days": dates.read_night_of_days,
    "day_beside": dates.read_day_beside,
    "night_before": dates.read_night_before,
    "night_before_date": dates.read_night_before,
    "month": dates.read_month,
    "month_of_year": dates.read_month_of_year,
    "season": dates.read_season,
    "decade": dates.read_decade,
    "quarter": dates.read_quarter,
    "fiscal": dates.read_fiscal,
    "recent": read_past_ref,
    "past": read_past_ref,
    "year": dates.read_year,
    "holiday": dates.read_holiday,
    "week_of": dates.read_week_of,
    "some_weekday": read_some_weekday,
    "weekday": read_weekday,
    "weekdays": read_weekdays,
    "night_of_weekdays": read_night_of_weekdays,
    "overnight_on": read_overnight_on,
    "weekday_before": read_weekday_before,
    "today": read_today,
    "part_of_today": read_part_of_today,
    "same": read_same,
    "next_day": read_next_day,
    "apart": read_apart,
    "ago": read_ago,
    "past_span": read_past_span,
    "unit": read_unit,
    "weekend": read_weekend,
    "part": read_part,
    "clock": read_clock,
    "clock_on": read_clock_on,
    "reference": read_reference,
}
