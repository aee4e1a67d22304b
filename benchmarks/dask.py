"""What a second Dask worker brings: the same run with one and with two, in turn.

    python -m benchmarks.dask FILE [--documents 300] [--rounds 3] [-o TABLE.md]

FILE is what `rashomon run` reads. Two clusters of this machine's own are started from the
command line, one of one worker and one of two, and warmed with some documents, so that
models are loaded; then `rashomon run` is timed on each in turn, as a whole process, its
start, matching and adding up included. The exports must be the same bytes. A ratio says
something only where both cores were free: what other programs took meanwhile is told,
in cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import psutil

from rashomon.ingest.read import read_inputs
from rashomon.model.document import RawDocument

WARMING = 24
HEADS = "round | workers | seconds | documents a second | starter, CPU s | workers, CPU s | others, cores"


class Cluster:
    """A scheduler and workers as processes of this machine."""

    def __init__(self, workers: int, folder: Path) -> None:
        """Start them."""
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            port = held.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        here = ("--host", "127.0.0.1", "--no-dashboard")
        self._started = [_dask("scheduler", *here, "--port", str(port))]
        for _ in range(workers):
            options = ("--nthreads", "1", "--local-directory", str(folder))
            self._started.append(_dask("worker", self.address, *here, *options))

    def cpu_s(self) -> float:
        """Return the processor seconds that its processes took so far."""
        every = [psutil.Process(p.pid) for p in self._started]
        every += [child for p in every for child in p.children(recursive=True)]
        return sum(sum(p.cpu_times()[:2]) for p in every)

    def stop(self) -> None:
        """End every process, those that workers started too."""
        for process in self._started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@dataclass(frozen=True)
class Timed:
    """One run: seconds of the clock, and processor seconds of who took part."""

    seconds: float
    starter_s: float
    workers_s: float
    others: float


def run(pile: Path, cluster: Cluster, db: Path) -> Timed:
    """Run over the pile on a cluster."""
    command = ["run", str(pile), "--db", str(db), "--engine", "dask"]
    before, busy = _children_s(), _busy_s()
    workers, clock = cluster.cpu_s(), time.monotonic()
    _rashomon(*command, "--scheduler", cluster.address)
    seconds = time.monotonic() - clock
    starter, read = _children_s() - before, cluster.cpu_s() - workers
    others = max(0.0, _busy_s() - busy - starter - read) / seconds
    return Timed(seconds, starter, read, others)


def _rashomon(*arguments: str) -> bytes:
    command = [sys.executable, "-m", "rashomon", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    return done.stdout


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _busy_s() -> float:
    """Return the seconds that this machine's cores were busy, whoever kept them so."""
    times = psutil.cpu_times()
    return times.user + times.system + times.nice + getattr(times, "steal", 0.0)


def _export(db: Path) -> bytes:
    return _rashomon("export", "--format", "jsonl", "--db", str(db))


def _pile(file: str, documents: int, folder: Path) -> tuple[Path, Path]:
    """Write the documents to read, and those to warm with."""
    found = (r for r in read_inputs([file]) if isinstance(r, RawDocument))
    lines = [
        json.dumps({"id": r.id, r.media.value: r.content, "published": r.published})
        for r in islice(found, documents)
    ]
    pile, first = folder / "pile.jsonl", folder / "first.jsonl"
    pile.write_text("\n".join(lines) + "\n", encoding="utf-8")
    first.write_text("\n".join(lines[:WARMING]) + "\n", encoding="utf-8")
    return pile, first


def measure(file: str, documents: int, rounds: int) -> list[str]:
    """Return the table's lines and what follows from them."""
    lines = [f"| {HEADS} |", "|" + " --- |" * 7]
    ratios, written = [], set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pile, first = _pile(file, documents, folder)
        clusters = {n: Cluster(n, folder / f"dask-{n}") for n in (1, 2)}
        try:
            for n, cluster in clusters.items():
                run(first, cluster, folder / f"warm-{n}.db")
            for number in range(1, rounds + 1):
                took = {}
                for n, cluster in clusters.items():
                    db = folder / f"{number}-{n}.db"
                    took[n] = timed = run(pile, cluster, db)
                    written.add(_export(db))
                    lines.append(
                        f"| {number} | {n} | {timed.seconds:.1f} |"
                        f" {documents / timed.seconds:.1f} | {timed.starter_s:.1f} |"
                        f" {timed.workers_s:.1f} | {timed.others:.2f} |"
                    )
                    print(lines[-1], flush=True)
                ratios.append(took[1].seconds / took[2].seconds)
        finally:
            for cluster in clusters.values():
                cluster.stop()
    told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    same = "the same bytes" if len(written) == 1 else "NOT the same bytes"
    return [
        *lines,
        "",
        f"One worker ÷ two: {told} (median {statistics.median(ratios):.2f})."
        f" Exports of all runs: {same}.",
    ]


def main() -> int:
    """Measure and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("file")
    ask.add_argument("--documents", type=int, default=300)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    table = "\n".join(measure(asked.file, asked.documents, asked.rounds))
    if asked.o:
        asked.o.write_text(f"# One Dask worker and two\n\n{table}\n", encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
