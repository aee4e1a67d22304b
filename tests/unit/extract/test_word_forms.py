"""Word classes and base forms that are looked up are those that spaCy works out."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.extract import word_forms
from rashomon.extract.reading import ENGLISH_MODEL

TEXTS = (
    "Two drones struck the depot at Varnhem on Friday, officials said; that it burned was seen.",
    "Y'all ain't gonna find somethin' there. Let's go, c'mon! I don't know what you've got.",
    "There were three guards.\n\n   It hit them while they were sleeping, the mayor's aide did say.",
    "The worst shelling since 2023 left the worse-off leaving; men's leaves were being had.",
    "THE ARMY SAID IT HAD DONE SO. (What it does, it does.)",
)


@pytest.fixture(scope="module")
def pipelines() -> tuple[Language, Language]:
    """Return spaCy's pipeline as it is loaded, and the one that remembers."""
    plain, quick = spacy.load(ENGLISH_MODEL), spacy.load(ENGLISH_MODEL)
    word_forms.remember(quick)
    return plain, quick


def said(doc: Doc) -> list[tuple[str, ...]]:
    """Return what the rules said of each word."""
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_is_said_of_every_word(
    pipelines: tuple[Language, Language], text: str
) -> None:
    """The first time a word is seen, and when it is remembered."""
    plain, quick = pipelines
    asked = said(plain(text))
    assert said(quick(text)) == asked
    assert said(quick(text)) == asked


def test_rules_over_two_words_are_matched(pipelines: tuple[Language, Language]) -> None:
    """ "Let's" is "let us", whatever "'s" was before."""
    _, quick = pipelines
    quick("The depot's roof fell.")
    assert [t.lemma_ for t in quick("Let's go.")][:2] == ["let", "us"]


def test_memory_is_bounded(
    pipelines: tuple[Language, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When too many words are remembered all are forgotten, and the same is said."""
    plain, quick = pipelines
    monkeypatch.setattr(word_forms, "MAX_REMEMBERED", 3)
    for text in TEXTS:
        assert said(quick(text)) == said(plain(text))
