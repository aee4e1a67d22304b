"""Entries that a name may mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.link.candidates import (
    Spelling,
    Unit,
    look_up,
    look_up_similar,
    look_up_unit,
    unit_of,
)
from rashomon.link.states import is_spelled, state_named
from rashomon.store.gazetteer import Feature, Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the machine's gazetteer, compiled on first use."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def test_each_entry_is_offered_once(gazetteer: Gazetteer) -> None:
    """Several spellings may lead to one entry."""
    ids = [c.entry.geonameid for c in look_up("Москве", gazetteer, language="ru")]
    assert len(ids) == len(set(ids))
    assert 524901 in ids


def test_a_region_is_found_by_its_city(gazetteer: Gazetteer) -> None:
    """Only divisions are offered for "X region"."""
    found = look_up_unit("Tver", Unit.REGION, gazetteer)
    assert {c.entry.feature for c in found} == {Feature.ADMIN1}
    assert {c.entry.country for c in found} == {"RU"}


def test_a_slip_in_a_long_name_is_forgiven(gazetteer: Gazetteer) -> None:
    """Narshingdi is Narsingdi; short names are not guessed."""
    found = look_up_similar("Narshingdi", gazetteer)
    assert "BD" in {c.entry.country for c in found}
    assert {c.spelling for c in found} == {Spelling.SOUND}
    assert look_up_similar("Pars", gazetteer) == []


def test_feature_words_are_known_in_any_case() -> None:
    """Inflected words for units count too."""
    assert unit_of("области") is Unit.REGION
    assert unit_of("District") is Unit.DISTRICT
    assert unit_of("village") is Unit.SETTLEMENT
    assert unit_of("bread") is None


def test_abbreviations_name_states() -> None:
    """Points and postal codes are both read."""
    assert state_named("Ind.") == "Indiana"
    assert state_named("N.Y.") == "New York"
    assert state_named("TX") == "Texas"
    assert state_named("Xx.") is None
    assert state_named("D.C.") == "District of Columbia"


def test_only_letters_with_stops_are_spelled() -> None:
    """ "B.C." names a province anywhere, "Ind." and "TX" only after a comma."""
    assert is_spelled("B.C.")
    assert is_spelled("N. Y.")
    assert not is_spelled("Ind.")
    assert not is_spelled("TX")
