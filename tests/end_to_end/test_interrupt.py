"""A run can be stopped at any moment; the database is whole and the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

# Enough that a run is far from its end when its first batch is seen to be written.
DOCUMENTS = 72
PATIENCE_S = 90.0


def _written(db: Path) -> int:
    """Return how many documents a database holds, 0 while there is none."""
    if not db.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
            return int(
                connection.execute("SELECT count(*) FROM documents").fetchone()[0]
            )
    except sqlite3.OperationalError:  # its tables are being made
        return 0


def _stopped(process: subprocess.Popen[str], db: Path, how: signal.Signals) -> str:
    """Stop a run, and all its workers, once it has written something."""
    patience = time.monotonic() + PATIENCE_S
    while not _written(db):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < patience
        time.sleep(0.02)
    os.killpg(process.pid, how)
    _, err = process.communicate(timeout=PATIENCE_S)
    return err


def _exports(rashomon: Callable[..., Any], db: Path) -> list[str]:
    formats = ("jsonl", "documents")
    done = [rashomon("export", "--format", f, "--db", db) for f in formats]
    assert [d.returncode for d in done] == [0, 0]
    return [d.stdout for d in done]


@pytest.fixture(scope="module")
def pile(
    tmp_path_factory: pytest.TempPathFactory,
    write_reports: Callable[[Path, Sequence[int]], Path],
) -> Path:
    """Return a folder of invented reports."""
    return write_reports(tmp_path_factory.mktemp("stop") / "pile", range(DOCUMENTS))


@pytest.fixture(scope="module")
def undisturbed(pile: Path, rashomon: Callable[..., Any]) -> list[str]:
    """Return what a run that nobody stopped exports."""
    db = pile.parent / "undisturbed.db"
    assert rashomon("run", pile, "--db", db, "--jobs", 1).returncode == 0
    return _exports(rashomon, db)


@pytest.mark.parametrize(
    ("how", "status", "jobs"),
    [(signal.SIGINT, 130, 2), (signal.SIGKILL, -9, 1)],
    ids=["ctrl-c", "kill -9"],
)
def test_a_stopped_run_is_gone_on_with(
    *,
    how: signal.Signals,
    status: int,
    jobs: int,
    pile: Path,
    undisturbed: list[str],
    rashomon: Callable[..., Any],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    """What was written is kept and not read again; the end is as if nobody had stopped it."""
    db = tmp_path / "stopped.db"
    process = start("run", pile, "--db", db, "--jobs", jobs)
    err = _stopped(process, db, how)
    assert process.returncode == status, err
    assert "Traceback" not in err
    if how is signal.SIGINT:
        assert "what was written is kept" in " ".join(err.split())

    kept = _written(db)
    assert 0 < kept < DOCUMENTS
    looked = rashomon("documents", "--db", db, "--json")
    assert (looked.returncode, len(json.loads(looked.stdout))) == (0, kept)

    done = rashomon("run", pile, "--db", db, "--jobs", 1, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert told["documents_unchanged"] == kept
    assert told["documents_read"] == DOCUMENTS - kept
    assert _exports(rashomon, db) == undisturbed
