"""What was hit, and how it fared."""

from __future__ import annotations

import pytest

from rashomon.extract.facilities import kind_of
from rashomon.extract.objects import find, strip_leading
from rashomon.extract.reading import read
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId
from rashomon.model.value import Damage, DamageDegree, Target


def values(text: str, language: str = "en") -> list[object]:
    """Return what is read in a text."""
    document = Document(
        id=DocumentId("d"), text=text, raw_sha256="", origin="test", language=language
    )
    return [statement.value for statement in find(read(document))]


def test_the_object_of_a_strike_is_the_target() -> None:
    """ "Hit the Orlov plant" names what was hit, without its article."""
    targets = [
        v
        for v in values("A drone hit the Orlov plant on Monday.")
        if isinstance(v, Target)
    ]
    assert [t.name for t in targets] == ["Orlov plant"]


def test_the_phrase_behind_a_noun_of_harm_is_the_target() -> None:
    """ "An attack on a prison" has a prison as its target."""
    targets = [
        v for v in values("An attack on a prison killed two.") if isinstance(v, Target)
    ]
    assert [t.name for t in targets] == ["prison"]


def test_people_are_no_targets() -> None:
    """Whoever was hurt is a victim, not an object."""
    found = values("The blast hit three people.")
    assert not [v for v in found if isinstance(v, Target)]


def test_damage_has_number_and_degree() -> None:
    """ "Destroyed two planes" is two planes, destroyed."""
    found = values("The raid destroyed two transport planes.")
    assert Damage("transport planes", DamageDegree.DESTROYED, 2) in found
    found = values("Local reports said that the raid damaged four Be-12s.")
    assert Damage("Be-12", DamageDegree.DAMAGED, 4) in found


def test_no_damage_is_said_on_purpose() -> None:
    """A report of no damage is a value, not silence."""
    assert Damage("site", DamageDegree.NONE) in values("The drone caused no damage.")


def test_a_facility_is_found_without_a_parse() -> None:
    """Russian facilities are targets, by their dictionary word; a town is no bridge."""
    (target,) = values("Дрон попал в завод «Орлов».", "ru")
    assert target == Target("завод «Орлов»", "industrial")
    (target,) = values("Взрывы слышали на аэродроме.", "ru")
    assert target == Target("аэродром", "military")
    assert values("Вибухи чули в місті.", "uk") == []


def test_leading_words_go() -> None:
    """Articles, approximators and numbers are not part of a name."""
    assert strip_leading("at least two oil tanks") == "oil tanks"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("post", "commercial"),
        ("national police post", "police"),
        ("armored vehicles", "military"),
        ("army hospital", "medical"),
        ("office", "commercial"),
    ],
)
def test_whose_a_thing_is_may_say_its_kind(name: str, kind: str) -> None:
    """A police post is the police's; an army hospital stays a hospital."""
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the bus depot", "transport"),
        ("an ammunition depot", "military"),
        ("fuel depots", "energy"),
        ("a shopping centre", "commercial"),
        ("Alton health center", "medical"),
        ("training centre", "education"),
    ],
)
def test_the_word_before_a_centre_or_depot_says_its_kind(name: str, kind: str) -> None:
    """A depot is not always one for fuel, nor a centre one for learning."""
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Six people were shot at a tavern in Norham.", "tavern"),
        ("Raiders abducted 30 pupils from a school in Norham.", "school"),
        ("Four were killed in the Norham church bombing.", "church"),
        ("It took place in a shopping centre just after noon.", "shopping centre"),
        ("A man ran amok in a crowded supermarket.", "supermarket"),
        ("A police station was fired at before noon.", "police station"),
    ],
)
def test_where_people_were_killed_is_what_was_attacked(text: str, name: str) -> None:
    """At a place, from it, before the noun of harm, as where it happened."""
    assert name in [v.name for v in values(text) if isinstance(v, Target)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died of their wounds in a hospital.",
        "The meeting took place in the town hall.",
        "A car bombing killed two.",
        "The manager was fired on Monday.",
    ],
)
def test_other_places_were_not_attacked(text: str) -> None:
    """Where the hurt are treated, where nothing bad happened, what was used."""
    assert not [v for v in values(text) if isinstance(v, Target)]
