"""What a sentence's counts say of each other: sums, parts, single persons, bare casualties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.extract.counts_scope import kind_of
from rashomon.extract.numbers import Quantity
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_CASUALTIES = re.compile(
    r"(?:there (?:are|were|have been)|caus(?:ed|ing)|result(?:ed|ing) in|reports? of|confirmed(?: that)?(?: there (?:are|were))?|(?:left|suffered)) (?:some |heavy |many |numerous |several |multiple )?casualties\b",
    re.IGNORECASE,
)


def casualties(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Read "there are casualties": somebody was harmed, how many is not said."""
    return [
        CountMention(
            span=Span(m.start(), m.end()),
            attribute=Attribute.KILLED,
            count=Count(1, None, vague=True),
            rule="casualties",
        )
        for m in _CASUALTIES.finditer(words)
        if not any(f.span.overlaps(Span(m.start(), m.end())) for f in found)
    ]


_SINGLE = (
    (
        Attribute.DETAINED,
        re.compile(
            r"(?<!\w)(?:he|she|(?:the|a|an) (?:[\w-]+ ){0,3}(?:suspect|attacker|driver|man|woman|gunman|boy|girl|teenager|male|suspects? of \d+)(?: of \d+)?)(?:, [^,.;]{1,60},)? "
            r"(?:was|has been|had been|is) (?:also |later |now )?(?:arrested|detained|taken into custody|in custody|captured|held on suspicion)",
            re.IGNORECASE,
        ),
    ),
)


def single(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Read "he was arrested" and "the suspect is in custody": one person."""
    return [
        CountMention(
            span=Span(m.start(), m.end()),
            attribute=attribute,
            count=Count(1, 1),
            rule="single",
        )
        for attribute, pattern in _SINGLE
        for m in pattern.finditer(words)
        if not any(
            f.span.overlaps(Span(m.start(), m.end())) and f.attribute is attribute
            for f in found
        )
    ]


_JOINED = re.compile(r"^(?P<one>(?:\s+[\w'’-]+){1,3}?)?,?\s+and\s+$")


def together(
    words: str,
    quantities: Sequence[Quantity],
    found: Sequence[CountMention],
    people: re.Pattern[str],
) -> list[CountMention]:
    """Read "injuring four men and two women" as six: people joined share their harm."""
    made = list(found)
    for one, two in pairwise(quantities):
        joined = _JOINED.match(words[one.span.end : two.span.start])
        behind = re.match(r"(?:\s+[\w'’-]+){1,3}", words[two.span.end :])
        named = joined and people.search(joined.group("one") or "")
        person = people.search(behind.group(0)) if behind else None
        if not (named and person) or one.count.vague or two.count.vague:
            continue
        nouns = (
            (joined.group("one") if joined else ""),
            behind.group(0) if behind else "",
        )
        if any(kind_of(noun or "") == "attackers" for noun in nouns):
            continue  # attackers are counted apart
        counted = [m for m in made if _counts_one_of(m, one, two)]
        if len(counted) != 1 or counted[0].count.scope == "attackers":
            continue
        low = one.count.low + two.count.low
        open_ = one.count.high is None or two.count.high is None
        high = None if open_ else (one.count.high or 0) + (two.count.high or 0)
        start = min(counted[0].span.start, one.span.start)
        end = max(counted[0].span.end, two.span.end + person.end())
        made[made.index(counted[0])] = replace(
            counted[0],
            span=Span(start, end),
            count=Count(low, high),
            rule="together",
        )
    return made


def _counts_one_of(mention: CountMention, one: Quantity, two: Quantity) -> bool:
    inside = mention.span.contains(one.span) or mention.span.contains(two.span)
    return inside and mention.rule != "none"


_PART = re.compile(
    r"\s+(?:of (?:them|whom|those|these)(?: (?:are|were|is|was))?(?: \w+){0,2}?|(?:more )?(?:[\w-]+ ){1,4}among (?:them|the (?:dead|injured|wounded|victims|killed)))(?:\s+(?P<kind>[\w-]+))?",
    re.IGNORECASE,
)
OF_HARMED = re.compile(
    r"\s+of the (?:\w+ )?(?P<harm>injured|wounded|dead|killed|missing)\b(?P<rest>[^.;]{0,40})",
    re.IGNORECASE,
)
_SERIOUSLY = re.compile(
    r"^(?:[^.;,]{0,30}\b)?(?:in (?:a |an )?(?:very )?(?:critical|serious|grave|severe)|critical\b|critically|in intensive care|fighting for)",
    re.IGNORECASE,
)
_HARM = {
    "injured": Attribute.INJURED,
    "wounded": Attribute.INJURED,
    "dead": Attribute.KILLED,
    "killed": Attribute.KILLED,
    "missing": Attribute.MISSING,
}


def parts(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "two of them children" and "a child among them" as parts of their sentence's count."""
    parts = []
    for quantity in quantities:
        if any(
            f.span.overlaps(quantity.span) and f.span.start == quantity.span.start
            for f in found
        ):
            continue
        rest = words[quantity.span.end :]
        named = OF_HARMED.match(rest)
        match = named or _PART.match(rest)
        whole = [f for f in found if f.count.scope is None and f.rule != "none"]
        if match is None or not (named or whole):
            continue
        span = Span(quantity.span.start, quantity.span.end + match.end())
        nearest = min(
            whole, key=lambda f: abs(f.span.start - quantity.span.start), default=None
        )
        attribute = (
            _HARM[named.group("harm").lower()]
            if named
            else nearest.attribute
            if nearest
            else None
        )
        if attribute is None:
            continue
        worse = named is not None and attribute is Attribute.INJURED
        if worse and named and _SERIOUSLY.search(named.group("rest")):
            parts.append(
                CountMention(
                    span=span,
                    attribute=Attribute.SERIOUSLY_INJURED,
                    count=quantity.count,
                    rule="part",
                )
            )
            continue
        scope = kind_of(span.of(words)) or "part"
        parts.append(
            CountMention(
                span=span,
                attribute=attribute,
                count=replace(quantity.count, scope=scope),
                rule="part",
            )
        )
    return parts
