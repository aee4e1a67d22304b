"""Which of a report's times become the date of what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.extract import accounts, dates, mentions
from rashomon.extract.reading import read
from rashomon.link.places import resolve
from rashomon.model.account import Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import DateBasis, Document, Published
from rashomon.model.ids import DocumentId
from rashomon.model.value import Unanchored, Where
from rashomon.pipeline.stages import gazetteer


def date_claims(
    text: str, published: str | Published | None = "2024-05-03", language: str = "en"
) -> list[Claim]:
    """Return the dates claimed by the main account of a report of Friday, 3 May."""
    basis = DateBasis.GIVEN if published else DateBasis.UNKNOWN
    if not isinstance(published, Published):
        published = Published(published, basis)
    reading = read(
        Document(
            id=DocumentId("d"),
            text=text,
            raw_sha256="",
            origin="test",
            language=language,
            published=published,
        )
    )
    found = accounts.group(
        reading,
        times=dates.find(reading),
        counts=[],
        attributions=[],
        mentions=[],
        toponyms=[],
    )
    main = [a for a in found if a.prominence is Prominence.MAIN]
    return [c for a in main for c in a.claims if c.attribute is Attribute.DATE]


def values(text: str, published: str | None = "2024-05-03") -> set[str]:
    """Return the dates claimed, as they are written."""
    return {str(claim.value) for claim in date_claims(text, published)}


def test_an_arrest_does_not_date_the_shooting() -> None:
    """The day of the deed is chosen, not the day of the arrest for it."""
    text = (
        "A gunman opened fire in a bar on Monday, killing two people."
        " Ivo Karr was arrested on Thursday."
    )
    assert values(text) == {"2024-04-29"}


def test_a_page_stamp_does_not_date_the_shooting() -> None:
    """ "Posted" is when the page was put up."""
    text = (
        "Two killed in bar shooting Posted: Friday, May 3, 2024 5:16 PM EDT\n\n"
        "A gunman opened fire in a bar late on Monday, killing two people."
    )
    assert values(text) == {"2024-04-29"}


def test_a_day_in_a_sentence_without_the_deed_dates_it_for_want_of_better() -> None:
    """Where only the emergency call has a day, that day is the incident's."""
    text = (
        "A boy was shot dead in a car park, police said.\n\n"
        "A crew took him to a hospital on Thursday."
    )
    assert values(text) == {"2024-05-02"}


def test_a_day_only_of_speech_bounds_the_deed() -> None:
    """News that was told on Thursday was of that day or the one before, and says so."""
    text = "A bomb explosion killed two people in a bar, police said on Thursday."
    assert values(text) == {"2024-05-01/2024-05-02"}


def test_a_time_of_day_alone_is_of_the_day_or_the_one_before() -> None:
    """ "Around 8 p.m." in a dated report gives two days, never one invented."""
    text = "Two people were shot dead in a bar. The shooting happened around 8 p.m."
    assert values(text) == {"2024-05-02/2024-05-03"}


def test_a_time_of_day_is_laid_to_the_day_that_is_told() -> None:
    """Another sentence names the day; the clock is of that day."""
    text = "A bomb killed two people in a bar on Thursday. The shooting began at 8 p.m."
    assert values(text) == {"2024-05-02", "2024-05-02T20:00:00"}


def test_a_dateline_alone_bounds_fresh_news() -> None:
    """A dated report with no day of its own tells of that day or the one before."""
    text = "VELM, May 3 - A bomb explosion killed two people in a bar."
    assert values(text) == {"2024-05-02/2024-05-03"}


def test_a_dateline_does_not_bound_a_report_from_court() -> None:
    """A trial is no news of the deed, so its dateline says nothing of the day."""
    text = (
        "VELM, May 3 - Ivo Karr pleaded guilty in court to the bomb explosion that"
        " killed two people in a bar."
    )
    assert values(text) == set()


def test_a_weekday_that_nothing_anchors_is_kept_as_one() -> None:
    """A page that nobody dates still says that it was a Monday."""
    text = "A gunman opened fire in a bar on Monday, killing two people."
    assert values(text, None) == {"XXXX-WXX-1"}


def test_an_exact_day_narrows_a_month() -> None:
    """ "Last month", and further down the very day: both are claimed."""
    text = (
        "Two people were shot dead in a bar last month.\n\n"
        "The shooting happened on April 20."
    )
    assert "2024-04-20" in values(text)


