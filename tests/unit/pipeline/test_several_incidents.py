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
    "Alnwick mourns its market traders\n\nA knifeman stabbed three traders to death and injured"
    " two shoppers in Alnwick on Monday, police said. A man was arrested. "
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
    text = f"{NEWS}On Tuesday night rioters burned bins outside the station. Fourteen constables were hurt."
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
        "Mill near Tula explodes, three dead\n\nA grain mill near Tula exploded and burned"
        " down. The blast killed three millers. Its tower has vanished. Nobody knows why."
        " Engines pump water from the pond. Families stand in the yard. The lane is shut."
        "\n\nIn March 2019 an explosion in the same mill killed 11 workers."
    )
    main, recalled = accounts_of(text, language="en")
    assert main.prominence is Prominence.MAIN
    assert killed(main) == {3}
    assert killed(recalled) == {11}


def test_what_had_already_been_is_another_incident() -> None:
    """In English and in Russian, without a day."""
    english = (
        "About 60 people were killed in street clashes in Lima on Sunday, police said."
        " The army closed the bridges. The first round of marches had already claimed"
        " 90 lives."
    )
    main, before = accounts_of(english, language="en")
    assert killed(main) == {60}
    assert killed(before) == {90}
    russian = (
        "Ночью 3 мая в Туле беспилотники атаковали склад зерна. Никто не погиб. В апреле"
        " дроны уже атаковали Тульскую область."
    )
    found = accounts_of(russian, language="ru")
    assert [a.prominence for a in found] == [Prominence.MAIN, Prominence.BACKGROUND]


def test_a_channel_called_like_a_town_is_no_place() -> None:
    """The town in Spain has nothing to do with it."""
    text = (
        "Five die in blast at a foundry in Ryazan, the Telegram channel Baza reports. The"
        " foundry's roof fell in on Friday. Ten people were injured."
    )
    (only,) = accounts_of(text, published="2024-05-04", language="en")
    assert places(only) == {"Ryazan"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Warplanes bombed tunnels in northern Iraq on Monday, the ministry said."
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
