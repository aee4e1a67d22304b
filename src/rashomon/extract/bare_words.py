"""Whether anything but the heads, or a word for death, says that a report is about a deed.

The heads read news on attacks when they were trained, and are as sure of a stolen guitar
or a sick child; and people die of age, in novels and at Easter. Of 286 reports of the
world's news, hardly any about an incident, 18 are taken for one, and 31 without this.
Where a sentence names who did it the heads are believed without a word of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.passages import Passage
from rashomon.extract.triggers import Trigger
from rashomon.model.account import IncidentType as T
from rashomon.model.value import Perpetrator

# What may be told of anybody who died, or was held.
_BARE = frozenset({T.KILLING, T.ARREST, T.PROTEST})
STRONG = 1.5
_KILLED = re.compile(r"kill|slain", re.IGNORECASE)

# So many words of illness, faith, beasts or plays, and no word of harm, make the dead no victims.
OTHER_WORDS = 2
_OTHER = re.compile(
    r"\b(?:cancer|heart (?:failure|attack|disease)|natural causes|illness(?:es)?|disease|diagnos\w+|transplants?|livers?|kidneys?|surgery"
    r"|hospice|life support|terminally|overdos\w+|opioids?|fentanyl|stroke|pneumonia|dementia|virus|outbreak|vaccin\w+|patients?"
    r"|passed away|obituar\w+|at (?:the )?age (?:of )?\d+|survived by|widow|Jesus|Christ|Easter|resurrection|gospel|prayers?"
    r"|whales?|sharks?|dolphins?|dogs?|pupp(?:y|ies)|kittens?|cattle|livestock|fish|birds?|movie|film|novel|drama|album|comedy|episode|television series)\b",
    re.IGNORECASE,
)


def _is_strong(trigger: Trigger, passage: Passage) -> bool:
    """Say whether a word tells of harm that somebody did, more than that somebody died."""
    if trigger.type not in _BARE or trigger.weight >= STRONG:
        return True
    start = trigger.span.start - passage.span.start
    return bool(_KILLED.match(passage.words, start))


_DOERS = re.compile(
    r"\b(?:men|gunm[ae]n|militants?|insurgents?|rebels?|terrorists?|bandits?|assailants?|attackers?|extremists?|separatists?|guerrillas?"
    r"|arsonists?|vandals|mob|jihadists?|pirates|fighters|raiders|soldiers|troops|forces|army|militia\w*|settlers|herders|gangs?|gangsters"
    r"|hooligans|saboteurs|partisans|commandos|paramilitar\w+)\b",
    re.IGNORECASE,
)


def _names_who(passage: Passage) -> bool:
    """Say whether a sentence names who did it: "rebels overran two villages"."""
    named = [s.value for s in passage.statements if isinstance(s.value, Perpetrator)]
    return any(who.entity or _DOERS.search(who.name) for who in named)


def tell_of_nothing(
    kind: T, telling: Sequence[Passage], lead: Sequence[Passage]
) -> bool:
    """Say whether nobody was harmed by what a report's sentences tell, in so many words."""
    if kind not in {T.ATTACK, T.KILLING}:
        return False
    if any(_is_strong(t, p) for p in telling for t in p.deeds):
        return False
    if not any(p.harmed for p in telling):
        return not any(_names_who(p) for p in telling)
    words = " ".join(p.words for p in lead)
    other = {m.group(0).lower() for m in _OTHER.finditer(words)}
    return kind is T.KILLING and len(other) >= OTHER_WORDS
