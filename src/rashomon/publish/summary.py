"""An incident in a few sentences made of its findings, nothing added."""

from __future__ import annotations

from rashomon.model.account import Prominence
from rashomon.model.claim import Attribute
from rashomon.model.finding import Agreement, IncidentRecord, Relation
from rashomon.publish.wording import (
    attribute_words,
    finding_words,
    range_words,
    type_words,
    value_words,
)

_HARM = (
    Attribute.KILLED,
    Attribute.INJURED,
    Attribute.SERIOUSLY_INJURED,
    Attribute.MISSING,
    Attribute.DETAINED,
    Attribute.EVACUATED,
)
# Figures that differ and need not contradict each other.
_DIFFER = {
    Relation.EVOLVING: "moved on as reports came in",
    Relation.COMPATIBLE: "differ, and all can be true",
    Relation.UNDETERMINED: "moved on or are disputed: their times are not known",
}


def headline(record: IncidentRecord) -> str:
    """Return type, place and day in one phrase: "drone strike, Example (UA), 2024-05-01"."""
    parts = [type_words(record.type), place_words(record), date_words(record)]
    return ", ".join(part for part in parts if part)


def place_words(record: IncidentRecord) -> str:
    """Return where it was, with its country, empty where nobody says."""
    value = record.published(Attribute.PLACE)
    return "" if value is None else str(value)


def date_words(record: IncidentRecord) -> str:
    """Return when it was, empty where nobody says."""
    value = record.published(Attribute.DATE)
    return "" if value is None else value_words(value)


def sentences(record: IncidentRecord) -> list[str]:
    """Return the incident in a few sentences: what, harm, sources, what is contested."""
    told = [_sentence(headline(record)), _sentence(_harm(record)), _sources(record)]
    contested = [f for f in record.findings if f.agreement is Agreement.CONTESTED]
    parted = [f for f in contested if f.relation not in _DIFFER]
    # The harm has been told with its figures already.
    names = [
        attribute_words(f.attribute)
        if f.attribute in _HARM
        else f"{attribute_words(f.attribute)} ({finding_words(f)})"
        for f in parted
    ]
    if names:
        told.append(f"The sources disagree on {_enumerated(names)}.")
    for relation, how in _DIFFER.items():
        figures = [
            attribute_words(f.attribute) for f in contested if f.relation is relation
        ]
        if figures:
            told.append(f"The figures for {_enumerated(figures)} {how}.")
    return [sentence for sentence in told if sentence]


def _sentence(phrase: str) -> str:
    return f"{phrase[0].upper()}{phrase[1:]}." if phrase else ""


def _harm(record: IncidentRecord) -> str:
    figures = []
    for attribute in _HARM:
        finding = record.finding(attribute)
        words = range_words(finding) if finding else "–"
        if finding and words != "–":
            figures.append(f"{attribute_words(attribute)} {words}")
    return ", ".join(figures)


def _sources(record: IncidentRecord) -> str:
    documents = {a.document_id for a in record.accounts}
    about = {a.document_id for a in record.accounts if a.prominence is Prominence.MAIN}
    told = f"Told by {_number(len(documents), 'document')}"
    if len(about) < len(documents):
        told += f" ({len(about)} of them about it)"
    independent = _number(record.independent_sources, "independent source")
    return f"{told} from {independent}: {', '.join(record.sources)}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _enumerated(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
