"""How a name is spelt, in Latin and Cyrillic, and how like two spellings are.

Three forms of a name, the closest first: ``normalised`` (case, accents, hyphens and
apostrophes do not count), ``skeleton`` (romanised, so that the usual ways to write a
Slavic name in Latin letters meet: Lyubertsy, Liubertsi, Люберцы), and ``sound``
(the consonants only: what a fuzzy look-up is keyed by).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae",
        "œ": "oe", "þ": "th", "ə": "e", "ё": "е", "ґ": "г",
        **dict.fromkeys("'’‘ʼʻ`´ʹʺ′\".·", ""),
        **dict.fromkeys("-‐‑‒–—_/", " "),
    }
)  # fmt: skip
_SPACES = re.compile(r"[\s,;:()\[\]!?«»“”]+")

# Ukrainian and Russian letters at once. Where the two languages differ (г: g or h,
# и: i or y, е: e or ye) the skeleton folds both readings, so one table serves.
_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj",
    "њ": "nj", "ћ": "c", "џ": "dz", "ә": "a", "ө": "o", "ү": "u", "қ": "k", "ң": "n",
    "ғ": "g", "һ": "h", "ұ": "u",
}  # fmt: skip
_TO_LATIN = str.maketrans(_ROMAN)
CYRILLIC = re.compile(r"[Ѐ-ӿ]")

# In this order: what makes two letters of one sound goes before what drops letters.
_FOLDS = (
    (re.compile(r"shch|sch|sc(?=h)"), "sh"),
    (re.compile(r"(?<![cs])kh|gh"), "h"),
    (re.compile(r"tz|cz(?=[aeiouy])"), "ts"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"g"), "h"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"i+(?=[aoeu])"), ""),
    (re.compile(r"c(?!h)"), "k"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"(?<=[dt])er\b"), "r"),  # Alexander and Aleksandr, Peter and Petr
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=200_000)
def normalised(name: str) -> str:
    """Return the name without case, accents, hyphens, apostrophes and points."""
    folded = name.casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in folded if not unicodedata.combining(c))
        # A small raised A has no lower case of its own; the plain letter has.
        folded = folded.casefold().translate(_LETTERS)
    return _SPACES.sub(" ", folded).strip()


def romanised(name: str) -> str:
    """Return the normalised name in Latin letters (Latin names come back as given)."""
    return normalised(name).translate(_TO_LATIN)


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """Return the form in which the usual romanisations of one name are equal."""
    form = romanised(name)
    for pattern, put in _FOLDS:
        form = pattern.sub(put, form)
    return form


@lru_cache(maxsize=200_000)
def sound(name: str) -> str:
    """Return the consonants of the skeleton, an initial vowel kept as ``a``."""
    form = skeleton(name).replace(" ", "")
    if not form:
        return ""
    head = "a" if form[0] in "aeiou" else ""
    return head + _VOWELS.sub("", form)


def edits(left: str, right: str) -> int:
    """Return how many letters differ, a swapped pair counting once."""
    return int(DamerauLevenshtein.distance(left, right))


def likeness(left: str, right: str) -> float:
    """Return how like two names are, from 0 to 1, whatever letters they are in."""
    if normalised(left) == normalised(right):
        return 1.0
    return float(JaroWinkler.similarity(skeleton(left), skeleton(right)))
