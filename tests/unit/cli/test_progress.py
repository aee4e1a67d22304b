"""Progress is shown where somebody looks, and told now and then elsewhere."""

from __future__ import annotations

import pytest

from rashomon.cli import progress


def test_a_line_every_hundred_where_nobody_watches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """250 items give two lines on standard error and none on standard output."""
    with progress.counting("documents") as counter:
        counter.step("reading")
        for _ in range(250):
            counter.advance()
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines() == [
        "reading: 100 documents",
        "reading: 200 documents",
    ]


def test_a_long_step_does_not_fill_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    """25,000 pairs are told of ten times, with how many there are."""
    with progress.counting("done") as counter:
        counter.step("comparing", 25_000)
        for _ in range(25_000):
            counter.advance()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 10
    assert lines[0] == "comparing: 2500 of 25000 done"


def test_slow_work_is_told_of_by_the_clock(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After half a minute there is a line, however few items are done."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    with progress.counting("documents") as counter:
        counter.step("reading")
        counter.advance()
        now[0] = 31.0
        counter.advance()
    assert capsys.readouterr().err == "reading: 2 documents\n"
