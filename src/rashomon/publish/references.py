"""A published data set beside the record: which of its events we have, which differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import IncidentId
from rashomon.model.precision import radius_km
from rashomon.model.reference import ReferenceEvent
from rashomon.model.value import Point, Where
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


Toll = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What of an incident is compared; days are ordinals, ``reach`` is kilometres."""

    id: IncidentId
    first: int
    last: int
    point: Point
    reach: float
    killed: Toll


# By how long it may have lasted, in powers of two of days; in each by the first day.
# A short incident is then found by bisection, however long others may have lasted.
Index = Mapping[int, Sequence[Candidate]]


def index(records: Iterable[IncidentRecord]) -> Index:
    """Return the incidents with a day and a point, to be found by day."""
    by_length: dict[int, list[Candidate]] = defaultdict(list)
    for record in records:
        found = _candidate(record)
        if found is not None:
            by_length[(found.last - found.first).bit_length()].append(found)
    for candidates in by_length.values():
        candidates.sort(key=_first)
    return by_length


def compared_rows(
    events: Iterable[ReferenceEvent], held: Index
) -> Iterator[list[Cell]]:
    """Yield one row an event: the nearest incident of its day, and how the tolls stand.

    ``difference`` is ``missing``, ``no point`` (the file does not say where, so nothing
    can be told), ``unknown`` (a toll is not given), ``same`` (the best
    figures are equal), ``overlap`` (their ranges meet) or ``differs``.
    """
    for event in events:
        days = (event.first_day.isoformat(), event.last_day.isoformat())
        head: list[Cell] = [event.id, *days, event.place]
        head += [event.low, event.best, event.high]
        found = _nearest(event, held)
        if found is None:
            told = "no point" if None in (event.lat, event.lon) else "missing"
            yield [*head, None, None, None, None, None, told]
            continue
        km, ours = found
        told = _difference(event, ours.killed)
        yield [*head, ours.id, round(km, 1), *ours.killed, told]


def _candidate(record: IncidentRecord) -> Candidate | None:
    when, place = when_of(record), record.finding(Attribute.PLACE)
    where = place.chosen[0] if place and place.chosen else None
    if when is None or not isinstance(where, Where) or where.point is None:
        return None
    killed = record.finding(Attribute.KILLED)
    return Candidate(
        id=record.incident.id,
        first=when.first_day.toordinal(),
        last=when.last_day.toordinal(),
        point=where.point,
        reach=SLACK_KM + radius_km(where),
        killed=(killed.low, killed.best, killed.high) if killed else (None, None, None),
    )


def _first(candidate: Candidate) -> int:
    return candidate.first


def _nearest(event: ReferenceEvent, held: Index) -> tuple[float, Candidate] | None:
    """Return the nearest incident that can be the event, with the distance."""
    if event.lat is None or event.lon is None:
        return None
    near = []
    for ours in _of_its_days(event, held):
        km = distance_km(event.lat, event.lon, ours.point.lat, ours.point.lon)
        if km <= ours.reach:
            near.append((km, ours))
    return min(near, default=None, key=lambda found: (found[0], found[1].id))


def _of_its_days(event: ReferenceEvent, held: Index) -> Iterator[Candidate]:
    earliest = event.first_day.toordinal() - DAYS_APART
    latest = event.last_day.toordinal() + DAYS_APART
    for length, candidates in held.items():
        begin = bisect_left(candidates, earliest - (1 << length), key=_first)
        end = bisect_right(candidates, latest, key=_first)
        for at in range(begin, end):
            if candidates[at].last >= earliest:
                yield candidates[at]


def _difference(event: ReferenceEvent, killed: Toll) -> str:
    if event.best is None or killed[1] is None:
        return "unknown"
    if event.best == killed[1]:
        return "same"
    theirs = [n for n in (event.low, event.best, event.high) if n is not None]
    ours = [n for n in killed if n is not None]
    meet = min(theirs) <= max(ours) and min(ours) <= max(theirs)
    return "overlap" if meet else "differs"
