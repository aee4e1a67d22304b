"""Runs the stages incrementally: reads what is new, then concludes from all evidence.

Every batch of readings is one transaction, so a stop at any moment, kill -9 included,
leaves a database that is whole; the next run goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from rashomon.ingest.fetch import FetchOptions
from rashomon.ingest.read import read_inputs
from rashomon.model.document import RawDocument
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Failure, Skipped
from rashomon.pipeline import workers
from rashomon.pipeline.conclude import conclude, is_due
from rashomon.pipeline.engines import Engine, Local
from rashomon.pipeline.ledger import Progress, RunReport, Silent, peak_memory_mb
from rashomon.pipeline.stages import READERS
from rashomon.store.rows import DocumentReading, DocumentStatus, skip_reason
from rashomon.store.rows import Known as KnownDocument
from rashomon.store.sqlite import Store

# So much is held at once, in documents and in characters; more is read window by
# window. A page is 100,000 characters and is held twice, as text and as bytes.
WINDOW = 5000
WINDOW_CHARS = 50_000_000
WRITE_BATCH = 24
# The store is asked for so many at once, or for as many as have so many characters.
ASKED_AT_ONCE, ASKED_CHARS = 500, 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """``jobs``: processes that read, default one a core; ``stdin``: what "-" reads.

    ``engine`` says where they run. ``window``: so many documents are held, read and written before the next are taken.
    """

    jobs: int | None = None
    engine: Engine = field(default_factory=Local)
    window: int = WINDOW
    stdin: BinaryIO | None = None
    fetch: FetchOptions = field(default_factory=FetchOptions)


Known = Mapping[DocumentId, KnownDocument]


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
    options = options or RunOptions()
    found = read_inputs(inputs, stdin=options.stdin, fetch_options=options.fetch)
    return run_found(found, inputs, store, options, progress)


def run_found(
    found: Iterable[RawDocument | Failure],
    names: Sequence[str],
    store: Store,
    options: RunOptions | None = None,
    progress: Progress | None = None,
) -> RunReport:
    """Read what was found and conclude, as ``run`` does; ``names`` say where it is from."""
    options, progress = options or RunOptions(), progress or Silent()
    started, clock = datetime.now(UTC), time.monotonic()
    tally, interrupted = _Tally(), False
    try:
        _read(found, store, options, progress, tally)
        if is_due(store):
            conclude(store, progress)
    except KeyboardInterrupt:
        interrupted = True
    report = _report(store, tally, time.monotonic() - clock, interrupted)
    store.add_run(
        {
            "started_at": started.isoformat(),
            "finished_at": datetime.now(UTC).isoformat(),
            "readers": READERS,
            "inputs": list(names),
            "report": {k: v for k, v in report.to_json().items() if k != "failures"},
        },
        report.failures,
    )
    return report


def _read(
    found: Iterable[RawDocument | Failure],
    store: Store,
    options: RunOptions,
    progress: Progress,
    tally: _Tally,
) -> None:
    jobs = options.jobs or workers.default_jobs()
    for window, known in _windows(_new(found, store, tally), options.window):
        progress.step("reading reports", len(window))
        waiting: list[DocumentReading] = []
        try:
            for readings in workers.read_all(window, jobs, engine=options.engine):
                _count(readings, tally)
                waiting += [r for r in readings if not _failed_before(r, known)]
                progress.advance(len(readings))
                if len(waiting) >= WRITE_BATCH:
                    # Taken out first: an interrupt after the commit must not write twice.
                    batch, waiting = waiting, []
                    store.add_readings(batch, READERS)
        finally:
            if waiting:
                store.add_readings(waiting, READERS)


def _new(
    found: Iterable[RawDocument | Failure], store: Store, tally: _Tally
) -> Iterator[tuple[RawDocument, KnownDocument | None]]:
    """Yield what has to be read, and what is held of it.

    That is what is unknown, changed, or failed the last time.
    """
    for items in _asked(found, tally):
        known = store.known([item.id for item in items])
        for item in items:
            held = known.get(item.id)
            if (
                held is None
                or held.status is DocumentStatus.FAILED
                or not _is(held, item)
            ):
                yield item, held
            elif held.status is DocumentStatus.SKIPPED:
                tally.skipped += 1
                tally.failures.append(_left_out(item, held.reason or ""))
            else:
                tally.unchanged += 1


def _asked(
    found: Iterable[RawDocument | Failure], tally: _Tally
) -> Iterator[list[RawDocument]]:
    """Yield the documents, some at once, to ask the store for."""
    items: list[RawDocument] = []
    chars = 0
    for item in found:
        if isinstance(item, Failure):
            tally.failures.append(item)
            continue
        items.append(item)
        chars += len(item.content)
        if len(items) >= ASKED_AT_ONCE or chars >= ASKED_CHARS:
            yield items
            items, chars = [], 0
    if items:
        yield items


def _is(held: KnownDocument, item: RawDocument) -> bool:
    """Say whether this very content was read by these very readers."""
    return held.raw_sha256 == item.raw_sha256 and held.readers == READERS


def _failed_before(reading: DocumentReading, known: Known) -> bool:
    """Say whether it failed the last time, too: that is known and not written again."""
    held = known.get(reading.raw.id)
    return (
        held is not None
        and held.status is DocumentStatus.FAILED
        and reading.failure is not None
        and _is(held, reading.raw)
    )


def _windows(
    new: Iterator[tuple[RawDocument, KnownDocument | None]], size: int
) -> Iterator[tuple[list[RawDocument], Known]]:
    """Yield what is read before more is taken, with what is held of it already."""
    window: list[RawDocument] = []
    known: dict[DocumentId, KnownDocument] = {}
    chars = 0
    for raw, held in new:
        window.append(raw)
        if held is not None:
            known[raw.id] = held
        chars += len(raw.content)
        if len(window) >= size or chars >= WINDOW_CHARS:
            yield window, known
            window, known, chars = [], {}, 0
    if window:
        yield window, known


def _count(readings: Sequence[DocumentReading], tally: _Tally) -> None:
    for reading in readings:
        if reading.failure is not None:
            tally.failed += 1
            tally.failures.append(reading.failure)
        elif isinstance(reading.outcome, Skipped):
            tally.skipped += 1
            reason = skip_reason(reading.outcome)
            tally.failures.append(_left_out(reading.raw, reason))
        else:
            tally.read += 1


def _left_out(raw: RawDocument, reason: str) -> Failure:
    """A page without an article, or a text without prose, is a bad input: it is named."""
    return Failure(
        stage="clean",
        origin=raw.origin,
        message=f"{raw.origin}: {reason}; nothing to read in it",
        document_id=raw.id,
    )


def _report(
    store: Store, tally: _Tally, seconds: float, interrupted: bool
) -> RunReport:
    standing = store.standing()
    done = tally.read + tally.skipped + tally.failed
    return RunReport(
        documents_read=tally.read,
        documents_unchanged=tally.unchanged,
        documents_skipped=tally.skipped,
        documents_failed=tally.failed,
        documents=standing.documents,
        accounts=standing.accounts,
        claims=standing.claims,
        incidents=standing.incidents,
        seconds=round(seconds, 3),
        documents_per_second=round(done / seconds, 2) if done and seconds else 0.0,
        peak_memory_mb=round(peak_memory_mb(), 1),
        interrupted=interrupted,
        failures=tuple(tally.failures),
    )
