"""Sections: a round-up that tells of one place after another, each below its name.

"Alton region", on a line of its own, says where the sentences below it are.
"""

from __future__ import annotations

import re
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
    """Return the sentences, those of a section that name no place with the section's."""
    headed = {p.index: place for p in passages if (place := _heading(text, p))}
    if len({place.where for place in headed.values()}) < FEWEST:
        return list(passages)
    here: Toponym | None = None
    made = []
    for passage in passages:
        here = headed.get(passage.index, here)
        told = here is not None and not passage.toponyms
        made.append(replace(passage, toponyms=(here,)) if told and here else passage)
    return made


def _heading(text: str, passage: Passage) -> Toponym | None:
    """Return the place that a line names and says no more of, None where there is none."""
    start, end = passage.span.start, passage.span.end
    alone = text[:start].endswith("\n") and text[end:].startswith("\n")
    if not alone or passage.triggers or len(passage.toponyms) != 1:
        return None
    (named,) = passage.toponyms
    if named.where is None or named.where.precision is GeoPrecision.COUNTRY:
        return None
    rest = text[start : named.span.start] + text[named.span.end : end]
    return named if not _BESIDE.sub("", rest) else None
