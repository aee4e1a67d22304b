"""Whether a quantity can count people at all: no ages, years, hours, drones or houses."""

from __future__ import annotations

import re

from rashomon.extract.numbers import Quantity
from rashomon.extract.reading import Reading
from rashomon.model.mention import CountMention

# A quantity of these counts no people, whatever stands near it.
_UNIT = re.compile(
    r"\s*(?:%|st\b|nd\b|rd\b|th\b)|\s*(?:percent|per cent|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|km|kilomet\w+|miles?|met(?:re|er)s?|feet|tons?|tonnes?|kg|"
    r"dollars?|euros?|million|billion|a\.?m\b|p\.?m\b|o.clock|noon\b|midnight\b|drones?|UAVs?|missiles?|rockets?|houses?|homes|buildings?|cars?|vehicles?|aircraft|planes?|jets?|"
    r"tanks?|trains?|wagons?|bombs?|shots|rounds|blasts?|explosions?|attacks?|strikes?|incidents|schools|apartments?|flats|fires)\b|\s*(?:час\w*|минут\w*|лет\b|год\w*|"
    r"дн(?:я|ей|і)\b|км\b|километр\w*|дрон\w*|беспилотник\w*|ракет\w*|автомобил\w*|домов|тысяч\w* (?:руб|долл)|(?:месяц|недел|місяц|тижн|годин|хвилин)\w*|сут(?:ки|ок)\b|діб\b|Uhr\b|(?:Jahre?|Monate?n?|Tage?n?|Stunden?)\b|(?:mes|meses|días?|horas?|años?|mois|jours?|heures?|ans|mesi|giorni|anni)\b|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)

# "Searching for two suspects": who is sought is not missing.
WANTED = re.compile(
    r"(?: [\w-]+){0,2}? (?:suspects?|gunm[ae]n|attackers?|shooters?|assailants?|killers?|robbers?|thie(?:f|ves)"
    r"|burglars?|perpetrators?|accomplices?|culprits?|fugitives?|escapees|inmates?|witness(?:es)?)\b",
    re.IGNORECASE,
)

# "Image 1 of 8 A child was shot", "one shot was fired".
_NOT_OF_PEOPLE = re.compile(r"\s+(?:(?-i:An?|The)\s|shot\b(?! (?:dead|and|in|to)\b))")
_WOUNDS = re.compile(
    r"\s+(?:of\s+)?(?:times|(?:[\w-]+\s+)?(?:injuries|wounds|gunshots?))\b",
    re.IGNORECASE,
)
# "Two US drone strikes killed": the noun behind the number is a thing.
_THINGS = re.compile(
    r"(?:\s+(?!were\b|was\b|who\b|when\b|as\b|after\b|in\b|by\b)[\w-]+){1,3}?\s+(?:missiles?|rockets?|(?:air ?)?strikes?|attacks?|raids|drones?|bombs|blasts|explosions)\s+(?:have |had |has )?(?:kill|injur|wound|hit|claim|struck)\w*",
    re.IGNORECASE,
)

# "Four grain barns were hit": what is hit, struck or burned here is no person.
_THINGS_HIT = re.compile(
    r"(?:\s+(?!were\b|was\b|who\b|in\b|by\b|at\b|from\b|and\b)[\w-]+){0,3}?\s+(?:tanks?|depots?|houses?|homes|buildings?|blocks|cars?|vehicles?|trucks?|bus(?:es)?|trains?|ships?|boats?|vessels?|tankers?|"
    r"bridges?|hospitals?|schools?|shops?|warehouses?|factories|plants|refineries|substations?|targets?|sites|facilities|towns?|villages?|districts?|positions?)(?:\s+or\s+more)?\s+"
    r"(?:(?:have|had|has|was|were|been|also|reportedly)\s+)*(?:hit|struck|burned|affected)\b",
    re.IGNORECASE,
)
# "One of the four died": the four are those of whom one did.
_OF_WHOM = re.compile(
    r"\b(?:one|two|three|four|five|\d+|none|some|several|most|many) of (?:the |these |those |his |her |their )?$",
    re.IGNORECASE,
)
_DIED_OF_THEM = re.compile(
    r"(?:\s+(?!wounded\b|injured\b|hurt\b|killed\b|dead\b|shot\b|stabbed\b|missing\b)[\w-]+){0,2}?\s+(?:later |since |have |has |had |was |were |then )*(?:died|succumbed|pronounced dead)\b",
    re.IGNORECASE,
)
# "Told 4 Morning News Doe, 17, was killed": a channel's name.
_CHANNEL = re.compile(r"\s+(?:[A-Z]\w+\s+){0,2}News\b")


def counts_people(quantity: Quantity, words: str, people: re.Pattern[str]) -> bool:
    """Say whether a quantity of a sentence may count people.

    "A" and "his" do so only in front of a person.
    """
    rest = words[quantity.span.end :]
    if _UNIT.match(rest) or _is_year(quantity, words) or _is_age(quantity, words):
        return False
    if _NOT_OF_PEOPLE.match(rest) or (quantity.count.vague and _WOUNDS.match(rest)):
        return False
    things = _THINGS.match(rest)
    if things and not people.search(things.group(0)):
        return False
    if quantity.span.of(words).lower() == "both" and not _ARE.match(rest):
        return _is_person(rest, people)
    if _is_other_thing(quantity, words, people):
        return False
    another = quantity.span.of(words).lower() == "another"
    owned = quantity.span.of(words).lower() in {"his", "her", "their", "its"}
    return not quantity.article or _is_person(rest, people, another, owned)


def _is_other_thing(quantity: Quantity, words: str, people: re.Pattern[str]) -> bool:
    """Say whether a number counts things that were hit, a channel, or those of whom one died."""
    rest = words[quantity.span.end :]
    hit = _THINGS_HIT.match(rest)
    if hit and not people.search(hit.group(0)):
        return True
    if quantity.span.of(words).isdigit() and _CHANNEL.match(rest):
        return True
    before = words[max(0, quantity.span.start - 30) : quantity.span.start]
    return bool(_OF_WHOM.search(before) and _DIED_OF_THEM.match(rest))


def _is_year(quantity: Quantity, words: str) -> bool:
    figure = quantity.span.of(words)
    return figure.isdigit() and len(figure) == 4 and 1900 <= int(figure) <= 2100


_OF_AGE = re.compile(
    r"(?:(?:girl|boy|child|man|woman|male|female|teenager|suspect|doctor|son|daughter|student|kind|bub|mädchen|junge) (?:of|von)|\bturn(?:ed|s|ing)|\baged?) $",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"\s+(?:were|are|was|have|had|has|died|suffered|remain(?:ed)?|of them)\b",
    re.IGNORECASE,
)
# "Doe, 17, of the east side": between commas behind a name.
_BEHIND_NAME = re.compile(r"\w[\w'’.-]*, $")
_BEFORE_REST = re.compile(r"\s*[,)]| was\b| of [A-Z]")
OLDEST = 115


def _is_age(quantity: Quantity, words: str) -> bool:
    before = words[max(0, quantity.span.start - 20) : quantity.span.start]
    if _OF_AGE.search(before):
        return True
    named = _BEHIND_NAME.search(before)
    digits = quantity.span.of(words).isdigit()
    return bool(
        named
        and digits
        and quantity.count.low <= OLDEST
        and _BEFORE_REST.match(words[quantity.span.end :])
    )


_PLURAL = re.compile(r"(?:[^s]s|children|men|women|people|wives)$", re.IGNORECASE)
_STRIKES = re.compile(
    r"\s+(?:air|drone|missile|rocket|strike|attack|raid|force|army|military)",
    re.IGNORECASE,
)
# "Three were killed and another injured": the person is left out.
_HARMED_NEXT = re.compile(
    r"\s+(?:was |is |has been )?(?:\w+ly )?(?:killed|injured|wounded|hurt|hospitali[sz]ed|shot|dead)\b",
    re.IGNORECASE,
)


def _is_person(
    rest: str, people: re.Pattern[str], another: bool = False, owned: bool = False
) -> bool:
    """Say whether "a" stands before a person: "a man", "a 23-year-old woman"."""
    head = re.match(r"(?:\s+[\w'’-]+){1,4}", rest)
    if head is None:
        return False
    if another and _HARMED_NEXT.match(rest):
        return True
    first_noun = people.search(head.group(0))
    if first_noun and re.match(r"['’]", head.group(0)[first_noun.end() :]):
        return False  # "a girls' school"
    if first_noun and owned and _PLURAL.search(first_noun.group(0)):
        return False  # "their daughters"
    if first_noun and _STRIKES.match(head.group(0)[first_noun.end() :]):
        return False  # "an Israeli airstrike"
    if re.match(r"\s+li(?:fe|ves)\b", rest, re.IGNORECASE):
        return False  # "lost their lives" counts nobody by itself
    return bool(first_noun) and not re.search(
        r"\b(?:of|by|in|on|at|with|from|for|and)\b",
        head.group(0)[: first_noun.start() if first_noun else 0],
    )


_DEEDS = frozenset(
    "kill shoot stab wound injure murder lynch behead hack abduct kidnap".split()
)


def is_deed(reading: Reading, mention: CountMention) -> bool:
    """Say whether "a man shot his wife" is no count: the number is who did it."""
    if not reading.parsed or not mention.rule.startswith("followed"):
        return False
    span = mention.span
    words = reading.doc.char_span(span.start, span.end, alignment_mode="contract")
    verb = words[-1] if words else None
    if verb is None or verb.lemma_ not in _DEEDS:
        return False
    if verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in verb.children):
        return not any(c.dep_ == "auxpass" for c in verb.children)
    if verb.tag_ not in {"VBD", "VBZ"}:
        return False
    return any(
        c.dep_ == "dobj" for v in (verb, verb.head) for c in v.children
    ) and not (any(c.dep_ == "auxpass" for c in verb.children))
