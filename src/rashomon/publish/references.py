"""A published data set beside the record: which of its events we have, which differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.precision import radius_km
from rashomon.model.reference import ReferenceEvent
from rashomon.model.value import Where
from rashomon.publish.fields import Cell
from rashomon.publish.selection import when_of

# A night has two days, and two gazetteers put one town a few kilometres apart; both are
# conventions, and the table names the distance.
DAYS_APART = 1
SLACK_KM = 20.0

COLUMNS = (
    *("event", "first_day", "last_day", "place", "low", "best", "high"),
    *("incident", "km", "killed_low", "killed_best", "killed_high", "difference"),
)


def compared_rows(
    events: Iterable[ReferenceEvent], records: Sequence[IncidentRecord]
) -> Iterator[list[Cell]]:
    """Yield one row an event: the nearest incident of its day, and how the tolls stand.

    ``difference`` is ``missing``, ``unknown`` (a toll is not given), ``same`` (the best
    figures are equal), ``overlap`` (their ranges meet) or ``differs``.
    """
    for event in events:
        found = min(
            (
                (km, r.incident.id, r)
                for r in records
                if (km := _km(event, r)) is not None
            ),
            default=None,
            key=lambda candidate: candidate[:2],
        )
        days = (event.first_day.isoformat(), event.last_day.isoformat())
        head: list[Cell] = [event.id, *days, event.place]
        head += [event.low, event.best, event.high]
        if found is None:
            yield [*head, None, None, None, None, None, "missing"]
            continue
        km, id_, record = found
        killed = record.finding(Attribute.KILLED)
        ours = (killed.low, killed.best, killed.high) if killed else (None,) * 3
        yield [*head, id_, round(km, 1), *ours, _difference(event, killed)]


def _km(event: ReferenceEvent, record: IncidentRecord) -> float | None:
    """Return how far apart they are, None where they cannot be the same."""
    when, place = when_of(record), record.finding(Attribute.PLACE)
    where = place.chosen[0] if place and place.chosen else None
    if when is None or not isinstance(where, Where) or where.point is None:
        return None
    if event.lat is None or event.lon is None:
        return None
    slack = timedelta(days=DAYS_APART)
    if (
        when.first_day - slack > event.last_day
        or event.first_day > when.last_day + slack
    ):
        return None
    km = distance_km(event.lat, event.lon, where.point.lat, where.point.lon)
    return km if km <= SLACK_KM + radius_km(where) else None


def _difference(event: ReferenceEvent, killed: Finding | None) -> str:
    if event.best is None or killed is None or killed.best is None:
        return "unknown"
    if event.best == killed.best:
        return "same"
    theirs = [n for n in (event.low, event.best, event.high) if n is not None]
    ours = [n for n in (killed.low, killed.best, killed.high) if n is not None]
    meet = min(theirs) <= max(ours) and min(ours) <= max(theirs)
    return "overlap" if meet else "differs"
