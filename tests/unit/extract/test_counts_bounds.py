"""Figures that say more, or less, than their number."""

from __future__ import annotations

import pytest

from rashomon.extract import counts
from rashomon.extract.reading import read
from rashomon.model.claim import Attribute
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId


def told(text: str) -> set[tuple[Attribute, str, str | None]]:
    """Return each count of an English text as (what, how many, of whom)."""
    document = Document(
        id=DocumentId("d1"),
        text=text,
        raw_sha256="",
        origin="test",
        language="en",
        published=Published("2024-05-03", DateBasis.GIVEN),
    )
    return {
        (m.attribute, str(m.count), m.count.scope) for m in counts.find(read(document))
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A fifth person has died of burns from the bakery fire.", "5"),
        ("Fourth victim of the Alton school shooting dies", "4"),
        ("A third man died on Monday of the wounds he got in the raid.", "3"),
    ],
)
def test_a_death_told_by_its_rank_is_the_toll(text: str, number: str) -> None:
    """Who says "a fifth" knows of four before."""
    assert told(text) == {(Attribute.KILLED, number, None)}


def test_those_still_treated_are_a_lower_bound() -> None:
    """Others were sent home: "nine remain in hospital" is no other figure than 14."""
    text = "The blast injured 14 people. On Friday nine people were still in hospital."
    injured = {t for t in told(text) if t[0] is Attribute.INJURED}
    assert injured == {
        (Attribute.INJURED, "14", None),
        (Attribute.INJURED, "9+", None),
    }


def test_those_who_died_since_are_a_part_of_the_toll() -> None:
    """ "Three more people died" is not the toll of three."""
    text = "Three more people died overnight. The death toll of the blast is now 12."
    assert (Attribute.KILLED, "12", None) in told(text)
    assert (Attribute.KILLED, "3", None) not in told(text)
