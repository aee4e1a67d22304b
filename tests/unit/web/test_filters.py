"""What an address asks for, and back."""

from __future__ import annotations

import pytest

from rashomon.errors import InputError
from rashomon.store.catalogue import Box, Known, Order, Wanted
from rashomon.web import filters

EVERYTHING = {
    "q": "bakery verin",
    "type": "drone_strike",
    "status": "contested",
    "since": "2024-05-01",
    "until": "2024-05-31",
    "dated": "yes",
    "place": "Verin",
    "box": "12,41,13,42.5",
    "placed": "yes",
    "actor": "north",
    "killed_from": "1",
    "killed_to": "9",
    "sources": "2",
    "order": "toll",
}


def test_every_field_is_read_and_written_back() -> None:
    """The address bar can be shared: it says the very same again."""
    assert set(EVERYTHING) == set(filters.FIELDS)
    assert filters.write(filters.read(EVERYTHING)) == EVERYTHING


def test_nothing_asked_is_everything() -> None:
    """Empty fields of a form ask for nothing, and unknown ones are left."""
    asked = {**dict.fromkeys(EVERYTHING, " "), "fbclid": "x"}
    assert filters.read(asked) == Wanted()
    assert filters.write(Wanted(dated=Known.ANY, order=Order.NEWEST)) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("since", "2024-13-01"),
        ("type", "war"),
        ("killed_from", "-1"),
        ("sources", "1e9"),
        ("box", "1,2,3"),
        ("box", "0,nan,1,nan"),
        ("box", "0,50,1,40"),
        ("q", "x" * 201),
        ("dated", "perhaps"),
    ],
)
def test_what_cannot_be_understood_names_the_field(name: str, text: str) -> None:
    """It is never guessed at."""
    with pytest.raises(InputError, match=f"^{name}: "):
        filters.read({name: text})


@pytest.mark.parametrize("text", ["0", "-1", "x", "9999999999"])
def test_a_page_has_a_number(text: str) -> None:
    """From 1 on."""
    with pytest.raises(InputError, match="page"):
        filters.page_number({"page": text})


def test_a_map_that_was_turned_round_the_world_asks_for_the_same() -> None:
    """Longitudes come back into [-180, 180]; the whole world is the whole world."""
    assert filters.read({"box": "190,0,200,10"}).box == Box(-170, 0, -160, 10)
    assert filters.read({"box": "-300,0,300,10"}).box == Box(-180, 0, 180, 10)
