"""Abbreviated names of US states and Canadian provinces, as news agencies and addresses write them.

They name a state only after a comma ("Gary, Ind.") or with a stop after each letter
("B.C."): "Miss." and "OR" are also words.
"""

from __future__ import annotations

import re

_LIST = (
    "Alabama AL Ala|Alaska AK|Arizona AZ Ariz|Arkansas AR Ark|California CA Calif Cal|"
    "Colorado CO Colo|Connecticut CT Conn|Delaware DE Del|District of Columbia DC D.C|Florida FL Fla|Georgia GA|"
    "Hawaii HI|Idaho ID|Illinois IL Ill|Indiana IN Ind|Iowa IA|Kansas KS Kan|"
    "Kentucky KY Ky|Louisiana LA La|Maine ME|Maryland MD Md|Massachusetts MA Mass|"
    "Michigan MI Mich|Minnesota MN Minn|Mississippi MS Miss|Missouri MO Mo|"
    "Montana MT Mont|Nebraska NE Neb|Nevada NV Nev|New Hampshire NH N.H|"
    "New Jersey NJ N.J|New Mexico NM N.M|New York NY N.Y|North Carolina NC N.C|"
    "North Dakota ND N.D|Ohio OH|Oklahoma OK Okla|Oregon OR Ore|Pennsylvania PA Pa|"
    "Rhode Island RI R.I|South Carolina SC S.C|South Dakota SD S.D|Tennessee TN Tenn|"
    "Texas TX Tex|Utah UT|Vermont VT Vt|Virginia VA Va|Washington WA Wash|"
    "West Virginia WV W.Va|Wisconsin WI Wis|Wyoming WY Wyo|"
    "British Columbia BC B.C|Manitoba MB Man|Ontario ON Ont|Quebec QC Que|Alberta AB Alta|"
    "Saskatchewan SK Sask|Nova Scotia NS N.S|New Brunswick NB N.B"
)


def _table() -> dict[str, str]:
    table = {}
    for row in _LIST.split("|"):
        words = row.split()
        short = [w for w in words if w.isupper() and len(w) == 2 and "." not in w]
        at = words.index(short[0])
        name = " ".join(words[:at])
        for abbreviation in words[at:]:
            table[abbreviation.replace(".", "")] = name
    return table


_STATES = _table()

# The names in full, of those that are no larger place's name or word besides.
STATE_NAMES = tuple(
    sorted(set(_STATES.values()) - {"Washington", "District of Columbia"})
)


def state_named(abbreviation: str) -> str | None:
    """Return the state's name for "Ind.", "N.Y." or "TX", None for anything else."""
    return _STATES.get(abbreviation.replace(".", "").replace(" ", ""))


_SPELLED = re.compile(r"(?:[A-Z]\. ?){2}")


def is_spelled(abbreviation: str) -> bool:
    """Say whether it is written letter by letter: "N.Y.", not "NY" or "Ind."."""
    return _SPELLED.fullmatch(abbreviation) is not None
