"""Types and precisions under each codebook."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rashomon.model.account import IncidentType
from rashomon.model.claim import Attribute
from rashomon.model.value import GeoPrecision, TimePrecision, When, Where
from rashomon.profiles import cell_words, read


def _code(told: Any, book: str, row: str) -> str:
    readings = read(told.record, told.documents, told.families)
    return cell_words(next(r for r in readings if r.codebook.id == book).cell(row))


@pytest.mark.parametrize(
    ("days", "acled", "ucdp"),
    [
        (1, "1", "1"),
        (3, "2", "2"),
        (7, "2", "3"),
        (31, "3", "4"),
        (365, "not recorded", "5"),
    ],
)
def test_a_wider_time_is_a_coarser_code(
    tell: Any, days: int, acled: str, ucdp: str
) -> None:
    """ACLED stops at a month, UCDP at a year."""
    first = date(2024, 1, 1)
    when = When(first, first + timedelta(days - 1), TimePrecision.RANGE)
    told = tell(("A", [(Attribute.DATE, when)]))
    assert _code(told, "acled", "date precision") == acled
    assert _code(told, "ucdp", "date precision") == ucdp


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp"),
    [
        (GeoPrecision.FACILITY, "1", "1"),
        (GeoPrecision.DISTRICT, "2", "3"),
        (GeoPrecision.REGION, "3", "4"),
        (GeoPrecision.COUNTRY, "not recorded", "6"),
    ],
)
def test_a_wider_place_is_a_coarser_code(
    tell: Any, precision: GeoPrecision, acled: str, ucdp: str
) -> None:
    """ACLED does not record a country alone."""
    where = Where("Verin", precision, country="AL", admin1="Verin")
    told = tell(("A", [(Attribute.PLACE, where)]))
    assert _code(told, "acled", "place precision") == acled
    assert _code(told, "ucdp", "place precision") == ucdp


def test_an_untold_time_and_place_are_unknown(tell: Any) -> None:
    """Not the coarsest code."""
    told = tell(("A", []))
    for book in ("as_reported", "acled", "ucdp"):
        assert _code(told, book, "date precision") == "unknown"
        assert _code(told, book, "place precision") == "unknown"


def test_types_follow_the_codebook_of_types(tell: Any) -> None:
    """A fire of unknown cause has no place with ACLED or UCDP."""
    strike = tell(("A", []))
    assert _code(strike, "acled", "type").startswith("Explosions/Remote violence: ")
    fire = tell(("A", []), kind=IncidentType.FIRE)
    assert _code(fire, "acled", "type") == "not recorded"
    assert _code(fire, "ucdp", "type") == "not recorded"
