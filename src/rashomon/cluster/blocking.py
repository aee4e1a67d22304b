"""Pairs worth comparing: few, and hardly ever missing one that matters.

Small piles are compared pair by pair. Larger ones by keys: a place and a week, a rare
name, a rare word in the lead, one family of copies. The number of pairs a key may give
is capped, so the work grows with the pile and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.cluster.profiles import Profile, with_rarity

ALL_PAIRS_UP_TO = 400
MAX_BLOCK = 60
RARE_WORD = 12
WORDS_EACH = 6
CELL_DEGREES = 0.5
BUCKET_DAYS = 4


def pairs(profiles: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
    """Return the pairs to compare, each once, in order of their ids."""
    ordered = sorted(with_rarity(profiles), key=lambda p: p.account_id)
    if len(ordered) <= ALL_PAIRS_UP_TO:
        return list(combinations(ordered, 2))
    blocks: dict[str, list[int]] = defaultdict(list)
    rarity = Counter(word for p in ordered for word in p.words)
    for index, one in enumerate(ordered):
        for key in set(_keys(one, rarity)):
            blocks[key].append(index)
    chosen = {
        pair
        for members in blocks.values()
        if len(members) <= MAX_BLOCK
        for pair in combinations(members, 2)
    }
    return [(ordered[a], ordered[b]) for a, b in sorted(chosen)]


def _keys(one: Profile, rarity: Counter[str]) -> Iterator[str]:
    yield f"family {one.family}"
    yield f"document {one.document_id}"
    for name in (*one.people, *one.targets):
        yield f"name {name}"
    day = one.when.first_day if one.when else one.published
    buckets = _buckets(day.toordinal()) if day else (0,)
    if one.place is not None and one.place.point is not None:
        for cell in _cells(one.place.point.lat, one.place.point.lon):
            yield from (f"place {cell} {bucket}" for bucket in buckets)
    rare = sorted((rarity[w], w) for w in one.words if 2 <= rarity[w] <= RARE_WORD)
    yield from (f"word {word}" for _, word in rare[:WORDS_EACH])


def _buckets(ordinal: int) -> tuple[int, int]:
    return ordinal // BUCKET_DAYS, (ordinal + BUCKET_DAYS // 2) // BUCKET_DAYS + 10**7


def _cells(lat: float, lon: float) -> tuple[str, str]:
    half = CELL_DEGREES / 2
    return (
        f"{lat // CELL_DEGREES:.0f}/{lon // CELL_DEGREES:.0f}",
        f"+{(lat + half) // CELL_DEGREES:.0f}/{(lon + half) // CELL_DEGREES:.0f}",
    )
