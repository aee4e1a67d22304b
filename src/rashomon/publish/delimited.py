"""Tables as delimited text: one header, one row a line, nothing that a sheet would run.

A cell of text that begins as a formula is given an apostrophe (OWASP's advice); control
and bidirectional characters are shown as one mark. Nothing known is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rashomon.publish.fields import Cell, Field, Told
from rashomon.publish.plain import one_line

# What a spreadsheet takes for the beginning of a formula, in full width too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "|", "%")


def defused(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    plain = one_line(cell)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def table_lines(
    rows: Iterable[Sequence[Cell]],
    names: Sequence[str],
    *,
    delimiter: str = ",",
    missing: str = "",
) -> Iterator[str]:
    """Yield a header and one line a row."""
    yield _line(names, delimiter, missing)
    for row in rows:
        yield _line(row, delimiter, missing)


def rows_of(told: Iterable[Told], fields: Sequence[Field]) -> Iterator[list[Cell]]:
    """Yield the cells of each incident, in the order of the columns."""
    for each in told:
        yield [field.of(each) for field in fields]


def _line(cells: Sequence[Cell], delimiter: str, missing: str) -> str:
    out = io.StringIO()
    written = [missing if cell is None else defused(cell) for cell in cells]
    csv.writer(out, delimiter=delimiter, lineterminator="").writerow(written)
    return out.getvalue()
