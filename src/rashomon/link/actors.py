"""People, organisations and facilities under one key, whatever they are called.

A name is reduced to the words that tell who it is: titles, company forms and the
usual words for what a thing is do not count, Cyrillic is romanised, and well-known
bodies go by their acronym. Two names are the same where their telling words meet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz.distance import JaroWinkler

from rashomon.algorithms.similarity import CYRILLIC, normalised, skeleton

# Set by hand, not tuned on labelled pairs. Measured on roots: Sergei/Sergii .96 and
# Petrov/Petrova .91 pass, Yusov/Yusiv .87 and Sobyanin/Sobchak .80 do not; but
# Ivanov/Ivankov .96 and Lavrov/Lavrin .93 pass too, so near surnames can be united.
MIN_WORD_LIKENESS = 0.9
MIN_FUZZY_CHARS = 4

_TITLES_WORDS = (
    "mr mrs ms miss dr sir prof professor president governor gov mayor minister prime "
    "deputy vice general gen lieutenant lt colonel col major maj captain capt "
    "sergeant sgt brigadier admiral chief commander police officer senator sen "
    "representative rep secretary ambassador spokesman spokeswoman spokesperson "
    "chancellor king queen prince princess pope sheikh judge justice acting former "
    "head director foreign defense defence interior regional local russian ukrainian "
    "official губернатор президент министр мэр глава генерал полковник представитель "
    "пресс секретарь врио міністр мер голова речник the a an of for and in"
)
_TITLES = frozenset(_TITLES_WORDS.split())
# What a facility or body is. They tell two things of one town apart only by class:
# the words of a class mean the same, and an oil depot is no refinery.
_CLASSES = {
    "plant": "plant factory works zavod завод заводе завода фабрика kombinat комбинат"
    " facility enterprise предприятие підприємство",
    "refinery": "refinery refineries npz нпз",
    "depot": "depot depots terminal storage нефтебаза нафтобаза нефтебазы",
    "airbase": "airbase airfield aerodrome аэродром аеродром авиабаза",
    "airport": "airport аэропорт аеропорт",
    "ministry": "ministry министерство міністерство минобороны",
    "school": "school школа",
    "hospital": "hospital больница лікарня госпиталь",
    "bridge": "bridge мост міст",
    "prison": "prison jail тюрьма colony колония колонія",
    "market": "market рынок ринок",
    "station": "station станция станція",
    "university": "university университет університет",
    "mosque": "mosque мечеть",
    "church": "church cathedral церковь церква собор",
    "mall": "mall трц",
}
_CLASS_OF = {
    normalised(word): kind for kind, words in _CLASSES.items() for word in words.split()
}
_FORMS_WORDS = (
    "jsc pjsc ojsc llc ltd inc corp company co plc gmbh ооо оао пао ао зао тов ват "
    "пат group holding international state national federal central"
)
_FORMS = frozenset(_FORMS_WORDS.split())
# How a product or trade is written: one stem for "electronic", "electronics",
# "electromechanical" would be too much, so only grammatical endings go.
_ENDING = re.compile(
    r"(?:ski(?:i|h|e|m|ho|mu|ia)?|ska(?:ia|a)?|skoho|ics?|s|ii|iv|ov|ei)$"
)
_PARENTHESES = re.compile(r"\(([^()]{2,60})\)")
_AGE = re.compile(r",\s*\d{1,3}$")
_TAIL = re.compile(r"['’]s$")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A name taken apart: its telling words, its class, its known body, if any.

    ``words`` are skeletons in order; ``acronym`` is set for a name that is one.
    """

    words: tuple[str, ...]
    kind: str | None
    body: str | None
    acronym: str | None


@cache
def _bodies() -> dict[str, str]:
    """Return the key of each known body by each of its names (``data/bodies.tsv``)."""
    text = resources.files("rashomon").joinpath("data", "bodies.tsv").read_text("utf-8")
    table = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names = line.split("|")
            for name in names:
                table[_plain(name)] = normalised(names[0])
    return table


def _plain(name: str) -> str:
    words = normalised(_POSSESSIVE.sub("", name)).split()
    return " ".join(w for w in words if w not in {"the", "of", "for", "and"})


