"""The day that relative times are reckoned from, and why that one.

The published date comes first. Where only a crawler's stamp is known, or nothing, an
explicit date in the text's own lead is better: a stamp says when a page was seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rashomon.extract.time_words import MONTHS, either
from rashomon.model.document import DateBasis, Published

LEAD_CHARS = 900
_TODAY = re.compile(
    rf"(?:today|сегодня|сьогодні|heute),?\s+(?:(?P<m>{either(MONTHS)})\.?\s+(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{either(MONTHS)}))(?!\d)",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"(?<!\w)(?:(?P<m>{either(MONTHS)})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?(?P<m2>{either(MONTHS)}),?\s+(?:de\s+)?(?P<y2>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """``day`` None: nothing to reckon from. ``near``: a weekday may also lie after it."""

    day: date | None
    why: str
    near: bool = False


def choose(text: str, published: Published) -> Anchor:
    """Return the anchor of a document's relative times."""
    known = date.fromisoformat(published.value[:10]) if published.value else None
    weak = published.basis in {DateBasis.STAMP, DateBasis.UNKNOWN}
    if known and not weak:
        return Anchor(known, f"published ({published.basis.value})")
    today = _today(text, known)
    if today:
        return Anchor(today, "the text calls this day today")
    if known:
        return Anchor(known, "a crawler's stamp")
    told = _full(text[:LEAD_CHARS])
    return (
        Anchor(told, "a date in the lead", near=True)
        if told
        else Anchor(None, "nothing")
    )


def _today(text: str, seen: date | None) -> date | None:
    match = _TODAY.search(text)
    if match is None or seen is None:
        return None
    month = MONTHS[(match.group("m") or match.group("m2")).lower()]
    number = int(match.group("d") or match.group("d2"))
    for year in (seen.year, seen.year - 1):
        day = made(year, month, number)
        if day and day <= seen:
            return day
    return None


def _full(lead: str) -> date | None:
    match = _FULL.search(lead)
    if match is None:
        return None
    month = MONTHS[(match.group("m") or match.group("m2")).lower()]
    year = int(match.group("y") or match.group("y2"))
    return made(year, month, int(match.group("d") or match.group("d2")))


def made(year: int, month: int, day: int) -> date | None:
    """Return a date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
