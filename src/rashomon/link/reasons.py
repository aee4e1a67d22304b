"""What speaks for and against an entry of the gazetteer being what a name means.

Each function yields reasons as (name, how much of it). What one is worth is in
``data/toponyms.tsv``, learnt by ``training/toponyms.py``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.algorithms.distance import distance_km
from rashomon.algorithms.similarity import CYRILLIC, normalised, skeleton
from rashomon.link.candidates import Candidate, Spelling, Unit, bare_name
from rashomon.link.clues import Clue
from rashomon.link.outlets import Home
from rashomon.link.scene import DISTRICT_KM, Scene
from rashomon.model.mention import MentionKind
from rashomon.store.gazetteer import Entry, Feature

# A text with more names than this is a list, where any district may hold any place.
MANY = 500
SMALL = 100_000  # people; a smaller place abroad is rarely named alone
# What a village and a district count for at least, whose people nobody tells.
LEAST, LEAST_OF_A_DISTRICT = 100, 20_000

_UNIT_FEATURE = {
    Unit.REGION: Feature.ADMIN1,
    Unit.DISTRICT: Feature.ADMIN2,
    Unit.SETTLEMENT: Feature.PLACE,
}
_KNOWN_AT_LARGE = frozenset({Feature.COUNTRY, Feature.AREA})

Reasons = Iterator[tuple[str, float]]


@cache
def weights() -> dict[str, float]:
    """Return what one of each reason is worth."""
    table = files("rashomon") / "data" / "toponyms.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


@dataclass(frozen=True, slots=True)
class Setting:
    """What every name of a document is weighed with: its outlet's home, its districts.

    ``districts``: the points that its names of districts may mean, by division.
    """

    home: Home
    districts: dict[int, set[tuple[str, float, float]]]

    @classmethod
    def of(cls, clues: list[Clue], home: Home) -> Setting:
        """Return the setting that a document's names and its outlet make."""
        districts: dict[int, set[tuple[str, float, float]]] = defaultdict(set)
        for clue in clues if len(clues) <= MANY else ():
            for candidate in clue.candidates if clue.unit is Unit.DISTRICT else ():
                entry = candidate.entry
                if entry.feature is Feature.ADMIN2 and entry.admin1_id:
                    spot = (bare_name(clue.text), entry.lat, entry.lon)
                    districts[entry.admin1_id].add(spot)
        return cls(home, districts)

    def has_district_of(self, entry: Entry, name: str) -> bool:
        """Say whether a place may lie in a district of another name in the document.

        A district called like its town is in every country that has both.
        """
        return any(
            called != name
            and distance_km(entry.lat, entry.lon, lat, lon) <= DISTRICT_KM
            for called, lat, lon in self.districts.get(entry.admin1_id or 0, ())
        )


def of_the_name(clue: Clue) -> Reasons:
    """Yield what holds for every entry: how the name stands in the text."""
    yield f"read as {clue.kind}" if clue.parsed else "read by no model", 1.0
    if not clue.whole:
        yield f"part of a longer {clue.kind} name", 1.0
    if len(re.split(r"[\s-]+", clue.text)) > 1:
        yield "a name of several words", 1.0
    if clue.preposition:
        yield "after a preposition of place", 1.0
    if clue.given_name and clue.kind is not MentionKind.PLACE:
        yield "a given name", 1.0
    if clue.person_beside and clue.unit is None:
        yield "beside a person's name or title", 1.0
    bare = clue.kind is MentionKind.UNKNOWN and not clue.preposition
    if clue.sentence_start and bare:
        yield "first word of a sentence", 1.0
    if clue.road:
        yield "a road's name", 1.0
    if clue.quarter:
        yield "after a point of the compass", 1.0
    if clue.landscape:
        yield "before a word for a landscape", 1.0
    if clue.served:
        yield "it has its own police or firefighters", 1.0
    if clue.adjective and not clue.preposition:
        yield "an adjective before its noun", 1.0


def of_the_entry(clue: Clue, candidate: Candidate) -> Reasons:
    """Yield what the entry says by itself: people, spelling, what feature it is."""
    entry, spelling = candidate.entry, candidate.spelling
    if entry.feature is Feature.COUNTRY:
        yield "a country", 1.0
    elif entry.feature is Feature.AREA:
        yield "a well-known area", 1.0
    elif entry.feature is Feature.AIRPORT:
        yield "an airport by its whole name", 1.0
    else:
        least = LEAST_OF_A_DISTRICT if entry.feature is Feature.ADMIN2 else LEAST
        yield "people, in powers of ten", math.log10(max(entry.population, least))
    if spelling is Spelling.ALTERNATE and _is_transliterated(clue.text, entry):
        yield "its main name in other letters", 1.0
    unlike = spelling in {Spelling.ALTERNATE, Spelling.SOUND}
    if not (unlike and entry.feature in _KNOWN_AT_LARGE):
        yield str(spelling), 1.0
    if entry.feature not in _KNOWN_AT_LARGE and spelling is not Spelling.ABBREVIATION:
        # A name that is also a word; countries are beyond such doubt.
        if clue.everyday and clue.unit is None:
            yield "an everyday word", 1.0
        if len(clue.text) <= 3 and clue.kind is not MentionKind.PLACE:
            yield "very short", 1.0
    if entry.capital and spelling is not Spelling.ALTERNATE:
        yield "a capital", 1.0
    if entry.feature is Feature.PLACE and entry.population == clue.most:
        yield "the most people of its name", 1.0
    yield from _of_the_unit(clue, entry)


