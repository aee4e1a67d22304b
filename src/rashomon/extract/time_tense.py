"""Which way a sentence points: what is to come, or what has been.

With an English parse the verb that governs the expression decides; without one, a few
words before it in the same sentence do.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from rashomon.extract.reading import Reading
from rashomon.extract.time_frame import Tense

_CLIMB = 8
_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might"})
_PLANS = frozenset(
    "plan expect schedule set due agree order want ask hope intend slate arrange urge "
    "extend postpone delay suspend close propose vow promise threaten prepare".split()
)
_SPEECH = frozenset("say tell add report announce state write quote".split())
_FUTURE_WORDS = re.compile(
    r"\b(?:will|shall|is to|are to|due|plans? to|scheduled|expected|set to|going to|"
    r"будет|будут|планиру\w+|намерен\w*|состоится|запланир\w+|буде|будуть|плану\w+|має намір|відбудеться)\b",
    re.IGNORECASE,
)
_CUE_CHARS = 90


def of(reading: Reading, start: int) -> Tense:
    """Return the tense of the clause that the expression at this character is in."""
    if reading.parsed:
        found = reading.doc.char_span(start, start + 1, alignment_mode="expand")
        return _governing(found[0]) if found else Tense.UNKNOWN
    before = reading.text[max(0, start - _CUE_CHARS) : start]
    clause = re.split(r"[.!?;\n]\s", before)[-1]
    return Tense.FUTURE if _FUTURE_WORDS.search(clause) else Tense.UNKNOWN


def _governing(token: Token) -> Tense:
    until = False
    for _ in range(_CLIMB):
        if token.lower_ in {"until", "till"}:
            until = True
        if token.pos_ in {"VERB", "AUX"}:
            tense = _of_verb(token)
            if tense is Tense.PAST and until and token.lemma_ in _PLANS:
                return Tense.FUTURE
            if tense is not Tense.UNKNOWN:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return Tense.UNKNOWN


def _of_verb(verb: Token) -> Tense:
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    if helpers & _MODALS and "have" not in helpers:
        return Tense.FUTURE
    if verb.tag_ == "VBD" or helpers & {
        "was",
        "were",
        "had",
        "has",
        "have",
        "did",
        "been",
    }:
        planned = verb.lemma_ in _PLANS and verb.tag_ == "VBN"
        return Tense.FUTURE if planned else Tense.PAST
    if verb.tag_ == "VB" and "to" in helpers:
        return Tense.FUTURE if _planned(verb) else Tense.UNKNOWN
    if verb.tag_ in {"VBZ", "VBP"}:
        return Tense.UNKNOWN if verb.lemma_ in _SPEECH else Tense.FUTURE
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'re", "'s", "am"}:
        return Tense.FUTURE
    if verb.tag_ == "VBN" and helpers & {"is", "are"}:
        return Tense.FUTURE if verb.lemma_ in _PLANS else Tense.UNKNOWN
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod"}:
        return Tense.FUTURE if verb.lemma_ in _PLANS else Tense.PAST
    return Tense.UNKNOWN


def _planned(verb: Token) -> bool:
    head = verb.head
    helpers = {child.lower_ for child in head.children}
    return (
        head.lemma_ in _PLANS or bool(helpers & _MODALS) or head.tag_ in {"VBZ", "VBP"}
    )
