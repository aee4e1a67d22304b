"""Single persons harmed, told without a number: "the boy died", "a 17-year-old was shot".

Read off the English parse, and only where a report gives no figure for the harm. The
same person is told of many times: tellings that may be of one person are one (a name,
an age, a sex tell persons apart), and where several persons are told of one by one
their number is the total that the report itself leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.extract import counts_bounds, counts_roles
from rashomon.extract.counts_roles import ATTACKERS, FEMALE, MALE, Harmed
from rashomon.extract.counts_scope import one_of_them
from rashomon.extract.reading import Reading, once
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

# A quotation that holds all the persons of a sum is no longer than this; else the words
# on the last of them stand for it.
MAX_SUM_CHARS = 300

# Persons told of this far apart are hardly of one incident that nobody summed up.
MAX_APART_CHARS = 1500

# Between the two ages a person is called either.
CHILD_AGE, ADULT_AGE = 13, 20
_CHILDREN = frozenset("girl boy child baby toddler infant".split())
_ADULTS = frozenset(
    "man woman mother father mum mom dad wife husband grandmother grandfather officer deputy driver trooper soldier policeman".split()
)

# A name's words lie this close to its last one.
NAME_WORDS = 3
_TITLES = frozenset("the jr. sr. iii mr. mrs. officer deputy sgt. lt. capt.".split())

_AGE = re.compile(r"\b(\d{1,3})[- ]?year[- ]?old\b|,\s(\d{1,3})(?=,|\)|$|\sof\s)")


@dataclass(slots=True)
class _Person:
    """One person harmed, as far as the tellings say who it is."""

    names: set[str] = field(default_factory=set)
    age: int | None = None
    gender: str = ""
    child: bool | None = None
    attacker: bool = False
    dead: bool = False
    alive: bool = False
    tellings: list[tuple[Harmed, Token]] = field(default_factory=list)

    def takes(self, other: _Person) -> bool:
        """Say whether two tellings may be of one person."""
        if self.names and other.names:
            return bool(self.names & other.names)
        if self.age and other.age and self.age != other.age:
            return False
        if self.child is not None and other.child is (not self.child):
            return False
        return not (self.gender and other.gender and self.gender != other.gender)

    def add(self, other: _Person) -> None:
        """Join what another telling says of the same person."""
        self.names |= other.names
        self.age = self.age or other.age
        self.gender = self.gender or other.gender
        self.child = other.child if self.child is None else self.child
        self.attacker = self.attacker or other.attacker
        self.dead = self.dead or other.dead
        self.alive = self.alive or other.alive
        self.tellings += other.tellings


def settle(reading: Reading, told: Sequence[CountMention]) -> list[CountMention]:
    """Return the counts with single persons, for the harms that have no figure.

    Who was shot and died is one of the dead and none of the injured.
    """
    if not reading.parsed:
        return list(told)
    told = counts_bounds.settle(told, reading.text)
    known = {m.attribute for m in told if _is_figure(m)}
    persons = _persons(reading)
    dead = [p for p in persons if p.dead]
    hurt = [p for p in persons if not p.dead]
    if Attribute.KILLED in known:
        # A report with a figure for the dead may tell of them one by one as being shot.
        dead, hurt = [], [p for p in hurt if p.alive]
    if Attribute.INJURED in known:
        hurt = []
    joined = [
        m
        for m in _joined(reading, known)
        if not any(m.span.overlaps(t.span) for t in told)
    ]
    kept = [m for m in told if not _is_told_of(m, persons, known)]
    made = [
        *_counted(dead, Attribute.KILLED, kept),
        *_counted(hurt, Attribute.INJURED, kept),
    ]
    return [*kept, *made, *joined]


def alone(
    reading: Reading, told: Sequence[CountMention], where: Sequence[Span]
) -> list[CountMention]:
    """Return the one person that an incident's own sentences say was killed, or hurt.

    A report with a figure for one incident recalls another by whom it killed: "the
    general was shot dead in May". Nothing where the incident has a count of such harm.
    """
    known = {m.attribute for m in told}
    if not reading.parsed or {Attribute.KILLED, Attribute.INJURED} <= known:
        return []
    persons = _persons(reading)
    dead = [p for p in persons if p.dead and _is_told(p, Attribute.KILLED, where)]
    hurt = [p for p in persons if p.alive and not p.dead]
    hurt = [p for p in hurt if _is_told(p, Attribute.INJURED, where)]
    alone = [(Attribute.KILLED, dead), (Attribute.INJURED, hurt)]
    return [
        _mention(harmed, token, attacker=False)
        for attribute, here in alone
        if attribute not in known and len(here) == 1 and not here[0].attacker
        for harmed, token in here[0].tellings
        if harmed.attribute is attribute and _is_within(token, where)
    ]


def _is_told(person: _Person, attribute: Attribute, where: Sequence[Span]) -> bool:
    """Say whether some sentences tell of a person's harm."""
    return any(
        h.attribute is attribute and _is_within(t, where) for h, t in person.tellings
    )


