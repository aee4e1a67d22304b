"""The same work on a Dask cluster: a scheduler and two workers of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the optional extra 'dask' is not installed")

REPORTS = 16
# The first are written after 24: some are done and some are not.
MANY = 36


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


class Cluster:
    """A scheduler and its workers, each a process as on a machine of its own."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Start them; ``address`` is the scheduler's."""
        self._threads = threads
        port = _free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self._folder = folder
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
        )
        self.workers = [self.add_worker() for _ in range(2)]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        number = str(self._threads)
        options = ("--nthreads", number, "--no-dashboard", "--host", "127.0.0.1")
        where = ("--local-directory", str(self._folder))
        return self._start("worker", self.address, *options, *where)

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def stop(self) -> None:
        """End every process, those that workers started too."""
        for process in (*self.workers, self.scheduler):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Return a cluster of this machine that a test may harm."""
    made = Cluster(tmp_path / "dask")
    yield made
    made.stop()


@pytest.fixture
def pile(tmp_path: Path, write_reports: Callable[..., Path]) -> Path:
    """Return a folder of invented reports."""
    return write_reports(tmp_path / "pile", range(REPORTS))


def _exported(rashomon: Any, db: Path) -> str:
    return str(rashomon("export", "--format", "jsonl", "--db", db).stdout)


def _written_by_half(db: Path, patience_s: float = 120.0) -> int:
    """Wait until some documents are written; return how many."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if db.exists():
            with closing(sqlite3.connect(db)) as held, suppress(sqlite3.Error):
                query = "SELECT count(*) FROM documents"
                (written,) = held.execute(query).fetchone()
                if written:
                    return int(written)
        time.sleep(0.05)
    raise AssertionError("nothing was written")


@pytest.fixture(scope="module")
def alone(
    tmp_path_factory: pytest.TempPathFactory,
    rashomon: Any,
    write_reports: Callable[..., Path],
) -> tuple[Path, str]:
    """Return a folder of many reports, and what comes out where one process reads."""
    folder = tmp_path_factory.mktemp("alone")
    many, db = write_reports(folder / "pile", range(MANY)), folder / "here.db"
    done = rashomon("run", many, "--db", db, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return many, _exported(rashomon, db)


def test_the_same_bytes_come_out(
    cluster: Cluster, alone: tuple[Path, str], tmp_path: Path, rashomon: Any
) -> None:
    """Whoever read them."""
    many, exported = alone
    options = ("--engine", "dask", "--scheduler", cluster.address)
    done = rashomon("run", many, "--db", tmp_path / "a.db", *options)
    assert done.returncode == 0, done.stderr
    assert _exported(rashomon, tmp_path / "a.db") == exported


def test_a_lost_worker_costs_only_its_part(
    cluster: Cluster,
    alone: tuple[Path, str],
    tmp_path: Path,
    rashomon: Any,
    start: Any,
) -> None:
    """It is killed in the middle; what it was reading is read by the other one."""
    many, exported = alone
    db = tmp_path / "a.db"
    options = ("--engine", "dask", "--scheduler", cluster.address)
    run = start("run", many, "--db", db, *options)
    begun = _written_by_half(db)
    os.killpg(cluster.workers[0].pid, signal.SIGKILL)
    _, told = run.communicate(timeout=300)
    assert run.returncode == 0, told
    assert 0 < begun < MANY
    assert _exported(rashomon, db) == exported


def test_a_lost_scheduler_is_named_and_the_run_goes_on_later(
    cluster: Cluster,
    pile: Path,
    tmp_path: Path,
    rashomon: Any,
    start: Any,
    write_reports: Callable[..., Path],
) -> None:
    """What was read before is kept, and only the rest is read."""
    write_reports(pile, range(MANY))
    db = tmp_path / "there.db"
    options = ("--engine", "dask", "--scheduler", cluster.address)
    run = start("run", pile, "--db", db, *options)
    begun = _written_by_half(db)
    os.killpg(cluster.scheduler.pid, signal.SIGKILL)
    _, told = run.communicate(timeout=300)
    assert run.returncode == 2, told
    assert f"{cluster.address}: the scheduler was lost" in told
    done = rashomon("run", pile, "--db", db, "--jobs", "1", "--json")
    report = json.loads(done.stdout)
    assert report["documents_unchanged"] >= begun
    assert report["documents"] == MANY


def test_workers_that_would_read_otherwise_are_refused(
    tmp_path: Path, pile: Path, rashomon: Any
) -> None:
    """In threads, which the models are not made for."""
    cluster = Cluster(tmp_path / "dask", threads=2)
    try:
        options = ("--engine", "dask", "--scheduler", cluster.address)
        done = rashomon("run", pile, "--db", tmp_path / "a.db", *options)
    finally:
        cluster.stop()
    assert done.returncode == 2
    assert "2 threads" in done.stderr
    assert "--nthreads 1" in done.stderr


def test_a_scheduler_that_does_not_answer_is_named(
    pile: Path, tmp_path: Path, rashomon: Any
) -> None:
    """With what to do."""
    address = f"tcp://127.0.0.1:{_free_port()}"
    options = ("--engine", "dask", "--scheduler", address)
    done = rashomon("run", pile, "--db", tmp_path / "a.db", *options)
    assert done.returncode == 2
    assert f"{address}: no Dask scheduler answers there" in done.stderr


def test_a_scheduler_needs_the_engine(
    pile: Path, tmp_path: Path, rashomon: Any
) -> None:
    """An option that would be ignored is refused."""
    done = rashomon("run", pile, "--db", tmp_path / "a.db", "--scheduler", "tcp://x:1")
    assert done.returncode == 2
    assert "--engine dask" in done.stderr
