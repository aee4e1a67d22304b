"""Gazetteer entries that a name may mean, before its context is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.algorithms.similarity import CYRILLIC, edits, normalised
from rashomon.link import inflection
from rashomon.store.gazetteer import Entry, Feature, Gazetteer, Match
from rashomon.store.gazetteer_names import (
    DISTRICT_WORDS,
    REGION_WORDS,
    SETTLEMENT_WORDS,
    adjective_stem,
)

# Shorter names have too many neighbours one letter away.
MIN_FUZZY_CHARS = 6


class Spelling(StrEnum):
    """How the name in the text relates to the gazetteer's name."""

    MAIN = "main name"
    ALTERNATE = "alternate name"
    INFLECTED = "inflected name"
    UNIT = "name of a unit"
    SOUND = "similar spelling"
    DEMONYM = "demonym"
    ABBREVIATION = "abbreviation after a comma"


class Unit(StrEnum):
    """What a feature word beside the name says that it is."""

    REGION = "region"
    DISTRICT = "district"
    SETTLEMENT = "settlement"


def bare_name(text: str) -> str:
    """Return a name without the word for what it is: "Alton" of "Alton district"."""
    words = text.split()
    bare = words[:-1] if len(words) > 1 and unit_of(words[-1]) else words
    return normalised(" ".join(bare))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry a name may mean, and how its spelling fits."""

    entry: Entry
    spelling: Spelling


def unit_of(word: str) -> Unit | None:
    """Return what kind of place a feature word names, None for other words."""
    form = normalised(word)
    if form in REGION_WORDS:
        return Unit.REGION
    if form in DISTRICT_WORDS:
        return Unit.DISTRICT
    return Unit.SETTLEMENT if form in SETTLEMENT_WORDS else None


def look_up(name: str, gazetteer: Gazetteer, *, language: str) -> list[Candidate]:
    """Return the entries with this name: as written, or in an inflected form."""
    found = [_direct(m) for m in gazetteer.named(name)]
    if not CYRILLIC.search(name):
        demonym = gazetteer.demonym(name)
        if demonym is not None:
            found.append(Candidate(demonym, Spelling.DEMONYM))
        return _best_each(found)
    morphology = "uk" if language == "uk" else "ru"
    for form in inflection.base_forms(name, morphology):
        found += [Candidate(m.entry, Spelling.INFLECTED) for m in gazetteer.named(form)]
    if not found:
        found = _by_stem(name, gazetteer)
    return _best_each(found)


def look_up_unit(name: str, unit: Unit, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the divisions that "name region" or "name district" may mean.

    "Bryansk region" may be a division called so, or that of the city Bryansk.
    """
    wanted = Feature.ADMIN1 if unit is Unit.REGION else Feature.ADMIN2
    forms = [normalised(name)]
    stem = adjective_stem(forms[0])
    if stem:
        forms.append(stem)
    matches = [m for form in forms for m in gazetteer.named(form)]
    found = [
        Candidate(m.entry, Spelling.UNIT) for m in matches if m.entry.feature is wanted
    ]
    if not found and wanted is Feature.ADMIN1:
        found = [c for m in matches for c in _division_of(m.entry, gazetteer)]
    if not found and stem:
        found = _named_for(stem, gazetteer)
    return _best_each(found)


def look_up_similar(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Return entries spelt a little differently; for names found in no other way."""
    if len(normalised(name)) < MIN_FUZZY_CHARS:
        return []
    found = list(gazetteer.sounding(name)) or _few_edits(name, gazetteer)
    return _best_each([Candidate(m.entry, Spelling.SOUND) for m in found])


def _few_edits(name: str, gazetteer: Gazetteer) -> list[Match]:
    """Return entries that differ by a letter, two in a long name, after the first four."""
    form = normalised(name)
    allowed = 1 if len(form) < 10 else 2
    near = gazetteer.starting(form[:4]) if len(form) > MIN_FUZZY_CHARS else ()
    return [m for m in near if edits(form, m.name) <= allowed]


# A division is called after its chief town, not after any village ("Justice Department").
MIN_SEAT = 50_000


def _division_of(entry: Entry, gazetteer: Gazetteer) -> list[Candidate]:
    if entry.feature is not Feature.PLACE or entry.admin1_id is None:
        return []
    if entry.population < MIN_SEAT:
        return []
    division = gazetteer.by_id(entry.admin1_id)
    return [Candidate(division, Spelling.UNIT)] if division else []


def _by_stem(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    form = normalised(name)
    for start in inflection.stems(form.split()[0]):
        shorter = start[:-2] if len(start) >= 6 else start
        for prefix in dict.fromkeys((start, shorter)):
            near = [
                Candidate(m.entry, Spelling.INFLECTED)
                for m in gazetteer.starting(prefix)
                if inflection.may_be_inflected(form, m.name)
            ]
            if near:
                return near
    return []


def _named_for(stem: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the towns that "Sakskiy" may be the adjective of: their names start so."""
    root = stem.rstrip("kк").rstrip("ь")[:-1]
    return [
        Candidate(m.entry, Spelling.UNIT)
        for m in gazetteer.starting(root)
        if m.entry.feature is Feature.PLACE
        and len(m.name) - len(root) <= inflection.MAX_REST
    ]


# "Odessa" for Odesa: a letter more or less is how the main name is written elsewhere.
MIN_VARIANT_CHARS = 5


def _direct(match: Match) -> Candidate:
    main = match.main or (
        len(match.name) >= MIN_VARIANT_CHARS
        and edits(match.name, normalised(match.entry.name)) <= 1
    )
    return Candidate(match.entry, Spelling.MAIN if main else Spelling.ALTERNATE)


def _best_each(found: list[Candidate]) -> list[Candidate]:
    """Keep each entry once, by its first (closest) spelling."""
    kept: dict[int, Candidate] = {}
    for candidate in found:
        kept.setdefault(candidate.entry.geonameid, candidate)
    return list(kept.values())
