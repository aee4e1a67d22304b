"""Figures that only together make the toll, and turns of phrase that hide one."""

from __future__ import annotations

import pytest

from rashomon.extract import counts
from rashomon.extract.reading import read
from rashomon.model.claim import Attribute
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId

KILLED, INJURED = Attribute.KILLED, Attribute.INJURED
SERIOUSLY = Attribute.SERIOUSLY_INJURED


def told(text: str, language: str = "en") -> set[tuple[Attribute, str, str | None]]:
    """Return each count of a text as (what, how many, of whom)."""
    document = Document(
        id=DocumentId("d1"), text=text, raw_sha256="", origin="test", language=language
    )
    return {
        (m.attribute, str(m.count), m.count.scope) for m in counts.find(read(document))
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Karo was killed with one to three unnamed associates.", "2–4"),
        ("Adil Karo was killed with up to five others.", "0–6"),
        ("Two named men were killed with at least eight others.", "10+"),
        ("Karo was killed with two other fighters and two boys.", "5"),
        ("Two named men and up to four others were killed.", "0–6"),
        ("It hit twice, killing two before returning and killing two more.", "4"),
        ("Three died at the scene and two more in hospital.", "5"),
        ("Two drivers died at the scene and a third in hospital.", "3"),
        ("Six villagers died at the mill and four at the old inn.", "10"),
        ("One person was killed in Verin, two in Maro and three in Osten.", "6"),
        ("None of the 62 people on board survived.", "62"),
        ("The crash left no survivors among the 8 on board.", "8"),
        ("The shelling killed an elderly couple.", "2"),
        ("Five members of one family were killed.", "5"),
        ("At least three alleged rebels and rescuers were killed.", "3+"),
        ("Seven badly burnt and mutilated bodies lay in the wreck.", "7"),
        ("Six of the civilians among 17-21 killed were children.", "17–21"),
        ("Thirteen fishermen drowned.", "13"),
        ("Death toll: 7.", "7"),
        ("The militia said it had lost three men.", "3"),
    ],
)
def test_the_figure_for_the_whole(text: str, count: str) -> None:
    """What stands for all is summed or read, and what it sums is a part."""
    assert [c for a, c, scope in told(text) if a is KILLED and not scope] == [count]


def test_what_is_not_more_of_the_same_is_not_summed() -> None:
    """Another day's dead are of another deed."""
    said = told("Fire killed 12 people on Monday, a day after two more were killed.")
    assert (KILLED, "14", None) not in said


def test_who_are_among_a_figure_are_a_part_of_it() -> None:
    """ "Nine civilians among 17 killed": 17 in all."""
    said = told("At least nine civilians were among 17 killed in the raid.")
    assert (KILLED, "17", None) in said
    assert (KILLED, "9+", None) not in said


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The death toll rose from 16 to 18 on Tuesday.", (KILLED, "18", None)),
        (
            "en",
            "Officials revised the number of injured down from 40 to 32.",
            (INJURED, "32", None),
        ),
        ("ru", "Число погибших возросло с 16 до 18.", (KILLED, "18", None)),
        ("ru", "Количество пострадавших выросло до 31.", (INJURED, "31", None)),
        ("uk", "Кількість загиблих зросла до семи.", (KILLED, "7", None)),
    ],
)
def test_a_toll_that_moved_stands_at_its_last_figure(
    language: str, text: str, expected: tuple[Attribute, str, str | None]
) -> None:
    """ "From 16 to 18" is no range."""
    assert {s for s in told(text, language) if s[0] is expected[0]} == {expected}


def test_a_range_between_two_figures_is_one() -> None:
    """Where nothing rose or fell."""
    assert (KILLED, "5–7", None) in told("From 5 to 7 people were killed.")


def test_how_badly_some_of_the_hurt_are_hurt() -> None:
    """ "12 of them critically" are the critically hurt."""
    said = told("The crush left more than 60 hurt, 12 of them critically.")
    assert {(INJURED, "60+", None), (SERIOUSLY, "12", None)} <= said


