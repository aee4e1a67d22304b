"""Places that the gazetteer does not list: the name, at its container's point.

"Toone, Tennessee", "the village of Ira, in Box Elder County": who names a place so says
what holds it. The claim keeps the name, takes the point and the precision of what holds
it, and says so in a note; no pin is invented.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.algorithms.similarity import normalised
from rashomon.link.states import STATE_NAMES, state_named
from rashomon.link.words import words_of
from rashomon.model.document import Span
from rashomon.model.mention import Mention, MentionKind, Toponym
from rashomon.model.value import GeoPrecision, Where

MAX_WORDS = 3
HELD_WITHIN_CHARS = 60
_HOLDERS = frozenset({GeoPrecision.DISTRICT, GeoPrecision.REGION})
# From the name to what holds it: "Toone, Tennessee", "Ira, in the Rutland district",
# "the Bolan district of Balochistan".
_HELD = re.compile(
    r",\s+(?:(?:which|that) is\s+)?(?:(?:a|the) (?:village|town|hamlet|settlement|community)\s+)?"
    r"(?:in\s+)?(?:the\s+)?"
    r"|\s+(?:village|settlement|hamlet|district|subdistrict|county|municipality|area|valley)"
    r"\s+(?:in|of)\s+(?:the\s+)?"
)
# What makes a name a place's before it: without one of these "Smith, Texas" is a person.
_PLACED = re.compile(
    r"(?:\b(?:in|near|at|outside|from|around|of|to|into)\s+"
    r"(?:the\s+(?:(?:village|town|hamlet|settlement|community|city|district)\s+of\s+)?)?)$",
    re.I,
)
_DATELINE = re.compile(r"(?:^|\n)\s*$")
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")


def found(
    text: str, mentions: Sequence[Mention], resolved: Sequence[Toponym]
) -> list[Toponym]:
    """Return the toponyms with those added that only their container places, in order.

    A name that the gazetteer has, but not where the text says that it lies ("Frederick,
    S.D."), is such a place as well.
    """
    held = _held(text, mentions, resolved)
    if not held:
        return list(resolved)
    known = _known(held.values())
    added = {span: replace(t, where=_closer(t, known)) for span, t in held.items()}
    for mention in mentions:
        where = known.get(normalised(mention.text))
        if where is not None and mention.span not in added:
            added[mention.span] = _toponym(mention, where)
    taken = sorted(added)
    kept = [t for t in resolved if not _touching(taken, t.span)]
    return sorted([*kept, *added.values()], key=lambda t: (t.span.start, t.span.end))


def _known(held: Iterable[Toponym]) -> dict[str, Where]:
    """Return where names are, by the closest that any of their mentions says."""
    known: dict[str, Where] = {}
    for toponym in held:
        name, where = normalised(toponym.text), toponym.where
        before = known.get(name)
        if where and (before is None or before.precision is GeoPrecision.REGION):
            known[name] = where
    return known


def _closer(toponym: Toponym, known: Mapping[str, Where]) -> Where | None:
    """Return the district that another mention of a name says it lies in, if in there."""
    own, best = toponym.where, known[normalised(toponym.text)]
    inside = own is not None and (own.country, own.admin1) == (
        best.country,
        best.admin1,
    )
    return best if inside else own


def _start(span: Span) -> int:
    return span.start


def _touching(spans: Sequence[Span], span: Span) -> list[int]:
    """Return which of the spans, sorted and apart from each other, overlap this one."""
    first = max(0, bisect_left(spans, span.start, key=_start) - 1)
    last = bisect_left(spans, span.end, lo=first, key=_start)
    return [i for i in range(first, last) if spans[i].overlaps(span)]


def _held(
    text: str, mentions: Sequence[Mention], resolved: Sequence[Toponym]
) -> dict[Span, Toponym]:
    made = {}
    spans = [t.span for t in resolved]
    for mention in mentions:
        holder = _holder(text, mention, resolved, spans)
        if holder is None or not _may_be_place(text, mention, holder.span):
            continue
        own = [resolved[i] for i in _touching(spans, mention.span)]
        if not all(_lies_elsewhere(t, holder) for t in own if t.where):
            continue
        where = _narrowed(holder, resolved)
        region = where.precision is GeoPrecision.REGION
        whose = where.admin1 if region and where.admin1 else where.name
        note = f"not in the gazetteer; the point is that of {whose}"
        where = replace(where, name=mention.text, geonameid=None, note=note)
        made[mention.span] = _toponym(mention, where)
    return made


def _holder(
    text: str, mention: Mention, resolved: Sequence[Toponym], spans: Sequence[Span]
) -> Toponym | None:
    """Return the district or region that follows a name as what holds it."""
    end = mention.span.end
    at = bisect_left(spans, end, key=_start)
    if at == len(spans) or spans[at].start - end > HELD_WITHIN_CHARS:
        return None
    where = resolved[at].where
    held = where is not None and where.precision in _HOLDERS
    between = text[end : spans[at].start]
    return resolved[at] if held and _HELD.fullmatch(between) else None


def _narrowed(holder: Toponym, resolved: Sequence[Toponym]) -> Where:
    """Return the district of a region that the report names, else the region.

    Of several the one that follows: "Quillsby, Tennessee, that lies in Hardeman County".
    """
    whole = holder.where
    assert whole is not None  # a holder is resolved
    if whole.precision is GeoPrecision.DISTRICT:
        return whole
    inside = [
        (toponym.span.start - holder.span.end, where)
        for toponym in resolved
        if (where := toponym.where)
        and where.precision is GeoPrecision.DISTRICT
        and (where.country, where.admin1) == (whole.country, whole.admin1)
    ]
    if len({where.geonameid for _, where in inside}) > 1:
        inside = [(d, where) for d, where in inside if 0 < d <= HELD_WITHIN_CHARS]
    return inside[0][1] if inside else whole


def _may_be_place(text: str, mention: Mention, holder: Span) -> bool:
    """Say whether a name is written as a place's and is none of a person or a word."""
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    written = mention.text.isupper() or _is_short(holder.of(text))
    words = normalised(mention.text).split()
    return (
        mention.kind not in {MentionKind.PERSON, MentionKind.ORGANISATION}
        and len(words) <= MAX_WORDS
        and _NAME.fullmatch(mention.text) is not None
        and bool(_PLACED.search(before) or (written and _DATELINE.search(before)))
        and not words_of("common_words.txt").issuperset(words)
    )


def _is_short(name: str) -> bool:
    """Say whether a state is written short, as it is behind the name of its town."""
    return state_named(name) is not None and name not in STATE_NAMES


def _lies_elsewhere(toponym: Toponym, holder: Toponym) -> bool:
    """Say whether a town was taken for a namesake outside what holds it.

    "Washington, New York and Boston" is a list; a state written short holds its town.
    """
    where, outer = toponym.where, holder.where
    if where is None or outer is None or not _is_short(holder.text):
        return False
    town = where.precision is GeoPrecision.SETTLEMENT
    return town and (where.country, where.admin1) != (outer.country, outer.admin1)


def _toponym(mention: Mention, where: Where) -> Toponym:
    return Toponym(
        span=mention.span,
        text=mention.text,
        where=where,
        reasons=(("not listed, but said to lie in what is", 0.0),),
    )
