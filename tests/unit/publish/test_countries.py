"""A country's code has a name."""

from __future__ import annotations

import pytest

from rashomon.publish.countries import country_name, country_named


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("IT", "Italy"),
        ("BO", "Bolivia"),
        ("RU", "Russia"),
        ("XK", "Kosovo"),
        ("ZZ", None),
    ],
)
def test_a_country_has_its_common_name(code: str, name: str | None) -> None:
    """Not the long one of treaties; a code that is nobody's has none."""
    assert country_name(code) == name


@pytest.mark.parametrize("code", ["IT", "BO", "RU", "XK", "CD"])
def test_a_country_is_found_by_its_name(code: str) -> None:
    """Each name leads back to its code, and no other word to any."""
    name = country_name(code)
    assert name is not None
    assert country_named(name.upper()) == code
    assert country_named("the Verin Guard") is None
