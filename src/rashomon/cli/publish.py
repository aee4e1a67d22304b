"""Writing a database's contents: ``export``, ``dossier`` and ``release``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from rashomon.cli import terminal
from rashomon.cli.browse import IncidentArgument, Wanted
from rashomon.cli.options import (
    DEFAULT_DB,
    AsOf,
    Database,
    Out,
    documents_at,
    existing,
    records_at,
)
from rashomon.cli.progress import counting
from rashomon.errors import PublishError
from rashomon.pipeline.ledger import Progress
from rashomon.publish import release as releases
from rashomon.publish.documents import document_lines, entries
from rashomon.publish.dossier import dossier_lines
from rashomon.publish.fields import Told
from rashomon.publish.files import write_atomically, write_lines
from rashomon.publish.formats import FORMATS
from rashomon.publish.parquet import write_parquet
from rashomon.publish.selection import Selection, find_incident

if TYPE_CHECKING:
    from rashomon.store.sqlite import Store

# Up to so many incidents are read at once; more are read in parts that begin alike.
AT_ONCE = 2000
# How much of an id the parts are told by: "inc_" and two of its digits.
PART_CHARS = 6
EVERYTHING = Wanted()


class Format(StrEnum):
    """What to write."""

    JSONL = "jsonl"
    DOCUMENTS = "documents"
    CSV = "csv"
    CLAIMS = "claims"
    ACLED = "acled"
    UCDP = "ucdp"
    POLECAT = "polecat"
    GEOJSON = "geojson"
    FTM = "ftm"
    JSONLD = "jsonld"
    PARQUET = "parquet"
    GEOPARQUET = "geoparquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Which incidents of which moment."""

    selection: Selection
    as_of: str | None


def export(
    *,
    format: Annotated[  # noqa: A002 - the contract's name for the option
        Format,
        Parameter(help="jsonl: one incident a line; docs/exports.md tells of each."),
    ],
    wanted: Annotated[Wanted, Parameter(name="*")] = EVERYTHING,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    out: Out = "-",
) -> int:
    """Write incidents, claims or documents in a format of the field.

    The options of `list` choose the incidents; the same database gives the same bytes.
    """
    with existing(db) as store:
        if format is Format.DOCUMENTS:
            if wanted != EVERYTHING:
                raise PublishError(
                    "documents are written whole; options that choose incidents need"
                    " another --format"
                )
            return put(_documents(store, as_of), out, "documents")
        choice = _Choice(selection=wanted.selection(), as_of=as_of)
        with counting("incidents") as progress:
            told = _told(store, choice, progress)
            if format in {Format.PARQUET, Format.GEOPARQUET}:
                return _parquet(told, out, geo=format is Format.GEOPARQUET)
            return put(FORMATS[format.value].lines(told), out, "lines")


def _documents(store: Store, as_of: str | None) -> Iterator[str]:
    held = documents_at(store, as_of)
    # Of an input that could not be read nobody knows when it was published.
    failed = store.failures() if as_of is None else []
    return document_lines(entries(held, failed))


def _told(store: Store, choice: _Choice, progress: Progress | None) -> Iterator[Told]:
    """Yield the chosen incidents by id, no more than a part of them in memory.

    A moment of the past is concluded anew, as a whole.
    """
    parts = [""]
    if choice.as_of is None:
        ids = [incident.id for incident in store.incidents()]
        if len(ids) > AT_ONCE:
            parts = sorted({id_[:PART_CHARS] for id_ in ids})
        if progress is not None and len(ids) > AT_ONCE:
            progress.step("writing", len(ids))
    for part in parts:
        at = choice.as_of
        records = records_at(store, at) if at else store.records(part)
        cited = {a.document_id for record in records for a in record.accounts}
        # In this order: a run that goes on meanwhile adds documents, takes none away.
        stored = store.documents(cited)
        documents = {s.document.id: s.document for s in stored}
        families = {s.document.id: s.family for s in stored if s.family}
        for record in sorted(records, key=lambda r: r.incident.id):
            if choice.selection.keeps(record):
                yield Told(record=record, documents=documents, families=families)
            if progress is not None and len(parts) > 1:
                progress.advance()


def _parquet(told: Iterable[Told], out: str, *, geo: bool) -> int:
    if out == "-":
        raise PublishError("Parquet is not written to a terminal; name a file with -o")
    count = write_parquet(told, Path(out), geo=geo)
    terminal.notices().print(terminal.words(f"{count} incidents written to {out}"))
    return terminal.OK


def put(lines: Iterable[str], out: str, noun: str) -> int:
    """Write lines to a file, whole or not at all, or to standard output."""
    if out == "-":
        terminal.speak_utf8(sys.stdout)
        write_lines(lines, sys.stdout)
        return terminal.OK
    count = write_atomically(lines, Path(out))
    terminal.notices().print(terminal.words(f"{count} {noun} written to {out}"))
    return terminal.OK


def dossier(
    incident: IncidentArgument, /, *, db: Database = DEFAULT_DB, out: Out = "-"
) -> int:
    """Write one incident as an HTML page that stands alone and prints well."""
    with existing(db) as store:
        record = find_incident(store.records(), incident)
        stored = store.documents({a.document_id for a in record.accounts})
        documents = {s.document.id: s.document for s in stored}
        return put(
            dossier_lines(Told(record=record, documents=documents)), out, "lines"
        )


FolderArgument = Annotated[
    Path, Parameter(name="FOLDER", help="Where to write; made where there is none.")
]


def release(
    folder: FolderArgument,
    /,
    *,
    wanted: Annotated[Wanted, Parameter(name="*")] = EVERYTHING,
    db: Database = DEFAULT_DB,
) -> int:
    """Write every format into a folder, with sources, dictionary, checksums, manifest."""
    choice = _Choice(selection=wanted.selection(), as_of=None)
    with existing(db) as store:
        files = releases.write_release(
            lambda: _told(store, choice, None), folder, dict(_versions())
        )
    terminal.notices().print(terminal.words(f"{len(files)} files written to {folder}"))
    return terminal.OK


def _versions() -> tuple[tuple[str, int], ...]:
    from rashomon.pipeline.stages import CONCLUDING, READING  # loads the readers

    return (*READING, *CONCLUDING)
