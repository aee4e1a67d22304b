"""Runs the stages incrementally: reads what is new, then concludes from all evidence.

Every batch of readings is one transaction, so a stop at any moment, kill -9 included,
leaves a database that is whole; the next run goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

from rashomon.ingest.fetch import FetchOptions
from rashomon.ingest.read import read_inputs
from rashomon.model.document import Document, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Failure, Skipped
from rashomon.pipeline import workers
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Progress, RunReport, Silent, peak_memory_mb
from rashomon.pipeline.stages import READERS
from rashomon.store.rows import DocumentReading, DocumentStatus, Known
from rashomon.store.sqlite import Store

# So many raw documents are held at once; more are read window by window.
WINDOW = 5000
WRITE_BATCH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """``jobs``: processes that read, default one a core; ``stdin``: what "-" reads."""

    jobs: int | None = None
    stdin: BinaryIO | None = None
    fetch: FetchOptions = field(default_factory=FetchOptions)


@dataclass(slots=True)
class _Tally:
    """What a run has counted so far."""

    read: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)


def run(
    inputs: Sequence[str],
    store: Store,
    options: RunOptions | None = None,
    progress: Progress | None = None,
) -> RunReport:
    """Read the inputs into the store and conclude; return what was done.

    An interrupt (Ctrl-C) keeps what was written and is told in the report.
    """
    options, progress = options or RunOptions(), progress or Silent()
    started, clock = datetime.now(UTC), time.monotonic()
    tally, interrupted = _Tally(), False
    try:
        _read(inputs, store, options, progress, tally)
        held, drawn = store.evidence()
        if held != drawn:
            conclude(store, progress)
    except KeyboardInterrupt:
        interrupted = True
    report = _report(store, tally, time.monotonic() - clock, interrupted)
    store.add_run(
        {
            "started_at": started.isoformat(),
            "finished_at": datetime.now(UTC).isoformat(),
            "readers": READERS,
            "inputs": list(inputs),
            "report": {k: v for k, v in report.to_json().items() if k != "failures"},
        },
        report.failures,
    )
    return report


def _read(
    inputs: Sequence[str],
    store: Store,
    options: RunOptions,
    progress: Progress,
    tally: _Tally,
) -> None:
    known = store.known()
    jobs = options.jobs or workers.default_jobs()
    found = read_inputs(inputs, stdin=options.stdin, fetch_options=options.fetch)
    new = _new(found, known, tally)
    while window := list(islice(new, WINDOW)):
        progress.step("reading reports", len(window))
        waiting: list[DocumentReading] = []
        try:
            for readings in workers.read_all(window, jobs):
                waiting += readings
                progress.advance(len(readings))
                if len(waiting) >= WRITE_BATCH:
                    _write(store, waiting, tally)
                    waiting = []
        finally:
            _write(store, waiting, tally)


def _new(
    found: Iterator[RawDocument | Failure],
    known: Mapping[DocumentId, Known],
    tally: _Tally,
) -> Iterator[RawDocument]:
    for item in found:
        if isinstance(item, Failure):
            tally.failures.append(item)
            continue
        held = known.get(item.id)
        unchanged = (
            held is not None
            and held.raw_sha256 == item.raw_sha256
            and held.readers == READERS
            and held.status is not DocumentStatus.FAILED
        )
        if unchanged:
            tally.unchanged += 1
        else:
            yield item


def _write(store: Store, readings: Sequence[DocumentReading], tally: _Tally) -> None:
    if not readings:
        return
    store.add_readings(readings, READERS)
    for reading in readings:
        if reading.failure is not None:
            tally.failed += 1
            tally.failures.append(reading.failure)
        elif isinstance(reading.outcome, Skipped):
            tally.skipped += 1
            tally.failures += _told(reading.outcome)
        elif isinstance(reading.outcome, Document):
            tally.read += 1


def _told(skipped: Skipped) -> list[Failure]:
    """A page without an article, or a text without prose, is a bad input: it is named."""
    detail = f" ({skipped.detail})" if skipped.detail else ""
    return [
        Failure(
            stage="clean",
            origin=skipped.origin,
            message=f"{skipped.origin}: {skipped.reason.value}{detail}; nothing to read in it",
            document_id=skipped.document_id,
        )
    ]


def _report(
    store: Store, tally: _Tally, seconds: float, interrupted: bool
) -> RunReport:
    accounts = store.accounts()
    done = tally.read + tally.skipped + tally.failed
    return RunReport(
        documents_read=tally.read,
        documents_unchanged=tally.unchanged,
        documents_skipped=tally.skipped,
        documents_failed=tally.failed,
        documents=len(store.known()),
        accounts=len(accounts),
        claims=sum(len(account.claims) for account in accounts),
        incidents=len(store.records()),
        seconds=round(seconds, 3),
        documents_per_second=round(done / seconds, 2) if done and seconds else 0.0,
        peak_memory_mb=round(peak_memory_mb(), 1),
        interrupted=interrupted,
        failures=tuple(tally.failures),
    )
