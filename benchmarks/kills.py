"""Kills `run`, a person's decisions and `watch` at random moments; nothing may be lost.

    python -m benchmarks.kills [--times 100] [--seed N] [-o TABLE.md]

Each command is killed (SIGKILL, its workers too) and started again, over and over; after
each kill the database must be whole and hold all it held. In the end it must hold the
documents, claims and decisions, and export the bytes, of one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

REPORTS = 40
STORIES = 5
# Kills of one database, before it is brought to its end and compared.
KILLS_OF_ONE = 5
# Of a decision its own id and moment, of a page when it was fetched: never the same twice.
_MOMENTS = re.compile(
    r'"retrieved": ?"[^"]*"|dec_\w+|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+'
)
_HELD = {
    "documents": "SELECT DISTINCT document_id FROM readings",
    "claims": "SELECT DISTINCT id FROM claims",
}
HEAD = (
    "| command | kills | databases | lost documents | lost claims | lost decisions"
    " | same record |\n| --- | --- | --- | --- | --- | --- | --- |"
)
TOWNS = ("Verin", "Halden", "Tartu", "Kelso", "Brno")
PLACES = ("bakery", "depot", "school", "bridge", "harbour", "bank", "market")


def report(number: int) -> str:
    """Return one of many invented reports."""
    place, town = PLACES[number % len(PLACES)], TOWNS[number % len(TOWNS)]
    return (
        f"Drone hits {place} in {town}\n\nA drone hit a {place} in {town} on"
        f" {number % 28 + 1} March 2024, killing {number % 5 + 2} people and injuring"
        f" {number % 7 + 3}, the mayor's office said. Report number {number} counts"
        f" {number + 11} broken windows along the street.\n"
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What a database holds, and what it exports."""

    documents: frozenset[str]
    claims: frozenset[str]
    decisions: tuple[str, ...]
    exported: str


@dataclass(slots=True)
class Result:
    """What came of the kills of one command."""

    command: str
    kills: int = 0
    databases: int = 0
    lost_documents: int = 0
    lost_claims: int = 0
    lost_decisions: int = 0
    same: int = 0

    def compare(self, had: Held, has: Held) -> None:
        """Count what one database has no longer, or not, of what it must have."""
        self.lost_documents += len(had.documents - has.documents)
        self.lost_claims += len(had.claims - has.claims)
        self.lost_decisions += max(0, len(had.decisions) - len(has.decisions))

    def ended(self, wanted: Held, has: Held) -> None:
        """Take in one database that was brought to its end."""
        self.databases += 1
        self.compare(wanted, has)
        self.same += wanted == has

    @property
    def sound(self) -> bool:
        """Whether nothing was lost and every record is the undisturbed one."""
        lost = self.lost_documents + self.lost_claims + self.lost_decisions
        return lost == 0 and self.same == self.databases

    def row(self) -> str:
        """Return it as a row of the table."""
        cells = (
            f"`{self.command}`", self.kills, self.databases, self.lost_documents,
            self.lost_claims, self.lost_decisions, f"{self.same} of {self.databases}",
        )  # fmt: skip
        return f"| {' | '.join(map(str, cells))} |"


def rashomon(*arguments: object) -> list[str]:
    """Return the command line of one call."""
    return [sys.executable, "-m", "rashomon", *map(str, arguments)]


def whole(command: Sequence[str]) -> str:
    """Run a command to its end; return what it says."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[2:]}: {done.returncode}: {done.stderr}")
    return done.stdout


def timed(command: Sequence[str]) -> float:
    """Run a command to its end; return its seconds."""
    before = time.monotonic()
    whole(command)
    return time.monotonic() - before


def killed(command: Sequence[str], after_s: float) -> bool:
    """Start a command, kill it and all its workers; return False if it ended before."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        _, told = process.communicate(timeout=after_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return True
    if process.returncode:
        raise RuntimeError(f"{command[2:]}: {process.returncode}: {told}")
    return False


def held(db: Path, *, exported: bool = False) -> Held:
    """Return what a database holds; it must be whole."""
    found: dict[str, frozenset[str]] = {name: frozenset() for name in _HELD}
    log: tuple[str, ...] = ()
    if db.exists():
        with closing(sqlite3.connect(db)) as connection:
            (state,) = connection.execute("PRAGMA integrity_check").fetchone()
            if state != "ok":
                raise RuntimeError(f"{db}: {state}")
            with contextlib.suppress(sqlite3.OperationalError):  # no tables yet
                for name, query in _HELD.items():
                    rows = connection.execute(query)
                    found[name] = frozenset(str(row[0]) for row in rows)
                rows = connection.execute("SELECT count(*) FROM decisions")
                log = tuple(str(n) for n in range(rows.fetchone()[0]))
    text = ""
    if exported:
        shown = json.loads(whole(rashomon("decisions", "--json", "--db", db)))
        log = tuple(f"{d['kind']} {d['note']}" for d in shown)
        for kind in ("jsonl", "documents"):
            text += whole(rashomon("export", "--format", kind, "--db", db))
    return Held(found["documents"], found["claims"], log, _MOMENTS.sub("", text))


