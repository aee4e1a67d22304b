"""Where an outlet is at home."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.link import outlets, places
from rashomon.link.outlets import UNKNOWN
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind
from rashomon.store.gazetteer import Feature, Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the machine's gazetteer, compiled on first use."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def _division(name: str, gazetteer: Gazetteer) -> int:
    return next(
        m.entry.geonameid
        for m in gazetteer.named(name)
        if m.entry.feature is Feature.ADMIN1 and m.entry.country == "US"
    )


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://beispielbote.de/artikel/1", "DE"),
        ("https://north-herald.co.uk/a", "GB"),
        ("https://wxqz.com/news/1", "US"),
    ],
)
def test_an_ending_or_a_call_sign_tells_the_country(
    url: str, country: str, gazetteer: Gazetteer
) -> None:
    """A country's own ending is its home; stations of the United States begin with K or W."""
    assert outlets.home_of(url, None, None, gazetteer).countries == {country}


@pytest.mark.parametrize("url", ["https://example.tv/a", "https://paper.io/b", None])
def test_endings_sold_to_the_world_tell_nothing(
    url: str | None, gazetteer: Gazetteer
) -> None:
    """ ".tv" and ".io" are no home, and no address is none either."""
    assert outlets.home_of(url, None, None, gazetteer) == UNKNOWN


def test_a_state_in_the_title_or_the_address_is_the_homes(gazetteer: Gazetteer) -> None:
    """ "in Atlanta, TX" and "/ohio/" tell of the state that the page writes about."""
    texas, ohio = _division("Texas", gazetteer), _division("Ohio", gazetteer)
    title = "One hurt in Atlanta, TX - Example Courier"
    assert texas in outlets.home_of(None, None, title, gazetteer).divisions
    url = "https://example.com/news/ohio/shots-fired"
    assert ohio in outlets.home_of(url, None, None, gazetteer).divisions


def test_a_large_citys_name_in_the_host_is_its_state(gazetteer: Gazetteer) -> None:
    """A paper whose host bears Orlando's name is at home in Florida."""
    home = outlets.home_of("https://orlandoexample.com/1", None, None, gazetteer)
    assert _division("Florida", gazetteer) in home.divisions


def test_a_namesake_is_the_one_of_the_outlets_state(gazetteer: Gazetteer) -> None:
    """A bare "Hamilton" on a page about Ohio is Hamilton in Ohio, and says why."""
    text = "Two men were shot in Hamilton on Sunday."
    at = text.index("Hamilton")
    mention = Mention(Span(at, at + 8), "Hamilton", MentionKind.PLACE)
    home = outlets.home_of("https://example.com/ohio/1", None, None, gazetteer)
    found = places.resolve(text, [mention], gazetteer, language="en", home=home)
    assert found[0].where is not None
    assert found[0].where.admin1 == "Ohio"
    assert dict(found[0].reasons)["its region is the outlet's"] > 0


@pytest.mark.parametrize(
    "title", ["Two shot in West Virginia town - Local News", "West Virginia man held"]
)
def test_a_state_inside_another_states_name_is_not_named(
    gazetteer: Gazetteer, title: str
) -> None:
    """ "West Virginia" is no Virginia, in a title and in an address."""
    by_title = outlets.home_of(None, None, title, gazetteer)
    address = "https://example.com/west-virginia/1"
    assert by_title == outlets.home_of(address, None, None, gazetteer)
    names = {gazetteer.by_id(division) for division in by_title.divisions}
    assert {entry.name for entry in names if entry} == {"West Virginia"}


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("A stray missile did it, New York Times finds", False),
        ("Two shot dead in upstate New York, police say", True),
    ],
)
def test_a_paper_that_is_quoted_is_not_the_home(
    title: str, *, known: bool, gazetteer: Gazetteer
) -> None:
    """A state's name in another paper's name tells nothing of this outlet."""
    home = outlets.home_of("https://beispielbote.com/a", None, title, gazetteer)
    assert (home is not UNKNOWN and bool(home.divisions)) is known
