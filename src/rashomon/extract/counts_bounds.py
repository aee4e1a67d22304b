"""Figures that say more, or less, than their number: a fifth death, those still treated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention
from rashomon.model.value import Count

# "A second man died" is summed with the first; from the third on the others are taken as
# known.
_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_FIRST_ORDINAL = 3
_DIED = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)}) (?:person|victim|man|woman|child|boy|girl|patient|student|worker|officer|soldier|passenger|inmate)\b"
    r"(?: (?:of|in|from|after|who)\b[^.;:\n]{0,60}?)? (?:has (?:now )?died|dies\b|died (?:of|from|on|at|in|overnight)\b)",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b", re.IGNORECASE)


def settle(mentions: Sequence[CountMention], text: str) -> list[CountMention]:
    """Return the counts with deaths told by their rank, and those still treated as bounds."""
    ranked = _by_rank(text)
    kept = [m for m in mentions if not any(m.span.overlaps(r.span) for r in ranked)]
    return [*(_still_in_care(m, text) for m in kept), *ranked]


def _by_rank(text: str) -> list[CountMention]:
    """Read "a fifth person has died": five dead, told by the last of them."""
    found = []
    for match in _DIED.finditer(text):
        number = _FIRST_ORDINAL + _ORDINALS.index(match.group("nth").lower())
        found.append(
            CountMention(
                span=Span(match.start(), match.end()),
                attribute=Attribute.KILLED,
                count=Count(number, number),
                rule="rank",
            )
        )
    return found


def _still_in_care(mention: CountMention, text: str) -> CountMention:
    """Let "nine remain in hospital" be nine at least: others were sent home or died."""
    count = mention.count
    whole = mention.attribute is Attribute.INJURED and count.scope is None
    if whole and count.high and _STILL.search(mention.span.of(text)):
        return replace(mention, count=replace(count, high=None))
    return mention
