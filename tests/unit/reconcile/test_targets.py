"""Which names of what was hit are names of one thing."""

from __future__ import annotations

import pytest

from rashomon.model.value import Target
from rashomon.reconcile.targets import best_name, gathered, words_of


def numbers(*names: str) -> list[int]:
    """Number the things that names stand for."""
    return gathered([Target(n) for n in names])


def test_a_short_name_goes_to_the_longer_one() -> None:
    """ "The plant" is the one that the others name."""
    assert numbers("plant", "Orlan chemical plant", "Orlan chemical plant") == [0, 0, 0]


def test_of_two_longer_names_the_one_most_say() -> None:
    """A short name is not both: it follows the most."""
    told = ("plant", "Orlan plant", "Sokol plant", "Sokol plant")
    assert numbers(*told) == [0, 1, 0, 0]


def test_words_of_another_language_count_by_what_they_mean() -> None:
    """A factory, завод and plant are one word."""
    assert words_of("завод") == words_of("the factory") == words_of("plants")
    assert numbers("рынок", "market") == [0, 0]


def test_two_things_stay_two() -> None:
    """Nothing shared, nothing joined."""
    assert numbers("oil depot", "school") == [0, 1]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("рынок", "рынок", "market"), "market"),
        (("plant", "plant", "the Orlan plant"), "the Orlan plant"),
        (("busy port", "port", "port"), "port"),
    ],
)
def test_the_name_shown_is_latin_its_own_and_most_said(
    names: tuple[str, ...], shown: str
) -> None:
    """In this order."""
    assert best_name([Target(n) for n in names]).name == shown
