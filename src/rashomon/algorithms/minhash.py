"""Shingles and MinHash: which of many texts share much of their wording.

MinHash with banding finds candidates in linear time (Broder 1997); what it finds is
verified on the shingles themselves, so an estimate never decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from rensa import RMinHash

WORDS = re.compile(r"\w+")
SHINGLE_WORDS = 3
PERMUTATIONS = 128
BAND_ROWS = (
    2  # 64 bands: a pair of similarity 0.25 is a candidate with a chance of 0.98
)
SEED = 7
MAX_BAND = 200  # a band that more texts share is boilerplate


def shingles(text: str) -> frozenset[str]:
    """Return the overlapping word groups of a text, case ignored."""
    words = WORDS.findall(text.casefold())
    size = SHINGLE_WORDS
    if len(words) < size:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(
        " ".join(words[i : i + size]) for i in range(len(words) - size + 1)
    )


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of common shingles among all of both, 0 to 1."""
    if not left or not right:
        return 0.0
    return len(left & right) / len(left | right)


def containment(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set that lies in the larger, 0 to 1."""
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))


def bands(shingles: frozenset[str]) -> tuple[int, ...]:
    """Return the bands of a set, as numbers of 64 bits; an empty set has none."""
    if not shingles:
        return ()
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingles))
    digest: Sequence[int] = sketch.digest()
    return tuple(
        number(f"{row} {digest[row : row + BAND_ROWS]}")
        for row in range(0, PERMUTATIONS, BAND_ROWS)
    )


def number(key: str) -> int:
    """Return a key as a number of 64 bits, the same on every machine."""
    hashed = blake2b(key.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


def candidate_pairs(sets: Mapping[str, Sequence[int]]) -> Iterable[tuple[str, str]]:
    """Return the pairs of keys whose sets share a band, each once, in order."""
    members: dict[int, list[str]] = defaultdict(list)
    for key in sorted(sets):
        for band in sets[key]:
            members[band].append(key)
    pairs = {
        pair
        for held in members.values()
        if 2 <= len(held) <= MAX_BAND
        for pair in combinations(held, 2)
    }
    return sorted(pairs)
