"""Copies, light rewrites and texts that only share a subject."""

from __future__ import annotations

import random

from rashomon.cluster import reprints
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.incident import Reprint

PARAGRAPHS = (
    "A drone struck the tile works of Verin before dawn and set two of its kilns alight.",
    "Mayor Ana Dol told reporters at the gate that five men of the night shift had died there.",
    "Firemen from three valleys needed nine hours until the last of the clay store stopped burning.",
    "The owners promised wages for a month while inspectors look at what is left of the roof.",
    "Trains between Verin and Sandor were halted until noon because of smoke across the cutting.",
)
OTHER = (
    "In Verin the tile works burned after an attack, and the town mourns five workers today. "
    "Schools stay closed; a service will be held on the square, the parish announced, once the "
    "families have been told. Nobody has said so far who sent the aircraft across the border."
)


def document(name: str, text: str) -> Document:
    """Return a document of that text."""
    return Document(
        id=DocumentId(name), text=text, raw_sha256="0" * 64, origin=f"{name}.txt"
    )


def families(rows: list[Reprint]) -> dict[str, str]:
    """Return the family of each document."""
    return {row.document_id: row.family for row in rows}


def test_a_copy_with_another_byline_is_of_the_family() -> None:
    """A few words more do not make another text."""
    text = " ".join(PARAGRAPHS)
    rows = reprints.find([document("a", text), document("b", f"By our desk. {text}")])
    assert len(set(families(rows).values())) == 1
    assert rows[0].of is None
    assert rows[1].of == "a"
    assert rows[1].similarity > 0.8


def test_a_copy_that_drops_paragraphs_is_of_the_family() -> None:
    """What is left of it stands in the original."""
    whole, part = " ".join(PARAGRAPHS), " ".join(PARAGRAPHS[:3])
    found = families(reprints.find([document("a", whole), document("b", part)]))
    assert found["a"] == found["b"]


def test_another_report_on_the_same_incident_is_no_copy() -> None:
    """Its words are its own."""
    rows = reprints.find([document("a", " ".join(PARAGRAPHS)), document("b", OTHER)])
    assert len(set(families(rows).values())) == 2


def test_every_document_has_a_family_even_an_empty_one() -> None:
    """Nothing is lost on the way."""
    rows = reprints.find(
        [document("a", ""), document("b", "Hm."), document("c", OTHER)]
    )
    assert [row.document_id for row in rows] == ["a", "b", "c"]
    assert len(set(families(rows).values())) == 3


def test_the_order_of_arrival_does_not_matter() -> None:
    """The family is named by its first document in the order of ids."""
    text = " ".join(PARAGRAPHS)
    pile = [document("c", text), document("a", text + " More."), document("b", OTHER)]
    expected = reprints.find(pile)
    for seed in range(5):
        random.Random(seed).shuffle(pile)
        assert reprints.find(pile) == expected


def test_a_family_keeps_its_name_when_an_earlier_document_joins() -> None:
    """And a document that left it takes a name of its own."""
    text = " ".join(PARAGRAPHS)
    before = {
        row.document_id: row.family for row in reprints.find([document("b", text)])
    }
    both = [document("a", text), document("b", text)]
    found = families(reprints.find(both, named=before))
    assert set(found.values()) == set(before.values())
    parted = [document("a", text), document("b", OTHER)]
    held = {DocumentId(d): FamilyId(f) for d, f in found.items()}
    names = families(reprints.find(parted, named=held))
    assert names["a"] == held["a"]
    assert names["b"] not in held.values()


def test_bands_that_are_known_are_not_sought_again() -> None:
    """Who has none is compared with nobody."""
    pile = [document("a", " ".join(PARAGRAPHS)), document("b", " ".join(PARAGRAPHS))]
    bands = {d.id: reprints.bands(d) for d in pile}
    assert reprints.find(pile, bands) == reprints.find(pile)
    none = reprints.find(pile, {d.id: () for d in pile})
    assert len(set(families(none).values())) == 2
    assert reprints.bands(document("c", "Hm.")) == ()
