"""A set of names that takes a few bytes for each, for files too long to remember."""

from __future__ import annotations

import hashlib
from array import array

_FIRST_ROOM = 1 << 10
_BYTES = 8
_EMPTY = array("Q", [0])


class Seen:
    """Remembers names by 64 bits of their hash, in a table at most two thirds full.

    That is 12 to 24 bytes a name, where a set of Python's takes a hundred and more.
    Among ten million names, two share their bits with a chance of 3 in a million.
    """

    def __init__(self) -> None:
        """Begin with no name."""
        self._room = _EMPTY * _FIRST_ROOM
        self._held = 0

    def first(self, name: str) -> bool:
        """Remember a name, and say whether it was new."""
        digest = hashlib.blake2b(name.encode(), digest_size=_BYTES).digest()
        # 0 marks an empty slot.
        key = int.from_bytes(digest, "little") or 1
        slot = self._slot(key)
        if self._room[slot] == key:
            return False
        self._room[slot] = key
        self._held += 1
        if self._held * 3 > len(self._room) * 2:
            self._widen()
        return True

    def _slot(self, key: int) -> int:
        """Return where a key is, or the empty slot where it would be."""
        last = len(self._room) - 1
        slot = key & last
        while self._room[slot] not in {0, key}:
            slot = (slot + 1) & last
        return slot

    def _widen(self) -> None:
        before = self._room
        self._room = _EMPTY * (len(before) * 2)
        for key in before:
            if key:
                self._room[self._slot(key)] = key
