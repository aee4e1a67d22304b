"""Weights and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.cluster import matching
from rashomon.cluster.profiles import UNKNOWN_PILE, Pile, Profile
from rashomon.model.judgement import Verdict
from rashomon.model.value import Where

MakeProfile = Callable[..., Profile]
NOW = datetime(2024, 6, 1, tzinfo=UTC)


def verdict(left: Profile, right: Profile) -> Verdict:
    """Return the model's verdict on a pair."""
    return matching.judge(matching.match(left, right, UNKNOWN_PILE), NOW).verdict


def test_one_day_and_one_town_are_one_incident(
    makes: MakeProfile, verin: Where
) -> None:
    """The plainest case."""
    pair = makes("a", when=1, place=verin), makes("b", when=1, place=verin)
    assert verdict(*pair) is Verdict.SAME


def test_a_different_toll_does_not_split_one_day_and_town(
    makes: MakeProfile, verin: Where
) -> None:
    """First reports say less than later ones."""
    early = makes("a", when=1, place=verin, killed=frozenset({3}))
    late = makes("b", when=1, place=verin, killed=frozenset({41}))
    assert verdict(early, late) is Verdict.SAME


def test_one_plant_hit_twice_is_two_incidents(makes: MakeProfile, verin: Where) -> None:
    """The same target in the same town ten days later."""
    plant = frozenset({"cupola works"})
    first = makes("a", when=1, place=verin, targets=plant)
    second = makes("b", when=11, place=replace(verin), targets=plant)
    assert verdict(first, second) is not Verdict.SAME


def test_nothing_known_is_not_the_same(makes: MakeProfile) -> None:
    """Without a reason two accounts stay apart."""
    assert verdict(makes("a"), makes("b")) is Verdict.DIFFERENT


def test_a_judgement_itemises_its_weight(makes: MakeProfile, verin: Where) -> None:
    """The reasons, prior included, add up to the weight, and the pair is in order."""
    judged = matching.judge(
        matching.match(makes("b", place=verin), makes("a", place=verin), UNKNOWN_PILE),
        NOW,
    )
    assert judged.pair == ("acc_a", "acc_b")
    assert judged.reasons[0].comparison == "prior"
    assert judged.weight == sum(reason.weight for reason in judged.reasons)


def test_accounts_of_one_document_must_stay_apart(
    makes: MakeProfile, verin: Where
) -> None:
    """However alike they are."""
    left = makes("a", when=1, place=verin)
    right = replace(makes("b", when=1, place=verin), document_id=left.document_id)
    judged = matching.judge(matching.match(left, right, UNKNOWN_PILE), NOW)
    assert matching.must_stay_apart(judged.weight)


def test_the_more_there_are_to_be_confused_with_the_less_a_pair_weighs(
    makes: MakeProfile, verin: Where
) -> None:
    """In a small pile the prior is the same whatever its size."""
    pair = makes("a", place=verin), makes("b", place=verin)
    weights = [
        matching.prior(Pile(accounts=size)).weight for size in (0, 200, 4000, 10**6)
    ]
    assert weights[0] == weights[1] > weights[2] > weights[3]
    assert matching.match(*pair, Pile(accounts=4000)).reasons[0].weight == weights[2]
