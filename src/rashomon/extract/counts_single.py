"""Single persons harmed, told without a number: "the boy died", "a 17-year-old was shot".

Read off the English parse, and only where a report gives no figure for the harm: the
same person is told of many times, so every such sentence says one, never one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract.reading import Reading
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_MALE = frozenset(
    "man boy father son brother husband uncle nephew grandfather boyfriend policeman he him himself male grandson stepfather stepson gunman".split()
)
_FEMALE = frozenset(
    "woman girl mother daughter sister wife aunt niece grandmother girlfriend policewoman she her herself female granddaughter stepmother stepdaughter".split()
)
_ANYONE = frozenset(
    "child baby toddler infant teen teenager youth kid student pupil officer deputy trooper soldier driver victim person resident passenger pedestrian guard clerk employee worker owner neighbor neighbour friend cousin teacher pastor priest imam journalist reporter judge mayor farmer civilian bystander motorist cyclist player patient customer minor adult rider sergeant constable lawyer doctor nurse activist lawmaker singer rapper".split()
)
_ATTACKERS = frozenset(
    "suspect gunman shooter attacker bomber assailant robber intruder burglar perpetrator hijacker militant terrorist".split()
)
_KILLING = frozenset(
    "kill murder slay assassinate execute behead electrocute drown".split()
)
_DEATHS = frozenset("death killing murder homicide slaying assassination body".split())
_DYING = frozenset("die succumb perish".split())
_HURTING = frozenset(
    "shoot stab wound injure hurt hospitalize hospitalise airlift graze burn maim".split()
)
_FATAL = frozenset("dead fatally".split())
_FINDING = frozenset("find pronounce declare leave shoot".split())
_BODILY = frozenset("wound injury burn gunshot".split())
_UNREAL = frozenset("could would may might can should will".split())
_DETERMINERS = frozenset("a an the his her their this that another one".split())


@dataclass(frozen=True, slots=True)
class _Harmed:
    attribute: Attribute
    word: Token
    persons: tuple[Token, ...]


def settle(reading: Reading, told: Sequence[CountMention]) -> list[CountMention]:
    """Return the counts with single persons, for the harms that have no figure.

    Who was shot and died is one of the dead and none of the injured.
    """
    if not reading.parsed:
        return list(told)
    known = {m.attribute for m in told if _is_figure(m)}
    counted = {m.attribute for m in told if m.count.scope is None and m.count.low > 0}
    made = [_mention(h) for h in _harmed(reading) if h.attribute not in counted]
    # A report with a figure for the dead may tell of them one by one as being shot.
    if Attribute.KILLED in known:
        made = []
    every = [
        *told,
        *(m for m in made if not any(m.span.overlaps(t.span) for t in told)),
    ]
    if Attribute.INJURED in known or Attribute.KILLED in known:
        return every
    dead = [m for m in every if m.attribute is Attribute.KILLED and _is_one(m)]
    text = reading.text
    return [
        m
        for m in every
        if m.attribute is not Attribute.INJURED
        or not _is_one(m)
        or not any(_may_be_one(m.span.of(text), d.span.of(text)) for d in dead)
    ]


def _is_figure(mention: CountMention) -> bool:
    return (
        mention.count.scope is None and mention.count.low > 0 and not _is_one(mention)
    )


def _is_one(mention: CountMention) -> bool:
    single = "_single" in mention.rule
    return single and mention.count.scope is None and mention.count.low == 1


def _harmed(reading: Reading) -> Iterator[_Harmed]:
    for verb in reading.doc:
        if verb.pos_ not in {"VERB", "AUX"} or _is_denied(verb):
            continue
        for attribute, person in _roles(verb):
            persons = _singles(person)
            if persons:
                yield _Harmed(attribute, verb, persons)
    for noun in reading.doc:
        if noun.lemma_.lower() in _DEATHS and noun.pos_ in {"NOUN", "PROPN"}:
            for prep in noun.children:
                for person in prep.children if prep.lower_ == "of" else ():
                    persons = _singles(person)
                    if persons:
                        yield _Harmed(Attribute.KILLED, noun, persons)


def _singles(person: Token) -> tuple[Token, ...]:
    """Return a person and those named beside them, nothing where the first is no person."""
    persons = tuple(t for t in (person, *person.conjuncts) if _is_single(t))
    return persons if persons and persons[0] is person else ()


def _roles(verb: Token) -> Iterator[tuple[Attribute, Token]]:
    """Yield who is harmed in the clause of a verb, and how."""
    lemma = verb.lemma_.lower()
    subject, passive = _subject(verb)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    fatal = any(
        c.lower_ in _FATAL or (c.lower_ == "to" and _next_is(c, "death"))
        for c in verb.children
    )
    if subject is not None and (lemma in _DYING or _lost_life(lemma, objects)):
        yield Attribute.KILLED, subject
    elif subject is not None and passive:
        if lemma in _KILLING or (fatal and lemma in _HURTING | _FINDING):
            yield Attribute.KILLED, subject
        elif lemma in _HURTING:
            yield Attribute.INJURED, subject
    elif subject is not None and lemma in {"suffer", "sustain", "receive"}:
        if any(o.lemma_.lower() in _BODILY for o in objects):
            yield Attribute.INJURED, subject
    elif verb.tag_ != "VBN" and lemma in _KILLING | _HURTING:
        for target in objects:
            who = subject if target.lower_ in {"himself", "herself"} else target
            if who is not None:
                deadly = lemma in _KILLING or fatal
                yield Attribute.KILLED if deadly else Attribute.INJURED, who


def _subject(verb: Token) -> tuple[Token | None, bool]:
    """Return who a verb is said of, and whether it was done to them."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            passive = child.dep_ == "nsubjpass"
            if child.lower_ in {"who", "that", "which"} and verb.dep_ == "relcl":
                return verb.head, passive
            return child, passive
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head, True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        subject, passive = _subject(verb.head)
        return subject, passive and verb.tag_ == "VBN"
    return None, False


