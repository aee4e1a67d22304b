"""Words in quotation marks: where they stand, and whose they are.

A quotation belongs to the relation whose content touches it; else to a verb of saying
beside it; else, when it is a sentence of its own, to whoever was quoted before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.extract.speech_relations import Relation
from rashomon.extract.speech_sources import cue_span, iter_cue_verbs, source_span
from rashomon.model.document import Span

# Fewer words than this in quotation marks are a term, not an utterance.
UTTERANCE_WORDS = 4
# A speaker is quoted on for at most this many characters without a cue in between.
CONTINUES_WITHIN = 700
# How many tokens a cue may stand from its quotation.
CUE_WINDOW = 14

_MARKS = re.compile(
    r"(?P<both>\"|''|``)|(?P<open>[“„«])|(?P<close>[”»])"
    r"|(?P<sopen>(?<!\w)[‘'](?=\w))|(?P<sclose>(?<=[\w.,!?…])[’'](?!\w))"
)
_BREAK = re.compile(r"\n\s*")


def spans(text: str) -> list[Span]:
    """Return the quotations with their marks, in reading order, none inside another.

    A quotation of several paragraphs, each opened and only the last closed, is one.
    """
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    breaks = [m.end() for m in _BREAK.finditer(text)]
    at = 0
    for mark in _MARKS.finditer(text):
        while at < len(breaks) and breaks[at] <= mark.start():
            if opened and not (
                breaks[at] == mark.start() and mark.group() == opened[1]
            ):
                opened = None
            at += 1
        kind = mark.lastgroup
        if opened is None:
            if kind in {"both", "open", "sopen"} or mark.group() == "”":
                opened = (mark.start(), mark.group())
        elif _closes(opened[1], mark):
            found.append(Span(opened[0], mark.end()))
            opened = None
    return found


def _closes(opening: str, mark: re.Match[str]) -> bool:
    if opening in {'"', "''", "``", "”"}:
        closing = mark.group() in {'"', "''", "”"}
        after = mark.string[mark.end() : mark.end() + 1]
        before = mark.string[mark.start() - 1 : mark.start()]
        return closing and not (before in {"\n", ""} and after.isalnum())
    if opening in {"‘", "'"}:
        return mark.lastgroup == "sclose"
    return mark.lastgroup == "close" or mark.group() == "“"


def attach(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations with each quotation given to one, and new ones where needed."""
    text = doc.text
    quotes = [q for q in spans(text) if q.end - q.start > 2]
    kept = [r for r in relations if not _inside_quotation(r, quotes)]
    found = kept
    for quote in quotes:
        found = _given(text, quote, found, doc)
    return sorted(found, key=lambda r: r.start)


def widened(text: str, relations: Sequence[Relation]) -> list[Relation]:
    """Return relations with the whole of a quotation whose end a cue follows.

    For languages without a parse: "«Двое ранены. Дом цел», — сказал мэр" is all his.
    """
    found = list(relations)
    for quote in spans(text):
        if _is_utterance(text, quote):
            found = _given(text, quote, found, None)
    found = [_from_dash(text, r) for r in found]
    return sorted(found, key=lambda r: r.start)


def _is_utterance(text: str, quote: Span) -> bool:
    return len(quote.of(text).split()) >= UTTERANCE_WORDS


def _given(
    text: str, quote: Span, found: list[Relation], doc: Doc | None
) -> list[Relation]:
    """Return the relations with a quotation given to one; ``doc``: the parse, if any."""
    grown = _grow(found, quote)
    if grown is not None or not _is_utterance(text, quote):
        return grown or found
    new = _beside(doc, quote, found) if doc is not None else None
    new = new or _continued(text, quote, found)
    return [*[r for r in found if r.cue != new.cue], new] if new else found


_DASHED = re.compile(r"\s*[—–-]\s+")


