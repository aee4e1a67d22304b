"""What else a report may be about."""

from __future__ import annotations

import pytest

from rashomon.extract import heads, reading, subjects
from rashomon.extract.passages import split
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId


def subject(text: str) -> subjects.Subject:
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
    return subjects.of_document(passages)


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