def _is_within(token: Token, where: Sequence[Span]) -> bool:
    return any(s.start <= token.idx < s.end for s in where)


def _joined(reading: Reading, known: set[Attribute]) -> Iterator[CountMention]:
    """Yield "the mother and father were killed" as a part of the figure for all."""
    for harmed in counts_roles.find(reading.doc):
        if harmed.attribute in known and len(harmed.persons) > 1:
            spans = [_mention(harmed, t, attacker=False).span for t in harmed.persons]
            number = len(harmed.persons)
            yield CountMention(
                span=Span(min(s.start for s in spans), max(s.end for s in spans)),
                attribute=harmed.attribute,
                count=Count(number, number, scope="part"),
                rule="persons",
            )


def _is_figure(mention: CountMention) -> bool:
    return (
        mention.count.scope is None and mention.count.low > 0 and not _is_one(mention)
    )


def _is_one(mention: CountMention) -> bool:
    single = "_single" in mention.rule
    return single and mention.count.scope is None and mention.count.low == 1


def _is_told_of(
    mention: CountMention, persons: Sequence[_Person], known: set[Attribute]
) -> bool:
    """Say whether "a man was shot" is told by a person here, dead or alive."""
    if not _is_one(mention) or mention.attribute in known:
        return False
    return any(
        mention.span.start <= token.idx < mention.span.end
        for person in persons
        for _, token in person.tellings
    )


def _persons(reading: Reading) -> list[_Person]:
    """Return the persons harmed, told apart once and kept with the parse."""
    return once(reading.doc, "persons", lambda: _told_apart(reading))


def _told_apart(reading: Reading) -> list[_Person]:
    """Return the persons harmed; tellings that may be of one person are joined."""
    persons: list[_Person] = []
    tellings = [
        (h, token) for h in counts_roles.find(reading.doc) for token in h.persons
    ]
    for harmed, token in sorted(tellings, key=lambda t: t[1].i):
        said = _said_of(harmed, token)
        beside = {id(p) for p in persons if _is_beside(p, harmed, token)}
        home = next(
            (
                p
                for p in _likeliest(persons, said)
                if p.takes(said) and id(p) not in beside
            ),
            None,
        )
        fresh = home and not said.names & home.names and _is_new(token, said, home)
        if home is None or fresh:
            persons.append(said)
        else:
            home.add(said)
    return persons


def _likeliest(persons: Sequence[_Person], said: _Person) -> Iterator[_Person]:
    """Yield the persons told of before: of the same name, of the same age, the last."""
    yield from (p for p in reversed(persons) if p.names & said.names)
    yield from (p for p in reversed(persons) if p.age and p.age == said.age)
    yield from reversed(persons)


def _is_beside(person: _Person, harmed: Harmed, token: Token) -> bool:
    """Say whether a person stands beside another in one clause: "her son and husband"."""
    return any(h.word.i == harmed.word.i and t.i != token.i for h, t in person.tellings)


def _said_of(harmed: Harmed, token: Token) -> _Person:
    phrase = _phrase(token)
    name = _names(token)
    behind = token.doc[token.i : token.i + 4].text
    stated = _AGE.search(phrase) or _AGE.search(behind)
    age = int(stated.group(1) or stated.group(2)) if stated else None
    dead = harmed.attribute is Attribute.KILLED
    return _Person(
        names=name,
        age=age,
        gender=_gender(phrase if token.pos_ != "PRON" else token.lower_),
        child=_is_child(token, age),
        attacker=token.lemma_.lower() in ATTACKERS,
        dead=dead,
        alive=not dead and harmed.sure,
        tellings=[(harmed, token)],
    )