def test_days_from_one_to_another_are_one_range() -> None:
    """ "Between April 28 and April 30" is one time of three days."""
    text = "Gunmen attacked the town between April 28 and April 30, killing two people."
    assert values(text) == {"2024-04-28/2024-04-30"}


@pytest.mark.parametrize("published", [None, "2024-05-03"])
def test_times_after_publication_are_not_claimed(published: str | None) -> None:
    """A hearing to come dates nothing that has happened."""
    text = "Gunmen shot two people dead in a bar. A hearing is due on 9 May 2024."
    day = date(2024, 5, 9).isoformat()
    if published:
        assert day not in values(text, published)
    else:
        assert isinstance(values(text, published), set)


def test_the_weekday_of_the_news_stands_apart_from_dates_of_earlier_raids() -> None:
    """Where nothing says which Monday, "January 24" is of another raid."""
    text = (
        "Third drone strike of the year on Alton refinery\n\n"
        "Drones came at the city early on Monday, residents wrote.\n\n"
        "A drone strike of January 24 had set the refinery on fire.\n"
    )
    told = [c.value for c in date_claims(text, published=None)]
    assert [v.timex for v in told if isinstance(v, Unanchored)] == ["XXXX-WXX-1"]


@pytest.mark.parametrize(
    ("again", "place"),
    [
        ("Last November drones hit the Kupol plant and nobody in Russia died.", True),
        ("Last November drones hit a depot and nobody in Russia died.", False),
    ],
)
def test_an_earlier_strike_on_what_bears_one_name_was_there(
    again: str, *, place: bool
) -> None:
    """A country named beside it is no other place."""
    text = (
        "A drone strike hit the Kupol plant in Izhevsk on Monday and killed three.\n\n"
        + again
    )
    reading = read(
        Document(
            id=DocumentId("d"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published("2024-05-03", DateBasis.GIVEN),
        )
    )
    named = mentions.find(reading)
    found = accounts.group(
        reading,
        times=dates.find(reading),
        counts=[],
        attributions=[],
        mentions=named,
        toponyms=resolve(text, named, gazetteer(), language="en"),
    )
    (passing,) = [a for a in found if a.prominence is Prominence.BACKGROUND]
    names = {c.value.name for c in passing.claims if isinstance(c.value, Where)}
    assert ("Izhevsk" in names) is place


def test_a_conflict_of_two_anchors_is_a_claim() -> None:
    """The page prints one day and its metadata has another: "Friday" is claimed twice."""
    published = Published("2024-05-03", DateBasis.TEXT, rival="2024-08-02")
    text = "A gunman opened fire in a bar in Velm on Wednesday, killing two people."
    claimed = {(str(c.value), c.is_rival) for c in date_claims(text, published)}
    assert claimed == {("2024-05-01", False), ("2024-07-31", True)}


def test_a_conflict_of_two_anchors_bounds_what_was_told() -> None:
    """So is the day on which it was told."""
    published = Published("2024-05-03", DateBasis.TEXT, rival="2024-08-02")
    text = "A bomb explosion killed two people in a bar, police said on Thursday."
    claimed = {(str(c.value), c.is_rival) for c in date_claims(text, published)}
    assert claimed == {
        ("2024-05-01/2024-05-02", False),
        ("2024-07-31/2024-08-01", True),
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Detectives are probing a fatal stabbing Monday night in Velm.",
            "2024-04-29/2024-04-30",
        ),
        (
            "Officers are looking into a stabbing overnight that hurt a child in Alton.",
            "2024-05-02/2024-05-03",
        ),
        ("Officers were called to a stabbing in Velm on Tuesday.", "2024-04-30"),
        (
            "Detectives are hunting for a man who opened fire on Sunday.",
            "2024-04-28",
        ),
    ],
)
def test_what_is_looked_into_is_of_the_day_behind_it(text: str, day: str) -> None:
    """The night is the shooting's, neither the detectives' nor one to come."""
    assert values(text) == {day}


def test_what_was_said_of_what_is_looked_into_is_not_its_day() -> None:
    """A verb stands between."""
    text = (
        "Police investigating a shooting in Velm said on Tuesday that a man had died."
    )
    assert "2024-04-30" not in values(text)


def test_a_day_that_is_an_end_dates_nothing_narrower() -> None:
    """ "On or before Tuesday" is no Tuesday."""
    text = "A gunman killed two people in Velm on or before Tuesday, police said."
    assert values(text) == {"../2024-04-30"}
