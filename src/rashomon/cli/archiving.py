"""Where what was fetched is kept: options of every command that fetches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from rashomon.cli.options import DEFAULT_DB
from rashomon.errors import InputError
from rashomon.store.place import Place

if TYPE_CHECKING:
    from rashomon.ingest.archive import Archive


@dataclass(frozen=True, kw_only=True)
class Archiving:
    """Web archives (WARC) of all that was fetched, beside the database by default."""

    archive: Annotated[
        Path | None,
        Parameter(
            help="A folder that all that is fetched is kept in, as WARC; default: beside"
            " the database, city.archive for city.db, rashomon.archive for a server's.",
        ),
    ] = None
    no_archive: Annotated[
        bool,
        Parameter(negative=(), help="Keep no web archive of what is fetched."),
    ] = False

    @contextmanager
    def opened(self, db: Place) -> Iterator[Archive | None]:
        """Open the archive that goes with a database, None where none is wanted."""
        from rashomon.ingest.archive import Archive

        if self.no_archive and self.archive:
            raise InputError("--archive and --no-archive cannot both be; leave one out")
        if self.no_archive:
            yield None
            return
        beside = db if isinstance(db, Path) else DEFAULT_DB
        with Archive(self.archive or beside.with_suffix(".archive")) as archive:
            yield archive


BESIDE = Archiving()
