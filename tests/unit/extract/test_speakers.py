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


def test_a_title_s_name_may_stand_behind_it() -> None:
    """ "Said the spokesman, Petr Ostrov" names him; the byline above is nobody's voice."""
    text = (
        "Lena Marsh\n\nIt burned, said the army spokesman, Gen Petr Ostrov. "
        "Nobody died, he added."
    )
    assert _names(text, "the army spokesman", "he") == ["Petr Ostrov", "Petr Ostrov"]


def test_who_speaks_by_a_full_name_and_by_a_surname_is_a_person() -> None:
    """A later pronoun is theirs."""
    text = "It burned, Sani Odewale said. Odewale fled. Odewale said so. He said more."
    persons = _names(text, "Sani Odewale", "Odewale said"[:7], "He")
    assert persons == ["Sani Odewale", "Sani Odewale", "Sani Odewale"]


def test_a_short_title_is_who_holds_the_office() -> None:
    """The DG is the director-general."""
    text = "Lena Marsh, director-general of the agency, came. The DG said so."
    assert _names(text, "The DG") == ["Lena Marsh"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "Пришёл губернатор Пётр Остров. По словам главы края",
            "главы края",
            "Пётр Остров",
        ),
        (
            "Прийшла міністр освіти Марія Лінд. За словами міністра",
            "міністра",
            "Марія Лінд",
        ),
        ("По словам главы края", "главы края", "главы края"),
    ],
)
def test_an_office_abroad_is_who_was_named_with_it(
    text: str, mention: str, name: str
) -> None:
    """The head of a region is its governor; nobody is made up."""
    assert _names(text, mention) == [name]


def test_a_group_is_not_the_army_that_spoke_last() -> None:
    """A body of another kind does not lend its name."""
    assert _names(
        "The army said so. The group said no.", "The army", "the group"[4:]
    ) == [
        "army",
        "group",
    ]


def test_a_paper_with_an_owner_speaks_for_its_owner() -> None:
    """A police statement is not the mayor's."""
    text = "Petr Ostrov said so. An earlier police statement put it at three."
    assert (
        _names(text, "Petr Ostrov", "An earlier police statement")[1] != "Petr Ostrov"
    )


def test_what_shows_something_says_nothing() -> None:
    """A photo is no speaker."""
    text = "Photos that were taken on Monday suggest it."
    span = Span(0, len("Photos that were taken on Monday"))
    relation = Relation(contents=(Span(36, 40),), source=span, named=span, cue=None)
    assert resolve_all(text, [relation]) == {}
