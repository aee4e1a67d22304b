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


def test_a_toll_and_the_injured_beside_it_are_two_counts() -> None:
    """The toll's own figure is the first; what comes after "injured" is theirs."""
    text = "The toll stood at 63 and the count of injured at 150 after the blast."
    assert told(text) == {(KILLED, "63", None), (INJURED, "150", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was not killed.",
        "No 911 call from a home where shots were heard, police said.",
        "A driver could be injured there.",
        "The men were shot at for an hour and got away.",
        "The company shot a film in the harbour.",
        "A drone was shot down over the town, the mayor said.",
        "The helicopter was shot at and crashed into the river.",
        "The film was shot in Toledo last spring.",
        "The economy was wounded by the strike of the dockers.",
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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Jane Roe, 31, was shot and killed. John Doe, 25, died at the scene.", "2"),
        ("Jane Roe, 31, was shot dead at noon. Roe died in her kitchen.", "1"),
        ("A man was shot on Elm Street. Doe, 40, was pronounced dead there.", "1"),
        ("The mother and father were killed.", "2"),
        ("A man killed his wife before he took his own life.", "2"),
    ],
)
def test_persons_told_of_one_by_one_are_summed(text: str, count: str) -> None:
    """A name, an age or a sex tells two apart; a person told of twice is one."""
    dead = [c for a, c, scope in told(text) if a is KILLED and scope is None]
    assert dead == [count]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Four people were shot on Elm Street. One of them, Doe, died.", "3"),
        ("One person was killed and four others were shot.", "4"),
        ("One is dead, three people were shot.", "3"),
    ],
)
def test_those_shot_are_the_dead_and_the_injured(text: str, injured: str) -> None:
    """Unless the words tell the dead apart from those shot."""
    assert (INJURED, injured, None) in told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Doe and three others were killed.", "4"),
        ("The commander was killed with 13 others.", "14"),
        ("A man, two women and a child were killed.", "4"),
        ("He killed his wife and their four children.", "5"),
        ("At least three and as many as 25 people were killed.", "3–25"),
        ("85 people or more died.", "85+"),
        ("The number of people killed has gone up to 47.", "47"),
        ("Both were killed.", "2"),
    ],
)
def test_a_figure_told_in_parts_or_with_its_bound(text: str, count: str) -> None:
    """Persons joined are summed, who is named is one more, a bound may stand behind."""
    dead = [m.count for m in found(text) if m.attribute is KILLED and not m.count.scope]
    assert [str(c) for c in dead] == [count]


def test_each_kind_of_a_sum_is_a_part() -> None:
    """ "21 passengers and four guards": 25 in all, and each with its scope."""
    said = told("21 passengers and four guards lost their lives.")
    assert {(KILLED, "25", None), (KILLED, "21", "passengers")} <= said


@pytest.mark.parametrize(
    "text",
    [
        "Two drone strikes killed the plan.",
        "John Doe, 17, of Elm Street, was arrested.",
        "A man shot his wife's car.",
        "Six people's homes were destroyed.",
        "Image 1 of 8 A house on Elm Street.",
    ],
)
def test_a_number_that_counts_no_harmed_person(text: str) -> None:
    """Strikes, ages, doers and owners are no casualties."""
    harmed = [m for m in found(text) if m.attribute in {KILLED, INJURED}]
    assert not harmed


def test_a_bombers_own_death_is_apart() -> None:
    """ "Both blew themselves up": two attackers, no victims."""
    assert (KILLED, "2", "attackers") in told("Both blew themselves up at the gate.")


def test_a_toll_over_a_period_is_no_incidents_toll() -> None:
    """ "Bringing the weekend death toll to 58" is of many incidents."""
    said = told("Six people were killed, bringing the weekend death toll to 58.")
    assert (KILLED, "58", "over a period") in said


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("ru", "В результате обстрела погибла женщина.", KILLED),
        ("ru", "Задержан подозреваемый по делу.", Attribute.DETAINED),
        ("uk", "Унаслідок удару поранено чоловіка, загинув водій.", KILLED),
    ],
)
def test_a_single_person_in_russian_and_ukrainian(
    language: str, text: str, what: Attribute
) -> None:
    """The verb's ending says that it is one."""
    document = Document(
        id=DocumentId("d1"), text=text, raw_sha256="", origin="test", language=language
    )
    said = counts.find(read(document))
    assert (what, 1, 1) in {(m.attribute, m.count.low, m.count.high) for m in said}


