"""What the field's codebooks make of how finely a place is known.

UCDP GED's ``where_prec`` (1-7), ACLED's ``geo_precision`` (1-3) and a radius follow from a
place's precision alone; how they do is one table.
"""

from __future__ import annotations

import re

from rashomon.model.value import GeoPrecision, Where

# UCDP: 1 exact place, 2 within about 25 km of a known point, 3 second-order division,
# 4 first-order division, 5 linear or fuzzy feature or larger than a first-order
# division, 6 the country only, 7 international waters or airspace.
# ACLED: 1 exact, 2 near a town or in part of a region, 3 a larger region; what is known
# by its country only is not coded.
# Radius: 90 % of the gazetteer's populated places lie so close to the point of the
# district, region or country that holds them, by the median of 11,093 second-order
# divisions (14 km; upper quartile 24), 2,421 first-order ones (64; 124) and 229 countries
# (252; 585): the upper quartile is taken. Radii of towns and plants are conventions.
_TABLE: dict[GeoPrecision, tuple[int, int | None, float]] = {
    GeoPrecision.EXACT: (1, 1, 1.0),
    GeoPrecision.FACILITY: (1, 1, 3.0),
    GeoPrecision.SETTLEMENT: (1, 1, 5.0),
    GeoPrecision.DISTRICT: (3, 2, 25.0),
    GeoPrecision.REGION: (4, 3, 125.0),
    GeoPrecision.COUNTRY: (6, None, 600.0),
}
_FUZZY, _WATERS = 5, 7
_WATER = re.compile(
    r"\b(?:sea|ocean|gulf|straits?|channel|bay)\b|\bмор[еяю]\b|океан", re.I
)


def where_prec(where: Where) -> int:
    """Return UCDP's where_prec: 1 exact place to 6 country, 7 international waters.

    >>> where_prec(Where("Alma", GeoPrecision.SETTLEMENT))
    1
    """
    if where.precision is GeoPrecision.REGION and where.admin1 is None:
        water = where.country is None and _WATER.search(where.name)
        return _WATERS if water else _FUZZY
    return _TABLE[where.precision][0]


def geo_precision(where: Where) -> int | None:
    """Return ACLED's geo_precision, None where ACLED would not code the incident."""
    if where_prec(where) == _WATERS:
        return None
    return _TABLE[where.precision][1]


def radius_km(where: Where) -> float:
    """Return how far from its point the place may really be, in kilometres."""
    return _TABLE[where.precision][2]
