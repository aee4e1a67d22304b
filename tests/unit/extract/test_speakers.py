"""To whom a source's words are resolved, in invented texts."""

from __future__ import annotations

import pytest

from rashomon.extract.speakers import Cast, resolve_all
from rashomon.extract.speech_relations import Relation
from rashomon.model.document import Span


def _names(text: str, *mentions: str) -> list[str]:
    """Resolve mentions that follow each other in the text."""
    spans: list[Span] = []
    at = 0
    for words in mentions:
        start = text.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at))
    relations = [
        Relation(contents=(Span(0, 1),), source=s, named=s, cue=None) for s in spans
    ]
    who = resolve_all(text, relations)
    return [who[s].name for s in spans]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Regional governor Petr Ostrov", "Petr Ostrov"),
        ("Interior Minister Lena Marsh", "Lena Marsh"),
        ("Kurt Haas, who heads the plant,", "Kurt Haas"),
        ("its mayor, Petr Ostrov,", "Petr Ostrov"),
        ("Norland's Defence Ministry", "Norland's Defence Ministry"),
        ("the State Emergency Service", "State Emergency Service"),
        ("police", "police"),
        ("officials", "officials"),
        ("the Norna agency, which is based in Velmora,", "Norna agency"),
    ],
)
def test_a_source_loses_its_title_and_its_clauses(source: str, name: str) -> None:
    """A person keeps the name, a body keeps its own."""
    text = f"It burned, {source} said."
    assert _names(text, source) == [name]


def test_a_surname_is_the_fullest_name_of_the_document() -> None:
    """The short form takes the first name that the text gives elsewhere."""
    text = "Governor Petr Ostrov said so. Ostrov said more."
    assert _names(text, "Governor Petr Ostrov", "Ostrov said"[:6]) == [
        "Petr Ostrov",
        "Petr Ostrov",
    ]


def test_a_pronoun_is_the_last_person_who_spoke() -> None:
    """He is the governor who was quoted before."""
    text = "Governor Petr Ostrov said so. Police said this. He added more."
    assert _names(text, "Governor Petr Ostrov", "Police", "He")[-1] == "Petr Ostrov"


def test_a_title_is_whoever_was_introduced_with_it() -> None:
    """The mayor is the person named as mayor, not the last speaker."""
    text = "Mayor Ana Reed met governor Petr Ostrov. The mayor said it was over."
    assert _names(text, "The mayor") == ["Ana Reed"]


def test_the_ministry_is_the_ministry_named_before() -> None:
    """A common noun takes the name of the last body that ends in it."""
    text = "The Norland Health Ministry said so. Later the ministry said more."
    assert _names(text, "The Norland Health Ministry", "the ministry")[-1] == (
        "Norland Health Ministry"
    )


def test_a_statement_speaks_for_whoever_spoke_before() -> None:
    """The statement is the committee's."""
    text = "The Bridge Committee said so. Two died, according to the statement."
    assert _names(text, "The Bridge Committee", "the statement")[-1] == (
        "Bridge Committee"
    )


def test_a_body_and_its_abbreviation_are_one_name() -> None:
    """Both forms of the name lead to the full one with the short one."""
    text = "The State Guard Service (SGS) said so. The SGS said more."
    assert _names(text, "The State Guard Service", "The SGS") == [
        "State Guard Service (SGS)",
        "State Guard Service (SGS)",
    ]


def test_an_unknown_pronoun_keeps_its_word() -> None:
    """Nobody was named: the word stands for itself."""
    assert _names("He said so.", "He") == ["He"]


def test_the_cast_does_not_take_bodies_for_people() -> None:
    """A ministry is no person."""
    cast = Cast.of("The Norland Health Ministry and Dr Ilya Grom met.")
    assert [name for _, name, _ in cast.people] == ["Ilya Grom"]
