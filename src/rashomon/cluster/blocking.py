"""Pairs worth comparing: few, and hardly ever missing one that matters.

Small piles are compared pair by pair. Larger ones by keys: a place and a week, a rare
name, a rare word in the lead, one family of copies. In a crowded block each account
meets only those next to it in time, so the work grows with the pile, not its square.
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
    days = [_day(one) for one in ordered]
    chosen = {
        pair
        for members in blocks.values()
        for pair in _within(sorted(members, key=lambda i: (days[i], i)))
    }
    return [(ordered[a], ordered[b]) for a, b in sorted(chosen)]


def _within(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block; in a crowded one, only with those next in time.

    A crowded block is often one incident that everybody reports: it must not be left out.
    """
    reach = len(members) if len(members) <= MAX_BLOCK else MAX_BLOCK // 2
    for at, one in enumerate(members):
        for other in members[at + 1 : at + 1 + reach]:
            yield min(one, other), max(one, other)


def _day(one: Profile) -> int:
    day = one.when.first_day if one.when else one.published
    return day.toordinal() if day else 0


def _keys(one: Profile, rarity: Counter[str]) -> Iterator[str]:
    yield f"family {one.family}"
    yield f"document {one.document_id}"
    for name in (*one.people, *one.targets):
        yield f"name {name}"
    day = _day(one)
    buckets = _buckets(day) if day else (0,)
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
