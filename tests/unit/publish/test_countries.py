"""A country's code has a name."""

from __future__ import annotations

import pytest

from rashomon.publish.countries import country_name


@pytest.mark.parametrize(
    ("code", "name"), [("IT", "Italy"), ("BO", "Bolivia"), ("ZZ", None)]
)
def test_a_country_has_its_common_name(code: str, name: str | None) -> None:
    """Not the long one of treaties; a code that is nobody's has none."""
    assert country_name(code) == name