def _next_is(token: Token, word: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == word


def _lost_life(lemma: str, objects: Sequence[Token]) -> bool:
    return lemma == "lose" and any(o.lemma_.lower() == "life" for o in objects)


def _is_denied(verb: Token) -> bool:
    return any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _UNREAL)
        for c in verb.children
    ) or (verb.dep_ == "advcl" and any(c.lower_ == "if" for c in verb.children))


def _is_single(token: Token) -> bool:
    """Say whether a word names exactly one person."""
    word = token.lemma_.lower()
    if token.lower_ in {"he", "she", "him", "her"} and token.pos_ == "PRON":
        return True
    if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
        return True
    if (
        token.lower_ == "old"
        and token.i >= 2
        and "year" in token.doc[token.i - 2 : token.i].text
    ):
        return True
    if word not in _MALE | _FEMALE | _ANYONE | _ATTACKERS or token.tag_ != "NN":
        return False
    if any(c.dep_ == "nummod" and c.lower_ not in {"one", "1"} for c in token.children):
        return False
    marked = any(
        c.lower_ in _DETERMINERS or c.dep_ in {"poss", "nummod"} for c in token.children
    )
    return marked or token.left_edge.is_sent_start is True


def _gender(words: str) -> str:
    held = set(re.findall(r"[a-z]+", words.lower()))
    if held & _MALE and not held & _FEMALE:
        return "m"
    return "f" if held & _FEMALE and not held & _MALE else ""


def _may_be_one(left: str, right: str) -> bool:
    """Say whether two wordings can be of one person: no "another", no other sex."""
    if re.search(r"\b(?:another|other|second)\b", f"{left} {right}", re.IGNORECASE):
        return False
    return {_gender(left), _gender(right)} != {"m", "f"}


def _mention(harmed: _Harmed) -> CountMention:
    persons = harmed.persons
    start = min(persons[0].idx, harmed.word.idx)
    end = max(p.idx + len(p) for p in (*persons, harmed.word))
    attacker = persons[0].lemma_.lower() in _ATTACKERS
    number = len(persons)
    return CountMention(
        span=Span(start, end),
        attribute=harmed.attribute,
        count=Count(number, number, scope="attackers" if attacker else None),
        rule="person_single",
    )
