"""Finding incidents: filtered, counted, by month and on a map, among very many.

Every function asks the narrow rows of the catalogue, so that a page of a hundred
thousand incidents is there at once. An incident without a day or a place is never left
out unless it is asked to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    or_,
    select,
)

from rashomon.errors import InputError
from rashomon.model.account import IncidentType
from rashomon.model.finding import Agreement
from rashomon.store import conclusions, schema
from rashomon.store.dialect import holds

# What one page reads from: the database as it stood at one moment.
Snapshot = Connection

_C = schema.CATALOGUE.c

# How many of a group are contested.
CONTESTED = func.sum(case((_C.agreement == Agreement.CONTESTED.value, 1), else_=0))


class Known(StrEnum):
    """Whether incidents are wanted that have a day (a place), or those that lack it."""

    ANY = "any"
    YES = "yes"
    NO = "no"


class Order(StrEnum):
    """How a list of incidents is ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TOLL = "toll"
    SOURCES = "sources"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map; ``west`` is greater than ``east`` across the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def read(cls, text: str, name: str = "box") -> Box:
        """Read "west,south,east,north" in degrees; a longitude may go around the earth.

        Raises InputError, which calls it ``name``, where it is no rectangle.
        """
        try:
            west, south, east, north = (float(edge) for edge in text.split(","))
        except ValueError:
            raise InputError(
                f"{name}: write west,south,east,north in degrees"
            ) from None
        if not (
            -90 <= south <= north <= 90 and all(-540 <= x <= 540 for x in (west, east))
        ):
            raise InputError(f"{name}: {text!r} is no rectangle on the earth")
        if east - west >= 360:
            return cls(-180.0, south, 180.0, north)
        return cls(_around(west), south, _around(east), north)

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether a point lies within."""
        if not self.south <= lat <= self.north:
            return False
        if self.west > self.east:
            return lon >= self.west or lon <= self.east
        return self.west <= lon <= self.east


def _around(longitude: float) -> float:
    """Return a longitude within [-180, 180]."""
    if -180 <= longitude <= 180:
        return longitude
    return (longitude + 180) % 360 - 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents; what is None or empty leaves all in."""

    type: IncidentType | None = None
    status: Agreement | None = None
    since: str | None = None
    until: str | None = None
    dated: Known = Known.ANY
    placed: Known = Known.ANY
    place: str = ""
    box: Box | None = None
    actor: str = ""
    killed_from: int | None = None
    killed_to: int | None = None
    sources_from: int | None = None
    words: str = ""
    named: tuple[str, str] | None = None
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident as it stands in a list.

    ``killed_word`` and ``injured_word``: the word that the figure was made from
    ("dozens" for 24), None where a report gives a figure.
    """

    id: str
    type: IncidentType
    agreement: Agreement
    independent_sources: int
    documents: int
    first_day: str | None
    last_day: str | None
    killed: int | None
    killed_low: int | None
    killed_high: int | None
    injured: int | None
    lat: float | None
    lon: float | None
    precision: str | None
    first_seen: str
    changed: str
    title: str
    place: str | None
    killed_word: str | None
    injured_word: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Incidents that lie together at the scale of a map; ``entry`` where it is one."""

    count: int
    lat: float
    lon: float
    contested: int
    entry: Entry | None


def count(snapshot: Snapshot, wanted: Wanted) -> int:
    """Return how many incidents are wanted."""
    query = (
        select(func.count()).select_from(schema.CATALOGUE).where(*conditions(wanted))
    )
    return snapshot.scalar(query) or 0


def entries(
    snapshot: Snapshot, wanted: Wanted, *, limit: int | None = None, offset: int = 0
) -> list[Entry]:
    """Return the incidents wanted, in the order wanted."""
    query = _entries(wanted).order_by(*_order(wanted.order)).limit(limit)
    return [_entry(row) for row in snapshot.execute(query.offset(offset))]


def entry(snapshot: Snapshot, incident_id: str) -> Entry | None:
    """Return one incident's row, None where there is none of that id."""
    query = select(schema.CATALOGUE).where(_C.id == incident_id)
    found = snapshot.execute(query).first()
    return _entry(found) if found else None


