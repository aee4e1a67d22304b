"""Who is harmed in a clause, read off the English parse: "the boy died", "was shot"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.extract import means
from rashomon.extract.facilities import kind_of
from rashomon.extract.reading import once
from rashomon.model.claim import Attribute

MALE = frozenset(
    "man boy father son brother husband uncle nephew grandfather boyfriend policeman he him himself dad male grandson stepfather stepson gunman".split()
)
FEMALE = frozenset(
    "woman girl mother daughter sister wife aunt niece grandmother girlfriend policewoman she her herself mum mom female granddaughter stepmother stepdaughter".split()
)
_ANYONE = frozenset(
    "child baby toddler infant teen teenager youth kid student pupil officer deputy trooper soldier driver victim person resident passenger pedestrian guard clerk employee worker owner neighbor neighbour friend cousin teacher pastor priest imam journalist reporter judge mayor farmer civilian bystander motorist cyclist player patient customer minor adult rider sergeant constable lawyer doctor nurse activist lawmaker singer rapper assistant aide bodyguard colleague commander leader general colonel director manager editor chief veteran juvenile individual mom dad mum grandparent parent sibling roommate firefighter paramedic detective sheriff senior sophomore freshman grader tourist migrant prisoner inmate protester demonstrator miner villager shopkeeper businessman politician minister governor passerby vigilante".split()
)
ATTACKERS = frozenset(
    "suspect gunman shooter attacker bomber assailant robber intruder burglar perpetrator hijacker militant terrorist".split()
)
_KILLING = frozenset(
    "kill murder slay assassinate execute behead electrocute drown".split()
)
_DEATHS = frozenset("death killing murder homicide slaying assassination body".split())
_DYING = frozenset("die succumb perish".split())
_AIMED = frozenset("shoot stab".split())
_HURTING = _AIMED | frozenset(
    "wound injure hurt hospitalize hospitalise airlift graze burn maim".split()
)
_FATAL = frozenset("dead fatally".split())
_FINDING = frozenset("find pronounce declare leave shoot".split())
_BODILY = frozenset("wound injury burn gunshot trauma".split())
_WOUNDING = frozenset("gunshot stab bullet shotgun shrapnel".split())
_CARRYING = frozenset("take rush transport fly airlift bring send".split())
_CARE = frozenset("hospital clinic medical icu".split())
_STATES = frozenset("critical stable serious grave fair good guarded".split())
_SURVIVING = frozenset("survive recover live".split())
_STRIKING = frozenset("hit strike graze".split())
_BULLETS = frozenset("bullet gunfire shot shrapnel fire round pellet".split())
_BODY = frozenset(
    "leg arm head chest back neck hand foot shoulder stomach abdomen torso face thigh hip knee buttock ankle calf groin side body wrist jaw pelvis hands legs arms".split()
)
_UNREAL = frozenset("could would may might can should will".split())
_DETERMINERS = frozenset("a an the his her their this that another one".split())
# How nouns end that name somebody by what they do or where they are from ("surfer").
_DOER = re.compile(r"(?:er|or|ist|ian|man|woman|person|ee|eer|mate|ling|ster)$")
# These end so and are things.
_THINGS = frozenset(
    "helicopter tanker carrier cruiser destroyer freighter trawler tower river power letter weather water paper tractor trailer trigger finger shoulder liver container transformer computer corner border order number center theater skyscraper server tiger spider monster door floor motor sensor radar reactor generator interceptor tree knee committee coffee".split()
)
# What may "die" or "be hit" without being anybody.
_NOBODY = frozenset(
    "dog cat horse animal deer cow hope battery engine phone storm fire bill case story idea dream tradition plant tree car vehicle house home building window door wall truck bus number toll family group crowd couple pair police community city town team company bystanders".split()
)
_NO_NAME = frozenset("GPE LOC DATE TIME EVENT NORP FAC MONEY CARDINAL".split())


@dataclass(frozen=True, slots=True)
class Harmed:
    """One person, or several joined by "and", harmed in one clause.

    ``sure``: the words cannot be of somebody dead ("is recovering", not "was shot").
    """

    attribute: Attribute
    word: Token
    persons: tuple[Token, ...]
    sure: bool = True


def find(doc: Doc) -> Iterator[Harmed]:
    """Yield the single persons that the clauses of a text say were harmed."""
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _by_verb(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _by_noun(token)


def harmed_nouns(doc: Doc) -> Iterator[tuple[Attribute, Token, Token]]:
    """Yield what clauses say was harmed, one or many, with harm and verb."""
    for token in doc:
        for attribute, noun, _ in _told(token):
            yield attribute, noun, token


def _told(verb: Token) -> list[tuple[Attribute, Token, bool]]:
    """Return whom a clause says to be harmed, looked for once and kept with the parse."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return []
    return once(
        verb.doc,
        f"roles {verb.i}",
        lambda: [] if _is_denied(verb) else list(_roles(verb)),
    )


