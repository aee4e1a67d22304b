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
_OF_TIME = frozenset({"a.m.", "p.m.", "am", "pm", "morning", "afternoon", "evening"})
_SOON = re.compile(r"\bas (?:early|soon) as (?:on )?$")
_CUE_CHARS = 90
_AHEAD = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "must", "should"}
)
_PERFECT = frozenset({"was", "were", "had", "has", "have", "did", "been", "having"})

# Whose complement is still to come: "agreed to meet on Friday", "planned for Saturday".
_PLANS = frozenset(
    {
        "agree", "arrange", "ask", "call", "decide", "due", "expect", "hope", "intend",
        "order", "plan", "prepare", "promise", "propose", "schedule", "set", "slate",
        "threaten", "urge", "vow", "want",
    }
)  # fmt: skip
_PLANNED = frozenset({"expect", "plan", "schedule", "slate"})

# A deadline lies ahead, but these went on "until Friday" and ended.
_LASTING = frozenset(
    {
        "last", "continue", "remain", "stay", "burn", "rage", "fight", "be", "work", "run",
        "hold", "go", "drag", "hide", "wait", "dig", "search", "struggle", "battle",
        "besiege", "linger", "smoulder", "smolder", "resist", "shoot", "sleep", "live",
    }
)  # fmt: skip

# A headline's present is the past, except of what a calendar fixes.
_FIXED = frozenset(
    {"convene", "reconvene", "gather", "meet", "begin", "start", "open", "depart"}
)
_FIXED_NOUNS = frozenset(
    {
        "ceremony", "conference", "date", "deadline", "election", "hearing", "meeting",
        "referendum", "summit", "talk", "trial", "visit", "vote", "elections", "talks",
    }
)  # fmt: skip
# What is under way now is about what has been.
_OVER = frozenset(
    {
        "investigate", "probe", "look", "search", "seek", "hunt", "review", "examine",
        "mourn", "grieve", "recover", "blame", "accuse", "respond", "deal", "die",
        "suffer", "say", "report", "claim", "tell", "call", "describe",
    }
)  # fmt: skip
_FUTURE_WORDS = re.compile(
    r"\b(?:will|shall|is to|are to|due|plans? to|scheduled|expected|set to|going to|"
    r"будет|будут|планиру\w+|намерен\w*|состоится|запланир\w+|"
    r"буде|будуть|плану\w+|має намір|відбудеться)\b",
    re.IGNORECASE,
)


def of(reading: Reading, start: int) -> Tense:
    """Return the tense of the clause that the expression at this character is in."""
    if reading.parsed:
        if _SOON.search(reading.text[max(0, start - 20) : start]):
            return Tense.FUTURE
        found = reading.doc.char_span(start, start + 1, alignment_mode="expand")
        return _governing(found[0]) if found else Tense.UNKNOWN
    before = reading.text[max(0, start - _CUE_CHARS) : start]
    clause = re.split(r"[.!?;\n]\s", before)[-1]
    return Tense.FUTURE if _FUTURE_WORDS.search(clause) else Tense.UNKNOWN


_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "nummod"})


def _head_of_time(token: Token) -> Token:
    """Return the last word of an expression that a word is part of ("9 a.m. Tuesday")."""
    for _ in range(_CLIMB):
        head = token.head
        of_time = head.ent_type_ in {"DATE", "TIME"} or head.lower_ in _OF_TIME
        if token.dep_ not in _MODIFIERS or not of_time:
            break
        token = head
    return token


def _governing(word: Token) -> Tense:
    token = _head_of_time(word)
    if token.dep_ in _MODIFIERS:
        head = token.head
        if token.dep_ == "poss" or (
            head.pos_ in {"NOUN", "PROPN"} and head.i > token.i
        ):
            ahead = head.lower_ in _FIXED_NOUNS and token.dep_ != "poss"
            return Tense.FUTURE if ahead else Tense.UNKNOWN
    until = False
    for _ in range(_CLIMB):
        until = until or token.lower_ in {"until", "till"}
        if token.pos_ in {"VERB", "AUX"}:
            tense = _of_verb(token, until)
            if tense is not None:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return Tense.UNKNOWN


def _of_verb(verb: Token, until: bool) -> Tense | None:
    """Return the tense of a verb; None: the verb above it decides."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    if helpers & _AHEAD and "have" not in helpers:
        return Tense.FUTURE
    if verb.tag_ == "VB":
        planned = "to" in helpers and _is_planned(verb)
        return Tense.FUTURE if planned else Tense.UNKNOWN if helpers else None
    if verb.tag_ in {"VBD", "VBN"} or helpers & _PERFECT:
        return _of_past(verb, helpers, until)
    now = helpers & {"is", "are", "'re", "am"}
    if verb.tag_ in {"VBZ", "VBP"} and _is_fixed(verb):
        return Tense.FUTURE
    if verb.tag_ == "VBG" and now:
        # "Are investigating a shooting on Monday": it is over.
        return Tense.UNKNOWN if verb.lemma_ in _OVER else Tense.FUTURE
    return None


def _is_fixed(verb: Token) -> bool:
    """Say whether a present verb tells what a calendar fixes: "the vote is on Friday"."""
    if verb.lemma_ != "be":
        return verb.lemma_ in _FIXED
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return any(c.lower_ in _FIXED_NOUNS for c in subjects)


def _of_past(verb: Token, helpers: set[str], until: bool) -> Tense | None:
    if verb.lemma_ in _PLANNED or (until and verb.lemma_ not in _LASTING):
        return Tense.FUTURE
    if verb.tag_ == "VBD" or helpers & _PERFECT:
        return Tense.PAST
    if helpers & {"is", "are"}:
        return Tense.FUTURE if verb.lemma_ in _PLANS else None
    return Tense.PAST if verb.dep_ in {"acl", "advcl", "amod"} else None


def _is_planned(verb: Token) -> bool:
    head = verb.head
    helpers = {child.lower_ for child in head.children}
    return (
        head.lemma_ in _PLANS or bool(helpers & _AHEAD) or head.tag_ in {"VBZ", "VBP"}
    )
