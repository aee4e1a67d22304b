"""Who says what: the relations of reported speech in one text.

English is read by the parse (``speech_parse``), quotation marks (``speech_quotes``) and
headlines; other languages by patterns (``speech_patterns``). Sources are then resolved
to the fullest name in the document (``speakers``).
"""

from __future__ import annotations

import re

from rashomon.extract import (
    speakers,
    speech_headlines,
    speech_parse,
    speech_patterns,
    speech_quotes,
    speech_repairs,
    speech_second_hand,
    speech_sequel,
    speech_tags,
)
from rashomon.extract.reading import Reading
from rashomon.extract.speech_relations import Relation
from rashomon.model.claim import Attribution
from rashomon.model.document import Span


def find(reading: Reading) -> list[Attribution]:
    """Return the attributions of a text in reading order, a piece of content each."""
    if not reading.parsed:
        relations = speech_patterns.find(reading)
        relations = speech_quotes.widened(reading.text, relations)
        relations = speech_headlines.add(reading.text, relations, ())
        relations = speech_sequel.extend(reading, relations)
        return _attributions(reading.text, relations, [])
    doc = reading.doc
    persons = [Span(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]
    relations = speech_repairs.sources(reading.text, speech_parse.find(doc))
    relations = speech_tags.add(doc, relations)
    relations = speech_quotes.attach(doc, relations)
    relations = speech_headlines.add(reading.text, relations, persons)
    relations = speech_second_hand.resolve(reading.text, relations)
    relations = _without_datelines(reading.text, relations)
    relations = _without_inner_hearsay(relations)
    relations = speech_sequel.extend(reading, relations)
    relations = speech_repairs.without_tolls(reading.text, relations)
    return _attributions(reading.text, relations, persons)


# "ALTON, Kan. – A man was shot": where it was written, and nobody's words.
_DATELINE = re.compile(
    r"(?m)^(?P<who>[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w.]+)?\.?)(?: \([^)\n]{2,30}\))? ?(?:[–—]|--| - )"
)


def _without_datelines(text: str, relations: list[Relation]) -> list[Relation]:
    """Leave out what the parse takes a dateline to say."""
    datelines = [Span(*m.span("who")) for m in _DATELINE.finditer(text)]
    return [
        r
        for r in relations
        if r.source is None or not any(d.contains(r.source) for d in datelines)
    ]


def _without_inner_hearsay(relations: list[Relation]) -> list[Relation]:
    """Leave out hearsay inside somebody's words: "X is feared dead, the police said"."""
    voiced = [c for r in relations if r.source is not None for c in r.contents]
    return [
        r
        for r in relations
        if r.source is not None
        or not any(outer.contains(c) for outer in voiced for c in r.contents)
    ]


def _attributions(
    text: str, relations: list[Relation], persons: list[Span]
) -> list[Attribution]:
    who = speakers.resolve_all(text, relations, persons)
    found = {
        (content, relation.cue): Attribution(
            content=content,
            source=relation.source,
            cue=relation.cue,
            speaker=who.get(relation.named) if relation.named is not None else None,
            stance=relation.stance,
        )
        for relation in relations
        for content in relation.contents
    }
    return sorted(found.values(), key=lambda a: (a.content, a.cue or a.content))
