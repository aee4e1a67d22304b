"""What a whole report is about, where that is not an incident: drills, matches, markets.

Counts families of words in the title and the lead. Reports whose subject is a drill or
a match tell of nothing real; the others may still mention real incidents in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract import lexicon
from rashomon.extract.passages import Passage
from rashomon.model.account import IncidentType

LEAD_SENTENCES = 7

# Three words of one family in the lead make it the subject (see lexicon).
FAMILY_WORDS = 3

# Words of the court room in the first sentences: so many make it a report on a trial,
# so many a report on nothing else.
HEAD_SENTENCES = 5
TRIAL_WORDS = 2
ONLY_TRIAL_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """``other`` names the family that the report belongs to, None for a plain report."""

    other: str | None
    trial: bool
    only_trial: bool
    anniversary: bool
    mourning: bool

    @property
    def unreal(self) -> bool:
        """Whether nothing told here happened: a drill or a match."""
        return self.other in {"exercise", "sports"}

    @property
    def may_report(self) -> bool:
        """Whether the report can be about an incident at all."""
        return self.other is None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_FAMILIES = {name: _compiled(p) for name, p in lexicon.OTHER_SUBJECTS.items()}
_TRIAL = _compiled(lexicon.TRIAL)
_ANNIVERSARY = _compiled(lexicon.ANNIVERSARY)
_MOURNING = _compiled(lexicon.MOURNING)


def of_document(passages: Sequence[Passage], title: str | None = None) -> Subject:
    """Say what a report is about, from its headline and first sentences."""
    lead = passages[:LEAD_SENTENCES]
    words = " \n".join([title or "", *(p.words for p in lead)])
    hard = sum(_tells_of_violence(p) for p in lead)
    counts = {
        name: len({m.lower() for m in pattern.findall(words)})
        for name, pattern in _FAMILIES.items()
    }
    name = max(counts, key=lambda n: counts[n], default=None)
    headed = bool(name and title and _FAMILIES[name].search(title))
    needed = FAMILY_WORDS - (headed and name == "exercise") + hard
    other = name if name and counts[name] >= needed else None
    head = " \n".join(p.words for p in passages[:HEAD_SENTENCES])
    trials = len(_TRIAL.findall(head))
    return Subject(
        other=other,
        trial=trials >= TRIAL_WORDS,
        only_trial=trials >= ONLY_TRIAL_WORDS,
        anniversary=bool(_ANNIVERSARY.search(head)),
        mourning=bool(_MOURNING.search(head)),
    )


def tells_of_court(passage: Passage) -> bool:
    """Say whether a sentence tells of a court at work, so that its day is the court's."""
    return bool(_TRIAL.search(passage.words))


# Deaths and collapses are told of floods too; these words hardly are.
_NATURAL = frozenset({IncidentType.KILLING, IncidentType.ACCIDENT, IncidentType.FIRE})


def _tells_of_violence(passage: Passage) -> bool:
    # What the heads alone see in a sentence is as often a doctors' strike.
    hard = any(
        t.weight >= 2 and t.type not in _NATURAL and not t.whole
        for t in passage.triggers
    )
    return hard and not passage.unreal
