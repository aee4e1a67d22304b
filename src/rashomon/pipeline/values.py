"""A value as a person types it: "12", "3-7", "2024-05-01", "Verin, 41.5, 12.25"."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any, get_type_hints

from rashomon.errors import DecisionError, InvariantError
from rashomon.model.claim import COUNT_ATTRIBUTES, Attribute
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Outcome,
    Perpetrator,
    Point,
    Target,
    TimePrecision,
    Value,
    Weapon,
    When,
    Where,
)
from rashomon.store.codec import value_from_json
from rashomon.store.gazetteer import open_gazetteer

# No toll is larger; counts are compared up to here.
LARGEST = 10**9
_RANGE = re.compile(r"(\d+)(?:\s*(?:-|–|\.\.|to)\s*(\d+)|(\+))?")
_POINT = re.compile(r"(.+?),\s*(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)")


def from_words(attribute: Attribute, words: str) -> tuple[Value, ...]:
    """Return the values that a person typed for an attribute.

    JSON as the contract has a claim's value is read for every attribute, a list of it
    for several values. Raises DecisionError where the words cannot be read.
    """
    said = words.strip()
    try:
        if "\0" in said or "\\u0000" in said:
            raise ValueError("binary data")
        if said[:1] in {"{", "["}:
            read = json.loads(said)
            parts = read if isinstance(read, list) else [read]
            values = [value_from_json(attribute, _whole(p)) for p in parts]
        else:
            values = [_short(attribute, said)]
        return tuple(_sound(value) for value in values)
    except (ValueError, TypeError, KeyError, RecursionError, InvariantError) as error:
        raise DecisionError(
            f"{words!r} is no value of {attribute.value}: {_FORMS.get(attribute, _JSON)}"
        ) from error


def _whole(part: Any) -> Any:
    """Give a place that leaves something out what the codec looks for."""
    unknown = dict.fromkeys(("lat", "lon", "country", "admin1"))
    named = isinstance(part, dict) and "name" in part and "lat" in part
    return unknown | {"precision": "settlement"} | part if named else part


def _sound(value: Value) -> Value:
    """Return a value that can be kept and compared with others.

    What is in the log is read by every run to come: a name that is a number there, or a
    toll that no column holds, would end each of them.
    """
    if isinstance(value, Outcome):
        return value
    for name, kind in get_type_hints(type(value)).items():
        if not _fits(getattr(value, name), kind):
            raise ValueError(name)
    ends = (value.start, value.end) if isinstance(value, When) else ()
    if len({(type(end), getattr(end, "tzinfo", None) is None) for end in ends}) > 1:
        raise ValueError("one end is a moment, the other a day")
    return value


def _fits(said: object, kind: Any) -> bool:
    """Say whether a field holds what its type says, within bounds."""
    if isinstance(said, Point):
        at = (said.lat, said.lon)
        numbers = all(type(n) in {int, float} for n in at)
        return numbers and abs(said.lat) <= 90 and abs(said.lon) <= 180
    if isinstance(said, bool):
        return kind is bool
    if isinstance(said, int) and not 0 <= said <= LARGEST:
        return False
    if isinstance(said, str):
        said.encode("utf-8")  # half a character is a ValueError
        if kind is str and not said.strip():
            return False
    return isinstance(said, kind)


def _short(attribute: Attribute, said: str) -> Value:
    if attribute in COUNT_ATTRIBUTES:
        return _count(said)
    reader = _SHORT.get(attribute)
    if reader is None or not said:
        raise ValueError(said)
    return reader(said)


def _count(said: str) -> Count:
    found = _RANGE.fullmatch(said)
    if found is None:
        raise ValueError(said)
    low = int(found[1])
    high = None if found[3] else int(found[2] or found[1])
    if high is not None and high < low:
        raise ValueError(said)
    return Count(low, high)


def _when(said: str) -> When:
    first, _, last = said.partition("/")
    start = date.fromisoformat(first.strip())
    end = date.fromisoformat(last.strip()) if last else start
    if end < start:
        raise ValueError(said)
    return When(start, end, TimePrecision.RANGE if last else TimePrecision.DAY)


def _where(said: str) -> Where:
    """Read "NAME, LAT, LON", the rest from the nearest known place."""
    found = _POINT.fullmatch(said)
    if found is None:
        raise ValueError(said)
    lat, lon = float(found[2]), float(found[3])
    if abs(lat) > 90 or abs(lon) > 180:
        raise ValueError(said)
    near = open_gazetteer().nearest(lat, lon)
    return Where(
        found[1].strip(),
        GeoPrecision.SETTLEMENT,
        Point(lat, lon),
        near.country if near else None,
        near.admin1 if near else None,
    )


_SHORT: dict[Attribute, Callable[[str], Value]] = {
    Attribute.DATE: _when,
    Attribute.PLACE: _where,
    Attribute.TARGET: Target,
    Attribute.WEAPON: Weapon,
    Attribute.PERPETRATOR: Perpetrator,
    Attribute.OUTCOME: Outcome,
}
_JSON = "write it as JSON, as the contract has a claim's value"
_FORMS = {
    **dict.fromkeys(COUNT_ATTRIBUTES, "write 12, 3-7 or 5+"),
    Attribute.DATE: "write 2024-05-01, or 2024-05-01/2024-05-03",
    Attribute.PLACE: "write NAME, LATITUDE, LONGITUDE",
    Attribute.OUTCOME: "write " + ", ".join(outcome.value for outcome in Outcome),
}
