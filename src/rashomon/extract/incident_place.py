"""Which of the places that a report names is this incident's, as a sum of reasons.

Every place that an account's sentences name is a candidate, all its mentions together.
What speaks for it is weighed as in a conditional logit (McFadden 1974): the weights, in
``data/incident_place.tsv``, are learnt by ``training/incident_place.py`` on reports whose
incident's place is known, and say how much a reason multiplies a candidate's odds (as a
natural logarithm).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.extract import datelines, routes
from rashomon.extract.dateline_words import is_dateline
from rashomon.extract.doer_places import is_doer, names_a_body
from rashomon.extract.passages import (
    Passage,
    acts_as_body,
    is_afar,
    is_aside,
    is_beside,
    is_fired_from,
    is_in_a_name,
    is_place_of_people,
    stands_as_place,
    words_before,
)
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision

NEAR_CHARS = 60

_STANDS_IN = re.compile(
    r"\b(?:located|situated|stands|lies|sits|based|stood|наход\w+|расположен\w*|розташован\w*)\s+(?:in|at|on|near|в|на|у|під|под)\b[^.;,]*$",
    re.IGNORECASE,
)
_SLAVIC_ADJECTIVE = re.compile(
    r"(?:ськ|ск|цьк|цк)(?:ий|ого|ому|им|ій|а|ої|у|ою|ой|ая|ую|ое|ом)$"
)
_DIVISION = re.compile(
    r"^\s(?:област|район|кра[йяю]|округ|регион|громад)", re.IGNORECASE
)
# Words right before a killing's or strike's place: "shot in Alton", "attack on Alton".
_STRUCK = re.compile(
    r"\b(?:shot|killed|wounded|injured|died|found|shooting|attack(?:ed)?|strikes?|struck|hit|hits|hitting|explosion|blast|bomb(?:ed|ing)?|shelling|shelled|crash(?:ed)?|fire|happened|occurred|place|reported|scene)\s+(?:\w+\s+){0,4}?(?:in|at|on|near|outside)?\s*(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)

# "Alton police", "the mayor of Alton": whoever serves one town speaks of what was there.
_SERVED = re.compile(
    r"^(?:['’]s)? (?:[Cc]ounty |[Cc]ity |[Mm]etro(?:politan)? |[Tt]own )?(?:[Pp]olice|[Ss]heriff|[Ff]ire (?:[Dd]ep|[Cc]hief|[Rr]es)|[Ff]irefighters|[Mm]ayor|[Cc]oroner|[Hh]ospital)"
)
_SERVES = re.compile(
    r"\b(?:mayor|police|sheriff|residents|people|outskirts|centre|center|downtown) (?:of|in) $",
    re.IGNORECASE,
)

# A plant bears a brand's name as often as its town's; a hospital or school its town's.
_OF_A_PLANT = re.compile(
    r"^(?: [A-Z][\w'’-]*){0,3} (?:[Pp]lant|[Ff]actory|[Ww]orks|[Cc]ompany|[Rr]efinery|[Dd]epot|[Mm]ill|[Tt]erminal|[Ss]hipyard)\b"
)

# "Alton, near Borton", "Alton, a village 20 km south of Borton", "Alton, in the Borton
# district": the news is of Alton.
_PLACED = re.compile(
    r"^,? \(?(?:(?:just |right )?(?:near|outside|not far from|close to)"
    r"|an? (?:[\w-]+ ){0,3}(?:village|town|suburb|settlement|hamlet|community)\b[^.;\n]{0,40}? (?:from|of))"
    r" (?:the )?(?:\w+ of )?[A-Z]"
    r"|^,? \(?(?:(?:about|some|around|roughly|nearly) )?(?:an? |\d{1,2} ?|[a-z-]+ )(?:kilomet(?:er|re)s?|km|miles?|hours?)\b[^.;\n]{0,30}? (?:from|of)"
    r" (?:the )?(?:\w+ of )?[A-Z]"
    r"|^,? (?:in|nel|nella|en (?:el|la)|dans (?:le|la)|im|in der) (?:the )?(?:[\w’'-]+ ){0,2}?"
    r"(?:district|province|county|oblast|distretto|provincia|distrito|département|Bezirk|Landkreis)\b"
)

_FINE = frozenset({GeoPrecision.EXACT, GeoPrecision.FACILITY, GeoPrecision.SETTLEMENT})
_PRECISION = {
    GeoPrecision.DISTRICT: "a district",
    GeoPrecision.REGION: "a region",
    GeoPrecision.COUNTRY: "a country",
}


_Told = Sequence[tuple[Passage, Toponym]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place with its mentions and what speaks for it: (reason, how much of it)."""

    toponyms: tuple[Toponym, ...]
    reasons: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of its reasons, each by its weight."""
        weights = _weights()
        return sum(weights.get(name, 0.0) * value for name, value in self.reasons)


@cache
def _weights() -> dict[str, float]:
    table = files("rashomon") / "data" / "incident_place.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


@dataclass(frozen=True, slots=True)
class Report:
    """What a candidate is weighed with: the text, its headline, all places it names.

    ``apart``: the sentences that tell of another incident.
    """

    text: str
    title: str | None
    named: Sequence[Toponym]
    apart: Collection[int] = ()


def choose(
    report: Report, passages: Sequence[Passage], rest: Sequence[Passage] = ()
) -> tuple[Toponym, ...]:
    """Return the mentions of the place that speaks most for itself, none where none is.

    ``rest``: the other sentences of a report that is about this incident.
    """
    found = candidates(report, passages, rest)
    best = max(found, key=lambda c: (c.score, -c.toponyms[0].span.start), default=None)
    if best is None:
        return ()
    others = [c.toponyms for c in found]
    abroad = datelines.another_country(report.text, best.toponyms, others)
    return tuple(abroad or best.toponyms)


def candidates(
    report: Report, passages: Sequence[Passage], rest: Sequence[Passage] = ()
) -> list[Candidate]:
    """Return every place that the sentences name, in order of its first mention."""
    held = _places_of(report.text, passages)
    others = _places_of(report.text, rest)
    beside = {k: told for k, told in others.items() if k not in held}
    scene = _Scene.of(report.named)
    headline = _headline(report.title)
    made = []
    ends = _ends_of_routes(report.text, held | beside)
    for key, named in (held | beside).items():
        told = _without_asides(report.text, named)
        tops = [t for _, t in told]
        if _is_namesake(report.text, tops, scene):
            continue
        if key in ends or _did_it(report.text, tops):
            continue
        asides = len(named) - len(told)
        found = list(_reasons(report.text, told, scene, asides))
        if key in beside:
            found.append(("in none of its sentences", 1.0))
            elsewhere = all(p.index in report.apart for p, _ in named)
            found.append(("told of another incident", float(elsewhere)))
        if any(_is_in(headline, t.text) for _, t in named):
            found.append(("in the headline", 1.0))
        made.append(Candidate(tuple(t for _, t in named), tuple(found)))
    return made


def _did_it(text: str, tops: Sequence[Toponym]) -> bool:
    """Say whether a name is only where it came from, or whose deed it was.

    A country may be named by its bodies' names besides, or by those alone.
    """
    did = [
        is_fired_from(text, t) or is_doer(text, t) or names_a_body(text, t)
        for t in tops
    ]
    return any(did) and all(
        done or acts_as_body(text, t) for done, t in zip(did, tops, strict=True)
    )


def _places_of(
    text: str, passages: Sequence[Passage]
) -> dict[object, list[tuple[Passage, Toponym]]]:
    held: dict[object, list[tuple[Passage, Toponym]]] = {}
    for passage in passages:
        for toponym in passage.toponyms:
            named = is_place(toponym) or is_place_of_people(text, toponym)
            if named and toponym.where is not None:
                key = toponym.where.geonameid or toponym.where.name
                held.setdefault(key, []).append((passage, toponym))
    return held


# "(Reporting in Alton and Borton)": where those sat who wrote of it.
_CREDIT = re.compile(
    r"^\W*(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)\b[^.\n]*$"
)


def _without_asides(text: str, told: _Told) -> _Told:
    """Return a place's mentions without those in passing, where others are left."""
    kept = [
        (passage, toponym)
        for passage, toponym in told
        if not (is_afar(text, toponym) or is_aside(text, toponym))
        and not _CREDIT.match(words_before(text, toponym, NEAR_CHARS).split("\n")[-1])
    ]
    return kept or told


