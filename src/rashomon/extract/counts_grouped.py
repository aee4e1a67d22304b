"""Numbers of people harmed that only the parse ties to the harm.

"Two guards who had tried to stop him were shot dead": the words between are too many for
a pattern, and the grammar says who was shot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.extract import counts_roles, numbers
from rashomon.extract.counts_people import counts_people
from rashomon.extract.reading import Reading
from rashomon.model.claim import Attribute
from rashomon.model.document import Span
from rashomon.model.mention import CountMention

_ANIMALS = frozenset(
    "cattle cow sheep goat horse bird fish dog cat animal whale elephant chicken pig camel livestock head".split()
)
# A noun phrase longer than this holds more than a number and whom it counts.
PHRASE_CHARS = 60


def find(
    reading: Reading, told: Sequence[CountMention], people: re.Pattern[str]
) -> list[CountMention]:
    """Return the numbers that the parse ties to a harm and that nobody has read yet."""
    if not reading.parsed:
        return []
    found: list[CountMention] = []
    for attribute, group, verb in counts_roles.groups(reading.doc):
        mention = _counted(reading.text, attribute, group, verb, people)
        if mention and not any(mention.span.overlaps(m.span) for m in (*told, *found)):
            found.append(mention)
    return found


def _counted(
    text: str, attribute: Attribute, group: Token, verb: Token, people: re.Pattern[str]
) -> CountMention | None:
    start, end = group.left_edge.idx, group.idx + len(group)
    if group.lemma_.lower() in _ANIMALS or not 0 < end - start <= PHRASE_CHARS:
        return None
    phrase = text[start:end]
    for quantity in numbers.find(phrase, "en"):
        if quantity.article or not counts_people(quantity, phrase, people):
            continue
        first = start + quantity.span.start
        last = max(end, verb.idx + len(verb))
        return CountMention(
            span=Span(min(first, verb.idx), last),
            attribute=attribute,
            count=quantity.count,
            rule="grouped",
        )
    return None
