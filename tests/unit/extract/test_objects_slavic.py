"""What was hit, in Russian and Ukrainian."""

from __future__ import annotations

import pytest

from rashomon.extract.objects_slavic import find
from rashomon.model.value import Target


def names(text: str) -> list[str]:
    """Return the names of what was hit in a text."""
    return [s.value.name for s in find(text) if isinstance(s.value, Target)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мужчина открыл стрельбу в гимназии №12.", "школа №12"),
        ("Ракета влучила у кафе.", "кафе"),
        ("Загорелся грузовой поезд.", "поезд"),
        ("Удар пришелся по штабу «Вельм».", "штаб «Вельм»"),
        ("Взрыв произошел в жилом доме.", "жилой дом"),
    ],
)
def test_a_facility_beside_a_word_of_harm_was_hit(text: str, name: str) -> None:
    """By its word in the dictionary, with its number or its name."""
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Раненых везут в больницу.",
        "В школах отменили занятия.",
        "Спортсмен вышел на старт.",
        "Удар оказался слабым. В кафе пили чай.",
    ],
)
def test_a_facility_elsewhere_was_not(text: str) -> None:
    """Where the hurt are taken, and what stands in another sentence."""
    assert names(text) == []


def test_what_is_hardly_told_but_as_hit_needs_no_word_of_harm() -> None:
    """A plant or a depot is in the news for one thing."""
    assert names("На нефтебазе под Вельмом работают пожарные.") == ["нефтебаза"]
