"""How finding and weighing candidates grows with the pile, on made-up accounts.

    python -m benchmarks.scale [--sizes 10000,100000] [-o TABLE.md]

The accounts are invented: incidents in towns on a grid over three years, each told by
one to thirty reports with its own few names and words among common ones, some without a
day, some in the wrong town, copies among them. Each size runs in a process of its own,
so that its peak memory is its own. Speed and growth transfer; how well they are grouped
does not.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rashomon.cluster import blocking, incidents, matching
from rashomon.cluster.blocking import Blocks
from rashomon.cluster.profiles import Profile, survey
from rashomon.model.account import IncidentType, Prominence
from rashomon.model.ids import AccountId, DocumentId, FamilyId
from rashomon.model.value import GeoPrecision, Point, TimePrecision, When, Where

FIRST_DAY = date(2022, 1, 1)
DAYS = 3 * 365
TYPES = tuple(IncidentType)
WORDS_EACH = 40
VOCABULARY = 20_000
ONE_MORE = 200
HEADS = "accounts | candidates each | finding, s | weighing, s | grouping, s | peak memory, MiB | one more, ms | right pairs found"


def accounts(size: int, seed: int = 7) -> Iterator[tuple[Profile, int]]:
    """Yield invented accounts, each with the number of its incident."""
    draw = random.Random(seed)
    made = incident = 0
    while made < size:
        incident += 1
        day = FIRST_DAY + timedelta(draw.randrange(DAYS))
        # More incidents, more towns: a country's reporting widens, it does not thicken.
        town = draw.randrange(max(50, size // 20))
        kind, dead = draw.choice(TYPES), min(60, int(draw.paretovariate(1.2)) - 1)
        own = [f"own{incident}x{n}" for n in range(6)]
        for _ in range(min(size - made, 30, int(draw.paretovariate(1.1)))):
            told = draw.random()
            place = town if told < 0.9 else draw.randrange(max(50, size // 20))
            yield _account(draw, made, place, day, (kind, dead, own)), incident
            made += 1


def _account(draw, number: int, town: int, day: date, told) -> Profile:
    kind, dead, own = told
    common = (f"w{int(VOCABULARY * draw.random() ** 3)}" for _ in range(WORDS_EACH))
    dated = draw.random() < 0.8
    point = Point(town % 1200 * 0.1 - 60, town // 1200 * 0.7 - 170)
    return Profile(
        account_id=AccountId(f"acc_{number:09}"),
        document_id=DocumentId(f"doc_{number:09}"),
        family=FamilyId(f"fam_{number:09}"),
        prominence=Prominence.MAIN,
        type=kind,
        when=When(day, day, TimePrecision.DAY) if dated else None,
        weak_date=False,
        weak_published=False,
        published=day + timedelta(int(draw.paretovariate(1.5)) - 1),
        place=Where(f"Town {town}", GeoPrecision.SETTLEMENT, point, "IT", None, town),
        targets=frozenset(),
        facilities=frozenset(),
        people=frozenset(),
        victims=frozenset(),
        perpetrators=frozenset(),
        weapons=frozenset(),
        killed=frozenset({max(0, dead + draw.choice((0, 0, 0, -1, 1)))}),
        injured=frozenset(),
        words=frozenset([*common, *draw.sample(own, 4)]),
        passage="",
        language="en",
        repeats=False,
        names=frozenset([*draw.sample(own, 3), f"town{town}"]),
    )


def measure(size: int) -> str:
    """Return one row of the table."""
    made = list(accounts(size + ONE_MORE))
    profiles, truth = [p for p, _ in made], {p.account_id: i for p, i in made}
    pile, now = survey(profiles), time.perf_counter()
    pairs = blocking.pairs(profiles[:size], pile)
    found = time.perf_counter() - now
    now = time.perf_counter()
    weights = {}
    for left, right in pairs:
        matched = matching.match(left, right, pile)
        weights[matched.left, matched.right] = matched.weight
    weighed = time.perf_counter() - now
    now = time.perf_counter()
    names = [p.account_id for p in profiles[:size]]
    incidents.derive(names, weights, main=names)
    grouped = time.perf_counter() - now
    blocks = Blocks(pile)
    for one in profiles[:size]:
        blocks.add(one)
    now = time.perf_counter()
    for one in profiles[size:]:
        for other in blocks.add(one):
            matching.match(one, other, pile)
    one_more = (time.perf_counter() - now) / ONE_MORE
    right = sum(truth[a.account_id] == truth[b.account_id] for a, b in pairs)
    told: dict[int, int] = {}
    for profile in profiles[:size]:
        told[truth[profile.account_id]] = told.get(truth[profile.account_id], 0) + 1
    wanted = sum(n * (n - 1) // 2 for n in told.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size} | {len(pairs) / size:.1f} | {found:.1f} | {weighed:.1f} | {grouped:.1f}"
        f" | {memory:.0f} | {1000 * one_more:.1f} | {right / wanted:.3f}"
    )


def exponent(rows: list[str], column: int) -> float:
    """Return how a column grows with the pile between the first and the last row."""
    first, last = (row.split(" | ") for row in (rows[0], rows[-1]))
    sizes = math.log(float(last[0]) / float(first[0]))
    return math.log(float(last[column]) / max(0.1, float(first[column]))) / sizes


def main() -> int:
    """Measure each size in a process of its own, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--sizes", default="10000,100000")
    ask.add_argument("--one", type=int, help="measure this size in this process")
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.one:
        print(measure(asked.one))
        return 0
    rows = []
    for size in asked.sizes.split(","):
        command = [sys.executable, "-m", "benchmarks.scale", "--one", size]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(done.stdout.strip())
        print(rows[-1], flush=True)
    lines = [f"| {HEADS} |", "|" + " --- |" * 8, *(f"| {row} |" for row in rows)]
    if len(rows) > 1:
        grown = [f"{exponent(rows, c):.2f}" for c in (2, 3, 4)]
        lines.append("")
        lines.append(
            "Growth exponents of finding, weighing, grouping: " + ", ".join(grown)
        )
    table = "\n".join(lines)
    if asked.o:
        asked.o.write_text(f"# Growth with the pile\n\n{table}\n", encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
