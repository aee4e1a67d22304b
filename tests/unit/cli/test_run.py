"""A run is summed up for people and for scripts, and its status means something."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rashomon.cli import run as run_command
from rashomon.model.outcome import Failure
from rashomon.pipeline import run as pipeline
from rashomon.pipeline.ledger import RunReport

GOOD = RunReport(
    documents_read=4,
    documents_unchanged=2,
    documents_skipped=0,
    documents_failed=0,
    documents=6,
    accounts=7,
    claims=30,
    incidents=3,
    seconds=2.0,
    documents_per_second=2.0,
    peak_memory_mb=266.4,
    interrupted=False,
    failures=(),
)
BROKEN = Failure(stage="ingest", origin="b.pdf", message="b.pdf: not text; convert it")
ODD = Failure(stage="ingest", origin="x\x1b[2J.txt", message="is empty")


@pytest.fixture
def reporting(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that makes every run end with a given report."""

    def end_with(report: RunReport) -> None:
        monkeypatch.setattr(pipeline, "run", lambda *_: report)
        monkeypatch.setattr(run_command, "have_gazetteer", lambda: None)

    return end_with


def test_a_good_run_is_summed_up(rashomon: Any, reporting: Any, tmp_path: Path) -> None:
    """What was read, at what cost, and what to do next."""
    reporting(GOOD)
    db = tmp_path / "a.db"
    status, out, err = rashomon("run", "reports", "--db", db)
    assert (status, err) == (0, "")
    assert [" ".join(line.split()) for line in out.splitlines()] == [
        "4 documents read",
        "2 unchanged since an earlier run",
        "3 incidents in 6 documents",
        "2.0 documents a second",
        "2.0 s in all",
        "266 MiB peak memory of one process",
        f"Next: rashomon list --db {db}",
    ]


def test_a_bad_input_is_named_once_and_the_status_is_1(
    rashomon: Any, reporting: Any, tmp_path: Path
) -> None:
    """Its name is not doubled, and cannot play tricks on the terminal."""
    reporting(replace(GOOD, failures=(BROKEN, ODD)))
    status, out, err = rashomon("run", "reports", "--db", tmp_path / "a.db")
    assert status == 1
    assert err.splitlines() == [
        "rashomon: b.pdf: not text; convert it",
        "rashomon: x\ufffd[2J.txt: is empty",
    ]
    assert "2 inputs that could not be opened" in " ".join(out.split())


def test_an_interrupted_run_says_how_to_go_on(
    rashomon: Any, reporting: Any, tmp_path: Path
) -> None:
    """130, whatever failed besides."""
    reporting(replace(GOOD, interrupted=True, failures=(BROKEN,)))
    status, _, err = rashomon("run", "reports", "--db", tmp_path / "a.db")
    assert status == 130
    assert "what was written is kept" in err


def test_the_report_for_scripts_is_all_of_it(
    rashomon: Any, reporting: Any, tmp_path: Path
) -> None:
    """Every figure, and every failure with its origin."""
    reporting(replace(GOOD, failures=(BROKEN,)))
    status, out, _ = rashomon("run", "reports", "--db", tmp_path / "a.db", "--json")
    told = json.loads(out)
    assert (status, told["documents_read"], told["incidents"]) == (1, 4, 3)
    assert told["failures"][0]["origin"] == "b.pdf"


def test_nothing_found_is_said(rashomon: Any, reporting: Any, tmp_path: Path) -> None:
    """Documents without an incident are no failure, and there is a way on."""
    reporting(replace(GOOD, incidents=0))
    status, out, _ = rashomon("run", "reports", "--db", tmp_path / "a.db")
    assert status == 0
    assert "No incident was found" in " ".join(out.split())


@pytest.mark.parametrize("db", ["folder", "nowhere/a.db"])
def test_a_database_that_cannot_be_made_is_explained(
    rashomon: Any, tmp_path: Path, db: str
) -> None:
    """Status 2 and what to do, before anything is read."""
    (tmp_path / "folder").mkdir()
    status, out, err = rashomon("run", "reports", "--db", tmp_path / db)
    assert (status, out) == (2, "")
    assert "--db" in err
