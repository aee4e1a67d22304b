"""How a report is divided into accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rashomon.extract import accounts
from rashomon.extract.reading import Reading, read
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute
from rashomon.model.document import DateBasis, Document, Published, Span
from rashomon.model.ids import DocumentId
from rashomon.model.mention import CountMention, TimeMention, Toponym
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    When,
    Where,
)


def reading(text: str, published: str | None = "2024-05-03") -> Reading:
    """Read an English text published on a day."""
    basis = DateBasis.GIVEN if published else DateBasis.UNKNOWN
    return read(
        Document(
            id=DocumentId("d1"),
            text=text,
            raw_sha256="",
            origin="test",
            language="en",
            published=Published(published, basis),
        )
    )


def span_of(text: str, words: str) -> Span:
    """Return where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def day(text: str, words: str, when: date) -> TimeMention:
    """Make a time mention of one day."""
    return TimeMention(
        span=span_of(text, words),
        when=When(when, when, TimePrecision.DAY),
        timex=when.isoformat(),
        rule="test",
        relative=False,
    )


def town(text: str, name: str, lat: float, lon: float) -> Toponym:
    """Make a resolved town."""
    where = Where(name, GeoPrecision.SETTLEMENT, Point(lat, lon), "XX", "Region", 1)
    return Toponym(span=span_of(text, name), text=name, where=where)


def killed(text: str, words: str, number: int) -> CountMention:
    """Make a count of people killed."""
    return CountMention(
        span=span_of(text, words),
        attribute=Attribute.KILLED,
        count=Count(number, number),
        rule="test",
    )


def group(
    read_text: Reading,
    times: list[TimeMention] | None = None,
    counts: list[CountMention] | None = None,
    toponyms: list[Toponym] | None = None,
) -> list[Account]:
    """Group with nothing attributed and no names."""
    return accounts.group(
        read_text,
        times=times or [],
        counts=counts or [],
        attributions=[],
        mentions=[],
        toponyms=toponyms or [],
    )


