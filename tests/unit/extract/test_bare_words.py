"""Reports whose only sign of a deed is a word for death, or the heads' word."""

from __future__ import annotations

import pytest

from rashomon.clean.documents import clean
from rashomon.ingest.raw import raw_of_fields
from rashomon.model.account import Prominence
from rashomon.model.document import Document
from rashomon.pipeline.stages import read_accounts


def mains(title: str, text: str) -> list[str]:
    """Return the types of what a report is about."""
    fields = {"title": title, "text": text, "published": "2024-05-14"}
    document = clean(raw_of_fields(fields, b"", "test"))
    assert isinstance(document, Document)
    accounts = read_accounts(document)
    return [a.type for a in accounts if a.prominence is Prominence.MAIN]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Folk band's guitars stolen in Alton",
            "The band's van was emptied outside a hotel in Alton on Friday night."
            " Police ask anybody who is offered the guitars to call.",
        ),
        (
            "Former governor Ann Doe dies at 84",
            "Ann Doe, who was governor for three terms, died on Monday at age 84 of"
            " heart failure in a hospice in Alton. She had long fought an illness.",
        ),
        (
            "Frozen puppy rescued from brink of death in Alton",
            "A puppy that was left for dead in the snow in Alton on Monday is well,"
            " the shelter said. The dog will soon have a home.",
        ),
    ],
)
def test_a_theft_and_a_death_of_age_are_no_incidents(title: str, text: str) -> None:
    """Whatever the heads see in them."""
    assert mains(title, text) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Two bodies found in Alton",
            "The bodies of two men with gunshot wounds were found in a field near"
            " Alton on Monday, police said.",
        ),
        (
            "Mayor murdered in Alton",
            "The mayor of Alton was murdered in his office on Monday, police said.",
        ),
        (
            "Farmer killed in Alton",
            "A farmer was killed outside his home in Alton on Monday by two men with"
            " machetes, police said.",
        ),
    ],
)
def test_who_was_killed_is_an_incident(title: str, text: str) -> None:
    """A word of harm is enough."""
    assert len(mains(title, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Masked men set a police car alight in Velm on Monday night.",
        "Two villages near Alton were overrun by insurgents on Sunday, residents said.",
        "Vandals smashed the windows of a synagogue in Alton on Friday night.",
    ],
)
def test_a_deed_without_a_word_of_the_lexicon_has_a_doer(text: str) -> None:
    """Who did it is named, so that the heads are believed."""
    assert mains("", text)
