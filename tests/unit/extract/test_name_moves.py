"""The names that spaCy's own part would find are found."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.extract import name_moves, reading

TEXT = """Five killed as shells hit Northport

NORTHPORT, May 3 (Veldt Press) — At least five people, two of them Corran citizens, were killed on
Tuesday when shells hit the central market of Northport, Governor Ada Lindqvist of the Upper Marl
Regional Council said. "There's nothing left; it ain't over, and y'all gotta go," she told Radio
Meridian on Wednesday 4 May 2022.

The Third Marl Rifle Brigade denied it.  But the International Relief Committee said it had counted 17
dead, and that Mr. Teodor Vance Okonjo-Brandt got $2 million from the Bank of Northport and the United States
Agency
for Harbours. Let's see what he does; he has had gold, gone is what they have.
C'mon! You saw it, I saw you. Is there nobody who's gonna stop this? The
"""


def _annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (w.pos_, str(w.morph), w.lemma_, w.tag_, w.dep_, w.ent_iob_, w.ent_type_)
        for w in doc
    ]


@pytest.fixture(scope="module")
def plain() -> Language:
    """SpaCy's pipeline as it is loaded."""
    return spacy.load(reading.ENGLISH_MODEL)


@pytest.fixture(scope="module")
def cheap() -> Language:
    """The same, with our moves."""
    nlp = spacy.load(reading.ENGLISH_MODEL)
    name_moves.find_by_moves(nlp)
    return nlp


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.upper(), "", " ", "\n\n", "Ada", "Ada Lindqvist of Northport"]
)
def test_the_same_annotations(plain: Language, cheap: Language, text: str) -> None:
    """Names, and all else that a word has, are those of spaCy's own part."""
    assert _annotations(cheap(text)) == _annotations(plain(text))


def test_names_of_several_words_are_found(cheap: Language) -> None:
    """A name of more than one word is one name."""
    assert "Ada Lindqvist" in {name.text for name in cheap(TEXT).ents}
