"""The day that relative times are reckoned from, and why that one.

A published date that was given or read from the page comes first. A crawler's stamp only
tells when somebody saw the page, so a text that dates its own today ("Today, September
1") or its own dateline is believed before it; the stamp then still gives the year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rashomon.extract import time_calendar as calendar
from rashomon.extract.time_calendar import made
from rashomon.extract.time_grammar import Shape
from rashomon.model.document import DateBasis, Published

# A full date this early in a text without a published date is its dateline or its news.
LEAD_CHARS = 900

# A dateline is the head of a text: no sentence comes before it (the longest in the
# development data stands at character 139).
DATELINE_CHARS = 160

# A page is stamped at most a day or two before its own date, in another time zone.
ZONE = timedelta(days=2)

_WEAK = frozenset({DateBasis.STAMP, DateBasis.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day (None: nothing to reckon from), and why it was chosen.

    ``loose``: the day is of the story, not surely the one on which it was written, so
    that a weekday may also lie after it and "today" is not known. ``latest``: no
    year-less date is later than this. ``rival``: another day that the document has for
    its own and that was not believed.
    """

    day: date | None
    why: str
    loose: bool = False
    latest: date | None = None
    rival: date | None = None

    @property
    def by_rival(self) -> Anchor | None:
        """The anchor that lost, None where the document has one day for its own."""
        if self.rival is None or self.rival == self.day:
            return None
        return Anchor(self.rival, "another date of the document", latest=self.latest)


def choose(shapes: list[Shape], published: Published) -> Anchor:
    """Return the anchor of a document's relative times."""
    if published.value and len(published.value) == len("2023-09"):
        return _of_month(shapes, published.value)
    known = date.fromisoformat(published.value[:10]) if published.value else None
    if known and published.basis not in _WEAK:
        why = f"published ({published.basis.value})"
        return Anchor(known, why, rival=_rival(shapes, published, known))
    if known:
        return _of_stamp(shapes, known)
    told = _full(shapes, DATELINE_CHARS)
    if told and _today_beside(shapes, told):
        return Anchor(told, "the text calls this day today")
    told = told or _full(shapes, LEAD_CHARS)
    if told:
        return Anchor(told, "a full date in the lead", loose=True)
    return Anchor(None, "nothing dates the text")


def _of_stamp(shapes: list[Shape], seen: date) -> Anchor:
    """Choose where only a crawler's stamp tells the day: the text's own come before it."""
    latest = seen + ZONE
    told = _today(shapes, seen)
    if told:
        why = "the text calls this day today"
        return Anchor(told, why, latest=latest, rival=seen)
    told = _full(shapes, DATELINE_CHARS)
    if told and told <= latest:
        return Anchor(told, "the dateline", latest=latest, rival=seen)
    return Anchor(seen, "a crawler's stamp", latest=latest)


def _rival(shapes: list[Shape], published: Published, known: date) -> date | None:
    """Return another day that a dated document has for its own.

    One that its page outdid ("Posted: August 9, 2014", in a page dated anew), or one
    that its text calls today, further off than time zones put it.
    """
    if published.rival:
        return date.fromisoformat(published.rival[:10])
    told = _today(shapes, known)
    return told if told and known - told > ZONE else None


def _of_month(shapes: list[Shape], value: str) -> Anchor:
    """Choose where only the month is known: it gives the year of a date, but no day."""
    latest = calendar.month(int(value[:4]), int(value[5:])).when
    told = _full(shapes, DATELINE_CHARS)
    end = latest.last_day if latest else None
    if told and end and told <= end + ZONE:
        return Anchor(told, "the dateline", latest=end)
    return Anchor(None, "only the month is known", latest=end)


def _today(shapes: list[Shape], seen: date) -> date | None:
    """Return the date that stands right beside "today", in the last year that fits."""
    for one, two in pairwise(shapes):
        if one.rule == "today" and two.rule == "date" and two.start - one.end <= 3:
            if one.value("a") != "0":
                continue
            month = int(two.value("m", "m2") or 0)
            number = day_number(two.value("d", "d2"))
            written = two.value("y")
            years = [int(written)] if written else [seen.year, seen.year - 1]
            for year in years:
                day = made(year, month, number)
                if day and day <= seen + ZONE:
                    return day
    return None


def _today_beside(shapes: list[Shape], day: date) -> bool:
    return _today(shapes, day) == day


def _full(shapes: list[Shape], within: int) -> date | None:
    """Return the first date with a year that stands within so many characters."""
    for shape in shapes:
        if shape.start > within:
            return None
        day = None
        if shape.rule == "iso":
            day = _of_iso(shape.value("i") or "")
        if shape.rule == "date" and shape.get("y"):
            day = made(
                int(shape.value("y") or 0),
                int(shape.value("m", "m2") or 0),
                day_number(shape.value("d", "d2")),
            )
        if day:
            return day
    return None


def _of_iso(written: str) -> date | None:
    """Return the day of an ISO date, None where no calendar has it, as 30 February."""
    try:
        return date.fromisoformat(written[:10].replace(".", "-"))
    except ValueError:
        return None


def day_number(written: str | None) -> int:
    """Return 1 for "1st" and "1-го", 0 where there is no number."""
    digits = "".join(ch for ch in written or "" if ch.isdigit())
    return int(digits) if digits else 0
