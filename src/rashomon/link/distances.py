"""Distances and directions that a report states, checked against where its places are.

"The city lies about 430 miles from the Ukrainian border" is a second witness of which
city is meant. Where the two disagree beyond what rounding explains, the place keeps
its entry and gets a note.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.algorithms.distance import distance_km
from rashomon.model.mention import Toponym
from rashomon.model.precision import radius_km
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.store.gazetteer import Entry, Feature, Gazetteer

KM_PER_MILE = 1.609344

# Reports round, and measure by road or from a city's edge: of the ten distances of
# wire-dev that can be checked the point is 0.48 to 1.05 times as far as is said (the
# least by a mountain road). Nothing makes a place lie further off than the road to it.
SHORTEST_SHARE = 0.45
LONGEST_SHARE = 1.25
TOLERANCE_KM = 25.0
TOLERANCE_DEGREES = 68.0  # a point of the compass and a half
SPOKEN_OF_CHARS = 90

# Begins with a digit or a bound and never with space: else a long run of space or digits
# is gone through from each of its places.
_NUMBER = r"(?<!\d)(?P<number>\d{1,3}(?:[,  ]\d{3}){1,3}|\d{1,9}(?:\.\d{1,9})?)"
_BOUND = r"(?:(?P<bound>more than|at least|over|less than|up to|under|within|nearly|almost)[ \n]*)?"
_COMPASS = (
    r"(?P<way>(?:north|south)[- ]?(?:east|west)|north|south|east|west"
    r"|северо-восто\w+|северо-запад\w*|юго-восто\w+|юго-запад\w*|север\w*|юг\w*"
    r"|восто\w+|запад\w*|північ\w*|півд\w+|схід\w*|сход\w*|захід\w*|заход\w*)"
)
_STATED = re.compile(
    rf"{_BOUND}(?:(?:about|around|some|roughly)[ \n]*)?{_NUMBER}[ \n-]*"
    r"(?P<unit>kilomet(?:er|re)s?|kms?|miles?|км|километр\w*|кілометр\w*)\b"
    r"(?:[ \n]*\([^)\n]{3,25}\))?(?:[ \n]+away)?"
    rf"(?:[ \n]+(?:(?:to|on)[ \n]the[ \n]|к[ \n]|на[ \n])?{_COMPASS}(?:ern)?)?"
    r"[ \n]+(?:from|of|off|от|від)[ \n]+",
    re.IGNORECASE,
)
_BORDER = re.compile(r"\b(?:border|frontier|границ\w+|кордон\w*)\b", re.IGNORECASE)
_BARE_BORDER = re.compile(r"(?:the )?(?:border|frontier|границ|кордон)", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)[A-ZА-ЯІЇЄҐ]\w+")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n\s*\n")
# What flies or travels so far is not what lies so far.
_MOVES = re.compile(
    r"\b(?:fl(?:y|ew|own|ying|ies|ights?)|travel\w*|range|reach\w*|fir(?:e|ed|ing)|launch\w*|walk\w*"
    r"|dr(?:ive|ove|iven|iving)|fled|flee\w*|rid(?:e|ing)|rode|march\w*|advanc\w*|retreat\w*)\b",
    re.IGNORECASE,
)
# "It lies …" after a sentence that ends with, or soon after, the name of the town.
_IT = re.compile(
    r"^[^.!?\n]*[.!?][\"”’)]*\s+(?:It|The (?:city|town|village|settlement)"
    r"|(?:This|The) (?:incident|attack|strike))"
    r"(?P<rest>[^.!?\n]{0,60})$"
)
_BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180,
    "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
_SLAVIC = (
    ("северо-вост", "northeast"), ("северо-зап", "northwest"), ("юго-вост", "southeast"),
    ("юго-зап", "southwest"), ("север", "north"), ("північ", "north"), ("юг", "south"),
    ("півд", "south"), ("вост", "east"), ("схід", "east"), ("сход", "east"),
    ("запад", "west"), ("захід", "west"), ("заход", "west"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Stated:
    """A distance with what lies so far from what; ``way`` None: no direction said."""

    words: str
    km: float
    bound: str
    way: str | None
    subject: Toponym
    reference: Where
    of_border: bool


def checked(
    text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> list[Toponym]:
    """Return the toponyms; those whose stated distance does not fit carry a note."""
    notes: dict[int, str] = {}
    for stated in _find(text, toponyms, gazetteer):
        where = stated.subject.where
        note = _mismatch(stated, gazetteer)
        if note and where is not None and where.geonameid is not None:
            notes.setdefault(where.geonameid, note)
    return [_noted(t, notes) for t in toponyms] if notes else list(toponyms)


def _noted(toponym: Toponym, notes: dict[int, str]) -> Toponym:
    where = toponym.where
    if where is None or where.geonameid not in notes:
        return toponym
    return replace(toponym, where=replace(where, note=notes[where.geonameid]))


def _find(
    text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer
) -> Iterator[_Stated]:
    usable = [t for t in toponyms if t.where is not None and t.where.point is not None]
    for match in _STATED.finditer(text):
        subject = _subject(text, _start(match), usable)
        after = [t for t in usable if 0 <= t.span.start - match.end() <= 30]
        stop = _SENTENCE_END.search(text, match.end(), match.end() + 60)
        tail = text[match.end() : stop.start() if stop else match.end() + 45]
        of_border = bool(_BORDER.search(tail))
        if subject is None or subject.where is None:
            continue
        reference = (
            _neighbour(tail, subject.where, usable, gazetteer)
            if of_border
            else _named(text, match.end(), after)
        )
        if reference is not None and reference.geonameid != subject.where.geonameid:
            yield _Stated(
                match.group().strip(), _km(match), (match["bound"] or "").lower(),
                _way(match["way"]), subject, reference, of_border,
            )  # fmt: skip


def _start(match: re.Match[str]) -> int:
    """Return where a distance begins, the space before a bare number included."""
    at = match.start()
    while not match["bound"] and at and match.string[at - 1] in " \n":
        at -= 1
    return at


def _km(match: re.Match[str]) -> float:
    number = float(re.sub(r"[,  ]", "", match["number"]))
    return number * (KM_PER_MILE if match["unit"].lower().startswith("mile") else 1.0)


def _way(written: str | None) -> str | None:
    if written is None:
        return None
    form = re.sub(r"[- ](?=east|west)", "", written.lower())
    if form in _BEARINGS:
        return form
    return next((way for stem, way in _SLAVIC if form.startswith(stem)), None)


def _subject(text: str, at: int, usable: Sequence[Toponym]) -> Toponym | None:
    """Return the place named last before a distance: in the sentence, or as its "it"."""
    last = next(
        (t for t in reversed(usable) if t.span.end <= at and _may_be_far(t)), None
    )
    if last is None:
        return None
    between = text[last.span.end : at]
    spoken_of = _IT.search(between)
    rest = spoken_of["rest"] if spoken_of else between
    if len(rest) > SPOKEN_OF_CHARS or _SENTENCE_END.search(rest):
        return None
    return None if _MOVES.search(rest) else last


def _may_be_far(toponym: Toponym) -> bool:
    """Say whether a name has a point that a distance can be measured from."""
    where = toponym.where
    coarse = where is None or where.precision is GeoPrecision.COUNTRY
    return not coarse and not toponym.demonym


def _named(text: str, at: int, after: Sequence[Toponym]) -> Where | None:
    """Return the town right after "of" or "from"; a country has no one point."""
    first = next((t for t in after if not t.demonym), None)
    if first is None or first.where is None:
        return None
    lead = text[at : first.span.start]
    plain = re.fullmatch(r"(?:the )?(?:\w+ ){0,3}", lead) is not None
    town = first.where.precision is GeoPrecision.SETTLEMENT
    return first.where if plain and town else None


def _neighbour(
    tail: str, own: Where, usable: Sequence[Toponym], gazetteer: Gazetteer
) -> Where | None:
    """Return the country across the border meant: said so, or the only other one named."""
    said = [gazetteer.demonym(w) or _country(w, gazetteer) for w in _WORD.findall(tail)]
    across = next((e for e in said if e and e.country != own.country), None)
    if across is not None:
        point = Point(across.lat, across.lon)
        return Where(across.name, GeoPrecision.COUNTRY, point, across.country)
    if _BARE_BORDER.match(tail) is None:
        return None
    others = [t.where for t in usable if t.where and t.where.country != own.country]
    return others[0] if len({w.country for w in others}) == 1 else None


def _country(name: str, gazetteer: Gazetteer) -> Entry | None:
    found = gazetteer.named(name)
    countries = [m.entry for m in found if m.entry.feature is Feature.COUNTRY]
    return countries[0] if countries else None


def _mismatch(stated: _Stated, gazetteer: Gazetteer) -> str | None:
    here, there = stated.subject.where, stated.reference
    if here is None or here.point is None or there.point is None:
        return None
    if stated.of_border:
        other = gazetteer.nearest_in(
            there.country or "", here.point.lat, here.point.lon
        )
        if other is None:
            return None
        lat, lon = other.lat, other.lon
    else:
        lat, lon = there.point.lat, there.point.lon
    km = distance_km(here.point.lat, here.point.lon, lat, lon)
    to = f"the border of {there.country}" if stated.of_border else there.name
    if _is_off(stated, km, TOLERANCE_KM + radius_km(here)):
        return f"said to be {stated.words} {to}, but {here.name} is {km:.0f} km from it"
    if stated.way and not stated.of_border and km > TOLERANCE_KM:
        bearing = _bearing(lat, lon, here.point.lat, here.point.lon)
        apart = abs((bearing - _BEARINGS[stated.way] + 180) % 360 - 180)
        if apart > TOLERANCE_DEGREES:
            return f"said to be {stated.words} {to}, but {here.name} lies in another direction"
    return None


def _is_off(stated: _Stated, km: float, slack: float) -> bool:
    least = SHORTEST_SHARE * stated.km - slack
    most = LONGEST_SHARE * stated.km + slack
    if stated.bound in {"more than", "at least", "over"}:
        most = 2 * stated.km + slack
    if stated.bound in {"less than", "up to", "under", "within"}:
        least = 0.0
    return not least <= km <= most


def _bearing(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the compass bearing from the first point to the second, in degrees."""
    here, there = math.radians(lat), math.radians(other_lat)
    across = math.radians(other_lon - lon)
    east = math.sin(across) * math.cos(there)
    north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(
        there
    ) * math.cos(across)
    return math.degrees(math.atan2(east, north)) % 360
