"""Which parts of a mention are names of the gazetteer."""

from __future__ import annotations

import pytest

from rashomon.link import pieces
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind
from rashomon.pipeline.stages import gazetteer


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Belgorod and Kursk", ["Belgorod", "Kursk"]),
        ("Mt. Vernon", ["Mt. Vernon"]),
        ("west Toledo", ["Toledo"]),
        ("South Side", []),
    ],
)
def test_names_are_cut_from_a_mention(words: str, found: list[str]) -> None:
    """Two places are two; a part of a town is the town, and a quarter no name."""
    mention = Mention(Span(0, len(words)), words, MentionKind.UNKNOWN)
    cut = pieces.pieces(mention, gazetteer(), "en")
    assert [words[start:end] for start, end in cut] == found


def test_a_leading_word_is_taken_in_where_it_makes_a_name() -> None:
    """ "FT. WAYNE" is a town, and no town is called "La Toledo"."""
    text = "FT. WAYNE"
    assert pieces.led(text, 4, 9, gazetteer()) == 0
    assert pieces.led("La Toledo", 3, 9, gazetteer()) == 3
