"""A report written in one country of what was done in another.

"ALTON – Gunmen killed three people in the north of another country on Monday": the dateline names
the only town, and nothing happened there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.dateline_words import is_dateline
from rashomon.extract.passages import words_before
from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision

# "The murder of three journalists in that country", "killed ten people in".
_DONE_IN = re.compile(
    r"\b(?:kill(?:ed|ing|s)|murder(?:ed|s)?|assassinat\w+|massacred?|kidnapp(?:ed|ing)|abduct(?:ed|ion)|attack(?:ed|s)?"
    r"|ambush(?:ed)?|bomb(?:ed|ing|ings)?|blast|explosion|shooting|shot dead|crash(?:ed)?|air ?strikes?|fire)"
    r"(?: (?!who\b|that\b|said\b|and\b|after\b)[\w'’-]+){0,7} in (?:the )?(?:[\w-]+ern |central )?$",
    re.IGNORECASE,
)
DONE_CHARS = 100

# "ALTON, Kenya": so close behind a dateline's town stands what it is in.
CLOSE = 4


def another_country(
    text: str, best: Sequence[Toponym], others: Sequence[Sequence[Toponym]]
) -> Sequence[Toponym] | None:
    """Return the country that something was done in, where only a dateline names a town.

    ``best``: the mentions of the likeliest place; ``others``: those of every place. None
    where the likeliest place, or another of its country, is named outside of datelines.
    """
    if not best or not all(is_dateline(text, t) for t in best):
        return None
    here = best[0].where
    told = (
        t for mentions in others for t in mentions if not _in_dateline(text, t, best)
    )
    if here is None or any(t.where and t.where.country == here.country for t in told):
        return None
    return next((found for found in others if _is_scene(text, found)), None)


def _in_dateline(text: str, toponym: Toponym, towns: Sequence[Toponym]) -> bool:
    start = toponym.span.start
    close = any(0 <= start - town.span.end < CLOSE for town in towns)
    return close or is_dateline(text, toponym)


def _is_scene(text: str, mentions: Sequence[Toponym]) -> bool:
    where = mentions[0].where
    if where is None or where.precision is not GeoPrecision.COUNTRY:
        return False
    return any(
        _DONE_IN.search(words_before(text, t, DONE_CHARS).split("\n")[-1])
        for t in mentions
    )
