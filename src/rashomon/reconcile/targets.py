"""Which names of what was hit are names of one thing, and which of them it is given.

Reports write "the plant", "Elastik plant" and "завод «Эластик»" of one plant. A name
whose words all stand in a longer name is taken to be short for it; words of another
language count by what they mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.algorithms.similarity import romanised
from rashomon.model.value import Target

# What a word stands for: the same thing in another language, or another word for it.
_MEANS = {
    "завод": "plant", "предприятие": "plant", "підприємство": "plant",
    "комбинат": "plant", "фабрика": "plant", "factory": "plant", "works": "plant",
    "нефтебаза": "depot", "нафтобаза": "depot", "супермаркет": "supermarket",
    "рынок": "market", "ринок": "market", "колония": "prison", "колонія": "prison",
    "jail": "prison", "мост": "bridge", "міст": "bridge", "аэродром": "airfield",
    "аеродром": "airfield", "airbase": "airfield", "houses": "house",
}  # fmt: skip
_EMPTY = frozenset(
    "the a an of in at on near and its their his her this that for to from 's".split()
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> frozenset[str]:
    """Return the telling words of a name, in English and singular where known."""
    found = set()
    for word in _WORD.findall(name.casefold().replace("’", "'").replace("'s", "")):
        if word in _EMPTY:
            continue
        plain = word.removesuffix("s") if len(word) > 4 and word[-2] != "s" else word
        found.add(_MEANS.get(word) or _MEANS.get(plain) or romanised(plain))
    return frozenset(found)


def gathered(targets: Sequence[Target]) -> list[int]:
    """Return, for each target, the number of the thing that it names.

    A short name goes to the longer one that most of the others name.
    """
    words = [words_of(t.name) for t in targets]
    support = Counter(words)
    whole = {w: w for w in support}
    for short in support:
        longer = [w for w in support if short < w and short]
        if longer:
            whole[short] = max(longer, key=lambda w: (support[w], len(w), sorted(w)))
    numbers: dict[frozenset[str], int] = {}
    return [numbers.setdefault(_end(whole, w), len(numbers)) for w in words]


def _end(
    whole: dict[frozenset[str], frozenset[str]], name: frozenset[str]
) -> frozenset[str]:
    while whole[name] != name:
        name = whole[name]
    return name


def best_name(targets: Sequence[Target]) -> Target:
    """Return the target by the name to show: in Latin letters, its own, most often said."""
    often = Counter(targets)

    def rank(target: Target) -> tuple[bool, bool, int, int, str]:
        latin = _CYRILLIC.search(target.name) is None
        own = any(w[:1].isupper() for w in target.name.split()[1:])
        return latin, own, often[target], -len(target.name), target.name

    return max(often, key=rank)
