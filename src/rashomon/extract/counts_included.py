"""Who a total is said to include: "nine people, including two children and a medic"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts_scope import kind_of
from rashomon.extract.numbers import Quantity
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention

_INCLUDING = re.compile(
    r"(?:\bincluding|\bamong them|\bamong whom (?:are|were)|\b(?:в том числе|включая|среди них|из них|у тому числі|зокрема|включно з|серед них|з них|это|це))"
    r"(?: at least| as many as| also| по меньшей мере| не менее| щонайменше| —)? $",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,| and|, and| и| та| і| й) $")
_NOUN = re.compile(r"(?:\s+[\w'’-]+){1,3}")
# So far before "including" its whole may end: "12 were killed in the blast, including …".
WHOLE_WITHIN = 40


def parts(
    words: str, quantities: Sequence[Quantity], found: Sequence[CountMention]
) -> list[CountMention]:
    """Read the kinds of people that a total is said to include, each a part of it."""
    told: list[CountMention] = []
    for quantity in quantities:
        before = words[: quantity.span.start]
        led, goes_on = _INCLUDING.search(before), _AND.search(before)
        last = told[-1] if told else None
        joined = last if goes_on and last and last.span.end == goes_on.start() else None
        if led is None and joined is None:
            continue
        noun = _NOUN.match(words[quantity.span.end :])
        end = quantity.span.end + _end_of_kind(noun.group(0) if noun else "")
        kind = kind_of(words[quantity.span.end : end])
        attribute = joined.attribute if joined else _whole_of(led, quantity, found)
        if kind is None or attribute is None:
            continue
        told.append(
            CountMention(
                span=Span(quantity.span.start, end),
                attribute=attribute,
                count=replace(quantity.count, scope=kind),
                rule="part",
            )
        )
    return [m for m in told if not any(m.span == f.span for f in found)]


def _end_of_kind(noun: str) -> int:
    """Return where the first word that names a kind of people ends."""
    ends = [m.end() for m in re.finditer(r"[\w'’-]+", noun)]
    return next((end for end in ends if kind_of(noun[:end])), 0)


def _whole_of(
    led: re.Match[str] | None, quantity: Quantity, found: Sequence[CountMention]
) -> Attribute | None:
    """Return what befell the total that "including" is said of, around it or before it."""
    for whole in reversed(found):
        if led is None or whole.count.scope is not None or whole.rule == "none":
            continue
        gap = led.start() - whole.span.end
        if whole.span.contains(quantity.span) or 0 <= gap <= WHOLE_WITHIN:
            small = quantity.count.low < whole.count.low
            return whole.attribute if small or whole.count.vague else None
    return None
