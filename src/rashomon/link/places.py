"""Toponym resolution: which place each name means, in the context of the document.

Every candidate entry gets a list of named reasons; their sum is its score, and a name
whose best score stays below a threshold names no place (NIL, said on purpose).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.algorithms.distance import distance_km
from rashomon.algorithms.similarity import CYRILLIC, normalised
from rashomon.link import clues as clue_finder
from rashomon.link import distances
from rashomon.link.candidates import Candidate, Spelling, Unit
from rashomon.link.clues import Clue
from rashomon.link.outlets import UNKNOWN, Home
from rashomon.link.scene import DISTRICT_KM, Scene, scene_of
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision, Point, Where
from rashomon.store.gazetteer import Entry, Feature, Gazetteer

# Weights and threshold were set by hand on two samples of 60 documents of the
# development places (overlap F1 .90, accuracy@161 km .93 there) and on wire-dev.
THRESHOLD = 2.6
# A text with more names than this is a list, where any district may hold any place.
MANY = 500
SMALL = 100_000  # people; a smaller place abroad is rarely named alone

_PRECISION = {
    Feature.PLACE: GeoPrecision.SETTLEMENT,
    Feature.ADMIN2: GeoPrecision.DISTRICT,
    Feature.ADMIN1: GeoPrecision.REGION,
    Feature.COUNTRY: GeoPrecision.COUNTRY,
    Feature.AREA: GeoPrecision.REGION,
    Feature.AIRPORT: GeoPrecision.FACILITY,
}
_SPELLING = {
    Spelling.MAIN: 0.6,
    Spelling.ALTERNATE: -0.4,
    Spelling.INFLECTED: 0.3,
    Spelling.UNIT: 0.6,
    Spelling.SOUND: -1.0,
    Spelling.DEMONYM: 4.0,
    Spelling.ABBREVIATION: 3.0,
}
_KIND = {
    MentionKind.PLACE: 1.4,
    MentionKind.UNKNOWN: 0.0,
    MentionKind.FACILITY: 0.2,
    MentionKind.ORGANISATION: -0.6,
    MentionKind.PERSON: -0.8,
}
_PART = {
    MentionKind.PLACE: -0.4,
    MentionKind.UNKNOWN: -0.9,
    MentionKind.FACILITY: -0.8,
    MentionKind.ORGANISATION: -1.0,
    MentionKind.PERSON: -2.5,
}
_UNIT_FEATURE = {
    Unit.REGION: Feature.ADMIN1,
    Unit.DISTRICT: Feature.ADMIN2,
    Unit.SETTLEMENT: Feature.PLACE,
}

Reasons = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    candidate: Candidate
    reasons: Reasons

    @property
    def score(self) -> float:
        return sum(weight for _, weight in self.reasons)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every name of a document is weighed with: its outlet's home, its districts.

    ``districts``: the points that its names of districts may mean, by division.
    """

    clues: list[Clue]
    home: Home
    districts: dict[int, set[tuple[float, float]]]

    @classmethod
    def of(cls, clues: list[Clue], home: Home) -> _Setting:
        districts: dict[int, set[tuple[float, float]]] = defaultdict(set)
        for clue in clues if len(clues) <= MANY else ():
            for candidate in clue.candidates if clue.unit is Unit.DISTRICT else ():
                entry = candidate.entry
                if entry.feature is Feature.ADMIN2 and entry.admin1_id:
                    districts[entry.admin1_id].add((entry.lat, entry.lon))
        return cls(clues, home, districts)

    def has_district_of(self, entry: Entry) -> bool:
        """Say whether a place may lie in a district that the document names."""
        return any(
            distance_km(entry.lat, entry.lon, lat, lon) <= DISTRICT_KM
            for lat, lon in self.districts.get(entry.admin1_id or 0, ())
        )


def resolve(
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    *,
    language: str,
    home: Home = UNKNOWN,
) -> list[Toponym]:
    """Return the place names among the mentions and where they are, in text order.

    ``home``: what the document's outlet mostly writes about.
    """
    clues = clue_finder.find(text, mentions, gazetteer, language=language)
    setting = _Setting.of(clues, home)
    scene, choices = Scene(), [_Choice(c.candidates[0], ()) for c in clues]
    weighed = [_weighed(clue) for clue in clues]
    for _ in range(3):
        before, known = [choice.candidate for choice in choices], scene
        choices = [
            _best(clue, own, setting, scene, choices)
            for clue, own in zip(clues, weighed, strict=True)
        ]
        scene = _scene_of(clues, choices)
        # Chosen alike, by the scene that they make: once more would change nothing.
        if scene == known and before == [choice.candidate for choice in choices]:
            break
    choices = _one_sense(clues, choices)
    found = [
        _toponym(clue, choice)
        for clue, choice in zip(clues, choices, strict=True)
        if choice.score >= THRESHOLD or _is_named_but_unknown(clue, choice)
    ]
    return distances.checked(text, found, gazetteer)


