"""What the text around a possible place name tells of it: one clue for each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.algorithms.similarity import CYRILLIC, normalised
from rashomon.link import inflection, pieces
from rashomon.link.candidates import (
    Candidate,
    Spelling,
    Unit,
    look_up,
    look_up_similar,
    look_up_unit,
    unit_of,
)
from rashomon.link.states import is_spelled, state_named
from rashomon.link.words import words_of
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind
from rashomon.store.gazetteer import Feature, Gazetteer
from rashomon.store.gazetteer_names import adjective_stem

_PREPOSITION = re.compile(
    r"(?:^|[\s(])(?:in|at|near|from|of|to|outside|around|into|across|over|inside|throughout|"
    r"toward|towards|via|between|against|within|leaving|visiting|reach(?:ed)?|в|во|на|у|з|із|"
    r"из|под|близ|возле|около|біля|поблизу|до|від|от|по|над|за|in|bei|aus|nach|à|en|a|ad|di|"
    r"vicino|presso|w|pod|we|z|cerca)\s+(?:the\s+|of\s+|downtown\s+|central\s+|nearby\s+|"
    r"(?:north|south|east|west)(?:ern)?[- ]+|city\s+of\s+|occupied\s+|neighbou?ring\s+)*$",
    re.I,
)
_BEFORE_UNIT = re.compile(r"(?:^|\s)([^\W\d_]+)\s+(?:of\s+)?$")
_AFTER_UNIT = re.compile(r"^(?:['’]s)?\s+([^\W\d_]+)")
_SAYS = re.compile(
    r"^(?:['’]s (?:government|ministry|military|army|forces|leaders?|authorities)|\s+and\s+[A-Z]\w+)?,?\s+(?:has|have|had|"
    r"also|however|now|again|repeatedly|later|initially|itself|immediately|swiftly|still|"
    r"officially)?\s*(?:said|says|say|claim(?:s|ed)?|den(?:y|ies|ied)|accus(?:es?|ed)|"
    r"insist(?:s|ed)?|blam(?:es?|ed)|announc(?:es?|ed)|warn(?:s|ed)?|call(?:s|ed)|vow(?:s|ed)?|"
    r"confirm(?:s|ed)?|reject(?:s|ed)?|condemn(?:s|ed)?|acknowledg(?:es?|ed)|admit(?:s|ted)?|"
    r"aimed|believ(?:es?|ed)|suspect(?:s|ed)?|urg(?:es?|ed)|order(?:s|ed)|"
    r"(?:attacked|struck|bombed|shelled|targeted|hit) (?:the|an?|its|some|several|two|three|four|\d+)|"
    r"neither|did not|does not|want(?:s|ed)?|launched|fired|handed|responded|retaliated|"
    r"заявил\w*|сообщил\w*|обвинил\w*|заявля\w+|отрица\w+|заявив|повідомил\w*)\b",
    re.I,
)
_LOWER_NEXT = re.compile(r"\s+[a-zа-яёіїєґ]")
_LOWER_CASE = re.compile(r"(?<![\w'’-])[a-zа-яёіїєґ][\w'’-]+")
_CONTAINED = re.compile(
    r"(?:\s+\w+)?(?:,\s*(?:in\s+(?:the\s+)?)?|\s+in\s+(?:the\s+)?|\s*\(|['’]s\s+|\s+|"
    r"\s+(?:region|oblast|province|district|в|во|у)\s*,?\s*)(?:\w+ern\s+)?"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n]|[.!?]['\"”’»])\s*[\"“'‘«(—–-]*\s*$")
_AFTER_PERSON = re.compile(r"^\s+(?:[A-Z]\.\s+)?[A-ZА-ЯЁІЇЄ][\w'’-]+")
_TITLE_BEFORE = re.compile(
    r"(?:^|\s)(?:mr|mrs|ms|dr|sir|president|governor|gov|mayor|minister|general|gen|col|sgt|"
    r"lt|capt|officer|senator|sen|rep|secretary|chancellor|king|queen|prince|princess|sheikh|"
    r"judge|justice|sheriff|spokesman|spokeswoman|губернатор|президент|министр|генерал)\.?\s+$",
    re.I,
)


# "Lowell Street", "the Truman Parkway": a road that is called after a place or a person.
_ROAD = re.compile(
    r"^(?:\s+[A-Z][\w'’-]+)?\s+(?:Street|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Parkway|Pkwy|Expressway|"
    r"Freeway|Highway|Hwy|Turnpike|Terrace|Court|Circle|Way|Alley|Square|Plaza|Apartments?|Mall|"
    r"St(?=\.|,|\s*$|\s+(?:and|in|near|at|on)\b)|Dr(?=\.)|улиц\w+|проспект\w*|шоссе|вулиц\w+)\b"
    r"|^(?: and(?: [NSEW]\.?)?(?: [A-Z][\w'’-]+){1,2})? (?:[Aa]venues|[Ss]treets|[Rr]oads)\b"
)
# "The 1300 block of South Alton", "the corner of Alton and Third".
_ROAD_BEFORE = re.compile(
    r"\b(?:улиц\w+|ул\.|проспект\w*|вулиц\w+|вул\.)\s+$"
    r"|\b(?:blocks? of|\d+-block of|(?:intersection|corner) of(?: [\w.'’-]+){0,3}? and|(?:intersection|corner) of)"
    r" (?:(?:[NSEW]\.?|North|South|East|West) )?$",
    re.I,
)


# "West Adams", "South Austin": as often a quarter of another town as a part of that one.
_QUARTER_BEFORE = re.compile(
    r"(?<!\w)(?:North|South)(?:east|west)?[ -]$|(?<!\w)(?:East|West)[ -]$"
)
# "Alton Valley", "Alton Creek": what lies by a town, or far from it, and bears its name.
_LANDSCAPE = re.compile(
    r"^ (?:Valley|Hills?|River|Lake|Mountains?|Creek|Bay|Islands?|Forest|Canyon|Desert|"
    r"Station|Church|Memorial|Pointe?|Ridge|Pass)\b"
)
# "Alton Police Department", "Alton firefighters": bodies that serve one town.
_SERVED = re.compile(
    r"^(?:['’]s)? (?:Metro(?:politan)? |City )?(?:[Pp]olice|[Ff]ire (?:Dep|dep|Res|res)|firefighters)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A possible place name with what its surroundings say.

    ``most``: the people of the most populous entry of the name.
    ``whole``: it is all of its mention. ``containers`` are positions, in the list of
    clues, of names that follow as in "Lewiston, Maine". ``parsed``: its kind was told
    by a model; a text in another language than English has none.
    """

    span: Span
    text: str
    kind: MentionKind
    whole: bool
    candidates: tuple[Candidate, ...]
    most: int = 0
    unit: Unit | None = None
    preposition: bool = False
    sentence_start: bool = False
    speaks: bool = False
    everyday: bool = False
    given_name: bool = False
    adjective: bool = False
    person_beside: bool = False
    road: bool = False
    landscape: bool = False
    quarter: bool = False
    parsed: bool = True
    served: bool = False
    containers: tuple[int, ...] = field(default=())


