"""Rule files: all that ship can be read, and a wrong one is refused by name."""

from __future__ import annotations

import pytest

from rashomon.errors import InputError
from rashomon.profiles import ROWS, codebooks
from rashomon.profiles.codes import READERS
from rashomon.profiles.rules import parse


def test_the_field_s_codebooks_are_shipped() -> None:
    """As reported comes first."""
    assert [book.id for book in codebooks()] == [
        "as_reported",
        "acled",
        "ucdp",
        "airwars",
        "gva",
        "ibc",
    ]


def test_every_rule_can_be_carried_out_and_cites_where_it_is_written() -> None:
    """Its row is shown, its code has a reader, its source is named."""
    for book in codebooks():
        assert book.citations
        for rule in (*book.figures, *book.codes):
            assert rule.row in ROWS
            assert rule.rule
            assert rule.source
        assert {code.reads for code in book.codes} <= set(READERS)


def test_what_is_recalled_and_not_verified_is_marked() -> None:
    """A rule whose source is marked [M] is a setting."""
    for book in codebooks():
        for rule in (*book.figures, *book.codes):
            assert not ("[M]" in rule.source and rule.verified)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id = ", "mine.toml"),
        ('id = "a"', "order"),
        (
            'id = "a"\norder = 1\ntitle = "A"\nabout = "a"\ncitations = []\n'
            '[[figure]]\nchoose = "guess"',
            "most supported",
        ),
    ],
)
def test_a_wrong_rule_file_is_refused(text: str, told: str) -> None:
    """The error names the file and what is wrong with it."""
    with pytest.raises(InputError, match=told) as caught:
        parse(text, "mine.toml")
    assert "mine.toml" in str(caught.value)
