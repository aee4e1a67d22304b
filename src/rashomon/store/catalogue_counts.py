"""Counting incidents: by type, by period, and how many lack a day or a point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import func, select

from rashomon.store import catalogue, schema
from rashomon.store.catalogue import Snapshot, Wanted

_C = schema.CATALOGUE.c


@dataclass(frozen=True, slots=True)
class Period:
    """How many incidents began in a year, a month or on a day ("2024", "2024-05")."""

    name: str
    count: int
    contested: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How many incidents, how many without a day or a point, by type and by period.

    ``types`` counts those of every type that meet the other conditions.
    """

    count: int
    undated: int
    unplaced: int
    types: dict[str, int]
    periods: tuple[Period, ...]


def overview(snapshot: Snapshot, wanted: Wanted, most: int = 60) -> Overview:
    """Return all counts of a page at once, so that words are looked for only once.

    Periods are days, months or years, the finest that make at most so many.
    """
    groups = _groups(snapshot, replace(wanted, type=None), _MONTH)
    types: Counter[str] = Counter()
    for group in groups:
        types[group.type] += group.many
    mine = [g for g in groups if wanted.type is None or g.type == wanted.type.value]
    many, dated = sum(g.many for g in mine), [g for g in mine if g.period is not None]
    letters = _fineness(dated, most)
    if letters == _DAY:
        mine = _groups(snapshot, wanted, _DAY)
    return Overview(
        count=many,
        undated=many - sum(g.many for g in dated),
        unplaced=many - sum(g.placed for g in mine),
        types=dict(types),
        periods=_periods(mine, letters),
    )


class _Group(NamedTuple):
    """Incidents of one type that began in one period; undated ones have None."""

    type: str
    period: str | None
    many: int
    placed: int
    contested: int
    first: str
    last: str


def _groups(snapshot: Snapshot, wanted: Wanted, letters: int) -> list[_Group]:
    period = func.substr(_C.first_day, 1, letters).label("period")
    query = select(
        _C.type,
        period,
        func.count(),
        func.count(_C.lat),
        catalogue.CONTESTED,
        func.min(_C.first_day),
        func.max(_C.first_day),
    )
    grouped = query.where(*catalogue.conditions(wanted)).group_by(_C.type, period)
    return [_Group(*row) for row in snapshot.execute(grouped)]


def _periods(groups: Sequence[_Group], letters: int) -> tuple[Period, ...]:
    many: Counter[str] = Counter()
    contested: Counter[str] = Counter()
    for group in groups:
        if group.period is not None:
            many[group.period[:letters]] += group.many
            contested[group.period[:letters]] += group.contested
    return tuple(Period(name, many[name], contested[name]) for name in sorted(many))


# How many letters of an ISO day name a day, a month and a year.
_DAY, _MONTH, _YEAR = len("2024-05-01"), len("2024-05"), len("2024")


def _fineness(dated: Sequence[_Group], most: int) -> int:
    """Return how many letters name the finest period that makes at most so many."""
    if not dated:
        return _YEAR
    first, last = min(g.first for g in dated), max(g.last for g in dated)
    years = int(last[:4]) - int(first[:4])
    months = years * 12 + int(last[5:7]) - int(first[5:7])
    if months * 31 + int(last[8:]) - int(first[8:]) < most:
        return _DAY
    return _MONTH if months < most else _YEAR
