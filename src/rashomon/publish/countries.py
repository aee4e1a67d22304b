"""Countries by their ISO 3166 alpha-2 code, with the names people know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pycountry

# Where ISO 3166 has only a turned-about or an official name, and Kosovo, which is not in it.
_KNOWN_AS = {
    "CD": "Democratic Republic of Congo",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "MF": "Saint Martin",
    "PS": "Palestine",
    "RU": "Russia",
    "SX": "Sint Maarten",
    "TR": "Turkey",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "United States Virgin Islands",
    "XK": "Kosovo",
}


@cache
def country(alpha_2: str) -> pycountry.db.Country | None:
    """Return a country, None where no country has the code."""
    return pycountry.countries.get(alpha_2=alpha_2)


def country_name(alpha_2: str) -> str | None:
    """Return a country's English name, the common one where there is one."""
    if alpha_2 in _KNOWN_AS:
        return _KNOWN_AS[alpha_2]
    found = country(alpha_2)
    return str(getattr(found, "common_name", found.name)) if found else None


def country_named(name: str) -> str | None:
    """Return the code of the country of this English name, None where it is none's."""
    return _codes().get(name.casefold().strip())


@cache
def _codes() -> Mapping[str, str]:
    codes = {}
    for found in pycountry.countries:
        for name in (found.name, getattr(found, "official_name", "")):
            codes[name.casefold()] = found.alpha_2
    for code in (*(c.alpha_2 for c in pycountry.countries), *_KNOWN_AS):
        codes[(country_name(code) or code).casefold()] = code
    codes.pop("", None)
    return codes
