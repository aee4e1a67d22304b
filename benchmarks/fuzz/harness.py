"""Tries inputs in a process of their own: what kills or stalls it is seen from outside."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import tempfile
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.fuzz.mutators import damaged
from benchmarks.fuzz.trials import Format, formats

# Processor seconds for one input; beside other work a wall clock would tell of that.
HANG_S = 10.0
# One that waits, and takes no processor time, hangs as well.
WAIT_S = 90.0
MEMORY_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Fault:
    """One input that crashed or hung: its seed makes it again."""

    seed: str
    kind: str
    told: str


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one format so far."""

    tried: int = 0
    accepted: int = 0
    slowest_s: float = 0.0
    slowest: str = ""
    peak_mib: int = 0
    faults: list[Fault] = field(default_factory=list)


def seed_of(name: str, seed: int, number: int) -> str:
    """Return what makes one input, and it alone."""
    return f"{name}/{seed}/{number}"


def input_of(name: str, made: Format, seed: int, number: int) -> bytes:
    """Return one input."""
    return damaged(seed_of(name, seed, number), made.samples, zipped=made.zipped)


def attempt(made: Format, data: bytes, folder: Path) -> tuple[bool, str | None]:
    """Try one input here; return whether it was accepted, and how it crashed."""
    try:
        return made.attempt(data, folder), None
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return False, traceback.format_exc(limit=-6)


def try_all(
    name: str,
    inputs: int,
    seed: int,
    known: Mapping[str, Format] | None = None,
) -> Tally:
    """Try so many inputs of a format; after one that kills its process the rest goes on."""
    tally, at = Tally(), 0
    context = multiprocessing.get_context("fork")
    while at < inputs:
        here, there = context.Pipe(duplex=False)
        made = (known or formats())[name]
        task = (name, made, seed, range(at, inputs), there)
        process = context.Process(target=_work, args=task)
        process.start()
        there.close()
        at = _listen(here, tally, at)
        if here.poll(0) is False and process.is_alive() and at < inputs:
            process.kill()
        process.join()
        if at < inputs:
            tally.faults.append(_death(seed_of(name, seed, at), process.exitcode))
            tally.tried, at = tally.tried + 1, at + 1
    return tally


def _listen(here: Connection, tally: Tally, at: int) -> int:
    """Take in what a process says of its inputs; return the first it said nothing of."""
    while here.poll(WAIT_S):
        try:
            accepted, crash, seconds, peak, seed = here.recv()
        except EOFError:
            break
        at += 1
        tally.tried += 1
        tally.accepted += accepted
        tally.peak_mib = max(tally.peak_mib, peak)
        if seconds > tally.slowest_s:
            tally.slowest_s, tally.slowest = seconds, seed
        if crash:
            tally.faults.append(Fault(seed, "crash", crash))
    return at


def _death(seed: str, code: int | None) -> Fault:
    if code in {-signal.SIGPROF, -signal.SIGKILL}:
        return Fault(seed, "hang", f"more than {HANG_S:.0f} s")
    return Fault(seed, "crash", f"the process died ({code})")


def _work(name: str, made: Format, seed: int, numbers: range, told: Connection) -> None:
    """Try the inputs and tell of each; the system ends what takes too long."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as folder:
        attempt(made, made.samples[0], Path(folder))  # loads what it needs
        for number in numbers:
            data = input_of(name, made, seed, number)
            signal.setitimer(signal.ITIMER_PROF, HANG_S)
            before = time.process_time()
            accepted, crash = attempt(made, data, Path(folder))
            seconds = time.process_time() - before
            signal.setitimer(signal.ITIMER_PROF, 0)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            told.send((accepted, crash, seconds, peak, seed_of(name, seed, number)))
    told.close()