def find(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, *, language: str
) -> list[Clue]:
    """Return a clue for every part of a mention that the gazetteer knows."""
    surnames = _surnames(mentions, gazetteer)
    lower = set(_LOWER_CASE.findall(text))
    clues = []
    for mention in mentions:
        for begin, stop in pieces.pieces(mention, gazetteer, language):
            end = pieces.extended(text, begin, stop, gazetteer, language)
            start = pieces.led(text, begin, end, gazetteer)
            span = Span(start, end)
            unit = _unit_beside(text, span)
            spelled = is_spelled(text[start : end + 1].strip())
            tells_state = spelled or text[start - 2 : start] == ", "
            candidates = _state(span.of(text), gazetteer) if tells_state else ()
            candidates += _candidates(span.of(text), unit, gazetteer, language)
            if candidates:
                clue = _clue(text, mention, span, candidates, unit)
                beside = clue.person_beside or normalised(clue.text) in surnames
                everyday = clue.everyday or clue.text.lower() in lower
                clue = replace(
                    clue,
                    everyday=everyday,
                    person_beside=beside,
                    parsed=language == "en",
                )
                clues.append(_by_dictionary(clue, text, language))
    return _with_containers(text, clues)


def _surnames(mentions: Sequence[Mention], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the last words of people's full names ("Jason Reading" is no town)."""
    given = words_of("given_names.txt")
    names = [m.text.split() for m in mentions if m.kind is not MentionKind.PLACE]
    people = {m.text for m in mentions if m.kind is MentionKind.PERSON}
    full = [
        n
        for n in names
        if (1 < len(n) <= 4 and normalised(n[0]) in given)
        or (
            1 < len(n) <= 3
            and " ".join(n) in people
            and not pieces.DIRECTION.match(n[0])
        )
    ]
    return frozenset(
        normalised(n[-1]) for n in full if not gazetteer.named(" ".join(n))
    )


def _unit_beside(text: str, span: Span) -> Unit | None:
    """Return the kind of place that a word inside, after or before the name tells."""
    words = span.of(text).split()
    inside = unit_of(words[-1]) if len(words) > 1 else None
    if inside in {Unit.REGION, Unit.DISTRICT}:
        return inside
    after = _AFTER_UNIT.match(text[span.end : span.end + 30])
    if after and unit_of(after.group(1)) in {Unit.REGION, Unit.DISTRICT}:
        return unit_of(after.group(1))
    before = _BEFORE_UNIT.search(text[max(0, span.start - 30) : span.start])
    return unit_of(before.group(1)) if before else None


def _state(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the state that an abbreviation after a comma names."""
    state = state_named(name)
    matches = gazetteer.named(state) if state else ()
    return tuple(
        Candidate(m.entry, Spelling.ABBREVIATION)
        for m in matches
        if m.entry.feature is Feature.ADMIN1 and m.entry.country in {"US", "CA"}
    )


def _candidates(
    name: str, unit: Unit | None, gazetteer: Gazetteer, language: str
) -> tuple[Candidate, ...]:
    found = []
    if unit in {Unit.REGION, Unit.DISTRICT}:
        words = name.split()
        bare = words[:-1] if len(words) > 1 and unit_of(words[-1]) else words
        found += look_up_unit(" ".join(bare), unit, gazetteer)
    found += look_up(name, gazetteer, language=language)
    found += [] if found else pieces.division_of_adjective(name, gazetteer)
    found += [] if found else look_up_similar(name, gazetteer)
    if unit is Unit.REGION:
        found = _no_seats(found)
    return tuple({c.entry.geonameid: c for c in reversed(found)}.values())


def _no_seats(found: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates without the towns of a division that is among them: "the Kursk
    region" is not its seat, however much else speaks for the town."""
    regions = {c.entry.geonameid for c in found if c.entry.feature is Feature.ADMIN1}
    return [
        c
        for c in found
        if c.entry.feature is not Feature.PLACE or c.entry.admin1_id not in regions
    ]


def _clue(
    text: str,
    mention: Mention,
    span: Span,
    candidates: tuple[Candidate, ...],
    unit: Unit | None,
) -> Clue:
    before, after = (
        text[max(0, span.start - 60) : span.start],
        text[span.end : span.end + 60],
    )
    name = normalised(span.of(text))
    given = name in words_of("given_names.txt")
    led = before.split()[-1:] if mention.kind is not MentionKind.PLACE else []
    # "Florence, S.C." is no Florence S.C.
    apart = bool(led) and led[0].endswith(",")
    first_name = (
        bool(led) and not apart and normalised(led[0]) in words_of("given_names.txt")
    )
    return Clue(
        span=span,
        text=span.of(text),
        kind=mention.kind,
        whole=span.contains(mention.span),
        candidates=candidates,
        most=max(c.entry.population for c in candidates),
        unit=unit,
        preposition=bool(_PREPOSITION.search(before)),
        sentence_start=bool(_SENTENCE_START.search(before)),
        speaks=bool(_SAYS.match(after)),
        everyday=words_of("common_words.txt").issuperset(name.split()),
        given_name=given,
        landscape=bool(_LANDSCAPE.match(after)),
        quarter=bool(_QUARTER_BEFORE.search(before)),
        served=bool(_SERVED.match(after)),
        road=bool(_ROAD.match(after) or _ROAD_BEFORE.search(before)),
        person_beside=first_name
        or bool(_TITLE_BEFORE.search(before))
        or (given and bool(_AFTER_PERSON.match(after))),
    )


def _by_dictionary(clue: Clue, text: str, language: str) -> Clue:
    """Add what the Russian or Ukrainian dictionary makes of a single Cyrillic word."""
    if " " in clue.text or not CYRILLIC.search(clue.text):
        return clue
    morphology = "uk" if language == "uk" else "ru"
    reads = inflection.reads_as(clue.text, morphology)
    stem = adjective_stem(normalised(clue.text))
    # The Ukrainian dictionary marks no place names: there the word's place decides.
    doubted = (
        clue.sentence_start and not clue.preposition if morphology == "uk" else True
    )
    before_noun = clue.unit is None and bool(
        _LOWER_NEXT.match(text[clue.span.end :][:30])
    )
    return replace(
        clue,
        everyday=clue.everyday or (reads is inflection.Reading.EVERYDAY and doubted),
        given_name=clue.given_name or reads is inflection.Reading.PERSON,
        adjective=stem is not None and before_noun,
    )


def _with_containers(text: str, clues: list[Clue]) -> list[Clue]:
    """Tie each name to the names that follow it as in "Lewiston, Maine, US"."""
    tied = []
    for i, clue in enumerate(clues):
        after = tuple(
            j
            for j in range(i + 1, min(i + 3, len(clues)))
            if _CONTAINED.fullmatch(text[clues[j - 1].span.end : clues[j].span.start])
            and (
                j == i + 1
                or _CONTAINED.fullmatch(text[clue.span.end : clues[i + 1].span.start])
            )
        )
        tied.append(replace(clue, containers=after))
    return tied
