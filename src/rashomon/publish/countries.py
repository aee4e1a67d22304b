"""Countries by their ISO 3166 alpha-2 code, with the names people know."""

from __future__ import annotations

from functools import cache

import pycountry


@cache
def country(alpha_2: str) -> pycountry.db.Country | None:
    """Return a country, None where no country has the code."""
    return pycountry.countries.get(alpha_2=alpha_2)


def country_name(alpha_2: str) -> str | None:
    """Return a country's English name, the common one where there is one."""
    found = country(alpha_2)
    return str(getattr(found, "common_name", found.name)) if found else None
