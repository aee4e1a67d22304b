"""Progress of long work on standard error: a bar for a person, a line now and then else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich import progress as bars
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from rashomon.cli import terminal
from rashomon.pipeline.ledger import Progress, Silent

# Where nobody watches, a line this often: enough to see that it lives, not to fill a
# log. A step of known length tells ten times at most.
LINE_EVERY = 100
LINES_A_STEP = 10
LINE_SECONDS = 30.0


class LineCounter:
    """Writes a line every hundred items, or more in long steps, or half a minute."""

    def __init__(self, noun: str) -> None:
        """Start counting."""
        self._noun, self._name, self._of = noun, "", ""
        self._every = LINE_EVERY
        self._done, self._told_at = 0, time.monotonic()

    def advance(self, by: int = 1) -> None:
        """Count some more, and say so where it is due."""
        self._done += by
        now = time.monotonic()
        due = self._done // self._every > (self._done - by) // self._every
        if due or now - self._told_at > LINE_SECONDS:
            self._told_at = now
            told = f"{self._name}: {self._done}{self._of} {self._noun}"
            terminal.notices().print(terminal.words(told))

    def step(self, name: str, total: int | None = None) -> None:
        """Begin a new step, counted from nothing."""
        self._name, self._done = name, 0
        self._of = f" of {total}" if total else ""
        self._every = max(LINE_EVERY, (total or 0) // LINES_A_STEP)


class BarCounter:
    """Moves a bar on the terminal."""

    def __init__(self, progress: bars.Progress) -> None:
        """Put an empty bar on the progress display."""
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def advance(self, by: int = 1) -> None:
        """Move the bar."""
        self._progress.advance(self._task, by)

    def step(self, name: str, total: int | None = None) -> None:
        """Begin a new step with an empty bar."""
        self._progress.reset(self._task, description=name, total=total)


@contextmanager
def counting(noun: str, out: str | None = None) -> Iterator[Progress]:
    """Show progress while the work in the block goes on.

    ``out`` is the file it writes meanwhile, - for standard output: a bar among the lines
    of a terminal would break them, so there is none.
    """
    if out == "-" and sys.stdout.isatty():
        yield Silent()
        return
    console = terminal.notices()
    if not console.is_terminal:
        yield LineCounter(noun)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(noun, markup=False),
        TimeElapsedColumn(),
    )
    # What the work writes to standard output goes there, not above the bar.
    display = bars.Progress(
        *columns, console=console, transient=True, redirect_stdout=False
    )
    with display as progress:
        yield BarCounter(progress)
