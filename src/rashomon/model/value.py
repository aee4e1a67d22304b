"""Values that may be imprecise, and how two of them agree.

One class per attribute of the contract; reading natural language into them is the
work of ``extract``. The unknown has a type: ``None`` always has a documented meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from rashomon.errors import InvariantError

# What a vague count is called below each size; "thousands" from the last one on.
_WORDS = ((3, "some"), (10, "several"), (100, "dozens"), (1000, "hundreds"))


@dataclass(frozen=True, slots=True)
class Count:
    """A reported number of people; "at least 12" is ``Count(12, None)``.

    ``high`` None: the report gives no upper bound. ``vague``: a word, not a figure
    ("several" 3, "dozens" 24). ``scope``: the figure is for a part ("children",
    "soldiers", "attackers") and never stands for the whole.
    """

    low: int
    high: int | None
    vague: bool = False
    approximate: bool = False
    scope: str | None = None

    def __post_init__(self) -> None:
        """Refuse a negative count and a range that runs backwards."""
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise InvariantError(f"not a count: {self.low}..{self.high}")

    def agrees_with(self, other: Count) -> bool:
        """Say whether both can be true of the same people: their ranges meet."""
        top = min(x for x in (self.high, other.high, 10**9) if x is not None)
        return max(self.low, other.low) <= top

    @property
    def word(self) -> str | None:
        """The word of its size ("dozens"), where a word was given; None for a figure."""
        if not self.vague:
            return None
        return next((word for under, word in _WORDS if self.low < under), "thousands")

    @property
    def said(self) -> str:
        """How it was said: words, about, at least, exact, between or at most."""
        if self.vague:
            return "words"
        if self.approximate:
            return "about"
        if self.high is None:
            return "at least"
        if self.low == self.high:
            return "exact"
        return "between" if self.low else "at most"

    def __str__(self) -> str:
        """Write the count as a person would: 5, 5+, 3-7, ~5."""
        mark = "~" if self.approximate or self.vague else ""
        if self.high is None:
            return f"{mark}{self.low}+"
        if self.high == self.low:
            return f"{mark}{self.low}"
        return f"{mark}{self.low}–{self.high}"


class TimePrecision(StrEnum):
    """How narrow a reported time is, the narrowest first."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days or moments, both ends included; never an invented day."""

    start: date | datetime
    end: date | datetime
    precision: TimePrecision

    def __post_init__(self) -> None:
        """Refuse an interval that runs backwards."""
        if _day(self.start) > _day(self.end):
            raise InvariantError(f"not an interval: {self.start}..{self.end}")

    @property
    def first_day(self) -> date:
        """The earliest day it may have been."""
        return _day(self.start)

    @property
    def last_day(self) -> date:
        """The latest day it may have been."""
        return _day(self.end)

    @property
    def days(self) -> int:
        """How many days the interval touches, at least 1."""
        return (self.last_day - self.first_day).days + 1

    def agrees_with(self, other: When) -> bool:
        """Say whether the two share a day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def __str__(self) -> str:
        """Write one day as a day, and a range as both its ends."""
        if self.start == self.end:
            return self.start.isoformat()
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


_WEEKDAY = re.compile(r"XXXX-WXX-([1-7]|WE)(?:T|$)")
_DAY_OF_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T|$)")
# Intervals with one end, as ISO 8601-2 writes them.
_UNTIL = re.compile(r"\.\./(\d{4}-\d\d-\d\d)$")
_SINCE = re.compile(r"(\d{4}-\d\d-\d\d)/\.\.$")


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A day told without what says which one it is: "on Monday", "on or before 2 May".

    ``timex`` is its TIMEX3 value, in which ``X`` stands for what is not told:
    ``XXXX-WXX-1``, ``XXXX-WXX-WE``, ``XXXX-12-21``; or an interval with one end as ISO
    8601-2 writes it: ``../2024-05-02``, ``2024-05-02/..``.
    """

    timex: str
    precision: TimePrecision = TimePrecision.DAY

    def __post_init__(self) -> None:
        """Refuse what names no day at all."""
        if not self.names_day(self.timex):
            raise InvariantError(f"not a day without its year or week: {self.timex}")

    @staticmethod
    def names_day(timex: str) -> bool:
        """Say whether a value names a weekday or a day of the year alone, or one end."""
        forms = (_WEEKDAY, _DAY_OF_YEAR, _UNTIL, _SINCE)
        return any(form.match(timex) for form in forms)

    @property
    def until(self) -> date | None:
        """The last day that it can be, where it says so."""
        match = _UNTIL.match(self.timex)
        return date.fromisoformat(match[1]) if match else None

    @property
    def since(self) -> date | None:
        """The first day that it can be, where it says so."""
        match = _SINCE.match(self.timex)
        return date.fromisoformat(match[1]) if match else None

    @property
    def bounded(self) -> bool:
        """Whether it tells one end, and no day."""
        return self.until is not None or self.since is not None

    @property
    def weekdays(self) -> frozenset[int]:
        """The days of the week it can be, Monday 0; empty: it names none."""
        match = _WEEKDAY.match(self.timex)
        if match is None:
            return frozenset()
        return frozenset({5, 6} if match[1] == "WE" else {int(match[1]) - 1})

    @property
    def day_of_year(self) -> tuple[int, int] | None:
        """The month and the day it names, None where it names a weekday."""
        match = _DAY_OF_YEAR.match(self.timex)
        return (int(match[1]), int(match[2])) if match else None

    def can_be(self, day: date) -> bool:
        """Say whether what is told fits this day."""
        if self.bounded:
            return day <= (self.until or day) and day >= (self.since or day)
        return day.weekday() in self.weekdays or (
            (day.month, day.day) == self.day_of_year
        )

    def agrees_with(self, other: When | Unanchored) -> bool:
        """Say whether one day can be both; of a week and more, one always can."""
        if isinstance(other, Unanchored):
            if self.bounded or other.bounded:
                return True
            both_weekdays = self.weekdays and other.weekdays
            if both_weekdays:
                return bool(self.weekdays & other.weekdays)
            both_dates = self.day_of_year and other.day_of_year
            return not both_dates or self.day_of_year == other.day_of_year
        days = min(other.days, 366)
        return any(self.can_be(other.first_day + timedelta(n)) for n in range(days))

    def __str__(self) -> str:
        """Write it as TIMEX3 does."""
        return self.timex


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the earth in degrees, WGS 84."""

    lat: float
    lon: float


class GeoPrecision(StrEnum):
    """How fine a reported place is, the finest first."""

    EXACT = "exact"
    FACILITY = "facility"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Where:
    """A reported place; ``point`` None: no gazetteer entry was found for the name.

    ``country`` is ISO 3166 alpha-2, ``admin1`` the name of the first-order division.
    ``note`` says what in the report does not fit the point; it makes no other place.
    """

    name: str
    precision: GeoPrecision
    point: Point | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    note: str | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        """Write the name, with its country where that is known."""
        return f"{self.name} ({self.country})" if self.country else self.name


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody harmed: who, in the report's words, and how."""

    description: str
    name: str | None = None
    kind: str | None = None
    count: int | None = None
    harm: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What was hit or aimed at; ``entity`` is the canonical name where one is known."""

    name: str
    kind: str | None = None
    entity: str | None = None


class DamageDegree(StrEnum):
    """How badly an object fared."""

    NONE = "none"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    ON_FIRE = "on_fire"


@dataclass(frozen=True, slots=True)
class Damage:
    """What was damaged, how many of it (None: not said), and how badly."""

    object: str
    degree: DamageDegree
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """The means: a type ("drone"), a model ("Lyutyi") and how many, where said."""

    type: str
    model: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Whoever is said to have done it; ``entity`` is the canonical name."""

    name: str
    entity: str | None = None


class ResponsibilityPosition(StrEnum):
    """What an actor says of having done it."""

    CLAIMS = "claims"
    DENIES = "denies"
    NO_COMMENT = "no_comment"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An actor's position; None: it is somebody else who says that the actor did it."""

    actor: str
    position: ResponsibilityPosition | None


class Outcome(StrEnum):
    """How the attack ended."""

    HIT = "hit"
    INTERCEPTED = "intercepted"
    JAMMED = "jammed"
    CRASHED = "crashed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What followed, such as an ``airport_closure``; state ``imposed`` or ``lifted``."""

    kind: str
    state: str = "imposed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is said to show it: video, photo, satellite_imagery, witness, official_statement."""

    kind: str
    time: str | None = None
    by: str | None = None
    verified_by: str | None = None


Value = (
    Count
    | When
    | Unanchored
    | Where
    | Victim
    | Target
    | Damage
    | Weapon
    | Perpetrator
    | Responsibility
    | Outcome
    | Consequence
    | Evidence
)