def _is_named_but_unknown(clue: Clue, choice: _Choice) -> bool:
    """Say whether a name reads like a place although no entry convinces (NIL)."""
    return (
        clue.whole
        and clue.kind is MentionKind.PLACE
        and clue.preposition
        and choice.score >= THRESHOLD - 1
    )


def _weighed(clue: Clue) -> list[Reasons]:
    """Weigh each candidate by what no other name of the text changes."""
    common = _of_the_name(clue)
    return [(*common, *_of_the_entry(clue, c)) for c in clue.candidates]


def _best(
    clue: Clue,
    weighed: list[Reasons],
    setting: _Setting,
    scene: Scene,
    choices: list[_Choice],
) -> _Choice:
    containers = [choices[j].candidate.entry for j in clue.containers]
    best: _Choice | None = None
    for candidate, own in zip(clue.candidates, weighed, strict=True):
        reasons = (
            *own,
            *_of_the_scene(clue, candidate.entry, scene, containers),
            *_of_the_setting(candidate.entry, setting, scene.divisions),
        )
        choice = _Choice(candidate, tuple(r for r in reasons if r[1]))
        if best is None or choice.score > best.score:
            best = choice
    assert best is not None  # a clue has at least one candidate
    return best


def _of_the_name(clue: Clue) -> list[tuple[str, float]]:
    """Weigh what holds for every entry: how the name stands in the text."""
    reasons = [(f"read as {clue.kind}", _KIND[clue.kind])]
    if not clue.whole:
        reasons.append((f"part of a longer {clue.kind} name", _PART[clue.kind]))
    if clue.preposition:
        reasons.append(("after a preposition of place", 0.7))
    if clue.given_name and clue.kind is not MentionKind.PLACE:
        reasons.append(("a given name", -1.5))
    if clue.person_beside and clue.unit is None:
        reasons.append(("beside a person's name or title", -2.5))
    if (
        clue.sentence_start
        and clue.kind is MentionKind.UNKNOWN
        and not clue.preposition
    ):
        reasons.append(("first word of a sentence", -0.6))
    if clue.road:
        reasons.append(("a road's name", -5.0))
    if clue.landscape:
        reasons.append(("before a word for a landscape", -2.5))
    if clue.served:
        reasons.append(("it has its own police or firefighters", 1.2))
    if clue.adjective and not clue.preposition:
        reasons.append(("an adjective before its noun", -1.5))
    return reasons


def _doubts(clue: Clue, candidate: Candidate) -> list[tuple[str, float]]:
    """Weigh what speaks against a name that is also a word; countries are beyond it."""
    reasons = []
    if candidate.spelling is not Spelling.ABBREVIATION:
        if clue.everyday and clue.unit is None:
            reasons.append(("an everyday word", -3.0))
        if len(clue.text) <= 3 and clue.kind is not MentionKind.PLACE:
            reasons.append(("very short", -2.0))
    return reasons


def _of_the_entry(clue: Clue, candidate: Candidate) -> list[tuple[str, float]]:
    """Weigh the entry by itself: population, spelling, and what feature it is."""
    entry, reasons = candidate.entry, []
    if entry.feature is Feature.COUNTRY:
        reasons.append(("a country", 5.4))
    elif entry.feature is Feature.AREA:
        reasons.append(("a well-known area", 3.2))
    elif entry.feature is Feature.AIRPORT:
        reasons.append(("an airport by its whole name", 3.0))
    else:
        least = 20_000 if entry.feature is Feature.ADMIN2 else 100
        people = 0.5 * math.log10(max(entry.population, least))
        reasons.append((f"population {entry.population}", people))
    weight = _SPELLING[candidate.spelling]
    if entry.feature in {Feature.COUNTRY, Feature.AREA}:
        weight = max(0.0, weight)
    reasons.append((str(candidate.spelling), weight))
    if entry.feature not in {Feature.COUNTRY, Feature.AREA}:
        reasons += _doubts(clue, candidate)
    if entry.capital and candidate.spelling is not Spelling.ALTERNATE:
        reasons.append(("a capital", 1.5))
    if clue.unit is not None:
        fits = _UNIT_FEATURE[clue.unit] is entry.feature
        reasons.append((f"beside a word for a {clue.unit}", 2.2 if fits else -0.3))
    elif entry.feature is Feature.ADMIN1:
        town = any(
            c.entry.admin1_id == entry.geonameid and c.entry.population > 50_000
            for c in clue.candidates
            if c.entry.feature is Feature.PLACE
        )
        named_so = ("a division named like its city", -2.2)
        reasons.append(named_so if town else ("a division of a country", 0.4))
    elif entry.feature is Feature.ADMIN2:
        reasons.append(("a district, not said to be one", -1.0))
    return reasons


