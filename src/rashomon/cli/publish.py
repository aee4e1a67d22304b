"""Writing a database's contents: ``export``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from rashomon.cli import terminal
from rashomon.cli.options import (
    DEFAULT_DB,
    AsOf,
    Database,
    Out,
    documents_at,
    existing,
    records_at,
)
from rashomon.publish.documents import document_lines, entries
from rashomon.publish.files import write_atomically, write_lines
from rashomon.publish.jsonl import incident_lines

if TYPE_CHECKING:
    from rashomon.store.sqlite import Store


class Format(StrEnum):
    """What to write: one incident a line, or one document a line."""

    JSONL = "jsonl"
    DOCUMENTS = "documents"


def export(
    *,
    format: Annotated[  # noqa: A002 - the contract's name for the option
        Format, Parameter(help="jsonl: one incident a line; documents: one document.")
    ],
    as_of: AsOf = None,
    db: Database = DEFAULT_DB,
    out: Out = "-",
) -> int:
    """Write every incident or document as JSON lines, sorted, the same every time."""
    with existing(db) as store:
        lines = _lines(store, format, as_of)
    return put(lines, out, "incidents" if format is Format.JSONL else "documents")


def _lines(store: Store, wanted: Format, as_of: str | None) -> Iterator[str]:
    if wanted is Format.DOCUMENTS:
        held = documents_at(store, as_of)
        # Of an input that could not be read nobody knows when it was published.
        failed = store.failures() if as_of is None else []
        return document_lines(entries(held, failed))
    # In this order: a run that goes on meanwhile adds documents, and takes none away.
    records, stored = records_at(store, as_of), store.documents()
    return incident_lines(records, {s.document.id: s.document for s in stored})


def put(lines: Iterable[str], out: str, noun: str) -> int:
    """Write lines to a file, whole or not at all, or to standard output."""
    if out == "-":
        terminal.speak_utf8(sys.stdout)
        write_lines(lines, sys.stdout)
        return terminal.OK
    count = write_atomically(lines, Path(out))
    terminal.notices().print(terminal.words(f"{count} {noun} written to {out}"))
    return terminal.OK
