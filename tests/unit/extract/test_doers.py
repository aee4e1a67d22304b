"""Who did it by name, off the parse."""

from __future__ import annotations

import pytest

from rashomon.extract import doers
from rashomon.extract.reading import read
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId
from rashomon.model.value import Perpetrator


def named(text: str, language: str = "en") -> list[str]:
    """Return the names of those who did it in a text."""
    document = Document(
        id=DocumentId("d"), text=text, raw_sha256="", origin="test", language=language
    )
    found = doers.find(read(document))
    return [s.value.name for s in found if isinstance(s.value, Perpetrator)]


@pytest.mark.parametrize(
    "text",
    [
        "Ian Dovel, 40, stabbed six people in a hall.",
        "Ian Dovel, who shot four students, fled.",
        "Ian Dovel fired at the guards.",
    ],
)
def test_the_subject_of_a_killing_did_it(text: str) -> None:
    """By name, behind an age, in a clause of its own."""
    assert named(text) == ["Ian Dovel"]


@pytest.mark.parametrize(
    "text",
    [
        "Officer Jane Marlow shot the attacker.",
        "Ian Dovel did not kill anybody.",
        "A lorry killed two people.",
        "Ian Dovel was shot at a fair.",
        "The guards fired at Ian Dovel.",
    ],
)
def test_others_did_not(text: str) -> None:
    """Who stops an attacker, who is harmed, a thing, what did not happen."""
    assert named(text) == []


def test_without_a_parse_nobody_is_read() -> None:
    """Other languages have no parse."""
    assert named("Ян Довель убил двух человек.", "ru") == []
