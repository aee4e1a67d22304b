"""Sentences that tell of two incidents, parted where one ends and the other begins.

"An attack on a mall in one town killed 19, and 21 died when flats were hit in another
region": each part has a deed of its own, and their places or days cannot be one. A
sentence is left whole where nothing speaks against its being about one incident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.passages import Passage
from rashomon.extract.shift_words import answers, is_marked, tells_of_before
from rashomon.extract.shifts import anchor_of
from rashomon.model.claim import Attribute
from rashomon.model.document import Span

# Where a clause may end; which of these are cuts, the mentions on both sides decide.
_BOUNDARY = re.compile(
    r";\s+|:\s+|,\s+(?:(?:and|while|but|whereas|when|as|und|während|y|e|et|mais|и|а|но|та|і|й|але|тоді як|тогда как)\s+)?"
    r"|,?\s+(?=(?:(?:just |only |some |a few |several |two |three |\d+ )?(?:hours|days|weeks)|(?:a|one) (?:day|week)|shortly|soon) after (?:the|an?)\s)"
    r"|\s+(?=(?:and|while|after|before|when|following|in (?:response|retaliation|revenge)|und|nachdem|y|et|и|та|і)\s)"
    r"|\s+[–—]\s+",
    re.IGNORECASE,
)

# "And so did one near Voronezh": what was told before, of another place.
_SO_DID = re.compile(r"\b(?:so (?:did|was|were)|as (?:did|was|were)|likewise)\b", re.I)

# "Hit once in 2019 and again in 2021": one deed for each of the times.
_AGAIN = re.compile(
    r"\W*(?:(?:and|und|et|y|e|и|і|та) )?(?:(?:then |once )?again|erneut|à nouveau|de nouveau|de nuevo|otra vez|снова|вновь|знову)\b",
    re.IGNORECASE,
)

# "The strikes of 1 May and 3 May": one deed for each of the days.
_DEEDS_OF = re.compile(
    r"\b(?:attacks|strikes|raids|bombings|blasts|explosions|shootings|massacres|killings|assaults)"
    r" (?:of|on) $",
    re.IGNORECASE,
)

# "In Alton, near Borton, killing two": where the place is, not another one.
_EXPLAINS = re.compile(
    r"(?:just |some |about |around )?(?:near|outside|close to|not far from"
    r"|[\d,.]+ (?:km|kilomet|miles?)|(?:north|south|east|west)\w* of)\b",
    re.IGNORECASE,
)

# More parts than this no sentence of a report has; a list of a hundred towns is no text.
MAX_PARTS = 6


def parted(text: str, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, those that tell of two incidents as one for each."""
    made: list[Passage] = []
    for passage in passages:
        for part in _parts(text, passage):
            made.append(replace(part, index=len(made)))
    return made


def _parts(text: str, passage: Passage) -> list[Passage]:
    parts: list[Passage] = []
    rest = passage
    while len(parts) < MAX_PARTS - 1:
        cut = _first_cut(text, rest)
        if cut is None:
            break
        left, rest = cut
        parts.append(left)
    return [*parts, rest]


def _first_cut(text: str, passage: Passage) -> tuple[Passage, Passage] | None:
    """Return the two parts at the first place where two incidents meet.

    Of the boundaries that part the same mentions, the last one is it: what stands
    between belongs to what was told before.
    """
    told_again = any(said.search(passage.words) for said in (_SO_DID, _AGAIN))
    told_again = told_again or _days_of_deeds(text, passage)
    if len(passage.triggers) + len(passage.counts) + told_again < 2:
        return None
    chosen: tuple[Passage, Passage] | None = None
    for boundary in _BOUNDARY.finditer(text, passage.span.start, passage.span.end):
        if boundary.start() == passage.span.start or boundary.end() == passage.span.end:
            continue
        if _EXPLAINS.match(text, boundary.end()):
            continue
        left = _within(text, passage, passage.span.start, boundary.start())
        right = _within(text, passage, boundary.end(), passage.span.end)
        if chosen is not None and _mentions(right) != _mentions(chosen[1]):
            break
        if chosen is not None or _are_two(text, left, right):
            right = replace(right, parted=True)
            chosen = left, _with_what_goes_on(left, right)
    return chosen


def _days_of_deeds(text: str, passage: Passage) -> bool:
    """Say whether a day is told as one of those of several deeds."""
    return any(
        _DEEDS_OF.search(text, passage.span.start, time.span.start)
        for time in passage.times
    )


def _are_two(text: str, left: Passage, right: Passage) -> bool:
    """Say whether both parts tell of a deed, at places or on days that are not one."""
    if right.times and right.times[0].span.start == right.span.start + len("and "):
        return _days_of_deeds(text, left)
    if _AGAIN.match(right.words) and left.has_deed and left.times and right.times:
        return left.times[-1].when != right.times[0].when
    if not (left.has_deed and (right.has_deed or _SO_DID.search(right.words))):
        return False
    here, there = anchor_of(text, left), anchor_of(text, right)
    # "A national of Nepal was killed": a country is rarely where a clause's deed was.
    fine = here.is_fine and there.is_fine
    answered = there.is_fine and answers(right)
    if (fine or answered) and here.another_place(there):
        return True
    if answered and here.abroad_from(there):
        return True
    if here.long_before_or_after(there) or tells_of_before(right):
        return True
    return here.another_day(there) and is_marked(right)


def _mentions(part: Passage) -> tuple[object, ...]:
    return part.deeds, part.toponyms, part.times, part.counts


def _within(text: str, passage: Passage, start: int, end: int) -> Passage:
    """Return the part of a passage between two offsets, with what begins in it."""
    span = Span(start, end)

    def inside(at: Span) -> bool:
        return start <= at.start < end

    return replace(
        passage,
        span=span,
        words=span.of(text),
        triggers=tuple(
            replace(t, span=span) if t.whole else t
            for t in passage.triggers
            if t.whole or inside(t.span)
        ),
        times=tuple(t for t in passage.times if inside(t.span)),
        tied=tuple(t for t in passage.tied if inside(t.span)),
        spoken=tuple(t for t in passage.spoken if inside(t.span)),
        clocks=tuple(t for t in passage.clocks if inside(t.span)),
        written=tuple(t for t in passage.written if inside(t.span)),
        toponyms=tuple(t for t in passage.toponyms if inside(t.span)),
        counts=tuple(c for c in passage.counts if inside(c.span)),
        statements=tuple(s for s in passage.statements if inside(s.span)),
    )


def _with_what_goes_on(left: Passage, right: Passage) -> Passage:
    """Return the later part with the day and the deed that it takes from the earlier.

    "On October 4 a depot near one town burned, and so did one near another."
    """
    if not right.has_deed:
        right = replace(right, triggers=(*left.deeds, *right.triggers))
    if not right.times:
        right = replace(right, times=left.times, tied=left.tied)
    if _AGAIN.match(right.words):
        # The same was hit, at the same place.
        hit = (s for s in left.statements if s.attribute is Attribute.TARGET)
        right = replace(
            right,
            toponyms=right.toponyms or left.toponyms,
            statements=(*hit, *right.statements),
        )
    return right
