"""When a document was published, and how far to trust what says so.

Strongest first: what the caller gives, the page's own metadata or address, a date line
in the text, a crawler's stamp. The stamp tells when somebody saw the page, not more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

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
    r"^(?P<outlet>[^\n]{0,60}?)(?P<gap>\s*)\bdate (?P<day>\d{4}-\d{2}(?:-\d{2})?)(?:\s+|$)"
)
_SMALL_WORDS = frozenset(
    "of the and de del della la le les el der die das und y e et".split()
)
_LONG_FORM = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\S*)?$")

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan jan. января январь січня januar jän gennaio enero janvier stycznia янв янв. січ ene",
        "february feb feb. февраля февраль лютого februar febbraio febrero février lutego фев фев. лют févr févr.",
        "march mar mar. марта март березня märz marzo mars marca мар бер mär",
        "april apr apr. апреля апрель квітня aprile abril avril kwietnia апр апр. кві abr avr avr.",
        "may мая май травня mai maggio mayo maja тра",
        "june jun jun. июня июнь червня juni giugno junio juin czerwca чер giu",
        "july jul jul. июля июль липня juli luglio julio juillet lipca лип juil juil. lug",
        "august aug aug. августа август серпня agosto août sierpnia авг авг. сер ago",
        "september sep sept sep. sept. сентября сентябрь вересня settembre septiembre septembre września сен сен. сент сент. вер set",
        "october oct oct. октября октябрь жовтня oktober ottobre octubre octobre października окт окт. жов okt okt. ott",
        "november nov nov. ноября ноябрь листопада novembre noviembre listopada ноя ноя. нояб нояб. лис",
        "december dec dec. декабря декабрь грудня dezember dicembre diciembre décembre grudnia дек дек. гру dez dez. dic déc déc.",
    ),
    start=1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _number))
_MONTH = "|".join(re.escape(name) for name in sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?<![\w.:])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(?:de\s+)?(?P<m1>{_MONTH}),?\s+(?:de\s+)?['’]?"
    r"(?P<y1>\d{4}|\d{2}(?!\s+[^\W\d]|[:.]\d|,\s*\d{4}))"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})(?P<s3>[-./])(?P<m3>\d{2})(?P=s3)(?P<d3>\d{2})"
    r"|(?P<m7>\d{1,2})(?P<s7>[/.])(?P<d7>1[3-9]|2\d|3[01])(?P=s7)(?P<y7>\d{4}|\d{2}(?=\W+\d{1,2}:\d{2}))"
    rf"|(?P<d4>\d{{1,2}})[.](?P<m4>\d{{1,2}})[.](?P<y4>\d{{4}}|\d{{2}})"
    rf"|(?P<d5>\d{{1,2}})-(?P<m5>\d{{1,2}})-(?P<y5>\d{{4}})"
    r"|(?P<d6>1[3-9]|2\d|3[01])/(?P<m6>\d{1,2})/(?P<y6>\d{4}|\d{2}(?=\s+\d{1,2}:\d{2})))(?!\d)",
    re.IGNORECASE,
)
# What an address has for a day: of its folders, its parts, one number, or a clock's.
_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\w-])"
    r"|[_-](?P<m1>\d{1,2})[_-](?P<d1>\d{1,2})(?!\d))"
    r"|(?<!\d)(?P<y2>20\d\d)(?P<m2>\d\d)(?P<d2>\d\d)(?!\d)"
    r"|(?<!\d)(?P<m3>\d\d)(?P<d3>\d\d)(?P<y3>20\d\d)(?:\d{6})?(?=\.html?$)"
    rf"|(?<![\w])(?P<d4>\d{{1,2}})-(?P<m4>{_MONTH})-(?P<y4>20\d\d)(?!\d)",
    re.IGNORECASE,
)
# Some sites end an address with the second at which the page was made.
_URL_SECOND = re.compile(r"-(1\d{9})\.html?$")
# Two digits from here on are of the last century: "4 FEB 90".
CENTURY_TURN = 70
# Behind a full date a clock time ends the line: a stamp that ran into the headline.
_CLOCK_TO_END = re.compile(
    r"[\s,|–-]*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\s*$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(
    r"\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг"
    r"|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п['’]ятниця|субота"
    r"|неділя|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì"
    r"|sabato|domenica|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s*",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[–—]\s|\s+-\s")
_DATELINE_CHARS = 90
_LABEL = re.compile(
    r"\b(?:published|updated?|posted|date|last modified|опубликовано|обновлено|дата|опубліковано|оновлено|stand(?=:)|veröffentlicht|publicado|pubblicato)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:published|posted|created|опубликовано|опубліковано)(?: on)?\W*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*)?$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\W*(?:today|current date|сегодня|сьогодні|heute|hoy|oggi|aujourd['’]hui|dziś)(?: is)?\b\W*\w*\W*\d",
    re.IGNORECASE,
)
# "Smoke over the depot after the blast on May 4, 2024": a picture's day.
_ON = re.compile(r"\w\W+(?:on|since|until|before|after)\s+$", re.IGNORECASE)
_PROSE = re.compile(r"[a-zа-яіїєё]{3,}[^.]*[.!?]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known beside the text: a page's metadata, a crawler's stamp."""

    metadata: str | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Where the text begins behind a stamp, and the stamp; None: there is none.

    ``outlet``: the name that stands before the stamp, None where none does.
    """

    text_start: int
    stamp: str | None
    outlet: str | None = None


def strip_stamp(text: str) -> Head:
    """Find a crawler's stamp at the head of a text, an outlet's name before it included."""
    match = _STAMP.match(text[:STAMP_HEAD_CHARS])
    if match is None:
        return Head(0, None)
    outlet = match.group("outlet").strip("\ufeff ")
    if not _is_name(outlet, apart=len(match.group("gap")) > 1):
        return Head(0, None)
    return Head(match.end(), _valid(match.group("day")), outlet or None)


def _is_name(words: str, *, apart: bool) -> bool:
    """Say whether words may be an outlet's name: "the election date 2024-05-05" is prose.

    One word is a name only where it stands apart: "Trial date 2024-05-05".
    """
    named = words.split()
    return (apart or len(named) != 1 or "." in words) and not any(
        word[0].islower() and "." not in word and word not in _SMALL_WORDS
        for word in named
    )


def published(raw: RawDocument, text: str, hints: Hints) -> Published:
    """Return the published date with the strongest basis there is."""
    latest = _day(raw.retrieved)
    given = _valid(raw.published)
    metadata = _valid(hints.metadata) or _in_url(raw.url)
    for value, basis in ((given, DateBasis.GIVEN), (metadata, DateBasis.METADATA)):
        if value and not _after(value, latest):
            printed = _printed(text, _day(value))
            return replace(printed, rival=value) if printed else Published(value, basis)
    told, seen = _in_text(text, _day(hints.stamp) or latest)
    if told:
        return Published(told, DateBasis.TEXT)
    stamp = hints.stamp or seen
    return Published(stamp, DateBasis.STAMP) if stamp else Published()


def _printed(text: str, known: date | None) -> Published | None:
    """Return the day that a page prints as its own where it is well before a known one.

    A site that moves its pages dates them anew; "Posted: August 9, 2014" stays.
    """
    for line in text[:HEAD_CHARS].split("\n"):
        for match, day in _dates_of(line):
            labelled = _POSTED.search(line[: match.start()])
            if labelled and known and known - day > timedelta(days=ZONE_DAYS):
                return Published(day.isoformat(), DateBasis.TEXT)
            if labelled:
                return None
    return None


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
        told = {name[0]: part for name, part in match.groupdict().items() if part}
        month = told["m"].lower()
        number = int(month) if month.isdigit() else _MONTHS[month]
        made = _made(int(told["y"]), number, int(told["d"]))
        if made:
            return made
    second = _URL_SECOND.search(url or "")
    if second:
        return datetime.fromtimestamp(int(second[1]), UTC).date().isoformat()
    return None


def _in_text(text: str, latest: date | None) -> tuple[str | None, str | None]:
    """Return the date line of a text, and the day on which it was printed.

    The line stands in the head, else in the foot. A date in the middle of a sentence is
    the story's, not the page's: a date line is a short line, or stands behind a word
    such as "Published". One behind "Today" is the reader's day, no better than a stamp;
    so is a picture's, and the one above all else where a line below tells of an earlier
    day.
    """
    seen: str | None = None
    for words in (text[:HEAD_CHARS], text[-FOOT_CHARS:]):
        told = []
        for line, written, day in _datelines(words, latest):
            if _TODAY.match(line) or _is_caption(line, written.start()):
                seen = seen or day.isoformat()
            else:
                told.append((line, written, day))
        if told:
            (line, written, first), *below = told
            above = text.startswith(line) and _is_bare(line, written)
            earlier = [day for _, _, day in below if above and day < first]
            seen = seen or (first.isoformat() if earlier else None)
            return (earlier or [first])[0].isoformat(), seen
    return None, seen


def _datelines(
    words: str, latest: date | None
) -> Iterator[tuple[str, re.Match[str], date]]:
    """Yield the dates that may be the page's own, each with its line; none is too late."""
    for line in words.split("\n"):
        for written, day in _dates_of(line):
            late = latest and day > latest + timedelta(days=ZONE_DAYS)
            if not late and _is_dateline(line, written.start(), written.end()):
                yield line, written, day


