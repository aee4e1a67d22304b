"""What was hit, and how it fared: targets and damage, read off the English parse.

A target is the object of a verb of harm ("struck the plant") or stands in the phrase
behind a noun of harm ("an attack on the prison"); damage is an object with a degree.
Other languages have no parse here: ``objects_slavic`` reads facilities by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Chunk
from spacy.tokens import Token

from rashomon.extract import objects_slavic
from rashomon.extract.facilities import KIND_OF
from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement, read_number
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Damage, DamageDegree, Target

_HIT_VERBS = frozenset(
    ["hit", "strike", "target", "attack", "blast", "bomb", "shell", "storm", "raid", "pound", "ambush", "hijack", "bombard", "torch", "rock", "destroy", "damage", "wreck", "level", "raze", "engulf", "shake", "burn", "ignite", "gut", "shatter", "seize", "besiege", "assassinate", "derail", "ram", "loot", "vandalise", "vandalize"]
)  # fmt: skip
_THROUGH_VERBS = frozenset(
    ["rip", "tear", "slam", "crash", "plow", "plough", "smash", "fall", "land", "drive", "hurtle", "burst", "explode"]
)  # fmt: skip
# Where people are killed or seized is what was attacked.
_AT_WORK = frozenset(
    ["kill", "shoot", "stab", "murder", "massacre", "gun", "abduct", "kidnap", "wound"]
)
_USED = frozenset(
    ["car", "vehicle", "truck", "boat", "ship", "plane", "aircraft", "helicopter", "jet", "tank", "minibus", "ground", "street", "road", "house"]
)  # fmt: skip
_INSIDE = frozenset(["at", "in", "inside", "into", "from"])
_HARM_NOUNS = frozenset(
    ["attack", "strike", "raid", "assault", "bombing", "explosion", "blast", "fire", "shooting", "stabbing", "shelling", "hit", "bombardment", "airstrike", "barrage", "bomb", "blaze", "inferno", "siege", "killing", "assassination", "murder", "rampage", "jailbreak", "riot", "massacre", "ambush", "derailment"]
)  # fmt: skip
_DAMAGE_VERBS = {
    "destroy": DamageDegree.DESTROYED, "level": DamageDegree.DESTROYED, "raze": DamageDegree.DESTROYED,
    "flatten": DamageDegree.DESTROYED, "collapse": DamageDegree.DESTROYED, "wreck": DamageDegree.DESTROYED,
    "obliterate": DamageDegree.DESTROYED, "gut": DamageDegree.DESTROYED, "sink": DamageDegree.DESTROYED,
    "damage": DamageDegree.DAMAGED, "shatter": DamageDegree.DAMAGED, "crack": DamageDegree.DAMAGED,
    "blacken": DamageDegree.DAMAGED, "break": DamageDegree.DAMAGED,
    "burn": DamageDegree.ON_FIRE, "ignite": DamageDegree.ON_FIRE, "engulf": DamageDegree.ON_FIRE,
}  # fmt: skip
_ON_FIRE = re.compile(r"\b(?:on fire|ablaze|in flames|alight|burning)\b", re.IGNORECASE)
_NO_DAMAGE = re.compile(
    r"(?:caused?|did|was|were|reported|is|been|without) (?:any |no )?damage\b|no damage\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the|a|an|its|their|his|her|this|that|another|(?:at )?least|more than|over|about|some|around|approximately|almost|roughly|"
    r"nearly|(?:a )?(?:hundreds?|thousands?|dozens?|scores)(?: of)?|several|many|up to|no|all|both|one of|two of|part of|parts of|key|same|main|biggest|largest|big|large|huge|major|busy|crowded|packed|nearby|local|whole|entire)\s+",
    re.IGNORECASE,
)
_PERSONAL = frozenset(
    [
        "PERSON",
        "NORP",
        "GPE",
        "LOC",
        "DATE",
        "TIME",
        "CARDINAL",
        "QUANTITY",
        "MONEY",
        "PERCENT",
        "ORDINAL",
    ]
)
# Too wide to be what was hit, or no thing at all.
_NO_TARGETS = frozenset(
    [
        "town",
        "city",
        "region",
        "area",
        "country",
        "place",
        "site",
        "target",
        "part",
        "side",
        "way",
        "territory",
        "republic",
        "state",
        "people",
        "spot",
        "scene",
        "number",
        "front",
        "drone",
        "missile",
    ]
)
_NAMED_THINGS = frozenset(["ORG", "FAC", "PRODUCT"])
_PEOPLE = re.compile(
    r"(?:people|person|man|men|woman|women|child|children|civilian|soldier|officer|tourist|student|resident|"
    r"victim|passenger|worker|police|crowd|worshipper|protester|pilgrim|holidaymaker|troop|other|student)s?$",
    re.IGNORECASE,
)

# "Bus crash": the bus was hit, whatever the word is a compound with.
DEEDS = frozenset(
    """
    crash collision accident derailment collapse fire blaze explosion blast attack strike raid
    shooting bombing shelling siege massacre killing stabbing assault arson robbery hijacking
    """.split()
)


def find(reading: Reading) -> list[Statement]:
    """Return targets and damage in reading order."""
    if not reading.parsed:
        found = list(objects_slavic.find(reading.text))
    else:
        chunks = {chunk.root.i: chunk for chunk in reading.doc.noun_chunks}
        found = [
            *_targets(reading, chunks),
            *_damage(reading, chunks),
            *_no_damage(reading),
        ]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


def strip_leading(words: str) -> str:
    """Drop articles, approximators and numbers from the head of a noun phrase."""
    before = None
    while before != words:
        before = words
        words = _LEADING.sub("", words)
        first, _, rest = words.partition(" ")
        if rest and read_number(first) is not None:
            words = rest
    return words.strip(" ,")


def _phrase(token: Token, chunks: dict[int, Chunk]) -> Span | None:
    chunk = chunks.get(token.i)
    if chunk is None and token.dep_ == "compound":  # "a [church] bombing"
        return Span(token.left_edge.idx, token.idx + len(token))
    if chunk is None:
        return None
    start, end = chunk.start_char, chunk.end_char
    for child in token.children:  # "the bridge between X and Y", "prison in Olenivka"
        if (
            child.dep_ == "appos"
            and child.ent_type_ in {"ORG", "FAC", "PERSON"}
            and child.i - token.i < 5
        ):
            end = max(end, child.idx + len(child))
    return (
        Span(start, end)
        if end - start <= 90
        else Span(chunk.start_char, chunk.end_char)
    )


def _kind(token: Token) -> str | None:
    return KIND_OF.get(token.lemma_.lower()) or KIND_OF.get(token.text.lower())


def _target_of(
    token: Token, chunks: dict[int, Chunk], reading: Reading
) -> Statement | None:
    if token.pos_ not in {"NOUN", "PROPN"} or _PEOPLE.search(token.text):
        return None
    if token.lemma_.lower() in _NO_TARGETS:
        return None
    kind = _kind(token)
    if kind is None and (
        token.ent_type_ in _PERSONAL or token.lemma_.lower() in _HARM_NOUNS
    ):
        return None
    span = _phrase(token, chunks)
    if span is None:
        return None
    name = strip_leading(span.of(reading.text))
    if len(name) < 3:
        return None
    return Statement(
        attribute=Attribute.TARGET,
        value=Target(name=name, kind=kind),
        span=span,
        reader="objects",
    )


def _conjuncts(token: Token) -> Iterator[Token]:
    yield token
    yield from token.conjuncts


def _targets(reading: Reading, chunks: dict[int, Chunk]) -> Iterator[Statement]:
    seen: set[int] = set()
    for token in reading.doc:
        objects: list[Token] = []
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _HIT_VERBS:
            objects += [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
        if token.pos_ == "VERB" and (lemma in _THROUGH_VERBS or _opens_fire(token)):
            for prep in token.children:
                if prep.dep_ == "prep" and prep.lower_ in {
                    "through",
                    "into",
                    "on",
                    "at",
                    "in",
                    "near",
                    "inside",
                    "outside",
                }:
                    objects += [c for c in prep.children if c.dep_ == "pobj"]
        if token.pos_ == "VERB" and (lemma in _AT_WORK or _happens(token)):
            objects += _where_done(token)
        if lemma == "fire" and token.pos_ == "VERB":
            objects += [c for c in token.children if c.dep_ == "nsubjpass" and _kind(c)]
        if lemma in _HARM_NOUNS and token.pos_ in {"NOUN", "PROPN"}:
            objects += [c for c in token.children if _is_what_was_hit(c)]
            for prep in token.children:
                if prep.dep_ == "prep" and prep.lower_ in {
                    "on",
                    "at",
                    "against",
                    "in",
                    "inside",
                    "near",
                    "of",
                    "outside",
                    "during",
                }:
                    objects += [c for c in prep.children if c.dep_ == "pobj"]
        for head in objects:
            for target in _conjuncts(head):
                statement = (
                    None if target.i in seen else _target_of(target, chunks, reading)
                )
                if statement and _is_thing(target, by_verb=token.pos_ == "VERB"):
                    seen.add(target.i)
                    yield statement


def _where_done(verb: Token) -> Iterator[Token]:
    """Yield the facilities at which somebody was killed; who dies in hospital was hurt elsewhere."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in _INSIDE:
            for place in prep.children:
                if place.dep_ == "pobj" and _kind(place) not in {None, "medical"}:
                    yield place


