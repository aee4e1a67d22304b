"""Finds the words that tell of an incident, and says which kind and how surely.

Owns the reading of ``lexicon`` and nothing of documents or accounts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.extract import lexicon
from rashomon.extract.reading import Reading, once
from rashomon.model.account import IncidentType
from rashomon.model.document import Span

# "Strike", "hit" and "fire" mean other things in these company.
_NOT_HERE = re.compile(
    r"(?:on|go(?:es|ne)? on|rail|train|hunger|general|labou?r|pay|nurses'?|workers'?|staff|teachers'?) strikes?\b"
    r"|(?:doctors|pilots|drivers|miners|dockers)['’] strikes?\b|(?:indefinite|\d+-(?:day|hour)|(?:one|two|three)-day) (?:\w+ )?strikes?\b"
    r"|(?:workers|employees|nurses|teachers|doctors|crew|staff|public[- ]sector|transport|tube|airport|bin)['’]?,? strikes?\b"
    r"|strikes? (?:began|begins|by (?:[\w-]+ ){0,2}(?:workers|doctors|nurses|teachers|staff|employees|crew|drivers|pilots|union))"
    r"|struck (?:an?|the) (?:[\w-]+ )?(?:deals?|agreement|balance|chord|tone|pact|bargain|note|accord)\b|struck by lightning|hit (?:rock bottom|an? (?:[\w-]+ )?(?:record|high|low|target|milestone|jumper|homer))"
    r"|hit (?:the )?hardest|hard(?:est)?[- ]hit"
    r"|(?:rul(?:ed|es|ing) out|no (?:sign|evidence|indication) of) (?:arson|sabotage|terrorism|(?:a |an )?(?:\w+ )?attack)"
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
    """One word or phrase that tells of an incident; ``whole``: a sentence as such does."""

    span: Span
    type: IncidentType
    weight: float
    whole: bool = False


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


def of(reading: Reading) -> tuple[Trigger, ...]:
    """Return the triggers of a text that was read, looked for once and kept with it."""
    return once(
        reading.doc, "triggers", lambda: tuple(find(reading.text, reading.language))
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


# What a sentence type of the heads is in the codebook; what they see of a work stoppage
# or a robbery is too seldom right to count.
BY_HEAD = {
    "attack": IncidentType.ATTACK,
    "bombing": IncidentType.BOMBING,
    "kidnapping": IncidentType.KIDNAPPING,
    "arson": IncidentType.ARSON,
}
MIN_CHANCE = 0.5
HEAD_WEIGHT = 2.0
DOUBTED = 0.02
DOUBTED_WEIGHT = 0.5

# What the heads never read of: that they see nothing in it says nothing.
UNKNOWN = frozenset(
    {
        IncidentType.DRONE_STRIKE,
        IncidentType.MISSILE_STRIKE,
        IncidentType.AIR_STRIKE,
        IncidentType.SUICIDE_BOMBING,
        IncidentType.VEHICLE_ATTACK,
    }
)


# What the heads take for an attack, never having read of it: thefts, drugs, patients.
_NO_ATTACK = re.compile(
    r"\b(?:burglar\w*|break-?ins?|broke into|thefts?|thie(?:f|ves)|stole|steal(?:s|ing)?|shoplift\w*|fraud\w*"
    r"|overdos\w+|drug[- ](?:charges|deal\w+|possession)|traffick(?:ed|ing)|(?:drunk|impaired)[- ]driv\w+|DWI|DUI"
    r"|patients|outbreak|disease|virus|measles|cholera|landslides?|floods?|earthquakes?|lottery|jackpot)\b",
    re.IGNORECASE,
)


def weighed(
    text: str,
    found: Sequence[Trigger],
    sentences: Sequence[Span],
    types: Sequence[Mapping[str, float]],
) -> list[Trigger]:
    """Return the triggers with what the heads see of each sentence.

    A sentence that the heads are sure of tells of an incident without a word of the
    lexicon, too; a word of the lexicon counts less where they see no incident at all.
    """
    if not types:
        return list(found)
    made: list[Trigger] = []
    for sentence, chances in zip(sentences, types, strict=True):
        here = [t for t in found if sentence.contains(t.span)]
        if not chances:
            made += here
            continue
        name, chance = max(
            ((n, c) for n, c in chances.items() if n in BY_HEAD),
            key=lambda pair: pair[1],
        )
        if chance < DOUBTED:
            here = [t if t.type in UNKNOWN else _doubted(t) for t in here]
        made += here
        generic = BY_HEAD[name] is IncidentType.ATTACK and any(
            t.weight >= 1 for t in here
        )
        other = BY_HEAD[name] is IncidentType.ATTACK and not here
        if other and _NO_ATTACK.search(sentence.of(text)):
            continue
        if chance >= MIN_CHANCE and not generic:
            made.append(
                Trigger(sentence, BY_HEAD[name], HEAD_WEIGHT * chance, whole=True)
            )
    return sorted(made, key=lambda t: t.span)


def _doubted(trigger: Trigger) -> Trigger:
    return replace(trigger, weight=trigger.weight * DOUBTED_WEIGHT)


def is_unreal(sentence: str, language: str) -> bool:
    """Say whether a sentence speaks of a drill, a plan, a threat or a possibility."""
    pattern = _unreal(language)
    return bool(pattern and pattern.search(sentence))
