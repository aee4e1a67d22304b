"""The page: ``serve`` shows it from this machine, ``publish`` writes it as files."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from rashomon.cli import terminal
from rashomon.cli.options import DEFAULT_DB, Database, existing


def serve(
    *,
    db: Database = DEFAULT_DB,
    host: Annotated[
        str,
        Parameter(help="The address to listen on; the default is this machine only."),
    ] = "127.0.0.1",
    port: Annotated[
        int,
        Parameter(help="The port to listen on.", validator=Number(gte=1, lte=65_535)),
    ] = 8000,
    name: Annotated[
        tuple[str, ...],
        Parameter(
            negative=(),
            help="Another name that browsers reach it by; others are refused.",
        ),
    ] = (),
    review: Annotated[
        bool,
        Parameter(
            negative=(), help="Let a person decide: merge, split, correct, undo."
        ),
    ] = False,
) -> int:
    """Show a database as a page in the browser; it goes on while a run writes."""
    import uvicorn  # a quarter of a second to load

    from rashomon.web.app import ServeOptions, build
    from rashomon.web.security import LOOPBACK

    names = LOOPBACK | {host.strip("[]").lower(), *(n.lower() for n in name)}
    app = build(db, ServeOptions(review=review, names=frozenset(names)))
    shown = f"[{host}]" if ":" in host else host
    told = f"{db} at http://{shown}:{port}/ (Ctrl-C ends it)"
    terminal.notices().print(terminal.words(told))
    if isinstance(db, Path) and not db.exists():
        terminal.complain(f"{db}: not there yet; the page says so until it is")
    # What is loaded by now stays: going through it for garbage held a page up 100 ms.
    gc.collect()
    gc.freeze()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
    return terminal.OK


def publish(
    site: Annotated[
        Path,
        Parameter(name="SITE", help="The folder to write; made where there is none."),
    ],
    /,
    *,
    db: Database = DEFAULT_DB,
) -> int:
    """Write the page as files that any web server shows, with nothing else behind it."""
    from rashomon.web import static_site

    with existing(db) as store:
        count = static_site.write(store, site)
    told = f"{count} pages written to {site}; open {site / 'index.html'}"
    terminal.notices().print(terminal.words(told))
    return terminal.OK
