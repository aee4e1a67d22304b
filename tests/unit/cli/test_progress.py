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
