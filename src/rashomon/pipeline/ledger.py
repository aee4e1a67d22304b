"""What a run did: counted, timed, and kept in the store's ledger."""

from __future__ import annotations

import resource
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from rashomon.model.outcome import Failure


class Progress(Protocol):
    """Shows how far long work has come."""

    def advance(self, by: int = 1) -> None:
        """Count some more."""

    def step(self, name: str, total: int | None = None) -> None:
        """Begin a new step of the work; ``total`` None: nobody knows how much it is."""


class Silent:
    """Shows nothing."""

    def advance(self, by: int = 1) -> None:
        """Count nothing."""

    def step(self, name: str, total: int | None = None) -> None:
        """Begin nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """One run in numbers.

    ``documents_read``, ``_unchanged``, ``_skipped`` and ``_failed`` are of this run;
    ``documents``, ``accounts``, ``claims`` and ``incidents`` are all that the database
    holds. ``failures`` names every document failed or skipped, in this run or an earlier
    one, and every input that could not be opened. ``documents_per_second`` is over the
    documents gone through in this run, the conclusions included; ``peak_memory_mb`` the
    largest process's, workers included.
    """

    documents_read: int
    documents_unchanged: int
    documents_skipped: int
    documents_failed: int
    documents: int
    accounts: int
    claims: int
    incidents: int
    seconds: float
    documents_per_second: float
    peak_memory_mb: float
    interrupted: bool
    failures: tuple[Failure, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report for scripts."""
        return asdict(self)


def peak_memory_mb() -> float:
    """Return the peak resident memory of the largest process so far, in MiB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, workers) / 1024
