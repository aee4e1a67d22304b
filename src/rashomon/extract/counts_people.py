"""Whether a quantity can count people at all: no ages, years, hours, drones or houses."""

from __future__ import annotations

import re

from rashomon.extract.numbers import Quantity

# A quantity of these counts no people, whatever stands near it.
_UNIT = re.compile(
    r"\s*(?:%|percent|per cent|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|km|kilomet\w+|miles?|met(?:re|er)s?|feet|tons?|tonnes?|kg|"
    r"dollars?|euros?|million|billion|a\.?m\b|p\.?m\b|o.clock|drones?|UAVs?|missiles?|rockets?|houses?|homes|buildings?|cars?|vehicles?|aircraft|planes?|jets?|"
    r"tanks?|trains?|wagons?|bombs?|shots|rounds|blasts?|explosions?|attacks?|strikes?|incidents|schools|apartments?|flats|fires|час\w*|минут\w*|лет\b|год\w*|"
    r"дн(?:я|ей|і)\b|км\b|километр\w*|дрон\w*|беспилотник\w*|ракет\w*|автомобил\w*|домов|тысяч\w* (?:руб|долл)|Uhr\b|Jahre?\b|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)


def counts_people(quantity: Quantity, words: str, people: re.Pattern[str]) -> bool:
    """Say whether a quantity of a sentence may count people.

    "A" and "his" do so only in front of a person.
    """
    rest = words[quantity.span.end :]
    if _UNIT.match(rest) or _is_year(quantity, words) or _is_age(quantity, words):
        return False
    return not quantity.article or _is_person(rest, people)


def _is_year(quantity: Quantity, words: str) -> bool:
    figure = quantity.span.of(words)
    return figure.isdigit() and len(figure) == 4 and 1900 <= int(figure) <= 2100


_OF_AGE = re.compile(
    r"(?:girl|boy|child|man|woman|male|female|teenager|suspect|doctor|son|daughter|student|kind|bub|mädchen|junge) (?:of|von) $",
    re.IGNORECASE,
)


def _is_age(quantity: Quantity, words: str) -> bool:
    return bool(
        _OF_AGE.search(words[max(0, quantity.span.start - 20) : quantity.span.start])
    )


def _is_person(rest: str, people: re.Pattern[str]) -> bool:
    """Say whether "a" stands before a person: "a man", "a 23-year-old woman"."""
    head = re.match(r"(?:\s+[\w'’-]+){1,4}", rest)
    if head is None:
        return False
    first_noun = people.search(head.group(0))
    if re.match(r"\s+li(?:fe|ves)\b", rest, re.IGNORECASE):
        return False  # "lost their lives" counts nobody by itself
    return bool(first_noun) and not re.search(
        r"\b(?:of|by|in|on|at|with|from|for|and)\b",
        head.group(0)[: first_noun.start() if first_noun else 0],
    )
