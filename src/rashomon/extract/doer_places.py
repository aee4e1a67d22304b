"""Names of places that stand for whoever did something: states, and their bodies.

"Alton's shelling of Borton", "Alton bombed the port", "the Alton Central Command".
"""

from __future__ import annotations

import re

from rashomon.model.mention import Toponym
from rashomon.model.value import GeoPrecision

# "Alton's shelling of Borton": whose deed it was.
_ITS_DEED = re.compile(
    r"^['’]s? (?:[\w-]+ ){0,2}?(?:air ?strikes?|strikes?|attacks?|raids?|shelling|bombardment|bombing|barrage"
    r"|assault|offensive|invasion|incursion) (?:of|on|against|into|in|at)\b"
)


# "Alton bombed the port", "Alton strikes on Borton": of a country, never of a town.
_STRIKES = re.compile(
    r"^ (?:has |have |had )?(?:again |also )?(?:bombs|bombards|shells|invades|bombarded|invaded"
    r"|(?:bombed|shelled|struck|attacked|hit)(?! (?:by|in|on|with|near|again|over\w*)\b))\b"
    r"|^ (?:(?:air|drone|missile|rocket|naval|artillery|commando)[- ]?(?:strikes?|raids?|attacks?|barrages?)|air ?strikes?|air raids|strikes?|raids?"
    r"|bombardment|shelling) (?:on|against|of|hit|kill|leave)\b",
    re.IGNORECASE,
)
# "A missile fired by Alton".
_BY = re.compile(r"\bby (?:the )?$")
# "The Alton Central Command": a body's name.
_BODY = re.compile(
    r"^ (?:[A-Z][\w-]+ [A-Z]\w+|[Mm]ilitary|[Aa]rmy|[Oo]fficials?|[Ff]orces)\b"
)


def is_doer(text: str, toponym: Toponym) -> bool:
    """Say whether a name is whose attack on something a sentence tells of."""
    after = text[toponym.span.end : toponym.span.end + 50]
    before = text[max(0, toponym.span.start - 10) : toponym.span.start]
    state = _is_state(toponym) and (_STRIKES.match(after) or _BY.search(before))
    return bool(_ITS_DEED.match(after) or state)


def names_a_body(text: str, toponym: Toponym) -> bool:
    """Say whether a state's name is part of a body's ("the Alton Central Command")."""
    after = text[toponym.span.end : toponym.span.end + 40]
    return _is_state(toponym) and bool(_BODY.match(after))


def _is_state(toponym: Toponym) -> bool:
    where = toponym.where
    return where is not None and where.precision is GeoPrecision.COUNTRY
