"""What the text around a possible place name tells of it: one clue for each name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from rashomon.algorithms.similarity import CYRILLIC, normalised
from rashomon.link import inflection
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
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind
from rashomon.store.gazetteer import Feature, Gazetteer
from rashomon.store.gazetteer_names import adjective_stem

MAX_WORDS = 5

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w'’ʼ.-]*[\w’ʼ]|[^\W\d_]")
_BREAK = re.compile(r"[,;:()/&\n]|\s(?:and|or|und|et|и|та|й|y|e)\s")
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
    r"^(?:['’]s (?:government|ministry|military|army|forces|leaders?|authorities))?,?\s+(?:has|have|had|"
    r"also|however|now|again|repeatedly|later|initially|itself|immediately|swiftly|still|"
    r"officially)?\s*(?:said|says|say|claim(?:s|ed)?|den(?:y|ies|ied)|accus(?:es?|ed)|"
    r"insist(?:s|ed)?|blam(?:es?|ed)|announc(?:es?|ed)|warn(?:s|ed)?|call(?:s|ed)|vow(?:s|ed)?|"
    r"confirm(?:s|ed)?|reject(?:s|ed)?|condemn(?:s|ed)?|acknowledg(?:es?|ed)|admit(?:s|ted)?|"
    r"neither|did not|does not|want(?:s|ed)?|launched|fired|handed|responded|retaliated|"
    r"заявил\w*|сообщил\w*|обвинил\w*|заявля\w+|отрица\w+|заявив|повідомил\w*)\b",
    re.I,
)
_LOWER_NEXT = re.compile(r"\s+[a-zа-яёіїєґ]")
_NEXT_WORDS = re.compile(r"\s+([a-zа-яёіїєґ]+)(?:\s+([a-zа-яёіїєґ]+))?")
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
)
_ROAD_BEFORE = re.compile(r"\b(?:улиц\w+|ул\.|проспект\w*|вулиц\w+|вул\.)\s+$", re.I)


_DIRECTION = re.compile(
    r"(?:north|south|east|west|central|downtown|(?:north|south)(?:east|west))(?:ern)?",
    re.I,
)
_QUARTER = re.compile(
    r"(?:far |near )?(?:(?:north|south)(?:east|west)?|east|west|upper|lower)[ -](?:side|end)",
    re.I,
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

    ``whole``: it is all of its mention. ``containers`` are positions, in the list of
    clues, of names that follow as in "Lewiston, Maine".
    """

    span: Span
    text: str
    kind: MentionKind
    whole: bool
    candidates: tuple[Candidate, ...]
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
    served: bool = False
    containers: tuple[int, ...] = field(default=())


@cache
def _words_of(name: str) -> frozenset[str]:
    text = resources.files("rashomon").joinpath("data", name).read_text("utf-8")
    return frozenset(normalised(word) for word in text.split())


def find(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, *, language: str
) -> list[Clue]:
    """Return a clue for every part of a mention that the gazetteer knows."""
    surnames = _surnames(mentions, gazetteer)
    lower = set(_LOWER_CASE.findall(text))
    clues = []
    for mention in mentions:
        for start, stop in _pieces(mention, gazetteer, language):
            end = _extended(text, start, stop, gazetteer, language)
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
                clue = replace(clue, everyday=everyday, person_beside=beside)
                clues.append(_by_dictionary(clue, text, language))
    return _with_containers(text, clues)


