"""The documents of a database as rows: with their copies, and how much they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.finding import IncidentRecord
from rashomon.publish.documents import DocumentEntry, document_line


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document with its place among the others.

    ``copies`` counts the other documents of its family, ``incidents`` the incidents
    it tells of.
    """

    entry: DocumentEntry
    copies: int
    incidents: int


def document_rows(
    found: Sequence[DocumentEntry], records: Iterable[IncidentRecord]
) -> list[DocumentRow]:
    """Return a row for every document, in the order given."""
    family_sizes = Counter(entry.family for entry in found if entry.family)
    told: Counter[str] = Counter()
    for record in records:
        told.update({account.document_id for account in record.accounts})
    return [
        DocumentRow(
            entry,
            copies=family_sizes[entry.family] - 1 if entry.family else 0,
            incidents=told[entry.id],
        )
        for entry in found
    ]


def row_json(row: DocumentRow) -> dict[str, object]:
    """Return a row for scripts: the contract's document without its text, and more."""
    line = document_line(row.entry)
    del line["schema"], line["text"]
    return {
        **line,
        "origin": row.entry.origin,
        "copies": row.copies,
        "incidents": row.incidents,
    }
