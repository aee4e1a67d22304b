"""The times of one sentence, sorted by what they can date.

``time_roles`` tells the role of one time; here a sentence's are put together: ranges made
of two days, clocks laid to days, and those that hang on the very words of the deed.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.extract import time_roles
from rashomon.extract.heads import Role
from rashomon.extract.reading import Reading
from rashomon.extract.triggers import Trigger
from rashomon.model.account import IncidentType
from rashomon.model.document import Span
from rashomon.model.mention import CountMention, TimeMention
from rashomon.model.value import TimePrecision, When

# A night touches two days.
NIGHT_DAYS = 2

# What the heads call a time that something was at, and how sure they must be of it where
# its words make it the day on which somebody spoke.
TIME_FACTS = frozenset({"time", "time_other"})
TIME_SURE = 0.7

_CLOCK_RULES = frozenset({"clock"})
_DAY_RULES = frozenset({"date", "dotted", "iso"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells: the report's triggers, the sentence's own, the counts.

    ``facts``: what the heads mark in it.
    """

    report: Sequence[Trigger]
    here: Sequence[Trigger]
    counts: Sequence[CountMention]
    facts: Sequence[Role] = ()


@dataclass(frozen=True, slots=True)
class Times:
    """A sentence's times by what they date; see ``passages.Passage``."""

    deed: tuple[TimeMention, ...]
    tied: tuple[TimeMention, ...]
    spoken: tuple[TimeMention, ...]
    clocks: tuple[TimeMention, ...]
    written: tuple[TimeMention, ...]


def sorted_out(
    reading: Reading, sentence: Span, times: Sequence[TimeMention], told: Told
) -> Times:
    """Return the times of a sentence by what they date."""
    if not times:
        return Times((), (), (), (), ())
    looked = {
        t.span.start
        for t in times
        if _is_looked_into(reading, sentence, t.span, told.here)
    }
    deed = _times_of(reading, sentence, times, told.report, looked)
    tied = (
        t
        for t in deed
        if _is_tied(reading, t.span, told.here, told.counts)
        or _is_when(reading.text, sentence, t.span, told.report)
        or t.span.start in looked
    )
    dated = Times(
        deed=deed,
        tied=tuple(tied),
        spoken=_spoken_of(reading, times),
        clocks=_clocks_of(reading.text, sentence, times, deed),
        written=tuple(t for t in times if _is_written(reading.text, t)),
    )
    return _with_seen(dated, times, told.facts)


def _with_seen(
    dated: Times, times: Sequence[TimeMention], facts: Sequence[Role]
) -> Times:
    """Return a sentence's times with those that the heads hold for when something was.

    "The rebels claimed a raid on 17 January": the day of the raid, not of the claim.
    """
    marked = [f.span for f in facts if f.name in TIME_FACTS and f.score >= TIME_SURE]
    known = [t.span for t in (*dated.deed, *dated.clocks, *dated.written)]
    seen = {
        time
        for time in times
        if any(span.overlaps(time.span) for span in marked)
        and not any(span.overlaps(time.span) for span in known)
    }
    return replace(
        dated,
        deed=tuple(sorted({*dated.deed, *seen}, key=lambda t: t.span)),
        spoken=tuple(t for t in dated.spoken if t not in seen),
    )


def _is_of_other(reading: Reading, sentence: Span, time: Span) -> bool:
    """Say whether what stands before a time makes it that of something else."""
    before = reading.text[sentence.start : time.start]
    if _NOT_WHEN.search(before) or time_roles.leads_to_aftermath(before):
        return True
    if not reading.parsed:
        return bool(_FOUNDED.search(before))
    verb = time_roles.governing_verb(reading, time)
    return time_roles.is_of_founding(verb)


_WHEN = re.compile(r",? (?:when|in which|on which)\b[^.;\n]*", re.IGNORECASE)


def _is_when(text: str, sentence: Span, time: Span, found: Sequence[Trigger]) -> bool:
    """Say whether a deed is told of a time: "since last May, when a bomb killed nine"."""
    clause = _WHEN.match(text, time.end, sentence.end)
    return clause is not None and any(
        clause.start() <= t.span.start < clause.end() for t in found if not t.whole
    )


