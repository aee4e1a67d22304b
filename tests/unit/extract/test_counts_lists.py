"""Lists of people harmed, figures over a period, and who is sought."""

from __future__ import annotations

import pytest

from rashomon.extract import counts
from rashomon.extract.counts_scope import OVER_A_PERIOD, without_totals
from rashomon.extract.reading import read
from rashomon.model.claim import Attribute
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.model.mention import CountMention

KILLED, INJURED = Attribute.KILLED, Attribute.INJURED


def found(text: str) -> list[CountMention]:
    """Return the counts of an English text."""
    return counts.find(
        read(
            Document(
                id=DocumentId("d1"),
                text=text,
                raw_sha256="",
                origin="test",
                language="en",
                published=Published("2024-05-03", DateBasis.GIVEN),
            )
        )
    )


def whole(text: str, what: Attribute = KILLED) -> set[str]:
    """Return the figures of a text that are for the whole."""
    return {
        str(m.count)
        for m in found(text)
        if m.attribute is what and m.count.scope is None
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gunmen shot dead a farmer, his wife and two sons near Alton.", "4"),
        ("The men shot and killed the mayor, his driver and 3 others.", "5"),
        ("Four members of the guard and a woman from Borton were killed.", "5"),
        ("A shell killed a teacher and three pupils in Alton.", "4"),
    ],
)
def test_a_list_of_persons_and_figures_is_their_sum(text: str, number: str) -> None:
    """Who is named is one, and a plural counts with its number."""
    assert whole(text) == {number}


def test_who_is_apposed_is_not_counted_again() -> None:
    """ "Doe, a teacher" is one person."""
    assert whole("A shell killed Jane Doe, a teacher, and two pupils.") == {"3"}
    assert whole("A shell killed the teacher Jane Doe and two pupils.") == {"3"}


@pytest.mark.parametrize(
    "text",
    [
        "Five people were injured; a man, three boys and a woman were treated.",
        "The two children — a young boy and a little girl — were injured.",
        "Two people were injured: a man and a woman.",
    ],
)
def test_who_they_were_is_not_added(text: str) -> None:
    """A list behind a figure tells whom it counts."""
    assert whole(text, INJURED) <= {"2", "5"}


def test_a_condition_is_of_some_of_the_hurt() -> None:
    """ "Two children and a man are in a serious condition" is no toll of three."""
    text = "The blast hurt 35 people. Two children and a man are in serious condition."
    assert whole(text, INJURED) == {"35"}


@pytest.mark.parametrize(
    "behind",
    [
        "More than 200 people have been killed in the state so far this year.",
        "In the last six months, 31 mayors have been killed.",
        "The conflict has killed more than 40,000 people since 2015.",
        "At least 900 people have died since the insurgency began.",
        "So far this month 45 people were killed in the county.",
        "The army said 145 rebels were killed in 386 clashes in January.",
        "The movement killed more than 800 people over four decades of violence.",
    ],
)
def test_a_figure_over_a_period_is_not_the_incidents(behind: str) -> None:
    """The single person of the report's own incident still counts."""
    text = f"A mayor was shot dead in Alton on Friday. {behind}"
    assert whole(text) == {"1"}
    assert any(m.count.scope == OVER_A_PERIOD for m in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "The deadliest attack in the past five years killed 40 people in Alton.",
        "It was the third raid since 2019 and left 12 people dead.",
        "An attack on Monday killed 40 people.",
    ],
)
def test_a_ranked_incident_keeps_its_toll(text: str) -> None:
    """ "The deadliest in five years" says what it is compared with, not since when."""
    assert len(whole(text)) == 1


def test_a_period_is_the_whole_where_nothing_else_is_told() -> None:
    """A report on a war's dead has no other toll."""
    (mention,) = found("The war has killed more than 40,000 people since 2015.")
    assert mention.count.scope == OVER_A_PERIOD
    (kept,) = without_totals([mention])
    assert kept.count.scope is None


def test_a_period_is_a_period_beside_any_harm_of_the_incident() -> None:
    """The wounded of a weekend are not those of the boy who was killed."""
    kept = without_totals(
        found(
            "A boy was shot and killed on Saturday. Seven people were killed and 40"
            " wounded in 33 separate shooting incidents since Friday."
        )
    )
    assert [str(m.count) for m in kept if m.count.scope is None] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "At least seven were reported dead in Kelso, and 72 others were hurt.",
        "ONE PERSON WAS KILLED AND 72 OTHERS WERE HURT IN THE BLAST.",
    ],
)
def test_a_town_before_others_is_no_person(text: str) -> None:
    """ "In Kelso, and 72 others": nobody is called so."""
    assert whole(text, INJURED) == {"72"}


def test_suspects_who_are_sought_are_not_missing() -> None:
    """Searching for two children is another thing."""
    sought = found("Police are searching for two armed suspects after the robbery.")
    assert Attribute.MISSING not in {m.attribute for m in sought}
    lost = found("Divers are searching for two children after the ferry sank.")
    assert Attribute.MISSING in {m.attribute for m in lost}


def test_a_mob_that_lynched_is_not_counted() -> None:
    """The number of a deed's object is the toll."""
    assert whole("A mob lynched two men near Alton on Sunday.") == {"2"}


def test_fighters_killed_by_those_they_attacked_are_apart() -> None:
    """The villagers are the toll."""
    text = (
        "Fighters killed 11 people in a village on Friday. The army pursued"
        " them and killed seven fighters."
    )
    assert whole(text) == {"11"}