def _phrase(token: Token) -> str:
    """Return the words of a person's noun phrase, up to a clause about them."""
    own = [
        t
        for t in (token, *token.children)
        if t.dep_ in {"det", "poss", "amod", "compound", "nummod", "appos", "npadvmod"}
        or t is token
    ]
    start = min(t.left_edge.i for t in own if t.dep_ != "appos" or t is token)
    end = min(
        max(t.right_edge.i if t.dep_ == "appos" else t.i for t in own), token.i + 8
    )
    return token.doc[start : end + 1].text


def _names(token: Token) -> set[str]:
    """Return the words of the name that a person goes by here, with an apposed one."""
    found = set()
    for part in (token, *(c for c in token.children if c.dep_ == "appos")):
        if part.pos_ == "PROPN" and part.lemma_.lower() not in ATTACKERS:
            found.add(part.lower_)
            found |= {
                t.lower_
                for t in part.subtree
                if part.ent_type_ == "PERSON" == t.ent_type_
                and t.pos_ == "PROPN"
                and abs(t.i - part.i) <= NAME_WORDS
            }
    return {word for word in found if len(word) > 2} - _TITLES


def _gender(words: str) -> str:
    held = set(re.findall(r"[a-z]+", words.lower())) - {"his", "her"}
    if words.lower() == "her":
        return "f"
    if held & MALE and not held & FEMALE:
        return "m"
    return "f" if held & FEMALE and not held & MALE else ""


def _is_child(token: Token, age: int | None) -> bool | None:
    """Say whether a person is a child, None where the words leave it open."""
    word = token.lemma_.lower()
    if age is not None:
        return True if age <= CHILD_AGE else False if age >= ADULT_AGE else None
    if word in _CHILDREN:
        return True
    return False if word in _ADULTS else None


def _is_new(token: Token, said: _Person, home: _Person) -> bool:
    """Say whether the words bring in a person: "another man", "a woman" behind the dead."""
    marks = {c.lower_ for c in token.children}
    if marks & {"another", "other", "second", "third"}:
        return True
    anybody = token.lemma_.lower() in {"victim", "person"}
    return said.alive and home.dead and not anybody and bool(marks & {"a", "an"})


def _counted(
    persons: Sequence[_Person], attribute: Attribute, told: Sequence[CountMention]
) -> Iterator[CountMention]:
    """Yield each telling as one person, and the persons' number where they are more."""
    if any(m.attribute is attribute and _is_figure(m) for m in told):
        return
    victims = _near([p for p in persons if not p.attacker])
    several = len(victims) > 1
    for person in persons:
        for harmed, token in person.tellings:
            if harmed.attribute is attribute:
                mention = _mention(harmed, token, attacker=person.attacker)
                if any(m.span.overlaps(mention.span) for m in told):
                    continue
                summed = several and any(person is p for p in victims)
                yield one_of_them(mention) if summed else mention
    if several:
        spans = [_mention(*p.tellings[0], attacker=False).span for p in victims]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        if span.end - span.start > MAX_SUM_CHARS:
            span = max(spans)
        number = len(victims)
        yield CountMention(
            span=span,
            attribute=attribute,
            count=Count(number, number),
            rule="persons",
        )


def _near(persons: Sequence[_Person]) -> list[_Person]:
    """Return the persons first told of near the first one."""
    firsts = [p.tellings[0][1].idx for p in persons]
    return [
        p
        for p, at in zip(persons, firsts, strict=True)
        if at - min(firsts) <= MAX_APART_CHARS
    ]


def _mention(harmed: Harmed, token: Token, *, attacker: bool) -> CountMention:
    # "A 19-year-old was shot": the age belongs to the words that name the person.
    doc, first = token.doc, token.i
    while first and not doc[first - 1].whitespace_ and doc[first - 1].text.strip():
        first -= 1
    start = min(doc[first].idx, harmed.word.idx)
    end = max(token.idx + len(token), harmed.word.idx + len(harmed.word))
    return CountMention(
        span=Span(start, end),
        attribute=harmed.attribute,
        count=Count(1, 1, scope="attackers" if attacker else None),
        rule="person_single",
    )
