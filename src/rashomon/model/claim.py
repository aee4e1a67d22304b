"""Claims: what a document says, in whose words, and where it says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.document import Span
from rashomon.model.ids import ClaimId, DocumentId
from rashomon.model.value import (
    Consequence,
    Count,
    Damage,
    Evidence,
    Outcome,
    Perpetrator,
    Responsibility,
    Target,
    Value,
    Victim,
    Weapon,
    When,
    Where,
)


class Attribute(StrEnum):
    """The questions that an incident's record answers, in the contract's order."""

    DATE = "date"
    PLACE = "place"
    KILLED = "killed"
    INJURED = "injured"
    SERIOUSLY_INJURED = "seriously_injured"
    MISSING = "missing"
    DETAINED = "detained"
    EVACUATED = "evacuated"
    VICTIM = "victim"
    TARGET = "target"
    DAMAGE = "damage"
    WEAPON = "weapon"
    PERPETRATOR = "perpetrator"
    RESPONSIBILITY = "responsibility"
    OUTCOME = "outcome"
    CONSEQUENCE = "consequence"
    EVIDENCE = "evidence"


COUNT_ATTRIBUTES = frozenset(
    {
        Attribute.KILLED,
        Attribute.INJURED,
        Attribute.SERIOUSLY_INJURED,
        Attribute.MISSING,
        Attribute.DETAINED,
        Attribute.EVACUATED,
    }
)

VALUE_TYPES: dict[Attribute, type] = {
    Attribute.DATE: When,
    Attribute.PLACE: Where,
    **dict.fromkeys(COUNT_ATTRIBUTES, Count),
    Attribute.VICTIM: Victim,
    Attribute.TARGET: Target,
    Attribute.DAMAGE: Damage,
    Attribute.WEAPON: Weapon,
    Attribute.PERPETRATOR: Perpetrator,
    Attribute.RESPONSIBILITY: Responsibility,
    Attribute.OUTCOME: Outcome,
    Attribute.CONSEQUENCE: Consequence,
    Attribute.EVIDENCE: Evidence,
}


class Stance(StrEnum):
    """Whether the speaker says that it is so, that it is not, or that it is unclear."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the fullest name the document gives, and where it stands.

    ``span`` is the nearest mention that the attribution rests on (it may be a pronoun
    or a title whose bearer ``name`` is resolved to).
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Reported speech: content, source and cue (PARC, PolNeAR), and the stance.

    ``source`` None: the words have a cue but nobody is named. ``speaker`` is the
    source resolved within the document, None where there is no source.
    """

    content: Span
    source: Span | None
    cue: Span | None
    speaker: Speaker | None
    stance: Stance


# Readers of times that stand by themselves (but for the year, where it is left out);
# all others reckon from another day.
_ABSOLUTE_TIMES = frozenset(
    {
        "dates.iso",
        "dates.dotted",
        "dates.date",
        "dates.days",
        "dates.day_beside",
        "dates.night_of_days",
        "dates.night_before_date",
        "dates.month",
        "dates.month_of_year",
        "dates.year",
    }
)


# What reads a time from the date of the document that was not believed.
RIVAL_DAY = "dates.rival"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The atom of evidence: one value of one attribute, tied to the very words.

    ``speaker`` None: the outlet itself says it. ``cue`` is the word that reports it.
    ``extractor`` names what read it, for the record; it is not part of the id.
    """

    id: ClaimId
    document_id: DocumentId
    attribute: Attribute
    value: Value
    span: Span
    speaker: Speaker | None = None
    stance: Stance = Stance.ASSERTS
    cue: Span | None = None
    extractor: str = "rules"

    @property
    def is_reckoned(self) -> bool:
        """Whether it gives a time reckoned from another day ("on Friday")."""
        return (
            self.attribute is Attribute.DATE and self.extractor not in _ABSOLUTE_TIMES
        )

    @property
    def is_rival(self) -> bool:
        """Whether its day is reckoned from a date of the document that others outdo.

        It keeps a conflict of two anchors in the record; alone it dates nothing.
        """
        return self.extractor == RIVAL_DAY
