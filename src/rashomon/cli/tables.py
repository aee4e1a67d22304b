"""The tables of ``list`` and ``documents`` on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import STATUS_STYLES, words
from rashomon.model.finding import IncidentRecord
from rashomon.publish.columns import COLUMNS, Column
from rashomon.publish.listing import DocumentRow
from rashomon.store.rows import DocumentStatus

# Narrower than this, the table would break titles into syllables; they stand under
# the id instead.
WIDE = 150
# In a pipe every incident and every document is one line, for grep and for cut.
ONE_LINE = 400

_SHORT_HEADS = {"independent_sources": "sources", "sources": "outlets"}
_UNDER_ID = ("title", "type", "place")
_DOCUMENT_STYLES = {DocumentStatus.SKIPPED: "yellow", DocumentStatus.FAILED: "bold red"}


def of_incidents(records: Sequence[IncidentRecord], width: int) -> Table:
    """Return the incidents; how many outlets copied is left to ``show``."""
    shown = [column for column in COLUMNS if column.name != "sources"]
    return _wide(records, shown) if width >= WIDE else _narrow(records, shown)


def _wide(records: Sequence[IncidentRecord], shown: Sequence[Column]) -> Table:
    table = _table()
    for column in shown:
        table.add_column(_head(column), no_wrap=column.name != "title")
    for record in records:
        table.add_row(*[_cell(column, record) for column in shown])
    return table


def _narrow(records: Sequence[IncidentRecord], shown: Sequence[Column]) -> Table:
    """Put title, type and place under the id, and the figures beside them."""
    named = {column.name: column for column in shown}
    beside = [c for c in shown if c.name not in {"id", *_UNDER_ID}]
    table = _table()
    table.add_column(Text("incident"), ratio=1, overflow="fold")
    for column in beside:
        dated = column.name == "date"
        table.add_column(_head(column), no_wrap=not dated, max_width=13)
    for record in records:
        told = [named[name].show(record) for name in ("type", "place")]
        first = Text("\n").join(
            [
                words(record.incident.id, "bold"),
                words(record.title),
                words(", ".join(t for t in told if t), "dim"),
            ]
        )
        table.add_row(first, *[_cell(column, record) for column in beside])
    return table


def _head(column: Column) -> Text:
    return Text(_SHORT_HEADS.get(column.name, column.name))


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
    day = (
        f"{published.value[:16]} ({published.basis.value})" if published.value else "–"
    )
    copies = f" (+{row.copies})" if row.copies else ""
    return [
        words(entry.id),
        words((document.source if document else None) or Path(entry.origin).name),
        words(day),
        words((document.language if document else None) or "–"),
        words(f"{entry.family}{copies}" if entry.family else "–"),
        words(entry.status.value, _DOCUMENT_STYLES.get(entry.status, "")),
        words(entry.reason or ""),
        words(str(row.incidents)),
    ]


def _table() -> Table:
    return Table(
        box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, collapse_padding=True
    )
