"""The same work on a Dask cluster: a scheduler and two workers of their own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the optional extra 'dask' is not installed")

REPORTS = 16


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


class Cluster:
    """A scheduler and its workers, each a process as on a machine of its own."""

    def __init__(self, folder: Path) -> None:
        """Start them; ``address`` is the scheduler's."""
        port = _free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self._folder = folder
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
        )
        self.workers = [self.add_worker() for _ in range(2)]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        options = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
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


def test_the_same_bytes_come_out(
    cluster: Cluster, pile: Path, tmp_path: Path, rashomon: Any
) -> None:
    """Whoever read them."""
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    done = rashomon("run", pile, "--db", here, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    options = ("--engine", "dask", "--scheduler", cluster.address)
    done = rashomon("run", pile, "--db", there, *options)
    assert done.returncode == 0, done.stderr
    assert _exported(rashomon, there) == _exported(rashomon, here)


def test_a_lost_worker_costs_only_its_part(
    cluster: Cluster, pile: Path, tmp_path: Path, rashomon: Any, start: Any
) -> None:
    """What it was reading is read by the other one."""
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    rashomon("run", pile, "--db", here, "--jobs", "1")
    options = ("--engine", "dask", "--scheduler", cluster.address)
    run = start("run", pile, "--db", there, *options)
    time.sleep(4)
    os.killpg(cluster.workers[0].pid, signal.SIGKILL)
    _, told = run.communicate(timeout=300)
    assert run.returncode == 0, told
    assert _exported(rashomon, there) == _exported(rashomon, here)


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
