"""Figures of one sentence that only together make the toll, or that a turn of phrase hides.

"Killing two, then at least two more" is four; "two died at the scene and a third in
hospital" is three; "none of the 62 on board survived" is 62.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from rashomon.extract.counts_scope import BESIDE, kind_of
from rashomon.extract.numbers import Quantity
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

_CASUALTIES = re.compile(
    r"(?:there (?:are|were|have been|has been)|caus(?:ed|ing)|result(?:ed|ing) in|reports? of|confirmed(?: that)?(?: there (?:are|were))?|(?:left|suffered)) (?:some |heavy |many |numerous |several |multiple )?casualties\b",
    re.IGNORECASE,
)


def casualties(words: str, found: Sequence[CountMention]) -> list[CountMention]:
    """Read "there are casualties": somebody was harmed, how many is not said."""
    return [
        CountMention(
            span=Span(m.start(), m.end()),
            attribute=attribute,
            count=Count(1, None, vague=True),
            rule="casualties",
        )
        for m in _CASUALTIES.finditer(words)
        for attribute in (Attribute.KILLED, Attribute.INJURED)
        if not any(f.span.overlaps(Span(m.start(), m.end())) for f in found)
    ]


_FAMILY = re.compile(r"\s+famil(?:y|ies)\b", re.IGNORECASE)
_COUPLE = re.compile(r"(?:\s+[\w-]+){0,2}?\s+couple\b(?! of)", re.IGNORECASE)
_NOT_A_PAIR = re.compile(r"\s+(?:more|dozen|hundred|others?|people)\b", re.IGNORECASE)


def without_owners(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Leave out the "their" of "their four children"."""
    return [
        q
        for q, following in zip_longest(quantities, quantities[1:])
        if not (q.article and following and following.span.start - q.span.end == 1)
    ]


# "20 of the 50 hostages were killed": the 50 are those of whom 20 were.
_OF_GROUP = re.compile(
    r"\s+of (?:the |its |their |his |her |these |those |some |about |around )*"
)
_GROUP_THAT_WAS = re.compile(
    r"(?:\s+(?!killed|injured|wounded|dead|hurt|victims|missing|shot)[\w'’-]+){1,5}?\s+(?:were|was|have|had|has|are|died|perished|survived)\b"
)
_FAMILY_OF = re.compile(r"\s+(?:[\w-]+ )?(?:family|crew|party|group) of ")


def _whole_groups(found: Sequence[Quantity], words: str) -> list[Quantity]:
    """Return the quantities without those of whom others are, "a family of five" as five."""
    kept: list[Quantity] = []
    for quantity in found:
        last = kept[-1] if kept else None
        between = words[last.span.end : quantity.span.start] if last else ""
        if last and last.article and _FAMILY_OF.fullmatch(between):
            kept[-1] = Quantity(last.span, quantity.count)
            continue
        rest = words[quantity.span.end :]
        many = last and not last.article and last.count.low < quantity.count.low
        if many and _OF_GROUP.fullmatch(between) and _GROUP_THAT_WAS.match(rest):
            continue
        kept.append(quantity)
    return kept


def quantities(found: Sequence[Quantity], words: str) -> list[Quantity]:
    """Return a sentence's quantities with couples as two, and no "of one family"."""
    kept: list[Quantity] = []
    for quantity in _whole_groups(found, words):
        said, rest = quantity.span.of(words).lower(), words[quantity.span.end :]
        before = words[: quantity.span.start].lower()
        if said == "one" and _FAMILY.match(rest) and before.endswith("of "):
            continue
        pair = said == "a couple" and not _NOT_A_PAIR.match(rest)
        if pair or (quantity.article and _COUPLE.match(rest)):
            quantity = Quantity(quantity.span, Count(2, 2))  # noqa: PLW2901
        kept.append(quantity)
    return kept


