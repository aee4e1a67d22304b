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
HEAD_CHARS = 700
FOOT_CHARS = 200
STAMP_HEAD_CHARS = 120

# A page that a crawler saw on one day may have been published the day after, in another
# time zone; more than this is no time zone.
ZONE_DAYS = 2

_STAMP = re.compile(
    r"^(?P<outlet>[^\n]{0,60}?)\s*\bdate (?P<day>\d{4}-\d{2}(?:-\d{2})?)\s+"
)
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
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(?:de\s+)?(?P<m1>{_MONTH}),?\s+(?:de\s+)?['’]?(?P<y1>\d{{4}}|\d{{2}})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})"
    rf"|(?P<d4>\d{{1,2}})[.](?P<m4>\d{{1,2}})[.](?P<y4>\d{{4}}|\d{{2}})"
    rf"|(?P<d5>\d{{1,2}})-(?P<m5>\d{{1,2}})-(?P<y5>\d{{4}}))(?!\d)",
    re.IGNORECASE,
)
_DATELINE_CHARS = 90
_LABEL = re.compile(
    r"(?:published|updated|posted|date|last modified|опубликовано|обновлено|дата|оновлено|stand|publicado|pubblicato)",
    re.IGNORECASE,
)


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
    if match is None:
        return Head(0, None)
    return Head(match.end(), _valid(match.group("day")))


def published(raw: RawDocument, text: str, hints: Hints) -> Published:
    """Return the published date with the strongest basis there is."""
    latest = _day(raw.retrieved)
    given = _valid(raw.published)
    if given and not _after(given, latest):
        return Published(given, DateBasis.GIVEN)
    metadata = _valid(hints.metadata) or _in_url(raw.url)
    if metadata and not _after(metadata, latest):
        return Published(metadata, DateBasis.METADATA)
    stamp = hints.stamp
    told = _in_text(text, _day(stamp) or latest)
    if told:
        return Published(told, DateBasis.TEXT)
    if stamp:
        return Published(stamp, DateBasis.STAMP)
    return Published()


def _valid(value: str | None) -> str | None:
    """Return an ISO date or date-time as it is, None for anything else."""
    if not value:
        return None
    written = value.strip().replace(" ", "T", 1)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return written if FIRST_YEAR <= moment.year <= 2100 else None


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


def _in_text(text: str, seen: date | None) -> str | None:
    """Return the date line of a text: in its head, else in its foot.

    A date in the middle of a sentence is the story's, not the page's: a date line is a
    short line, or stands behind a word such as "Published".
    """
    for words in (text[:HEAD_CHARS], text[-FOOT_CHARS:]):
        for line in words.split("\n"):
            for match, day in _dates_of(line):
                if _is_dateline(line, match.start(), match.end()) and not (
                    seen and day > seen + timedelta(days=ZONE_DAYS)
                ):
                    return day.isoformat()
    return None


def _is_dateline(line: str, start: int, end: int) -> bool:
    around = line[:start].strip(), line[end:].strip()
    if _LABEL.search(line[max(0, start - 30) : start]):
        return True
    prose = re.search(r"[a-zа-яіїєё]{3,}[^.]*[.!?]$", line.strip(), re.IGNORECASE)
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
    return found.isoformat() if FIRST_YEAR <= year <= 2100 else None
