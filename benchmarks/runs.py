"""How a whole run grows with the pile, but for the reading itself, on made-up reports.

    python -m benchmarks.runs [--sizes 1000,3000,10000] [-o TABLE.md]

The reports are those of ``benchmarks.scale``, made up with what is read in them, so that
reading them costs nothing: what is measured is the rest of a run, its windows, writing,
concluding and what it asks the store, in processor seconds. Reading grows with the number
of reports and no faster, as each is read by itself. Each size has a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from benchmarks.scale import reports, table
from rashomon.model.document import RawDocument
from rashomon.model.ids import DocumentId
from rashomon.pipeline import workers
from rashomon.pipeline.ledger import RunReport, peak_memory_mb
from rashomon.pipeline.run import RunOptions, run_found
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import open_store

HEADS = "reports | first run, s | the same again, s | a run of nothing, s | database, MiB | peak memory, MiB"


def timed(work: Callable[[], RunReport]) -> tuple[RunReport, float]:
    """Return a run's report and the processor seconds that it took."""
    before = time.process_time()
    return work(), time.process_time() - before


def row(size: int) -> str:
    """Return one row of the table, measured in this process."""
    made: dict[DocumentId, DocumentReading] = {}

    def found(*, kept: bool) -> Iterator[RawDocument]:
        """Yield the reports; what is read in them waits only where it is asked for."""
        for reading, _ in reports(size):
            if kept:
                made[reading.raw.id] = reading
            yield reading.raw

    def read_all(
        raws: Sequence[RawDocument], _jobs: int, **_: object
    ) -> Iterator[list[DocumentReading]]:
        """Stand for reading."""
        return ([made.pop(raw.id)] for raw in raws)

    options = RunOptions(jobs=1)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "runs.db") as store,
        patch.object(workers, "read_all", read_all),
    ):
        _, first = timed(lambda: run_found(found(kept=True), [], store, options))
        report, again = timed(lambda: run_found(found(kept=False), [], store, options))
        assert report.documents_unchanged == size, report
        _, nothing = timed(lambda: run_found([], [], store, options))
        room = (Path(folder) / "runs.db").stat().st_size / 2**20
    return (
        f"{size} | {first:.1f} | {again:.2f} | {nothing:.3f} |"
        f" {room:.0f} | {peak_memory_mb():.0f}"
    )


def main() -> int:
    """Measure each size in a process of its own, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--sizes", default="1000,3000,10000")
    ask.add_argument("--one", type=int, help="run over so many in this process")
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.one:
        print(row(asked.one))
        return 0
    rows = []
    for size in asked.sizes.split(","):
        command = [sys.executable, "-m", "benchmarks.runs", "--one", size]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(done.stdout.strip())
        print(rows[-1], flush=True)
    made = table(HEADS, rows, {"first run": 1, "the same again": 2})
    if asked.o:
        asked.o.write_text(f"# Growth of a whole run\n\n{made}\n", encoding="utf-8")
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