def _of_the_scene(
    clue: Clue, entry: Entry, scene: Scene, containers: list[Entry]
) -> list[tuple[str, float]]:
    """Weigh how the entry fits the places that the document names otherwise."""
    reasons = []
    # "China, Japan" lists countries, although Japan has a town of that name.
    listed = any(c.entry.feature is Feature.COUNTRY for c in clue.candidates)
    if any(
        _contains(outer, entry)
        for outer in containers
        if not (listed and outer.feature is Feature.COUNTRY)
    ):
        reasons.append(("followed by what contains it", 3.0))
    name = normalised(clue.text)
    known = scene.support(entry.country, name)
    reasons.append(("its country is in the text", 1.4 * known))
    if not known and scene.countries and 0 < entry.population < SMALL:
        reasons.append(("small, and nothing else of its country is named", -0.8))
    if entry.feature is not Feature.COUNTRY:
        if entry.geonameid in scene.seats:
            reasons.append(("places of it are in the text", 1.2))
        if entry.admin1_id in scene.divisions and entry.geonameid != entry.admin1_id:
            reasons.append(("its region is in the text", 1.8))
        if entry.feature is Feature.ADMIN2 and scene.holds_towns(entry):
            reasons.append(("places of it are in the text", 1.5))
        if entry.feature is Feature.PLACE:
            near = scene.neighbours(entry, name)
            reasons.append(("near other places in the text", min(1.0, 0.4 * near)))
    return reasons


def _of_the_setting(
    entry: Entry, setting: _Setting, divisions: frozenset[int]
) -> list[tuple[str, float]]:
    """Weigh how the entry fits the outlet's home and the districts that are named."""
    reasons, home = [], setting.home
    if entry.feature is Feature.PLACE and setting.has_district_of(entry):
        reasons.append(("a district that may hold it is in the text", 1.0))
    if entry.feature not in {Feature.COUNTRY, Feature.AREA}:
        if home.holds(entry):
            reasons.append(("its region is the outlet's", 1.6))
        elif entry.country in home.countries:
            reasons.append(("its country is the outlet's", 0.4))
            told = home.divisions and entry.admin1_id not in divisions
            if told and 0 < entry.population < SMALL:
                reasons.append(("small, and far from the outlet", -0.8))
    return reasons


def _contains(outer: Entry, inner: Entry) -> bool:
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


def _scene_of(clues: list[Clue], choices: list[_Choice]) -> Scene:
    return scene_of(
        (clue.text, choice.candidate.entry)
        for clue, choice in zip(clues, choices, strict=True)
        if choice.score >= THRESHOLD
    )


def _one_sense(clues: list[Clue], choices: list[_Choice]) -> list[_Choice]:
    """Give every mention of a name the place that its best-placed mention has."""
    best: dict[str, _Choice] = {}
    for clue, choice in zip(clues, choices, strict=True):
        name = normalised(clue.text)
        if clue.unit is None and (name not in best or choice.score > best[name].score):
            best[name] = choice
    agreed = []
    for clue, choice in zip(clues, choices, strict=True):
        leader = best.get(normalised(clue.text))
        if clue.unit is None and leader is not None and leader.score >= THRESHOLD:
            reasons = choice.reasons
            if leader.candidate.entry.geonameid != choice.candidate.entry.geonameid:
                reasons = (*reasons, ("the same name elsewhere in the text", 0.0))
            agreed.append(_Choice(leader.candidate, reasons))
        else:
            agreed.append(choice)
    return agreed


def _toponym(clue: Clue, choice: _Choice) -> Toponym:
    candidate, entry = choice.candidate, choice.candidate.entry
    reasons = tuple((name, round(weight, 2)) for name, weight in choice.reasons)
    demonym = candidate.spelling is Spelling.DEMONYM
    seat = entry.feature is Feature.COUNTRY or entry.capital
    where = None
    if choice.score >= THRESHOLD:
        written = clue.text
        if demonym or (
            CYRILLIC.search(written) and candidate.spelling is not Spelling.MAIN
        ):
            written = entry.name
        where = Where(
            written, _PRECISION[entry.feature], Point(entry.lat, entry.lon),
            entry.country or None, entry.admin1, entry.geonameid,
        )  # fmt: skip
    metonym = seat and clue.speaks and not clue.preposition and not demonym
    return Toponym(
        span=clue.span, text=clue.text, where=where, reasons=reasons,
        demonym=demonym, metonym=metonym,
    )  # fmt: skip
