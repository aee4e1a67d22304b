"""What a document names as a whole: the scene that each of its names is weighed in.

Countries and divisions named, and where its towns lie. Built so that a name is weighed
against it in the same time however many names the document has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import floor

from rashomon.algorithms.distance import bounding_box, distance_km
from rashomon.algorithms.similarity import normalised
from rashomon.store.gazetteer import Entry, Feature

NEAR_KM = 150.0
DISTRICT_KM = 60.0  # from a district's point to a place that may lie in it

# More neighbours than this add nothing to what they say.
MAX_NEIGHBOURS = 3

# A name given to many towns of one box is looked at only this often.
MAX_PER_CELL = 50

Cell = tuple[int, int]
Spot = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the document has told so far: countries and divisions named, and places.

    ``countries`` counts the names that speak for a country; ``spots`` are the named
    towns by one-degree cell, ``homes`` by their division.
    """

    countries: dict[str, Counter[str]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    most: int = 0
    divisions: frozenset[int] = frozenset()
    seats: frozenset[int] = frozenset()
    spots: dict[Cell, list[Spot]] = field(default_factory=dict)
    homes: dict[int, list[Spot]] = field(default_factory=dict)

    def support(self, country: str, name: str) -> float:
        """Return how far other names than this one speak for a country, 0 to 1."""
        told = self.countries.get(country)
        if not told or not self.most:
            return 0.0
        others = self.totals[country] - told[name]
        return min(1.0, 0.4 + 0.6 * others / self.most) if others > 0 else 0.0

    def tells_of_others(self, name: str) -> bool:
        """Say whether the document names any place but this one."""
        return any(
            total > self.countries[country][name]
            for country, total in self.totals.items()
        )

    def neighbours(self, entry: Entry, name: str) -> int:
        """Count the towns of other names close to an entry, at most three."""
        found = 0
        for other, lat, lon in self._around(entry):
            if other == name:
                continue
            found += distance_km(entry.lat, entry.lon, lat, lon) <= NEAR_KM
            if found == MAX_NEIGHBOURS:
                break
        return found

    def has_town_of(self, division: int | None, name: str) -> bool:
        """Say whether a town of another name than this one lies in a division."""
        return any(other != name for other, _, _ in self.homes.get(division or 0, ()))

    def holds_towns(self, district: Entry, name: str) -> bool:
        """Say whether a town of another name lies in a district: of its division, and near it."""
        return any(
            other != name
            and distance_km(district.lat, district.lon, lat, lon) <= DISTRICT_KM
            for other, lat, lon in self.homes.get(district.admin1_id or 0, ())
        )

    def _around(self, entry: Entry) -> Iterator[Spot]:
        if not self.spots:
            return
        south, west, north, east = bounding_box(entry.lat, entry.lon, NEAR_KM)
        for y in range(floor(south), floor(north) + 1):
            for x in range(floor(west), floor(east) + 1):
                yield from self.spots.get((y, x % 360), ())


def scene_of(named: Iterable[tuple[str, Entry]]) -> Scene:
    """Return the scene that resolved names make: (name as written, its entry)."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    divisions: set[int] = set()
    seats: set[int] = set()
    spots: dict[int, Spot] = {}
    homes: dict[int, dict[int, Spot]] = defaultdict(dict)
    for written, entry in named:
        name = normalised(written)
        if entry.country:
            weight = 2 if entry.feature is Feature.COUNTRY else 1
            countries[entry.country][name] += weight
        if entry.feature is Feature.ADMIN1:
            divisions.add(entry.geonameid)
        elif entry.feature is Feature.PLACE:
            if entry.admin1_id and not entry.capital:
                seats.add(entry.admin1_id)
            spots[entry.geonameid] = (name, entry.lat, entry.lon)
            if len(homes[entry.admin1_id or 0]) < MAX_PER_CELL:
                homes[entry.admin1_id or 0][entry.geonameid] = spots[entry.geonameid]
    totals = {country: sum(told.values()) for country, told in countries.items()}
    return Scene(
        dict(countries), totals, max(totals.values(), default=0),
        frozenset(divisions), frozenset(seats), _by_cell(spots.values()),
        {division: list(towns.values()) for division, towns in homes.items()},
    )  # fmt: skip


def _by_cell(spots: Iterable[Spot]) -> dict[Cell, list[Spot]]:
    cells: dict[Cell, list[Spot]] = defaultdict(list)
    for spot in spots:
        held = cells[floor(spot[1]), floor(spot[2]) % 360]
        if len(held) < MAX_PER_CELL:
            held.append(spot)
    return dict(cells)
