"""Which reports are passed over, and that nothing can be told of them."""

from __future__ import annotations

import pytest

from rashomon.extract import first_look
from rashomon.extract.reading import sentences_of
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.pipeline import stages


def document(text: str, language: str = "en") -> Document:
    """Return a report of 3 May 2024."""
    return Document(
        id=DocumentId("d1"),
        text=text,
        raw_sha256="",
        origin="test",
        language=language,
        published=Published("2024-05-03", DateBasis.GIVEN),
    )


NOTHING = (
    "The council of Velm voted on Monday to widen the ring road. The mayor said that the"
    " works would begin in June and cost two million."
)


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit the fuel depot in Velm on Monday, the mayor said.",
        "Gunmen seized two teachers on the road to Velm on Thursday.",
        "A ferry sank off Velm on Monday, drowning at least 20 people.",
        "A power plant caught fire in the Velm region on Wednesday.",
        "Unknown men set a mobile-phone mast alight in Velm.",
        f"{NOTHING} Nobody was hurt when a house collapsed.",
    ],
)
def test_what_may_tell_of_an_incident_is_read(text: str) -> None:
    """A deed, a disaster, and one told in passing."""
    assert first_look.may_report(sentences_of(document(text)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NOTHING, "en"),
        ("", "en"),
        ("Совет города Вельм решил в понедельник расширить дорогу.", "ru"),
    ],
)
def test_what_tells_of_none_is_passed_over(
    text: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a look at names, places and speech; read in full it gives no account."""
    report = document(text, language)
    assert not first_look.may_report(sentences_of(report))
    monkeypatch.setattr(first_look, "may_report", lambda _: True)
    assert stages.read_accounts(report) == ()


def test_what_is_passed_over_is_not_read_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The rest would break; it is not asked."""

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(stages.mentions, "find", refuse)
    assert stages.read_accounts(document(NOTHING)) == ()
    with pytest.raises(AssertionError):
        stages.read_accounts(document("A bomb killed two people in Velm on Monday."))


def test_what_the_heads_do_not_read_is_read_further() -> None:
    """A fragment with a word of a deed: they saw whole sentences when they were trained."""
    text = f"Bomb kills two\n\n{NOTHING}"
    assert first_look.may_report(sentences_of(document(text)))