def groups(doc: Doc) -> Iterator[tuple[Attribute, Token, Token]]:
    """Yield the plural nouns that clauses say were harmed, with harm and verb."""
    for token in doc:
        for attribute, noun, _ in _told(token):
            thing = noun.lemma_.lower() in _NOBODY | _THINGS
            if noun.tag_ in {"NNS", "NNPS"} and _says_a_person(token) and not thing:
                yield attribute, noun, token


def _by_verb(verb: Token) -> Iterator[Harmed]:
    for attribute, person, sure in _told(verb):
        clear = person.dep_ in {"nsubj", "nsubjpass"}
        persons = _singles(person, loose=clear and _says_a_person(verb))
        if persons:
            yield Harmed(attribute, verb, persons, sure)


def _by_noun(noun: Token) -> Iterator[Harmed]:
    """Read "the death of Doe", "Doe's death", "a man with a gunshot wound"."""
    word = noun.lemma_.lower()
    fatal = any(c.lower_ in {"fatal", "deadly", "death"} for c in noun.children)
    if word in _DEATHS or (word == "shooting" and fatal):
        for child in noun.children:
            owners = child.children if child.lower_ == "of" else ()
            for person in (child,) if child.dep_ == "poss" else owners:
                his = word == "death" and person.lower_ in {"his", "her"}
                persons = (person,) if his else _singles(person)
                if persons:
                    yield Harmed(Attribute.KILLED, noun, persons)
    elif word in _BODILY and noun.dep_ == "pobj" and _is_wound(noun):
        holder = noun.head.head
        if noun.head.lower_ in {"with", "from"} and holder.dep_ != "ROOT":
            if holder.lemma_ == "suffer" and holder.dep_ == "acl":
                holder = holder.head
            persons = _singles(holder) if holder.pos_ in {"NOUN", "PROPN"} else ()
            if persons:
                yield Harmed(Attribute.INJURED, noun, persons, sure=False)


def _is_wound(noun: Token) -> bool:
    return any(c.lower_ in _WOUNDING for c in noun.children)


def _singles(person: Token, *, loose: bool = False) -> tuple[Token, ...]:
    """Return a person and those named beside them, nothing where the first is no person."""
    joined = (person, *person.conjuncts)
    if not is_single(person, loose=loose):
        return ()
    return tuple(
        t for t in joined if is_single(t, loose=loose) or _is_beside(t, person)
    )


def _is_beside(token: Token, first: Token) -> bool:
    """Say whether "father" is one person in "the mother and father"."""
    known = token.lemma_.lower() in MALE | FEMALE | _ANYONE
    return token.i > first.i and known and token.tag_ == "NN"


def _says_a_person(verb: Token) -> bool:
    """Say whether only a person can be what the verb is said of."""
    lemma = verb.lemma_.lower()
    if any(c.dep_ == "prt" and c.lower_ == "down" for c in verb.children):
        return False  # "was shot down": an aircraft
    return lemma in _DYING | _KILLING | _HURTING | {"pronounce"} and lemma != "hurt"


def _roles(verb: Token) -> Iterator[tuple[Attribute, Token, bool]]:
    """Yield who is harmed in the clause of a verb, how, and whether they surely live."""
    lemma = verb.lemma_.lower()
    subject, passive = _subject(verb)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    fatal = any(
        c.lower_ in _FATAL or (c.lower_ == "to" and _next_is(c, "death"))
        for c in verb.children
    )
    if (
        (subject is not None and (lemma in _DYING or _lost_life(verb, objects)))
        or (subject is not None and passive and lemma in _KILLING)
        or (subject is not None and passive and fatal and lemma in _HURTING | _FINDING)
    ):
        yield Attribute.KILLED, subject, True
    elif subject is not None and passive and lemma in _HURTING:
        yield Attribute.INJURED, subject, lemma not in _AIMED
    elif subject is not None and _is_hurt(verb, passive, objects):
        yield Attribute.INJURED, subject, lemma not in _STRIKING
    elif verb.tag_ != "VBN" and lemma in _KILLING | _HURTING:
        for target in objects:
            who = subject if target.lower_ in {"himself", "herself"} else target
            if who is not None:
                deadly = lemma in _KILLING or fatal
                yield (
                    Attribute.KILLED if deadly else Attribute.INJURED,
                    who,
                    lemma not in _AIMED,
                )
    elif lemma in _STRIKING and not passive and _in_body(verb):
        for target in objects:
            yield Attribute.INJURED, target, False