@pytest.mark.parametrize(
    "text",
    [
        "Four fuel tanks or more were hit in the raid.",
        "Three power substations were struck overnight.",
        "One of the three died in a clinic.",
        "Her aunt told 4 Morning News 19-year-old Tom Bell was shot and killed.",
    ],
)
def test_what_is_hit_a_channel_and_those_of_whom_one_died_are_no_toll(
    text: str,
) -> None:
    """A number beside a word of harm is not always how many were harmed."""
    numbers = {m.count.low for m in found(text) if m.count.scope is None}
    assert not numbers & {3, 4, 5, 7}


def test_those_of_whom_one_was_a_child_are_a_toll() -> None:
    """The four of "one of the four people killed" are all dead."""
    text = "One of the four people killed was a child."
    assert [m.count.low for m in found(text) if m.count.scope is None] == [4]


def test_who_mourns_the_dead_is_not_dead() -> None:
    """ "Hundreds mourn a teacher killed" counts the mourners."""
    for text in (
        "Hundreds mourn teacher killed in the blast.",
        "About 300 people attended the funeral of a guard killed in the raid.",
    ):
        assert KILLED not in {m.attribute for m in found(text) if m.count.low > 1}


def test_who_shot_somebody_dead_is_not_shot_dead() -> None:
    """ "Two men shot dead a clerk" and "two men were shot dead" are told apart."""
    text = "Two men on a scooter shot dead a clerk as he left his shop."
    assert (KILLED, "2", None) not in told(text)
    assert (KILLED, "2", None) in told("Two men on a scooter were shot dead.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Nine people, including two children and a medic, were killed in Sumy.",
            {(KILLED, "2", "children"), (KILLED, "1", "medics")},
        ),
        (
            "Twelve people were wounded in the blast, including three women.",
            {(INJURED, "3", "women")},
        ),
        (
            "A raid killed seven people, among them at least two policemen.",
            {(KILLED, "2+", "police")},
        ),
        ("Forty shops, including two pharmacies, burnt; five people died.", set()),
    ],
)
def test_who_a_total_includes_is_a_part_of_it(
    text: str, parts: set[tuple[Attribute, str, str | None]]
) -> None:
    """Each kind of people that is named; things that were hit are none."""
    assert {m for m in told(text) if m[2] is not None} == parts


@pytest.mark.parametrize("who", ["classmates", "colleagues", "cadets", "revellers"])
def test_whoever_can_be_harmed_is_counted_with_the_others(who: str) -> None:
    """Two of them and a teacher are three."""
    assert (KILLED, "3", None) in told(
        f"He opened fire, killing two {who} and a teacher."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two people on April 30 at a market in Velm.",
        "On Sept. 12 at dawn gunmen killed two people at a market.",
        "Two people were killed on 3 March at a market.",
    ],
)
def test_a_day_of_a_month_counts_nobody(text: str) -> None:
    """ "Killed two people on April 30 at a market" is not 32."""
    assert told(text) == {(KILLED, "2", None)}


def test_a_number_behind_a_month_may_be_of_people() -> None:
    """ "In May 12 people died"."""
    assert told("In May 12 people died in the flooded mine.") == {(KILLED, "12", None)}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A bus with 40 passengers fell into a gorge, killing 12 of them.", "12"),
        ("At least 20 of the 50 hostages were killed in the rescue.", "20+"),
        ("Ten of the 12 people on board died.", "10"),
        ("An air strike killed a family of five in Velm.", "5"),
        ("Six men were wounded in the blast. Two of them died later.", "2"),
        ("One of the four people killed was a child.", "4"),
    ],
)
def test_who_of_a_group_died(text: str, figure: str) -> None:
    """Those of whom some died are no toll; who died of them are all who did."""
    assert {t for t in told(text) if t[0] is KILLED and t[2] is None} == {
        (KILLED, figure, None)
    }


def test_a_toll_that_rose_has_the_latest_dead_in_it() -> None:
    """ "Rose to 21 after two more died" is 21."""
    text = "The toll of the blast rose to 21 after two more victims died in hospital."
    assert told(text) == {(KILLED, "21", None), (KILLED, "2", "part")}
