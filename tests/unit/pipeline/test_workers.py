"""Reading in several processes: none is waited for in vain, and no document is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.pipeline import workers

# A reader that a process can import. "deadly" kills the process that reads it, "once"
# does so the first time only, "slow" takes its time.
READER = """
import os, pathlib, time
from rashomon.model.outcome import Skipped, SkipReason
from rashomon.store.rows import DocumentReading

def read(raws):
    return [_one(raw) for raw in raws]

def _one(raw):
    mark = pathlib.Path(__file__).with_name(f"{raw.id}.died")
    if raw.content == "deadly" or (raw.content == "once" and not mark.exists()):
        mark.touch()
        os._exit(1)
    if raw.content == "slow":
        pathlib.Path(__file__).with_name(f"{os.getpid()}.pid").touch()
        time.sleep(0.2)
    skipped = Skipped(
        document_id=raw.id, origin=raw.origin, reason=SkipReason.EMPTY,
        detail=str(os.getpid()),
    )
    return DocumentReading(raw=raw, outcome=skipped)
"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return the reader, from a module that a new process finds, too."""
    name = f"reader_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(READER)
    monkeypatch.syspath_prepend(str(tmp_path))
    return import_module(name).read


def _raws(*contents: str) -> list[RawDocument]:
    return [
        RawDocument(
            id=DocumentId(f"d{number:03}"),
            content=content,
            media=Media.TEXT,
            raw=content.encode(),
            raw_sha256=str(number),
            origin=f"{number}.txt",
        )
        for number, content in enumerate(contents)
    ]


def _read(raws: list[RawDocument], jobs: int, read: Callable[..., Any]) -> list[Any]:
    return [r for batch in workers.read_all(raws, jobs, read) for r in batch]


def test_few_documents_are_read_in_this_process(read: Callable[..., Any]) -> None:
    """Loading the models elsewhere would take longer than reading them here."""
    few = _raws(*["fine"] * (workers.MIN_DOCUMENTS - 1))
    done = _read(few, 2, read)
    assert {r.outcome.detail for r in done} == {str(os.getpid())}


def test_many_documents_are_read_each_once_by_others(read: Callable[..., Any]) -> None:
    """In whatever order they are done, none is missing and none comes twice."""
    raws = _raws(*["fine"] * 50)
    done = _read(raws, 2, read)
    assert sorted(r.raw.id for r in done) == [raw.id for raw in raws]
    assert str(os.getpid()) not in {r.outcome.detail for r in done}


def test_one_job_is_this_process(read: Callable[..., Any]) -> None:
    """However many documents there are."""
    done = _read(_raws(*["fine"] * 30), 1, read)
    assert {r.outcome.detail for r in done} == {str(os.getpid())}


def test_a_document_that_kills_its_reader_costs_only_itself(
    read: Callable[..., Any],
) -> None:
    """Those read beside it, and those after it, are read; it is named with a way on."""
    contents = ["fine"] * 80
    contents[5] = contents[41] = "deadly"
    done = _read(_raws(*contents), 2, read)
    assert len({r.raw.id for r in done}) == len(done) == 80
    lost = {r.raw.id: r.failure.message for r in done if r.failure}
    assert sorted(lost) == ["d005", "d041"]
    assert lost["d005"].startswith("5.txt: the process that read it died")
    assert "--jobs 1" in lost["d005"]


def test_a_reader_that_died_by_chance_costs_nothing(read: Callable[..., Any]) -> None:
    """What it was reading is read again."""
    contents = ["fine"] * 20
    contents[7] = "once"
    done = _read(_raws(*contents), 2, read)
    assert len(done) == 20
    assert [r.raw.id for r in done if r.failure] == []


def test_workers_end_when_nobody_wants_more(
    read: Callable[..., Any], tmp_path: Path
) -> None:
    """As when Ctrl-C stops a run in the middle."""
    reading = workers.read_all(_raws(*["slow"] * 40), 2, read)
    next(reading)
    reading.close()
    assert _alive(tmp_path) == []


SCRIPT = """
import sys
sys.path.insert(0, {folder!r})
from rashomon.model.document import Media, RawDocument
from rashomon.pipeline import workers
from {module} import read

raws = [
    RawDocument(id=f"d{{i}}", content={content!r}, media=Media.TEXT, raw=b"",
                raw_sha256="", origin="o")
    for i in range(40)
]
done = [r for batch in workers.read_all(raws, 2, read) for r in batch]
print("begun"), print(len(done), sum(r.failure is not None for r in done))
"""


def _script(read: Callable[..., Any], folder: Path, content: str) -> Path:
    path = folder / "unguarded.py"
    path.write_text(
        SCRIPT.format(folder=str(folder), module=read.__module__, content=content)
    )
    return path


def test_a_script_without_a_guard_reads_too(
    read: Callable[..., Any], tmp_path: Path
) -> None:
    """A new process does not begin the caller's script again."""
    done = subprocess.run(
        [sys.executable, str(_script(read, tmp_path, "fine"))],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("begun\n40 0\n", "")


def test_workers_end_with_a_parent_that_is_killed(
    read: Callable[..., Any], tmp_path: Path
) -> None:
    """kill -9 of the run leaves no process behind that holds its models in memory."""
    parent = subprocess.Popen([sys.executable, str(_script(read, tmp_path, "slow"))])
    try:
        assert _until(lambda: len(_alive(tmp_path)) == 2)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert _until(lambda: _alive(tmp_path) == []), "workers outlived their parent"


def _alive(folder: Path) -> list[int]:
    """Return the processes that read something slow and are still there."""
    pids = [int(path.stem) for path in folder.glob("*.pid")]
    return [pid for pid in pids if _exists(pid)]


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def _until(condition: Callable[[], bool], patience_s: float = 30.0) -> bool:
    end = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
