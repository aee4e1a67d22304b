"""Sides of a country: "northern Iraq", "the centre of Israel", "на юге Ливана".

A report that names no more than a side says more than the country. Where that is, its
first-order divisions tell: the quarter of them that lies furthest to that side. It is an
area (precision region), wherever its middle is drawn.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.store.gazetteer import Entry, Gazetteer

_COMPASS = r"(?:north|south)[- ]?(?:east|west)|north|south|east|west"
_BEFORE = re.compile(
    rf"(?P<side>(?:(?:{_COMPASS})ern|central|(?:the )?(?:{_COMPASS}|cent(?:re|er)) of"
    r"|(?:северо|юго)-?(?:восточн|западн)\w+|(?:северн|южн|восточн|западн|центральн|північн|південн|східн|західн)\w+"
    r"|на (?:севере|юге|востоке|западе|півночі|півдні|сході|заході)))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LOOK_BACK = 40

# How far to the north and to the east, by how the words begin.
_UP = (
    (("north", "север", "північ", "півноч"), 1),
    (("south", "юг", "юж", "півден", "півдн"), -1),
)
_ACROSS = (
    (("east", "восто", "сход", "східн"), 1),
    (("west", "запад", "заход", "західн"), -1),
)
MIN_DIVISIONS = 3
SHARE = 4


def sided(text: str, found: Sequence[Toponym], gazetteer: Gazetteer) -> list[Toponym]:
    """Return the toponyms, each country of which a side is named with where that is."""
    return [_sided(text, toponym, gazetteer) for toponym in found]


def _sided(text: str, toponym: Toponym, gazetteer: Gazetteer) -> Toponym:
    where = toponym.where
    if where is None or where.precision is not GeoPrecision.COUNTRY or toponym.demonym:
        return toponym
    before = text[max(0, toponym.span.start - LOOK_BACK) : toponym.span.start]
    told = _BEFORE.search(before.split("\n")[-1])
    if told is None or where.country is None:
        return toponym
    divisions = gazetteer.divisions(where.country)
    if len(divisions) < MIN_DIVISIONS:
        return toponym
    side = told["side"]
    chosen = _furthest(divisions, *_way(side))
    point = Point(_mean(e.lat for e in chosen), _mean(e.lon for e in chosen))
    name = f"{side.removeprefix('the ')} {toponym.text}"
    part = Where(name, GeoPrecision.REGION, point, where.country)
    return replace(toponym, part=part)


def _way(side: str) -> tuple[int, int]:
    """Return how far north and how far east a side is; (0, 0) is the middle."""
    words = side.casefold().removeprefix("the ").removeprefix("на ")
    north = next((way for heads, way in _UP if words.startswith(heads)), 0)
    east = next((way for heads, way in _ACROSS if any(h in words for h in heads)), 0)
    return north, east


def _furthest(divisions: Sequence[Entry], north: int, east: int) -> list[Entry]:
    lat, lon = _mean(e.lat for e in divisions), _mean(e.lon for e in divisions)
    tall = max(e.lat for e in divisions) - min(e.lat for e in divisions) or 1.0
    wide = max(e.lon for e in divisions) - min(e.lon for e in divisions) or 1.0

    def away(entry: Entry) -> float:
        up, right = (entry.lat - lat) / tall, (entry.lon - lon) / wide
        return (
            math.hypot(up, right) if not (north or east) else -up * north - right * east
        )

    ordered = sorted(divisions, key=lambda e: (away(e), e.geonameid))
    return ordered[: max(1, round(len(divisions) / SHARE))]


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return round(math.fsum(held) / len(held), 2)
