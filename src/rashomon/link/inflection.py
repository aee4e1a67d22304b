"""Dictionary forms of inflected Russian and Ukrainian names.

Place names decline ("в Люберцах", "у Харкові"). pymorphy3 knows the common ones; for
the rest the stem is what the word shares with its base form, which is looked up as
the start of a gazetteer name.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from itertools import islice, product

import pymorphy3  # type: ignore[import-untyped]

from rashomon.algorithms.similarity import normalised

MAX_FORMS = 16

# Case endings of nouns and adjectives, as `normalised` writes them, longest first.
_CASE_ENDINGS = (
    "ами ями ого его ому ему ыми ими ові еві овом овіи ої ою ею єю іи ии ыи ои еи ах ях ам"
    " ям ом ем єм ов ев ів ова ову ым им их ых ую юю ая яя ое ее ье ья ью а я у ю е є и і ы"
    " о ь"
)
_ENDINGS = tuple(sorted(_CASE_ENDINGS.split(), key=len, reverse=True))
MIN_STEM = 2
MAX_REST = 3


@cache
def _analyser(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=50_000)
def _word_forms(word: str, language: str) -> tuple[str, ...]:
    """Return what the word may be the inflection of, the likeliest first."""
    forms: dict[str, None] = {}
    for parse in _analyser(language).parse(word)[:6]:
        nominative = parse.inflect({"nomn"})
        if nominative is not None:
            forms[normalised(nominative.word)] = None
        forms[normalised(parse.normal_form)] = None
    forms.pop(normalised(word), None)
    return tuple(forms)[:4]


class Reading(StrEnum):
    """What a dictionary makes of a capitalised word."""

    PLACE = "place"
    PERSON = "person"
    EVERYDAY = "everyday"
    UNKNOWN = "unknown"


@lru_cache(maxsize=50_000)
def reads_as(word: str, language: str) -> Reading:
    """Say whether the dictionary has the word as a place, a person's name or neither."""
    parses = [p for p in _analyser(language).parse(word) if p.is_known]
    if not parses:
        return Reading.UNKNOWN
    tags = {grammeme for p in parses for grammeme in p.tag.grammemes}
    if "Geox" in tags:
        return Reading.PLACE
    named = all({"Surn", "Name", "Patr"} & set(p.tag.grammemes) for p in parses)
    return Reading.PERSON if named else Reading.EVERYDAY


# A province by its everyday name, in any case: "Харківщина", "на Белгородщине".
_EVERYDAY = re.compile(r"(?P<stem>\w+?)(?:щ|чч|тч)ин(?:а|і|у|и|ою|е|ы|ой)")
_PROVINCES = {
    "біло": "білгородська область", "белгород": "белгородская область", "білгород": "білгородська область",
    "брян": "брянская область", "вінни": "вінницька область", "дніпропетров": "дніпропетровська область",
    "доне": "донецька область", "донет": "донецкая область", "житомир": "житомирська область",
    "київ": "київська область", "кіровоград": "кіровоградська область", "курсь": "курська область",
    "луган": "луганська область", "львів": "львівська область", "миколаїв": "миколаївська область",
    "оде": "одеська область", "орлов": "орловская область", "полтав": "полтавська область",
    "рівнен": "рівненська область", "смолен": "смоленская область", "сум": "сумська область",
    "тернопіль": "тернопільська область", "харків": "харківська область", "харьков": "харьковская область",
    "херсон": "херсонська область", "хмельни": "хмельницька область", "черка": "черкаська область",
    "чернігів": "чернігівська область",
}  # fmt: skip


def _province(word: str) -> str | None:
    """Return the province that a word is the everyday name of: "Одещина" is Одеська область."""
    match = _EVERYDAY.fullmatch(word.casefold())
    return _PROVINCES.get(match["stem"]) if match else None


# "Рязанский завод", "у казанській гімназії": the town that an adjective is made from.
_OF_A_TOWN = re.compile(
    r"(?P<stem>[^\W\d_]{3,}?)(?:ск|ськ)(?:ий|ого|ому|ом|им|ая|ой|ую|ое|ие|их|ими|ої|ій|ою|а|у|е|і)"
)
_TOWN_ENDINGS = {"ru": ("", "ь", "ск", "а", "о", "и", "ы"), "uk": ("", "ь", "ськ", "а", "о", "и")}  # fmt: skip
_IRREGULAR = {"нижегород": "нижний новгород", "петербург": "санкт-петербург", "киев": "киев", "київ": "київ", "донец": "донецк", "доне": "донецьк"}  # fmt: skip


def towns_of(adjective: str, language: str) -> list[str]:
    """Return the names that a Slavic adjective of a town may be made from."""
    match = _OF_A_TOWN.fullmatch(adjective.casefold())
    if match is None:
        return []
    stem = match["stem"]
    known = _IRREGULAR.get(stem)
    if known:
        return [normalised(known)]
    endings = _TOWN_ENDINGS.get(language, _TOWN_ENDINGS["ru"])
    return [normalised(stem + ending) for ending in endings]


def base_forms(name: str, language: str) -> list[str]:
    """Return possible dictionary forms of a Cyrillic name, without the name itself."""
    province = _province(name)
    if province:
        return [normalised(province)]
    if name.islower() and (towns := towns_of(name, language)):
        return towns
    words = name.split()
    options = [(normalised(w), *_word_forms(w, language)) for w in words]
    joined = (" ".join(choice) for choice in product(*options))
    return [form for form in islice(joined, MAX_FORMS) if form != normalised(name)]


def stems(word: str) -> list[str]:
    """Return a normalised word without the case endings it may have, longest first."""
    cut = {
        word[: -len(ending)]
        for ending in _ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM
    }
    return sorted(cut, key=len, reverse=True) or [word]


def may_be_inflected(name: str, base: str) -> bool:
    """Say whether each word of a name may be a case of the base's word (normalised)."""
    words, bases = name.split(), base.split()
    if len(words) != len(bases):
        return False
    return all(_one_stem(w, b) for w, b in zip(words, bases, strict=True))


def _one_stem(word: str, base: str) -> bool:
    return word == base or any(_stem_meets(root, base) for root in stems(word))


def _stem_meets(root: str, base: str) -> bool:
    """Say whether a stem is the base's; its last vowel may differ (Часовом, Часів)."""
    if not 0 <= len(base) - len(root) <= MAX_REST:
        return False
    short = len(root) - 2
    return base.startswith(root) or (
        short > MIN_STEM
        and base.startswith(root[:short])
        and base[short : short + 1] in "оеіиє"
        and root[-1] == base[short + 1 : short + 2]
    )