def _is_bare(line: str, date_: re.Match[str]) -> bool:
    """Say whether a line has a date and at most its weekday."""
    before = line[: date_.start()]
    weekday = not before.strip() or _WEEKDAY_BEFORE.fullmatch(before)
    return bool(weekday) and not line[date_.end() :].strip()


def _is_labelled(line: str, start: int) -> bool:
    return bool(_LABEL.search(line[max(0, start - 30) : start]))


def _is_caption(line: str, start: int) -> bool:
    """Say whether words lead on to a date: it is that of a picture."""
    return not _is_labelled(line, start) and bool(_ON.search(line[:start]))


def _is_dateline(line: str, start: int, end: int) -> bool:
    around = line[:start].strip(), line[end:].strip()
    if _is_labelled(line, start):
        return True
    prose = _PROSE.search(line.strip())
    if _CLOCK_TO_END.match(line[end:]):
        return True
    if _WEEKDAY_BEFORE.fullmatch(line[:start]) and _DASH.match(line[end:]):
        return True
    short = len(line.strip()) <= _DATELINE_CHARS
    return short and (not around[0] or not around[1] or not prose)


def _dates_of(line: str) -> Iterator[tuple[re.Match[str], date]]:
    for match in _WRITTEN.finditer(line):
        for n in "1234567":
            year = match.group(f"y{n}")
            if year is None:
                continue
            month = match.group(f"m{n}").lower()
            number = int(month) if month.isdigit() else _MONTHS[month]
            full = int(year) if len(year) == 4 else _of_two_digits(int(year))
            made = _made(full, number, int(match.group(f"d{n}")))
            if made:
                yield match, date.fromisoformat(made)


def _of_two_digits(year: int) -> int:
    return year + (1900 if year >= CENTURY_TURN else 2000)


def _made(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
