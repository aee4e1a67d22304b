"""Commands stopped at some moment lose nothing; ``benchmarks/kills`` does so a hundred times."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

trials = pytest.importorskip(
    "benchmarks.kills.trials", reason="the benchmarks are not beside the tests"
)

# Few reports: what takes the time is loading the models anew for each command.
REPORTS = 14


def test_a_killed_decision_is_in_the_log_once_or_not_at_all(tmp_path: Path) -> None:
    """Said again where it is not; the record is that of one who was never stopped."""
    result = trials.kill_review(3, Random("once"), tmp_path, REPORTS)
    assert result.sound, result.row()
    assert result.blows == 3


def test_a_killed_watch_loses_no_page_and_no_news(tmp_path: Path) -> None:
    """What was listed is read, told and in the archive, whenever the watch was killed."""
    result = trials.kill_watch(2, Random("once"), tmp_path)
    assert result.sound, result.row()
    assert result.blows == 2
