"""How many were harmed: figures, sums, parts, and single persons without a number."""

from __future__ import annotations

import pytest

from rashomon.extract import counts
from rashomon.extract.counts_scope import without_totals
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


def told(text: str) -> set[tuple[Attribute, str, str | None]]:
    """Return each count as (what, how many, of whom)."""
    return {(m.attribute, str(m.count), m.count.scope) for m in found(text)}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A 9-year-old boy shot in the leg was recovering.", INJURED),
        ("The boy, whose name was not released, died at the hospital.", KILLED),
        ("A 17-year-old was stabbed outside the station.", INJURED),
        ("Deputies said she was pronounced dead at the scene.", KILLED),
        ("The toddler accidentally shot himself with the pistol.", INJURED),
        ("They are looking into the death of a 34-year-old woman.", KILLED),
        ("The clerk suffered a gunshot wound.", INJURED),
        ("Masked men shot and killed the mayor at his home.", KILLED),
    ],
)
def test_a_single_person_is_one(text: str, what: Attribute) -> None:
    """Told by a noun, a pronoun or an age, harmed by a verb or a noun of death."""
    assert (what, "1", None) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was not killed.",
        "A driver could be injured there.",
        "The men were shot at for an hour and got away.",
        "The company shot a film in the harbour.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    """What was denied, only possible, or of no single person counts nobody."""
    assert not told(text)


def test_who_was_shot_and_died_is_not_hurt_as_well() -> None:
    """The same boy is told of twice and is one of the dead."""
    text = "A boy was shot on Elm Street. The boy died two hours later."
    assert told(text) == {(KILLED, "1", None)}


def test_a_woman_hurt_is_not_the_man_who_died() -> None:
    """Two people that differ in sex are two."""
    text = "A man died in the blast. A woman was wounded in it."
    assert told(text) == {(KILLED, "1", None), (INJURED, "1", None)}


def test_a_figure_outranks_single_persons() -> None:
    """Where the report counts its dead, one of them is no other toll."""
    text = "Four people were killed in the fire. The driver died on the spot."
    assert next(m.count.low for m in found(text) if m.attribute is KILLED) == 4
    assert not [m for m in found(text) if m.rule == "person_single"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunfire injured four men and two women.", (INJURED, "6", None)),
        ("Three women and two children were killed.", (KILLED, "5", None)),
        ("Three soldiers and a civilian were wounded.", (INJURED, "4", None)),
    ],
)
def test_people_joined_are_added(
    text: str, expected: tuple[Attribute, str, None]
) -> None:
    """Two figures with one harm are one toll."""
    assert expected in told(text)


def test_attackers_are_never_added() -> None:
    """They are counted apart."""
    text = "Two gunmen and three policemen were killed."
    assert (KILLED, "3", None) in told(text)
    assert (KILLED, "5", None) not in told(text)


def test_how_people_were_left_is_told_behind_them() -> None:
    """ "Left" kills nobody by itself."""
    text = "The shooting left six people wounded and two men dead."
    assert told(text) == {(INJURED, "6", None), (KILLED, "2", None)}


def test_militants_are_victims_of_a_strike_on_them() -> None:
    """And attackers where they attack."""
    strike = "A drone hit a house near the pass. Five alleged militants were killed."
    assert (KILLED, "5", None) in told(strike)
    raid = "Militants stormed the barracks. Five militants were killed."
    assert (KILLED, "5", "attackers") in told(raid)


def test_a_range_that_meets_the_total_is_no_part_of_it() -> None:
    """Another count of the same people."""
    text = "The strike killed 8 people. Officials said 5-9 militants were killed."
    assert (KILLED, "5–9", None) in told(text)


def test_a_part_is_whole_where_its_total_is_elsewhere() -> None:
    """Beside the toll of other attacks a boy is one of them, in his own incident not."""
    text = (
        "A boy was shot dead on Elm Street. Over the weekend nine people were killed."
    )
    boy = [m for m in found(text) if "boy" in m.span.of(text)]
    assert boy[0].count.scope is not None
    assert without_totals(boy)[0].count.scope is None
    assert without_totals(found(text))[0].count.scope is not None
