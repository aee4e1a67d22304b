"""What else a report may be about."""

from __future__ import annotations

import pytest

from rashomon.extract import heads, reading, subjects
from rashomon.extract.passages import split
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId


def subject(text: str, title: str | None = None) -> subjects.Subject:
    """Return the subject of an undated English text."""
    read = reading.read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published(None, DateBasis.UNKNOWN),
        )
    )
    passages = split(
        read, times=[], counts=[], mentions=[], toponyms=[], seen=heads.read(read)
    )
    return subjects.of_document(passages, title)


@pytest.mark.parametrize(
    ("text", "anniversary"),
    [
        ("Ten years after the bombing, Alton remembers its dead.", True),
        ("A year on, survivors of the blast speak.", True),
        ("It is the third raid of the year on the refinery.", False),
        ("The blast comes almost a year after a bomb in another town.", False),
    ],
)
def test_years_on_mark_an_anniversary_only_at_the_head(
    text: str, anniversary: bool
) -> None:
    """Elsewhere they compare today's news with what came before."""
    assert subject(text).anniversary is anniversary


def test_mourning_is_no_anniversary() -> None:
    """A vigil is held for the dead of last week."""
    found = subject("Hundreds held a vigil for the dead of the attack in Alton.")
    assert found.mourning
    assert not found.anniversary


@pytest.mark.parametrize(
    "text",
    [
        "A live-fire drill begins at Alton on Friday. In the scenario mock raiders bomb a bridge.",
        "A late strike sank Alton in the derby. Dost fired home from 25 yards and the goalkeeper was beaten in the 88th minute.",
    ],
)
def test_drills_and_matches_tell_of_nothing_real(text: str) -> None:
    """Their words are those of war."""
    assert subject(text).unreal


def test_a_headline_helps_to_tell_a_drill() -> None:
    """The lead alone may have too few of its words."""
    text = "Troops began an exercise at Alton. Crews practised firing at boats."
    assert not subject(text).unreal
    assert subject(text, "Alton hosts a drill").unreal


def test_a_stoppage_is_one_whatever_the_heads_see() -> None:
    """Nurses who walk out look like an attack to the heads."""
    text = "Nurses in Alton began an indefinite strike over unpaid wages. The union said two patients had died."
    assert subject(text).other == "labour"


@pytest.mark.parametrize(
    ("text", "trial"),
    [
        ("Judge Ana Doe was shot dead. Five judges have been killed this year.", False),
        ("The murder of Judge Ana Doe shocked the town.", False),
        ("The judge sentenced him. The court was full.", True),
    ],
)
def test_a_judge_who_was_killed_makes_no_trial(text: str, trial: bool) -> None:
    """Only one who judges does."""
    assert subject(text).trial is trial


def test_a_headline_of_a_drill_needs_fewer_words() -> None:
    """Two words in all are enough where one is in the headline."""
    body = "Guards carried a mock device out of the hall. Shoppers looked on."
    assert subject(body, "Alton mall holds drill").unreal
    assert not subject(body, "Alton mall opens").unreal


def test_a_coroners_findings_are_a_courts() -> None:
    """A coroner who names the dead of today is none."""
    assert subject("The coroner found that the inquest had heard enough.").trial
    assert not subject("The coroner named two victims. The coroner wept.").trial


def test_runs_and_bowlers_are_sports() -> None:
    """An attack that bowlers make harms nobody."""
    text = "Alton won by six runs. The bowlers led the attack in the final over."
    assert subject(text).unreal
