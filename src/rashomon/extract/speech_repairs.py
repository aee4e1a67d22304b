"""Where a source begins, and how far its words reach, that the parse drew wrongly.

"…, two boys among them," Petr Ostrov said: a figure beside the tag is no source. And who
claims or denies an attack does not tell its toll: "denied the attack that killed six".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.speech_cues import SPEAKING
from rashomon.extract.speech_relations import Relation
from rashomon.model.document import Span

_CLOSED = re.compile(r"[,.!?…](?:[\"”’]|'')\s+(?=\w)")
_PART = re.compile(r"\b(?:of|among|amongst) (?:them|whom|these|those)\b")
_NEARER = re.compile(r",\s+(?P<who>(?:[\w'’-]+ ){0,3}?(?P<head>[\w'’-]+))\s+")
_NO_NAME = re.compile(r"(?:who|which|that|has|have|had|was|were|later|also|then)\b")

_EVENT = (
    r"(?:attack|bomb|bombing|blast|explosion|strike|air ?strike|shelling|shooting|raid|assault|"
    r"ambush|massacre|killing|assassination|abduction|kidnapping|incident)s?"
)
_TOLD_OF = re.compile(
    rf"\b{_EVENT}\b[^.;:]*?(?P<rest>,? (?:that|which|(?:in|during) which|where|who)\b)"
)
_OWN_PART = re.compile(
    r"\b(?:responsib\w+|(?:no|any|its|a) (?:hand|part|role|involvement) in|involve[dm]\w*|behind)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"\b(?:claim|den(?:y|ie)|reject|disown|disclaim|take|took|accept)", re.IGNORECASE
)
_A_NAME = re.compile(rf"(?:\w+ ){{0,4}}?{_EVENT}\b", re.IGNORECASE)


def sources(text: str, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations with the sources that stand at their verbs."""
    found = []
    for relation in relations:
        mended = _at_the_verb(text, _behind_the_mark(text, relation))
        if mended.source is None or not _is_part(text, mended.source):
            found.append(mended)
    return found


def _behind_the_mark(text: str, relation: Relation) -> Relation:
    """Give to the quotation what stands before its mark: '… among them," Ostrov said'."""
    source = relation.source
    if source is None or relation.named != source:
        return relation
    marks = list(_CLOSED.finditer(text, source.start, source.end))
    if not marks:
        return relation
    rest = Span(marks[-1].end(), source.end)
    said = Span(source.start, marks[-1].start())
    contents = tuple(sorted((*relation.contents, said)))
    return replace(relation, contents=contents, source=rest, named=rest)


def _at_the_verb(text: str, relation: Relation) -> Relation:
    """Take the noun right at the verb: "nineteen boys and two men, reports say"."""
    source, cue = relation.source, relation.cue
    if source is None or cue is None or relation.named != source:
        return relation
    between = _NEARER.fullmatch(text, source.end, max(source.end, cue.start))
    if (
        between is None
        or between.group("head").lower() not in SPEAKING
        or _NO_NAME.match(between.group("who"))
    ):
        return relation
    nearer = Span(*between.span("who"))
    contents = tuple(sorted((*relation.contents, source)))
    return replace(relation, contents=contents, source=nearer, named=nearer)


def _is_part(text: str, source: Span) -> bool:
    words = source.of(text)
    return bool(_PART.search(words)) and not re.search(r"\b[A-Z]", words[1:])


def without_tolls(text: str, relations: Sequence[Relation]) -> list[Relation]:
    """Leave what an attack did out of the words in which somebody owns or disowns it."""
    return [replace(r, contents=_short_of(text, r)) for r in relations]


def _short_of(text: str, relation: Relation) -> tuple[Span, ...]:
    cue = relation.cue
    owns = cue is not None and _OWNS.search(cue.of(text)) is not None
    return tuple(_cut(text, content, owns) for content in relation.contents)


def _cut(text: str, content: Span, owns: bool) -> Span:
    own = _OWN_PART.search(text, content.start, content.end)
    named = _A_NAME.match(text, content.start, content.end) if owns else None
    if own is None and named is None:
        return content
    begin = own.end() if own else content.start
    told = _TOLD_OF.search(text, begin, content.end)
    if told is None or (own is not None and not owns and not _of_itself(text, content)):
        return content
    return Span(content.start, told.start("rest"))


def _of_itself(text: str, content: Span) -> bool:
    return (
        re.match(
            r"(?:that )?(?:it|they|its|their|he|she|we|our)\b",
            content.of(text),
            re.IGNORECASE,
        )
        is not None
    )
