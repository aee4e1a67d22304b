"""A text read once: how much of it, and where its sentences lie."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from rashomon.extract.reading import (
    ENGLISH_MODEL,
    LONGEST_SENTENCE,
    MAX_CHARS,
    read,
    sentence_of,
    sentences_of,
    text_of,
    with_words,
)
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId

TEXT = "A drone hit the depot. Two guards were hurt, the mayor said. It burned."


def document(text: str) -> Document:
    """Return an English document of a text."""
    return Document(
        id=DocumentId("d1"),
        text=text,
        raw_sha256="",
        origin="test",
        language="en",
        published=Published("2024-05-03", DateBasis.GIVEN),
    )


def test_a_words_sentence_is_spacys_own() -> None:
    """For every word, the first and the last of a sentence too."""
    doc = read(document(TEXT)).doc
    assert all(sentence_of(t).text == t.sent.text for t in doc)


def test_a_parsed_text_is_put_together_once() -> None:
    """The same words as the document's, and the same object twice."""
    doc = read(document(TEXT)).doc
    assert text_of(doc) == TEXT
    assert text_of(doc) is text_of(doc)


def test_a_long_text_is_read_up_to_the_limit() -> None:
    """What stands behind it is kept with the document, not read in depth."""
    long = document("A drone hit the depot. " * 2_000)
    assert len(read(long).text) == MAX_CHARS < len(long.text)


def test_reading_leaves_the_callers_matrix_threads_as_they_are() -> None:
    """However few multiply while a text is parsed, afterwards there are as many as before."""
    pools = ThreadpoolController().select(user_api="blas")
    with pools.limit(limits=2):
        before = [pool["num_threads"] for pool in pools.info()]
        read(document(TEXT))
        assert [pool["num_threads"] for pool in pools.info()] == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_word_without_end_costs_no_time(language: str) -> None:
    """A tokenizer takes its brackets off one by one; every offset holds all the same."""
    text = f"{TEXT} {'(' * 12_000}a{')' * 12_000} Two died."
    before = time.process_time()
    found = read(replace(document(text), language=language))
    assert time.process_time() - before < 8.0
    assert found.text == text
    assert len(found.doc.text) == len(text)
    assert found.doc.text.endswith(" Two died.")


def test_a_sentence_without_end_is_parted() -> None:
    """Each of its verbs would else be looked at with all the others."""
    found = read(document("The mayor said on and on " * 1_000))
    longest = max(len(sentence) for sentence in found.doc.sents)
    assert longest <= LONGEST_SENTENCE + 1


def test_a_parse_in_two_steps_is_spacys_own() -> None:
    """Sentences first and the rest later: the same words, classes, base forms and names."""
    whole = spacy.load(ENGLISH_MODEL)(TEXT)
    begun = sentences_of(document(TEXT))
    spans = begun.sentences()
    assert not any(token.lemma_ for token in begun.doc)
    told = with_words(begun)
    assert told.sentences() == spans

    def of(doc: Doc) -> list[tuple[str, ...]]:
        return [(t.text, t.tag_, t.lemma_, t.dep_, t.ent_type_) for t in doc]

    assert of(told.doc) == of(whole)


def test_a_line_that_ends_within_a_sentence_is_no_end() -> None:
    """Same length, so that every offset stays; a paragraph's end stays too."""
    text = "Three guards were killed in the\nnorth of the county.\nThe mayor spoke."
    read_text = read(document(text)).text
    assert len(read_text) == len(text)
    assert "in the north" in read_text
    assert "county.\nThe" in read_text
