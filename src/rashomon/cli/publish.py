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
    AT_ONCE,
    DEFAULT_DB,
    AsOf,
    Database,
    Out,
    documents_at,
    existing,
    records_at,
    records_in_parts,
)
from rashomon.cli.progress import counting
from rashomon.errors import PublishError
from rashomon.pipeline.ledger import Progress
from rashomon.publish import release as releases
from rashomon.publish.documents import (
    document_lines,
    entries,
    in_order,
    without_document,
)
from rashomon.publish.dossier import dossier_lines
from rashomon.publish.fields import Told, tell
from rashomon.publish.files import write_atomically, write_lines
from rashomon.publish.formats import FORMATS
from rashomon.publish.parquet import write_parquet
from rashomon.publish.selection import Selection, find_incident

if TYPE_CHECKING:
    from rashomon.store.reader import Reader
    from rashomon.store.rows import StoredDocument

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
    if format is Format.DOCUMENTS and wanted != EVERYTHING:
        raise PublishError(
            "documents are written whole; options that choose incidents need"
            " another --format"
        )
    noun = "documents" if format is Format.DOCUMENTS else "incidents"
    choice = _Choice(selection=wanted.selection(), as_of=as_of)
    watched = counting(noun, out)
    with existing(db) as store, store.moment() as now, watched as progress:
        if format is Format.DOCUMENTS:
            return put(_documents(now, as_of, progress), out, noun)
        told = _told(now, choice, progress, "writing")
        if format in {Format.PARQUET, Format.GEOPARQUET}:
            return _parquet(told, out, geo=format is Format.GEOPARQUET)
        return put(FORMATS[format.value].lines(told), out, "lines")


def _documents(store: Reader, as_of: str | None, progress: Progress) -> Iterator[str]:
    """Yield the lines of the documents, a part of them in memory.

    Those of a moment of the past are held as a whole.
    """
    if as_of is not None:
        # Of an input that could not be read nobody knows when it was published.
        return document_lines(entries(documents_at(store, as_of), []))
    failed = store.failures()
    if failed:
        failed = without_document(_held(store, None), failed)
    return document_lines(in_order(_held(store, progress), failed))


def _held(store: Reader, progress: Progress | None) -> Iterator[StoredDocument]:
    many = store.standing().documents
    if progress is not None and many > AT_ONCE:
        progress.step("writing", many)
    part = store.documents_after(None, AT_ONCE)
    while part:
        yield from part
        if progress is not None and many > AT_ONCE:
            progress.advance(len(part))
        part = store.documents_after(part[-1].document.id, AT_ONCE)


def _told(
    store: Reader, choice: _Choice, progress: Progress, step: str
) -> Iterator[Told]:
    """Yield the chosen incidents by id, no more than a part of them in memory."""
    many = store.standing().incidents
    if many > AT_ONCE:
        progress.step(step, many)
    for part in records_in_parts(store, choice.as_of):
        yield from tell(store, [r for r in part if choice.selection.keeps(r)])
        if many > AT_ONCE:
            progress.advance(len(part))


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
    incident: IncidentArgument,
    /,
    *,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    out: Out = "-",
) -> int:
    """Write one incident as an HTML page that stands alone and prints well."""
    with existing(db) as store, store.moment() as now:
        record = find_incident(records_at(now, as_of), incident)
        return put(dossier_lines(next(tell(now, [record]))), out, "lines")


FolderArgument = Annotated[
    Path, Parameter(name="FOLDER", help="Where to write; made where there is none.")
]


def release(
    folder: FolderArgument,
    /,
    *,
    wanted: Annotated[Wanted, Parameter(name="*")] = EVERYTHING,
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
) -> int:
    """Write every format into a folder, with sources, dictionary, checksums, manifest."""
    choice = _Choice(selection=wanted.selection(), as_of=as_of)
    with (
        existing(db) as store,
        store.moment() as now,
        counting("incidents") as progress,
    ):
        files = releases.write_release(
            lambda name: _told(now, choice, progress, name), folder, _versions(), as_of
        )
    terminal.notices().print(terminal.words(f"{len(files)} files written to {folder}"))
    return terminal.OK


def _versions() -> releases.Versions:
    from rashomon.pipeline.versions import in_force  # loads the readers

    return in_force()
