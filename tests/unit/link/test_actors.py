"""Names of people, bodies and facilities."""

from __future__ import annotations

import pytest

from rashomon.link.actors import canonical, name_key, same_name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergei Sobyanin", "Sergey Sobyanin"),
        ("Sergei Sobyanin", "Сергей Собянин"),
        ("Andriy Yusov", "Andrey Yusov"),
        ("Governor Anton Verhovsky", "Verhovsky"),
        ("V. Kirsanov", "Vasily Kirsanov"),
        ("Anna Petrova, 51", "Anna Petrova"),
        ("Tomilino Electronic Factory", "Tomilinsky Electronics Plant"),
        ("Kremny EL factory", "Kremniy EL"),
        ("Main Directorate of Intelligence", "GUR"),
        ("SBU", "Security Service of Ukraine"),
        ("СБУ", "Security Service of Ukraine (SBU)"),
        ("Corvian Liberation Army (CLA)", "CLA"),
        ("Corvian Liberation Army", "CLA"),
    ],
)
def test_spellings_and_aliases_meet(left: str, right: str) -> None:
    """One bearer, two names, either way round."""
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kupol plant", "Elastik plant"),
        ("Ryazan Radio Plant", "Ryazan Machine-Tool Plant"),
        ("Ryazan Oil Refinery", "Ryazan oil depot"),
        ("Ryazan", "Ryazan Oil Refinery"),
        ("John Whitby", "Jane Whitby"),
        ("Sergei Lavrinov", "Sergei Shoikin"),
        ("FSB", "SBU"),
        ("Russian Defence Ministry", "Ukrainian Defence Ministry"),
        ("Anna", "Anna Petrova"),
    ],
)
def test_different_bearers_stay_apart(left: str, right: str) -> None:
    """A shared town, first name or kind of body unites nobody."""
    assert not same_name(left, right)
    assert not same_name(right, left)


def test_the_key_of_a_name_is_the_same_in_both_alphabets() -> None:
    """The key can index a group."""
    assert name_key("Mayor Sergei Sobyanin") == name_key("Сергей Собянин")


def test_the_shown_name_is_latin_and_full() -> None:
    """A surname alone or a Cyrillic form is shown only where there is no better."""
    names = ["Сергей Собянин", "Sobyanin", "Sergei Sobyanin"]
    assert canonical(names) == "Sergei Sobyanin"
    assert canonical(["Собянин"]) == "Собянин"


def test_no_name_is_an_error() -> None:
    """There is nothing to show."""
    with pytest.raises(ValueError, match="no name"):
        canonical([" "])