def _is_hurt(verb: Token, passive: bool, objects: Sequence[Token]) -> bool:
    """Say whether a clause says its subject to be hurt and alive, or hit by a shot."""
    lemma = verb.lemma_.lower()
    if lemma in {"suffer", "sustain", "receive"}:
        nouns = [*objects, *_prepositional(verb, "from")]
        return any(o.lemma_.lower() in _BODILY for o in nouns)
    if lemma == "have":
        return any(o.lemma_.lower() in _BODILY and any(o.children) for o in objects)
    if lemma in _STRIKING and passive:
        by = any(o.lemma_.lower() in _BULLETS for o in _prepositional(verb, "by"))
        return by or _in_body(verb)
    if lemma in _CARRYING and passive:
        there = [t for o in _prepositional(verb, "to") for t in (o, *o.children)]
        return any(t.lemma_.lower() in _CARE for t in there)
    if lemma in {"be", "list", "remain"}:
        return any(
            o.lemma_.lower() == "condition"
            and any(c.lower_ in _STATES for c in o.children)
            for o in _prepositional(verb, "in")
        )
    if lemma == "expect" and passive:
        return any(c.lemma_ in _SURVIVING for c in verb.children if c.dep_ == "xcomp")
    return lemma == "recover" and verb.tag_ == "VBG" and not objects


def _prepositional(verb: Token, word: str) -> list[Token]:
    return [
        o
        for p in verb.children
        if p.lower_ == word and p.dep_ in {"prep", "agent"}
        for o in p.children
        if o.dep_ == "pobj"
    ]


def _in_body(verb: Token) -> bool:
    return any(o.lower_ in _BODY for o in _prepositional(verb, "in"))


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


def _lost_life(verb: Token, objects: Sequence[Token]) -> bool:
    """Read "lost her life", "took his own life", "committed suicide", "turned it on himself"."""
    lemma = verb.lemma_.lower()
    nouns = {o.lemma_.lower() for o in objects}
    if lemma == "take" and "life" in nouns:
        return any(c.lower_ == "own" for o in objects for c in o.children)
    if lemma == "turn" and nouns & {"gun", "weapon", "rifle", "pistol"}:
        return any(
            o.lower_ in {"himself", "herself"} for o in _prepositional(verb, "on")
        )
    suicide = lemma == "commit" and "suicide" in nouns
    return suicide or (lemma == "lose" and "life" in nouns)


def _is_denied(verb: Token) -> bool:
    return (
        any(
            c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _UNREAL)
            for c in verb.children
        )
        or (verb.dep_ == "advcl" and any(c.lower_ == "if" for c in verb.children))
        or (verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children))
    )


def _is_doer(word: str) -> bool:
    """Say whether a noun is made as those that name a person are, and names no thing."""
    thing = word in _NOBODY | _THINGS or means.type_of(word) or kind_of(word)
    return bool(_DOER.search(word)) and not thing


def is_single(token: Token, *, loose: bool = False) -> bool:
    """Say whether a word names exactly one person.

    ``loose``: what is said of it can only be said of somebody.
    """
    word = token.lemma_.lower()
    if token.lower_ in {"he", "she", "him", "her"} and token.pos_ == "PRON":
        return True
    if token.pos_ == "PROPN" and token.ent_type_ == "PERSON":
        return True
    if token.pos_ == "PROPN" and loose and token.tag_ == "NNP" and token.is_title:
        return token.ent_type_ not in _NO_NAME and word not in _NOBODY
    if token.lower_ == "old" and re.search(
        r"year", token.doc[max(0, token.i - 2) : token.i].text
    ):
        return True
    called = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.children)
    known = word in MALE | FEMALE | _ANYONE | ATTACKERS or called
    if token.tag_ != "NN" or not (known or (loose and _is_doer(word))):
        return False
    if any(c.dep_ == "nummod" and c.lower_ not in {"one", "1"} for c in token.children):
        return False
    marked = any(
        c.lower_ in _DETERMINERS or c.dep_ in {"poss", "nummod"} for c in token.children
    )
    return marked or (known and token.left_edge.is_sent_start is True)
