"""Finds the words that tell of an incident, and says which kind and how surely.

Owns the reading of ``lexicon`` and nothing of documents or accounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.extract import lexicon
from rashomon.model.account import IncidentType
from rashomon.model.document import Span

# "Strike", "hit" and "fire" mean other things in these company.
_NOT_HERE = re.compile(
    r"(?:on|go(?:es|ne)? on|rail|train|hunger|general|labou?r|pay|nurses'?|workers'?|staff|teachers'?) strikes?\b"
    r"|strikes? (?:over|action|ballot|a (?:deal|balance)|fund)"
    r"|cease-?fires?|fire ?(?:brigade|fighters?|department|service|safety|trucks?|engines?|power|extinguish\w*|chief|crews?)"
    r"|heart attacks?|panic attacks?|(?:was|were|is|are) hit by (?:inflation|sanctions|a wave)|hit (?:record|the (?:headlines|market|shelves))"
    r"|(?:verbal|personal|political|cyber|ddos|hacker) ?attacks?|attack(?:s|ed|ing)? (?:the )?(?:government's|plan|policy|bill|critics)"
    r"|box[- ]office|smash hit|bomb (?:threat|hoax|disposal|squad|shelter)s?"
    r"|protest(?:s|ed)? (?:that|his|her) innocence|film shooting|shooting (?:a film|range|star)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that tells of an incident."""

    span: Span
    type: IncidentType
    weight: float


@cache
def _patterns(language: str) -> tuple[tuple[IncidentType, float, re.Pattern[str]], ...]:
    rows = lexicon.BY_LANGUAGE.get(language, lexicon.ROMANCE)
    return tuple(
        (kind, weight, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
        for kind, weight, pattern in rows
    )


@cache
def _unreal(language: str) -> re.Pattern[str] | None:
    pattern = lexicon.UNREAL.get(language)
    return (
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None
    )


def find(text: str, language: str) -> list[Trigger]:
    """Return the triggers in reading order; no two overlap."""
    blocked = [Span(m.start(), m.end()) for m in _NOT_HERE.finditer(text)]
    taken: list[Trigger] = []
    for kind, weight, pattern in _patterns(language):
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if any(b.contains(span) or b.overlaps(span) for b in blocked):
                continue
            if not any(t.span.overlaps(span) for t in taken):
                taken.append(Trigger(span, kind, weight))
    return sorted(taken, key=lambda t: t.span)


def is_unreal(sentence: str, language: str) -> bool:
    """Say whether a sentence speaks of a drill, a plan, a threat or a possibility."""
    pattern = _unreal(language)
    return bool(pattern and pattern.search(sentence))
