"""Following feeds and folders: ``watch``."""

from __future__ import annotations

import json as json_module
import shlex
import subprocess
import time
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from rashomon.cli import terminal
from rashomon.cli.failures import tell
from rashomon.cli.gazetteer import have_gazetteer
from rashomon.cli.options import DEFAULT_DB, AsJson, Database, refuse_options
from rashomon.cli.progress import counting
from rashomon.cli.run import Jobs

if TYPE_CHECKING:
    from rashomon.pipeline.watch import Poll

# What a command or a webhook is given this long for.
PATIENCE_S = 60.0

Watched = Annotated[
    str,
    Parameter(
        name="WATCHED",
        validator=refuse_options,
        help="Addresses of feeds (RSS, Atom) and sitemaps, OPML lists, and folders.",
    ),
]
Every = Annotated[
    float,
    Parameter(
        name="--every",
        help="Minutes between two polls of a feed.",
        validator=Number(gte=1),
    ),
]
Once = Annotated[
    bool, Parameter(name="--once", negative=(), help="Poll once and stop.")
]
AllowPrivate = Annotated[
    bool,
    Parameter(
        name="--allow-private",
        negative=(),
        help="Also ask addresses of this machine and of private networks.",
    ),
]
Tell = Annotated[
    str | None,
    Parameter(
        name="--tell",
        help="A command that gets new and changed incidents as JSON lines on its"
        " standard input.",
    ),
]
Webhook = Annotated[
    str | None,
    Parameter(
        name="--webhook",
        help="An address that new and changed incidents are posted to.",
    ),
]


def watch(  # noqa: PLR0913 - each is an option of the command
    *watched: Watched,
    db: Database = DEFAULT_DB,
    every: Every = 15.0,
    once: Once = False,
    jobs: Jobs = None,
    tell_command: Tell = None,
    webhook: Webhook = None,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> int:
    """Poll feeds and folders, read what is new, say which incidents are new or changed."""
    from rashomon.ingest.fetch import FetchOptions
    from rashomon.pipeline.watch import WatchOptions, check, poll
    from rashomon.store.sqlite import open_store

    check(watched)
    options = WatchOptions(
        every_s=every * 60,
        jobs=jobs,
        fetch=FetchOptions(allow_private=allow_private),
    )
    with open_store(db) as store:
        have_gazetteer()
        while True:
            with counting("done") as progress:
                brought = poll(watched, store, options, progress=progress)
            for failure in brought.report.failures:
                tell(failure)
            _show(brought, json=json)
            _notify(brought, tell_command, webhook)
            if brought.report.interrupted:
                terminal.complain("interrupted; the same command goes on from there")
                return terminal.INTERRUPTED
            if once:
                bad = bool(brought.report.failures)
                return terminal.SOME_FAILED if bad else terminal.OK
            if not brought.left:
                time.sleep(options.every_s)


def _lines(brought: Poll) -> list[dict[str, Any]]:
    from rashomon.publish import columns

    return [
        {"change": change, **columns.row_json(record)}
        for change, records in (("new", brought.new), ("changed", brought.changed))
        for record in records
    ]


def _show(brought: Poll, *, json: bool) -> None:
    lines = _lines(brought)
    if json:
        for line in lines:
            print(json_module.dumps(line, ensure_ascii=False), flush=True)
        return
    page = terminal.page()
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    told = f"{now}  {brought.report.documents_read} reports read"
    page.print(
        terminal.words(
            f"{told}, {len(brought.new)} incidents new, {len(brought.changed)} changed",
            "dim",
        )
    )
    for line in lines:
        page.print(terminal.words(f"{line['change']:8}{line['id']}  {line['title']}"))


def _notify(brought: Poll, command: str | None, webhook: str | None) -> None:
    """Hand the news on; who does not take it does not stop the watch."""
    lines = _lines(brought)
    if not lines:
        return
    body = "".join(json_module.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if command:
        try:
            # No shell: words from reports are only ever on its standard input.
            subprocess.run(
                shlex.split(command),
                input=body,
                text=True,
                check=True,
                timeout=PATIENCE_S,
            )
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            terminal.complain(f"{command}: did not take the news ({error})")
    if webhook:
        from rashomon.ingest.fetch import post

        refused = post(webhook, body)
        if refused:
            terminal.complain(f"{webhook}: did not take the news ({refused})")
