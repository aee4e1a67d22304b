"""Whom an outlet quotes: "Norna reported that six died, citing the health ministry".

The outlet stays the source in the text; the speaker is the body that it passes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.speech_relations import Relation
from rashomon.model.document import Span

_CITING = re.compile(
    r",?\s(?:citing|quoting|referring to|with reference to)\s(?P<who>[^,.;\n]{3,80})"
)
_BODY = re.compile(
    r"[A-Z][\w-]+|ministry|police|officials?|authorities|services?|sources?|"
    r"prosecutors|military|army|governor|mayor|hospital|medics|committee|witnesses",
)


def resolve(text: str, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations with the speaker that each outlet cites in its sentence."""
    found = list(relations)
    for match in _CITING.finditer(text):
        if not _BODY.search(match.group("who")):
            continue
        tail = Span(*match.span())
        outer = _reported_by(found, tail, text)
        if outer is None:
            continue
        found = [r for r in found if r is outer or not _is_tail(r, tail)]
        at = found.index(outer)
        contents = tuple(_before(c, tail) for c in outer.contents)
        found[at] = replace(outer, contents=contents, named=Span(*match.span("who")))
    return found


def _reported_by(
    relations: Sequence[Relation], tail: Span, text: str
) -> Relation | None:
    """Return the relation of an outlet's verb that the citation ends."""
    near = [
        r
        for r in relations
        if r.source is not None
        and r.cue is not None
        and r.cue.end <= tail.start
        and not re.search(r"[.!?]\s|\n", text[r.cue.end : tail.start])
        and all(c.start < tail.start for c in r.contents)
    ]
    return max(near, key=lambda r: r.cue.end if r.cue else 0, default=None)


def _is_tail(relation: Relation, tail: Span) -> bool:
    return relation.cue is not None and tail.contains(relation.cue)


def _before(content: Span, tail: Span) -> Span:
    return (
        Span(content.start, min(content.end, tail.start))
        if content.overlaps(tail)
        else content
    )
