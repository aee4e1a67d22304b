"""Names of places that are ends of a journey: "the train from Alton to Borton"."""

from __future__ import annotations

import re

from rashomon.extract.passages import words_before
from rashomon.model.mention import Toponym

NEAR_CHARS = 60

# "The train from Alton", "a bus bound for Alton", "from Alton to Borton".
_JOURNEY = re.compile(
    r"\b(?:(?:trains?|bus(?:es)?|flights?|planes?|airliners?|convoys?|ferr(?:y|ies)|ships?|boats?"
    r"|tankers?|coach(?:es)?|journey|trip|route|pilgrims|passengers)\b[^.;,]{0,30}?"
    r"|bound|head(?:ed|ing)|travell?(?:ed|ing)|on (?:its|his|her|their|the) way|made)"
    r" (?:from|to|for|towards?|between) (?:the )?$|\bfrom (?:the )?[A-Z][^.;\n]{0,40}? to (?:the )?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s(?:to|towards) (?:the )?[A-Z]")


def is_end(text: str, toponym: Toponym) -> bool:
    """Say whether a name is one end of a line: "the Abuja-Kaduna train"."""
    before, after = (
        words_before(text, toponym, NEAR_CHARS),
        text[toponym.span.end :][:20],
    )
    joined = re.match(r"[-–][A-ZА-Я]", after) or re.search(r"\w[-–]$", before)
    leaves = re.search(r"\bfrom (?:the )?$", before) and _ONWARD.match(after)
    return bool(joined or leaves or _JOURNEY.search(before))
