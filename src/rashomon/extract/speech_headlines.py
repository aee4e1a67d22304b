"""Headlines and speaker labels: "Police: two killed", "Two killed - police".

The source stands before a colon or after a dash at the end of a line. A line's topic
stands before a colon too ("Prison fire: 12 dead"), so the source must be a noun that
speaks, or a name that the text has elsewhere as a person's, or be followed by a
quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.extract.speech_cues import SPEAKING
from rashomon.extract.speech_leads import is_speaker
from rashomon.extract.speech_relations import Relation, stance_of
from rashomon.model.document import Span

_CAPITAL = r"[A-ZÀ-ÝА-ЯЁІЇЄҐ]"
_LABEL = re.compile(
    rf"(?m)^(?:[^\w\n]{{0,8}}|\d{{1,2}}[:.hч]\d\d\b[ \t.:,–—-]*)(?P<who>{_CAPITAL}[\w'’-]*(?: [\w'’-]+){{0,7}})(?P<cue>:)[ \t]*(?P<what>[^\n]+)$"
)
_ENDING = re.compile(
    r"(?m)^(?P<what>[^\n]{12,}?)\s(?P<cue>[-–—])\s(?P<who>[\w'’]+(?: [\w'’]+){0,3})[ \t]*$"
)
_SHORT = re.compile(r"\b[A-ZА-ЯІЇЄҐ]{2,8}\b")
_EXPLAINED = re.compile(r"\w \((?P<short>[A-ZА-ЯІЇЄҐ]{2,8})\)")
_CAPITALS = frozenset(["moscow", "kyiv", "kiev", "jerusalem", "islamabad", "ankara"])


def add(
    text: str, relations: Sequence[Relation], persons: Iterable[Span]
) -> list[Relation]:
    """Return the relations and those of labels and headlines not read otherwise."""
    names = {p.of(text).split()[-1].lower() for p in persons if p.of(text).split()}
    names |= _abbreviations(text, relations)
    found = list(relations)
    for pattern in (_LABEL, _ENDING):
        for match in pattern.finditer(text):
            if _names_speaker(match, names):
                relation = _relation(match, text)
                if not any(_meets(r, relation) for r in found):
                    found.append(relation)
    return sorted(found, key=lambda r: r.start)


def _abbreviations(text: str, relations: Iterable[Relation]) -> set[str]:
    """Return the abbreviations that the text explains or quotes: "said the NRA's chief"."""
    said = (r.source.of(text) for r in relations if r.source is not None)
    explained = {m["short"].lower() for m in _EXPLAINED.finditer(text)}
    return explained | {s.lower() for words in said for s in _SHORT.findall(words)}


def _names_speaker(match: re.Match[str], names: set[str]) -> bool:
    last = match.group("who").split()[-1].lower()
    what = match.group("what")
    if last in _CAPITALS:
        return match.group("cue") != ":" or (
            match.start() == 0 and (what[0].islower() or what[0].isdigit())
        )
    quoted = what[0] in "“\"'‘«" and match.group("cue") == ":"
    labelled = match.group("cue") == ":" and is_speaker(match.group("who"))
    return last in SPEAKING or last in names or quoted or labelled


def _relation(match: re.Match[str], text: str) -> Relation:
    source = Span(*match.span("who"))
    contents = (Span(*match.span("what")),)
    return Relation(
        contents=contents,
        source=source,
        named=source,
        cue=Span(*match.span("cue")),
        stance=stance_of(contents, text),
    )


def _meets(old: Relation, new: Relation) -> bool:
    return old.source is not None and any(
        o.overlaps(n) for o in old.contents for n in new.contents
    )