def test_the_missing_who_are_found_dead_are_dead() -> None:
    """They are no longer missing."""
    said = told("Two of the missing were found dead on Sunday.")
    assert {a for a, _, _ in said} == {KILLED}


def test_an_attacker_among_the_dead_is_told_apart() -> None:
    """The toll stays as reported; one of it is the attacker."""
    said = told("The attacker, who was among the five dead, came by bus.")
    assert {(KILLED, "5", None), (KILLED, "1", "attackers")} <= said


def test_a_figure_beside_the_reports_own_range_widens_nothing() -> None:
    """Who gives a range has set the reports against each other."""
    said = told("A strike on the house killed 11 people. In all, 13-15 were killed.")
    assert (KILLED, "13–15", None) in said
    assert (KILLED, "11", None) not in said


def test_who_died_beside_attackers_is_counted() -> None:
    """The hostages are the toll, the gunmen stay apart."""
    said = told("Three hostages and both gunmen died in the rescue.")
    assert {(KILLED, "3", None), (KILLED, "2", "attackers")} <= said


def test_bodies_found_beside_a_larger_toll_are_some_of_it() -> None:
    """And the toll where there is no other."""
    said = told("The toll rose to seven. Rescuers pulled two bodies from the rubble.")
    assert {c for a, c, scope in said if a is KILLED and not scope} == {"7"}
    assert (KILLED, "2", None) in told("Rescuers pulled two bodies from the rubble.")


def test_a_crew_that_did_not_survive_is_a_part_beside_bodies() -> None:
    """ "None of the four crew survived"."""
    said = told("They recovered 14 bodies, and none of the four crew survived.")
    assert {c for a, c, scope in said if a is KILLED and not scope} == {"14"}


def test_a_figure_of_another_deed_is_told_apart() -> None:
    """Of protests before, or of what somebody is guilty of."""
    said = told(
        "The raid killed three people. It was the first since protests left 17 dead."
    )
    assert {(KILLED, "3", None), (KILLED, "17", "another incident")} <= said


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Под завалами нашли тела трёх человек.", (KILLED, "3", None)),
        ("ru", "Погибла семья из четырёх человек.", (KILLED, "4", None)),
        ("ru", "Пострадали двух десятков человек.", (INJURED, "20", None)),
        ("ru", "Двое из них в тяжёлом состоянии.", (SERIOUSLY, "2", None)),
        ("uk", "Рятувальники дістали тіла двох людей.", (KILLED, "2", None)),
        ("uk", "Четверо у важкому стані.", (SERIOUSLY, "4", None)),
        ("uk", "Їхню доньку поранено.", (INJURED, "1", None)),
    ],
)
def test_russian_and_ukrainian_turns_of_phrase(
    language: str, text: str, expected: tuple[Attribute, str, str | None]
) -> None:
    """Bodies, families, tens, and how badly somebody is hurt."""
    assert expected in told(text, language)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A fifth person has died of burns from the bakery fire.", "5"),
        ("Fourth victim of the Alton school shooting dies", "4"),
        ("A third man died on Monday of the wounds he got in the raid.", "3"),
    ],
)
def test_a_death_told_by_its_rank_is_the_toll(text: str, number: str) -> None:
    """Who says "a fifth" knows of four before."""
    assert told(text) == {(KILLED, number, None)}


def test_those_still_treated_are_a_lower_bound() -> None:
    """Others were sent home: "nine remain in hospital" is no other figure than 14."""
    text = "The blast injured 14 people. On Friday nine people were still in hospital."
    injured = {t for t in told(text) if t[0] is INJURED}
    assert injured == {
        (INJURED, "14", None),
        (INJURED, "9+", None),
    }


def test_those_who_died_since_are_a_part_of_the_toll() -> None:
    """ "Three more people died" is not the toll of three."""
    text = "Three more people died overnight. The death toll of the blast is now 12."
    assert (KILLED, "12", None) in told(text)
    assert (KILLED, "3", None) not in told(text)
    hurt = told("Two more workers were injured. In all 33 workers were injured.")
    assert (INJURED, "33", None) in hurt
    assert (INJURED, "2", None) not in hurt
