"""Mentions: stretches of text that name or count or date something, before grouping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Count, TimePrecision, Unanchored, When, Where


class MentionKind(StrEnum):
    """What a name names, as far as the text alone tells."""

    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    FACILITY = "facility"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, in the words of the text."""

    span: Span
    text: str
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression; ``when`` None: it names no time that can be put on a calendar.

    ``timex`` is the TIMEX3 value ("2023-09-01", "2023-W35", "PAST_REF"); ``rule`` names
    what read it. ``relative`` tells that it was reckoned from the document's date;
    ``rival`` is the time that another date of the document would have made of it.
    ``mod`` is TIMEX3's: ``ON_OR_BEFORE``, ``BEFORE``, ``ON_OR_AFTER``, ``AFTER``, or nothing.
    """

    span: Span
    when: When | None
    timex: str
    rule: str
    relative: bool
    rival: When | None = None
    mod: str = ""

    @property
    def bound(self) -> Unanchored | None:
        """The end that it tells, where it is of something before or after that day."""
        if self.when is None or not self.mod:
            return None
        step = timedelta(days=0 if self.mod.startswith("ON_OR") else 1)
        if self.mod.endswith("BEFORE"):
            return Unanchored(f"../{self.when.last_day - step}")
        return Unanchored(f"{self.when.first_day + step}/..")

    @property
    def unanchored(self) -> Unanchored | None:
        """The weekday or day of the year that it names where nothing says which."""
        if self.when is not None or not Unanchored.names_day(self.timex):
            return None
        part = "T" in self.timex
        precision = TimePrecision.PART_OF_DAY if part else TimePrecision.DAY
        return Unanchored(self.timex, precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """A count of people harmed. ``span`` is the phrase that says it, verb included."""

    span: Span
    attribute: Attribute
    count: Count
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name and where it is; ``where`` None: said on purpose to be unresolved (NIL).

    ``reasons`` itemise the choice: (reason, weight). ``demonym``: an adjective or a
    people ("Ukrainian"), which names no place of an incident by itself. ``metonym``:
    the name stands for a government or an army ("Moscow said"). ``part``: the side of a
    country that the words name ("northern Iraq").
    """

    span: Span
    text: str
    where: Where | None
    reasons: tuple[tuple[str, float], ...] = ()
    demonym: bool = False
    metonym: bool = False
    part: Where | None = None
