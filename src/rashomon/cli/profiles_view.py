"""The codebooks' readings on a terminal, side by side, with the rules under them."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import words
from rashomon.profiles import ROWS, Code, Figure, Reading, cell_words

LEGEND = (
    "a–b: lowest and highest   –: unknown, which is not 0   * a setting: its rule is not"
    " verified   (0): nobody said anything"
)


def render(readings: Sequence[Reading], width: int) -> RenderableType:
    """Return the table of the readings, then each codebook's rules with their sources."""
    table = Table(box=box.SQUARE, show_lines=True, width=width, padding=(0, 1))
    table.add_column(Text(""), overflow="fold")
    for reading in readings:
        table.add_column(
            words(reading.codebook.title, "bold"), ratio=1, overflow="fold"
        )
    for row in ROWS:
        cells = [reading.cell(row) for reading in readings]
        if any(cell is not None for cell in cells):
            table.add_row(Text(row, style="bold"), *[_cell(cell) for cell in cells])
    notes = [_notes(reading) for reading in readings]
    return Group(table, Text(LEGEND, style="dim"), *notes)


def _cell(cell: Figure | Code | None) -> Text:
    told = cell_words(cell)
    if isinstance(cell, Figure) and cell.is_of_silence:
        told = f"({told})"
    mark = "*" if cell is not None and not cell.rule.verified else ""
    return words(f"{told}{mark}")


def _notes(reading: Reading) -> Text:
    lines = [words(reading.codebook.title, "bold")]
    cells: tuple[Figure | Code, ...] = (*reading.figures, *reading.codes)
    for cell in cells:
        mark = "" if cell.rule.verified else "*"
        why = f" [{cell.why}]" if isinstance(cell, Code) else ""
        lines.append(
            words(
                f"  {cell.name}{mark}: {cell.rule.rule}{why} ({cell.rule.source})",
                "dim",
            )
        )
    return Text("\n").join(lines)
