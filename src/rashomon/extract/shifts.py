"""Shifts: when a sentence leaves the report's incident for another one.

A sentence tells of another incident when it says so ("a separate strike", "last
November"), or when its day or its town cannot be the incident's. ``Anchor`` is the day
and the place that an incident is known by so far.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from rashomon.extract.passages import (
    Passage,
    is_afar,
    is_beside,
    is_in_a_name,
    stands_as_place,
    tells,
)
from rashomon.extract.shift_words import (
    adds_another,
    answers,
    calls_another,
    is_marked,
    is_one_later,
    opens_with_a_day,
    tells_of_before,
)
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision, Point, When, Where

# Beyond this a named town is another place: suburbs and the villages of one raid lie
# within it (wire-dev's gold places of one incident are at most 30 km apart).
ANOTHER_PLACE_KM = 60.0

# As far apart as a town is wide: what is further off is another town.
ANOTHER_TOWN_KM = 10.0

# A region's point stands for the whole of it.
WITHIN_REGION_KM = 250.0

# As short as any month.
MONTH_DAYS = 28

# An incident is known by a day, or by as few.
FEW_DAYS = 7

# Wider than any month or pair of them.
WIDE_DAYS = 62

# A day this far from the incident's is another one's, whatever the sentence says.
LONG_DAYS = 20


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day and the place an incident is known by; None: not known yet."""

    when: When | None = None
    where: Where | None = None

    @property
    def is_fine(self) -> bool:
        """Whether its place is known, and more closely than by country."""
        return self.where is not None and (
            self.where.precision is not GeoPrecision.COUNTRY
        )

    def filled_from(self, other: Anchor, passage: Passage | None = None) -> Anchor:
        """Return this anchor with what it lacks taken from another.

        A day within a month or year known so far is narrower and takes its place, where
        the sentence that gives it has a word of the incident.
        """
        where, when = self.where, self.when
        telling = passage is None or tells(passage)
        wide = where is not None and where.precision is GeoPrecision.COUNTRY
        if where is None or (wide and telling):
            where = other.where or where
        if other.when is not None and telling:
            narrower = when is not None and other.when.days < when.days
            if when is None or (
                narrower and when.days > 3 and when.agrees_with(other.when)
            ):
                when = other.when
        return Anchor(when, where)

    def without_wide_time(self) -> Anchor:
        """Return this anchor without a time wider than two months.

        What a report is about, it dates better than by a year: a year in its sentences
        ("the peninsula taken in 2014") is of something else.
        """
        wide = self.when is not None and self.when.days > WIDE_DAYS
        return Anchor(None, self.where) if wide else self

    def without_span(self) -> Anchor:
        """Return this anchor without a time that says of no day that it is the one."""
        wide = self.when is not None and self.when.days > FEW_DAYS
        return Anchor(None, self.where) if wide else self

    def may_be(self, other: Anchor) -> bool:
        """Say whether nothing known of the two speaks against one incident."""
        return not self.another_day(other) and not self.another_place(other)

    def shares(self, other: Anchor) -> bool:
        """Say whether a known day or place of the two is the same."""
        days = self.when and other.when and self.when.agrees_with(other.when)
        return bool(days) or self.same_place(other)

    def same_place(self, other: Anchor) -> bool:
        """Say whether both places are known and one: not merely not apart."""
        left, right = self.where, other.where
        if left is None or right is None:
            return False
        if left.geonameid is not None and left.geonameid == right.geonameid:
            return True
        if left.point is None or right.point is None:
            return left.name == right.name
        inside = left.admin1 is not None and left.admin1 == right.admin1
        return inside or _km(left.point, right.point) <= ANOTHER_PLACE_KM

    def another_day(self, other: Anchor) -> bool:
        """Say whether both days are known and lie more than a day apart."""
        return self._gap(other) > 1

    def is_before(self, other: Anchor) -> bool:
        """Say whether both days are known and the other's all come later."""
        return (
            self.when is not None
            and other.when is not None
            and self.when.last_day < other.when.first_day
        )

    def long_before_or_after(self, other: Anchor) -> bool:
        """Say whether both days are known and lie weeks apart."""
        return self._gap(other) > LONG_DAYS

    def _gap(self, other: Anchor) -> int:
        """Return the days between what is known of both; 0: they may be one day.

        Two months, or two years, that follow each other are as far apart as one is long.
        """
        if self.when is None or other.when is None:
            return 0
        gap = max(
            (other.when.first_day - self.when.last_day).days,
            (self.when.first_day - other.when.last_day).days,
        )
        shorter = min(self.when.days, other.when.days)
        return max(gap, shorter if gap > 0 and shorter >= MONTH_DAYS else 0)

    def abroad_from(self, other: Anchor) -> bool:
        """Say whether both places are known more closely than by country, in two of them."""
        left, right = self.where, other.where
        if left is None or right is None or not (self.is_fine and other.is_fine):
            return False
        return None not in {left.country, right.country} and (
            left.country != right.country
        )

    def another_place(self, other: Anchor) -> bool:
        """Say whether both places are known and too far apart to be one."""
        left, right = self.where, other.where
        if left is None or right is None or left.point is None or right.point is None:
            return False
        if GeoPrecision.COUNTRY in {left.precision, right.precision}:
            return left.country != right.country
        regions = left.precision is right.precision is GeoPrecision.REGION
        if regions and left.admin1 and right.admin1:
            return left.admin1 != right.admin1
        if _is_seat(left, right) or _is_seat(right, left):
            return False
        wide = GeoPrecision.REGION in {left.precision, right.precision}
        inside = not (left.admin1 and right.admin1) or left.admin1 == right.admin1
        near = WITHIN_REGION_KM if wide and inside else ANOTHER_PLACE_KM
        return _km(left.point, right.point) > near


