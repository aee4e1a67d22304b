"""What was hit, and how it fared: targets and damage, read off the English parse.

A target is the object of a verb of harm ("struck the plant") or stands in the phrase
behind a noun of harm ("an attack on the prison"); damage is an object with a degree.
Other languages have no parse here: named facilities in quotes are taken as targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Chunk
from spacy.tokens import Token

from rashomon.extract.reading import Reading
from rashomon.extract.statements import Statement, read_number
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.value import Damage, DamageDegree, Target

FACILITIES: dict[str, str] = {
    "industrial": "plant factory refinery workshop works mill mine shipyard enterprise company facility warehouse shop complex smelter foundry",
    "energy": "depot terminal substation dam pipeline reservoir tank grid powerplant",
    "military": "base airbase airfield barracks headquarters arsenal garrison warship submarine ship fleet checkpoint convoy outpost camp compound column position radar",
    "residential": "building house home apartment flat block tower dormitory hostel residence village neighborhood neighbourhood shelter tent",
    "transport": "bridge railway station train bus car vehicle truck airport port tanker ferry track line road highway metro aircraft plane helicopter jet ambulance",
    "medical": "hospital clinic ward",
    "education": "school university college kindergarten classroom campus academy class centre center workshop",
    "religious": "mosque church synagogue temple monastery shrine cathedral",
    "commercial": "market mall supermarket hotel restaurant bar cafe shop store pub nightclub alley office bank resort beach street post",
    "public": "stadium theatre theater prison jail court embassy consulate ministry parliament museum colony festival concert rally funeral wedding procession venue park palace station",
}  # fmt: skip
KIND_OF = {word: kind for kind, words in FACILITIES.items() for word in words.split()}
_HIT_VERBS = frozenset(
    ["hit", "strike", "target", "attack", "blast", "bomb", "shell", "storm", "raid", "pound", "ambush", "hijack", "bombard", "torch", "rock", "destroy", "damage", "wreck", "level", "raze", "engulf", "shake", "burn", "ignite", "gut", "shatter", "seize", "besiege", "assassinate", "derail", "ram", "loot", "vandalise", "vandalize"]
)  # fmt: skip
_THROUGH_VERBS = frozenset(
    ["rip", "tear", "slam", "crash", "plow", "plough", "smash", "fall", "land", "drive", "hurtle", "burst", "explode"]
)  # fmt: skip
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
# Facilities in Russian and Ukrainian: what the word begins with, as the dictionary has
# it, and its kind. "Міст" is a bridge, "місто" a town.
_SLAVIC_FACILITIES = (
    (r"завод\w*", "завод", "industrial"),
    (r"предприяти\w+", "предприятие", "industrial"),
    (r"підприємств\w*", "підприємство", "industrial"),
    (r"комбинат\w*", "комбинат", "industrial"),
    (r"фабрик\w*", "фабрика", "industrial"),
    (r"нефтебаз\w*", "нефтебаза", "energy"),
    (r"нафтобаз\w*", "нафтобаза", "energy"),
    (r"супермаркет\w*", "супермаркет", "commercial"),
    (r"рын(?:ок|к\w+)", "рынок", "commercial"),
    (r"рин(?:ок|к\w+)", "ринок", "commercial"),
    (r"колони\w+", "колония", "public"),
    (r"колоні\w+", "колонія", "public"),
    (r"мост\w*", "мост", "transport"),
    (r"міст", "міст", "transport"),
    (r"аэродром\w*", "аэродром", "military"),
    (r"аеродром\w*", "аеродром", "military"),
)
_SLAVIC_FACILITY = re.compile(
    r"(?<!\w)(?:"
    + "|".join(rf"(?P<f{n}>{stem})" for n, (stem, *_) in enumerate(_SLAVIC_FACILITIES))
    + r")(?!\w)(?P<name>\s[«“\"][^»”\"]{2,40}[»”\"])?",
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


# Whose a thing of these kinds is says more than what it is: "police post", "army vehicle".
_ANYBODYS = frozenset({None, "commercial", "industrial", "public", "transport"})
_FORCES = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "military",
            r"military|army|infantry|artillery|armou?red|brigades?|battalions?|regiments?|garrisons?|troops?|soldiers?|navy|naval|air force",
        ),
        ("police", r"police|gendarmerie"),
    )
)


def find(reading: Reading) -> list[Statement]:
    """Return targets and damage in reading order."""
    if not reading.parsed:
        found = list(_quoted_facilities(reading))
    else:
        chunks = {chunk.root.i: chunk for chunk in reading.doc.noun_chunks}
        found = [
            *_targets(reading, chunks),
            *_damage(reading, chunks),
            *_no_damage(reading),
        ]
    return sorted(found, key=lambda s: (s.span, s.attribute.value))


# A centre, a depot or a terminal is what the word before it makes it.
_BY_TWO_WORDS = tuple(
    (kind, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE))
    for kind, words in (
        ("transport", r"(?:bus|tram|train|railway|trolleybus|metro) depot|(?:bus|ferry|passenger|airport) terminal"),
        ("commercial", r"(?:shopping|trade|business) cent(?:re|er)"),
        ("medical", r"(?:medical|health|trauma) cent(?:re|er)"),
        ("military", r"(?:recruit(?:ing|ment)|draft) cent(?:re|er)|(?:ammunition|ammo|arms|weapons|munitions) depot"),
        ("public", r"(?:detention|community|cultural|sports) cent(?:re|er)"),
    )
)  # fmt: skip


def kind_of(name: str) -> str | None:
    """Return the kind of facility that a name's last telling word stands for.

    A post, a car or an office that is said to be the army's or the police's is theirs.
    """
    for two, words in _BY_TWO_WORDS:
        if words.search(name):
            return two
    known = (
        KIND_OF.get(re.sub(r"(?<=\w\w\w)s$", "", w.lower()))
        for w in reversed(name.split())
    )
    kind = next((kind for kind in known if kind), None)
    if kind in _ANYBODYS:
        return next((of for of, words in _FORCES if words.search(name)), kind)
    return kind


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
        if lemma in _HARM_NOUNS and token.pos_ in {"NOUN", "PROPN"}:
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


def _quoted_facilities(reading: Reading) -> Iterator[Statement]:
    for match in _SLAVIC_FACILITY.finditer(reading.text):
        number = next(n for n in range(len(_SLAVIC_FACILITIES)) if match.group(f"f{n}"))
        _, word, kind = _SLAVIC_FACILITIES[number]
        yield Statement(
            attribute=Attribute.TARGET,
            value=Target(name=word + (match.group("name") or ""), kind=kind),
            span=Span(match.start(), match.end()),
            reader="objects",
        )