def successor(snapshot: Snapshot, incident_id: str) -> str | None:
    """Return the incident that one was merged into, None where it was not."""
    gone = schema.SUPERSEDED.c
    return snapshot.scalar(select(gone.incident_id).where(gone.old_id == incident_id))


def begins(snapshot: Snapshot, prefix: str, limit: int = 6) -> list[Entry]:
    """Return the incidents whose id begins so, however long that is."""
    begun = conclusions.begins(prefix)(_C.id)
    query = select(schema.CATALOGUE).where(*begun).order_by(_C.id).limit(limit)
    return [_entry(row) for row in snapshot.execute(query)]


def cells(
    snapshot: Snapshot, wanted: Wanted, degrees: float, view: Box | None = None
) -> tuple[list[Cell], int]:
    """Return the incidents in squares of so many degrees, and how many have no point.

    With ``view`` only incidents there are put in squares: a near view of very many is
    as few marks as a far one.
    """
    met = conditions(wanted)
    if view is not None:
        met.append(or_(_C.lat.is_(None), and_(*_within(view))))
    column, line = func.round(_C.lon / degrees), func.round(_C.lat / degrees)
    query = (
        select(
            func.count(), func.avg(_C.lat), func.avg(_C.lon), CONTESTED, func.min(_C.id)
        )
        .where(*met)
        .group_by(column, line)
        .order_by(column, line)
    )
    found = list(snapshot.execute(query))
    placed = [row for row in found if row[1] is not None]
    known = {e.id: e for e in _of_ids(snapshot, [r[4] for r in placed if r[0] == 1])}
    made = [
        # Two databases differ in the last digit of a mean; 0.1 m are enough.
        Cell(
            many,
            round(lat, 6),
            round(lon, 6),
            disputed,
            known.get(first) if many == 1 else None,
        )
        for many, lat, lon, disputed, first in placed
    ]
    return made, sum(row[0] for row in found if row[1] is None)


def _of_ids(snapshot: Snapshot, ids: list[str]) -> Iterator[Entry]:
    for start in range(0, len(ids), 500):
        chunk = _C.id.in_(ids[start : start + 500])
        for row in snapshot.execute(select(schema.CATALOGUE).where(chunk)):
            yield _entry(row)


def of_accounts(snapshot: Snapshot, accounts: Sequence[str]) -> dict[str, Entry]:
    """Return the incident that each of some accounts belongs to, by account id."""
    members = schema.INCIDENT_ACCOUNTS.c
    query = select(members.account_id, members.incident_id)
    found = snapshot.execute(query.where(members.account_id.in_(accounts)))
    belongs = {row.account_id: row.incident_id for row in found}
    known = {e.id: e for e in _of_ids(snapshot, sorted(set(belongs.values())))}
    return {a: known[i] for a, i in belongs.items() if i in known}


def of_ids(snapshot: Snapshot, ids: Sequence[str]) -> list[Entry]:
    """Return the incidents of these ids, the newest first."""
    found = list(_of_ids(snapshot, list(ids)))
    return sorted(found, key=lambda e: (e.first_day or "", e.id), reverse=True)


def all_words(snapshot: Snapshot) -> dict[str, str]:
    """Return the folded words of every incident, by id."""
    told = schema.CATALOGUE_WORDS.c
    return {row.id: row.words for row in snapshot.execute(select(told.id, told.words))}


def all_names(snapshot: Snapshot) -> dict[tuple[str, str], list[str]]:
    """Return the folded names of every incident, by its id and their kind."""
    named = schema.CATALOGUE_NAMES.c
    query = select(named.incident_id, named.kind, named.folded).order_by(named.row)
    found: dict[tuple[str, str], list[str]] = {}
    for incident_id, kind, folded in snapshot.execute(query):
        found.setdefault((incident_id, kind), []).append(folded)
    return found


def name_of(snapshot: Snapshot, kind: str, key: str) -> str | None:
    """Return the name of a place, facility or actor, None where nobody names it."""
    named = schema.CATALOGUE_NAMES.c
    query = select(named.name).where(named.kind == kind, named.key == key)
    return snapshot.scalar(query.order_by(named.row).limit(1))


