"""Groups from pairwise weights, with pairs that must stay apart.

Agglomeration by average weight: two groups join while the mean weight over all pairs
between them is above zero and no pair forbids it. One strong but mistaken pair cannot
chain two groups together, because every other pair between them is asked too.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", str, int)
Name = TypeVar("Name", bound=str)

# Weights that differ by less are the same sum in another order.
EQUAL = 1e-9

# Of two large groups only some pairs are compared; the others count at most so many
# times as those that were, so that an incident told by thousands holds together.
UNSEEN_SHARE = 2.0


class Parts(Generic[Key]):
    """Keys in parts: a part is what was joined, by its first key."""

    def __init__(self) -> None:
        """Begin with every key a part of its own."""
        self._above: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """Return the first key of the part that a key is in."""
        above = self._above
        while (up := above.get(key, key)) != key:
            above[key] = above.get(up, up)
            key = up
        return key

    def join(self, one: Key, other: Key) -> None:
        """Make one part of two."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self._above[second] = first


def parted(
    weights: Mapping[tuple[Name, Name], float],
    together: Iterable[tuple[Name, ...]] = (),
) -> list[dict[tuple[Name, Name], float]]:
    """Return the pairs that may matter to ``agglomerate``, by what pairs above zero
    link, or what must be together.

    Groups join only where some pair between them weighs so, and are asked for the pairs
    between them: each part is grouped alike without all the others.
    """
    parts: Parts[str] = Parts()
    for held in together:
        for key in held[1:]:
            parts.join(held[0], key)
    for (one, other), weight in weights.items():
        if weight > 0:
            parts.join(one, other)
    found: dict[str, dict[tuple[Name, Name], float]] = defaultdict(dict)
    for pair, weight in weights.items():
        first = parts.find(pair[0])
        if first == parts.find(pair[1]):
            found[first][pair] = weight
    return list(found.values())


def agglomerate(
    keys: Iterable[Name],
    weights: Mapping[tuple[Name, Name], float],
    apart: Iterable[tuple[Name, Name]],
    *,
    unseen: float,
    together: Iterable[tuple[Name, ...]] = (),
) -> list[tuple[Name, ...]]:
    """Return the groups, each sorted, in order of their first key.

    ``weights`` are by pair in order; a pair that was never compared weighs ``unseen``.
    What must be ``together`` is a group from the start; these share no key, and no pair
    within one must stay apart. The result does not depend on the order of the input.
    """
    groups, head = _begun(keys, together)
    sums, seen = _folded(weights, head)
    forbidden: dict[Name, set[Name]] = defaultdict(set)
    for one, other in apart:
        forbidden[head[one]].add(head[other])
        forbidden[head[other]].add(head[one])

    def mean(left: Name, right: Name) -> float:
        pairs = len(groups[left]) * len(groups[right])
        known = seen[left].get(right, 0.0)
        missing = min(pairs - known, UNSEEN_SHARE * known)
        return (sums[left].get(right, 0.0) + unseen * missing) / (known + missing)

    heap = [
        (-weight, left, right)
        for left in sums
        for right in sums[left]
        if left < right and (weight := mean(left, right)) > 0
    ]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if left not in groups or right not in groups or right in forbidden[left]:
            continue
        current = mean(left, right)
        if abs(current + negative) > EQUAL:  # stale: the groups grew since
            if current > 0:
                heapq.heappush(heap, (-current, left, right))
            continue
        keep, gone = min(left, right), max(left, right)
        groups[keep] |= groups.pop(gone)
        _move(sums, gone, keep)
        _move(seen, gone, keep)
        for other in forbidden.pop(gone, set()):
            forbidden[other].discard(gone)
            forbidden[other].add(keep)
            forbidden[keep].add(other)
        for other in sums[keep]:
            joined = mean(keep, other) if other in groups else 0.0
            if joined > 0:
                heapq.heappush(heap, (-joined, min(keep, other), max(keep, other)))
    return sorted(tuple(sorted(group)) for group in groups.values())


def _begun(
    keys: Iterable[Name], together: Iterable[tuple[Name, ...]]
) -> tuple[dict[Name, set[Name]], dict[Name, Name]]:
    """Return the groups to begin with, by their first key, and each key's group."""
    groups = {key: {key} for key in sorted(keys)}
    head = {key: key for key in groups}
    for held in together:
        first = min(held)
        for key in held:
            head[key] = first
            groups[first] |= groups.pop(key) if key != first else set()
    return groups, head


def _folded(
    weights: Mapping[tuple[Name, Name], float], head: Mapping[Name, Name]
) -> tuple[dict[Name, dict[Name, float]], dict[Name, dict[Name, float]]]:
    """Return the sums of the weights between groups, and of how many pairs."""
    sums: dict[Name, dict[Name, float]] = defaultdict(dict)
    seen: dict[Name, dict[Name, float]] = defaultdict(dict)
    for pair in sorted(weights):
        left, right = head[pair[0]], head[pair[1]]
        if left != right:
            total = sums[left].get(right, 0.0) + weights[pair]
            sums[left][right] = sums[right][left] = total
            seen[left][right] = seen[right][left] = seen[left].get(right, 0.0) + 1
    return sums, seen


def _move(table: dict[Name, dict[Name, float]], gone: Name, keep: Name) -> None:
    """Add a vanished group's row to the group that took it in."""
    for other, value in table.pop(gone, {}).items():
        table[other].pop(gone, None)
        if other != keep:
            table[keep][other] = table[keep].get(other, 0.0) + value
            table[other][keep] = table[keep][other]
