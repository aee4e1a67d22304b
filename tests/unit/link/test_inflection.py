"""Dictionary forms of inflected names."""

from __future__ import annotations

import pytest

from rashomon.link.inflection import (
    Reading,
    base_forms,
    may_be_inflected,
    reads_as,
    towns_of,
)


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


@pytest.mark.parametrize(
    ("adjective", "language", "town"),
    [
        ("псковского", "ru", "псков"),
        ("тульской", "ru", "тул"),
        ("казанский", "ru", "казань"),
        ("харківській", "uk", "харків"),
        ("нижегородском", "ru", "нижний новгород"),
    ],
)
def test_an_adjective_leads_to_its_town(
    adjective: str, language: str, town: str
) -> None:
    """By its stem with the endings of towns' names, or as one learns it."""
    assert any(form.startswith(town[:4]) for form in towns_of(adjective, language))


def test_a_plain_adjective_leads_nowhere() -> None:
    """ "Тяжёлый" is made from no town."""
    assert towns_of("тяжёлый", "ru") == []
