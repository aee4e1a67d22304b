"""Towns with what holds them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.link import places
from rashomon.link.outlets import Home
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision
from rashomon.store.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the machine's gazetteer, compiled on first use."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def resolved(gazetteer: Gazetteer, text: str, *names: str) -> list[Toponym]:
    """Return what the names mean, each mention of them in text order."""
    mentions = []
    at = 0
    for name in names:
        at = text.index(name, at)
        mentions.append(Mention(Span(at, at + len(name)), name, MentionKind.PLACE))
        at += len(name)
    texas = Home(frozenset({"US"}), frozenset({4736286}))
    return places.resolve(text, mentions, gazetteer, language="en", home=texas)


def test_a_name_behind_its_own_town_is_the_division(gazetteer: Gazetteer) -> None:
    """Guanajuato behind a town of it is the state, and so is the bare name later on."""
    text = "Gunmen killed two in Celaya, Guanajuato. Guanajuato has seen worse."
    found = resolved(gazetteer, text, "Celaya", "Guanajuato", "Guanajuato")
    precisions = [t.where.precision for t in found if t.where]
    region = GeoPrecision.REGION
    assert precisions == [GeoPrecision.SETTLEMENT, region, region]


def test_a_list_of_towns_stays_one(gazetteer: Gazetteer) -> None:
    """León lies in Guanajuato, Querétaro does not: behind it the name is the city's."""
    text = "Shots were fired in Querétaro, Guanajuato and Morelia."
    found = resolved(gazetteer, text, "Querétaro", "Guanajuato", "Morelia")
    where = next(t.where for t in found if t.text == "Guanajuato")
    assert where is not None
    assert where.precision is GeoPrecision.SETTLEMENT


def test_a_state_behind_a_comma_outweighs_the_papers_home(gazetteer: Gazetteer) -> None:
    """Buffalo, New York is not Buffalo in Texas, however Texan the report is."""
    text = "Two died in Waco, Texas. A gunman killed ten in Buffalo, New York."
    found = resolved(gazetteer, text, "Waco", "Texas", "Buffalo", "New York")
    where = next(t.where for t in found if t.text == "Buffalo")
    assert where is not None
    assert where.admin1 == "New York"