def _happens(verb: Token) -> bool:
    """Say whether a verb tells where a deed was: "it took place in the mall"."""
    lemma = verb.lemma_.lower()
    did = {c.lower_ for c in verb.children if c.dep_ in {"dobj", "advmod"}}
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    deed = any(c.lower_ == "it" or c.lemma_.lower() in _HARM_NOUNS for c in subjects)
    happened = lemma in {"happen", "occur"} or (lemma == "take" and "place" in did)
    return (deed and happened) or (lemma == "run" and "amok" in did)


def _is_what_was_hit(token: Token) -> bool:
    """Say whether a word before a noun of harm is what was harmed: "a church bombing".

    A car or a truck there is as often what was used.
    """
    kind = None if token.lemma_.lower() in _USED else _kind(token)
    return token.dep_ == "compound" and kind not in {None, "military"}


def _opens_fire(token: Token) -> bool:
    return token.lemma_ == "open" and any(c.lower_ == "fire" for c in token.children)


def _is_thing(token: Token, *, by_verb: bool) -> bool:
    """Say whether a word is a facility, or what a verb of harm did to something named."""
    return _kind(token) is not None or (by_verb and token.ent_type_ in _NAMED_THINGS)


def _damage(reading: Reading, chunks: dict[int, Chunk]) -> Iterator[Statement]:
    for token in reading.doc:
        degree = (
            _DAMAGE_VERBS.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        )
        heads: list[Token] = []
        if degree is not None:
            heads = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
            if not heads and token.lemma_ in {"collapse", "burn", "sink"}:
                heads = [c for c in token.children if c.dep_ == "nsubj"]
        elif token.lemma_ in {"be", "set", "remain", "go"} and _ON_FIRE.search(
            _after(token, reading)
        ):
            degree = DamageDegree.ON_FIRE
            heads = [
                c for c in token.children if c.dep_ in {"nsubj", "dobj", "nsubjpass"}
            ]
        for head in heads:
            for thing in _conjuncts(head):
                statement = _damaged(thing, degree, chunks, reading)
                if statement:
                    yield statement


