"""One function a reason why two accounts may or may not tell of one incident.

Each takes two profiles and returns a ``Reason`` (weight in log2 odds) or None where it
has nothing to say. All are symmetric and bounded.

Weights lean on the log-odds measured over pairs of main accounts as they are read from
the texts (wire-dev: 204 same, 8,566 other; 140 incidents of gva: 314 and 54,615), well
short of them because the reasons overlap. What is read is often wrong: of same pairs a
third in gva have towns far apart, a tenth days apart, so neither can weigh much against.
Measured: same day 9 and 10, same place 6 and 8, published just after 6 and 7, far apart
-3 and -1, days apart -3, rare names 8 from ten bits up and -4 at none. Days apart weigh
more than measured: two strikes on one plant are two incidents.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from rashomon.algorithms.distance import distance_km
from rashomon.cluster.profiles import Profile, is_fine
from rashomon.model.account import IncidentType as T
from rashomon.model.account import Prominence
from rashomon.model.judgement import Reason
from rashomon.model.value import GeoPrecision, When

Comparison = Callable[[Profile, Profile], Reason | None]

# A pair in one document tells of two incidents: the reader of accounts said so.
APART = -50.0

# How late a crawler may have seen a page whose weekday we reckon from its stamp.
LATE_STAMP_DAYS = 100

# Rare names: measured log-odds are nearly linear in the bits they share, 0 at four.
MIN_NAMES = 3
NAME_SLOPE = 0.7
NEUTRAL_BITS = 4.0
LEAST_NAMES = -1.0
MOST_NAMES = 5.0

_FAMILIES: tuple[frozenset[T], ...] = (
    frozenset({T.DRONE_STRIKE, T.MISSILE_STRIKE, T.AIR_STRIKE, T.SHELLING, T.INTERCEPTION, T.EXPLOSION, T.FIRE, T.ATTACK, T.KILLING, T.BOMBING, T.SABOTAGE, T.OTHER}),
    frozenset({T.BOMBING, T.SUICIDE_BOMBING, T.LANDMINE, T.GRENADE, T.EXPLOSION, T.ATTACK, T.KILLING, T.SABOTAGE, T.FIRE, T.ACCIDENT, T.SHOOTING, T.HOSTAGE_TAKING, T.OTHER}),
    frozenset({T.SHOOTING, T.STABBING, T.KILLING, T.ATTACK, T.ARMED_CLASH, T.KIDNAPPING, T.HOSTAGE_TAKING, T.VEHICLE_ATTACK, T.SEXUAL_VIOLENCE, T.ARREST, T.RIOT, T.OTHER}),
    frozenset({T.RIOT, T.PROTEST, T.ARMED_CLASH, T.ARREST, T.ATTACK, T.KILLING, T.SHOOTING, T.FIRE, T.ARSON, T.OTHER}),
    frozenset({T.ACCIDENT, T.EXPLOSION, T.FIRE, T.SABOTAGE, T.BOMBING, T.KILLING, T.ATTACK, T.ARSON, T.OTHER}),
)  # fmt: skip


def _gap_days(left: When, right: When) -> int:
    return max(
        (right.first_day - left.last_day).days,
        (left.first_day - right.last_day).days,
        0,
    )


def same_document(left: Profile, right: Profile) -> Reason | None:
    """Two accounts of one document are two incidents."""
    if left.document_id != right.document_id:
        return None
    return Reason("same_document", APART, "two accounts of one document")


def copies(left: Profile, right: Profile) -> Reason | None:
    """The same passage in two copies of one text is one telling."""
    if left.family != right.family or left.document_id == right.document_id:
        return None
    same = left.prominence is right.prominence is Prominence.MAIN
    same = same or left.passage == right.passage
    return Reason("copies", 8.0, "copies of one text") if same else None


def dates(left: Profile, right: Profile) -> Reason | None:
    """The same day speaks for one incident, days apart against it."""
    if left.when is None or right.when is None:
        return None
    gap = _gap_days(left.when, right.when)
    wide = max(left.when.days, right.when.days)
    if gap == 0:
        weight = 5.0 if wide <= 3 else 2.5 if wide <= 31 else 0.5
        name = "same_day" if wide <= 3 else "dates_overlap"
        return Reason(name, weight, f"{left.when} and {right.when}")
    weight = 2.0 if gap == 1 else -0.5 if gap == 2 else -2.0 if gap <= 4 else -5.0
    ahead = left.when.first_day > right.when.first_day
    late, early = (left, right) if ahead else (right, left)
    if late.weak_date and weight < 0 and gap <= LATE_STAMP_DAYS:
        # A stamp may be weeks late, so a day reckoned from it may be weeks off.
        weight = -1.5 if not early.weak_date else -2.5
    return Reason(
        "days_apart", weight, f"{gap} days between {left.when} and {right.when}"
    )


def date_against_publication(left: Profile, right: Profile) -> Reason | None:
    """A report without a day of its own tells of what happened shortly before it."""
    if (left.when is None) == (right.when is None):
        return None
    dated, undated = (left, right) if left.when else (right, left)
    if (
        undated.published is None
        or dated.when is None
        or undated.prominence is Prominence.BACKGROUND
    ):
        return None
    age = (undated.published - dated.when.last_day).days
    detail = f"published {undated.published}, the other is dated {dated.when}"
    if -1 <= age <= 4:
        return Reason("published_just_after", 3.5, detail)
    if age < -1:
        return Reason(
            "published_before", -4.0 if not undated.weak_published else -2.0, detail
        )
    late = -1.0 if age <= 14 else -3.0
    return Reason(
        "published_long_after", late if not undated.weak_published else late / 2, detail
    )


def publications(left: Profile, right: Profile) -> Reason | None:
    """Where neither gives a day, the days of publication say a little."""
    if left.when or right.when or left.published is None or right.published is None:
        return None
    gap = abs((left.published - right.published).days)
    weight = 3.0 if gap <= 3 else 1.0 if gap <= 10 else -2.0
    return Reason("published_apart", weight, f"{gap} days between the publications")


def places(left: Profile, right: Profile) -> Reason | None:
    """One town speaks for one incident, two towns against it."""
    one, two = left.place, right.place
    if one is None or two is None or one.point is None or two.point is None:
        return None
    detail = f"{one.name} and {two.name}"
    if GeoPrecision.COUNTRY in {one.precision, two.precision}:
        same = one.country == two.country
        return Reason(
            "same_country" if same else "other_country", 0.3 if same else -5.0, detail
        )
    km = distance_km(one.point.lat, one.point.lon, two.point.lat, two.point.lon)
    detail = f"{detail}, {km:.0f} km apart"
    if one.geonameid is not None and one.geonameid == two.geonameid:
        exact = is_fine(one) and is_fine(two)
        return Reason("same_place", 4.5 if exact else 3.0, detail)
    if not (is_fine(one) and is_fine(two)):
        inside = one.admin1 is not None and one.admin1 == two.admin1
        near = inside or km <= 120
        weight = 2.5 if near else 0.0 if km <= 300 else -2.5
        return Reason("places_close" if near else "places_far_apart", weight, detail)
    if km <= 30:
        return Reason("places_close", 4.0 if km <= 10 else 2.0, detail)
    weight = 1.0 if km <= 45 else 0.0 if km <= 70 else -2.0 if km <= 120 else -2.5
    if km <= 120 and one.admin1 is not None and one.admin1 == two.admin1:
        weight = max(weight, -1.0)  # a province's capital often stands for the province
    return Reason("places_far_apart", weight, detail)


def facilities(left: Profile, right: Profile) -> Reason | None:
    """A named plant, school or bridge that both name."""
    shared = left.targets & right.targets
    if not shared:
        return None
    return Reason(
        "same_facility",
        min(4.0, 2.5 + 0.5 * len(shared)),
        ", ".join(sorted(shared)[:3]),
    )


def people(left: Profile, right: Profile) -> Reason | None:
    """Persons and bodies that both name."""
    shared = left.people & right.people
    if not shared:
        return None
    return Reason(
        "shared_names", min(4.0, 2.0 * len(shared)), ", ".join(sorted(shared)[:3])
    )


def tolls(left: Profile, right: Profile) -> Reason | None:
    """The same toll speaks for one incident, the more so the larger; another one hardly against."""
    shared = (left.killed & right.killed) - {0}
    hurt = (left.injured & right.injured) - {0}
    if shared or hurt:
        weight = sum(min(2.0, math.log2(1 + n) / 2) for n in (*shared, *hurt))
        figures = ", ".join(str(n) for n in sorted(shared | hurt))
        return Reason("tolls_agree", min(3.0, weight), figures)
    if not left.killed or not right.killed:
        return None
    low, high = sorted((max(left.killed), max(right.killed)))
    if high > 5 * max(low, 1):
        return Reason("tolls_conflict", -1.0, f"{low} and {high} killed")
    return None


def types(left: Profile, right: Profile) -> Reason | None:
    """Two kinds of incident that cannot be one."""
    if left.type is right.type:
        return Reason("same_type", 0.7, left.type.value)
    if any(left.type in f and right.type in f for f in _FAMILIES):
        return None
    return Reason(
        "types_incompatible", -2.0, " and ".join(sorted((left.type, right.type)))
    )


def weapons(left: Profile, right: Profile) -> Reason | None:
    """The same means, as far as both name any."""
    if not left.weapons or not right.weapons:
        return None
    shared = left.weapons & right.weapons
    if shared:
        return Reason("same_weapon", 0.7, ", ".join(sorted(shared)))
    return Reason(
        "other_weapon", -0.5, ", ".join(sorted(left.weapons | right.weapons)[:4])
    )


def wording(left: Profile, right: Profile) -> Reason | None:
    """Words of the passage and lead in common, beyond what chance gives."""
    if left.language != right.language or min(len(left.words), len(right.words)) < 8:
        return None
    shared = len(left.words & right.words) / math.sqrt(
        len(left.words) * len(right.words)
    )
    weight = max(-1.0, min(4.0, 14.0 * (shared - 0.17)))
    return Reason("wording", round(weight, 3), f"{shared:.2f} of the words")


def rare_names(left: Profile, right: Profile) -> Reason | None:
    """Names that few others of the pile bear, whatever they name; or none in common."""
    if not left.rarity or min(len(left.names), len(right.names)) < MIN_NAMES:
        return None
    rarity = left.rarity
    shared = sorted(left.names & right.names, key=lambda n: (-rarity.get(n, 0.0), n))
    bits = sum(rarity.get(name, 0.0) for name in shared)
    both_main = left.prominence is right.prominence is Prominence.MAIN
    # Passages in passing are short, and other languages spell their own way.
    least = LEAST_NAMES if both_main and left.language == right.language else 0.0
    weight = max(least, min(MOST_NAMES, NAME_SLOPE * (bits - NEUTRAL_BITS)))
    detail = ", ".join(shared[:4]) or "none in common"
    return Reason("rare_names", round(weight, 3), detail)


def repetition(left: Profile, right: Profile) -> Reason | None:
    """One calls it the second at that place, the other does not: not the same one.

    A day that both give decides better, and then this says nothing.
    """
    if left.repeats is right.repeats or (left.when and right.when):
        return None
    return Reason("one_is_the_second", -3.5, "only one of them tells of an earlier one")


def perpetrators(left: Profile, right: Profile) -> Reason | None:
    """Somebody whom both accuse."""
    shared = left.perpetrators & right.perpetrators
    return (
        Reason("same_accused", 0.5, ", ".join(sorted(shared)[:3])) if shared else None
    )


COMPARISONS: tuple[Comparison, ...] = (
    same_document,
    copies,
    dates,
    date_against_publication,
    publications,
    places,
    facilities,
    people,
    tolls,
    types,
    weapons,
    wording,
    rare_names,
    repetition,
    perpetrators,
)
