"""The tables of ``list`` and ``documents`` on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import STATUS_STYLES, words
from rashomon.model.finding import IncidentRecord
from rashomon.publish.columns import COLUMNS, Column
from rashomon.publish.listing import DocumentRow
from rashomon.store.rows import DocumentStatus

# Never broken over two lines: they are copied, or compared down the column.
_WHOLE = frozenset({"id", "date", "killed", "injured", "independent_sources", "status"})
_SHORT_HEADS = {"independent_sources": "sources", "sources": "outlets"}
_DOCUMENT_STYLES = {DocumentStatus.SKIPPED: "yellow", DocumentStatus.FAILED: "bold red"}


def of_incidents(records: Sequence[IncidentRecord]) -> Table:
    """Return the incidents, a row each; how many outlets copied is left to ``show``."""
    table = _table()
    shown = [column for column in COLUMNS if column.name != "sources"]
    for column in shown:
        head = Text(_SHORT_HEADS.get(column.name, column.name))
        table.add_column(head, no_wrap=column.name in _WHOLE, overflow="fold")
    for record in records:
        table.add_row(*[_cell(column, record) for column in shown])
    return table


def _cell(column: Column, record: IncidentRecord) -> Text:
    told = column.show(record)
    style = STATUS_STYLES.get(told, "") if column.name == "status" else ""
    return words(told, style)


def of_documents(rows: Sequence[DocumentRow]) -> Table:
    """Return the documents, a row each."""
    table = _table()
    for name in ("id", "source", "published", "language", "family", "status", "reason"):
        table.add_column(Text(name), overflow="fold", no_wrap=name == "status")
    table.add_column(Text("incidents"), justify="right")
    for row in rows:
        table.add_row(*_document_cells(row))
    return table


def _document_cells(row: DocumentRow) -> list[Text]:
    entry = row.entry
    document, published = entry.document, entry.published
    day = f"{published.value} ({published.basis.value})" if published.value else "–"
    copies = f" (+{row.copies})" if row.copies else ""
    return [
        words(entry.id),
        words((document.source if document else None) or entry.origin),
        words(day),
        words((document.language if document else None) or "–"),
        words(f"{entry.family}{copies}" if entry.family else "–"),
        words(entry.status.value, _DOCUMENT_STYLES.get(entry.status, "")),
        words(entry.reason or ""),
        words(str(row.incidents)),
    ]


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
