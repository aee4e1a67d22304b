"""Counts of people harmed: how many, of whom, and how sure the words are.

A quantity becomes a count when a word of harm stands right behind it ("three people were
killed"), right before it ("killing three") or shares a noun with it ("a toll of three").
The figure for a part carries its scope and never stands for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.extract import (
    counts_grouped,
    counts_included,
    counts_listed,
    counts_parts,
    counts_period,
    counts_shot,
    counts_single,
    counts_slavic,
    counts_sums,
    counts_words,
    numbers,
)
from rashomon.extract.counts_people import WANTED, counts_people, is_deed
from rashomon.extract.counts_scope import scope_of, settle_scopes
from rashomon.extract.counts_words import Words
from rashomon.extract.numbers import Quantity
from rashomon.extract.reading import Reading
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_UNREAL = re.compile(
    r"\b(?:could|might|may|would|can) (?:have )?(?:\w+ )?$|\bif\b[^.]{0,30}$|\b(?:risk|danger|threat) of [^.]{0,20}$|\bto $",
    re.IGNORECASE,
)
# "Six people's families", "hundreds mourn those": the cue is said of something else.
_OTHERS_THING = re.compile(
    r"['’]s?\s+(?:famil\w+|relatives|homes?|lives|loved ones)\s*$|^\s+(?:\w+\s+)?(?:mourn(?:ed|s)?|bur(?:y|ied)|honou?r(?:ed)?|remember(?:ed)?|gather(?:ed)?|rall(?:y|ied)|march(?:ed)?|attend(?:ed)?|protest(?:ed)?|flock(?:ed)?|paid|pay)\b"
)
_NOUN_CUE = re.compile(r"(?:deaths?|fatalities|bodies|injuries)$", re.IGNORECASE)
_MANY_CUE = re.compile(r"(?:deaths|fatalities|bodies|injuries)$", re.IGNORECASE)
_WITH_PREPOSITION = re.compile(r"\b(?:in|of|for|on|at|after|with)\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:\b(?:not|never)|n['’]t)(?: been)?\s*$", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:could|would|should)$", re.IGNORECASE)
_INSERTED = (
    r"(?:, (?!and |but |while )[^,.;]{1,70},| including (?:(?! among )[^,.;]){1,50}?)?"
)
# "85 people or more died": the bound stands behind the noun.
_OR_MORE = re.compile(
    r"\bor more\b|\bat (?:the )?least\b|\band counting\b", re.IGNORECASE
)
# "Погибших, по данным врачей, 31".
_BY_WHOM = r",\s(?:по|за|как|як|согласно|зі слів|со слов)\s[^,.;\n]{3,40},"
# What may stand between a word of harm and the figure behind it.
_BETWEEN = re.compile(
    r"(?:people|persons|about|another|some|also|up|as many as|nearly|the|all|with|at|now|:)?(?:\s*(?:to|at|least))?"
    r"|(?:cut|lowered|reduced|raised|revised|corrected) to"
    rf"|{counts_words.BETWEEN_ABROAD}|{_BY_WHOM}"
)
_CLAUSE = (
    r"(?:who|which|that|when|after|as|because|before|while|but|said|says|told|when)"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    after: tuple[tuple[Attribute, re.Pattern[str]], ...]
    before: tuple[tuple[Attribute, re.Pattern[str]], ...]
    none: tuple[tuple[tuple[Attribute, ...], re.Pattern[str]], ...]
    people: re.Pattern[str]
    words: Words


@cache
def _patterns(language: str) -> _Patterns:
    words = counts_words.BY_LANGUAGE.get(language, counts_words.OTHERS)
    word = rf"\s+(?!(?:{_CLAUSE}|and)\b)[\w'’“”\"«».-]+"
    joined = rf"\s+and(?=\s+[\w-]+\s+(?:{words.people})|\s+(?=\w+(?:s|men|children)\b)(?:{words.people})(?!\w)|\s+\w+ed\s+bodies)"
    gap = rf"(?:{word}|{joined}){{0,{words.gap_words}}}?"
    return _Patterns(
        after=tuple(
            (
                a,
                re.compile(
                    rf"(?P<gap>[\"”’»]?{gap}{_INSERTED})\s+(?P<cue>{p})(?!\w)",
                    re.IGNORECASE,
                ),
            )
            for a, p in words.after
        ),
        before=tuple(
            (
                a,
                re.compile(
                    rf"(?<!\w)(?P<cue>{p})(?P<gap>\s+(?:[\w'’]+\s+){{0,2}}?|\s*:\s*|{_BY_WHOM}\s)$",
                    re.IGNORECASE,
                ),
            )
            for a, p in words.before
        ),
        none=tuple(
            (a, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.IGNORECASE))
            for a, p in words.none
        ),
        people=re.compile(rf"(?<!\w)(?:{words.people})(?!\w)", re.IGNORECASE),
        words=words,
    )


def find(reading: Reading) -> list[CountMention]:
    """Return the counts of people harmed in reading order."""
    found: list[CountMention] = []
    for sentence in _whole_sentences(reading):
        found += _in_sentence(reading.text, sentence, reading.language)
    people = _patterns(reading.language).people
    grouped = counts_grouped.find(reading, found, people)
    found += [_with_others(reading, m) for m in grouped]
    found = [m for m in found if not is_deed(reading, m)]
    found = counts_listed.settle(reading, found)
    found = counts_period.settle(found, reading.text)
    found = counts_single.settle(reading, found)
    found = settle_scopes(sorted(found, key=lambda m: m.span), reading.text)
    return counts_shot.settle(found, reading.text)


def _with_others(reading: Reading, mention: CountMention) -> CountMention:
    """Count who is named beside "and up to five others" with them."""
    words, start = mention.span.of(reading.text), mention.span.start
    here = replace(mention, span=Span(0, len(words)))
    said = numbers.find(words, reading.language)
    whole = counts_parts.with_others(words, said, [here])[0]
    return replace(whole, span=whole.span.shifted(start))


_BARE_NUMBER = re.compile(r"[\w,-]+( [\w,-]+)?$")


def _whole_sentences(reading: Reading) -> list[Span]:
    """Return the sentences; a number that the parser cut off its noun is joined to it."""
    joined: list[Span] = []
    for sentence in reading.sentences():
        if joined and _BARE_NUMBER.match(joined[-1].of(reading.text)):
            between = reading.text[joined[-1].end : sentence.start]
            if between == " ":
                sentence = Span(joined.pop().start, sentence.end)  # noqa: PLW2901
        joined.append(sentence)
    return joined


def _in_sentence(text: str, sentence: Span, language: str) -> list[CountMention]:
    words = sentence.of(text)
    patterns = _patterns(language)
    found = list(_nobody(words, patterns))
    taken = [mention.span for mention in found]
    quantities = counts_sums.quantities(
        counts_sums.without_owners(numbers.find(words, language)), words
    )
    previous: Attribute | None = None
    for index, quantity in enumerate(quantities):
        if any(quantity.span.overlaps(span) for span in taken):
            continue
        limit = _next_figure(quantities[index + 1 :], words)
        if counts_sums.among(words, quantity, quantities):
            continue
        mention = _counted(words, quantity, patterns, (limit, previous))
        if mention is None:
            continue
        previous = mention.attribute
        found.append(mention)
        taken.append(mention.span)
    if language in {"ru", "uk"}:
        found = counts_slavic.complete(words, quantities, found, patterns.people)
        found += counts_included.parts(words, quantities, found)
    if language == "en":
        found = counts_parts.together(words, quantities, found, patterns.people)
        found = counts_parts.with_others(words, quantities, found)
        found = counts_sums.died_later(words, quantities, found)
        found = counts_sums.stages(words, quantities, found)
        found += counts_sums.parts_among(words, quantities, found)
        found += counts_sums.nobody_survived(words, quantities, found)
        found += counts_sums.casualties(words, found)
        found += counts_parts.single(words, found)
        found += [
            m
            for m in counts_parts.bombers(words)
            if not any(m.span.overlaps(f.span) for f in found)
        ]
        found += counts_parts.parts(words, quantities, found)
        found += counts_included.parts(words, quantities, found)
    shifted = [replace(m, span=m.span.shifted(sentence.start)) for m in found]
    return sorted(shifted, key=lambda m: m.span)


def _next_figure(later: Sequence[Quantity], words: str) -> int:
    """Return where the next quantity that may count people of its own begins."""
    for quantity in later:
        if not quantity.article and quantity.span.of(words).lower() not in {
            "others",
            "some",
        }:
            return quantity.span.start
    return len(words)


def _nobody(words: str, patterns: _Patterns) -> Iterator[CountMention]:
    for attributes, pattern in patterns.none:
        for match in pattern.finditer(words):
            for attribute in attributes:
                yield CountMention(
                    span=Span(match.start(), match.end()),
                    attribute=attribute,
                    count=Count(0, 0),
                    rule="none",
                )


def _counted(
    words: str,
    quantity: Quantity,
    patterns: _Patterns,
    around: tuple[int, Attribute | None],
) -> CountMention | None:
    if not counts_people(quantity, words, patterns.people):
        return None
    if counts_parts.OF_HARMED.match(words[quantity.span.end :]):
        return None  # "six of the injured": a part, see counts_parts
    limit, _ = around
    return _led(words, quantity, patterns) or _followed(
        words, quantity, patterns, limit
    )


# "Left six people wounded": the word behind the people says how they were left.
_LEFT = re.compile(
    r"(?:\s+(?!dead)[\w-]+){0,3}?\s+(?P<harm>dead|injured|wounded|hurt)\b",
    re.IGNORECASE,
)


# "The army had lost three men": no games, no contact.
_OWN_MEN = re.compile(
    r"(?:\s+of (?:its|their|his|our))?(?:\s+own)?(?:\s+[\w-]+)?\s+(?:men|soldiers|fighters|troops|people|members|police(?:men)?|officers|civilians|children|sons|daughters|colleagues|comrades|guards)\b",
    re.IGNORECASE,
)


def _led(words: str, quantity: Quantity, patterns: _Patterns) -> CountMention | None:
    before = words[max(0, quantity.span.start - 90) : quantity.span.start]
    for attribute, pattern in patterns.before:
        match = pattern.search(before)
        if match is None:
            continue
        gap = match.group("gap").strip().lower()
        lead = before[: match.start("cue")]
        cue = match.group("cue").lower()
        if gap and not _BETWEEN.fullmatch(gap):
            continue
        if cue.endswith("lost") and not _OWN_MEN.match(words[quantity.span.end :]):
            continue
        if cue == "left":
            left = _LEFT.match(words[quantity.span.end :])
            if left is None:
                continue
            dead = left.group("harm").lower() == "dead"
            attribute = Attribute.KILLED if dead else Attribute.INJURED  # noqa: PLW2901
        if (
            gap != "with"
            and re.search(
                r"(?:was|were|been|being|are|is|be|got)\s+(?:\w+\s+)?$",
                lead,
                re.IGNORECASE,
            )
            and cue.endswith("ed")
        ):
            continue
        if _UNREAL.search(lead):
            return None
        if attribute is Attribute.MISSING and WANTED.match(words[quantity.span.end :]):
            return None
        start = len(words[: quantity.span.start]) - len(before) + match.start("cue")
        end = _noun_end(words, quantity, patterns)
        return _mention(words, Span(start, end), attribute, quantity, "led")
    return None


def _noun_end(words: str, quantity: Quantity, patterns: _Patterns) -> int:
    """Return where the noun phrase behind a quantity ends ("killing 12 *people*")."""
    tail = re.match(
        r"(?:\s+(?!and\b|in\b|on\b|at\b|by\b)[\w'’-]+){1,3}", words[quantity.span.end :]
    )
    person = patterns.people.search(tail.group(0)) if tail else None
    return quantity.span.end + (person.end() if person else 0)


def _followed(
    words: str, quantity: Quantity, patterns: _Patterns, limit: int
) -> CountMention | None:
    rest = words[quantity.span.end :]
    best: tuple[int, int, Attribute] | None = None
    for order, (attribute, pattern) in enumerate(patterns.after):
        match = pattern.match(rest)
        if match is None:
            continue
        gap = match.group("gap")
        if _DENIED.search(gap) or (quantity.article and " and " in gap):
            continue
        if quantity.article and _MANY_CUE.match(match.group("cue")):
            continue  # "a rocket had caused the deaths"
        if _POSSIBLE.search(gap) and match.group("cue").lower().startswith("be "):
            continue
        if _OTHERS_THING.search(gap) or (
            _NOUN_CUE.match(match.group("cue")) and _WITH_PREPOSITION.search(gap)
        ):
            continue
        reach = quantity.span.end + len(gap)
        inserted = ", " in gap or " including " in gap
        if reach > limit and not inserted:
            continue
        if (
            quantity.span.end + match.start("cue") > limit
            and not inserted
            and limit < len(words)
            and not quantity.article
        ):
            continue
        key = (match.start("cue"), order)
        if best is None or key < best[:2]:
            best = (match.start("cue"), order, attribute)
    if best is None:
        return None
    attribute = best[2]
    match = patterns.after[best[1]][1].match(rest)
    if match is None or (
        _UNREAL.search(words[: quantity.span.start]) and "have" in match.group("cue")
    ):
        return None
    if _OR_MORE.search(rest[: match.end()]) and not quantity.count.vague:
        quantity = replace(quantity, count=Count(quantity.count.low, None))
    return _mention(
        words,
        Span(quantity.span.start, quantity.span.end + match.end()),
        attribute,
        quantity,
        "followed",
    )


_RISEN = re.compile(
    r"возрос|вырос|увелич|зрос|збільш|rose|risen|climb|grew|increas", re.I
)


def _risen(words: str, quantity: Quantity) -> Quantity:
    """Read "up to 25 the toll has risen" as 25: a rise ends at its figure."""
    top = quantity.count.high
    if quantity.count.low != 0 or not top or not _RISEN.search(words):
        return quantity
    return replace(quantity, count=Count(top, top))


def _is_adjective(match: re.Match[str], quantity: Quantity) -> bool:
    """Say whether "a wounded girl" or "one shot" only looks like a count."""
    bare = not match.group("gap").strip() and " " not in match.group("cue").strip()
    noun = match.group("cue").lower().endswith(("shot", "stabbed"))
    return bare and (quantity.article or noun)


def _mention(
    words: str, span: Span, attribute: Attribute, quantity: Quantity, rule: str
) -> CountMention:
    scope = scope_of(words, quantity.span, span)
    if scope == "part" and attribute is Attribute.SERIOUSLY_INJURED:
        scope = None  # "34 of them critically": all who are so
    quantity = _risen(words, quantity)
    return CountMention(
        span=span,
        attribute=attribute,
        count=replace(quantity.count, scope=scope) if scope else quantity.count,
        rule=f"{rule}_single" if quantity.article else rule,
    )
