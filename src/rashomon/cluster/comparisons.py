"""One function a reason why two accounts may or may not tell of one incident.

Each takes two profiles and returns a ``Ground``: the name of what was found, and its
words; None where it has nothing to say. What a ground weighs stands in ``weights``. All
are symmetric, so it does not matter which of the two is asked first.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from rashomon.algorithms.distance import distance_km
from rashomon.cluster.days import (
    date_against_publication,
    dates,
    open_days,
    publications,
    reports,
    told_apart,
)
from rashomon.cluster.grounds import Ground, stepped
from rashomon.cluster.profiles import Pile, Profile, is_fine
from rashomon.model.account import IncidentType as T
from rashomon.model.account import Prominence
from rashomon.model.value import GeoPrecision, Where

Comparison = Callable[[Profile, Profile], Ground | None]

MIN_NAMES = 3
MIN_WORDS = 8
# Where a pile is too small to tell which words are rare, two texts of fewer words share
# mostly those that every report has; a passage in passing is always short.
MIN_WORDS_UNWEIGHED = 40

# Steps of the share of words, weighed by how rare they are, that two reports share.
LIKENESS = (0.03, 0.06, 0.09, 0.12, 0.16, 0.20, 0.26, 0.34, 0.50)
LIKE_NAMES = tuple(f"words_{step}" for step in range(len(LIKENESS) + 1))

_FAMILIES: tuple[frozenset[T], ...] = (
    frozenset({T.DRONE_STRIKE, T.MISSILE_STRIKE, T.AIR_STRIKE, T.SHELLING, T.INTERCEPTION, T.EXPLOSION, T.FIRE, T.ATTACK, T.KILLING, T.BOMBING, T.SABOTAGE, T.OTHER}),
    frozenset({T.BOMBING, T.SUICIDE_BOMBING, T.LANDMINE, T.GRENADE, T.EXPLOSION, T.ATTACK, T.KILLING, T.SABOTAGE, T.FIRE, T.ACCIDENT, T.SHOOTING, T.HOSTAGE_TAKING, T.OTHER}),
    frozenset({T.SHOOTING, T.STABBING, T.KILLING, T.ATTACK, T.ARMED_CLASH, T.KIDNAPPING, T.HOSTAGE_TAKING, T.VEHICLE_ATTACK, T.SEXUAL_VIOLENCE, T.ARREST, T.RIOT, T.OTHER}),
    frozenset({T.RIOT, T.PROTEST, T.ARMED_CLASH, T.ARREST, T.ATTACK, T.KILLING, T.SHOOTING, T.FIRE, T.ARSON, T.OTHER}),
    frozenset({T.ACCIDENT, T.EXPLOSION, T.FIRE, T.SABOTAGE, T.BOMBING, T.KILLING, T.ATTACK, T.ARSON, T.OTHER}),
)  # fmt: skip


def _shown(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)[:3])


def same_document(left: Profile, right: Profile) -> Ground | None:
    """Two accounts of one document are two incidents."""
    if left.document_id != right.document_id:
        return None
    return Ground("same_document", "two accounts of one document")


def copies(left: Profile, right: Profile) -> Ground | None:
    """The same passage in two copies of one text is one telling."""
    if left.family != right.family or left.document_id == right.document_id:
        return None
    same = left.prominence is right.prominence is Prominence.MAIN
    same = same or left.passage == right.passage
    return Ground("copies", "copies of one text") if same else None


def prominence(left: Profile, right: Profile) -> Ground | None:
    """Accounts in passing give few reasons, and are fewer of one incident."""
    main = [p.prominence for p in (left, right)].count(Prominence.MAIN)
    if main == 2:
        return None
    if main == 1:
        return Ground("one_in_passing", "one report only mentions it")
    return Ground("both_in_passing", "both reports only mention it")


def places(left: Profile, right: Profile) -> Ground | None:
    """One town speaks for one incident, two towns against it."""
    one, two = left.place, right.place
    if one is None or two is None or one.point is None or two.point is None:
        return Ground("place_unknown", "not both can be put on the map")
    if GeoPrecision.COUNTRY in {one.precision, two.precision}:
        return Ground(_countries(one, two), f"{one.name} and {two.name}")
    km = distance_km(one.point.lat, one.point.lon, two.point.lat, two.point.lon)
    detail = f"{one.name} and {two.name}, {km:.0f} km apart"
    same = one.geonameid is not None and one.geonameid == two.geonameid
    if is_fine(one) and is_fine(two):
        return Ground("same_place" if same else _towns(one, two, km), detail)
    if same:
        return Ground("same_region", detail)
    inside = one.admin1 is not None and one.admin1 == two.admin1
    if inside or km <= 120:
        return Ground("town_and_region", detail)
    if one.country and two.country and (_is_a_side(one) or _is_a_side(two)):
        return Ground(_countries(one, two), detail)
    return Ground("region_far" if km <= 300 else "regions_far_apart", detail)


# Whose a region is, reports do not agree; elsewhere another country is another place.
_DISPUTED = frozenset(
    frozenset(pair.split("/"))
    for pair in "RU/UA IL/PS IL/SY IL/LB RS/XK AM/AZ IN/PK CN/IN GE/RU MD/RU MD/UA SD/SS CN/TW EH/MA CY/TR CD/CG".split()
)


def _countries(one: Where, two: Where) -> str:
    if one.country == two.country:
        return "same_country"
    pair = frozenset({one.country, two.country})
    return "country_disputed" if pair in _DISPUTED else "other_country"


def _is_a_side(place: Where) -> bool:
    """Say whether a place is no more than a side of a country ("northern Iraq")."""
    return place.precision is GeoPrecision.REGION and place.admin1 is None


def _towns(one: Where, two: Where, km: float) -> str:
    named = (
        "places_close",
        "places_near",
        "places_apart",
        "places_far_apart",
        "places_very_far_apart",
    )
    step = stepped(km, (10, 30, 70, 300), named)
    inside = one.admin1 is not None and one.admin1 == two.admin1
    if inside and step in {"places_apart", "places_far_apart"}:
        return "places_apart_in_region"  # a capital often stands for its province
    return step


def facilities(left: Profile, right: Profile) -> Ground | None:
    """A named plant, school or bridge that both name, or a thing of one kind."""
    shared = left.facilities & right.facilities
    if shared:
        return Ground("same_facility", _shown(shared))
    shared = left.targets & right.targets
    if shared:
        return Ground("same_kind_of_target", _shown(shared))
    if left.facilities and right.facilities:
        return Ground("other_facility", _shown(left.facilities | right.facilities))
    return None


def people(left: Profile, right: Profile) -> Ground | None:
    """Persons and bodies that both name."""
    shared = (left.people & right.people) - left.victims - right.victims
    if not shared:
        return None
    named = "shared_name" if len(shared) == 1 else "shared_names"
    return Ground(named, _shown(shared))


def victims(left: Profile, right: Profile) -> Ground | None:
    """Named victims: the same ones, or others."""
    if not left.victims or not right.victims:
        return None
    shared = left.victims & right.victims
    if shared:
        return Ground("same_victim", _shown(shared))
    if any(_kin(a, b) for a in left.victims for b in right.victims):
        return Ground("like_victim", _shown(left.victims | right.victims))
    return Ground("other_victims", _shown(left.victims | right.victims))


def _kin(left: str, right: str) -> bool:
    return bool(set(left.split()) & set(right.split()))


def killed(left: Profile, right: Profile) -> Ground | None:
    """The same number of dead speaks for one incident, the more so the larger."""
    return _tolls("dead", left.killed, right.killed)


def injured(left: Profile, right: Profile) -> Ground | None:
    """The same number of injured speaks for one incident, the more so the larger."""
    return _tolls("injured", left.injured, right.injured)


def _tolls(what: str, left: frozenset[int], right: frozenset[int]) -> Ground | None:
    shared = (left & right) - {0}
    if shared:
        named = (
            f"same_one_{what}",
            f"same_few_{what}",
            f"same_several_{what}",
            f"same_many_{what}",
        )
        figures = ", ".join(map(str, sorted(shared)))
        return Ground(stepped(max(shared), (2, 5, 12), named), f"{figures} {what}")
    if not left or not right:
        return None
    low, high = sorted((max(left), max(right)))
    detail = f"{low} and {high} {what}"
    if low == high == 0:
        return Ground(f"no_{what}", detail)
    if low == 0:
        return Ground(f"none_or_some_{what}", detail)
    other = (f"like_{what}", f"other_{what}", f"far_other_{what}")
    return Ground(stepped(high / low, (1.5, 4), other), detail)


def types(left: Profile, right: Profile) -> Ground | None:
    """The same type, or two that cannot be one incident."""
    if left.type is right.type:
        return Ground("same_type", left.type.value)
    if any(left.type in f and right.type in f for f in _FAMILIES):
        return None
    return Ground("types_incompatible", " and ".join(sorted((left.type, right.type))))


def weapons(left: Profile, right: Profile) -> Ground | None:
    """The same means, as far as both name any."""
    if not left.weapons or not right.weapons:
        return None
    shared = left.weapons & right.weapons
    if shared:
        return Ground("same_weapon", _shown(shared))
    return Ground("other_weapon", _shown(left.weapons | right.weapons))


def repetition(left: Profile, right: Profile) -> Ground | None:
    """One calls it the second at that place, the other does not: not the same one.

    A day that both give decides better, and then this says nothing; of two days either
    may be the second one's.
    """
    if left.when and right.when:
        if left.when.agrees_with(right.when) or not (left.repeats or right.repeats):
            return None
    elif left.repeats is right.repeats:
        return None
    return Ground("one_is_the_second", "only one of them tells of an earlier one")


def perpetrators(left: Profile, right: Profile) -> Ground | None:
    """Somebody whom both accuse, or nobody in common."""
    if not left.perpetrators or not right.perpetrators:
        return None
    shared = left.perpetrators & right.perpetrators
    if shared:
        return Ground("same_accused", _shown(shared))
    return Ground("other_accused", _shown(left.perpetrators | right.perpetrators))


def wording(left: Profile, right: Profile, pile: Pile) -> Ground | None:
    """How much of the wording two reports in one language share, rare words first."""
    if left.language != right.language:
        return Ground("other_language", f"{left.language} and {right.language}")
    main = left.prominence is right.prominence is Prominence.MAIN
    least = MIN_WORDS_UNWEIGHED if main and not pile.accounts else MIN_WORDS
    if min(len(left.words), len(right.words)) < least:
        return None
    shared = pile.summed(set(left.words).intersection(right.words))
    whole = pile.weight(left) * pile.weight(right)
    likeness = shared / math.sqrt(whole) if whole else 0.0
    step = stepped(likeness, LIKENESS, LIKE_NAMES)
    return Ground(step, f"{likeness:.2f} of the words")


def rare_names(left: Profile, right: Profile, pile: Pile) -> Ground | None:
    """Names that few others of the pile bear, whatever they name; or none in common."""
    if not pile.accounts or min(len(left.names), len(right.names)) < MIN_NAMES:
        return None
    rarity = {name: pile.name_bits(name) for name in left.names & right.names}
    shared = sorted(rarity, key=lambda name: (-rarity[name], name))
    bits = math.fsum(rarity.values())
    detail = ", ".join(shared[:4]) or "none in common"
    if not shared and left.language != right.language:
        return None  # other languages spell their own way
    named = (
        "no_rare_names",
        "common_names",
        "rare_name",
        "rare_names",
        "rarer_names",
        "very_rare_names",
        "many_rare_names",
        "all_rare_names",
    )
    return Ground(stepped(bits, (0.5, 3, 6, 10, 16, 24, 32), named), detail)


COMPARISONS: tuple[Comparison, ...] = (
    same_document,
    copies,
    prominence,
    dates,
    date_against_publication,
    open_days,
    told_apart,
    publications,
    reports,
    places,
    facilities,
    people,
    victims,
    killed,
    injured,
    types,
    weapons,
    repetition,
    perpetrators,
)
