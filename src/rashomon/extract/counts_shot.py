"""People shot or stabbed are the dead and the injured together, unless told apart.

"Four people were shot, one fatally": three injured. "One was killed and four others were
shot": four.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts_scope import AFFECTED
from rashomon.model.claim import Attribute
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_SHOT = re.compile(r"\b(?:shot|stabbed|hit|struck)\W*$", re.IGNORECASE)
_APART = re.compile(r"\b(?:others?|more|another|additional)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def settle(mentions: Sequence[CountMention], text: str) -> list[CountMention]:
    """Return the counts with those shot told as the dead and the injured that they are."""
    dead = [m for m in mentions if _is_toll(m, Attribute.KILLED)] or [
        m
        for m in mentions
        if m.attribute is Attribute.KILLED and m.count.scope == "part"
    ]
    number = max((m.count.low for m in dead), default=0)
    shot = [m for m in mentions if _is_shot(m, text)]
    hurt = [m.count.low for m in mentions if _is_toll(m, Attribute.INJURED)]
    hurt = [n for n in hurt if n not in {m.count.low for m in shot}]
    settled: list[CountMention] = []
    for mention in mentions:
        known = any(mention is s for s in shot) and number > 0
        if not known or mention.count.low < number or _is_behind(mention, dead, text):
            settled.append(mention)
            continue
        settled.append(replace(mention, count=replace(mention.count, scope=AFFECTED)))
        rest = mention.count.low - number
        if rest and not hurt:
            settled.append(
                replace(mention, count=Count(rest, rest), rule="shot_less_dead")
            )
    return settled


def _is_toll(mention: CountMention, attribute: Attribute) -> bool:
    count = mention.count
    return (
        mention.attribute is attribute
        and count.scope is None
        and count.low > 0
        and not count.vague
    )


def _is_shot(mention: CountMention, text: str) -> bool:
    words = mention.span.of(text)
    return bool(
        _is_toll(mention, Attribute.INJURED)
        and mention.count.low > 1
        and mention.rule in {"followed", "together", "grouped"}
        and _SHOT.search(words)
        and not _APART.search(words)
    )


def _is_behind(shot: CountMention, dead: Sequence[CountMention], text: str) -> bool:
    """Say whether the dead stand before the shot in one sentence: "one dead, three shot"."""
    return any(
        d.span.end <= shot.span.start
        and not _SENTENCE_END.search(text[d.span.end : shot.span.start])
        for d in dead
    )
