"""Lists of words that ship with the package."""

from __future__ import annotations

from rashomon.link.words import words_of


def test_a_list_holds_normalised_words() -> None:
    """What is looked up in it is normalised, so its words are, too."""
    assert "nice" in words_of("common_words.txt")
    assert all(word == word.lower() for word in words_of("given_names.txt"))
