"""How an incident of ours and an event of another data set stand, question by question.

The answers: ``same``, ``overlap`` (both can be true, or part is the same), ``differs``,
``unknown`` (one of the two does not say). Both values stand beside each answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.account import IncidentType
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import IncidentId
from rashomon.model.reference import ReferenceEvent
from rashomon.model.value import (
    Perpetrator,
    Point,
    Responsibility,
    Target,
    Victim,
)
from rashomon.publish.countries import country_named
from rashomon.publish.fields import CIVILIANS, type_code

# Low, best and high of the dead.
Toll = tuple[int | None, int | None, int | None]

# What tells "Military Forces of Osbria (2016-)" and "Osbria" apart, and no body.
_YEARS = re.compile(r"\([^)]*\)")
_FORCES = frozenset(
    "the of and military police security forces force government".split()
)
_HARMLESS = "Civilians"


class Answer(StrEnum):
    """How two answers to one question stand."""

    SAME = "same"
    OVERLAP = "overlap"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What of an incident is compared; days are ordinals, ``reach`` is kilometres.

    ``said`` is how the best figure was said ("words" for dozens); ``known_to`` is how far from its point the place may really be, in kilometres.
    """

    id: IncidentId
    type: IncidentType
    first: int
    last: int
    place: str
    point: Point
    reach: float
    known_to: float
    killed: Toll
    said: str | None
    actors: tuple[str, ...]


def actors_of(record: IncidentRecord) -> tuple[str, ...]:
    """Return whom reports name as doing, claiming or suffering it, each once.

    Civilians among the harmed are "Civilians", as ACLED has them.
    """
    names = (name for finding in record.findings for p in finding.positions
             if p.claim_ids for name in _named(p.value))  # fmt: skip
    return tuple(dict.fromkeys(names))


def _named(value: object) -> Iterator[str]:
    match value:
        case Perpetrator():
            yield value.entity or value.name
        case Responsibility():
            yield value.actor
        case Target() if value.entity or value.kind == "military":
            yield value.entity or value.name
        case Victim() if value.kind in CIVILIANS:
            yield _HARMLESS
        case _:
            pass


def of_days(event: ReferenceEvent, ours: Candidate) -> Answer:
    """Return how the days stand: equal, some in common, or none."""
    first, last = event.first_day.toordinal(), event.last_day.toordinal()
    if (first, last) == (ours.first, ours.last):
        return Answer.SAME
    meet = first <= ours.last and ours.first <= last
    return Answer.OVERLAP if meet else Answer.DIFFERS


def of_place(event: ReferenceEvent, ours: Candidate, km: float) -> Answer:
    """Return how the places stand: one name, a point within what is known, or neither."""
    if event.place and event.place.casefold() == ours.place.casefold():
        return Answer.SAME
    return Answer.OVERLAP if km <= ours.known_to else Answer.DIFFERS


def of_toll(event: ReferenceEvent, killed: Toll) -> Answer:
    """Return how the tolls stand: one best figure, ranges that meet, or neither."""
    if event.best is None or killed[1] is None:
        return Answer.UNKNOWN
    if event.best == killed[1]:
        return Answer.SAME
    theirs = [n for n in (event.low, event.best, event.high) if n is not None]
    ours = [n for n in killed if n is not None]
    meet = min(theirs) <= max(ours) and min(ours) <= max(theirs)
    return Answer.OVERLAP if meet else Answer.DIFFERS


def type_here(event: ReferenceEvent, ours: Candidate) -> str:
    """Return our type in the words of the other data set, empty where it has none."""
    if event.column is None:
        return ""
    told = [type_code(ours.type, column) for column in event.column]
    return " / ".join(name for name in told if name)


def of_type(event: ReferenceEvent, ours: Candidate) -> Answer:
    """Return how the types stand, in the other data set's own codes.

    ``overlap``: the event type is the same and the sub-type is not, or our type may be
    any of several of theirs.
    """
    if event.column is None or not event.type:
        return Answer.UNKNOWN
    codes = [type_code(ours.type, column) for column in event.column]
    if not codes[0]:
        return Answer.UNKNOWN
    several = re.split(r",? or |, ", codes[0])
    if event.type not in several:
        return Answer.DIFFERS
    sub_types = re.split(r" or ", codes[1]) if len(codes) > 1 and codes[1] else []
    known = len(several) == 1 and len(sub_types) < 2
    fine = not event.sub_type or event.sub_type in sub_types
    return Answer.SAME if known and fine else Answer.OVERLAP


def of_actors(event: ReferenceEvent, ours: Candidate) -> Answer:
    """Return how the actors stand: all of theirs are named here, some, or none."""
    if not event.actors or not ours.actors:
        return Answer.UNKNOWN
    here = [_words(name) for name in ours.actors]
    found = [_is_among(_words(name), here) for name in event.actors]
    if all(found):
        return Answer.SAME
    return Answer.OVERLAP if any(found) else Answer.DIFFERS


def _words(name: str) -> frozenset[str]:
    """Return what tells a body: its words less those that any forces have."""
    plain = _YEARS.sub(" ", name).casefold()
    words = frozenset(re.findall(r"\w+", plain)) - _FORCES
    country = country_named(" ".join(w for w in plain.split() if w not in _FORCES))
    return frozenset({country}) if country else words


def _is_among(name: frozenset[str], here: Collection[frozenset[str]]) -> bool:
    return any(name and other and (name <= other or other <= name) for other in here)
