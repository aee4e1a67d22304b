"""Comparing a database with a published data set: ``compare``."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from rashomon.cli import terminal
from rashomon.cli.options import DEFAULT_DB, Database, Out, existing, records_in_parts
from rashomon.cli.publish import put
from rashomon.ingest.reference import read_reference
from rashomon.publish.delimited import table_lines
from rashomon.publish.references import COLUMNS, compared_rows, index

FileArgument = Annotated[
    Path, Parameter(name="FILE", help="ACLED's or UCDP GED's CSV, as published.")
]


def compare(file: FileArgument, /, *, db: Database = DEFAULT_DB, out: Out = "-") -> int:
    """Compare with ACLED's or UCDP's file: which events are here, which differ."""
    with existing(db) as store, store.moment() as now:
        records = chain.from_iterable(records_in_parts(now, None))
        held = index(records)
    dayless: list[int] = []
    rows = compared_rows(read_reference(file, dayless.append), held)
    status = put(table_lines(rows, COLUMNS), out, "lines")
    if not dayless:
        return status
    many = f"{len(dayless)} rows name" if len(dayless) > 1 else "1 row names"
    terminal.notices().print(
        terminal.words(
            f"{file}: {many} no day that can be read and could not be compared"
            f" (line {dayless[0]}{' and others' if len(dayless) > 1 else ''})"
        )
    )
    return terminal.SOME_FAILED
