"""Commands in processes of their own, and blows that stop them at some moment.

A command is the real one, from its first word on, in a process that begins with the
modules loaded: so the blows fall on its work, and not on two seconds of imports.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

PATIENCE_S = 120.0
# One in so many is a Ctrl-C.
INTERRUPTS = 4
# Half fall at a random moment, half just when the database is written to.
SLACK_S = 0.01
_LOADED = ["rashomon.cli.app", "rashomon.cli.commands", "rashomon.pipeline.review"]
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(_LOADED)


class Call:
    """The words of one call; ``hurried``: without courtesy to the outlet it asks."""

    def __init__(self, *words: object, hurried: bool = False) -> None:
        """Keep the words as the command line has them."""
        self.words = [str(word) for word in words]
        self.hurried = hurried


@dataclass(frozen=True, slots=True)
class Blow:
    """How a command is stopped: by which signal, and when.

    ``after_s`` from its start; with ``write`` that long after the database changed for
    so many times.
    """

    how: signal.Signals
    after_s: float
    write: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """How a command goes that nobody disturbs: so long, with so many writes."""

    seconds: float
    writes: int


def drawn(rng: Random, course: Course) -> Blow:
    """Draw a blow for a command of that course."""
    how = signal.SIGKILL if rng.randrange(INTERRUPTS) else signal.SIGINT
    if rng.random() < 0.5:
        return Blow(how, rng.uniform(0, course.seconds))
    return Blow(how, rng.uniform(0, SLACK_S), rng.randint(1, course.writes))


def whole(call: Call) -> str:
    """Run a command to its end; return what it says."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        process = _start(call, out)
        process.join(PATIENCE_S)
        _finish(process, call, out, {0})
        return out.read_text(encoding="utf-8")


def watched(call: Call, db: Path, out: Path) -> Course:
    """Run a command to its end and return its course; what it says goes to ``out``."""
    before = time.monotonic()
    process = _start(call, out)
    changes = _changes(process, Blow(signal.SIGKILL, PATIENCE_S), db)
    process.join(1)
    _finish(process, call, out, {0})
    return Course(time.monotonic() - before, max(1, changes))


def struck(call: Call, blow: Blow, db: Path, out: Path) -> bool:
    """Start a command and stop it and all its workers; return False if it ended before.

    What it says goes to ``out``.
    """
    process = _start(call, out)
    _changes(process, blow, db)
    if process.exitcode is not None:
        _finish(process, call, out, {0})
        return False
    _strike(process, blow.how)
    process.join(PATIENCE_S)
    # 130: interrupted and said so; 0: its work was done just before.
    _finish(process, call, out, {0, 130, -blow.how})
    return process.exitcode != 0


def _changes(process: ForkServerProcess, blow: Blow, db: Path) -> int:
    """Wait until a blow is due or the command ends; count the writes until then."""
    until = time.monotonic() + (PATIENCE_S if blow.write else blow.after_s)
    seen, changes = _state(db), 0
    while time.monotonic() < until and process.exitcode is None:
        state = _state(db)
        if state != seen:
            seen, changes = state, changes + 1
            if changes == blow.write:
                until = time.monotonic() + blow.after_s
        time.sleep(0.001)
    return changes


def _state(db: Path) -> list[tuple[int, int]]:
    """Return what changes when a database is written to."""
    found = []
    for path in (db, db.with_name(f"{db.name}-wal")):
        try:
            stat = path.stat()
        except FileNotFoundError:
            continue
        found.append((stat.st_mtime_ns, stat.st_size))
    return found


def _strike(process: ForkServerProcess, how: signal.Signals) -> None:
    """Send a signal to a process and its workers, as a terminal does."""
    pid = process.pid or 0
    try:
        os.killpg(pid, how)
    except ProcessLookupError:  # it has no group of its own yet, or is gone
        if process.exitcode is None:
            os.kill(pid, how)


def _start(call: Call, out: Path) -> ForkServerProcess:
    process = _CONTEXT.Process(target=_run, args=(call.words, call.hurried, str(out)))
    process.start()
    return process


def _finish(process: ForkServerProcess, call: Call, out: Path, fine: set[int]) -> None:
    if process.exitcode is None:
        _strike(process, signal.SIGKILL)
        process.join()
        raise RuntimeError(f"{call.words}: not done after {PATIENCE_S:.0f} s")
    if process.exitcode not in fine:
        told = out.with_suffix(".err").read_text(encoding="utf-8")
        raise RuntimeError(f"{call.words}: {process.exitcode}: {told[-4000:]}")


def _run(words: list[str], hurried: bool, out: str) -> None:
    """Be the command: a group of its own, Ctrl-C as at a terminal, output to files."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    made = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, path in ((1, Path(out)), (2, Path(out).with_suffix(".err"))):
        os.dup2(os.open(path, made, 0o600), number)
    from rashomon.cli import app
    from rashomon.ingest import polite

    if hurried:
        polite.Guest = partial(polite.Guest, host_delay_s=0.0)  # type: ignore[misc,assignment]
    sys.exit(app.main(words))
