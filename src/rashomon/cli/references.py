"""Comparing a database with a published data set: ``compare``."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

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
    rows = compared_rows(read_reference(file), held)
    return put(table_lines(rows, COLUMNS), out, "lines")
