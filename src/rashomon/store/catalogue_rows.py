"""What the catalogue keeps of an incident, so that incidents can be found fast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rashomon.model.claim import Attribute
from rashomon.model.finding import Finding, IncidentRecord
from rashomon.model.ids import IncidentId, content_hash
from rashomon.model.value import (
    Count,
    Perpetrator,
    Responsibility,
    Target,
    When,
    Where,
)
from rashomon.store import codec, schema

Row = dict[str, Any]

# An id names a member of the catalogue; rows go in by so many at once.
BATCH = 5_000
# What a column of whole numbers holds in every database.
MAX_COLUMN = 2**31 - 1

_TIMES = select(
    schema.CATALOGUE.c.id,
    schema.CATALOGUE.c.digest,
    schema.CATALOGUE.c.first_seen,
    schema.CATALOGUE.c.changed,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A place, facility or actor that an incident names."""

    kind: str
    key: str
    name: str


def replace_all(
    connection: Connection, records: Sequence[IncidentRecord], now: str
) -> None:
    """Write the catalogue anew; an incident that did not change keeps its times."""
    held = {row.id: row for row in connection.execute(_TIMES)}
    for table in (schema.CATALOGUE, schema.CATALOGUE_WORDS, schema.CATALOGUE_NAMES):
        connection.execute(table.delete())
    _write_all(connection, records, held, now)


def replace_some(
    connection: Connection,
    records: Sequence[IncidentRecord],
    gone: Sequence[IncidentId],
    now: str,
) -> None:
    """Write the rows of these incidents anew, and take those out that are gone."""
    ids = [*gone, *(record.incident.id for record in records)]
    held: dict[str, Any] = {}
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        query = _TIMES.where(schema.CATALOGUE.c.id.in_(some))
        held |= {row.id: row for row in connection.execute(query)}
        for column in (
            schema.CATALOGUE.c.id,
            schema.CATALOGUE_WORDS.c.id,
            schema.CATALOGUE_NAMES.c.incident_id,
        ):
            connection.execute(column.table.delete().where(column.in_(some)))
    _write_all(connection, records, held, now)


def _write_all(
    connection: Connection,
    records: Sequence[IncidentRecord],
    held: Mapping[str, Any],
    now: str,
) -> None:
    for start in range(0, len(records), BATCH):
        _write(connection, records[start : start + BATCH], held, now)


def _write(
    connection: Connection,
    records: Sequence[IncidentRecord],
    held: Mapping[str, Any],
    now: str,
) -> None:
    rows = [_row(record, held, now) for record in records]
    connection.execute(schema.CATALOGUE.insert(), rows)
    connection.execute(
        schema.CATALOGUE_WORDS.insert(),
        [{"id": r.incident.id, "words": words(r)} for r in records],
    )
    named = [
        {
            "incident_id": record.incident.id,
            "kind": name.kind,
            "key": name.key,
            "name": name.name,
            "folded": name.name.casefold(),
        }
        for record in records
        for name in names(record)
    ]
    if named:
        connection.execute(schema.CATALOGUE_NAMES.insert(), named)


def _row(record: IncidentRecord, held: Mapping[str, Any], now: str) -> Row:
    when, where = _chosen(record, Attribute.DATE), _chosen(record, Attribute.PLACE)
    killed, injured = (
        record.finding(Attribute.KILLED),
        record.finding(Attribute.INJURED),
    )
    dated, placed = isinstance(when, When), isinstance(where, Where)
    point = where.point if isinstance(where, Where) else None
    digest = _digest(record)
    before = held.get(record.incident.id)
    same = before is not None and before.digest == digest
    return {
        "id": record.incident.id,
        "type": record.type.value,
        "agreement": record.agreement.value,
        "independent_sources": record.independent_sources,
        "documents": len({account.document_id for account in record.accounts}),
        "first_day": when.first_day.isoformat() if isinstance(when, When) else None,
        "last_day": when.last_day.isoformat() if dated else None,
        "killed": _column(killed.best) if killed else None,
        "killed_low": _column(killed.low) if killed else None,
        "killed_high": _column(killed.high) if killed else None,
        "injured": _column(injured.best) if injured else None,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "precision": where.precision.value if placed else None,
        "digest": digest,
        "first_seen": before.first_seen if before is not None else now,
        "changed": before.changed if before is not None and same else now,
        "title": record.title,
        "place": str(where) if placed else None,
        "killed_word": word_of(killed) if killed else None,
        "injured_word": word_of(injured) if injured else None,
    }


def word_of(finding: Finding) -> str | None:
    """Return the word that a toll rests on, None where it rests on a figure."""
    value = finding.chosen[0] if finding.chosen else None
    return value.word if isinstance(value, Count) else None


def _column(number: int | None) -> int | None:
    """Return a number as a column can hold it: one in the evidence may have any size."""
    return None if number is None else min(number, MAX_COLUMN)


def _chosen(record: IncidentRecord, attribute: Attribute) -> Any:
    finding = record.finding(attribute)
    return finding.chosen[0] if finding and finding.chosen else None


def _digest(record: IncidentRecord) -> str:
    """Return a hash of what is published of an incident and of the claims behind it."""
    return content_hash(
        record.type.value,
        record.title,
        record.agreement.value,
        record.sources,
        record.independent_sources,
        *(_claimed(finding) for finding in record.findings),
    )


def _claimed(finding: Finding) -> Row:
    """Return a finding less what follows from its positions and their documents.

    So a new version that says more of the same claims makes no news of old incidents.
    """
    written = codec.finding_to_json(finding)
    positions = [
        {k: v for k, v in p.items() if k != "since"} for p in written["positions"]
    ]
    told = {k: v for k, v in written.items() if k not in {"relation", "relation_why"}}
    return told | {"positions": positions}


def names(record: IncidentRecord) -> list[Name]:
    """Return whom and what the published values name, each once."""
    found = [name for finding in record.findings for name in _named(finding)]
    return list(dict.fromkeys(found))


def _named(finding: Finding) -> Iterator[Name]:
    for value in finding.chosen:
        match value:
            case Where():
                yield Name("place", place_key(value), str(value))
            case Target():
                name = value.entity or value.name
                yield Name("facility", name.casefold(), name)
            case Perpetrator():
                name = value.entity or value.name
                yield Name("actor", name.casefold(), name)
            case Responsibility():
                yield Name("actor", value.actor.casefold(), value.actor)
            case _:
                pass


def place_key(where: Where) -> str:
    """Return what a place is asked for by: its gazetteer number, or its name."""
    return str(where.geonameid) if where.geonameid else where.name.casefold()


def words(record: IncidentRecord) -> str:
    """Return everything published of an incident as one folded text to search in."""
    told = [record.title, record.type.value.replace("_", " "), *record.sources]
    for finding in record.findings:
        for value in finding.chosen:
            told += _strings(codec.value_to_json(value))
    return "\n".join(dict.fromkeys(told)).casefold()


def _strings(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield written.replace("_", " ")
    elif isinstance(written, dict):
        for value in written.values():
            yield from _strings(value)
