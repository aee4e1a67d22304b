"""The gazetteer: read-only look-up of places by name, by sound and by point.

It knows names and where they are, nothing of the text they stand in: which entry a
name means is decided in ``link.places``.
"""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from rashomon.algorithms.distance import bounding_box, distance_km
from rashomon.algorithms.similarity import likeness, normalised, sound
from rashomon.errors import GazetteerError
from rashomon.store import gazetteer_build
from rashomon.store.gazetteer_sources import (
    CountryRow,
    Feature,
    country_rows,
    inputs_version,
)

__all__ = ["Entry", "Feature", "Gazetteer", "Match", "build", "open_gazetteer"]

build = gazetteer_build.build

# How many namesakes are worth weighing. The commonest name, Santa Maria, has 166.
MAX_NAMESAKES = 300
# Measured on skeletons: Kharkiv/Kharkov .933, Chasiv/Chasov Yar .956.
MIN_LIKENESS = 0.92
MAX_FUZZY = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. ``admin1`` None: a country, or not known."""

    geonameid: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str | None
    admin1_id: int | None
    feature: Feature
    population: int
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found for a name; ``main``: by its main name, not an alternate one."""

    entry: Entry
    name: str
    main: bool


_COLUMNS = (
    "p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin1_id, p.feature,"
    " p.population, p.capital"
)


def _entry(row: tuple[object, ...]) -> Entry:
    geonameid, name, lat, lon, country, admin1, admin1_id, feature, people, capital = (
        row[:10]
    )
    return Entry(
        geonameid, name, lat, lon, country, admin1, admin1_id,  # type: ignore[arg-type]
        Feature(str(feature)), people, bool(capital),  # type: ignore[arg-type]
    )  # fmt: skip


_SHORTENED = {"mt": "mount", "ft": "fort", "pt": "point", "st": "saint"}


