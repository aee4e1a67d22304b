"""Spreads reading over processes; a document that kills its process costs only itself."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from types import ModuleType

from rashomon.model.document import RawDocument
from rashomon.model.outcome import Failure
from rashomon.pipeline import patience, stages
from rashomon.pipeline.engines import Engine, Local, Pool
from rashomon.store.rows import DocumentReading

# A worker loads its models in about two seconds: fewer documents are read faster here.
MIN_DOCUMENTS = 12
BATCH = 4
# Batches handed out ahead, for each process: enough to keep it busy while we write.
AHEAD = 4

HERE = Local()

Batch = list[RawDocument]
ReadBatch = Callable[[Sequence[RawDocument]], list[DocumentReading]]


def default_jobs() -> int:
    """Return how many processes read at once: one a core."""
    return os.cpu_count() or 1


def read_all(
    raws: Sequence[RawDocument],
    jobs: int,
    read: ReadBatch = stages.read_batch,
    engine: Engine = HERE,
) -> Iterator[list[DocumentReading]]:
    """Yield readings in batches as they are done, each batch in the order given.

    ``read`` is a pure function of a batch that a process can import. When a process
    dies, what it may have died of is read again, each document in a process of its own.
    """
    here = isinstance(engine, Local) and jobs <= 1
    if here or len(raws) < MIN_DOCUMENTS:
        for raw in raws:
            yield read([raw])
        return
    queue = deque(list(raws[i : i + BATCH]) for i in range(0, len(raws), BATCH))
    while queue:
        suspects = yield from _spread(queue, jobs, read, engine)
        apart = [raw for batch in suspects for raw in batch]
        yield from _read_apart(apart, read, engine)


def _spread(
    queue: deque[Batch], jobs: int, read: ReadBatch, engine: Engine
) -> Generator[list[DocumentReading], None, list[Batch]]:
    """Read from the queue until it is empty or a process dies.

    Return the batches that were being read when one died.
    """
    pending: dict[Future[list[DocumentReading]], Batch] = {}
    broken: list[Batch] = []
    with engine.open(jobs) as pool:
        while (queue or pending) and not broken:
            ahead = AHEAD * pool.width()
            while queue and len(pending) < ahead:
                batch = queue.popleft()
                try:
                    pending[_submit(pool, read, batch)] = batch
                except engine.lost:  # it died while we wrote
                    broken.append(batch)
                    break
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                batch = pending.pop(future)
                try:
                    yield future.result()
                except engine.lost:
                    broken.append(batch)
    return [*broken, *pending.values()]


def _read_apart(
    raws: Sequence[RawDocument], read: ReadBatch, engine: Engine
) -> Iterator[list[DocumentReading]]:
    """Read documents one by one in a process beside this one, a new one for each that died."""
    queue = deque(raws)
    while queue:
        with engine.open(1) as pool:
            alive = True
            while queue and alive:
                raw = queue.popleft()
                try:
                    yield _submit(pool, read, [raw]).result()
                except engine.lost:
                    alive = False
                    yield [_lost(raw)]


def _submit(pool: Pool, read: ReadBatch, batch: Batch) -> Future[list[DocumentReading]]:
    """Hand a batch to the pool, which may start a process for it.

    A new process would first run the caller's main script again; one without a guard
    (``if __name__ == "__main__"``) would start a run of its own and die of it. Nothing
    in that script is needed there, so the process does not get to know of it.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        if pool.in_thread:
            return pool.executor.submit(patience.in_worker, read, batch)
        return pool.executor.submit(read, batch)
    finally:
        sys.modules["__main__"] = main


def _lost(raw: RawDocument) -> DocumentReading:
    failure = Failure(
        stage="extract",
        origin=raw.origin,
        message=f"{raw.origin}: the process that read it died twice (out of memory, or of time?); read it alone with --jobs 1",
        document_id=raw.id,
    )
    return DocumentReading(raw=raw, outcome=failure, failure=failure)
