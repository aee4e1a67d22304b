"""Compiles the packaged place data into one read-only SQLite file.

Built once, next to its final name, and moved there in one step: two processes may
both build it, and the last one wins with the same bytes' worth of places.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from math import floor
from pathlib import Path
from statistics import fmean

from rashomon.algorithms.similarity import normalised, romanised, sound
from rashomon.store import gazetteer_sources as sources
from rashomon.store.gazetteer_names import adjective_stem, bare_name, is_worth_a_look
from rashomon.store.gazetteer_sources import Feature, Source

FORMAT = 9
Progress = Callable[[str], None]
MIN_SOUND = 3  # at three consonants one key has up to 523 names, 35 on average

_SCHEMA = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    country TEXT NOT NULL, admin1 TEXT, admin1_id INTEGER, feature TEXT NOT NULL,
    population INTEGER NOT NULL, cell INTEGER NOT NULL, capital INTEGER DEFAULT 0);
CREATE TABLE demonyms (word TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE names (
    name TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, sound TEXT,
    PRIMARY KEY (name, place)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX names_sound ON names (sound) WHERE sound IS NOT NULL;
CREATE INDEX places_cell ON places (cell);
ANALYZE;
"""

_ENGLISH_UNIT = (
    " Oblast",
    " Krai",
    " Region",
    " Province",
    " Governorate",
    " District",
)


def cell_of(lat: float, lon: float) -> int:
    """Return the number of the one-degree cell that a point lies in."""
    return floor(lat) * 360 + floor(lon) % 360


def build(path: Path, progress: Progress | None = None) -> Path:
    """Compile the gazetteer to ``path`` and return it (measured: 22 s, 73 MB)."""
    say = progress or (lambda _message: None)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
            db.executescript(_SCHEMA)
            say("reading the place data")
            units = sources.units()
            people = _fill_cities(db, units)
            say("adding regions, districts and countries")
            _fill_units(db, units, people)
            _fill_others(db)
            _mark_capitals(db)
            say("indexing names")
            db.executescript(_INDEXES)
            db.commit()
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def keys_of(source: Source) -> dict[str, bool]:
    """Return every key of a place, and whether it is of its main name.

    >>> source = Source(1, "Lipno", Feature.PLACE, "PL", "PL.1", 9, (1.0, 2.0), ())
    >>> keys_of(source)
    {'lipno': True}
    """
    keys = {normalised(source.name): True}
    of_city = source.feature is Feature.PLACE
    for name in source.names:
        if is_worth_a_look(name, of_city=of_city):
            keys.setdefault(normalised(name), False)
    if source.feature in {Feature.ADMIN1, Feature.ADMIN2}:
        for name in list(keys):
            bare = bare_name(name)
            stem = adjective_stem(bare)
            keys.setdefault(bare, False)
            if stem:
                keys.setdefault(stem, False)
                keys.setdefault(romanised(stem), False)
    keys.pop("", None)
    return keys


def _insert(
    db: sqlite3.Connection, rows: Iterable[tuple[Source, str | None, int | None]]
) -> None:
    for source, admin1, admin1_id in rows:
        if source.point is None:
            continue
        lat, lon = source.point
        place = (source.id, source.name, lat, lon, source.country, admin1, admin1_id,
                 source.feature, source.population, cell_of(lat, lon))  # fmt: skip
        db.execute(
            "INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?,0)", place
        )
        heard = source.feature is not Feature.AIRPORT
        names = [
            (key, source.id, int(main), _sound_of(key) if heard else None)
            for key, main in keys_of(source).items()
        ]
        db.executemany("INSERT OR REPLACE INTO names VALUES (?,?,?,?)", names)
        _insert_demonyms(db, source)


def _insert_demonyms(db: sqlite3.Connection, source: Source) -> None:
    rows = [(normalised(word), source.id) for word in source.demonyms]
    db.executemany("INSERT OR REPLACE INTO demonyms VALUES (?,?)", rows)


def _mark_capitals(db: sqlite3.Connection) -> None:
    for country, name in sources.capitals().items():
        db.execute(
            "UPDATE places SET capital = 1 WHERE id = (SELECT p.id FROM places p JOIN"
            " names n ON n.place = p.id WHERE n.name = ? AND p.country = ?"
            " AND p.feature = 'place' ORDER BY p.population DESC LIMIT 1)",
            (normalised(name), country),
        )


