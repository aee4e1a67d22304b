"""Moving house: ``copy`` a database from a file to a server, or back."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from rashomon.cli import terminal
from rashomon.cli.options import AsJson, existing, written_place
from rashomon.cli.progress import counting
from rashomon.store.place import Place


def copy(
    source: Annotated[
        Place,
        Parameter(
            name="FROM",
            converter=written_place,
            accepts_keys=False,
            help="The database to copy: a file, or postgresql://USER@HOST:PORT/NAME.",
        ),
    ],
    target: Annotated[
        Place,
        Parameter(
            name="TO",
            converter=written_place,
            accepts_keys=False,
            help="An empty database, or a file that is still to be made.",
        ),
    ],
    /,
    *,
    json: AsJson = False,
) -> int:
    """Copy a whole database into an empty one: from a file to a server, or back.

    All of it is copied, people's decisions included, or nothing.
    """
    from rashomon.store.sqlite import open_store  # a quarter of a second to load

    with (
        existing(source) as held,
        held.moment() as there,
        open_store(target) as here,
        counting("rows") as progress,
    ):
        size = there.size()
        progress.step("copying", size)
        here.fill(there, progress.advance)
    if json:
        terminal.print_json({"from": str(source), "to": str(target), "rows": size})
        return terminal.OK
    page = terminal.page()
    page.print(terminal.words(f"{size} rows copied"))
    page.print(terminal.words(f"Next: rashomon list --db {target}"))
    return terminal.OK