class Gazetteer:
    """Look-ups in one compiled file, which is never written to."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``; use :func:`open_gazetteer` to have it built.

        Raises GazetteerError where it is missing or no gazetteer.
        """
        self.path = path
        if not path.is_file():
            raise GazetteerError(
                f"{path}: there is no gazetteer; run `rashomon gazetteer` to build it"
            )
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            if not self._rows("SELECT 1 FROM names JOIN places ON place = id LIMIT 1"):
                raise self._damaged("it holds no places")
        except GazetteerError:
            self._db.close()
            raise
        self.named: Callable[[str], tuple[Match, ...]] = lru_cache(50_000)(self._named)
        self.starting: Callable[[str], tuple[Match, ...]] = lru_cache(20_000)(
            self._starting
        )
        self.sounding: Callable[[str], tuple[Match, ...]] = lru_cache(20_000)(
            self._sounding
        )

        self.divisions: Callable[[str], tuple[Entry, ...]] = lru_cache(300)(
            self._divisions
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _damaged(self, reason: object) -> GazetteerError:
        return GazetteerError(
            f"{self.path}: the gazetteer is damaged ({reason}); delete the file and run"
            " `rashomon gazetteer` to build it again"
        )

    def _rows(
        self, query: str, parameters: Iterable[object] = ()
    ) -> list[tuple[object, ...]]:
        try:
            return self._db.execute(query, tuple(parameters)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _matches(
        self, where: str, parameters: Iterable[object], limit: int
    ) -> list[Match]:
        query = (
            f"SELECT {_COLUMNS}, n.name, n.main FROM names n JOIN places p"
            f" ON p.id = n.place WHERE {where} ORDER BY p.population DESC LIMIT {limit}"
        )
        rows = self._rows(query, parameters)
        return [Match(_entry(row), str(row[10]), bool(row[11])) for row in rows]

    def _named(self, name: str) -> tuple[Match, ...]:
        """Return the entries with this name, whatever its case, accents and hyphens.

        "Mt. Alma" is looked for as written, then as Mount Alma.
        """
        form = normalised(name)
        found = self._matches("n.name = ?", (form,), MAX_NAMESAKES)
        first, _, rest = form.partition(" ")
        if not found and rest and first in _SHORTENED:
            form = f"{_SHORTENED[first]} {rest}"
            found = self._matches("n.name = ?", (form,), MAX_NAMESAKES)
        return tuple(found)

    def _starting(self, stem: str) -> tuple[Match, ...]:
        """Return the most populous entries with a name that starts with ``stem``."""
        start = normalised(stem)
        if len(start) < 3:
            return ()
        found = self._matches(
            "n.name >= ? AND n.name < ?", (start, start + "\uffff"), 200
        )
        return tuple(found)

    def _sounding(self, name: str) -> tuple[Match, ...]:
        """Return entries whose spelling differs a little, best first (may be empty)."""
        key = sound(name)
        if len(key) < gazetteer_build.MIN_SOUND:
            return ()
        found = self._matches("n.sound = ?", (key,), 400)
        scored = [(likeness(m.name, name), m) for m in found]
        like = [(s, m) for s, m in scored if s >= MIN_LIKENESS]
        like.sort(key=lambda pair: (-pair[0], -pair[1].entry.population))
        return tuple(m for _, m in like[:MAX_FUZZY])

    def demonym(self, word: str) -> Entry | None:
        """Return the country or area that an adjective or a people belongs to."""
        query = f"SELECT {_COLUMNS} FROM demonyms d JOIN places p ON p.id = d.place"
        rows = self._rows(f"{query} WHERE d.word = ?", (normalised(word),))
        return _entry(rows[0]) if rows else None

    def by_id(self, geonameid: int) -> Entry | None:
        """Return the entry with this GeoNames id."""
        query = f"SELECT {_COLUMNS} FROM places p WHERE p.id = ?"
        rows = self._rows(query, (geonameid,))
        return _entry(rows[0]) if rows else None

    def nearest(
        self, lat: float, lon: float, *, within_km: float = 25.0
    ) -> Entry | None:
        """Return the populated place nearest to a point, None where none is so near."""
        south, west, north, east = bounding_box(lat, lon, within_km)
        cells = {
            gazetteer_build.cell_of(y, x)
            for y in _steps(south, north)
            for x in _steps(west, east)
        }
        marks = ",".join("?" * len(cells))
        query = (
            f"SELECT {_COLUMNS} FROM places p WHERE p.cell IN ({marks})"
            f" AND p.feature = 'place' AND p.lat BETWEEN ? AND ?"
        )
        rows = self._rows(query, (*sorted(cells), south, north))
        near = [(distance_km(lat, lon, e.lat, e.lon), e) for e in map(_entry, rows)]
        near = [(km, e) for km, e in near if km <= within_km]
        return (
            min(near, key=lambda pair: (pair[0], pair[1].geonameid))[1]
            if near
            else None
        )

    def nearest_in(self, country: str, lat: float, lon: float) -> Entry | None:
        """Return the country's populated place nearest to a point, however far."""
        query = (
            f"SELECT {_COLUMNS} FROM places p WHERE p.country = ? AND p.feature = 'place'"
            " ORDER BY (p.lat - ?) * (p.lat - ?) + ? * MIN("
            "(p.lon - ?) * (p.lon - ?), (360 - ABS(p.lon - ?)) * (360 - ABS(p.lon - ?)))"
            " LIMIT 1"
        )
        # On the sphere a degree of longitude is shorter by the cosine of the latitude.
        shorter = math.cos(math.radians(lat)) ** 2
        rows = self._rows(query, (country, lat, lat, shorter, lon, lon, lon, lon))
        return _entry(rows[0]) if rows else None

    def _divisions(self, country: str) -> tuple[Entry, ...]:
        """Return the first-order divisions of a country, by their ids."""
        query = (
            f"SELECT {_COLUMNS} FROM places p WHERE p.country = ?"
            " AND p.feature = 'admin1' ORDER BY p.id"
        )
        return tuple(_entry(row) for row in self._rows(query, (country,)))

    def countries(self) -> tuple[CountryRow, ...]:
        """Return the countries with their demonyms."""
        return country_rows()


def _steps(low: float, high: float) -> list[float]:
    steps, at = [low], low
    while at + 1 < high:
        at += 1
        steps.append(at)
    return [*steps, high]


def default_path() -> Path:
    """Return where the compiled gazetteer is kept; its name tells what it is made of."""
    home = os.environ.get("RASHOMON_HOME")
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    base = Path(home) if home else Path(cache) / "rashomon"
    made_of = f"{gazetteer_build.FORMAT}\n{inputs_version()}"
    return base / f"gazetteer-{sha256(made_of.encode()).hexdigest()[:12]}.sqlite"


def open_gazetteer(
    path: Path | None = None, *, progress: gazetteer_build.Progress | None = None
) -> Gazetteer:
    """Open the gazetteer, compiling it first where that has not been done yet.

    Raises GazetteerError where the file is damaged or ``path`` cannot be written.
    """
    chosen = path or default_path()
    if not chosen.exists():
        try:
            build(chosen, progress)
        except OSError as error:
            raise GazetteerError(
                f"{chosen}: the gazetteer cannot be built there ({error.strerror or error});"
                " set RASHOMON_HOME to a folder that can be written to"
            ) from error
    return Gazetteer(chosen)
