"""The one table of columns of ``rashomon list``: name, meaning, how to compute it.

The terminal's table, the JSON for scripts and the documentation all read this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.publish.jsonl import attribute_json
from rashomon.publish.summary import date_words, place_words
from rashomon.publish.wording import range_words, type_words


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``show`` for people, ``of`` for scripts (JSON's own types)."""

    name: str
    about: str
    show: Callable[[IncidentRecord], str]
    of: Callable[[IncidentRecord], object]


def _figure(attribute: Attribute) -> Column:
    def show(record: IncidentRecord) -> str:
        finding = record.finding(attribute)
        return range_words(finding) if finding else "–"

    def of(record: IncidentRecord) -> object:
        return _published(record.finding(attribute))

    about = f"people {attribute.value}: the best figure, and the lowest and highest"
    return Column(attribute.value, about, show, of)


def _value(attribute: Attribute, show: Callable[[IncidentRecord], str]) -> Column:
    def of(record: IncidentRecord) -> object:
        return _published(record.finding(attribute))

    about = f"the {attribute.value} that the sources best support"
    return Column(attribute.value, about, show, of)


def _published(finding: Finding | None) -> object:
    """Return best, low, high, status and relation of a finding, without its claims."""
    if finding is None:
        return None
    published = attribute_json(finding)
    del published["claims"], published["positions"]
    return published


COLUMNS: tuple[Column, ...] = (
    Column(
        "id",
        "the incident's id; its first characters are enough for `show` and `explain`",
        lambda r: r.incident.id,
        lambda r: r.incident.id,
    ),
    _value(Attribute.DATE, date_words),
    _value(Attribute.PLACE, place_words),
    Column(
        "type",
        "a code of the codebook of incident types",
        lambda r: type_words(r.type),
        lambda r: r.type.value,
    ),
    _figure(Attribute.KILLED),
    _figure(Attribute.INJURED),
    Column(
        "sources",
        "outlets that tell of it",
        lambda r: str(len(r.sources)),
        lambda r: list(r.sources),
    ),
    Column(
        "independent_sources",
        "outlets less those that copied",
        lambda r: str(r.independent_sources),
        lambda r: r.independent_sources,
    ),
    Column(
        "status",
        "single, agreed or contested: how the sources stand to each other",
        lambda r: r.agreement.value,
        lambda r: r.agreement.value,
    ),
    Column("title", "what it is called", lambda r: r.title, lambda r: r.title),
)


def row_json(record: IncidentRecord) -> dict[str, object]:
    """Return one incident as a row for scripts."""
    return {column.name: column.of(record) for column in COLUMNS}
