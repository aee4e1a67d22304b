"""The language of a text, close relatives told apart."""

from __future__ import annotations

import pytest

from rashomon.clean import language


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "A drone hit a bakery in the town, and two people were killed."),
        ("ru", "Ночью беспилотник упал на пекарню в городе, погибли два человека."),
        ("uk", "Уночі безпілотник влучив у пекарню в місті, загинули двоє людей."),
        ("de", "In der Nacht traf eine Drohne eine Bäckerei, zwei Menschen starben."),
    ],
)
def test_the_language_is_told(code: str, words: str) -> None:
    """From one sentence."""
    assert language.of(words) == code
