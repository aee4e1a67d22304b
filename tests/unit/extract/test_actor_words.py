"""Whose names stand for whom."""

from __future__ import annotations

import pytest

from rashomon.extract.actor_words import entity_of, group_of, side_of


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("US", "United States"),
        ("CENTCOM", "United States"),
        ("Kenyan soldiers", "Kenya"),
        ("air force of Ethiopia", "Ethiopia"),
        ("Jordan Marlow", None),
        ("Georgia Dovel", None),
    ],
)
def test_which_state_a_name_stands_for(name: str, state: str | None) -> None:
    """A country's forces are its own; who bears its name is not."""
    assert entity_of(name) == state


def test_a_group_has_one_name() -> None:
    """Who goes by several names is one body."""
    assert {group_of(n) for n in ("ISIS", "Daesh", "the Islamic State group")} == {
        "Islamic State"
    }
    assert group_of("Northern Hills Liberation Front") is not None
    assert group_of("Northern Hills Choir") is None


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("New Delhi", "India"),
        ("Islamabad", "Pakistan"),
        ("Washington", "United States"),
        ("Hezbollah's Omar Said", "Hezbollah"),
        ("the Lakeside Choir", None),
    ],
)
def test_a_seat_of_government_speaks_for_its_state(name: str, side: str | None) -> None:
    """Who speaks in a capital speaks for the country; a group for itself."""
    assert side_of(name) == side


def test_an_attack_in_a_capital_is_not_its_states() -> None:
    """Tehran speaks for Iran but does not stand for it where something was hit."""
    assert entity_of("Tehran") is None