def _from_dash(text: str, relation: Relation) -> Relation:
    """Return a relation with all that a paragraph says from its dash on to the cue.

    "— Двое ранены. Дом цел, — сказал мэр".
    """
    first = min(relation.contents, key=lambda c: c.start)
    cue = relation.cue
    start = text.rfind("\n", 0, first.start) + 1
    dash = _DASHED.match(text, start)
    if cue is None or dash is None or not dash.end() <= first.start < cue.start:
        return relation
    whole = Span(dash.end(), first.end)
    return replace(
        relation, contents=tuple(whole if c == first else c for c in relation.contents)
    )


def _inside_quotation(relation: Relation, quotes: Sequence[Span]) -> bool:
    cue = relation.cue
    return cue is not None and any(q.contains(cue) for q in quotes)


def _grow(relations: Sequence[Relation], quote: Span) -> list[Relation] | None:
    """Widen the content that shares most with the quotation to hold all of it."""
    best: tuple[int, int, int] | None = None
    for i, relation in enumerate(relations):
        for k, content in enumerate(relation.contents):
            shared = min(content.end, quote.end) - max(content.start, quote.start)
            if shared > 0 and (best is None or shared > best[0]):
                best = (shared, i, k)
    if best is None:
        return None
    _, i, k = best
    relation = relations[i]
    contents = list(relation.contents)
    start = min(contents[k].start, quote.start)
    end = max(contents[k].end, quote.end)
    for mark in (relation.cue, relation.source):
        if mark is not None and start < mark.end and mark.start < end:
            return list(relations)
    contents[k] = Span(start, end)
    merged = tuple(
        c for n, c in enumerate(contents) if n == k or not contents[k].contains(c)
    )
    return [
        *relations[:i],
        replace(relation, contents=merged),
        *relations[i + 1 :],
    ]


def _beside(doc: Doc, quote: Span, relations: Sequence[Relation]) -> Relation | None:
    """Give the quotation to a verb of saying right after or right before it."""
    after = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if after is None:
        return None
    taken = {r.cue: r for r in relations if r.cue is not None}
    ahead = iter_cue_verbs(doc, after.end, _stop_after(doc, after.end))
    behind = reversed(
        list(iter_cue_verbs(doc, _stop_before(doc, after.start), after.start))
    )
    for verb in (*ahead, *behind):
        cue = cue_span(verb)
        if cue in taken:
            known = taken[cue]
            return replace(known, contents=tuple(sorted((*known.contents, quote))))
        source, named = source_span(verb)
        if source is not None and not source.overlaps(quote):
            return Relation(contents=(quote,), source=source, named=named, cue=cue)
    return None


def _stop_after(doc: Doc, start: int) -> int:
    return _walk(doc, range(start, min(len(doc), start + CUE_WINDOW)), start)


def _stop_before(doc: Doc, end: int) -> int:
    first = end
    for i in range(end - 1, max(-1, end - 1 - CUE_WINDOW), -1):
        if doc[i].text in {".", "!", "?", '"', "”", "''"} or "\n" in doc[i].text:
            break
        first = i
    return first


def _walk(doc: Doc, window: range, start: int) -> int:
    last = start
    for i in window:
        if doc[i].text in {".", "!", "?", '"', "“", "``", "''"} or "\n" in doc[i].text:
            break
        last = i + 1
    return last


def _continued(
    text: str, quote: Span, relations: Sequence[Relation]
) -> Relation | None:
    """Give a quotation that stands as a sentence to whoever was quoted before it."""
    if not _is_sentence(text, quote):
        return None
    before = [r for r in relations if r.start < quote.start and _is_voice(r, text)]
    if not before:
        return None
    last = max(before, key=lambda r: max(c.end for c in r.contents))
    end = max(c.end for c in (*last.contents, last.cue or last.contents[0]))
    if quote.start - end > CONTINUES_WITHIN or quote.start < end:
        return None
    return replace(last, contents=(*last.contents, quote))


def _is_voice(relation: Relation, text: str) -> bool:
    return relation.source is not None and any(
        mark in content.of(text)
        for content in relation.contents
        for mark in ('"', "“", "''", "«")
    )


def _is_sentence(text: str, quote: Span) -> bool:
    before = text[: quote.start].rstrip(" ")
    return not before or before[-1] in ".!?…”\"\n'’»"
