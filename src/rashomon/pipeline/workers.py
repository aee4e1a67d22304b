"""Spreads reading over processes; a lost worker costs only its batch."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from rashomon.model.document import RawDocument
from rashomon.model.outcome import Failure
from rashomon.pipeline import stages
from rashomon.store.rows import DocumentReading

# A worker loads its models in about two seconds: fewer documents are read faster here.
MIN_DOCUMENTS = 12
BATCH = 4
TRIES = 2


def default_jobs() -> int:
    """Return how many processes read at once: one a core."""
    return os.cpu_count() or 1


def read_all(raws: Sequence[RawDocument], jobs: int) -> Iterator[list[DocumentReading]]:
    """Yield readings in batches as they are done, each batch in the order given."""
    if jobs <= 1 or len(raws) < MIN_DOCUMENTS:
        for raw in raws:
            yield stages.read_batch([raw])
        return
    batches = [list(raws[i : i + BATCH]) for i in range(0, len(raws), BATCH)]
    for _ in range(TRIES):
        batches = yield from _spread(batches, jobs)
        if not batches:
            return
    for batch in batches:
        yield [_lost(raw) for raw in batch]


def _spread(
    batches: Sequence[list[RawDocument]], jobs: int
) -> Generator[list[DocumentReading], None, list[list[RawDocument]]]:
    """Read the batches in a pool; return those that a dying worker took with it."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupt)
    left: list[list[RawDocument]] = []
    pending: dict[Future[list[DocumentReading]], list[RawDocument]] = {}
    try:
        queue = iter(batches)
        exhausted = False
        while pending or not exhausted:
            while not exhausted and len(pending) < 4 * jobs:
                batch = next(queue, None)
                if batch is None:
                    exhausted = True
                else:
                    pending[pool.submit(stages.read_batch, batch)] = batch
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                batch = pending.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(batch)
            if left:
                left += [*pending.values(), *queue]
                break
    finally:
        _stop(pool)
    return left


def _stop(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())  # noqa: SLF001 - no public way before 3.14
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which stops the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lost(raw: RawDocument) -> DocumentReading:
    failure = Failure(
        stage="extract",
        origin=raw.origin,
        message=f"{raw.origin}: the process that read it died twice (out of memory?); read it alone with --jobs 1",
        document_id=raw.id,
    )
    return DocumentReading(raw=raw, outcome=failure, failure=failure)
