"""Statements: values read in the text, before it is known whose words they are.

Every reader in this package that is not about time, number or speech yields these;
``claims`` turns them into claims of an account.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.extract.numbers import of_digits
from rashomon.model.claim import Attribute, Speaker, Stance
from rashomon.model.document import Span
from rashomon.model.value import Value

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: n for n, word in enumerate(_SMALL)} | {
    "a": 1, "an": 1, "another": 1, "both": 2, "thirty": 30, "forty": 40, "fifty": 50,
    "один": 1, "одна": 1, "два": 2, "две": 2, "дві": 2, "три": 3, "четыре": 4,
    "чотири": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
    "п'ять": 5, "шість": 6, "сім": 7, "вісім": 8, "десять": 10,
}  # fmt: skip

# A number in front of a thing: "two", "at least two", "19", "some 415".
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}|"
    + "|".join(sorted((re.escape(w) for w in _NUMBERS), key=len, reverse=True))
    + r")"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value at one place of the text.

    ``stance`` and ``speaker`` are set only where the words themselves decide them ("X
    denied any involvement": X denies); otherwise the attribution around the span does.
    ``own_voice``: nobody but the outlet can say it ("no group has claimed the attack").
    """

    attribute: Attribute
    value: Value
    span: Span
    stance: Stance | None = None
    speaker: Speaker | None = None
    own_voice: bool = False
    reader: str = ""


def read_number(words: str) -> int | None:
    """Read a small cardinal ("two", "1,300"), None where it is no such number."""
    words = words.strip().lower()
    if words in _NUMBERS:
        return _NUMBERS[words]
    return of_digits(words.replace(",", ""))
