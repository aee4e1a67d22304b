"""Which pairs are compared, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from rashomon.algorithms.components import parted
from rashomon.cluster import blocking
from rashomon.cluster.profiles import UNKNOWN_PILE as NOTHING
from rashomon.cluster.profiles import Profile
from rashomon.model.ids import AccountId
from rashomon.model.value import Point, Where

MakeProfile = Callable[..., Profile]


def pile(makes: MakeProfile, verin: Where, size: int) -> list[Profile]:
    """Return accounts of as many incidents, two of each, each in its own town."""
    return [
        makes(
            f"{i:05}",
            when=1 + i // 2 % 28,
            place=replace(
                verin, geonameid=i // 2, point=Point(i // 2 % 60, i // 120 * 2.0)
            ),
        )
        for i in range(size)
    ]


def ids(pairs: Iterable[tuple[Profile, Profile]]) -> set[tuple[str, str]]:
    """Return the pairs by their ids."""
    return {(a.account_id, b.account_id) for a, b in pairs}


def test_a_small_pile_is_compared_pair_by_pair(
    makes: MakeProfile, verin: Where
) -> None:
    """Nothing can be missed."""
    assert len(blocking.pairs(pile(makes, verin, 20), NOTHING)) == 190


def test_pairs_grow_with_the_pile_and_not_its_square(
    makes: MakeProfile, verin: Where
) -> None:
    """Twice the incidents, about twice the pairs."""
    small = len(blocking.pairs(pile(makes, verin, 1000), NOTHING))
    large = len(blocking.pairs(pile(makes, verin, 2000), NOTHING))
    assert 0 < small < large < 3 * small


def test_one_town_and_day_are_compared_in_a_large_pile(
    makes: MakeProfile, verin: Where
) -> None:
    """Every true pair of the pile is among the candidates."""
    found = ids(blocking.pairs(pile(makes, verin, 1000), NOTHING))
    wanted = {(f"acc_{i:05}", f"acc_{i + 1:05}") for i in range(0, 1000, 2)}
    assert wanted <= found


def test_an_incident_that_everybody_reports_is_not_left_out(
    makes: MakeProfile, verin: Where
) -> None:
    """A crowded block still links each account to some of the others, within bounds."""
    crowd = [makes(f"{i:05}", when=1, place=verin) for i in range(600)]
    found = ids(blocking.pairs(crowd, NOTHING))
    linked = {one for pair in found for one in pair}
    assert linked == {p.account_id for p in crowd}
    assert len(found) <= 600 * blocking.REACH


def test_pairs_come_once_and_in_order(makes: MakeProfile, verin: Where) -> None:
    """Whatever the order of arrival."""
    accounts = pile(makes, verin, 500)
    forward, backward = (
        blocking.pairs(accounts, NOTHING),
        blocking.pairs(accounts[::-1], NOTHING),
    )
    assert [(a.account_id, b.account_id) for a, b in forward] == sorted(ids(forward))
    assert ids(forward) == ids(backward)


def test_only_what_is_linked_may_matter_to_grouping(
    makes: MakeProfile, verin: Where
) -> None:
    """As ``components.parted`` finds it in a table of all pairs, together or not."""
    candidates = blocking.pairs([makes(name, place=verin) for name in "abcde"], NOTHING)
    weights = [2.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0, -1.0]
    table = {
        (one.account_id, other.account_id): weight
        for (one, other), weight in zip(candidates, weights, strict=True)
    }
    assert len(table) == 10
    held = [(AccountId("acc_d"), AccountId("acc_e"), AccountId("acc_gone"))]
    for together in ([], held):
        found = list(blocking.parted(candidates, weights, together))
        assert found == parted(table, together)
