"""What a time dates: the deed, the telling, the aftermath or the writing."""

from __future__ import annotations

import pytest

from rashomon.extract.reading import read
from rashomon.extract.time_roles import (
    governing_verb,
    is_date_of_writing,
    is_of_aftermath,
    is_of_speech,
    leads_to_aftermath,
)
from rashomon.model.document import Document, Span
from rashomon.model.ids import DocumentId


def span_of(text: str, words: str) -> Span:
    """Return where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def roles(text: str, words: str) -> tuple[bool, bool]:
    """Say whether the time in an English sentence is of speech, and of aftermath."""
    document = Document(
        id=DocumentId("d"), text=text, raw_sha256="", origin="test", language="en"
    )
    verb = governing_verb(read(document), span_of(text, words))
    return is_of_speech(verb), is_of_aftermath(verb)


def test_a_day_of_speech_is_not_the_deeds() -> None:
    """Officials said on Tuesday: the Tuesday is theirs."""
    text = "Officials said on Tuesday that a depot had burned."
    assert roles(text, "Tuesday") == (True, False)


def test_a_day_in_court_is_aftermath() -> None:
    """He was charged on Friday: nothing was hit on that day."""
    text = "Ivo Karr was charged on Friday with murder."
    assert roles(text, "Friday") == (False, True)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Drones set two depots in Velm ablaze on Tuesday.", False),
        ("Bail was set on Tuesday.", True),
        ("A gunman entered a bar on Tuesday.", False),
        ("The gunman entered a guilty plea on Tuesday.", True),
    ],
)
def test_what_is_set_or_entered_tells_whether_it_is_aftermath(
    text: str, after: bool
) -> None:
    """A depot is set ablaze and a bar is entered by gunmen; bail and pleas are of court."""
    assert roles(text, "Tuesday") == (False, after)


def test_the_deeds_own_day_is_neither() -> None:
    """A gunman opened fire on Wednesday."""
    text = "A gunman opened fire on Wednesday in Velm."
    assert roles(text, "Wednesday") == (False, False)


def test_without_a_parse_no_verb_is_found() -> None:
    """What cannot be parsed has no governing verb, and no role follows from it."""
    text = "Взрыв прогремел в среду."
    document = Document(
        id=DocumentId("d"), text=text, raw_sha256="", origin="test", language="ru"
    )
    assert governing_verb(read(document), span_of(text, "среду")) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("Karr was taken into custody ", True), ("A bomb went off in Velm on ", False)],
)
def test_words_before_a_day_can_make_it_aftermath(before: str, after: bool) -> None:
    """ "Into custody on …" is what came after; "went off on …" is the deed."""
    assert leads_to_aftermath(before) is after


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("VELM, May 3 - A depot burned.", "May 3"),
        ("Depot burns in Velm Posted: Friday, May 3, 2024 5:16 PM EDT", "May 3, 2024"),
        ("Five die in Velm\n\nVelm (XX), October 26\n\nA depot burned.", "October 26"),
        ("Depot burns Sunday, June 1, 2025 10:30:00 AM\n\nIt fell.", "Sunday, June 1, 2025"),
        ("World | May 3, 2024, Friday // 14:02\n\nA depot burned.", "Friday"),
        ("(Published Tuesday, May 7, 2024)", "May 7, 2024"),
    ],
)  # fmt: skip
def test_datelines_and_stamps_are_dates_of_writing(text: str, words: str) -> None:
    """The day a page was written or posted says nothing of its news by itself."""
    assert is_date_of_writing(text, span_of(text, words), dated=words != "Friday")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bombing kills five in Velm on May 3\n\nIt was a market day.", "May 3"),
        ("A depot burned on May 3, the mayor said.", "May 3"),
        ("It burned on Friday (May 3)\n", "May 3"),
    ],
)
def test_a_date_that_a_sentence_leads_to_is_its_own(text: str, words: str) -> None:
    """ "On May 3" at the end of a headline is the day of what it tells."""
    assert not is_date_of_writing(text, span_of(text, words), dated=True)
