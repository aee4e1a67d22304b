"""Which parts of a mention are names of the gazetteer.

The model's spans hold two places, half a name, or a name and the part of the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.algorithms.similarity import CYRILLIC, normalised
from rashomon.link import inflection
from rashomon.link.candidates import (
    Candidate,
    Unit,
    look_up,
    look_up_similar,
    look_up_unit,
    unit_of,
)
from rashomon.link.states import state_named
from rashomon.link.words import words_of
from rashomon.model.mention import Mention
from rashomon.store.gazetteer import Gazetteer
from rashomon.store.gazetteer_names import adjective_stem

MAX_WORDS = 5

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w'’ʼ.-]*[\w’ʼ]|[^\W\d_]")
_BREAK = re.compile(r"[,;:()/&\n]|\s(?:and|or|und|et|и|та|й|y|e)\s")
_NEXT_WORDS = re.compile(r"\s+([a-zа-яёіїєґ]+)(?:\s+([a-zа-яёіїєґ]+))?")
_TIED = re.compile(r"(?:-\w+)+")
_LED = re.compile(
    r"(?<!\w)(?:St|Ste|Mt|Ft|Pt|Saint|Mount|Fort|Port|New|San|Santa|El|Los|Las|La)\.? $",
    re.I,
)
_QUARTER = re.compile(
    r"(?:far |near )?(?:(?:north|south)(?:east|west)?|east|west|upper|lower)[ -](?:side|end)",
    re.I,
)
DIRECTION = re.compile(
    r"(?:north|south|east|west|central|downtown|(?:north|south)(?:east|west))(?:ern)?",
    re.I,
)


def pieces(
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
                plain = words_of("common_words.txt").issuperset(name.lower().split())
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
    if not DIRECTION.fullmatch(word) or at + 1 == len(words):
        return False
    return word.islower() or not any(
        gazetteer.named(text[words[at][0] : words[to][1]])
        for to in range(at + 1, min(len(words), at + MAX_WORDS))
    )


def extended(
    text: str, start: int, end: int, gazetteer: Gazetteer, language: str
) -> int:
    """Take in what makes a longer known name ("Crimean bridge", "Rostov-on-Don")."""
    tied = _TIED.match(text[end : end + 30])
    if tied and gazetteer.named(text[start : end + tied.end()]):
        return end + tied.end()
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


def led(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Take in the word before a name that belongs to it ("ST." before "LOUIS")."""
    before = _LED.search(text[max(0, start - 12) : start])
    if before is None or not gazetteer.named(before.group() + text[start:end]):
        return start
    return start - len(before.group())


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
    if not CYRILLIC.search(name) or normalised(name) in words_of("common_words.txt"):
        return False
    return bool(
        look_up(name, gazetteer, language=language)
        or division_of_adjective(name, gazetteer)
    )


def division_of_adjective(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the division that a Slavic adjective alone names ("Брянская и Курская")."""
    if " " in name or adjective_stem(normalised(name)) is None:
        return []
    return look_up_unit(name, Unit.REGION, gazetteer)
