"""Passages: the sentences of a report, each with everything that was read in it.

What ``accounts`` groups. Owns the question whether a time or a place in a sentence
belongs to what happened or to who spoke of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract import (
    aftermath,
    agency,
    means,
    objects,
    outcomes,
    triggers,
    victims,
)
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.extract.triggers import Trigger
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, Mention, TimeMention, Toponym

_SPEECH = frozenset(
    ["say", "tell", "report", "announce", "add", "write", "state", "confirm", "note", "claim", "insist", "explain", "warn", "post", "speak", "comment", "declare", "describe", "stress", "acknowledge", "publish", "quote", "cite", "release", "meet", "visit", "arrive", "hold", "condemn", "call"]
)  # fmt: skip
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|on|near|outside|inside|around|over|across|of|from|to|into|towards|hit|struck|attacked|targeted|bombed|shelled|rocked)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,4}|^|[,—–:(]\s*|\b(?:в|во|у|на|под|над|по|возле|біля|під|in|en|a)\s+(?:\w+\s+){0,3})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence. ``index`` counts from 0; ``paragraph`` counts paragraphs."""

    index: int
    paragraph: int
    span: Span
    words: str
    triggers: tuple[Trigger, ...]
    times: tuple[TimeMention, ...]
    toponyms: tuple[Toponym, ...]
    counts: tuple[CountMention, ...]
    statements: tuple[Statement, ...]
    unreal: bool

    @property
    def weight(self) -> float:
        """How surely the sentence tells of an incident, by its strongest word."""
        return max((t.weight for t in self.triggers), default=0.0)

    @property
    def harmed(self) -> bool:
        """Whether it counts anybody harmed."""
        return any(c.count.low > 0 for c in self.counts)


def split(
    reading: Reading,
    *,
    times: Sequence[TimeMention],
    counts: Sequence[CountMention],
    mentions: Sequence[Mention],
    toponyms: Sequence[Toponym],
) -> list[Passage]:
    """Return the report's sentences with what was read in each."""
    text = reading.text
    found = triggers.find(text, reading.language)
    said = [
        *means.find(text),
        *outcomes.find(text, reading.language),
        *agency.find(text, reading.language),
        *objects.find(reading),
        *aftermath.find_consequences(text),
        *aftermath.find_evidence(text),
        *victims.find(reading, counts, mentions),
    ]
    said += outcomes.rebuttals(text, [s for s in said if s.reader == "outcomes"])
    passages = []
    paragraph, last_end = 0, 0
    for index, span in enumerate(reading.sentences()):
        paragraph += "\n" in text[last_end : span.start]
        last_end = span.end
        words = span.of(text)
        passages.append(
            Passage(
                index=index,
                paragraph=paragraph,
                span=span,
                words=words,
                triggers=tuple(t for t in found if span.contains(t.span)),
                times=tuple(
                    t
                    for t in times
                    if _starts_in(span, t.span)
                    and not tells_when_spoken(reading, t.span)
                ),
                toponyms=tuple(t for t in toponyms if _starts_in(span, t.span)),
                counts=tuple(c for c in counts if _starts_in(span, c.span)),
                statements=tuple(s for s in said if _starts_in(span, s.span)),
                unreal=triggers.is_unreal(words, reading.language),
            )
        )
    return passages


def _starts_in(sentence: Span, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def tells_when_spoken(reading: Reading, span: Span) -> bool:
    """Say whether a time hangs on a verb of speech ("officials said on Tuesday that …")."""
    if not reading.parsed:
        return False
    chunk = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if chunk is None:
        return False
    token: Token = chunk.root
    for _ in range(4):
        head = token.head
        if head is token or head.pos_ in {"VERB", "AUX"}:
            return head.lemma_.lower() in _SPEECH
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ != "pobj":
            return False
        token = head
    return False


def stands_as_place(text: str, toponym: Toponym) -> bool:
    """Say whether the words before a name make it the place where something was."""
    before = text[max(0, toponym.span.start - 45) : toponym.span.start]
    return bool(_LOCATIVE.search(before.split("\n")[-1]))
