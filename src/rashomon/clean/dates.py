"""When a document was published, and how far to trust what says so.

Strongest first: what the caller gives, the page's own metadata or address, a date line
in the text, a crawler's stamp. The stamp tells when somebody saw the page, not more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rashomon.model.document import DateBasis, Published, RawDocument

FIRST_YEAR = 1970
LAST_YEAR = 2100
HEAD_CHARS = 700
FOOT_CHARS = 200
STAMP_HEAD_CHARS = 120

# A page that a crawler saw on one day may have been published the day after, in another
# time zone; more than this is no time zone.
ZONE_DAYS = 2

_STAMP = re.compile(
    r"^(?P<outlet>[^\n]{0,60}?)\s*\bdate (?P<day>\d{4}-\d{2}(?:-\d{2})?)\s+"
)
_LONG_FORM = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\S*)?$")
_URL = re.compile(
    r"(?<!\d)(19|20)(\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)|(?<!\d)(20)(\d\d)(\d\d)(\d\d)(?!\d)"
)

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan jan. января январь січня januar gennaio enero janvier stycznia",
        "february feb feb. февраля февраль лютого februar febbraio febrero février lutego",
        "march mar mar. марта март березня märz marzo mars marca",
        "april apr apr. апреля апрель квітня aprile abril avril kwietnia",
        "may мая май травня mai maggio mayo maja",
        "june jun jun. июня июнь червня juni giugno junio juin czerwca",
        "july jul jul. июля июль липня juli luglio julio juillet lipca",
        "august aug aug. августа август серпня agosto août sierpnia",
        "september sep sept sep. sept. сентября сентябрь вересня settembre septiembre septembre września",
        "october oct oct. октября октябрь жовтня oktober ottobre octubre octobre października",
        "november nov nov. ноября ноябрь листопада novembre noviembre listopada",
        "december dec dec. декабря декабрь грудня dezember dicembre diciembre décembre grudnia",
    ),
    start=1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _number))
_MONTH = "|".join(re.escape(name) for name in sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(?:de\s+)?(?P<m1>{_MONTH}),?\s+(?:de\s+)?['’]?(?P<y1>\d{{4}}|\d{{2}}(?!\s+[^\W\d]))"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})"
    rf"|(?P<d4>\d{{1,2}})[.](?P<m4>\d{{1,2}})[.](?P<y4>\d{{4}}|\d{{2}})"
    rf"|(?P<d5>\d{{1,2}})-(?P<m5>\d{{1,2}})-(?P<y5>\d{{4}}))(?!\d)",
    re.IGNORECASE,
)
_DATELINE_CHARS = 90
_LABEL = re.compile(
    r"\b(?:published|updated?|posted|date|last modified|опубликовано|обновлено|дата|опубліковано|оновлено|stand(?=:)|veröffentlicht|publicado|pubblicato)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\W*(?:today|current date|сегодня|сьогодні|heute|hoy|oggi|aujourd['’]hui|dziś)(?: is)?\b\W*\w*\W*\d",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[a-zа-яіїєё]{3,}[^.]*[.!?]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known beside the text: a page's metadata, a crawler's stamp."""

    metadata: str | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Where the text begins behind a stamp, and the stamp; None: there is none."""

    text_start: int
    stamp: str | None


def strip_stamp(text: str) -> Head:
    """Find a crawler's stamp at the head of a text, an outlet's name before it included."""
    match = _STAMP.match(text[:STAMP_HEAD_CHARS])
    if match is None or not _is_name(match.group("outlet")):
        return Head(0, None)
    return Head(match.end(), _valid(match.group("day")))


def _is_name(words: str) -> bool:
    """Say whether words may be an outlet's name: "the election date 2024-05-05" is prose."""
    return not any(word[0].islower() for word in words.split())


def published(raw: RawDocument, text: str, hints: Hints) -> Published:
    """Return the published date with the strongest basis there is."""
    latest = _day(raw.retrieved)
    given = _valid(raw.published)
    if given and not _after(given, latest):
        return Published(given, DateBasis.GIVEN)
    metadata = _valid(hints.metadata) or _in_url(raw.url)
    if metadata and not _after(metadata, latest):
        return Published(metadata, DateBasis.METADATA)
    told, seen = _in_text(text, _day(hints.stamp) or latest)
    if told:
        return Published(told, DateBasis.TEXT)
    stamp = hints.stamp or seen
    return Published(stamp, DateBasis.STAMP) if stamp else Published()


def _valid(value: str | None) -> str | None:
    """Return an ISO date or date-time in its long form, None for anything else.

    A day with a time that cannot be read is still a day. A month or a year alone is
    none: what relative dates are reckoned from must be a day.
    """
    written = (value or "").strip().replace(" ", "T", 1)
    for words in (written, written[:10]):
        try:
            moment = datetime.fromisoformat(words)
        except ValueError:
            continue
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            return None
        if _LONG_FORM.match(words):
            return words
        has_time = "T" in words.upper()
        return moment.isoformat() if has_time else moment.date().isoformat()
    return None


def _day(value: str | None) -> date | None:
    valid = _valid(value)
    return datetime.fromisoformat(valid).date() if valid else None


def _after(value: str, latest: date | None) -> bool:
    day = _day(value)
    return bool(day and latest and day > latest + timedelta(days=ZONE_DAYS))


def _in_url(url: str | None) -> str | None:
    for match in _URL.finditer(url or ""):
        groups = [g for g in match.groups() if g is not None]
        made = _made(int(groups[0] + groups[1]), int(groups[2]), int(groups[3]))
        if made:
            return made
    return None


def _in_text(text: str, latest: date | None) -> tuple[str | None, str | None]:
    """Return the date line of a text, and the day on which it was printed.

    The line stands in the head, else in the foot. A date in the middle of a sentence is
    the story's, not the page's: a date line is a short line, or stands behind a word
    such as "Published". One behind "Today" is the reader's day, no better than a stamp.
    """
    seen: str | None = None
    for words in (text[:HEAD_CHARS], text[-FOOT_CHARS:]):
        for line in words.split("\n"):
            for match, day in _dates_of(line):
                late = latest and day > latest + timedelta(days=ZONE_DAYS)
                if late or not _is_dateline(line, match.start(), match.end()):
                    continue
                if not _TODAY.match(line):
                    return day.isoformat(), seen
                seen = seen or day.isoformat()
    return None, seen


def _is_dateline(line: str, start: int, end: int) -> bool:
    around = line[:start].strip(), line[end:].strip()
    if _LABEL.search(line[max(0, start - 30) : start]):
        return True
    prose = _PROSE.search(line.strip())
    short = len(line.strip()) <= _DATELINE_CHARS
    return short and (not around[0] or not around[1] or not prose)


def _dates_of(line: str) -> Iterator[tuple[re.Match[str], date]]:
    for match in _WRITTEN.finditer(line):
        for n in "12345":
            year = match.group(f"y{n}")
            if year is None:
                continue
            month = match.group(f"m{n}").lower()
            number = int(month) if month.isdigit() else _MONTHS[month]
            full = int(year) if len(year) == 4 else 2000 + int(year)
            made = _made(full, number, int(match.group(f"d{n}")))
            if made:
                yield match, date.fromisoformat(made)


def _made(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
