"""Words of administrative units, and the name that is left without them.

"Bryansk Oblast", "Брянская область" and "Bryansk region" are one unit in three ways;
the gazetteer keys all of them by the bare name and its adjective's stem.
"""

from __future__ import annotations

import re

from rashomon.algorithms.similarity import CYRILLIC, normalised

# Unit words as `normalised` writes them (й comes out as и), grouped by what they name.
_REGION = (
    "region oblast province state governorate krai republic voivodeship voivodship"
    " prefecture department wilaya wilayat emirate canton territory autonomous okrug"
    " oblast' respublika область області области областю областью краи края край краю"
    " республика республики республике республику республіка республіки губернатор"
    " губерния провинция провинции провинцию провінція провінції штат штата штате"
    " provincia provincie provinz provinsi region' region estado departamento"
    " voblast vobl oblasti obl обл estado estat land"
)
REGION_WORDS = frozenset(_REGION.split())
_DISTRICT = (
    "district county municipality rayon raion subdistrict borough parish commune"
    " tehsil taluk upazila regency arrondissement municipal urban condado kreis"
    " раион раиона раионе раиону раионом раионы округ округа округе громада громади"
    " муниципалитет comune municipio gorodskoi gorodskoy городскои"
)
DISTRICT_WORDS = frozenset(_DISTRICT.split())
_SETTLEMENT = (
    "city town village settlement municipality hamlet township neighborhood"
    " neighbourhood suburb камп camp село села селе селу селом сел город города"
    " городе городу городом місто міста місті містом поселок поселка поселке"
    " поселку селище селища селищі деревня деревни деревне деревню станица станицы"
    " станице хутор хутора"
)
SETTLEMENT_WORDS = frozenset(_SETTLEMENT.split())
_UNITS = REGION_WORDS | DISTRICT_WORDS | {"city", "город", "misto", "місто"}
_JOINING = frozenset({"of", "the", "de", "da", "do", "del", "di", "la", "el"})

# Endings of Slavic adjectives after -sk-/-tsk-, as normalised.
_ADJECTIVE = re.compile(
    r"([сц]ь?к)(?:ая|ои|ую|ии|ое|ого|ому|им|ом|их|ие|ою|іи|оі|а|е|у|і)$"
)
_ADJECTIVE_LATIN = re.compile(
    r"(?:ska|skaya|skaia|skiy|skii|sky|ski|skyi|skyy|skoye|skoe)$"
)


def bare_name(name: str) -> str:
    """Return the normalised name of a unit without the words for what it is."""
    words = normalised(name).replace(" oblast'", " oblast").split()
    kept = [w for w in words if w not in _UNITS]
    while kept and kept[0] in _JOINING and len(kept) > 1 and len(kept) < len(words):
        kept = kept[1:]
    return " ".join(kept) if kept else " ".join(words)


def adjective_stem(name: str) -> str | None:
    """Return a Slavic adjective's stem with -sk ("belgorodsk"), or None."""
    if CYRILLIC.search(name):
        cut = _ADJECTIVE.sub(r"\1", name)
    else:
        cut = _ADJECTIVE_LATIN.sub("sk", name)
    return cut if cut != name and len(cut) > 4 else None


def is_worth_a_look(name: str, *, of_city: bool) -> bool:
    """Say whether an alternate name may be how a Latin or Cyrillic text writes it.

    GeoNames also lists airport codes ("MOW") and romanisations of other scripts in
    small letters ("mo si ke"); as names of places they only do harm.
    """
    if len(name) < 2 or not any(c.isalpha() for c in name):
        return False
    first = name[0]
    if not (first.isascii() or "À" <= first <= "ӿ" or first in "ʼ‘’'"):
        return False
    if of_city and (first.islower() and not first.startswith(("d", "l", "s", "t"))):
        return False
    if of_city and name.islower() and CYRILLIC.search(name) is None:
        return False
    return not (of_city and name.isupper() and len(name) <= 5)
