"""The three commands that write, each stopped over and over on databases of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.kills.blows import Blow, Call, drawn, struck, watched, whole
from benchmarks.kills.held import Result, held, told
from benchmarks.kills.outlet import REPORTS, STORIES, outlet, write_pile
from rashomon.ingest.read import read_inputs
from rashomon.model.document import RawDocument
from rashomon.store.sqlite import open_store

# Blows at one database, before it is brought to its end and compared.
BLOWS_AT_ONE = 5


def kill_run(times: int, rng: Random, root: Path, reports: int = REPORTS) -> Result:
    """Stop `rashomon run`, with one process that reads or with two."""
    pile = write_pile(root / "pile", reports)

    def run(db: Path) -> Call:
        jobs = 2 if db.stem.endswith(("2", "5")) else 1
        return Call("run", pile, "--jobs", jobs, "--db", db)

    return _stop_often("run", times, rng, run, root)


def kill_watch(times: int, rng: Random, root: Path) -> Result:
    """Stop `rashomon watch --once`, whose archive and news must be whole, too."""
    with outlet() as url:

        def watch(db: Path) -> Call:
            options = ("--once", "--json", "--jobs", 1, "--allow-private", "--db", db)
            return Call("watch", url, *options, hurried=True)

        return _stop_often("watch", times, rng, watch, root, _seek_news)


def kill_review(times: int, rng: Random, root: Path, reports: int = REPORTS) -> Result:
    """Stop a person's decisions; who sees that one is not in the log says it again."""
    pile = write_pile(root / "pile", reports)
    read, calm = root / "read.db", root / "review-calm.db"
    whole(_add_up(pile, read))
    shutil.copy(read, calm)
    calls = _decisions(read, calm)
    courses = [watched(call, calm, root / "said") for call in calls]
    whole(_add_up(pile, calm))
    result, wanted = Result("review"), told(calm)
    while result.blows < times:
        db = root / f"review-{result.databases}.db"
        shutil.copy(read, db)
        for number, call in enumerate(_decisions(read, db)):
            if result.blows < times:
                _stop(result, call, drawn(rng, courses[number]), db)
            if held(db).things["decisions"].total() == number:
                whole(call)
        whole(_add_up(pile, db))
        result.ended(wanted, told(db))
    return result


def _stop_often(
    name: str,
    times: int,
    rng: Random,
    call: Callable[[Path], Call],
    root: Path,
    seek: Callable[[Result, Path], None] = lambda result, db: None,
) -> Result:
    """Stop a command that goes on where it was, so many times.

    ``seek`` counts what more is lost of a database that was brought to its end.
    """
    calm, result = root / f"{name}-calm.db", Result(name)
    course = watched(call(calm), calm, _last(calm))
    wanted = told(calm)
    seek(result, calm)
    while result.blows < times:
        db = root / f"{name}-{result.databases}.db"
        for _ in range(min(BLOWS_AT_ONE, times - result.blows)):
            _stop(result, call(db), drawn(rng, course), db)
        _last(db).write_text(whole(call(db)), encoding="utf-8")
        result.ended(wanted, told(db))
        seek(result, db)
    return result


def _stop(result: Result, call: Call, blow: Blow, db: Path) -> None:
    """Stop a command once, and count what its database lost by it."""
    before = held(db)
    result.tried += 1
    out = db.with_name(f"{db.stem}.{result.tried:03}")
    if struck(call, blow, db, out):
        interrupted = blow.how.name == "SIGINT"
        result.interrupted += interrupted
        result.killed += not interrupted
    result.compare(before, held(db))


def _last(db: Path) -> Path:
    """Return where the words of the call are that nobody stopped."""
    return db.with_name(f"{db.stem}.last")


def _seek_news(result: Result, db: Path) -> None:
    """Count incidents that were never told of, and pages that no archive has."""
    lines = whole(Call("export", "--format", "jsonl", "--db", db)).splitlines()
    heard = {
        json.loads(line)["id"]
        for said in db.parent.glob(f"{db.stem}.[0l]*")
        if said.suffix != ".err"
        for line in said.read_text(encoding="utf-8").splitlines()
        if line.startswith("{") and line.endswith("}")
    }
    result.lost["news"] += len({json.loads(line)["id"] for line in lines} - heard)
    found = read_inputs([str(db.with_suffix(".archive"))])
    kept = {page.raw_sha256 for page in found if isinstance(page, RawDocument)}
    with open_store(db) as store:
        read = {held.document.raw_sha256 for held in store.documents()}
    result.lost["pages"] += len(read - kept) + abs(STORIES - len(read))


def _add_up(pile: Path, db: Path) -> Call:
    return Call("run", pile, "--jobs", 1, "--db", db)


def _decisions(read: Path, db: Path) -> list[Call]:
    """Return a person's decisions on a database of the pile, each one as a call."""
    lines = whole(Call("export", "--format", "jsonl", "--db", read)).splitlines()
    found = [json.loads(line) for line in lines]
    ids = [found[n]["id"] for n in range(6)]
    claim = found[6]["claims"][0]["id"]
    said = ("--by", "Ada", "--db", db, "--note")
    return [
        Call("set", ids[0], "killed", 12, *said, "n0"),
        Call("note", ids[1], *said, "n1"),
        Call("merge", ids[2], ids[3], *said, "n2"),
        Call("set", ids[4], "date", "2024-03-02", *said, "n3"),
        Call("set", ids[5], "injured", "3-7", *said, "n4"),
        Call("reject", claim, *said, "n5"),
    ]
