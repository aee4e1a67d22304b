"""How a whole run grows with the pile, reading included, on short reports made by a grammar.

    python -m benchmarks.told [--sizes 1000,3000,10000] [-o TABLE.md]
    python -m benchmarks.told --write 1000 > reports.jsonl

The reports are some fifty words of English on invented incidents in towns of the
gazetteer, one to thirty reports each, with other tolls, speakers and wording; a tenth are
copies. They are read as any report is. Each size is a run in a process of its own, with
one worker, and then the same run again. They say how time and memory grow; that real
reports are longer tells on each of them, and not on how many there are.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.scale import table
from rashomon.pipeline.ledger import peak_memory_mb
from rashomon.pipeline.run import RunOptions, run
from rashomon.store.gazetteer import default_path
from rashomon.store.sqlite import open_store

HEADS = "reports | words | first run, s | the same again, s | database, MiB | incidents | peak memory, MiB"
TOWNS = (
    "SELECT name FROM places WHERE feature = 'place' AND population > 20000 ORDER BY id"
)
FIRST_DAY, DAYS = date(2022, 1, 1), 3 * 365
COPIES = 0.1

KINDS = (
    ("A bomb exploded", "bombing", "a market", "a bus station", "a police post"),
    ("Gunmen opened fire", "shooting", "a tea house", "a checkpoint", "a school"),
    ("Drones struck", "drone strike", "a fuel depot", "a power plant", "a warehouse"),
    ("Shells fell", "shelling", "a row of houses", "a hospital", "a bakery"),
    ("A fire broke out", "blaze", "a textile mill", "a hotel", "a night club"),
)
SPEAKERS = (
    "the governor's office", "a police spokesman", "the health ministry",
    "the mayor, {name}", "Colonel {name}, who commands the garrison", "witnesses",
)  # fmt: skip
NAMES = (
    "Ada Brandt",
    "Ilir Hoxa",
    "Tomas Vrel",
    "Mira Sandov",
    "Owen Pask",
    "Lena Ostrow",
)
EXTRAS = (
    "Firefighters worked through the night, and the road to the north was closed.",
    "Nobody has claimed responsibility, {speaker} added.",
    "Residents heard two loud bangs; windows were broken in nearby streets.",
    "Video from the scene shows smoke above the roofs.",
    "An investigation has begun, according to {speaker}.",
    "It was the second such attack in the region this year.",
)


class _Story(NamedTuple):
    """What the reports of an incident have in common."""

    kind: tuple[str, ...]
    spot: str
    town: str
    day: date
    dead: int
    hurt: int


def reports(size: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield so many reports as a run reads them, incident by incident."""
    draw = random.Random(seed)
    with sqlite3.connect(f"file:{default_path()}?mode=ro", uri=True) as held:
        towns = [name for (name,) in held.execute(TOWNS)]
    made, last = 0, ""
    while made < size:
        kind = draw.choice(KINDS)
        dead = min(60, int(draw.paretovariate(1.2)) - 1)
        day = FIRST_DAY + timedelta(draw.randrange(DAYS))
        story = _Story(
            kind, draw.choice(kind[2:]), draw.choice(towns), day, dead, 2 * dead + 1
        )
        for told in range(min(size - made, 30, int(draw.paretovariate(1.1)))):
            if not told or draw.random() > COPIES:
                last = _text(draw, story)
            published = story.day + timedelta(draw.choice((0, 1, 1, 2)))
            yield {
                "id": f"told-{made}",
                "source": f"outlet {draw.randrange(97)}",
                "published": published.isoformat(),
                "text": last,
            }
            made += 1


def _text(draw: random.Random, story: _Story) -> str:
    dead, hurt = story.dead + draw.choice((0, 0, 1)), story.hurt + draw.randrange(3)
    speaker = draw.choice(SPEAKERS).format(name=draw.choice(NAMES))
    harm = draw.choice(
        (
            f"At least {dead} people were killed and {hurt} injured, {speaker} said."
            if dead
            else f"Nobody was killed, but {hurt} people were hurt, {speaker} said.",
            f"According to {speaker}, {dead} died and {hurt} were taken to hospital."
            if dead
            else f"According to {speaker}, there were no deaths; {hurt} were injured.",
        )
    )
    lead = (
        f"{story.kind[0]} at {story.spot} in {story.town} on {story.day:%A}, {story.day:%B} {story.day.day}.",
        f"The town of {story.town} counts its losses after a {story.kind[1]} at {story.spot} on {story.day:%A}.",
    )
    extras = draw.sample(EXTRAS, draw.choice((1, 2)))
    rest = " ".join(extras).format(speaker=speaker)
    title = f"{story.kind[1].capitalize()} at {story.spot[2:]} in {story.town}"
    return f"{title}\n\n{draw.choice(lead)} {harm} {rest}"


def row(size: int) -> str:
    """Return one row of the table, measured in this process and its worker."""
    with tempfile.TemporaryDirectory() as folder:
        file, database = Path(folder) / "told.jsonl", Path(folder) / "told.db"
        words = 0
        with file.open("w", encoding="utf-8") as out:
            for report in reports(size):
                words += len(report["text"].split())
                out.write(f"{json.dumps(report)}\n")
        took = []
        with open_store(database) as store:
            for _ in range(2):
                before = time.process_time()
                done = run([str(file)], store, RunOptions(jobs=1))
                took.append(time.process_time() - before)
            assert done.documents_unchanged == size, done
            incidents = store.standing().incidents
        room = database.stat().st_size / 2**20
    return (
        f"{size} | {words / size:.0f} | {took[0]:.0f} | {took[1]:.2f} | {room:.0f} |"
        f" {incidents} | {peak_memory_mb():.0f}"
    )


def main() -> int:
    """Measure each size in a process of its own, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--sizes", default="1000,3000,10000")
    ask.add_argument("--one", type=int, help="run over so many in this process")
    ask.add_argument("--write", type=int, help="write so many reports, and no more")
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.write:
        for report in reports(asked.write):
            print(json.dumps(report))
        return 0
    if asked.one:
        print(row(asked.one))
        return 0
    rows = []
    for size in asked.sizes.split(","):
        command = [sys.executable, "-m", "benchmarks.told", "--one", size]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(done.stdout.strip())
        print(rows[-1], flush=True)
    made = table(HEADS, rows, {"first run": 2, "the same again": 3})
    if asked.o:
        asked.o.write_text(f"# Growth of a run, reading included\n\n{made}\n", "utf-8")
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
