"""From a text to tokens of time, each with the one letter that the grammar reads.

Words without a meaning in time all become ``x``; what a number can be (a day, a year,
a clock) is settled here by its shape alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.extract.time_words import (
    ENGLISH,
    NAMED_AFTER,
    NAMED_BEFORE,
    Word,
    table,
)
from rashomon.extract.time_words_slavic import SLAVIC
from rashomon.extract.time_words_western import BY_LANGUAGE


@dataclass(frozen=True, slots=True)
class Token:
    """One token: where it stands, its letter, and what it stands for."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, Word]
    pattern: re.Pattern[str]
    days: dict[str, Word]
    parts: dict[str, Word]


_NUMBERS = (
    r"(?P<iso>(?:19|20)\d\d[-./]\d\d[-./]\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-(?:19|20)\d\d)(?![\d.]\d|\d)"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])"
    r"|(?P<dial>\d{1,2}\.\d\d)(?![\d.]\d|\d)"
    r"|(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’‘][2-9]0s)\b"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th|er|-?(?:го|е|а|ого|му|го))\b)"
    r"|(?P<hour>\d{1,2})(?=[ap]m\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)(?P<glued>\w*)"
)
_MERIDIEM = r"(?P<meridiem>[ap]\.\s?m\b\.?|[ap]m\b)"
_WORD = r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
_REST = r"(?P<break>\n[ \t]*\n\s*)|(?P<mark>[^\w\s])"

_MARKS = {",": ",", ".": ".", "-": "-", "–": "-", "—": "—", "(": "(", ")": ")"}
_SHORT = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun г р".split())  # fmt: skip

# These are names or common words unless they begin with a capital letter.
_CAPITALISED = frozenset("kVX")
# With a capital letter this is a paper or a person.
_NAMES_TOO = frozenset({"dawn"})
_LETTERS = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)


def tokens_of(text: str, language: str) -> list[Token]:
    """Return the tokens of a text in order."""
    lexicon = _lexicon(language, bool(_LETTERS.search(text)))
    found: list[Token] = []
    for match in lexicon.pattern.finditer(text):
        for token in _read(match, lexicon, text):
            # The stop of "Aug." is part of the word before it.
            if not found or token.start >= found[-1].end:
                found.append(token)
    return _without_names(found, text)


@cache
def _lexicon(language: str, cyrillic: bool) -> _Lexicon:
    local = BY_LANGUAGE.get(language)
    rows = [local] if local else [ENGLISH]
    words = table(*rows, *([SLAVIC] if cyrillic else []))
    phrases = sorted((w for w in words if " " in w or "-" in w), key=len, reverse=True)
    phrase = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in phrases) or r"(?!)"
    pattern = re.compile(
        rf"(?<!\w)(?P<phrase>{phrase})(?!\w)|{_MERIDIEM}|{_NUMBERS}|{_WORD}|{_REST}",
        re.IGNORECASE,
    )
    of_german = language == "de"
    days = {w: k for w, k in words.items() if k.kind == "W"} if of_german else {}
    parts = {w: k for w, k in words.items() if k.kind == "p"} if of_german else {}
    return _Lexicon(words, pattern, days, parts)


def _read(match: re.Match[str], lexicon: _Lexicon, text: str) -> Iterator[Token]:
    kind, start, end = match.lastgroup or "", match.start(), match.end()
    written = match.group(0)
    if kind == "word":
        yield from _word(written, start, lexicon, text)
    elif kind == "phrase":
        known = lexicon.words[" ".join(written.lower().split())]
        yield Token(start, end, known.kind, known.value)
    elif kind == "mark":
        yield Token(start, end, _MARKS.get(written, ";"), written)
    elif kind == "break":
        yield Token(start, end, "|", "")
    elif kind == "glued":
        yield _number(match, text)
    elif kind == "meridiem":
        yield Token(start, end, "T", written[0].lower())
    else:
        yield Token(start, end, _KINDS[kind], written)


_KINDS = {
    "iso": "I",
    "dotted": "E",
    "clock": "C",
    "dial": "F",
    "decade": "D",
    "ordinal": "O",
    "hour": "N",
}


def _number(match: re.Match[str], text: str) -> Token:
    number, start, end = match.group("number"), match.start(), match.end()
    if match.group("glued") or not number.isdecimal() or _is_amount(text, start, end):
        return Token(start, end, "x", number)
    if len(number) <= 2 and 1 <= int(number) <= 31:
        return Token(start, end, "N", number)
    if len(number) == 4 and 1500 <= int(number) <= 2100:
        return Token(start, end, "Y", number)
    return Token(start, end, "R", number)


def _is_amount(text: str, start: int, end: int) -> bool:
    """Say whether a figure is money, a share or part of a longer number."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    return bool(
        re.search(r"[$€£₽₴#№+]\s?$|\d[./:]$|\d{3}-$", before)
        or re.match(r"\s?%|[-./:]\d{3}|°", after)
    )


def _word(written: str, start: int, lexicon: _Lexicon, text: str) -> Iterator[Token]:
    lower = written.lower()
    known = lexicon.words.get(lower)
    if known is None:
        bare = lower[:-2] if lower.endswith(("'s", "’s")) else ""
        known = lexicon.words.get(bare)
        lower = bare if known else lower
    end = start + len(lower)
    if known is None:
        split = _compound(lower, lexicon) if lexicon.days else None
        if split:
            day, part, at = split
            yield Token(start, start + at, day.kind, day.value)
            yield Token(start + at, end, part.kind, part.value)
        else:
            yield Token(start, start + len(written), "x", lower)
        return
    if known.kind in _CAPITALISED and lower in _ENGLISH_ONLY and written[0].islower():
        yield Token(start, end, "x", lower)
        return
    if lower in _NAMES_TOO and written[0].isupper():
        yield Token(start, end, "x", lower)
        return
    if lower in _SHORT and text[end : end + 1] == ".":
        end += 1
    kind = "x" if lower == "now" and written[0].isupper() else known.kind
    yield Token(start, end, kind, known.value)


_ENGLISH_ONLY = frozenset(table(ENGLISH))


def _compound(word: str, lexicon: _Lexicon) -> tuple[Word, Word, int] | None:
    """Split a German "Freitagabend" into its day and its part."""
    for day, known in lexicon.days.items():
        if word.startswith(day) and word[len(day) :] in lexicon.parts:
            return known, lexicon.parts[word[len(day) :]], len(day)
    return None


def _without_names(tokens: list[Token], text: str) -> list[Token]:
    """Take the days out of names: "Sunday Times", "Black Friday"."""
    kept = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in "WVkMS":
            continue
        before = tokens[at - 1].value if at and tokens[at - 1].kind == "x" else ""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        named = (
            after is not None
            and after.kind == "x"
            and after.value in NAMED_AFTER
            and text[after.start].isupper()
        )
        if named or before in NAMED_BEFORE:
            kept[at] = Token(token.start, token.end, "x", token.value)
    return kept
