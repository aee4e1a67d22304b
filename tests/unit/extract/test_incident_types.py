"""Which type an account gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.extract.incident_types import choose_type
from rashomon.extract.passages import Passage
from rashomon.extract.statements import Statement
from rashomon.extract.triggers import Trigger
from rashomon.model.account import IncidentType as T
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Weapon


def passage(*types: T, **kinds: float) -> Passage:
    """Make a sentence with words of these types and chances of these kinds."""
    return Passage(
        index=0,
        paragraph=0,
        span=Span(0, 10),
        words="",
        triggers=tuple(Trigger(Span(n, n + 1), t, 2.0) for n, t in enumerate(types)),
        times=(),
        toponyms=(),
        counts=(),
        statements=(),
        unreal=False,
        kinds=kinds,
    )


def test_an_account_without_a_word_of_harm_has_no_type() -> None:
    """Nothing told, nothing typed."""
    assert choose_type([passage()]) is None


def test_the_more_telling_type_wins_over_a_general_one() -> None:
    """A shooting in which people were killed is a shooting."""
    assert choose_type([passage(T.KILLING, T.SHOOTING)]) is T.SHOOTING


@pytest.mark.parametrize(
    ("kinds", "chosen"),
    [
        ({"kidnapping": 0.95, "attack": 0.1}, T.KIDNAPPING),
        ({"kidnapping": 0.95, "attack": 0.8}, T.KILLING),
        ({"kidnapping": 0.4}, T.KILLING),
        ({}, T.KILLING),
    ],
)
def test_the_heads_decide_only_where_they_are_much_surer(
    kinds: dict[str, float], chosen: T
) -> None:
    """Twice as sure of another kind, and sure at all."""
    assert choose_type([passage(T.KILLING, **kinds)]) is chosen


def test_the_heads_do_not_overrule_what_they_know_nothing_of() -> None:
    """A drone strike stays one, whatever they make of it."""
    told = passage(T.DRONE_STRIKE, bombing=0.99)
    assert choose_type([told]) is T.DRONE_STRIKE


def test_where_the_heads_see_an_attack_the_dead_do_not_make_it_a_killing() -> None:
    """A blast of which the heads say "attack" is one, whoever died in it."""
    told = passage(T.EXPLOSION, T.EXPLOSION, T.KILLING, attack=0.95, bombing=0.1)
    assert choose_type([told]) is T.ATTACK


def test_what_people_died_of_says_more_than_that_they_died() -> None:
    """A fire or a crash with dead is no killing."""
    for cause in (T.FIRE, T.ACCIDENT, T.EXPLOSION):
        assert choose_type([passage(T.KILLING, cause)]) is cause


def test_a_fire_is_no_attack_for_the_harm_that_it_did() -> None:
    """The heads were taught on armed attacks: any harm looks like one to them."""
    assert choose_type([passage(T.FIRE, attack=0.99)]) is T.FIRE


def test_protesters_who_clash_riot() -> None:
    """Not where somebody shoots."""
    assert choose_type([passage(T.ARMED_CLASH, T.PROTEST)]) is T.RIOT
    shot = choose_type([passage(T.ARMED_CLASH, T.PROTEST, T.SHOOTING)])
    assert shot is not T.RIOT


def test_a_means_makes_no_attack_of_an_arrest_or_a_crash() -> None:
    """A man arrested with a gun shot nobody."""
    gun = Statement(
        attribute=Attribute.WEAPON,
        value=Weapon(type="gun"),
        span=Span(5, 8),
        reader="test",
    )
    for kind in (T.ARREST, T.ACCIDENT):
        assert choose_type([replace(passage(kind), statements=(gun,))]) is kind
    attacked = replace(passage(T.ATTACK), statements=(gun,))
    assert choose_type([attacked]) is T.SHOOTING
