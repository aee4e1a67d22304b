"""The command line: finds the command, and turns what went wrong into an exit status.

0: all good; 1: some input failed and the rest was processed; 2: the command could not
go on, one paragraph says why; 130: interrupted; 141: the reader of a pipe went away.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cyclopts import App, CycloptsError

from rashomon import __version__
from rashomon.cli import terminal
from rashomon.cli.commands import COMMANDS
from rashomon.errors import InvariantError, RashomonError

ABOUT = (
    "One event, many reports, one sourced record.\n\n"
    "Rashomon reads reports that contradict each other, gathers what they say of each"
    " incident, and shows who said what, where they agree and where they part."
)

START = (
    "Start here:\n"
    "  rashomon run reports/ --db city.db     read a folder of reports\n"
    "  rashomon list --db city.db             what they tell of\n"
    "  rashomon show INCIDENT --db city.db    who says what, side by side\n\n"
    "`rashomon COMMAND --help` explains a command, with examples.\n"
    "Exit status: 0 all good, 1 some input failed, 2 could not go on, 130 interrupted."
)


def build_app() -> App:
    """Return the application; commands are imported when they are called."""
    app = App(
        name="rashomon",
        help=ABOUT,
        help_epilogue=START,
        help_format="plaintext",
        version=__version__,
        version_flags=["--version"],
        result_action="return_value",
        suppress_keyboard_interrupt=False,
    )
    for order, command in enumerate(COMMANDS):
        app.command(
            command.function,
            name=command.name,
            help=command.about,
            usage=command.usage,
            help_epilogue=command.epilogue,
            sort_key=order,
        )
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    tokens = list(sys.argv[1:] if arguments is None else arguments)
    try:
        with _terminated_as_interrupted():
            status = _call(tokens)
            sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on; what Python would still flush at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return terminal.PIPE_CLOSED
    except KeyboardInterrupt:
        terminal.complain("interrupted; what was written is kept")
        return terminal.INTERRUPTED
    return status


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """Let a plain ``kill`` stop a run as Ctrl-C does: in order, workers included."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _call(tokens: list[str]) -> int:
    try:
        result = build_app()(tokens, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        command = next((c.name for c in COMMANDS if c.name in tokens[:1]), None)
        page = f"rashomon {command} --help" if command else "rashomon --help"
        terminal.complain(f"{_told(str(error))} See `{page}`.")
        return terminal.CANNOT_GO_ON
    except InvariantError:
        raise  # a bug of ours: its traceback is what we need to see
    except RashomonError as error:
        terminal.complain(str(error))
        return terminal.CANNOT_GO_ON
    return result if isinstance(result, int) else terminal.OK


def _told(message: str) -> str:
    """Return the message as one sentence."""
    sentence = message.strip()
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
