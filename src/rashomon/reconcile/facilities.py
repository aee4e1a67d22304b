"""A place or a facility over time: every incident at it, and what reports say of it.

Reports that tell of a strike often add what the place makes, how many work there and
that it was hit before; such sentences are pointed at, not recoded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rashomon.algorithms.similarity import skeleton
from rashomon.model.account import Prominence
from rashomon.model.claim import Attribute
from rashomon.model.document import Document, Span
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.model.value import Target, When, Where

SameName = Callable[[str, str], bool]
Documents = Mapping[DocumentId, Document]

# Names of one plant differ in their endings; shorter words are articles and initials.
STEM_CHARS = 5


class About(StrEnum):
    """What a remark on a facility is about."""

    HIT_BEFORE = "hit before"
    MAKES = "what it makes"
    WORKFORCE = "who works there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence of a report on the facility itself."""

    about: About
    document_id: DocumentId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One incident at the place: what its reports call it there, and say of it."""

    record: IncidentRecord
    names: tuple[str, ...]
    remarks: tuple[Remark, ...]


# English, Russian and Ukrainian, as the readers are.
_ABOUT = {
    About.HIT_BEFORE: re.compile(
        r"\b(?:(?:second|third|fourth|fifth) (?:\w+ ){0,2}(?:hit|strike|attack|raid|time)"
        r"|(?:previously|already|earlier|before) (?:\w+ ){0,2}(?:hit|struck|attacked|targeted)"
        r"|(?:hit|struck|attacked|targeted) (?:\w+ ){0,3}(?:again|before|earlier|previously|repeatedly))\b"
        r"|\b(?:ранее|раньше|уже|повторно|раніше|вже|вдруге)\b.*\b(?:атак|удар|обстрел|обстріл)\w*",
        re.IGNORECASE,
    ),
    About.MAKES: re.compile(
        r"\b(?:makes|produc(?:es?|ed|ing|tion)|manufactur\w+|assembl(?:es?|ed|ing)"
        r"|builds|built|repairs|refin(?:es?|ed|ing)|speciali[sz]\w+|supplies)\b"
        r"|\b(?:производ|выпуска|изготавл|собира|виробля|випуска)\w*",
        re.IGNORECASE,
    ),
    About.WORKFORCE: re.compile(
        r"\b(?:employ\w*|workforce|staff of)\b[^.]*\d|\d[\d,. ]*(?:\w+ ){0,2}(?:workers|employees|people work)\b"
        r"|\b(?:работа(?:ют|ет|ло|ли)|працю\w+)\b[^.]*\d|\d[\d ]*(?:\w+ )?(?:сотрудник|работник|рабочих|працівник)\w*",
        re.IGNORECASE,
    ),
}
_FACILITY = re.compile(
    r"\b(?:plant|factory|works|facility|refinery|depot|terminal|base|airfield|port|bridge|school|hospital|company|enterprise"
    r"|завод|предприяти|фабрик|комбинат|підприємств|комбінат)\w*",
    re.IGNORECASE,
)
# A plant that the report has named before; a town is never "the plant", nor is a plant
# that the sentence gives a name of its own.
_THE_PLANT = re.compile(
    r"\b(?i:the|this) (?:[a-zé][\w-]* ){0,2}(?:plant|factory|works|refinery|enterprise)\b"
    r"|^(?i:завод|предприяти|фабрик|підприємств)\w*"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\s|$|[\"”»])|[.](?=\d)[^.!?\n]*|$|(?=\n))")


def visits(
    records: Iterable[IncidentRecord],
    asked: str,
    documents: Documents,
    same_name: SameName,
) -> tuple[Visit, ...]:
    """Return the incidents whose place or target bears a name, by day.

    ``same_name`` says whether two names may be of one place or facility.
    """
    found = []
    for record in records:
        names = _names(record, asked, same_name)
        if names:
            remarks = tuple(_remarks(record, names, documents))
            found.append(Visit(record=record, names=names, remarks=remarks))
    return tuple(sorted(found, key=lambda v: (_day(v.record), v.record.incident.id)))


def _names(record: IncidentRecord, asked: str, same_name: SameName) -> tuple[str, ...]:
    """Return what the incident's reports call the place asked for, each name once."""
    named = []
    for attribute in (Attribute.PLACE, Attribute.TARGET):
        finding = record.finding(attribute)
        for position in finding.positions if finding else ():
            value = position.value
            if not position.claim_ids:
                continue
            if isinstance(value, Where):
                named.append(value.name)
            elif isinstance(value, Target):
                named += [n for n in (value.name, value.entity) if n]
    return tuple(dict.fromkeys(n for n in named if _is_named(n, asked, same_name)))


def _is_named(name: str, asked: str, same_name: SameName) -> bool:
    """Say whether a name is the one asked for, or has all of its words."""
    wanted = _stems(asked)
    return same_name(name, asked) or (bool(wanted) and wanted <= _stems(name))


def _stems(name: str) -> set[str]:
    words = (skeleton(word) for word in name.split())
    return {w[:STEM_CHARS] for w in words if len(w) >= STEM_CHARS - 1}


def _remarks(
    record: IncidentRecord, names: Iterable[str], documents: Documents
) -> Iterator[Remark]:
    """Yield the sentences on the place: they name it, or say "the plant".

    What a copy repeats word for word is said once. "The second strike" in a report that
    only recalls the incident is another one's.
    """
    said: set[str] = set()
    main = {a.document_id for a in record.accounts if a.prominence is Prominence.MAIN}
    stems = {stem for name in names for stem in _stems(name)}
    for id_ in sorted({a.document_id for a in record.accounts}):
        text = documents[id_].text
        for match in _SENTENCE.finditer(text):
            sentence = match.group().strip()
            about = next((a for a, p in _ABOUT.items() if p.search(sentence)), None)
            if about is None or not _FACILITY.search(sentence):
                continue
            if about is About.HIT_BEFORE and id_ not in main:
                continue
            if not stems & _stems(sentence) and not _THE_PLANT.search(sentence):
                continue
            words = " ".join(sentence.casefold().split())
            if words in said:
                continue
            said.add(words)
            start = match.start() + match.group().index(sentence)
            yield Remark(
                about=about,
                document_id=id_,
                span=Span(start, start + len(sentence)),
            )


def _day(record: IncidentRecord) -> date:
    """Return the incident's first day; those without one come last."""
    finding = record.finding(Attribute.DATE)
    value = finding.chosen[0] if finding and finding.chosen else None
    return value.first_day if isinstance(value, When) else date.max
