"""Damaged inputs of every format break nothing; ``benchmarks/fuzz`` tries 10,000 of each."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

harness = pytest.importorskip(
    "benchmarks.fuzz.harness", reason="the benchmarks are not beside the tests"
)
trials = pytest.importorskip(
    "benchmarks.fuzz.trials", reason="the benchmarks are not beside the tests"
)
FORMATS = trials.formats()
INPUTS = 40
# Of what is dear, such as a whole record with its exports, fewer are tried.
ENOUGH_S = 0.5
LONGEST_S = 10.0


@pytest.mark.parametrize("name", FORMATS)
def test_damaged_inputs_are_read_or_refused(name: str, tmp_path: Path) -> None:
    """None crashes or takes more than ten seconds of processor; the sound are read."""
    made = FORMATS[name]
    assert harness.attempt(made, made.samples[0], tmp_path) == (True, None)
    begun = time.process_time()
    for number in range(INPUTS):
        if time.process_time() - begun > ENOUGH_S:
            break
        data = harness.input_of(name, made, 2024, number)
        before = time.process_time()
        _, crash = harness.attempt(made, data, tmp_path)
        assert crash is None, harness.seed_of(name, 2024, number)
        assert time.process_time() - before < LONGEST_S


def _broken(data: bytes, _: Path) -> bool:
    """Raise, end the process, never end, or accept: as the bytes say."""
    if data == b"raise":
        raise ValueError("broken")
    if data == b"die":
        os._exit(7)
    while data == b"hang":
        pass
    return True


def test_what_raises_dies_or_hangs_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once, from outside; what comes after it is tried all the same."""
    inputs = [b"fine", b"raise", b"die", b"hang", b"fine"]
    monkeypatch.setattr(harness, "HANG_S", 0.2)
    monkeypatch.setattr(harness, "input_of", lambda *made: inputs[made[-1]])
    known = {"broken": trials.Format((b"fine",), _broken)}
    tally = harness.try_all("broken", len(inputs), 1, known)
    assert (tally.tried, tally.accepted) == (5, 2)
    assert [(f.seed, f.kind) for f in tally.faults] == [
        ("broken/1/1", "crash"),
        ("broken/1/2", "crash"),
        ("broken/1/3", "hang"),
    ]
