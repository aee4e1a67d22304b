"""The claim matrix on a terminal: a table where it fits, stacked blocks where not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.cli.terminal import shortened, status_words, words
from rashomon.model.claim import Stance
from rashomon.model.finding import Finding
from rashomon.publish.matrix import ClaimMatrix, Column, Row, Saying
from rashomon.publish.wording import attribute_words, contested_how, finding_words

# A cell narrower than this breaks words; the first column holds "seriously injured".
MIN_CELL = 20
FIRST_COLUMN = 18
BORDER = 3  # one rule and a space on either side
QUOTE_CHARS = 90

LEGEND = "≠ differs from the published value   ✗ denied   ? doubted"


def render(matrix: ClaimMatrix, width: int) -> RenderableType:
    """Return the matrix as a table, or in blocks where the columns do not fit."""
    needed = FIRST_COLUMN + len(matrix.columns) * (MIN_CELL + BORDER) + BORDER
    body = _table(matrix, width) if needed <= width else _blocks(matrix)
    return Group(body, Text(LEGEND, style="dim"))


def _table(matrix: ClaimMatrix, width: int) -> Table:
    table = Table(box=box.SQUARE, show_lines=True, width=width, padding=(0, 1))
    table.add_column(Text("attribute"), width=FIRST_COLUMN, overflow="fold")
    for column in matrix.columns:
        table.add_column(_column_head(column), ratio=1, overflow="fold")
    for row in matrix.rows:
        table.add_row(_row_head(row), *[_cell(cell) for cell in row.cells])
    return table


def _column_head(column: Column) -> Text:
    lines = [words(column.outlet, "bold")]
    for document in column.documents:
        lines.append(words(f"{document.id} {_day(document.published.value)}", "dim"))
    for copy in column.copies:
        name = copy.source or copy.id
        lines.append(words(f"= copy: {name} {_day(copy.published.value)}", "dim"))
    return _joined(lines)


def _day(published: str | None) -> str:
    return published[:10] if published else "undated"


def _row_head(row: Row) -> Text:
    finding = row.finding
    return _joined(
        [
            Text(attribute_words(row.attribute), style="bold"),
            words(shortened(finding_words(finding), 160)),
            _standing(finding),
            words(finding.rule, "dim"),
        ]
    )


def _standing(finding: Finding) -> Text:
    """Return the status in its colour, with how several values stand to each other."""
    status, how = status_words(finding.agreement.value), contested_how(finding)
    return status + words(f", {how}" if how else "")


def _cell(cell: Sequence[Saying]) -> Text:
    parts = [_joined(_saying_lines(saying)) for saying in cell]
    return _joined(parts)


def _saying_lines(saying: Saying) -> Iterator[Text]:
    yield value_text(saying)
    speaker = saying.speaker
    yield words(f"— {speaker}" if speaker else "— own words", "cyan")
    yield words(f"“{shortened(saying.quote, QUOTE_CHARS)}”", "dim italic")


def value_text(saying: Saying) -> Text:
    """Return the value with the sign and colour of how it stands to the published one."""
    signs = marks(saying.claim.stance, differs=saying.differs)
    style = "bold"
    if saying.claim.stance is Stance.DENIES:
        style = "bold red"
    elif saying.differs:
        style = "bold magenta"
    elif saying.claim.stance is Stance.DOUBTS:
        style = "bold yellow"
    more = f" (×{saying.repeats + 1})" if saying.repeats else ""
    return words(f"{signs}{saying.words}{more}", style)


def marks(stance: Stance, *, differs: bool) -> str:
    """Return the signs before a value; empty where it agrees."""
    said = {
        Stance.ASSERTS: "",
        Stance.DENIES: "✗ denied: ",
        Stance.DOUBTS: "? doubted: ",
    }
    return ("≠ " if differs else "") + said[stance]


def _blocks(matrix: ClaimMatrix) -> Group:
    blocks: list[RenderableType] = []
    for row in matrix.rows:
        finding = row.finding
        blocks.append(
            Text("\n")
            + Text(attribute_words(row.attribute), style="bold underline")
            + words(f"  {finding_words(finding)}  ", "bold")
            + _standing(finding)
            + words(f"  {finding.rule}", "dim")
        )
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            if cell:
                blocks.append(_under(_block(column, cell)))
    return Group(_sources_of(matrix), *blocks)


def _block(column: Column, cell: Sequence[Saying]) -> Group:
    lines: list[RenderableType] = [words(column.outlet, "cyan")]
    for saying in cell:
        speaker = saying.speaker
        said = Text.assemble(
            value_text(saying), words(f" — {speaker}" if speaker else " — own words")
        )
        quote = words(f"“{shortened(saying.quote, QUOTE_CHARS)}”", "dim italic")
        lines += [_under(said), _under(_under(quote))]
    return Group(*lines)


def _sources_of(matrix: ClaimMatrix) -> Group:
    lines = []
    for column in matrix.columns:
        days = ", ".join(f"{d.id} {_day(d.published.value)}" for d in column.documents)
        copies = ", ".join(d.source or d.id for d in column.copies)
        note = f"; copied by {copies}" if copies else ""
        lines.append(words(column.outlet, "bold") + words(f" ({days}{note})", "dim"))
    return Group(*lines)


def _under(body: RenderableType) -> Padding:
    return Padding(body, (0, 0, 0, 2), expand=False)


def _joined(lines: Sequence[Text] | Iterator[Text]) -> Text:
    return Text("\n").join(lines)