def _is_seat(town: Where, other: Where) -> bool:
    """Say whether a town bears the name of the region that the other place is in.

    "A factory in Ryazan" may be one in a village of the Ryazan region.
    """
    region = other.admin1
    if region is None or region != town.admin1:
        return False
    stem = town.name.casefold().rstrip("’'")
    return region.casefold().startswith(stem[: max(4, len(stem) - 1)])


def _km(left: Point, right: Point) -> float:
    p, q = math.radians(left.lat), math.radians(right.lat)
    dl = math.radians(right.lon - left.lon)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(dl / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))


_RANK = {
    GeoPrecision.EXACT: 0,
    GeoPrecision.FACILITY: 0,
    GeoPrecision.SETTLEMENT: 1,
    GeoPrecision.DISTRICT: 2,
    GeoPrecision.REGION: 3,
    GeoPrecision.COUNTRY: 4,
}


def anchor_of(text: str, passage: Passage) -> Anchor:
    """Return the day and the place that one sentence gives for what it tells."""
    held = [t for t in passage.tied if t.when] or passage.times
    usable = [t.when for t in held if t.when is not None]
    when = min(usable, key=lambda w: w.days, default=None)
    places = [t for t in passage.toponyms if _names_place(text, t)]
    where = min(places, key=_place_rank, default=None)
    return Anchor(when, where.where if where else None)


def _place_rank(toponym: Toponym) -> tuple[int, int]:
    rank = _RANK[toponym.where.precision] if toponym.where else 9
    return rank, toponym.span.start


def _names_place(text: str, toponym: Toponym) -> bool:
    known = toponym.where is not None and not toponym.demonym and not toponym.metonym
    named = known and not is_in_a_name(text, toponym) and not is_afar(text, toponym)
    country = (
        toponym.where is not None and toponym.where.precision is GeoPrecision.COUNTRY
    )
    beside = country and is_beside(text, toponym)
    return named and not beside and stands_as_place(text, toponym)


# "A group based abroad claimed the attack": the one that was told of.
_THE_DEED = re.compile(
    r"\b(?:the|this) (?:attack|strike|raid|bombing|blast|explosion|shooting|killing|assault"
    r"|massacre|incident)s?\b",
    re.IGNORECASE,
)


def _another_town_too(passage: Passage, here: Anchor, base: Anchor) -> bool:
    """Say whether a sentence adds that another town was hit, however near it lies."""
    left, right = base.where, here.where
    if left is None or right is None or left.point is None or right.point is None:
        return False
    towns = left.precision is right.precision is GeoPrecision.SETTLEMENT
    apart = _km(left.point, right.point) > ANOTHER_TOWN_KM
    return towns and apart and adds_another(passage)


def tells_of_another(
    passage: Passage, here: Anchor, base: Anchor, no_main: bool
) -> bool:
    """Say whether a sentence with a trigger tells of an incident other than the base's."""
    if no_main:
        return passage.weight >= 1.5 and (
            here.when is not None or here.where is not None
        )
    if answers(passage) and here.abroad_from(base) and passage.weight >= 1:
        return True
    before = tells_of_before(passage)
    strong = calls_another(passage) or before or is_one_later(passage)
    marked = strong or is_marked(passage)
    day, place = base.another_day(here), base.another_place(here)
    if (day and place) or base.long_before_or_after(here):
        return True
    if day:
        few = here.when is not None and here.when.days <= FEW_DAYS
        opens = passage.has_deed and opens_with_a_day(passage)
        return marked or opens or (few and passage.weight >= 1.5)
    if place:
        if not strong and not answers(passage) and _THE_DEED.search(passage.words):
            return False
        left, right = base.where, here.where
        fine = right is not None and right.precision is not GeoPrecision.COUNTRY
        abroad = (
            left is not None and right is not None and left.country != right.country
        )
        far = fine or (abroad and passage.has_deed)
        return marked or (far and passage.weight >= 1)
    if passage.weight >= 1 and _another_town_too(passage, here, base):
        return True
    told = passage.weight >= 1 or passage.harmed
    if not strong or passage.index <= 1 or not told:
        return False
    base = base.without_span()
    same_day = base.when and here.when and base.when.agrees_with(here.when)
    # "A day earlier a drone hit the station": in the same town, yet another incident.
    said_so = passage.weight >= 1.5 or before or is_one_later(passage)
    return not same_day and (said_so or not base.shares(here))
