"""Blocks: who bears a key together with whom, as arrays of twelve bytes an entry."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# So many members are the first of the pairs that are sought at once.
FIRST_AT_ONCE = 100_000

Integers = NDArray[np.int64]
Numbers = NDArray[np.int32]
# Pairs as one number each, ``lower * size + higher``, in order; and in how many blocks.
Met = tuple[Integers, NDArray[np.uint16]]


class Entries:
    """Which keys the members of a pile bear; members are numbered as they come."""

    def __init__(self) -> None:
        """Begin without any."""
        self._keys, self._members = array("q"), array("i")

    def put(self, member: int, keys: Collection[int]) -> None:
        """Add the keys of a member, each of 64 bits and once."""
        self._keys.extend(keys)
        self._members.extend([member] * len(keys))

    def blocks(self, numbers: Numbers) -> Blocks:
        """Return the blocks; ``numbers``: the place of each member in the order of all,
        which each block is in, too."""
        key = np.frombuffer(self._keys, np.int64)
        place = numbers[np.frombuffer(self._members, np.int32)]
        order = np.lexsort((place, key))
        return Blocks(key[order], place[order], len(numbers))


@dataclass(frozen=True, slots=True)
class Blocks:
    """Entries block by block: the keys, and the places of who bears them, of ``size``."""

    key: Integers
    place: Numbers
    size: int

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield each key with a place, in order."""
        for start in range(0, len(self.key), FIRST_AT_ONCE):
            some = slice(start, start + FIRST_AT_ONCE)
            yield from zip(
                self.key[some].tolist(), self.place[some].tolist(), strict=True
            )

    def shared(self, most: int | None = None) -> Blocks:
        """Return the blocks of two and more, up to ``most``."""
        starts = np.flatnonzero(np.append(True, self.key[1:] != self.key[:-1]))
        sizes = np.diff(np.append(starts, len(self.key)))
        wanted = (sizes > 1) & (sizes <= (most or len(self.key)))
        kept = np.repeat(wanted, sizes) if len(self.key) else slice(0)
        return Blocks(self.key[kept], self.place[kept], self.size)

    def met(self, reach: int) -> Met:
        """Return the pairs that stand within ``reach`` of each other in a block.

        Pairs are sought by the first of the two, some members at once: each time the
        entries are gone through anew, and no more is held than what those meet.
        """
        found, counted = [np.empty(0, np.int64)], [np.empty(0, np.uint16)]
        for first in range(0, self.size, FIRST_AT_ONCE):
            here = [self._apart(step, first) for step in range(1, reach + 1)]
            codes, ways = np.unique(np.concatenate(here), return_counts=True)
            found.append(codes)
            counted.append(ways.astype(np.uint16))
        return np.concatenate(found), np.concatenate(counted)

    def _apart(self, step: int, first: int) -> Integers:
        """Return the pairs so many steps apart, whose lower one is of a part of all."""
        one, other = self.place[:-step], self.place[step:]
        held = self.key[:-step] == self.key[step:]
        held &= (one >= first) & (one < first + FIRST_AT_ONCE)
        codes: Integers = one[held].astype(np.int64) * self.size + other[held]
        return codes