def _is_transliterated(written: str, entry: Entry) -> bool:
    """Say whether a name in Cyrillic letters is the entry's own: Слов'янськ is Slovyansk."""
    return bool(CYRILLIC.search(written)) and skeleton(written) == skeleton(entry.name)


# A division named like a town of more people than this is rarely meant.
NAMED_LIKE = 50_000


def _of_the_unit(clue: Clue, entry: Entry) -> Reasons:
    """Yield whether the entry is what a word beside the name says that it is."""
    if clue.unit is not None:
        said = "" if fits(clue, entry) else "not what is "
        yield f"{said}beside a word for a {clue.unit}", 1.0
    elif entry.feature is Feature.ADMIN1:
        town = any(
            c.entry.admin1_id == entry.geonameid and c.entry.population > NAMED_LIKE
            for c in clue.candidates
            if c.entry.feature is Feature.PLACE
        )
        named_so = "a division named like its city"
        yield named_so if town else "a division of a country", 1.0
    elif entry.feature is Feature.ADMIN2:
        yield "a district, not said to be one", 1.0


def fits(clue: Clue, entry: Entry) -> bool:
    """Say whether the entry is what a word beside the name says that it is."""
    return clue.unit is not None and _UNIT_FEATURE[clue.unit] is entry.feature


def may_be_a_country(clue: Clue) -> bool:
    """Say whether a country is among those that a name may be of."""
    return any(c.entry.feature is Feature.COUNTRY for c in clue.candidates)


def of_the_scene(
    clue: Clue, entry: Entry, scene: Scene, containers: list[Entry]
) -> Reasons:
    """Yield how the entry fits the places that the document names otherwise."""
    # "China, Japan" lists countries, although Japan has a town of that name.
    listed = bool(containers) and may_be_a_country(clue)
    if any(
        contains(outer, entry)
        for outer in containers
        if not (listed and outer.feature is Feature.COUNTRY)
    ):
        yield "followed by what contains it", 1.0
    elif entry.feature is Feature.PLACE and any(
        outer.feature is Feature.ADMIN1 for outer in containers
    ):
        yield "followed by a division that it is not of", 1.0
    name = normalised(clue.text)
    known = scene.support(entry.country, name)
    yield "its country is in the text", known
    alone = not known and scene.tells_of_others(name)
    if alone and 0 < entry.population < SMALL:
        yield "small, and nothing else of its country is named", 1.0
    if entry.feature is Feature.COUNTRY:
        return
    if entry.geonameid in scene.seats:
        yield "towns of the division are in the text", 1.0
    if entry.admin1_id in scene.divisions and entry.geonameid != entry.admin1_id:
        yield "its region is in the text", 1.0
    if entry.feature is Feature.ADMIN2 and scene.holds_towns(
        entry, bare_name(clue.text)
    ):
        yield "towns of the district are in the text", 1.0
    if entry.feature is Feature.PLACE:
        near = scene.neighbours(entry, name)
        yield "near other places in the text", min(1.0, 0.4 * near)
        if scene.has_town_of(entry.admin1_id, name):
            yield "another town of its region is in the text", 1.0
        elif known and entry.population < SMALL:
            unnamed = entry.admin1_id not in scene.divisions
            yield "small, and nothing else of its region is named", float(unnamed)


def of_the_setting(
    clue: Clue, entry: Entry, setting: Setting, divisions: frozenset[int]
) -> Reasons:
    """Yield how the entry fits the outlet's home and the districts that are named."""
    home = setting.home
    if entry.feature is Feature.PLACE and setting.has_district_of(
        entry, bare_name(clue.text)
    ):
        yield "a district that may hold it is in the text", 1.0
    if entry.feature in _KNOWN_AT_LARGE:
        return
    if home.holds(entry):
        yield "its region is the outlet's", 1.0
    elif entry.country in home.countries:
        yield "its country is the outlet's", 1.0
        told = home.divisions and entry.admin1_id not in divisions
        if told and 0 < entry.population < SMALL:
            yield "small, and far from the outlet", 1.0


def contains(outer: Entry, inner: Entry) -> bool:
    """Say whether a country, division or district holds another entry."""
    if outer.geonameid == inner.geonameid:
        return False
    if outer.feature is Feature.COUNTRY:
        return outer.country == inner.country and inner.feature is not Feature.COUNTRY
    if outer.feature is Feature.ADMIN1:
        below = inner.feature is not Feature.ADMIN1
        return below and inner.admin1_id == outer.geonameid
    if outer.feature is Feature.ADMIN2 and inner.feature is Feature.PLACE:
        near = distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <= DISTRICT_KM
        return near and inner.admin1_id == outer.admin1_id
    return False
