"""Who did it by name: a person who is the subject of a verb of killing, off the parse.

"Ian Dovel, 40, stabbed six people" names who did it; "Ian Dovel shot the attacker" does
not, nor does a thing that killed.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.agency import accusation
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement
from rashomon.model.document import Span

# What one does to people; "attacked" and "hit" are of words and votes as often.
_KILLS = frozenset(
    ["kill", "murder", "stab", "shoot", "massacre", "behead", "assassinate", "gun", "knife", "bludgeon", "slay", "abduct", "kidnap"]
)  # fmt: skip
_FIRES = frozenset(["fire", "shoot", "open"])
_AT = frozenset(["at", "on", "into"])
# Whom a policeman or a guard shoots.
_ATTACKER = frozenset(
    ["attacker", "gunman", "suspect", "assailant", "shooter", "knifeman", "bomber", "militant", "terrorist", "insurgent", "robber", "perpetrator", "offender", "him", "himself", "her", "dog"]
)  # fmt: skip


def find(reading: Reading) -> list[Statement]:
    """Return the persons who are named as having done it, in reading order."""
    if not reading.parsed:
        return []
    return [said for token in reading.doc for said in _done_by(token)]


def _done_by(verb: Token) -> Iterator[Statement]:
    if verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children):
        return
    if not _harms(verb):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.lower_ in {"who", "that"}:
        subject = verb.head if verb.dep_ == "relcl" else None
    if subject is None:
        return
    name = next((e for e in verb.doc.ents if e.start <= subject.i < e.end), None)
    if name is None or name.label_ != "PERSON" or len(name) < 2:
        return
    words = name.text.removesuffix("'s").removesuffix("’s")
    if "\n" in words:
        return
    span = Span(name.start_char, max(name.end_char, verb.idx + len(verb)))
    if span.end - span.start <= 200:
        yield from accusation(words, None, span, "person")


def _harms(verb: Token) -> bool:
    """Say whether a verb tells of harm to people, done to others than an attacker."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in _KILLS and objects:
        return not any(o.lemma_.lower() in _ATTACKER for o in objects)
    at = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _AT]
    fired = lemma != "open" or any(o.lower_ == "fire" for o in objects)
    return lemma in _FIRES and fired and bool(at)
