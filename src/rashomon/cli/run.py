"""Reading reports: ``run``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Table
from rich.text import Text

from rashomon.cli import terminal
from rashomon.cli.archiving import BESIDE, Archiving
from rashomon.cli.failures import tell
from rashomon.cli.gazetteer import have_gazetteer
from rashomon.cli.options import DEFAULT_DB, AsJson, Database, Inputs, at_least_one
from rashomon.cli.progress import counting
from rashomon.errors import InputError
from rashomon.store.place import Place

if TYPE_CHECKING:
    from rashomon.pipeline.ledger import RunReport


class EngineName(StrEnum):
    """Where reports can be read."""

    LOCAL = "local"
    DASK = "dask"


Jobs = Annotated[
    int | None,
    Parameter(
        name="--jobs",
        help="How many processes read at once; default: one a core.",
        validator=Number(gte=1),
    ),
]


def run(
    *inputs: Inputs,
    db: Database = DEFAULT_DB,
    jobs: Jobs = None,
    engine: Annotated[
        EngineName,
        Parameter(
            help="Where reports are read: on this machine, or on a Dask cluster."
        ),
    ] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None,
        Parameter(
            help="With --engine dask: the address of its scheduler, tcp://HOST:PORT."
        ),
    ] = None,
    archiving: Annotated[Archiving, Parameter(name="*")] = BESIDE,
    json: AsJson = False,
) -> int:
    """Read reports and add up what they say; a second run reads only what is new.

    A bad input is named with its reason, the rest is read, and the exit status is 1.
    Interrupting is safe: the same command goes on from there.
    """
    at_least_one(inputs)
    if scheduler and engine is not EngineName.DASK:
        raise InputError(
            "--scheduler goes with --engine dask; add it, or leave both out"
        )
    # The models take a second to load: not before they are needed.
    from rashomon.ingest.fetch import FetchOptions
    from rashomon.pipeline.engines import Dask, Local
    from rashomon.pipeline.run import RunOptions
    from rashomon.pipeline.run import run as read
    from rashomon.store.sqlite import open_store

    where = Local() if engine is EngineName.LOCAL else Dask(scheduler)
    with open_store(db) as store, archiving.opened(db) as archive:
        have_gazetteer()
        fetch = FetchOptions(archive=archive)
        options = RunOptions(jobs=jobs, engine=where, fetch=fetch)
        with counting("done") as progress:
            report = read(inputs, store, options, progress)
    for failure in report.failures:
        tell(failure)
    if json:
        terminal.print_json({"db": str(db), **report.to_json()})
    else:
        _sum_up(report, db)
    if report.interrupted:
        terminal.complain(
            "interrupted; what was written is kept, and the same command goes on from"
            " there"
        )
        return terminal.INTERRUPTED
    return terminal.SOME_FAILED if report.failures else terminal.OK


def _sum_up(report: RunReport, db: Place) -> None:
    page = terminal.page()
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column()
    for figure, meaning in _figures(report):
        table.add_row(Text(figure, style="bold"), Text(meaning))
    page.print(table)
    if report.incidents:
        page.print(terminal.words(f"Next: rashomon list --db {db}"))
    elif report.documents and not report.interrupted:
        page.print(
            terminal.words(
                "No incident was found in what was read;"
                f" rashomon documents --db {db} shows what there is"
            )
        )


def _figures(report: RunReport) -> list[tuple[str, str]]:
    """Return what was done: a figure and what it counts, those of no interest left out."""
    read = report.documents_read + report.documents_skipped + report.documents_failed
    bad = len(report.failures) - report.documents_skipped - report.documents_failed
    figures = [
        (report.documents_read, "documents read"),
        (report.documents_unchanged, "unchanged since an earlier run"),
        (report.documents_skipped, "left out: nothing to read in them"),
        (report.documents_failed, "failed while being read"),
        (bad, "inputs that could not be opened as reports"),
        (report.incidents, f"incidents in {report.documents} documents"),
    ]
    told = [(str(figure), words) for figure, words in figures if figure]
    if read:
        told.append((f"{report.documents_per_second:.1f}", "documents a second"))
    told.append((f"{report.seconds:.1f} s", "in all"))
    told.append((f"{report.peak_memory_mb:.0f} MiB", "peak memory of one process"))
    return told
