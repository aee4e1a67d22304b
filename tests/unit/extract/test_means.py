"""Weapons: type, model and number."""

from __future__ import annotations

import pytest

from rashomon.extract.means import find
from rashomon.model.value import Weapon


def weapons(text: str) -> list[object]:
    """Return the values read in a text."""
    return [statement.value for statement in find(text)]


def test_number_and_model_are_read_with_the_weapon() -> None:
    """A count before and a model between belong to the weapon."""
    assert Weapon("drone", "Lyutiy", 3) in weapons(
        "They sent three “Lyutiy”-type drones."
    )


def test_a_weapon_that_is_a_product_was_not_used() -> None:
    """A missile plant is not a missile."""
    assert weapons("The missile plant was closed.") == []
    assert weapons("A blast hit the firm, a maker of industrial explosives.") == []
    assert weapons("The shop makes cheap explosives for quarries.") == []
    assert weapons("An explosives workshop burned down.") == []
    assert weapons("They had made a bomb with explosives.") != []


def test_a_defence_against_a_weapon_is_not_the_weapon() -> None:
    """What is built against drones hit nobody."""
    assert weapons("The anti-drone unit arrived.") == []


def test_one_weapon_without_a_number_word() -> None:
    """ "A truck bomb" is one truck bomb."""
    assert weapons("A truck bomb went off.") == [Weapon("truck bomb", None, 1)]


def test_one_of_two_is_two() -> None:
    """How many there were is told beside the one that hit."""
    assert weapons("It was hit by one of two drones.") == [Weapon("drone", None, 2)]
    assert weapons("A gunman and two drones came.") == [Weapon("drone", None, 2)]
    assert weapons("One of the drones came down.") == [Weapon("drone", None, None)]


def test_the_span_is_the_words() -> None:
    """The statement points at number and weapon, nothing else."""
    text = "Police found two rifles in the car."
    (statement,) = find(text)
    assert statement.span.of(text) == "two rifles"


def test_a_number_of_people_is_no_number_of_weapons() -> None:
    """ "20 wounded when a bomb went off" is one bomb."""
    (value,) = weapons("At least 20 were wounded when a bomb went off.")
    assert value == Weapon("bomb", None, 1)


def test_a_clock_is_no_number_of_weapons() -> None:
    """ "At 13:15 a missile" is one time, not fifteen missiles."""
    assert weapons("О 13:15 ракета влучила у склад.") == [Weapon("missile", None, None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Он стрелял из пистолета.", "handgun"),
        ("Под вагоном сработало СВУ.", "explosive device"),
        ("Упал реактивный снаряд.", "rocket"),
        ("Вибухнула протитанкова міна.", "landmine"),
        ("Він напав із ножем.", "knife"),
    ],
)
def test_weapons_in_russian_and_ukrainian(text: str, kind: str) -> None:
    """Arms that one carries, and those that are laid."""
    assert [getattr(w, "type", None) for w in weapons(text)] == [kind]
