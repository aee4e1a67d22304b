"""Which times of a sentence can be the deed's."""

from __future__ import annotations

import pytest

from rashomon.extract import dates, reading, time_sentence, triggers
from rashomon.extract.heads import Role
from rashomon.extract.time_sentence import Told
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import DocumentId


def deeds(text: str, *marked: tuple[str, float]) -> list[str]:
    """Return the words of the times of a sentence that can be the deed's.

    ``marked``: words that the heads hold for such a time, and how surely.
    """
    read = reading.read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )
    (sentence,) = read.sentences()
    found = triggers.find(text, "en")
    starts = [(text.index(words), len(words), score) for words, score in marked]
    facts = [Role(Span(at, at + size), "time", sure) for at, size, sure in starts]
    told = Told(found, tuple(found), (), facts)
    times = time_sentence.sorted_out(read, sentence, dates.find(read), told)
    return [t.span.of(text) for t in times.deed]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("A drone strike hit the depot on Tuesday.", ["Tuesday"]),
        ("The strike reached the depot on Tuesday.", ["Tuesday"]),
        ("The toll of the strike reached nine on Thursday.", []),
        ("A man was charged on Thursday over the shooting.", []),
        ("Police said on Thursday that a bomb had killed four.", []),
        ("An autopsy Monday told how the blast had killed him.", []),
    ],
)
def test_what_came_after_has_a_day_of_its_own(text: str, times: list[str]) -> None:
    """Unless the deed itself is what the verb is said of."""
    assert deeds(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Drones hit the bridge, built in 2018, on Tuesday.", ["Tuesday"]),
        ("Drones hit the peninsula that it annexed in 2014.", []),
        ("A blast hit the plant that it had bought in 2019.", []),
        ("He died of the gun that he found on Thursday.", ["Thursday"]),
        ("It is the second blast since May 2021, when nine were killed.", ["May 2021"]),
        ("It is the second blast since May 2021, when he was elected.", []),
        ("Gunmen killed two in the village that rebels shelled in March.", ["March"]),
    ],
)
def test_the_year_of_a_founding_or_an_aside_is_not_the_deeds(
    text: str, times: list[str]
) -> None:
    """Unless the aside has the deed itself."""
    assert deeds(text) == times


def test_a_clock_parts_no_looked_into_deed_from_its_day() -> None:
    """ "Investigating a shooting at 1:30 a.m. on Saturday": both are the shooting's."""
    text = "Police are investigating a shooting in Velm at 1:30 a.m. on Saturday."
    assert deeds(text) == ["1:30 a.m.", "Saturday"]


def test_a_time_that_the_heads_are_sure_of_is_the_deeds() -> None:
    """Where the words make it the day of a claim, and never twice."""
    text = "The rebels claimed on Thursday a raid of Monday."
    assert deeds(text) == ["Monday"]
    assert deeds(text, ("on Thursday", 0.6)) == ["Monday"]
    assert deeds(text, ("on Thursday", 0.8)) == ["Thursday", "Monday"]
    span = "Gunmen shot two people between April 28 and April 30."
    assert deeds(span, ("between April 28 and April 30", 0.9)) == deeds(span)
