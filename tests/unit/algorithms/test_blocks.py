"""Who bears a key together with whom."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.algorithms import blocks
from rashomon.algorithms.blocks import Blocks, Entries


def made(keys: list[set[int]], order: list[int] | None = None) -> Blocks:
    """Return the blocks of members by their keys, in their order or another."""
    entries = Entries()
    for member, own in enumerate(keys):
        entries.put(member, own)
    return entries.blocks(np.array(order or range(len(keys)), np.int32))


def met(found: Blocks, reach: int) -> dict[tuple[int, int], int]:
    """Return the pairs that meet, and in how many blocks."""
    codes, ways = found.met(reach)
    pairs = (divmod(code, found.size) for code in codes.tolist())
    return dict(zip(pairs, ways.tolist(), strict=True))


def test_blocks_are_in_order_of_key_and_place() -> None:
    """Whatever order the members came in."""
    assert list(made([{7, 9}, {7}, {9}], [2, 0, 1])) == [(7, 0), (7, 2), (9, 1), (9, 2)]


def test_pairs_meet_once_for_each_key_they_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where not all first members are sought at once."""
    keys = [{1, 2}, {1, 2}, {2, 3}, {4}]
    wanted = {(0, 1): 2, (0, 2): 1, (1, 2): 1}
    assert met(made(keys), 3) == wanted
    monkeypatch.setattr(blocks, "FIRST_AT_ONCE", 1)
    assert met(made(keys), 3) == wanted


def test_who_stands_too_far_off_is_not_met() -> None:
    """Of a block of four only neighbours."""
    assert met(made([{5}] * 4), 1) == {(0, 1): 1, (1, 2): 1, (2, 3): 1}


@pytest.mark.parametrize(("most", "kept"), [(None, [1, 1, 2, 2, 2]), (2, [1, 1])])
def test_blocks_of_one_and_crowded_ones_are_left_out(
    most: int | None, kept: list[int]
) -> None:
    """A block of more than ``most`` is boilerplate."""
    found = made([{1, 2}, {1, 2}, {2, 3}]).shared(most)
    assert found.key.tolist() == kept


def test_nothing_meets_nobody() -> None:
    """No member, and members without a key."""
    assert met(made([]).shared(), 2) == {}
    assert met(made([set(), set()]).shared(), 2) == {}
