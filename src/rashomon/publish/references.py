"""A published data set beside the record: which of its events we have, which differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rashomon.algorithms.distance import distance_km
from rashomon.model.claim import Attribute
from rashomon.model.finding import IncidentRecord
from rashomon.model.precision import radius_km
from rashomon.model.reference import ReferenceEvent
from rashomon.model.value import Count
from rashomon.publish import differing
from rashomon.publish.differing import Answer, Candidate
from rashomon.publish.fields import Cell

# A night has two days, and two gazetteers put one town a few kilometres apart; both are
# conventions, and the table names the distance.
DAYS_APART = 1
SLACK_KM = 20.0

COLUMNS = (
    *("event", "first_day", "last_day", "place", "low", "best", "high"),
    *("incident", "km", "killed_low", "killed_best", "killed_high", "killed_said"),
    "difference",
    *("incident_first_day", "incident_last_day", "days"),
    *("incident_place", "places"),
    *("type", "incident_type", "types"),
    *("actors", "incident_actors", "actors_compared"),
    "differing",
)


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
    """Yield one row an event: the nearest incident of its day, and how the two stand.

    ``difference`` is ``missing``, ``no point`` (the file does not say where, so nothing
    can be told), else how the tolls stand. It, ``days``, ``places``, ``types`` and
    ``actors_compared`` are answers of ``differing``, each beside both values; the last
    column names what differs.
    """
    for event in events:
        days = (event.first_day.isoformat(), event.last_day.isoformat())
        head: list[Cell] = [event.id, *days, event.place]
        head += [event.low, event.best, event.high]
        found = _nearest(event, held)
        if found is None:
            told = "no point" if None in (event.lat, event.lon) else "missing"
            rest: list[Cell] = [None] * (len(COLUMNS) - len(head))
            rest[COLUMNS.index("difference") - len(head)] = told
            rest[COLUMNS.index("type") - len(head)] = _type_words(event)
            rest[COLUMNS.index("actors") - len(head)] = "; ".join(event.actors) or None
            yield [*head, *rest]
            continue
        yield [*head, *_beside(event, *found)]


def _beside(event: ReferenceEvent, km: float, ours: Candidate) -> list[Cell]:
    """Return the cells of the incident that an event is put beside."""
    answers = {
        "killed": differing.of_toll(event, ours.killed),
        "days": differing.of_days(event, ours),
        "place": differing.of_place(event, ours, km),
        "type": differing.of_type(event, ours),
        "actors": differing.of_actors(event, ours),
    }
    apart = [name for name, answer in answers.items() if answer is Answer.DIFFERS]
    days = (date.fromordinal(d).isoformat() for d in (ours.first, ours.last))
    return [
        *(ours.id, round(km, 1), *ours.killed, ours.said, answers["killed"].value),
        *(*days, answers["days"].value),
        *(ours.place, answers["place"].value),
        *(_type_words(event), differing.type_here(event, ours) or None),
        answers["type"].value,
        *("; ".join(event.actors) or None, "; ".join(ours.actors) or None),
        answers["actors"].value,
        "; ".join(apart) or None,
    ]


def _type_words(event: ReferenceEvent) -> str | None:
    return " / ".join(name for name in (event.type, event.sub_type) if name) or None


def _candidate(record: IncidentRecord) -> Candidate | None:
    when, where = record.when, record.where
    if when is None or where is None or where.point is None:
        return None
    killed = record.finding(Attribute.KILLED)
    said = record.published(Attribute.KILLED)
    return Candidate(
        id=record.incident.id,
        type=record.type,
        first=when.first_day.toordinal(),
        last=when.last_day.toordinal(),
        place=where.name,
        point=where.point,
        reach=SLACK_KM + radius_km(where),
        known_to=radius_km(where),
        killed=(killed.low, killed.best, killed.high) if killed else (None, None, None),
        said=said.said if isinstance(said, Count) else None,
        actors=differing.actors_of(record),
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