def _sound_of(key: str) -> str | None:
    form = sound(key)
    return form if len(form) >= MIN_SOUND and len(key) >= 5 else None


def _display_name(unit: Source) -> str:
    """Prefer the English name of a unit ("Bryansk Oblast") to its transcription."""
    english = [n for n in unit.names if n.endswith(_ENGLISH_UNIT) and n.isascii()]
    return min(english, key=len) if english else unit.name


def _fill_cities(db: sqlite3.Connection, units: sources.Units) -> dict[str, int]:
    """Insert the populated places; return the people living in each first division."""
    people: dict[str, int] = defaultdict(int)

    def rows() -> Iterator[tuple[Source, str | None, int | None]]:
        for city in sources.cities():
            people[city.admin1] += city.population
            number = units.admin1_ids.get(city.admin1)
            yield city, _display_name(units.units[number]) if number else None, number

    _insert(db, rows())
    return people


def _fill_units(
    db: sqlite3.Connection, units: sources.Units, people: dict[str, int]
) -> None:
    points = {
        i: _middle(points)
        if units.units[i].feature is Feature.ADMIN1
        else _mean(points)
        for i, points in units.members.items()
    }
    namesakes = _namesakes(db)

    def rows() -> Iterator[tuple[Source, str | None, int | None]]:
        for unit in units.units.values():
            first = unit.feature is Feature.ADMIN1
            number = units.admin1_ids.get(unit.admin1)
            point = points.get(unit.id) or _seat(unit, number, namesakes)
            if point is None and number is not None:
                point = points.get(number)
            yield (
                _at(unit, point, people[unit.admin1] if first else 0),
                _display_name(units.units[number]) if number else None,
                number,
            )

    _insert(db, rows())


def _at(unit: Source, point: tuple[float, float] | None, population: int) -> Source:
    return Source(
        unit.id, _display_name(unit), unit.feature, unit.country, unit.admin1,
        population, point, (unit.name, *unit.names),
    )  # fmt: skip


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    return fmean(p[0] for p in points), fmean(p[1] for p in points)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of the box around the points, as GeoNames places a region.

    The mean of its towns lies 492 km off for Manitoba, whose people live in the south.
    """
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if max(lons) - min(lons) > 180:  # it crosses the date line
        return _mean(points)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


_STEM_CHARS = 5


def _namesakes(
    db: sqlite3.Connection,
) -> dict[tuple[str, int, str], tuple[float, float]]:
    """Return the largest place by country, first division and start of its name."""
    query = (
        "SELECT country, admin1_id, name, lat, lon FROM places"
        " WHERE admin1_id IS NOT NULL ORDER BY population"
    )
    return {
        (country, admin1, romanised(name)[:_STEM_CHARS]): (lat, lon)
        for country, admin1, name, lat, lon in db.execute(query)
    }


def _seat(
    unit: Source,
    admin1_id: int | None,
    namesakes: dict[tuple[str, int, str], tuple[float, float]],
) -> tuple[float, float] | None:
    """Return where a district without listed members is: the town it is named for."""
    stem = romanised(unit.name)[:_STEM_CHARS]
    return namesakes.get((unit.country, admin1_id or 0, stem))


def _located(db: sqlite3.Connection, country: Source) -> Source:
    """Put a country that our list gives no point at its largest town, if it has one."""
    if country.point is not None:
        return country
    query = "SELECT lat, lon FROM places WHERE country = ? ORDER BY population DESC"
    row = db.execute(query, (country.country,)).fetchone()
    return replace(country, point=(row[0], row[1])) if row else country


def _fill_others(db: sqlite3.Connection) -> None:
    """Insert airports, countries and areas; an area that GeoNames has as a unit only renames it."""
    _insert(db, ((field, field.admin1 or None, None) for field in sources.airports()))
    located = (_located(db, country) for country in sources.countries())
    _insert(db, ((country, None, None) for country in located))
    for area in sources.areas():
        if db.execute("SELECT 1 FROM places WHERE id = ?", (area.id,)).fetchone():
            assert area.point is not None
            change = (area.name, *area.point, cell_of(*area.point), area.id)
            db.execute(
                "UPDATE places SET name=?, lat=?, lon=?, cell=? WHERE id=?", change
            )
            names = [(k, area.id, 1, _sound_of(k)) for k in keys_of(area)]
            db.executemany("INSERT OR REPLACE INTO names VALUES (?,?,?,?)", names)
            _insert_demonyms(db, area)
        else:
            _insert(db, [(area, None, None)])
