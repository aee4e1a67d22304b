"""A writer that is killed leaves a whole database with whole batches in it."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.store.sqlite import open_store

BATCH = 10
WRITER = f"""
import sys
from pathlib import Path
from rashomon.model.document import Document, Media, RawDocument
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import open_store

def reading(n):
    text = f"{{n}} A drone hit a bakery in Verin. " * 200
    told = dict(id=f"doc_{{n:06}}", raw_sha256=f"{{n:064}}", origin="a.txt")
    raw = RawDocument(content=text, media=Media.TEXT, raw=text.encode(), **told)
    return DocumentReading(raw=raw, outcome=Document(text=text, **told))

with open_store(Path(sys.argv[1])) as store:
    for batch in range(100_000):
        first = batch * {BATCH}
        store.add_readings([reading(n) for n in range(first, first + {BATCH})], "1")
        print(batch, flush=True)
"""


@pytest.mark.parametrize("batches", [1, 4, 9])
def test_a_killed_writer_leaves_whole_batches(tmp_path: Path, batches: int) -> None:
    """What it said was written is there, nothing is half there, and it opens again."""
    path = tmp_path / "killed.db"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(batches)]
        writer.kill()
    assert writer.returncode == -signal.SIGKILL
    assert told[-1] == f"{batches - 1}\n".encode()
    with open_store(path) as store:
        held = [entry.document.id for entry in store.documents()]
    assert len(held) >= batches * BATCH
    assert len(held) % BATCH == 0
    assert held == [f"doc_{n:06}" for n in range(len(held))]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM raw").fetchone() == (len(held),)
    connection.close()
