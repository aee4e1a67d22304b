"""The words that say of which incident a sentence tells."""

from __future__ import annotations

import pytest

from rashomon.extract import accounts, clauses, heads, reading, shift_words
from rashomon.extract.passages import Passage, split
from rashomon.model.account import Account
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId


def read(text: str) -> reading.Reading:
    """Read an English text of a given day."""
    return reading.read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )


def passages(text: str) -> list[Passage]:
    """Return the sentences of a text, and parts of them."""
    seen = read(text)
    whole = split(
        seen, times=[], counts=[], mentions=[], toponyms=[], seen=heads.read(seen)
    )
    return clauses.parted(text, whole)


def told(text: str) -> list[Account]:
    """Return the accounts of a text in which no name and no day is known."""
    return accounts.group(
        read(text), times=[], counts=[], attributions=[], mentions=[], toponyms=[]
    )


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Two days earlier the barracks had been shelled.", True),
        ("The previous night a pier was bombed.", True),
        ("Just ten days ago a gunman killed two clerks.", True),
        ("Ten days ago a gunman killed two clerks.", False),
        ("The barracks burned for two days.", False),
    ],
)
def test_a_sentence_begins_with_what_came_before(sentence: str, before: bool) -> None:
    """A day before the news is another incident's; a day ago may be its own."""
    assert shift_words.tells_of_before(passages(sentence)[0]) is before


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        ("Hours afterwards another convoy was ambushed.", True),
        ("Later, a customs post was attacked.", True),
        ("Hours later a wounded driver died.", False),
        ("Later, a suspect was arrested.", False),
        ("Minutes later a second shell was fired.", False),
    ],
)
def test_hours_later_another_deed_is_another_incident(
    sentence: str, later: bool
) -> None:
    """Not who died of the first or was held for it."""
    assert shift_words.is_one_later(passages(sentence)[0]) is later


@pytest.mark.parametrize(
    ("sentence", "added"),
    [
        ("A kiosk in Borton was attacked that evening too.", True),
        ("In nearby Milton there were three deaths.", True),
        ("Six others died in a stabbing in Milton.", True),
        ("Four others were injured in the blast.", False),
        ("The kiosk was attacked.", False),
    ],
)
def test_words_add_another(sentence: str, added: bool) -> None:
    """What was hit besides is told with "too", "nearby" or as of others."""
    assert shift_words.adds_another(passages(sentence)[0]) is added


def test_a_clause_of_the_days_before_is_parted() -> None:
    """One sentence tells of both, and nothing else says which day was whose."""
    text = "A drone struck the terminal; two days earlier the hangar had been attacked."
    assert [p.words[:9] for p in passages(text)] == ["A drone s", "two days "]


LEAD = "Gunmen attacked a tavern in Alton and killed four guests, police said.\n\n"
MORE = "They fired at everybody inside.\n\n"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("A kiosk in Borton was attacked by gunmen that evening too.", 2),
        ("A kitchen in Alton was attacked by gunmen that evening too.", 1),
        ("Hours afterwards another gang attacked a bus station.", 2),
    ],
)
def test_a_deed_more_is_an_account_more(sentence: str, number: int) -> None:
    """A name on no map is another place where words say that it is one more."""
    assert len(told(LEAD + MORE + sentence)) == number
