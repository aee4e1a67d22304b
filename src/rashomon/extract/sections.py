"""Sections: a round-up that tells of one place after another, each below its name.

"Alton region", on a line of its own, says where the sentences below it are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.passages import Passage
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision

# One such line is a dateline or the place of a picture.
FEWEST = 2

# What may stand beside the name on such a line.
_BESIDE = re.compile(
    r"\b(?:the|in|region|oblast|province|district|governorate|state|city(?: of)?|county"
    r"|область|край|район|місто|город)\b|[\W\d_]",
    re.IGNORECASE,
)


def placed(text: str, passages: Sequence[Passage]) -> list[Passage]:
    """Return the sentences, those of a section that name no place with the section's.

    The line that heads them tells of nothing itself.
    """
    headed = [place for p in passages for place in p.toponyms if _heads(text, place)]
    if len({place.where for place in headed}) < FEWEST:
        return list(passages)
    starts = [place.span.start for place in headed]
    return [_under(headed, starts, p) for p in passages]


def _under(
    headed: Sequence[Toponym], starts: Sequence[int], passage: Passage
) -> Passage:
    """Return a sentence with the place of the last line above it that names one."""
    if passage.toponyms:
        heads = all(place in headed for place in passage.toponyms)
        return replace(passage, toponyms=()) if heads else passage
    above = bisect_left(starts, passage.span.start)
    if not above:
        return passage
    return replace(passage, toponyms=(headed[above - 1],))


def _heads(text: str, named: Toponym) -> bool:
    """Say whether a line names a place that is no country, and says no more of it."""
    if named.where is None or named.where.precision is GeoPrecision.COUNTRY:
        return False
    before = text[text.rfind("\n", 0, named.span.start) + 1 : named.span.start]
    after = text[named.span.end :].partition("\n")[0]
    return not _BESIDE.sub("", before + after)
