"""The page of runs: what was read, what was left out and why, what failed."""

from __future__ import annotations

from dataclasses import asdict

from rashomon.store import catalogue, history
from rashomon.store.catalogue import Wanted
from rashomon.store.reader import Reader
from rashomon.web.page import Asked, Page

LATEST_RUNS = 50
MOST_LEFT_OUT = 1_000


def found(store: Reader, _asked: Asked) -> Page:
    """Return the latest runs and every document that nothing was read of."""
    with store.snapshot() as snapshot:
        ran = history.runs(snapshot, LATEST_RUNS)
        left_out = history.left_out(snapshot, MOST_LEFT_OUT)
        outcomes = history.outcomes(snapshot)
        many = catalogue.count(snapshot, Wanted())
    counts = {status.value: number for status, number in outcomes.items()}
    shown = {
        "incidents": many,
        "runs": ran,
        "left_out": left_out,
        "counts": counts,
        "most": MOST_LEFT_OUT,
    }
    data = {
        "documents": counts,
        "incidents": many,
        "runs": [asdict(run) for run in ran],
        "left_out": [asdict(document) for document in left_out],
    }
    return Page(template="runs.html", title="Runs", shown=shown, json=lambda: data)
