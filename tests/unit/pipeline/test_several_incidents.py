"""Reports that tell of more than one incident, read as a whole."""

from __future__ import annotations

import pytest

from rashomon.clean.documents import clean
from rashomon.ingest.raw import raw_of_fields
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute
from rashomon.model.document import Document
from rashomon.model.value import Count, GeoPrecision, Where
from rashomon.pipeline.stages import read_accounts

NEWS = (
    "Knife attack in Alnwick: an update\n\nThree people were killed and two were injured in a"
    " knife attack at a market in Alnwick on Monday, police said. A man was arrested. "
)


def accounts_of(text: str, **known: str) -> tuple[Account, ...]:
    """Return the accounts of an invented report."""
    document = clean(raw_of_fields({"text": text, **known}, b"", "test"))
    assert isinstance(document, Document)
    return read_accounts(document)


def killed(account: Account) -> set[int]:
    """Return the tolls of an account."""
    return {
        c.value.low
        for c in account.claims
        if c.attribute is Attribute.KILLED and isinstance(c.value, Count)
    }


def places(account: Account) -> set[str]:
    """Return the names of an account's place."""
    return {c.value.name for c in account.claims if isinstance(c.value, Where)}


def test_a_riot_a_day_later_is_no_part_of_the_stabbing() -> None:
    """Its injured are not the market's."""
    text = f"{NEWS}On Tuesday night rioters threw bricks at officers in the town. More than 20 officers were hurt."
    found = accounts_of(text, published="2024-05-16", language="en")
    assert {a.type for a in found} == {IncidentType.STABBING, IncidentType.RIOT}
    riot = next(a for a in found if a.type is IncidentType.RIOT)
    assert riot.prominence is Prominence.BACKGROUND
    stabbed = next(a for a in found if a.type is IncidentType.STABBING)
    hurt = {
        c.value.low
        for c in stabbed.claims
        if c.attribute is Attribute.INJURED and isinstance(c.value, Count)
    }
    assert hurt == {2}


def test_a_town_nearby_that_was_hit_as_well_has_a_toll_of_its_own() -> None:
    """Sixty kilometres are no limit where the words say so."""
    text = (
        "Shells hit a school in Irpin on Monday and killed four people, the mayor said."
        " Officials reported that homes in Boryspil were shelled as well and that nine"
        " people died there."
    )
    main, other = accounts_of(text, published="2024-05-07", language="en")
    assert killed(main) == {4}
    assert killed(other) == {9}
    assert places(other) == {"Boryspil"}


def test_an_undated_report_recalls_by_month_or_year() -> None:
    """Its own day a report does not tell by the month in the fifth sentence."""
    text = (
        "Powder works near Ryazan explode, three dead\n\nA workshop of the powder works"
        " near Ryazan blew up and caught fire. Three people lost their lives. Nothing is"
        " left of the building. The cause is unknown. Firefighters are still at work."
        " Relatives wait at the gate. The road is closed.\n\nIn October 2021 there was an explosion at the"
        " same place; 17 people died."
    )
    main, recalled = accounts_of(text, language="en")
    assert main.prominence is Prominence.MAIN
    assert killed(main) == {3}
    assert killed(recalled) == {17}


def test_what_had_already_been_is_another_incident() -> None:
    """In English and in Russian, without a day."""
    english = (
        "Nearly 100 people were killed in violent clashes in Dhaka on Sunday, police said."
        " A curfew was declared. The first wave of demonstrations had already cost over"
        " 150 lives."
    )
    main, before = accounts_of(english, language="en")
    assert killed(main) == {100}
    assert killed(before) == {150}
    russian = (
        "Утром 21 декабря в Казани дроны врезались в жилые дома. Пострадавших нет. Весной"
        " беспилотники уже долетали до Татарстана."
    )
    found = accounts_of(russian, language="ru")
    assert [a.prominence for a in found] == [Prominence.MAIN, Prominence.BACKGROUND]


def test_a_channel_called_like_a_town_is_no_place() -> None:
    """The town in Spain has nothing to do with it."""
    text = (
        "Five dead after blast at plant in Ryazan, says the Telegram channel Baza. The"
        " blast tore through a workshop on Friday. Ten people were injured."
    )
    (only,) = accounts_of(text, published="2024-05-04", language="en")
    assert places(only) == {"Ryazan"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Jets bombed caves of the group in northern Iraq on Monday, the ministry said."
            " Twenty fighters died.",
            "northern Iraq",
            "IQ",
        ),
        (
            "Two people were killed by a stray missile in a Polish village on Monday, the"
            " government said. The missile hit a barn.",
            "Poland",
            "PL",
        ),
    ],
)
def test_a_place_without_a_name_is_told_as_closely_as_the_words_do(
    text: str, name: str, country: str
) -> None:
    """A side of a country, or no more than the country; neither is a town."""
    (only,) = accounts_of(text, published="2024-05-07", language="en")
    told = [c.value for c in only.claims if isinstance(c.value, Where)]
    assert {t.name for t in told} == {name}
    assert {t.country for t in told} == {country}
    assert all(t.precision in {GeoPrecision.REGION, GeoPrecision.COUNTRY} for t in told)
