"""What a time expression is read against, and the years and weekdays chosen by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rashomon.extract.time_anchor import Anchor
from rashomon.extract.time_calendar import made
from rashomon.model.value import TimePrecision, When

# A date without a year this far after the anchor is still taken for a coming one, where
# no past tense speaks against it (dates set: hearings and summits 4 to 117 days ahead).
AHEAD = timedelta(days=120)

# A sentence about the future may speak of the next winter's end, not of the last one's.
FAR_AHEAD = timedelta(days=250)

# What is told as past may bear a date of tomorrow: outlets date pages in their own zone.
ZONE = timedelta(days=2)


class Tense(StrEnum):
    """Which way from the anchor the sentence points."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Frame:
    """The anchor, the last day and the last period that the text named, and the tense.

    ``english_slash``: 03/04/2024 may be either order.
    """

    anchor: Anchor
    named: date | None = None
    period: When | None = None
    tense: Tense = Tense.UNKNOWN
    english_slash: bool = False

    @property
    def base(self) -> date | None:
        """The day that "the previous day" is the day before of."""
        return self.named or (None if self.anchor.loose else self.anchor.day)

    @property
    def today(self) -> date | None:
        """The day the text was written, where that is known."""
        return None if self.anchor.loose else self.anchor.day

    def with_tense(self, tense: Tense) -> Frame:
        """Return the frame of a sentence that points this way."""
        return replace(self, tense=tense)

    def remember(self, when: When) -> Frame:
        """Return the frame after the text named a time."""
        exact = when.days <= 1 or when.precision is TimePrecision.PART_OF_DAY
        return replace(self, named=when.first_day if exact else self.named, period=when)


def year_of(month: int, day: int, frame: Frame) -> int | None:
    """Return the year of a date that has none; None: nothing anchors it."""
    anchor = frame.anchor.day or frame.anchor.latest
    if anchor is None:
        return None
    candidate = made(anchor.year, month, day) or made(anchor.year, month, 28)
    if candidate is None:
        return None
    if frame.anchor.latest is not None:
        return anchor.year - (candidate > frame.anchor.latest)
    ahead = {Tense.PAST: ZONE, Tense.UNKNOWN: AHEAD, Tense.FUTURE: FAR_AHEAD}
    horizon = anchor + ahead[frame.tense]
    following = made(anchor.year + 1, month, min(day, 28))
    if following and following <= horizon:
        return anchor.year + 1
    return anchor.year - (candidate > horizon)


def weekday_day(number: int, frame: Frame, relation: str = "") -> date | None:
    """Return the day a weekday names; a report's is the latest up to its own day.

    ``relation``: "last", "this", "next" or nothing.
    """
    anchor = frame.anchor.day
    if anchor is None:
        return None
    ahead = (number - anchor.weekday()) % 7
    back = (anchor.weekday() - number) % 7
    if frame.anchor.loose:
        return anchor + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if relation == "next":
        return anchor + timedelta(days=ahead or 7)
    if relation == "last":
        return anchor - timedelta(days=back or 7)
    if frame.tense is Tense.FUTURE:
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)
