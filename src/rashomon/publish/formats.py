"""The one table of export formats: name, file, meaning, and what writes its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.publish import acled, flat, polecat, ucdp
from rashomon.publish.delimited import rows_of, table_lines
from rashomon.publish.entities import entity_lines
from rashomon.publish.fields import Field, Told
from rashomon.publish.geojson import geojson_lines
from rashomon.publish.jsonl import incident_line
from rashomon.publish.jsonld import jsonld_lines
from rashomon.publish.plain import json_text

Lines = Callable[[Iterable[Told]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """One format of lines: ``file`` is its name in a release, ``fields`` its columns."""

    file: str
    about: str
    lines: Lines
    fields: tuple[Field, ...] = ()


def _jsonl(told: Iterable[Told]) -> Iterator[str]:
    for each in told:
        yield json_text(incident_line(each.record, each.documents))


def _table(fields: tuple[Field, ...]) -> Lines:
    def lines(told: Iterable[Told]) -> Iterator[str]:
        return table_lines(rows_of(told, fields), [f.name for f in fields])

    return lines


def _acled(told: Iterable[Told]) -> Iterator[str]:
    return table_lines(acled.rows(told), [f.name for f in acled.FIELDS])


def _ucdp(told: Iterable[Told]) -> Iterator[str]:
    return _table(ucdp.FIELDS)(each for each in told if ucdp.recorded(each))


def _polecat(told: Iterable[Told]) -> Iterator[str]:
    kept = (each for each in told if polecat.recorded(each))
    names = [f.name for f in polecat.FIELDS]
    rows = rows_of(kept, polecat.FIELDS)
    return table_lines(rows, names, delimiter="\t", missing="None")


def _claims(told: Iterable[Told]) -> Iterator[str]:
    return table_lines(flat.claim_rows(told), [name for name, _ in flat.CLAIM_COLUMNS])


FORMATS: dict[str, TextFormat] = {
    "jsonl": TextFormat("incidents.jsonl", "one incident a line, everything", _jsonl),
    "csv": TextFormat("incidents.csv", "one incident a row", _table(flat.FIELDS), flat.FIELDS),
    "claims": TextFormat("claims.csv", "one claim a row, with its words", _claims),
    "acled": TextFormat("acled.csv", "ACLED's 31 columns; what ACLED would not code is left out", _acled, acled.FIELDS),
    "ucdp": TextFormat("ucdp.csv", "UCDP GED's 49 columns; what UCDP would not code is left out", _ucdp, ucdp.FIELDS),
    "polecat": TextFormat("polecat.tsv", "POLECAT's 40 columns, apart by tabs; what PLOVER has no type for is left out", _polecat, polecat.FIELDS),
    "geojson": TextFormat("incidents.geojson", "features for a map", geojson_lines),
    "ftm": TextFormat("entities.ftm.json", "FollowTheMoney entities, one a line", entity_lines),
    "jsonld": TextFormat("incidents.jsonld", "schema.org events, claims and articles", jsonld_lines),
}  # fmt: skip


# What is beside the formats of lines: Parquet has the columns of ``csv``.
BESIDE = (
    ("parquet", "incidents.parquet", "the columns of csv with their types, unknown is null"),
    ("geoparquet", "incidents.geoparquet", "the same with the geometry of geojson in a column of its own, as WKB"),
)  # fmt: skip
SOURCE_COLUMNS = (
    ("source", "text", "the outlet, or the document's id where it names none"),
    ("documents", "integer", "its documents that incidents cite"),
    ("incidents", "integer", "the incidents that it tells of"),
)


def dictionary_lines() -> Iterator[str]:
    """Yield the data dictionary: every file, every column, in Markdown."""
    for name, made in FORMATS.items():
        yield f"## {name}\n\n`{made.file}`: {made.about}.\n"
        columns = [(f.name, f.kind, f.about) for f in made.fields]
        if name == "claims":
            columns = [(n, "text", about) for n, about in flat.CLAIM_COLUMNS]
        if columns:
            yield from _columns_told(columns)
    for name, file, about in BESIDE:
        yield f"## {name}\n\n`{file}`: {about}.\n"
    yield "## sources\n\n`sources.csv` of a release: one outlet a row.\n"
    yield from _columns_told(SOURCE_COLUMNS)


def _columns_told(columns: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    yield "| column | type | meaning |\n| --- | --- | --- |"
    yield from (f"| {' | '.join(column)} |" for column in columns)
    yield ""