def _after(token: Token, reading: Reading) -> str:
    start = token.idx + len(token)
    return reading.text[start : start + 25]


_PLURAL_MODEL = re.compile(r"\b([A-Z][\w]*-\d+\w*?)s\b")


def _damaged(
    token: Token,
    degree: DamageDegree | None,
    chunks: dict[int, Chunk],
    reading: Reading,
) -> Statement | None:
    span = _phrase(token, chunks)
    if (
        degree is None
        or span is None
        or token.pos_ not in {"NOUN", "PROPN"}
        or _PEOPLE.search(token.text)
    ):
        return None
    # "Four Be-12s": the model has no plural.
    name = _PLURAL_MODEL.sub(r"\1", strip_leading(span.of(reading.text)))
    numbers = [read_number(c.text) for c in token.children if c.dep_ == "nummod"]
    count = next((n for n in numbers if n is not None), None)
    if len(name) < 3:
        return None
    value = Damage(object=name, degree=degree, count=count)
    return Statement(
        attribute=Attribute.DAMAGE, value=value, span=span, reader="objects"
    )


def _no_damage(reading: Reading) -> Iterator[Statement]:
    for match in _NO_DAMAGE.finditer(reading.text):
        if "no damage" in match.group(0).lower() or "without" in match.group(0).lower():
            yield Statement(
                attribute=Attribute.DAMAGE,
                value=Damage(object="site", degree=DamageDegree.NONE),
                span=Span(match.start(), match.end()),
                reader="objects",
            )