# "Teen shot in Alton - WXYZ News, Benton": what follows is of the outlet.
_OF_THE_OUTLET = re.compile(r"\s+(?:[-–—|»:]|::)\s+")
MIN_HEADLINE_WORDS = 3


def _headline(title: str | None) -> str:
    """Return a title without what tells of the outlet, before it or after it."""
    parts = _OF_THE_OUTLET.split(title or "")
    long = [part for part in parts if len(part.split()) >= MIN_HEADLINE_WORDS]
    return (long or parts)[0]


def _is_in(headline: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", headline, re.IGNORECASE))


# A name that is only ever part of a facility's, in a country that the report names
# nowhere else, was mistaken for a namesake ("Makala prison" for a village in India).
MIN_OTHERS = 3


def _is_namesake(text: str, toponyms: Sequence[Toponym], scene: _Scene) -> bool:
    where = toponyms[0].where
    if where is None or not all(is_in_a_name(text, t) for t in toponyms):
        return False
    own = scene.mentions[where.geonameid or where.name]
    told = scene.countries[where.country or ""]
    return told <= own and sum(scene.countries.values()) - told >= MIN_OTHERS


def is_place(toponym: Toponym) -> bool:
    """Say whether a name was resolved and names a place, not a people or a power."""
    return toponym.where is not None and not toponym.demonym and not toponym.metonym


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a report names as a whole: shares of countries and regions, and mentions."""

    countries: Counter[str]
    regions: Counter[tuple[str, str]]
    mentions: Counter[object]

    @classmethod
    def of(cls, named: Sequence[Toponym]) -> _Scene:
        wheres = [t.where for t in named if t.where and not t.metonym]
        return cls(
            Counter(w.country for w in wheres if w.country),
            Counter((w.country, w.admin1) for w in wheres if w.country and w.admin1),
            Counter(w.geonameid or w.name for w in wheres),
        )


def _reasons(
    text: str, told: _Told, scene: _Scene, asides: int
) -> Iterable[tuple[str, float]]:
    where = told[0][1].where
    assert where is not None  # candidates are resolved
    # A village that the gazetteer lacks is as fine a place, whatever point it has.
    fine = where.precision in _FINE or where.geonameid is None
    if not fine:
        yield _PRECISION[where.precision], 1.0
    own = scene.mentions[where.geonameid or where.name]
    lines = [is_dateline(text, t) for _, t in told]
    yield "often named", math.log(max(1, own - asides - sum(lines)))
    total = sum(scene.countries.values()) or 1
    yield "share of its country", scene.countries[where.country or ""] / total
    region = scene.regions[(where.country or "", where.admin1 or "")] - own
    inside = sum(n for (c, _), n in scene.regions.items() if c == where.country) - own
    if fine:
        yield "its region is named otherwise", float(region > 0)
        if inside > 0:
            yield "share of its region", region / inside
        abroad = total - scene.countries[where.country or ""]
        alone = scene.countries[where.country or ""] <= own
        yield "alone in its country", float(alone and abroad >= 2)
    sure = max(sum(weight for _, weight in t.reasons) for _, t in told)
    yield "surely a place", min(sure, 12.0) / 4.0
    yield "how late", math.log1p(min(p.index for p, _ in told))
    prose = [pair for pair, line in zip(told, lines, strict=True) if not line]
    telling = any(bool(p.triggers) for p, _ in prose)
    yield "in a sentence that tells of it", float(telling)
    near = any(_is_close(p, t) for p, t in prose)
    yield "beside a word that tells of it", float(near)
    yield from _of_the_mentions(text, told)


def _of_the_mentions(text: str, told: _Told) -> Iterable[tuple[str, float]]:
    def some(test: Iterable[bool]) -> float:
        return float(any(test))

    def every(test: Iterable[bool]) -> float:
        return float(all(test))

    tops = [t for _, t in told]
    yield "after a word of place", some(stands_as_place(text, t) for t in tops)
    yield "after what was done", some(_is_struck(text, t) for t in tops)
    yield "said to be where it stands", some(_is_site(text, t) for t in tops)
    yield "a dateline", some(is_dateline(text, t) for t in tops)
    yield "only a dateline", every(is_dateline(text, t) for t in tops)
    yield "acts as a body", every(acts_as_body(text, t) for t in tops)
    yield "has its own services", some(_is_served(text, t) for t in tops)
    yield "in passing", every(is_aside(text, t) for t in tops)
    yield "only near it", every(is_beside(text, t) for t in tops)
    yield "told by where it is", some(_is_placed(text, t) for t in tops)
    yield (
        "part of a name",
        every(is_in_a_name(text, t) or _is_adjective(text, t) for t in tops),
    )
    yield "part of a plant's name", every(_is_of_a_plant(text, t) for t in tops)
    yield "end of a route", every(routes.is_end(text, t) for t in tops)


def _is_close(passage: Passage, toponym: Toponym) -> bool:
    return any(
        abs(t.span.start - toponym.span.start) < NEAR_CHARS
        for t in passage.triggers
        if not t.whole
    )


def _is_struck(text: str, toponym: Toponym) -> bool:
    return bool(_STRUCK.search(words_before(text, toponym, 70).split("\n")[-1]))


def _is_served(text: str, toponym: Toponym) -> bool:
    after = text[toponym.span.end : toponym.span.end + 40]
    return bool(_SERVED.match(after) or _SERVES.search(words_before(text, toponym, 30)))


def _is_placed(text: str, toponym: Toponym) -> bool:
    """Say whether a report tells its reader where the place is, which news is of."""
    return bool(_PLACED.match(text[toponym.span.end : toponym.span.end + 120]))


def _is_site(text: str, toponym: Toponym) -> bool:
    return bool(_STANDS_IN.search(words_before(text, toponym, 70)))


def _ends_of_routes(text: str, held: Mapping[object, _Told]) -> set[object]:
    """Return the places that are only ever an end of a route, where others are named.

    "The train from Alton to Borton was stopped in Eastshire": it was there.
    """
    ends = {
        key
        for key, told in held.items()
        if all(routes.is_end(text, t) for _, t in told)
    }
    others = (told[0][1].where for key, told in held.items() if key not in ends)
    fine = (w is not None and w.precision is not GeoPrecision.COUNTRY for w in others)
    return ends if any(fine) else set()


def _is_of_a_plant(text: str, toponym: Toponym) -> bool:
    return bool(_OF_A_PLANT.match(text[toponym.span.end : toponym.span.end + 60]))


def _is_adjective(text: str, toponym: Toponym) -> bool:
    """Say whether a Slavic name is an adjective of something that is no division."""
    adjective = _SLAVIC_ADJECTIVE.search(toponym.span.of(text))
    return bool(adjective) and not _DIVISION.match(text[toponym.span.end :])
