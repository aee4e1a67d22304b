"""Pairs worth comparing: few, and hardly ever missing one that matters.

Accounts that share a key are candidates: a family of copies, a place and a few days, a
victim, a name and a month, a rare word. Small piles are compared pair by pair. In a
crowded block each account meets only those next to it in time, so the work grows with
the pile, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.cluster.profiles import Pile, Profile
from rashomon.model.account import Prominence

ALL_PAIRS_UP_TO = 400
MAX_BLOCK = 60
RARE_WORD = 25
WORDS_EACH = 8
CELL_DEGREES = 0.5
PLACE_DAYS = 8
NAME_DAYS = 60
# A time wider than this says too little to put an account into a block of days.
WIDEST_DAYS = 31


class Blocks:
    """Accounts by the keys they share; one more meets only its own candidates."""

    def __init__(self, pile: Pile) -> None:
        """Keep what is common in the pile: a common word is no key."""
        self._pile = pile
        self._blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.profiles: list[Profile] = []

    def add(self, one: Profile) -> list[Profile]:
        """Take an account in and return those it is worth comparing with."""
        index = len(self.profiles)
        self.profiles.append(one)
        at = (_day(one) or 0, index)
        met: set[int] = set()
        for key in keys(one, self._pile):
            block = self._blocks[key]
            place = bisect_left(block, at)
            reach = len(block) if len(block) <= MAX_BLOCK else MAX_BLOCK // 2
            near = block[max(0, place - reach) : place + reach]
            met.update(other for _, other in near)
            insort(block, at)
        return [self.profiles[other] for other in sorted(met)]


def pairs(profiles: Sequence[Profile], pile: Pile) -> list[tuple[Profile, Profile]]:
    """Return the pairs to compare, each once, in order of their ids."""
    ordered = sorted(profiles, key=lambda p: p.account_id)
    if len(ordered) <= ALL_PAIRS_UP_TO:
        return list(combinations(ordered, 2))
    blocks = Blocks(pile)
    chosen = [(other, one) for one in ordered for other in blocks.add(one)]
    return sorted(chosen, key=lambda pair: (pair[0].account_id, pair[1].account_id))


def keys(one: Profile, pile: Pile) -> set[str]:
    """Return the keys of an account; two that share one are candidates."""
    return set(_keys(one, pile))


def _keys(one: Profile, pile: Pile) -> Iterator[str]:
    yield f"family {one.family}"
    yield f"document {one.document_id}"
    yield from (f"victim {name}" for name in one.victims)
    months = _spans(_day(one), NAME_DAYS)
    for name in (*one.people, *one.facilities):
        yield from (f"name {name} {month}" for month in months)
    if one.place is not None and one.place.point is not None:
        days = _spans(_day(one), PLACE_DAYS)
        for cell in _cells(one.place.point.lat, one.place.point.lon):
            yield from (f"place {cell} {span}" for span in days)
    yield from (f"word {word}" for word in _rarest(one.words, pile.words))
    yield from (f"bears {name}" for name in _rarest(one.names, pile.names))


def _rarest(held: Iterable[str], spread: Mapping[str, int]) -> list[str]:
    """Return the few rarest words; what one account alone has is shared with none."""
    ranked = sorted((n, w) for w in held if (n := spread.get(w, 0)) != 1)
    return [word for count, word in ranked if count <= RARE_WORD][:WORDS_EACH]


def _day(one: Profile) -> int | None:
    """Return the day an account is put on, None where there is none."""
    if one.when is not None and one.when.days <= WIDEST_DAYS:
        return one.when.first_day.toordinal()
    if one.published is not None and one.prominence is Prominence.MAIN:
        return one.published.toordinal()
    return None


def _spans(day: int | None, length: int) -> tuple[str, ...]:
    """Return the two spans of days a day lies in: days half a span apart share one."""
    if day is None:
        return ("undated",)
    return f"{day // length}", f"+{(day + length // 2) // length}"


def _cells(lat: float, lon: float) -> tuple[str, str]:
    half = CELL_DEGREES / 2
    return (
        f"{lat // CELL_DEGREES:.0f}/{lon // CELL_DEGREES:.0f}",
        f"+{(lat + half) // CELL_DEGREES:.0f}/{(lon + half) // CELL_DEGREES:.0f}",
    )
