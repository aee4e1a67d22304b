"""Facilities: the words for what is built, and what kind of thing each of them is."""

from __future__ import annotations

import re

FACILITIES: dict[str, str] = {
    "industrial": "plant factory refinery workshop works mill mine shipyard enterprise company facility warehouse shop complex smelter foundry",
    "energy": "depot terminal substation dam pipeline reservoir tank grid powerplant",
    "military": "hangar battery trench silo base airbase airfield barracks headquarters arsenal garrison warship submarine ship fleet checkpoint convoy outpost camp compound column position radar",
    "residential": "building house home apartment flat block tower dormitory hostel residence village neighborhood neighbourhood shelter tent",
    "transport": "tunnel minibus boat motorcade locomotive carriage bridge railway station train bus car vehicle truck airport port tanker ferry track line road highway metro aircraft plane helicopter jet ambulance",
    "medical": "hospital clinic ward maternity pharmacy",
    "education": "madrasa madrassa school university college kindergarten classroom campus academy class centre center workshop",
    "religious": "mosque church synagogue temple monastery shrine cathedral",
    "commercial": "barbershop salon boutique kiosk tavern bakery café eatery canteen casino market mall supermarket hotel restaurant bar cafe shop store pub nightclub alley office bank resort beach street post",
    "public": "ceremony cemetery party vigil field pitch playground gym gymnasium hall library square plaza promenade courthouse stadium theatre theater prison jail court embassy consulate ministry parliament museum colony festival concert rally funeral wedding procession venue park palace station",
}  # fmt: skip
KIND_OF = {word: kind for kind, words in FACILITIES.items() for word in words.split()}

# Whose a thing of these kinds is says more than what it is: "police post", "army vehicle".
_ANYBODYS = frozenset({None, "commercial", "industrial", "public", "transport"})
_FORCES = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "military",
            r"military|army|infantry|artillery|armou?red|brigades?|battalions?|regiments?|garrisons?|troops?|soldiers?|navy|naval|air force",
        ),
        ("police", r"police|gendarmerie"),
    )
)

# A centre, a depot or a terminal is what the word before it makes it.
_BY_TWO_WORDS = tuple(
    (kind, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE))
    for kind, words in (
        ("transport", r"(?:bus|tram|train|railway|trolleybus|metro) depot|(?:bus|ferry|passenger|airport) terminal"),
        ("commercial", r"(?:shopping|trade|business) cent(?:re|er)"),
        ("medical", r"(?:medical|health|trauma) cent(?:re|er)"),
        ("military", r"(?:recruit(?:ing|ment)|draft) cent(?:re|er)|(?:ammunition|ammo|arms|weapons|munitions) depot"),
        ("public", r"(?:detention|community|cultural|sports) cent(?:re|er)"),
    )
)  # fmt: skip


def kind_of(name: str) -> str | None:
    """Return the kind of facility that a name's last telling word stands for.

    A post, a car or an office that is said to be the army's or the police's is theirs.
    """
    for two, words in _BY_TWO_WORDS:
        if words.search(name):
            return two
    known = (
        KIND_OF.get(re.sub(r"(?<=\w\w\w)s$", "", w.lower()))
        for w in reversed(name.split())
    )
    kind = next((kind for kind in known if kind), None)
    if kind in _ANYBODYS:
        return next((of for of, words in _FORCES if words.search(name)), kind)
    return kind