def _surnames(mentions: Sequence[Mention], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the last words of people's full names ("Jason Reading" is no town)."""
    given = _words_of("given_names.txt")
    names = [m.text.split() for m in mentions if m.kind is not MentionKind.PLACE]
    people = {m.text for m in mentions if m.kind is MentionKind.PERSON}
    full = [
        n
        for n in names
        if (1 < len(n) <= 4 and normalised(n[0]) in given)
        or (1 < len(n) <= 3 and " ".join(n) in people and not _DIRECTION.match(n[0]))
    ]
    return frozenset(
        normalised(n[-1]) for n in full if not gazetteer.named(" ".join(n))
    )


def _pieces(
    mention: Mention, gazetteer: Gazetteer, language: str
) -> Iterator[tuple[int, int]]:
    """Yield the longest parts of a mention that are names of the gazetteer."""
    at = mention.span.start
    for begin, stop in _parts(mention.text):
        words = [
            (m.start(), m.end()) for m in _WORD.finditer(mention.text, begin, stop)
        ]
        first = 0
        while first < len(words):
            # "west Alton", "South Alton police": a part of a town, not the town West.
            if len(words) > 1 and _is_direction(mention.text, words, first, gazetteer):
                first += 1
                continue
            window = words[first : first + MAX_WORDS]
            size = _longest(mention.text, window, gazetteer, language)
            if size == 0 and first == 0 and len(words) <= MAX_WORDS:
                size = len(words)  # unknown as written: perhaps spelt otherwise
                name = mention.text[words[0][0] : words[-1][1]]
                plain = _words_of("common_words.txt").issuperset(name.lower().split())
                size = size if not plain and look_up_similar(name, gazetteer) else 0
            if size and not _QUARTER.fullmatch(
                mention.text[words[first][0] : words[first + size - 1][1]]
            ):
                yield at + words[first][0], at + words[first + size - 1][1]
            first += max(size, 1)


def _is_direction(
    text: str, words: list[tuple[int, int]], at: int, gazetteer: Gazetteer
) -> bool:
    """Say whether a word only tells in which part of a town something was."""
    word = text[slice(*words[at])]
    if not _DIRECTION.fullmatch(word) or at + 1 == len(words):
        return False
    return word.islower() or not any(
        gazetteer.named(text[words[at][0] : words[to][1]])
        for to in range(at + 1, min(len(words), at + MAX_WORDS))
    )


def _extended(
    text: str, start: int, end: int, gazetteer: Gazetteer, language: str
) -> int:
    """Take in small words that make a longer known name ("Crimean bridge")."""
    following = _NEXT_WORDS.match(text[end : end + 40])
    if following is None:
        return end
    for group in (2, 1):
        if following.group(group):
            longer = end + following.end(group)
            first = following.group(1)
            if unit_of(first) is None and _makes_name(
                text[start:longer], gazetteer, language
            ):
                return longer
    return end


def _makes_name(name: str, gazetteer: Gazetteer, language: str) -> bool:
    if gazetteer.named(name):
        return True
    if not CYRILLIC.search(name):
        return False
    morphology = "uk" if language == "uk" else "ru"
    forms = inflection.base_forms(name, morphology)
    return any(gazetteer.named(form) for form in forms)


def _parts(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in _BREAK.finditer(words):
        yield at, cut.start()
        at = cut.end()
    yield at, len(words)


def _longest(
    text: str, words: list[tuple[int, int]], gazetteer: Gazetteer, language: str
) -> int:
    """Return how many words from the first on make a known name, 0 for none."""
    for size in range(len(words), 0, -1):
        name = text[words[0][0] : words[size - 1][1]]
        if state_named(name) or _known(name, gazetteer, language):
            return size
    return 0


def _known(name: str, gazetteer: Gazetteer, language: str) -> bool:
    if gazetteer.named(name) or gazetteer.demonym(name):
        return True
    words = name.split()
    unit = unit_of(words[-1])
    if len(words) > 1 and unit in {Unit.REGION, Unit.DISTRICT}:
        return bool(look_up_unit(" ".join(words[:-1]), unit, gazetteer))
    if not CYRILLIC.search(name) or normalised(name) in _words_of("common_words.txt"):
        return False
    return bool(
        look_up(name, gazetteer, language=language) or _adjective(name, gazetteer)
    )


def _adjective(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the division that a Slavic adjective alone names ("Брянская и Курская")."""
    if " " in name or adjective_stem(normalised(name)) is None:
        return []
    return look_up_unit(name, Unit.REGION, gazetteer)


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
    found += [] if found else _adjective(name, gazetteer)
    found += [] if found else look_up_similar(name, gazetteer)
    return tuple({c.entry.geonameid: c for c in reversed(found)}.values())


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
    given = name in _words_of("given_names.txt")
    led = before.split()[-1:] if mention.kind is not MentionKind.PLACE else []
    first_name = bool(led) and normalised(led[0]) in _words_of("given_names.txt")
    return Clue(
        span=span,
        text=span.of(text),
        kind=mention.kind,
        whole=span.contains(mention.span),
        candidates=candidates,
        unit=unit,
        preposition=bool(_PREPOSITION.search(before)),
        sentence_start=bool(_SENTENCE_START.search(before)),
        speaks=bool(_SAYS.match(after)),
        everyday=_words_of("common_words.txt").issuperset(name.split()),
        given_name=given,
        landscape=bool(_LANDSCAPE.match(after)),
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