def names(
    snapshot: Snapshot, kind: str, *, limit: int | None = None
) -> list[tuple[str, str, int]]:
    """Return the places, facilities or actors: key, name, how many incidents; most first."""
    named = schema.CATALOGUE_NAMES.c
    many = func.count()
    query = (
        select(named.key, func.min(named.name), many)
        .where(named.kind == kind)
        .group_by(named.key)
        .order_by(many.desc(), named.key)
        .limit(limit)
    )
    return [tuple(row) for row in snapshot.execute(query)]


def names_of(snapshot: Snapshot, incident_id: str) -> list[tuple[str, str, str]]:
    """Return what one incident names: kind, key, name."""
    named = schema.CATALOGUE_NAMES.c
    query = select(named.kind, named.key, named.name).order_by(named.row)
    found = snapshot.execute(query.where(named.incident_id == incident_id))
    return [tuple(row) for row in found]


def _entries(wanted: Wanted) -> Select[Any]:
    return select(schema.CATALOGUE).where(*conditions(wanted))


def _order(order: Order) -> tuple[ColumnElement[Any], ...]:
    newest = (_C.first_day.desc().nulls_last(), _C.id.desc())
    match order:
        case Order.OLDEST:
            return (_C.first_day.is_(None), _C.first_day, _C.id)
        case Order.TOLL:
            return (_C.killed.desc().nulls_last(), *newest)
        case Order.SOURCES:
            return (_C.independent_sources.desc(), *newest)
        case Order.CHANGED:
            return (_C.changed.desc(), _C.id.desc())
        case _:
            return newest


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return the conditions that every wanted incident meets."""
    met: list[ColumnElement[bool]] = []
    if wanted.type is not None:
        met.append(_C.type == wanted.type.value)
    if wanted.status is not None:
        met.append(_C.agreement == wanted.status.value)
    if wanted.since is not None:
        met.append(_C.last_day >= wanted.since)
    if wanted.until is not None:
        met.append(_C.first_day <= wanted.until)
    if wanted.killed_from is not None:
        most = func.coalesce(_C.killed_high, _C.killed)
        met.append(most >= wanted.killed_from)
    if wanted.killed_to is not None:
        least = func.coalesce(_C.killed_low, _C.killed)
        met.append(least <= wanted.killed_to)
    if wanted.sources_from is not None:
        met.append(_C.independent_sources >= wanted.sources_from)
    met += _known(wanted)
    met += _worded(wanted)
    return met


def _known(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for column, known in ((_C.first_day, wanted.dated), (_C.lat, wanted.placed)):
        if known is not Known.ANY:
            yield column.is_not(None) if known is Known.YES else column.is_(None)
    if wanted.box is not None:
        yield from _within(wanted.box)


def _within(box: Box) -> Iterator[ColumnElement[bool]]:
    yield and_(_C.lat >= box.south, _C.lat <= box.north)
    across = box.west > box.east
    inside = (_C.lon >= box.west, _C.lon <= box.east)
    yield or_(*inside) if across else and_(*inside)


def _worded(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    named = schema.CATALOGUE_NAMES.c
    for kind, words in (("place", wanted.place), ("actor", wanted.actor)):
        if words:
            holds = _holds(named.folded, words)
            yield _C.id.in_(select(named.incident_id).where(named.kind == kind, holds))
    if wanted.named is not None:
        kind, key = wanted.named
        ids = select(named.incident_id).where(named.kind == kind, named.key == key)
        yield _C.id.in_(ids)
    told = schema.CATALOGUE_WORDS.c
    asked = wanted.words.split()
    if asked:
        all_held = [_holds(told.words, word) for word in asked]
        yield _C.id.in_(select(told.id).where(*all_held))


def _holds(folded: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Say that a folded text holds the words."""
    return holds(folded, words.casefold())


def _entry(row: Any) -> Entry:
    kept = {name: getattr(row, name) for name in _FIELDS}
    return Entry(
        type=IncidentType(row.type), agreement=Agreement(row.agreement), **kept
    )


_FIELDS = tuple(name for name in Entry.__slots__ if name not in {"type", "agreement"})
