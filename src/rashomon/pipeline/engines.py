"""Where batches are read: in processes of this machine, or on a Dask cluster.

Reading is a pure function of a batch, so the very same function runs on either; only
this process writes to the store.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from rashomon.errors import EngineError
from rashomon.pipeline import stages
from rashomon.pipeline.lifetime import begin_worker

# A worker can be lost to anything; one that dies twice of the same batch died of it.
TRIES = 1
CONNECT_TIMEOUT_S = 10
# A scheduler without workers is given so long to get one.
WORKER_TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class Pool:
    """What batches are submitted to. ``width`` is how many are read at once, by now."""

    executor: Executor
    width: Callable[[], int]
    # Whether what is submitted runs in a thread beside a worker's main one.
    in_thread: bool = False


class Engine(Protocol):
    """Opens something that batches can be submitted to."""

    def open(self, jobs: int) -> AbstractContextManager[Pool]:
        """Return a pool of ``jobs`` workers, or of as many as a cluster has.

        Leaving it ends them or lets them go.
        """

    @property
    def lost(self) -> tuple[type[Exception], ...]:
        """What a batch raises whose worker died while it read it."""


@dataclass(frozen=True, slots=True)
class Local:
    """Processes of this machine, one a job."""

    @property
    def lost(self) -> tuple[type[Exception], ...]:
        """The pool is broken when one of its processes dies."""
        return (BrokenProcessPool,)

    @contextmanager
    def open(self, jobs: int) -> Iterator[Pool]:
        """Start new processes; end them, busy or not, when nobody wants more."""
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=begin_worker)
        try:
            yield Pool(pool, lambda: jobs)
        finally:
            processes = list((pool._processes or {}).values())  # noqa: SLF001 - no public way before 3.14
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()
            for process in processes:
                process.join()


@dataclass(frozen=True, slots=True)
class Dask:
    """A Dask cluster: that of a scheduler's address, or one of this machine's own."""

    scheduler: str | None = None

    @property
    def lost(self) -> tuple[type[Exception], ...]:
        """The scheduler gives a batch up that killed its workers."""
        distributed = _distributed()
        return (distributed.scheduler.KilledWorker,)

    @contextmanager
    def open(self, jobs: int) -> Iterator[Pool]:
        """Connect to the scheduler, or start a cluster that ends with the work.

        Raises EngineError where Dask is not installed, the scheduler does not answer or
        is lost, or its workers would not read as this process does.
        """
        distributed = _distributed()
        import dask

        settings = {"distributed.scheduler.allowed-failures": TRIES}
        with dask.config.set(settings), self._client(distributed, jobs) as client:
            self._check(client)
            executor = client.get_executor(pure=False)
            try:
                yield Pool(
                    executor, lambda: max(1, len(client.nthreads())), in_thread=True
                )
            except (CancelledError, distributed.comm.CommClosedError) as error:
                raise EngineError(
                    f"{self.scheduler or 'the cluster'}: the scheduler was lost; what was"
                    " read is kept; start it again, and the same command goes on"
                ) from error

    def _check(self, client: Any) -> None:
        """Refuse workers that would read otherwise: other versions, or in threads."""
        name = self.scheduler or "the cluster"
        try:
            client.wait_for_workers(1, timeout=WORKER_TIMEOUT_S)
        except TimeoutError as error:
            raise EngineError(
                f"{name}: the scheduler has no workers; start some with"
                f" `dask worker {name} --nthreads 1`"
            ) from error
        for worker, threads in client.nthreads().items():
            if threads > 1:
                raise EngineError(
                    f"{name}: worker {worker} reads in {threads} threads, but the models"
                    " are for one; start it with --nthreads 1 and --nworkers instead"
                )
        for worker, theirs in client.run(stages.readers, on_error="return").items():
            if theirs != stages.READERS:
                raise EngineError(
                    f"{name}: worker {worker} has not the same Rashomon ({theirs});"
                    " install this very version there"
                )

    @contextmanager
    def _client(self, distributed: Any, jobs: int) -> Iterator[Any]:
        if self.scheduler is None:
            cluster = distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None
            )
            with cluster, distributed.Client(cluster) as client:
                yield client
            return
        try:
            client = distributed.Client(self.scheduler, timeout=CONNECT_TIMEOUT_S)
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(
                f"{self.scheduler}: no Dask scheduler answers there ({error}); start one"
                " with `dask scheduler`, or leave out --scheduler"
            ) from error
        with client:
            yield client


def _distributed() -> Any:
    try:
        import distributed
        import distributed.scheduler
    except ImportError as error:
        raise EngineError(
            "Dask is not installed; `pip install 'rashomon[dask]'` adds it, and"
            " --engine local needs nothing"
        ) from error
    return distributed
