"""Comparing a database with a published data set: ``compare``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from rashomon.cli.options import DEFAULT_DB, Database, Out, existing
from rashomon.cli.publish import put
from rashomon.ingest.reference import read_reference
from rashomon.publish.delimited import table_lines
from rashomon.publish.references import COLUMNS, compared_rows

FileArgument = Annotated[
    Path, Parameter(name="FILE", help="ACLED's or UCDP GED's CSV, as published.")
]


def compare(file: FileArgument, /, *, db: Database = DEFAULT_DB, out: Out = "-") -> int:
    """Compare with ACLED's or UCDP's file: which events are here, which differ."""
    with existing(db) as store:
        records = store.records()
    rows = compared_rows(read_reference(file), records)
    return put(table_lines(rows, COLUMNS), out, "lines")
