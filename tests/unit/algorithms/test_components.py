"""Groups from pairwise weights."""

from __future__ import annotations

from rashomon.algorithms.components import Parts, agglomerate, parted


def test_what_weighs_above_zero_joins() -> None:
    """And what was never compared does not."""
    assert agglomerate("abc", {("a", "b"): 1.0}, (), unseen=-1) == [("a", "b"), ("c",)]


def test_two_groups_join_by_the_mean_over_all_pairs() -> None:
    """One strong pair between them is outvoted by three weak ones against."""
    weights = {("a", "b"): 9.0, ("c", "d"): 9.0, ("b", "c"): 5.0}
    assert agglomerate("abcd", weights, (), unseen=-3) == [("a", "b"), ("c", "d")]
    assert agglomerate("abcd", weights, (), unseen=-1) == [("a", "b", "c", "d")]


def test_a_forbidden_pair_never_meets() -> None:
    """Not even by way of a third that both match."""
    weights = {("a", "b"): 9.0, ("b", "c"): 9.0, ("a", "c"): 9.0}
    for group in agglomerate("abc", weights, [("a", "c")], unseen=0):
        assert not {"a", "c"} <= set(group)


def test_no_keys_no_groups() -> None:
    """The empty pile."""
    assert agglomerate((), {}, (), unseen=-1) == []


def test_a_part_is_what_was_joined_by_its_first_key() -> None:
    """However the joins were made; a key never joined is a part of its own."""
    parts = Parts()
    for one, other in (("d", "c"), ("b", "a"), ("c", "b")):
        parts.join(one, other)
    assert {parts.find(key) for key in "abcd"} == {"a"}
    assert parts.find("x") == "x"


def test_only_pairs_within_what_is_linked_may_matter() -> None:
    """What must be together links, too; the groups come out the same without the rest."""
    weights = {("a", "b"): 2.0, ("c", "d"): 2.0, ("a", "c"): -5.0, ("b", "d"): -1.0}
    kept = parted(weights)
    assert kept == [{("a", "b"): 2.0}, {("c", "d"): 2.0}]
    alone = [
        agglomerate(keys, held, (), unseen=-3)
        for keys, held in zip(("ab", "cd"), kept, strict=True)
    ]
    whole = agglomerate("abcd", weights, (), unseen=-3)
    assert [*alone[0], *alone[1]] == whole == [("a", "b"), ("c", "d")]
    assert parted(weights, [("a", "d")]) == [weights]