# What says that a second figure is of another day or deed, and no more of the first.
_ELSEWHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|days?|weeks?|months?|years?|attacks?|strikes?|raids?|separate(?:ly)?|elsewhere|\d{4})\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:\w+\s+)?more\b", re.IGNORECASE)
# "The toll rose to 21 after two more died": the two are among the 21.
_TOLL_WITH_THEM = re.compile(
    r"\b(?:tolls?|rose|risen|climb\w*|reach\w*|total|number)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:after|when|as|with|following)\b", re.IGNORECASE)
MIN_APART = 3

# "Six died at the mill and four at the old inn": the verb is said once.
_PLACE = r"\s+(?:at|in|on)\s+(?!hospitals?\b)[^.;:]{2,45}?"
_AT_FIRST = re.compile(rf"{_PLACE},?\s+(?:and\s+)?$", re.IGNORECASE)
_AT_NEXT = re.compile(
    r"(?:\s+(?:more|others))?\s+(?:at|in)\s+(?:the |a |an |its |(?-i:[A-Z]))(?!\w*\s*hospital)",
)


def stages(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "killing two, and then at least two more" as four, of which each is a part."""
    figures = [q for q in quantities if not q.article]
    made = _places(words, figures, found)
    for one in [m for m in made if m.rule != "none"]:
        later = [
            m
            for m in made
            if m.attribute is one.attribute and m.span.start >= one.span.end
        ]
        two = min(later, key=lambda m: m.span, default=None)
        if two is None or not (_is_plain(one) and _is_plain(two)) or one not in made:
            continue
        more = _MORE.match(words[two.span.end :]) or _MORE.search(two.span.of(words))
        between = Span(one.span.end, two.span.start)
        if not more or _is_apart(between, words, figures):
            continue
        with_them = _TOLL_WITH_THEM.search(words[: one.span.end])
        if with_them and _AFTER.search(between.of(words)):
            made[made.index(two)] = _part(two)
            continue
        made[made.index(one)] = _part(one)
        made[made.index(two)] = _part(two)
        made.append(_sum(one, two))
    return made


def _is_apart(between: Span, words: str, figures: Sequence[Quantity]) -> bool:
    """Say whether two figures are of different days or deeds, or have a third between."""
    return bool(
        between.end - between.start < MIN_APART
        or _ELSEWHEN.search(between.of(words))
        or any(between.contains(q.span) for q in figures)
    )


def _places(
    words: str, figures: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "six died at the mill and four at the inn" as ten."""
    made, sums = list(found), list[CountMention]()
    for figure in figures:
        before = [m for m in made if m.span.end <= figure.span.start and _is_plain(m)]
        one = max(before, key=lambda m: m.span.end, default=None)
        if one is None or any(m.span.overlaps(figure.span) for m in made):
            continue
        between = words[one.span.end : figure.span.start]
        if not (
            _AT_FIRST.fullmatch(between) and _AT_NEXT.match(words[figure.span.end :])
        ) or _ELSEWHEN.search(between):
            continue
        two = replace(one, span=figure.span, count=figure.count, rule="followed")
        if one in sums:
            made.remove(one)
        else:
            made[made.index(one)] = _part(one)
        sums.append(_sum(one, two))
        made += [_part(two), sums[-1]]
    return made


def _is_plain(mention: CountMention) -> bool:
    count = mention.count
    return count.scope is None and count.low > 0 and not count.vague


def _part(mention: CountMention) -> CountMention:
    count = replace(mention.count, scope="part")
    return replace(mention, count=count, rule=f"{mention.rule}{BESIDE}")


def _sum(one: CountMention, two: CountMention) -> CountMention:
    a, b = one.count, two.count
    high = None if a.high is None or b.high is None else a.high + b.high
    span = Span(min(one.span.start, two.span.start), max(one.span.end, two.span.end))
    return replace(one, span=span, count=Count(a.low + b.low, high), rule="together")


_IN_HOSPITAL = re.compile(
    r"^(?:,? (?:(?:at|on) the scene|on the spot|instantly|immediately|there|at once))+,? (?:and|while) (?P<figure>[\w ]{1,25}?)(?: more| others?)?(?: later| died| afterwards)*,? (?:later )?(?:in|at|on (?:the|their|his|her) way to) (?:a |the |an? \w+ )?hospital\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"^a (?:second|third|fourth|fifth|sixth)$", re.IGNORECASE)


def died_later(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "two died at the scene and a third in hospital" as three dead."""
    made = list(found)
    for dead in found:
        rest = words[dead.span.end :]
        match = _IN_HOSPITAL.match(rest)
        if dead.attribute is not Attribute.KILLED or not match or not _is_plain(dead):
            continue
        at = Span(
            dead.span.end + match.start("figure"), dead.span.end + match.end("figure")
        )
        number = next((q for q in quantities if at.contains(q.span)), None)
        if _ORDINAL.match(match.group("figure")):
            number = Quantity(at, Count(1, 1))
        if number is None:
            continue
        later = replace(dead, span=at, count=number.count)
        span = Span(dead.span.start, dead.span.end + match.end())
        made = [m for m in made if m is not dead and not m.span.overlaps(number.span)]
        made += [_part(dead), _part(later), replace(_sum(dead, later), span=span)]
    return made


_NO_SURVIVOR = re.compile(
    r"\b(?:(?:none|not one|neither) of (?:the|all) (?P<of>[\w,-]+)(?: [\w'’-]+){0,4}? survived|(?:no|without) survivors (?:among|of) the (?P<among>[\w,-]+)|(?:killed|killing) all (?:of the )?(?P<all>[\w,-]+)(?= [\w'’-]+| on board|[,.;]))",
    re.IGNORECASE,
)


_CREW = re.compile(r"\b(?:crew|pilots?|attendants?)\b", re.IGNORECASE)


def nobody_survived(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read "none of the 62 on board survived" as 62 dead."""
    made = []
    for match in _NO_SURVIVOR.finditer(words):
        name = next(n for n, said in match.groupdict().items() if said)
        at = Span(*match.span(name))
        number = next((q for q in quantities if at.contains(q.span)), None)
        span = Span(*match.span())
        crew = _CREW.search(words[at.end :][:20]) and found
        if (
            number
            and not number.count.vague
            and not any(m.span.overlaps(number.span) for m in found)
        ):
            made.append(
                CountMention(
                    span=span,
                    attribute=Attribute.KILLED,
                    count=replace(number.count, scope="crew" if crew else None),
                    rule=f"no_survivor{BESIDE if crew else ''}",
                )
            )
    return made


_AMONG_FIGURE = re.compile(
    r"(?P<who>(?:\s+(?!among\b)[\w'’-]+){1,7}?)\s+among\s+(?:the\s+)?", re.IGNORECASE
)
# Seven words are no longer: so a text of nothing but numbers costs no time.
AMONG_CHARS = 120


def among(
    words: str, quantity: Quantity, quantities: Sequence[Quantity]
) -> tuple[Span, Quantity] | None:
    """Return who are counted in "three men among five killed", and the five."""
    start = quantity.span.end
    match = _AMONG_FIGURE.match(words, start, start + AMONG_CHARS)
    if match is None or quantity.article:
        return None
    for other in quantities:
        if other.span.start == match.end() and not other.article:
            return Span(quantity.span.start, match.end("who")), other
    return None


def parts_among(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Return "three men" of "three men among five killed" as a part of the five."""
    parts = []
    for quantity in quantities:
        pair = among(words, quantity, quantities)
        whole = next((m for m in found if pair and m.span.contains(pair[1].span)), None)
        if pair and whole:
            scope = kind_of(pair[0].of(words)) or "part"
            count = replace(quantity.count, scope=scope)
            parts.append(replace(whole, span=pair[0], count=count, rule="part"))
    return parts
