"""A record as each codebook reads it: the same claims, side by side.

for reading in profiles.read(record, documents, families):
    print(reading.codebook.title, reading.cells())
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.model.document import Document
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.profiles.codes import READERS, Code, code
from rashomon.profiles.evidence import gathered
from rashomon.profiles.figures import Figure, figure
from rashomon.profiles.rules import Codebook, codebooks, parse
from rashomon.profiles.sources import Sources

# The rows of the table, in order; a codebook has a cell for those it speaks of.
ROWS = (
    "killed",
    "civilians killed",
    "children killed",
    "women killed",
    "fighters killed",
    "injured",
    "type",
    "date precision",
    "place precision",
    "grade",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One codebook's reading of one incident."""

    codebook: Codebook
    figures: tuple[Figure, ...]
    codes: tuple[Code, ...]

    def cell(self, row: str) -> Figure | Code | None:
        """Return what the codebook has in a row, None where it does not speak of it."""
        cells: tuple[Figure | Code, ...] = (*self.figures, *self.codes)
        return next((cell for cell in cells if cell.row == row), None)


def read(
    record: IncidentRecord,
    documents: Mapping[DocumentId, Document],
    families: Mapping[DocumentId, FamilyId],
    *,
    sources: Sources | None = None,
    books: Sequence[Codebook] | None = None,
) -> tuple[Reading, ...]:
    """Return each codebook's reading of a record, in the order they are shown.

    ``sources`` describes outlets and speakers; nothing is assumed of others. ``books``
    default to those that the package ships.
    """
    evidence = gathered(record, documents, families, sources or Sources())
    return tuple(
        Reading(
            codebook=book,
            figures=tuple(figure(rule, evidence, book.vague) for rule in book.figures),
            codes=tuple(code(rule, evidence) for rule in book.codes),
        )
        for book in (codebooks() if books is None else books)
    )


def read_codebooks(path: Path) -> tuple[Codebook, ...]:
    """Return the shipped codebooks with those of a rule file, or of a folder of them.

    One with a shipped codebook's id stands for it. Raises InputError where a file is no
    rule file.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no rule file (*.toml) in this folder")
    books = {book.id: book for book in codebooks()}
    for file in files:
        try:
            book = parse(file.read_text("utf-8"), str(file))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{file}: cannot be read: {error}") from error
        unknown = [rule.reads for rule in book.codes if rule.reads not in READERS]
        if unknown:
            raise InputError(
                f"{file}: reads = {unknown[0]!r}; there are {', '.join(sorted(READERS))}"
            )
        books[book.id] = book
    return tuple(sorted(books.values(), key=lambda book: (book.order, book.id)))


def cell_words(cell: Figure | Code | None) -> str:
    """Return a cell in a few words: "7 (5–9)", "fair", a dash for nothing to say."""
    if cell is None:
        return ""
    if isinstance(cell, Code):
        return cell.value
    if cell.low is None and cell.high is None:
        return "–"
    spread = str(cell.low) if cell.low == cell.high else f"{cell.low}–{cell.high}"
    if cell.best is None or spread == str(cell.best):
        return spread
    return f"{cell.best} ({spread})"


def reading_json(reading: Reading) -> dict[str, object]:
    """Return a reading for scripts, every rule with where it is written."""
    book = reading.codebook
    return {
        "codebook": book.id,
        "title": book.title,
        "about": book.about,
        "citations": list(book.citations),
        "figures": [
            {
                "name": f.name,
                "row": f.row,
                "low": f.low,
                "best": f.best,
                "high": f.high,
                "claims": sorted(f.claims),
                "rule": f.rule.rule,
                "source": f.rule.source,
                "verified": f.rule.verified,
            }
            for f in reading.figures
        ],
        "codes": [
            {
                "name": c.name,
                "row": c.row,
                "value": c.value,
                "why": c.why,
                "claims": sorted(c.claims),
                "rule": c.rule.rule,
                "source": c.rule.source,
                "verified": c.rule.verified,
            }
            for c in reading.codes
        ],
    }