def test_a_report_of_one_strike_is_one_main_account() -> None:
    """What the report is about is main, and carries the claims of its sentences."""
    text = "A drone strike hit a depot in Alton on Thursday. Four people were killed."
    found = group(
        reading(text),
        times=[day(text, "Thursday", date(2024, 5, 2))],
        counts=[killed(text, "Four people were killed", 4)],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    (account,) = found
    assert account.prominence is Prominence.MAIN
    assert account.type is IncidentType.DRONE_STRIKE
    assert {Attribute.DATE, Attribute.PLACE, Attribute.KILLED} <= {
        c.attribute for c in account.claims
    }


def test_another_day_and_town_is_an_account_in_the_background() -> None:
    """A second incident in another town on another day stays apart."""
    text = (
        "A drone strike killed four people in Alton on Thursday. "
        "In a separate attack on April 12 a missile strike killed nine in Borton."
    )
    found = group(
        reading(text),
        times=[
            day(text, "Thursday", date(2024, 5, 2)),
            day(text, "April 12", date(2024, 4, 12)),
        ],
        counts=[
            killed(text, "killed four people", 4),
            killed(text, "killed nine", 9),
        ],
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    by_prominence = {a.prominence: a for a in found}
    assert set(by_prominence) == {Prominence.MAIN, Prominence.BACKGROUND}
    passing = by_prominence[Prominence.BACKGROUND]
    tolls = [c.value for c in passing.claims if c.attribute is Attribute.KILLED]
    assert tolls == [Count(9, 9)]


HEADLINE = "Missile strike on bakery in Alton kills four people\n\n"


@pytest.mark.parametrize(
    ("lead", "accounts_told"),
    [
        # Its town is the governor's; two words of the headline are told again.
        ("A missile strike tore through a bakery, officials in Borton said.", 1),
        ("Officials in Borton said that a missile strike tore through it.", 1),
        ("A separate missile strike hit a bakery in Borton on Thursday.", 2),
        ("Gunmen shot dead nine people in Borton on Thursday.", 2),
    ],
)
def test_the_lead_is_of_the_headlines_incident(lead: str, accounts_told: int) -> None:
    """Wherever it is written, unless it names another or tells nothing again."""
    text = HEADLINE + lead
    found = group(
        reading(text),
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    assert len(found) == accounts_told


def test_the_next_of_two_is_told_after_the_first() -> None:
    """Whatever it cost: the report is about the one that it tells of first."""
    text = (
        "Bombs destroy two dams.\n\nA bomb destroyed a dam at Alton on Thursday."
        " Several hours later a bomb tore open a dam at Borton and a guard was killed."
    )
    found = group(
        reading(text),
        counts=[killed(text, "a guard was killed", 1)],
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    places = {
        a.prominence: [c.value.name for c in a.claims if isinstance(c.value, Where)]
        for a in found
    }
    assert places == {Prominence.MAIN: ["Alton"], Prominence.BACKGROUND: ["Borton"]}


def test_what_a_strike_answered_is_told_apart_wherever_it_is_recalled() -> None:
    """The report is about the strike, though what it recalls cost more lives."""
    text = (
        "Jets strike camps after Alton bombing\n\n"
        "Jets bombed camps in the hills of Borton, after the bombing in Alton.\n\n"
        "Recall that a bomb exploded in Alton. Seven people were killed."
    )
    found = group(
        reading(text, "2024-05-03"),
        counts=[killed(text, "Seven people were killed", 7)],
        toponyms=[town(text, "Borton", 50.0, 30.0), town(text, "Alton.", 55.0, 37.0)],
    )
    tolls = {
        a.prominence: [c.value.low for c in a.claims if isinstance(c.value, Count)]
        for a in found
    }
    assert tolls == {Prominence.MAIN: [], Prominence.BACKGROUND: [7]}


def test_a_sentence_that_begins_with_it_goes_on_with_the_one_before() -> None:
    """What else would "it" be: the dam in the other town, not the report's own."""
    text = (
        "A bomb destroyed a dam at Alton on Thursday and killed a guard.\n\n"
        "Police told of a second dam, at Borton. It burst on Thursday after a bomb."
    )
    found = group(
        reading(text),
        times=[day(text, "Thursday", date(2024, 5, 2))],
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    told = {a.prominence: text.index(a.span.of(text)) for a in found}
    assert set(told) == {Prominence.MAIN, Prominence.BACKGROUND}
    assert told[Prominence.BACKGROUND] > text.index("Police")


def test_the_attack_is_the_one_that_was_told_of() -> None:
    """Another town beside "the attack" is where somebody spoke of it, or lives."""
    text = (
        "A missile strike killed four people in Alton on Thursday. "
        "A group from Borton claimed responsibility for the attack in Borton."
    )
    found = group(
        reading(text),
        times=[day(text, "Thursday", date(2024, 5, 2))],
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (date(2017, 1, 1), date(2017, 12, 31), TimePrecision.YEAR),
        (date(2017, 5, 1), date(2017, 5, 31), TimePrecision.MONTH),
    ],
)
def test_a_year_or_month_recalls_another_incident_than_mondays(
    first: date, last: date, precision: TimePrecision
) -> None:
    """Where nothing says which Monday it was, the two cannot be compared as days."""
    text = (
        "A riot in Alton prison killed nine people on Monday. "
        "In 2017 an attack freed hundreds from Alton prison."
    )
    monday = TimeMention(
        span=span_of(text, "Monday"),
        when=None,
        timex="XXXX-WXX-1",
        rule="weekday",
        relative=True,
    )
    long_ago = replace(day(text, "2017", first), when=When(first, last, precision))
    found = group(
        reading(text, None),
        times=[monday, long_ago],
        counts=[killed(text, "killed nine people", 9)],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    assert [a.prominence for a in found] == [Prominence.MAIN, Prominence.BACKGROUND]


def test_a_drill_is_no_account() -> None:
    """An exercise tells of nothing that happened."""
    text = (
        "Town holds exercise for a drone strike. The drill starts on Monday. "
        "In the scenario a tank explodes, and the training ends at noon."
    )
    assert group(reading(text)) == []


def test_a_quiet_report_is_no_account() -> None:
    """A report that tells of no incident gives none."""
    assert group(reading("The library opens a new reading room in June.")) == []


def test_an_old_incident_is_recalled_not_reported() -> None:
    """What happened long before publication is background, not what is new."""
    text = "A bombing killed twelve people in Alton on 3 June 2019."
    (account,) = group(
        reading(text),
        times=[day(text, "3 June 2019", date(2019, 6, 3))],
        counts=[killed(text, "killed twelve people", 12)],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    assert account.prominence is Prominence.BACKGROUND


def test_a_sentence_of_long_ago_is_not_what_the_report_is_about() -> None:
    """However strong its words, the worst of the years before is recalled."""
    text = (
        "Three shells hit a mill in Alton on Wednesday, injuring two people. "
        "A bombing killed ninety people in Borton on 3 June 2019."
    )
    found = group(
        reading(text),
        times=[
            day(text, "Wednesday", date(2024, 5, 1)),
            day(text, "3 June 2019", date(2019, 6, 3)),
        ],
        counts=[
            killed(text, "injuring two people", 2),
            killed(text, "killed ninety people", 90),
        ],
        toponyms=[town(text, "Alton", 50.0, 30.0), town(text, "Borton", 55.0, 37.0)],
    )
    (main,) = [a for a in found if a.prominence is Prominence.MAIN]
    assert dates_of(main) == ["2024-05-01"]


def test_every_claim_lies_in_the_text() -> None:
    """No span points outside the report."""
    text = "Gunmen opened fire in Alton on Thursday. A video shows the market burning."
    read_text = reading(text)
    for account in group(read_text, times=[day(text, "Thursday", date(2024, 5, 2))]):
        for claim in account.claims:
            assert 0 <= claim.span.start < claim.span.end <= len(text)


def test_the_same_report_gives_the_same_accounts() -> None:
    """Nothing depends on chance or on what was read before."""
    text = "A blast tore through a market in Alton on Thursday, killing four people."
    first = group(reading(text), toponyms=[town(text, "Alton", 50.0, 30.0)])
    second = group(reading(text), toponyms=[town(text, "Alton", 50.0, 30.0)])
    assert first == second


def dates_of(account: Account) -> list[str]:
    """Return an account's dates as written."""
    return [str(c.value) for c in account.claims if c.attribute is Attribute.DATE]


def test_a_time_of_speech_is_not_the_incident() -> None:
    """ "Officials said on Friday": it was by then, on that day or the one before."""
    text = "A blast killed four people in Alton, officials said on Friday."
    (account,) = group(
        reading(text),
        times=[day(text, "Friday", date(2024, 5, 3))],
        counts=[killed(text, "killed four people", 4)],
    )
    assert dates_of(account) == ["2024-05-02/2024-05-03"]


def test_what_was_told_long_before_publication_dates_nothing() -> None:
    """A report of weeks later only recalls when somebody spoke."""
    text = "A blast killed four people in Alton, officials said on Friday."
    (account,) = group(
        reading(text, published="2024-05-31"),
        times=[day(text, "Friday", date(2024, 5, 3))],
        counts=[killed(text, "killed four people", 4)],
    )
    assert dates_of(account) == []


def test_the_day_of_the_deed_outranks_the_day_of_the_hunt() -> None:
    """The time that hangs on the word of harm is the incident's."""
    text = (
        "Officers took part on Thursday in a search for the man behind the shooting in"
        " Alton. He opened fire on Wednesday and killed four people."
    )
    (account,) = group(
        reading(text),
        times=[
            day(text, "Thursday", date(2024, 5, 2)),
            day(text, "Wednesday", date(2024, 5, 1)),
        ],
        counts=[killed(text, "killed four people", 4)],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    assert dates_of(account) == ["2024-05-01"]


def test_a_year_told_in_a_report_without_a_day_is_another_incident() -> None:
    """The news is of these weeks, so an October years ago is told in passing."""
    text = (
        "An explosion tore through a powder plant in Alton and killed four people.\n"
        "In October 2021 an explosion in a workshop of the plant killed nine workers."
    )
    october = TimeMention(
        span=span_of(text, "October 2021"),
        when=When(date(2021, 10, 1), date(2021, 10, 31), TimePrecision.MONTH),
        timex="2021-10",
        rule="test",
        relative=False,
    )
    main, passing = group(
        reading(text),
        times=[october],
        counts=[
            killed(text, "killed four people", 4),
            killed(text, "killed nine workers", 9),
        ],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    assert main.prominence is Prominence.MAIN
    assert passing.prominence is Prominence.BACKGROUND
    assert [c.value for c in main.claims if c.attribute is Attribute.KILLED] == [
        Count(4, 4)
    ]


def test_the_day_of_the_court_is_not_the_day_of_the_deed() -> None:
    """A sentence of today for a murder that has no day is no news of a murder."""
    text = (
        "Man jailed for the murder of a shopkeeper. A court in Alton sentenced him on"
        " Friday for the murder. He stabbed the shopkeeper to death, the court heard."
    )
    found = group(
        reading(text),
        times=[day(text, "Friday", date(2024, 5, 3))],
        toponyms=[town(text, "Alton", 50.0, 30.0)],
    )
    assert found
    assert all(a.prominence is Prominence.BACKGROUND for a in found)


def test_a_deed_told_only_deep_in_a_report_is_told_in_passing() -> None:
    """What the heads are sure of further down is an account, but not the subject."""
    talk = "The council spoke about the budget for roads and schools again. " * 16
    text = (
        f"{talk}Gunmen kidnapped the mayor from his home and killed two guards. "
        "The kidnappers, members of a gang, demanded a ransom for the mayor."
    )
    found = group(reading(text))
    assert [a.type for a in found] == [IncidentType.KIDNAPPING]
    assert found[0].prominence is Prominence.BACKGROUND
