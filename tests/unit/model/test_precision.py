"""What codebooks make of a place's precision."""

from __future__ import annotations

import pytest

from rashomon.model.precision import geo_precision, radius_km, where_prec
from rashomon.model.value import GeoPrecision, Where


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [
        (GeoPrecision.EXACT, 1, 1),
        (GeoPrecision.FACILITY, 1, 1),
        (GeoPrecision.SETTLEMENT, 1, 1),
        (GeoPrecision.DISTRICT, 3, 2),
        (GeoPrecision.REGION, 4, 3),
        (GeoPrecision.COUNTRY, 6, None),
    ],
)
def test_codes_follow_from_the_precision(
    precision: GeoPrecision, ucdp: int, acled: int | None
) -> None:
    """A place in a country is coded by how fine it is; a country alone is not for ACLED."""
    where = Where("Verin", precision, None, "PL", "Lodz")
    assert where_prec(where) == ucdp
    assert geo_precision(where) == acled


def test_an_area_that_is_no_division_is_fuzzy() -> None:
    """A peninsula or a customary region has UCDP's 5, in ACLED a larger region."""
    sahel = Where("Sahel", GeoPrecision.REGION)
    assert where_prec(sahel) == 5
    assert geo_precision(sahel) == 3


def test_open_sea_is_international_waters() -> None:
    """A sea of no country has UCDP's 7 and no code of ACLED's."""
    sea = Where("Black Sea", GeoPrecision.REGION)
    assert where_prec(sea) == 7
    assert geo_precision(sea) is None


def test_the_coarser_the_wider() -> None:
    """The radius grows with every step to a coarser precision."""
    radii = [radius_km(Where("Verin", p)) for p in GeoPrecision]
    assert radii == sorted(radii)
    assert len(set(radii)) == len(radii)
