"""Names found in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rashomon.extract import mentions, reading
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId
from rashomon.model.mention import Mention, MentionKind


def _find(text: str, language: str = "en") -> list[Mention]:
    document = Document(
        id=DocumentId("doc_1"),
        text=text,
        raw_sha256="",
        origin="test",
        language=language,
    )
    return mentions.find(reading.read(document))


def _texts(text: str, language: str = "en") -> list[str]:
    return [m.text for m in _find(text, language)]


def test_a_mention_points_to_its_words() -> None:
    """The words of a mention are the text at its span."""
    text = "A shell hit Verhovo, said Mayor Anna Petrova of Lower Podlesk."
    for mention in _find(text):
        assert mention.span.of(text) == mention.text


def test_titles_and_possessives_are_left_out() -> None:
    """A person's mention is the name."""
    found = _texts(
        "Governor Vasily Kirsanov's office spoke. President Maria Lopez agreed."
    )
    assert "Vasily Kirsanov" in found
    assert "Maria Lopez" in found


def test_capitalised_words_that_the_model_passes_over_are_found() -> None:
    """An invented village is no name to the model."""
    assert any(
        "Zhuravlinka" in t for t in _texts("Two men died near Zhuravlinka overnight.")
    )


def test_mentions_do_not_overlap() -> None:
    """Each stretch of text is one mention."""
    found = _find(
        "Fire broke out at the Orlan Works in Verhovo, Tver Oblast, on Monday."
    )
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Взрывы прогремели в Люберцах ночью.", "ru", "Люберцах"),
        ("Вибухи пролунали у Харкові вночі.", "uk", "Харкові"),
        ("Due esplosioni a Catania, dice la polizia.", "it", "Catania"),
    ],
)
def test_other_languages_give_capitalised_runs(
    text: str, language: str, name: str
) -> None:
    """Without a model a capital letter marks a name."""
    assert any(name in t for t in _texts(text, language))


def test_dates_and_sums_are_no_names() -> None:
    """The model's labels for numbers are passed over."""
    assert not any(
        "$" in t or "2021" in t for t in _texts("It cost $5 million in 2021.")
    )


def test_a_place_read_by_the_model_is_hinted_as_one() -> None:
    """The label is kept as a hint."""
    kinds = {m.text: m.kind for m in _find("Rain fell in London and Paris.")}
    assert kinds["London"] is MentionKind.PLACE


def test_what_is_shelled_is_a_place() -> None:
    """Whatever the model takes its name for."""
    for text in ("Troops shelled the centre of Kherson.", "Troops shelled Kherson."):
        named = {m.text: m.kind for m in _find(text)}
        assert named["Kherson"] in {MentionKind.PLACE, MentionKind.UNKNOWN}


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("A shell fell on a yard in Majdal Shams on July 2.", True),
        ("Two people died at a field near Majdal Shams.", True),
        ("Voters lost their trust in Maria Lopez last May.", False),
        ("A bullet was found in Maria Lopez's car last May.", False),
    ],
)
def test_what_something_is_in_is_a_place(text: str, placed: bool) -> None:
    """Whatever the model takes it for; people are trusted in, and own cars."""
    names = ("Majdal Shams", "Maria Lopez")
    kinds = [m.kind for m in _find(text) if m.text in names]
    assert [kind is MentionKind.PLACE for kind in kinds] == [placed]


def test_an_adjective_of_a_town_names_it() -> None:
    """Of what is in the town; a state's adjective at the head of a sentence is no name."""
    assert _texts("Пожар в псковской школе.", "ru")[-1] == "псковской"
    assert "Украинские" not in _texts("Украинские дроны атаковали порт.", "ru")
    assert "псковской" not in _texts("Он любил псковской говор.", "ru")


def test_a_quoted_weapon_is_no_name_of_a_place() -> None:
    """«Град» is none; a town in quotation marks may be."""
    assert _texts("Били «Градами» по селу.", "ru") == ["Били"]
