"""Sentences that go on with the words of the sentence before, with no cue of their own.

"Two people died, police said. Another 14 were injured." The second figure is the
police's too. Taken are short sentences of the same paragraph on people harmed, with no
date or claim of their own. Measured on wire-dev, on which the rule was also tuned: of
the 21 gold claims (dates apart) in sentences taken so, 16 have that speaker.
"So says the ministry." gives the sentence before it to the ministry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.reading import Reading
from rashomon.extract.speech_relations import Relation
from rashomon.extract.time_words import MONTHS
from rashomon.model.claim import Stance
from rashomon.model.document import Span

# A longer sentence tells something of its own.
SEQUEL_WORDS = 24
# The sentence before is somebody's words where they fill at least this much of it.
VOICED_SHARE = 0.4

_HARM = re.compile(
    r"\b(?:killed|injured|wounded|hurt|dead|died|burns|casualties|missing|unaccounted|arrested|"
    r"detained|hospital\w*|critical\w*|serious\w*|shot|suffered|damaged|blew|targeted|victims?)\b|"
    r"\b(?:погиб|загин|загибл|ранен|поранен|пострада|постражда|потерпіл|травм|больниц|лікарн|задержан|затриман|тяж[её]л|тяжк|госпитал|госпітал|умер|скончал|помер|жертв|"
    r"убит|вбит|повреж|пошкодж|разруш|зруйнован|выбит|вибит)",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"\b(?:claim\w*|responsibility|(?:19|20)\d\d|last (?:year|month|week)|[Ee]arlier|[Pp]revious\w*|"
    rf"[Tt]his (?:month|year)|[Ii]n (?:{MONTHS})|"
    r"ago|since|officials?|authorities|reports?|according|figure|commented)\b|"
    r"\b(?i:ранее|раньше|раніше|до этого|до цього|вчера|вчора|накануне|напередодні|назад|прошл|минул|предыдущ|попередн(?:я|і)\b|месяц|місяц|с начала|з початку|"
    r"тогда|тоді|напомн|нагада|сообщ|повідом|источник|джерел|отчет|звіт|власти|влада|неофициально|неофіційно|говор(?:ит|ят|ил)|пиш(?:ет|ут|е\b)|каж(?:е|уть)\b|данным|даними|словам|тому\b)"
)
_SO_SAYS = re.compile(r"^So (?P<cue>says?|said|reports|writes) (?P<who>[^.;]+)")


def extend(reading: Reading, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations with the sentences that silently continue them."""
    text = reading.text
    found = list(relations)
    before: Span | None = None
    for sentence in reading.sentences():
        if before is not None:
            found = _taken_back(text, before, sentence, found)
            last = _voice_of(before, found)
            if (
                last is not None
                and "\n" not in text[before.end : sentence.start]
                and _continues(sentence.of(text))
                and not any(_touches(r, sentence) for r in found)
            ):
                at = found.index(last)
                found[at] = replace(last, contents=(*last.contents, sentence))
        before = sentence
    return found


def _continues(words: str) -> bool:
    return (
        len(words.split()) <= SEQUEL_WORDS
        and _HARM.search(words) is not None
        and _OF_ITS_OWN.search(words) is None
    )


def _voice_of(sentence: Span, relations: Sequence[Relation]) -> Relation | None:
    voiced = [
        (content.end - content.start, r)
        for r in relations
        # Who denies one thing does not deny the next.
        if r.source is not None and r.stance is Stance.ASSERTS
        for content in r.contents
        if content.overlaps(sentence)
    ]
    if not voiced:
        return None
    size, last = max(voiced, key=lambda pair: pair[0])
    return last if size >= VOICED_SHARE * (sentence.end - sentence.start) else None


def _touches(relation: Relation, sentence: Span) -> bool:
    spans = (*relation.contents, relation.cue)
    return any(s is not None and s.overlaps(sentence) for s in spans)


def _taken_back(
    text: str, before: Span, sentence: Span, relations: list[Relation]
) -> list[Relation]:
    match = _SO_SAYS.match(sentence.of(text))
    if match is None:
        return relations
    source = Span(*match.span("who")).shifted(sentence.start)
    cue = Span(*match.span("cue")).shifted(sentence.start)
    kept = [r for r in relations if not _touches(r, sentence)]
    return [
        *kept,
        Relation(contents=(before,), source=source, named=source, cue=cue),
    ]