# "Are investigating a shooting in Velm on Monday night": the night is the shooting's.
_LOOKS_INTO = re.compile(
    r"\b(?:investigat(?:es?|ed|ing)|prob(?:es?|ed|ing)|look(?:s|ed|ing)? into|respond(?:s|ed|ing)? to"
    r"|called to)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"(?:[ap]\.m\.|\d[:.]\d|[^.;:]){0,80}")


def _is_looked_into(
    reading: Reading, sentence: Span, time: Span, here: Sequence[Trigger]
) -> bool:
    """Say whether a time stands behind a deed that somebody looks into, no verb between."""
    text = reading.text
    return any(
        t.span.end <= time.start
        and not t.whole
        and _ITS_OWN.fullmatch(text, t.span.end, time.start)
        and _LOOKS_INTO.search(text[sentence.start : t.span.start])
        and not _has_verb(reading, Span(t.span.end, time.start))
        for t in here
    )


def _has_verb(reading: Reading, span: Span) -> bool:
    words = reading.doc.char_span(span.start, span.end, alignment_mode="contract")
    return words is not None and any(w.pos_ in {"VERB", "AUX"} for w in words)


_NOT_WHEN = re.compile(
    r"(?:\b(?:since|until|till)\b|\b(?:war|invasion|conflict|opened by)\b)[^.;,]{0,25}$",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"\b(?:founded|built|elected|born|established|annexed|invaded|inaugurated)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def _times_of(
    reading: Reading,
    sentence: Span,
    times: Sequence[TimeMention],
    found: Sequence[Trigger],
    looked: Container[int],
) -> tuple[TimeMention, ...]:
    """Return the times of a sentence that can be when something happened in it.

    A clock time needs a day beside it; "since 2014" and "the war that began in
    February" date something else. ``looked``: where those begin that are of a deed that
    somebody looks into.
    """
    here = [
        t
        for t in times
        if (t.span.start in looked or _may_date(reading, sentence, t, found))
        and not _is_written(reading.text, t)
    ]
    here = _with_ranges(reading.text, here)
    days = {t.when.first_day for t in here if t.when and t.rule not in _CLOCK_RULES}
    return tuple(
        t
        for t in here
        if t.rule not in _CLOCK_RULES or (t.when and t.when.first_day in days)
    )


def _may_date(
    reading: Reading, sentence: Span, time: TimeMention, found: Sequence[Trigger]
) -> bool:
    """Say whether a time is the deed's, by its verb and by the words before it."""
    return _is_of_deed(reading, time, found) and (
        not _is_of_other(reading, sentence, time.span)
        or _is_when(reading.text, sentence, time.span, found)
    )


_AT = re.compile(r"\b(?:at|around|about|after|before|by|near|to|in)\s+(?:the )?$", re.I)


def _clocks_of(
    text: str,
    sentence: Span,
    times: Sequence[TimeMention],
    dated: Sequence[TimeMention],
) -> tuple[TimeMention, ...]:
    """Return the times of day of a sentence that names no day; not a clip's length."""
    if dated:
        return ()
    return tuple(
        t
        for t in times
        if t.rule in _CLOCK_RULES
        and t.when is not None
        and _AT.search(text[max(sentence.start, t.span.start - 12) : t.span.start])
    )


_FROM = re.compile(r"\b(?:between|from|с|со|з|із|між|между)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|and|until|till|through|по|до|и|і|та)\s*", re.IGNORECASE)


def _with_ranges(text: str, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the times with "from March 28 to April 2" as the days from one to the other."""
    made: list[TimeMention] = []
    for time in times:
        last = made[-1] if made else None
        if (
            last is not None
            and last.when is not None
            and time.when is not None
            and last.rule not in _CLOCK_RULES
            and last.when.first_day < time.when.last_day
            and _TO.fullmatch(text[last.span.end : time.span.start])
            and _FROM.search(text[max(0, last.span.start - 9) : last.span.start])
        ):
            when = When(last.when.first_day, time.when.last_day, TimePrecision.RANGE)
            span = Span(last.span.start, time.span.end)
            made[-1] = replace(last, span=span, when=when, rule="days")
        else:
            made.append(time)
    return made


def _is_of_deed(reading: Reading, time: TimeMention, found: Sequence[Trigger]) -> bool:
    """Say whether a time can be the deed's: not of who spoke, nor of what came after.

    An arrest is an aftermath only where the report tells of something else: ``found``
    are all its triggers. A weekday is of these days even in an aside: "with a gun that
    he found on Thursday".
    """
    verb = time_roles.governing_verb(reading, time.span)
    if time_roles.is_of_speech(verb):
        return False
    if time.rule != "weekday" and _is_in_an_aside(verb, found):
        return False
    if not time_roles.is_of_aftermath(verb) or _is_done_by_it(verb, found):
        return True
    return bool(found) and all(t.type is IncidentType.ARREST for t in found)


def _is_in_an_aside(verb: Token | None, found: Sequence[Trigger]) -> bool:
    """Say whether a verb only describes a thing: "the peninsula that it took in 2014".

    No word of the report's deeds is then in the clause or is what it describes.
    """
    if verb is None or verb.dep_ != "relcl":
        return False
    words = [*_chain(verb.head), *verb.subtree]
    return not any(
        t.span.start <= w.idx < t.span.end for w in words for t in found if not t.whole
    )


def _chain(noun: Token) -> Iterator[Token]:
    """Yield a noun and those it hangs on: in "the attack on the beach" both."""
    yield noun
    while noun.dep_ in {"pobj", "prep", "compound", "conj", "appos"}:
        noun = noun.head
        yield noun


def _is_done_by_it(verb: Token | None, found: Sequence[Trigger]) -> bool:
    """Say whether the deed itself is the subject: "the strike reached the plant"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb else []
    return any(
        t.span.start <= s.idx < t.span.end
        for s in subjects
        for t in found
        if not t.whole
    )


def _is_written(text: str, time: TimeMention) -> bool:
    """Say whether a time is a dateline's or a page's stamp's."""
    dated = time.rule in _DAY_RULES
    return time_roles.is_date_of_writing(text, time.span, dated=dated)


def _spoken_of(
    reading: Reading, times: Sequence[TimeMention]
) -> tuple[TimeMention, ...]:
    """Return the days of a sentence on which somebody spoke."""
    return tuple(
        t
        for t in times
        if t.when is not None
        and t.when.days <= NIGHT_DAYS
        and t.rule not in _CLOCK_RULES
        and time_roles.is_of_speech(time_roles.governing_verb(reading, t.span))
    )


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "prt", "agent"})


def _is_tied(
    reading: Reading,
    span: Span,
    found: Sequence[Trigger],
    counts: Sequence[CountMention],
) -> bool:
    """Say whether a time hangs on a word of the incident, or on a verb that has one."""
    if not reading.parsed:
        return False
    chunk = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if chunk is None:
        return False
    telling = [t.span for t in found if not t.whole] + [
        c.span for c in counts if c.count.low > 0
    ]

    def tells_it(token: Token) -> bool:
        return any(s.start <= token.idx < s.end for s in telling)

    token: Token = chunk.root
    for _ in range(4):
        token = token.head
        if tells_it(token):
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return any(c.dep_ in _SUBJECTS and tells_it(c) for c in token.children)
        if token.head is token:
            return False
    return False
