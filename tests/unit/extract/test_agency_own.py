"""What those who are accused say themselves."""

from __future__ import annotations

import pytest

from rashomon.extract import agency_own
from rashomon.model.claim import Stance
from rashomon.model.value import Perpetrator, Responsibility, ResponsibilityPosition

P = ResponsibilityPosition


def positions(text: str) -> list[tuple[str, ResponsibilityPosition | None]]:
    """Return who takes which position in a text."""
    return [
        (s.value.actor, s.value.position)
        for s in agency_own.find(text)
        if isinstance(s.value, Responsibility)
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Israel has kept silent.", "Israel"),
        ("The RSF had not said whether it was behind this raid.", "Rapid Support Forces"),
        ("Hamas claimed none of these blasts.", "Hamas"),
        ("Moscow, which has not acknowledged any raid, sent aid.", "Russia"),
        ("No quick comment came from Kyiv.", "Ukraine"),
        ("In Ankara nobody is commenting.", "Turkey"),
        ("The army in Addis Ababa made no comment on it.", "Ethiopia"),
        ("Israel would neither confirm nor deny it.", "Israel"),
    ],
)  # fmt: skip
def test_silence_however_it_is_put(text: str, actor: str) -> None:
    """What is not said is silence, never a claim."""
    assert positions(text) == [(actor, P.NO_COMMENT)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ukraine's navy says it had no part in the raid.", "Ukraine"),
        ("Ukraine denied firing it.", "Ukraine"),
        ("Hezbollah's Omar Said told a paper that his movement was not responsible.", "Hezbollah"),
        ("Hamas, which had shelled a base before, “has nothing to do with it”.", "Hamas"),
        ("India rejects the baseless allegations.", "India"),
        ("The charge is “baseless”, New Delhi said.", "India"),
    ],
)  # fmt: skip
def test_denials_however_they_are_put(text: str, actor: str) -> None:
    """No hand in it, nothing to do with it, baseless."""
    found = agency_own.find(text)
    assert [s.value for s in found] == [Responsibility(actor, P.DENIES)]
    assert {s.stance for s in found} == {Stance.DENIES}


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State group announced it was behind the mine.",
        "An attack that hurt six at a fair was later claimed by the Islamic State group.",
        "ISIS, in a short note, claimed the raid.",
    ],
)
def test_claims_however_they_are_put(text: str) -> None:
    """Who claims it did it, under one name."""
    assert ("Islamic State", P.CLAIMS) in positions(text)
    did = [s.value for s in agency_own.find(text) if isinstance(s.value, Perpetrator)]
    assert [d.entity for d in did] == ["Islamic State"]


@pytest.mark.parametrize(
    "text",
    [
        "No faction has accepted it so far.",
        "None of the many armed bands in those hills has claimed the raid.",
        "Nobody said they were behind it.",
        "Aucune organisation n'a encore revendiqué le raid.",
    ],
)
def test_nobody_has_taken_it_on_themselves(text: str) -> None:
    """Whatever is not accepted or said, and in French."""
    assert positions(text) == [("unknown", P.NO_COMMENT)]


def test_a_caption_or_a_dateline_is_no_actor() -> None:
    """What stands before a colon or on the line before says nothing."""
    assert positions("KYIV: Ukraine's navy says it had no part in it.") == [
        ("Ukraine", P.DENIES)
    ]
    assert positions("Photograph: Norham Press\n\nIndia rejects the allegations.") == [
        ("India", P.DENIES)
    ]


def test_a_week_is_no_actor() -> None:
    """A capital at the head of a sentence names nobody."""
    text = "For nine months the alliance has said that it struck a depot."
    assert not [actor for actor, _ in positions(text) if actor == "For"]
    assert positions("For a month Ukraine denied that it had shelled the silo.") == [
        ("Ukraine", P.DENIES)
    ]


def test_silence_that_is_nobodys_is_not_told() -> None:
    """ "No word from the driver" is no side's silence."""
    assert positions("There was no word from the driver.") == []
