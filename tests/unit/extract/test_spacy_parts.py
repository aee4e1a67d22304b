"""What spaCy's own parts would find is found, and remembered no longer than it should be."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.extract import reading, spacy_parts

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
    """The same, with our parts."""
    nlp = spacy.load(reading.ENGLISH_MODEL)
    spacy_parts.make_cheap(nlp)
    return nlp


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.upper(), "", " ", "\n\n", "Ada", "Ada Lindqvist of Northport"]
)
def test_the_same_annotations(plain: Language, cheap: Language, text: str) -> None:
    """Parts of speech, lemmas and names are those of spaCy's own parts."""
    assert _annotations(cheap(text)) == _annotations(plain(text))


def test_again_the_same(plain: Language, cheap: Language) -> None:
    """A word that is remembered is read as it was the first time."""
    cheap(TEXT)
    assert _annotations(cheap(TEXT)) == _annotations(plain(TEXT))


def test_names_of_several_words_are_found(cheap: Language) -> None:
    """A name of more than one word is one name."""
    assert "Ada Lindqvist" in {name.text for name in cheap(TEXT).ents}


def test_memory_is_bounded(
    plain: Language, cheap: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond a number of words what is known of them is forgotten, and asked for again."""
    words = spacy_parts.Words(cheap)
    monkeypatch.setattr(spacy_parts, "REMEMBERED", 3)
    for _ in range(2):
        doc = cheap.make_doc(TEXT)
        for name in ("tok2vec", "tagger", "parser"):
            doc = cheap.get_pipe(name)(doc)
        assert [w.lemma_ for w in words(doc)] == [w.lemma_ for w in plain(TEXT)]
