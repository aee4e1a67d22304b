"""The terminal: what may be written to it, and how wide and colourful it is.

Everything that comes from a report goes through :func:`words`, which takes away its
power over the terminal; rich's markup is never read from a report.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text

from rashomon.publish.plain import json_text, one_line

# Exit statuses, the same for every command.
OK = 0
SOME_FAILED = 1
CANNOT_GO_ON = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE

# How wide a page is where nobody is looking: rich's 80 would break tables in a pipe.
MIN_WIDTH = 40
PIPED_WIDTH = 120

STATUS_STYLES = {"contested": "bold red", "agreed": "green", "single": "yellow"}


def words(text: str, style: str = "") -> Text:
    """Return text from outside, harmless: on one line, its controls made visible.

    Spaces at its ends are kept, so that it can stand beside other text.
    """
    body = one_line(text)
    before = " " * (len(text) - len(text.lstrip()) if body else len(text))
    after = " " * (len(text) - len(text.rstrip()) if body else 0)
    return Text(f"{before[:2]}{body}{after[:2]}", style=style)


def shortened(text: str, limit: int) -> str:
    """Return the text on one line, cut at a word with an ellipsis where too long."""
    whole = one_line(text)
    if len(whole) <= limit:
        return whole
    cut = whole[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:") + "…"


def status_words(status: str) -> Text:
    """Return an agreement status in its colour."""
    return Text(status, style=STATUS_STYLES.get(status, ""))


class _Page(Console):
    """A console that leaves a closed pipe to :func:`rashomon.cli.app.main`."""

    def on_broken_pipe(self) -> None:
        """Say that nobody reads on, rather than leave the program."""
        raise BrokenPipeError


def page(width: int | None = None, *, piped_width: int = PIPED_WIDTH) -> Console:
    """Return the console for what was asked for: standard output."""
    speak_utf8(sys.stdout)
    return _console(sys.stdout, width, piped_width)


def notices() -> Console:
    """Return the console for progress, warnings and errors: standard error."""
    speak_utf8(sys.stderr)
    return _console(sys.stderr)


def _console(
    stream: TextIO, width: int | None = None, piped_width: int = PIPED_WIDTH
) -> Console:
    if width is None and not stream.isatty() and "COLUMNS" not in os.environ:
        width = piped_width
    return _Page(
        file=stream,
        width=max(width, MIN_WIDTH) if width is not None else None,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


def speak_utf8(stream: TextIO) -> None:
    """Let a stream write every letter, whatever the locale; a pipe gets UTF-8."""
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="replace", newline="\n")


def print_json(value: object) -> None:
    """Print a value for scripts: the only thing on standard output."""
    speak_utf8(sys.stdout)
    sys.stdout.write(json_text(value, indent=2) + "\n")


def complain(message: str) -> None:
    """Print one paragraph on standard error."""
    notices().print(Text("rashomon: ", style="bold red") + words(message))


def hint(message: str) -> None:
    """Say what to do next, to a person only: nothing where nobody is looking."""
    if sys.stdout.isatty():
        page().print(words(message, "dim"))