def kill_often(
    name: str, times: int, rng: Random, call: Callable[[Path], list[str]], root: Path
) -> Result:
    """Kill a command that goes on where it was, so many times, on databases of its own."""
    result, calm = Result(name), root / f"{name}-calm.db"
    seconds = timed(call(calm))
    wanted = held(calm, exported=True)
    while result.kills < times:
        db = root / f"{name}-{result.databases}.db"
        for _ in range(min(KILLS_OF_ONE, times - result.kills)):
            before = held(db)
            result.kills += killed(call(db), rng.uniform(0, seconds))
            result.compare(before, held(db))
        whole(call(db))
        result.ended(wanted, held(db, exported=True))
    return result


def decide(first: Path, db: Path) -> list[list[str]]:
    """Return a person's decisions on a database, each one as a command."""
    lines = whole(rashomon("export", "--format", "jsonl", "--db", first)).splitlines()
    found = [json.loads(line)["id"] for line in lines]
    ids = [found[n % len(found)] for n in range(6)]
    said = ("--by", "Ada", "--db", db, "--note")
    return [
        rashomon("set", ids[0], "killed", 12, *said, "n0"),
        rashomon("note", ids[1], *said, "n1"),
        rashomon("merge", ids[2], ids[3], *said, "n2"),
        rashomon("set", ids[4], "date", "2024-03-02", *said, "n3"),
        rashomon("set", ids[5], "injured", "3-7", *said, "n4"),
    ]


def kill_review(times: int, rng: Random, read: Path, pile: Path, root: Path) -> Result:
    """Kill a person's decisions; who sees that one is not in the log says it again."""
    result, calm = Result("review"), root / "review-calm.db"
    shutil.copy(read, calm)
    seconds = max(timed(command) for command in decide(read, calm))
    whole(rashomon("run", pile, "--jobs", 1, "--db", calm))
    wanted = held(calm, exported=True)
    while result.kills < times:
        db = root / f"review-{result.databases}.db"
        shutil.copy(read, db)
        for number, command in enumerate(decide(read, db)):
            before = held(db)
            if result.kills < times:
                result.kills += killed(command, rng.uniform(0, seconds))
            result.compare(before, held(db))
            if len(held(db).decisions) == number:
                whole(command)
        whole(rashomon("run", pile, "--jobs", 1, "--db", db))
        result.ended(wanted, held(db, exported=True))
    return result


class _Outlet(BaseHTTPRequestHandler):
    """An outlet of this machine: a feed, and its stories."""

    def do_GET(self) -> None:
        """Serve the feed, or a story by its number."""
        if self.path == "/feed":
            items = "".join(
                f"<item><link>/{n}</link><pubDate>Mon, 01 Apr 2024 08:00:00 GMT</pubDate>"
                "</item>"
                for n in range(STORIES)
            )
            self._say(f"<rss><channel><title>Gazette</title>{items}</channel></rss>")
        elif self.path[1:].isdecimal():
            title, _, body = report(int(self.path[1:])).partition("\n\n")
            more = "Streets were closed and schools stayed empty for the whole day."
            self._say(
                f"<html><body><article><h1>{title}</h1><p>{body}</p><p>{more}</p>"
                "</article></body></html>"
            )
        else:
            self.send_error(404)

    def _say(self, text: str) -> None:
        raw = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if "<html" in text else "text/xml")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        with contextlib.suppress(OSError):  # who asked was killed
            self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextlib.contextmanager
def outlet() -> Iterator[str]:
    """Serve the feed on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outlet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/feed"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def poll_once(url: str, db: Path) -> None:
    """Do what `rashomon watch --once` does, without its courtesy of two seconds a page."""
    from rashomon.ingest.fetch import FetchOptions
    from rashomon.ingest.polite import Guest
    from rashomon.pipeline.watch import WatchOptions, poll
    from rashomon.store.sqlite import open_store

    options = WatchOptions(jobs=1, fetch=FetchOptions(allow_private=True))
    with open_store(db) as store:
        told = poll([url], store, options, Guest(options.fetch, host_delay_s=0.0))
    if told.report.failures:
        sys.exit(str(told.report.failures))


def kill_all(times: int, seed: int, root: Path) -> Iterator[Result]:
    """Kill each of the three commands a third of the times."""
    rng, pile, read = Random(seed), root / "pile", root / "read.db"
    pile.mkdir()
    for number in range(REPORTS):
        (pile / f"{number:03}.txt").write_text(report(number), encoding="utf-8")
    third, rest = divmod(times, 3)

    def run(db: Path) -> list[str]:
        return rashomon("run", pile, "--jobs", 1, "--db", db)

    yield kill_often("run", third + rest, rng, run, root)
    whole(run(read))
    yield kill_review(third, rng, read, pile, root)
    with outlet() as url:
        yield kill_often("watch", third, rng, lambda db: _polling(url, db), root)


def _polling(url: str, db: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.kills", "--poll", url, str(db)]


def main() -> int:
    """Kill as often as asked, print the table, fail where anything was lost."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--times", type=int, default=100)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--poll", nargs=2, help=argparse.SUPPRESS)
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.poll:
        poll_once(asked.poll[0], Path(asked.poll[1]))
        return 0
    rows, sound = [HEAD], True
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for result in kill_all(asked.times, asked.seed, Path(folder)):
            rows.append(result.row())
            print(rows[-1], flush=True)
            sound = sound and result.sound
    if asked.o:
        asked.o.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
