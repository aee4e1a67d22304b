"""Following feeds and folders: ``watch``."""

from __future__ import annotations

import json as json_module
import shlex
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number

from rashomon.cli import terminal
from rashomon.cli.archiving import BESIDE, Archiving
from rashomon.cli.failures import tell
from rashomon.cli.gazetteer import have_gazetteer
from rashomon.cli.options import DEFAULT_DB, AsJson, Database, refuse_options
from rashomon.cli.progress import counting
from rashomon.cli.run import Jobs

if TYPE_CHECKING:
    from rashomon.pipeline.ledger import RunReport
    from rashomon.pipeline.watch import Bulletin, Listener
    from rashomon.store.reader import Reader

# What a command or a webhook is given this long for.
PATIENCE_S = 60.0
# A poll is never followed by another at once, whatever is due.
MIN_WAIT_S = 1.0

Watched = Annotated[
    str,
    Parameter(
        name="WATCHED",
        validator=refuse_options,
        help="Addresses of feeds (RSS, Atom) and sitemaps, OPML lists, files of one"
        " source each (.toml), and folders of reports or of such files.",
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


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Who is told of new and changed incidents, besides the terminal."""

    tell: Annotated[
        str | None,
        Parameter(
            help="A command that gets new and changed incidents as JSON lines on its"
            " standard input.",
        ),
    ] = None
    webhook: Annotated[
        str | None,
        Parameter(help="An address that new and changed incidents are posted to."),
    ] = None
    atom: Annotated[
        Path | None,
        Parameter(help="An Atom feed of new and changed incidents, kept in this file."),
    ] = None
    page: Annotated[
        str,
        Parameter(help="With --atom: where `rashomon serve` shows the incidents."),
    ] = "http://127.0.0.1:8000"


NOBODY = Telling()


def watch(  # noqa: PLR0913 - each is an option of the command
    *watched: Watched,
    db: Database = DEFAULT_DB,
    every: Every = 15.0,
    once: Once = False,
    jobs: Jobs = None,
    telling: Annotated[Telling, Parameter(name="*")] = NOBODY,
    archiving: Annotated[Archiving, Parameter(name="*")] = BESIDE,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> int:
    """Poll feeds and folders, read what is new, say which incidents are new or changed."""
    from rashomon.ingest.fetch import FetchOptions
    from rashomon.ingest.polite import Guest
    from rashomon.pipeline.listings import check
    from rashomon.pipeline.watch import WatchOptions, begin_telling, poll, tell_news
    from rashomon.store.sqlite import open_store

    check(watched)
    with open_store(db) as store, archiving.opened(db) as archive:
        fetch = FetchOptions(allow_private=allow_private, archive=archive)
        options = WatchOptions(every_s=every * 60, jobs=jobs, fetch=fetch)
        guest = Guest(fetch)
        have_gazetteer()
        listeners = _listeners(telling, store, json=json)
        begin_telling(listeners, store)
        while True:
            with counting("done") as progress:
                brought = poll(watched, store, options, guest, progress)
            for failure in brought.report.failures:
                tell(failure)
            if brought.report.interrupted:
                terminal.complain("interrupted; the same command goes on from there")
                return terminal.INTERRUPTED
            if not json:
                _sum_up(brought.report)
            tell_news(listeners, store)
            if once:
                bad = bool(brought.report.failures)
                return terminal.SOME_FAILED if bad else terminal.OK
            time.sleep(MIN_WAIT_S if brought.left else max(MIN_WAIT_S, brought.wait_s))


def _listeners(telling: Telling, store: Reader, *, json: bool) -> list[Listener]:
    """Return everybody who is told, each under a name that tells no secret."""
    from rashomon.model.ids import content_hash
    from rashomon.pipeline.watch import Listener

    def known(kind: str, address: str, hear: Callable[[Bulletin], bool]) -> Listener:
        return Listener(name=f"{kind} {content_hash(address)[:12]}", hear=hear)

    found = [Listener(name="terminal", hear=lambda b: _show(b, json=json))]
    if telling.tell:
        command = telling.tell
        found.append(known("command", command, lambda b: _run(command, b)))
    if telling.webhook:
        webhook = telling.webhook
        found.append(known("webhook", webhook, lambda b: _post(webhook, b)))
    if telling.atom:
        atom, page = telling.atom, telling.page
        put = known("atom", str(atom.resolve()), lambda b: _put(atom, page, store, b))
        found.append(put)
    return found


def _lines(heard: Bulletin) -> list[dict[str, Any]]:
    from rashomon.publish import columns

    return [
        {"change": change, **columns.row_json(record)}
        for change, records in (("new", heard.new), ("changed", heard.changed))
        for record in records
    ]


def _body(lines: Iterable[dict[str, Any]]) -> str:
    return "".join(json_module.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _show(heard: Bulletin, *, json: bool) -> bool:
    lines = _lines(heard)
    if json:
        print(_body(lines), end="", flush=True)
        return True
    page = terminal.page()
    for line in lines:
        page.print(terminal.words(f"{line['change']:8}{line['id']}  {line['title']}"))
    return True


def _sum_up(report: RunReport) -> None:
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    told = f"{now}  {report.documents_read} reports read, {report.incidents} incidents"
    terminal.page().print(terminal.words(told, "dim"))


def _run(command: str, heard: Bulletin) -> bool:
    """Hand the news to a command; one that does not take it does not stop the watch."""
    lines = _lines(heard)
    if not lines:
        return True
    try:
        # No shell: words from reports are only ever on its standard input.
        subprocess.run(
            shlex.split(command),
            input=_body(lines),
            text=True,
            check=True,
            timeout=PATIENCE_S,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        terminal.complain(
            f"{command}: did not take the news ({error}); once more later"
        )
        return False
    return True


def _post(webhook: str, heard: Bulletin) -> bool:
    from rashomon.ingest.fetch import post

    lines = _lines(heard)
    refused = post(webhook, _body(lines)) if lines else None
    if refused:
        terminal.complain(
            f"{webhook}: did not take the news ({refused}); once more later"
        )
    return refused is None


def _put(atom: Path, page: str, store: Reader, heard: Bulletin) -> bool:
    """Write the feed anew where there is news, or no feed yet."""
    from rashomon.publish.files import write_atomically
    from rashomon.web import feed
    from rashomon.web.links import Live

    if not (heard.new or heard.changed) and atom.exists():
        return True
    with store.snapshot() as snapshot:
        entries = feed.latest(snapshot)
    base = page.rstrip("/")
    told = feed.Feed(
        id=f"{base}{Live().feed()}",
        address=f"{base}{Live().feed()}",
        home=f"{base}/",
        incident=lambda id_: base + Live().incident(id_),
    )
    write_atomically(feed.write(entries, told).splitlines(), atom)
    return True
