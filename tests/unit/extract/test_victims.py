"""Who was harmed."""

from __future__ import annotations

import pytest

from rashomon.extract.reading import read
from rashomon.extract.victims import find, kind_of
from rashomon.model.claim import Attribute
from rashomon.model.document import Document, Span
from rashomon.model.ids import DocumentId
from rashomon.model.mention import CountMention, Mention, MentionKind
from rashomon.model.value import Count, Victim


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("two children", "child"),
        ("four policemen", "police"),
        ("a journalist", "journalist"),
        ("three soldiers", "military"),
        ("nine civilians", "civilian"),
        ("the gunman", "perpetrator"),
        ("a sergeant", "military"),
        ("two guerrillas", "military"),
        ("four carabineros", "police"),
        ("the general secretary of the union", None),
        ("something else", None),
    ],
)
def test_kinds_of_victims(words: str, kind: str | None) -> None:
    """A word names a kind; an unknown word names none."""
    assert kind_of(words) == kind


def test_a_counted_group_is_a_victim() -> None:
    """ "Two children were killed" is two children, killed."""
    text = "Two children were killed."
    reading = read(
        Document(
            id=DocumentId("d"), text=text, raw_sha256="", origin="t", language="en"
        )
    )
    count = CountMention(
        span=Span(0, 24), attribute=Attribute.KILLED, count=Count(2, 2), rule="t"
    )
    (statement,) = find(reading, [count], [])
    assert statement.value == Victim(
        "Two children were killed", None, "child", 2, "killed"
    )


def test_a_named_person_who_was_killed() -> None:
    """A name followed by its fate is a named victim."""
    text = "Anna Example, 34, was killed on the spot."
    reading = read(
        Document(
            id=DocumentId("d"), text=text, raw_sha256="", origin="t", language="en"
        )
    )
    person = Mention(Span(0, 12), "Anna Example", MentionKind.PERSON)
    (statement,) = find(reading, [], [person])
    assert isinstance(statement.value, Victim)
    assert (statement.value.name, statement.value.harm) == ("Anna Example", "killed")


def test_nobody_hurt_is_no_victim() -> None:
    """A count of zero describes nobody."""
    text = "No children were hurt."
    reading = read(
        Document(
            id=DocumentId("d"), text=text, raw_sha256="", origin="t", language="en"
        )
    )
    none = CountMention(
        span=Span(0, 21), attribute=Attribute.INJURED, count=Count(0, 0), rule="t"
    )
    assert find(reading, [none], []) == []
