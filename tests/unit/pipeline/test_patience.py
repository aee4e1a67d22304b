"""One document is given so much of the processor, and no more."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time

import pytest

from rashomon.errors import TimeLimitError
from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.pipeline import patience, stages
from rashomon.pipeline.patience import limited


def _forever() -> None:
    while True:
        pass


def _deaf() -> None:
    """Let no error through, for a while."""
    until = time.process_time() + 0.3
    while time.process_time() < until:
        try:
            _forever()
        except Exception:  # noqa: BLE001 - as libraries do
            continue
    _forever()


def _of_a_pattern() -> None:
    re.search(r"(a+)+$", "a" * 40 + "b")


@pytest.mark.parametrize("work", [_forever, _deaf, _of_a_pattern])
def test_what_takes_too_long_is_given_up(
    work: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loop, a pattern of too many ways, and what swallows errors."""
    monkeypatch.setattr(patience, "AGAIN_S", 0.1)
    with pytest.raises(TimeLimitError, match=r"more than 0\.1 s"), limited(0.1):
        work()  # type: ignore[operator]


def test_what_is_done_in_time_is_left_alone() -> None:
    """No signal comes later, and whoever heard it before hears it again."""
    before = signal.getsignal(signal.SIGVTALRM)
    with limited(0.05):
        pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_another_thread_is_not_limited() -> None:
    """Signals are heard in the main thread only."""
    done = []

    def work() -> None:
        with limited(0.01):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]


_STALLED = """
import re, threading
from rashomon.pipeline import patience

def stall(text):
    with patience.limited(0.2):
        return re.search(r"(a+)+$", text)

thread = threading.Thread(target=patience.in_worker, args=(stall, "a" * 40 + "b"))
thread.start()
thread.join()
"""


def test_a_workers_thread_ends_its_process() -> None:
    """There no error reaches a pattern of too many ways; the system ends the process."""
    done = subprocess.run([sys.executable, "-c", _STALLED], timeout=60, check=False)
    assert done.returncode == -signal.SIGVTALRM


def test_what_a_worker_does_in_time_is_given_back() -> None:
    """And no signal comes later."""
    got: list[str] = []

    def work(text: str) -> str:
        with limited(0.05):
            return text.upper()

    thread = threading.Thread(target=lambda: got.append(patience.in_worker(work, "a")))
    thread.start()
    thread.join()
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    assert got == ["A"]


def test_a_document_that_stalls_its_reader_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is named with the reason; the next one is read."""
    monkeypatch.setattr(patience, "LIMIT_S", 0.1)
    monkeypatch.setattr(stages, "clean", lambda _: _forever())
    raw = RawDocument(
        id=DocumentId("a"),
        content="words",
        media=Media.TEXT,
        raw=b"words",
        raw_sha256="0" * 64,
        origin="pile/a.txt",
    )
    found = stages.read_one(raw)
    assert found.failure is not None
    assert "pile/a.txt" in found.failure.message
    assert "of the processor" in found.failure.message
