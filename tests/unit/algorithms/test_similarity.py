"""Spellings of names."""

from __future__ import annotations

import pytest

from rashomon.algorithms.similarity import edits, likeness, normalised, skeleton, sound


@pytest.mark.parametrize(
    "spellings",
    [
        ("Lyubertsy", "Liubertsi", "Люберцы", "Люберці"),
        ("Novofedorovka", "Новофёдоровка", "Novofedorovka"),
        ("Yevpatoria", "Evpatoriya", "Евпатория", "Євпаторія"),
        ("Sergey", "Sergei", "Сергей"),
        ("Horlovka", "Gorlovka", "Горловка"),
        ("Alexander", "Aleksandr", "Александр"),
    ],
)
def test_romanisations_of_one_name_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    """kh and h, g and h, y and i, ya and ia, yo and e all meet."""
    assert len({skeleton(s) for s in spellings}) == 1


def test_vowels_do_not_change_the_sound() -> None:
    """Kharkiv and Kharkov sound alike to the fuzzy look-up."""
    assert sound("Kharkiv") == sound("Харьков")
    assert sound("Kharkiv") != sound("Kherson")


def test_case_accents_and_hyphens_do_not_count() -> None:
    """One form for all ways of typing a name."""
    assert normalised("Saint-Étienne") == normalised("SAINT ETIENNE")
    assert normalised("Al‑Ma'arra") == normalised("al maarra")


def test_likeness_is_one_only_for_the_same_name() -> None:
    """Close spellings score high, different names low."""
    assert likeness("Verhovo", "VERHOVO") == 1
    assert likeness("Chasiv Yar", "Chasov Yar") > 0.92
    assert likeness("Verhovo", "Podlesk") < 0.7


def test_a_swapped_pair_is_one_edit() -> None:
    """Typing slips count once."""
    assert edits("verhovo", "vehrovo") == 1
