"""Pairs worth comparing: few, and hardly ever missing one that matters.

Accounts that share a key are candidates: a family of copies, a place and a few days, a
victim, a name and a month, a rare word. Small piles are compared pair by pair. In a
larger one each account meets, in each of its blocks, those next to it in time: so the
work grows with the pile and not with its square, and which pairs are compared follows
from which accounts there are, not from the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.algorithms.blocks import Entries, Integers, Numbers
from rashomon.algorithms.components import Parts
from rashomon.algorithms.minhash import number
from rashomon.cluster.profiles import Pile, Profile
from rashomon.model.account import Prominence
from rashomon.model.ids import AccountId

ALL_PAIRS_UP_TO = 400
# So many before and so many after it an account meets in each of its blocks.
REACH = 30
RARE_WORD = 25
WORDS_EACH = 8
CELL_DEGREES = 0.5
PLACE_DAYS = 8
NAME_DAYS = 60
# A time wider than this says too little to put an account into a block of days.
WIDEST_DAYS = 31

Ways = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs to compare, each once, in order of their ids; few bytes a pair.

    ``codes``: where the two stand among the profiles, as one number; ``ways``: in how
    many blocks they meet.
    """

    profiles: Sequence[Profile]
    codes: Integers
    ways: Ways

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.codes)

    def __iter__(self) -> Iterator[tuple[Profile, Profile]]:
        """Yield the pairs."""
        held, size = self.profiles, len(self.profiles)
        for code in self.codes:
            left, right = divmod(int(code), size)
            yield held[left], held[right]


def parted(
    candidates: Candidates,
    weights: Sequence[float],
    together: Sequence[tuple[AccountId, ...]] = (),
) -> Iterator[dict[tuple[AccountId, AccountId], float]]:
    """Yield what those candidates weigh that may matter to grouping, part by part as
    ``components.parted`` finds them, without a table of all."""
    size, held = len(candidates.profiles), np.asarray(weights)
    left = (candidates.codes // size).astype(np.int32)
    right = (candidates.codes % size).astype(np.int32)
    parts: Parts[int] = Parts()
    for at in np.flatnonzero(held > 0):
        parts.join(int(left[at]), int(right[at]))
    ids = [one.account_id for one in candidates.profiles]
    place = {id_: at for at, id_ in enumerate(ids)} if together else {}
    for group in together:
        known = [place[account] for account in group if account in place]
        for other in known[1:]:
            parts.join(known[0], other)
    part = np.fromiter(map(parts.find, range(size)), np.int32, size)
    within = np.flatnonzero(part[left] == part[right])
    within = within[np.argsort(part[left[within]], kind="stable")]
    heads = part[left[within]]
    for some in np.split(within, np.flatnonzero(np.diff(heads)) + 1):
        yield {(ids[left[at]], ids[right[at]]): float(held[at]) for at in some}


def pairs(profiles: Iterable[Profile], pile: Pile) -> Candidates:
    """Return the pairs to compare; ``pile`` says what is common and so no key."""
    ordered = sorted(profiles, key=lambda p: p.account_id)
    size = len(ordered)
    if size <= ALL_PAIRS_UP_TO:
        every = [a * size + b for a, b in combinations(range(size), 2)]
        codes = np.array(every, dtype=np.int64)
        return Candidates(ordered, codes, np.ones(len(codes), np.uint16))
    entries = Entries()
    for index, one in enumerate(ordered):
        entries.put(index, keys(one, pile))
    by_day = np.argsort([day_of(one) for one in ordered], kind="stable")
    codes, ways = entries.blocks(places(by_day)).shared().met(REACH)
    return Candidates(ordered, *renumbered(codes, ways, by_day))


def places(order: Integers) -> Numbers:
    """Return the place of each member, from the members in their order."""
    numbers = np.empty(len(order), np.int32)
    numbers[order] = np.arange(len(order), dtype=np.int32)
    return numbers


def renumbered(codes: Integers, ways: Ways, numbers: Integers) -> tuple[Integers, Ways]:
    """Return pairs of places as pairs of the members' ``numbers``, in order."""
    size = len(numbers)
    one, other = numbers[codes // size], numbers[codes % size]
    codes = np.minimum(one, other) * size + np.maximum(one, other)
    order = np.argsort(codes)
    return codes[order], ways[order]


def keys(one: Profile, pile: Pile) -> set[int]:
    """Return the keys of an account; two that share one are candidates."""
    return set(map(number, _keys(one, pile)))


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
    """Return the few rarest words, and some that at most one account had: a new account
    may have them, too."""
    known = sorted((n, w) for w in held if 1 < (n := spread.get(w, 0)) <= RARE_WORD)
    alone = sorted((-len(w), w) for w in held if spread.get(w, 0) <= 1)
    return [w for _, w in (*known[:WORDS_EACH], *alone[:WORDS_EACH])]


def day_of(one: Profile) -> int:
    """Return the day that an account has in the order of a block, 0 for none."""
    return _day(one) or 0


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
