"""Dictionary forms of inflected names."""

from __future__ import annotations

import pytest

from rashomon.link.inflection import Reading, base_forms, may_be_inflected, reads_as


def test_a_known_town_is_put_in_the_nominative() -> None:
    """The dictionary has the larger towns."""
    assert "люберцы" in base_forms("Люберцах", "ru")


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("зуевке", "зуевка"),
        ("часовом яру", "часів яр"),
        ("новофедорівки", "новофедорівка"),
    ],
)
def test_a_case_shares_its_stem_with_the_base(form: str, base: str) -> None:
    """Villages are not in the dictionary; their stems decide."""
    assert may_be_inflected(form, base)


def test_another_name_shares_no_stem() -> None:
    """Nor does one with more words."""
    assert not may_be_inflected("зуевке", "зубово")
    assert not may_be_inflected("зуевке", "зуевка вторая")


def test_the_dictionary_tells_places_people_and_words_apart() -> None:
    """A capital at the start of a sentence proves nothing."""
    assert reads_as("Москве", "ru") is Reading.PLACE
    assert reads_as("Работы", "ru") is Reading.EVERYDAY
    assert reads_as("Петровичем", "ru") is Reading.PERSON