@lru_cache(maxsize=100_000)
def _shape(name: str) -> _Shape:
    bare = _TAIL.sub("", _AGE.sub("", name.strip()))
    inside = _PARENTHESES.search(bare)
    outside = _PARENTHESES.sub(" ", bare).strip()
    bodies = _bodies()
    body = bodies.get(_plain(outside))
    if body is None and inside:
        body = bodies.get(_plain(inside.group(1)))
    words = normalised(outside or bare).split()
    kinds = [_CLASS_OF[w] for w in words if w in _CLASS_OF]
    telling = [w for w in words if w not in _CLASS_OF and w not in _FORMS]
    named = [w for w in telling if w not in _TITLES] or telling or words
    acronym = None
    if " " not in outside and outside.isupper() and 2 <= len(outside) <= 6:
        acronym = normalised(outside)
    kind = kinds[-1] if kinds else None
    roots = tuple(root for root in map(_root, named) if root)
    return _Shape(roots, kind, body, acronym)


def _root(word: str) -> str:
    """Return a word's skeleton without its grammatical ending."""
    form = skeleton(word)
    cut = _ENDING.sub("", form)
    return cut if len(cut) >= MIN_FUZZY_CHARS else form


def name_key(name: str) -> str:
    """Return a key that most spellings of one name share; for indexing, not for show.

    Names with different keys may still be the same (ask :func:`same_name`).
    """
    shape = _shape(name)
    if shape.body:
        return shape.body
    return " ".join(sorted(shape.words))


def same_name(left: str, right: str) -> bool:
    """Say whether two names may well be of one person, body or facility."""
    if normalised(left) == normalised(right):
        return True
    one, two = _shape(left), _shape(right)
    if one.body or two.body:
        return one.body == two.body
    if one.kind and two.kind and one.kind != two.kind:
        return False
    if _is_acronym_of(one, right) or _is_acronym_of(two, left):
        return True
    if one.acronym or two.acronym:
        return one.acronym == two.acronym
    return _words_meet(one, two)


def _is_acronym_of(short: _Shape, name: str) -> bool:
    """Say whether an acronym is the initials of a name, or is given in parentheses."""
    if short.acronym is None:
        return False
    inside = _PARENTHESES.search(name)
    if inside and normalised(inside.group(1)) == short.acronym:
        return True
    words = normalised(_PARENTHESES.sub(" ", name)).split()
    every = "".join(w[0] for w in words)
    telling = "".join(w[0] for w in words if w not in {"the", "of", "for", "and", "in"})
    return len(words) > 1 and short.acronym in {every, telling}


def _words_meet(one: _Shape, two: _Shape) -> bool:
    """Say whether the telling words of the shorter name are all in the longer.

    A surname alone meets the full name. Names of one length must meet word by word;
    of facilities, one that has only its town meets nothing but the same.
    """
    if not one.words or not two.words:
        return False
    short, long = sorted((one.words, two.words), key=lambda w: (len(w), w))
    left = list(long)
    for word in short:
        match = next((other for other in left if _alike(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    if not left:
        return True
    if one.kind or two.kind:
        return bool(one.kind and two.kind) or len(short) > 1
    return len(short) > 1 or _alike(short[0], long[-1])


def _alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if len(left) == 1 or len(right) == 1:  # an initial
        return left[:1] == right[:1]
    if min(len(left), len(right)) < MIN_FUZZY_CHARS:
        return False
    if left[0] != right[0]:
        return False
    return JaroWinkler.similarity(left, right) >= MIN_WORD_LIKENESS


def canonical(names: Iterable[str]) -> str:
    """Return the name to show for a group: Latin, fullest, then commonest.

    Raises ``ValueError`` where there is no name.
    """
    counted = Counter(name.strip() for name in names if name.strip())
    if not counted:
        raise ValueError("no name to choose from; give at least one that is not blank")

    def rank(name: str) -> tuple[bool, int, int, int, str]:
        shape = _shape(name)
        latin = CYRILLIC.search(name) is None
        return latin, min(len(shape.words), 3), counted[name], -len(name), name

    return max(counted, key=rank)
