"""How concluding grows with the pile, and what one more report costs, on made-up reports.

    python -m benchmarks.scale [--sizes 3000,10000,30000] [--whole 1000,3000,10000]
        [--windows 1000,3000,10000] [-o TABLE.md]

The reports are invented: incidents in towns on a grid over three years, each told by
one to thirty reports with its own few names and words among common ones, some without a
day, some in the wrong town. Words follow Zipf's law without an end, so that a larger pile
knows more of them, as real ones do. ``--sizes``: matching alone, in memory. ``--whole``:
a database concluded anew, and then one report more, fifty times; ``--windows``: the same
in windows, as more than 50,000 accounts are. Each size runs in a
process of its own, so that its peak memory is its own. Speed and growth transfer; how
well they are grouped does not.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from rashomon.cluster import blocking, incidents, matching
from rashomon.cluster.profiles import Profile, profile, survey
from rashomon.link.actors import name_key
from rashomon.model.account import Account, IncidentType, Prominence
from rashomon.model.claim import Attribute, Claim
from rashomon.model.document import (
    DateBasis,
    Document,
    Media,
    Published,
    RawDocument,
    Span,
)
from rashomon.model.ids import AccountId, ClaimId, DocumentId, content_hash, family_id
from rashomon.model.value import (
    Count,
    GeoPrecision,
    Point,
    TimePrecision,
    Value,
    When,
    Where,
)
from rashomon.pipeline.amend import amend
from rashomon.pipeline.conclude import conclude_anew
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.stages import CONCLUDERS
from rashomon.pipeline.windows import conclude_in_windows
from rashomon.store.rows import DocumentReading
from rashomon.store.sqlite import open_store

FIRST_DAY = date(2022, 1, 1)
DAYS = 3 * 365
TYPES = tuple(IncidentType)
WORDS_EACH = 60
# P(rank > r) = (1 + r / 50) ** -0.6: the words known grow with the pile's 0.6th power.
TAIL, COMMON = 0.6, 50
MATCHING = "accounts | candidates each | finding, s | weighing, s | grouping, s | peak memory, MiB | right pairs found"
WHOLE = "reports | concluded anew, s | one more, ms: median | 90 % | of so many | database, MiB | peak memory, MiB"
WINDOWS = WHOLE.replace("anew", "anew in windows")
ONE_MORE = 50
BATCH = 1000


class _Told(NamedTuple):
    """What the reports of an incident have in common."""

    number: int
    kind: IncidentType
    day: date
    town: int
    dead: int


def reports(size: int, seed: int = 7) -> Iterator[tuple[DocumentReading, int]]:
    """Yield invented reports, each with the number of its incident."""
    draw = random.Random(seed)
    # More incidents, more towns: a country's reporting widens, it does not thicken.
    towns = max(50, size // 20)
    made = number = 0
    while made < size:
        number += 1
        told = _Told(
            number,
            draw.choice(TYPES),
            FIRST_DAY + timedelta(draw.randrange(DAYS)),
            draw.randrange(towns),
            min(60, int(draw.paretovariate(1.2)) - 1),
        )
        for _ in range(min(size - made, 30, int(draw.paretovariate(1.1)))):
            town = told.town if draw.random() < 0.9 else draw.randrange(towns)
            yield _report(draw, made, town, told), number
            made += 1


def _letters(number: int, length: int = 5) -> str:
    """Return a number as letters, the fastest changing first."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(length))


def _report(draw: random.Random, made: int, town: int, told: _Told) -> DocumentReading:
    common = (int(COMMON * (draw.paretovariate(TAIL) - 1)) for _ in range(WORDS_EACH))
    own = (f"{_letters(told.number)}{n}" for n in draw.sample(range(6), 4))
    names = (f"{_letters(told.number)}{c}".title() for c in draw.sample("bdkmrt", 3))
    words = [*(f"w{n % 10**9}" for n in common), *own, *names, f"Town{_letters(town)}"]
    draw.shuffle(words)
    text = "it " + " ".join(words)
    name = content_hash(made)
    raw = RawDocument(
        id=DocumentId(f"doc_{name}"),
        content=text,
        media=Media.TEXT,
        raw=text.encode(),
        raw_sha256=content_hash(text),
        origin=f"{name}.txt",
    )
    published = told.day + timedelta(int(draw.paretovariate(1.5)) - 1)
    document = Document(
        id=raw.id,
        text=text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        source=f"outlet {made % 97}",
        language="en",
        published=Published(published.isoformat(), DateBasis.GIVEN),
    )
    point = Point(town % 1200 * 0.1 - 60, town // 1200 * 0.7 - 170)
    values: dict[Attribute, Value] = {
        Attribute.PLACE: Where(
            f"Town {town}", GeoPrecision.SETTLEMENT, point, "IT", None, town
        ),
        Attribute.KILLED: Count(
            dead := max(0, told.dead + draw.choice((0, 0, 1))), dead
        ),
    }
    if draw.random() < 0.8:
        values[Attribute.DATE] = When(told.day, told.day, TimePrecision.DAY)
    account = _account(document, told.kind, values)
    return DocumentReading(raw=raw, outcome=document, accounts=(account,))


def _account(
    document: Document, kind: IncidentType, values: dict[Attribute, Value]
) -> Account:
    span = Span(0, len(document.text))
    claims = (
        Claim(
            id=ClaimId(f"clm_{content_hash(document.id, attribute)}"),
            document_id=document.id,
            attribute=attribute,
            value=value,
            span=span,
        )
        for attribute, value in values.items()
    )
    return Account(
        id=AccountId(f"acc_{document.id[4:]}"),
        document_id=document.id,
        type=kind,
        prominence=Prominence.MAIN,
        span=span,
        claims=tuple(claims),
    )


def _profile(reading: DocumentReading) -> Profile:
    assert isinstance(reading.outcome, Document)
    family = family_id(reading.raw.id)
    return profile(reading.accounts[0], reading.outcome, family, name_key)


def matching_row(size: int) -> str:
    """Return one row of the table of matching alone."""
    held, truth = [], {}
    for reading, number in reports(size):
        held.append(_profile(reading))
        truth[held[-1].account_id] = number
    pile, began = survey(held), time.process_time()
    pairs = blocking.pairs(held, pile)
    found = time.process_time() - began
    began = time.process_time()
    weights, right = array("d"), 0
    for one, other in pairs:
        matched = matching.match(one, other, pile)
        weights.append(matched.weight)
        right += truth[matched.left] == truth[matched.right]
    weighed = time.process_time() - began
    began = time.process_time()
    names = [one.account_id for one in held]
    incidents.derive(names, blocking.parted(pairs, weights), main=names)
    grouped = time.process_time() - began
    wanted = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return (
        f"{size} | {2 * len(pairs) / size:.1f} | {found:.1f} | {weighed:.1f} |"
        f" {grouped:.1f} | {_memory():.0f} | {right / wanted:.3f}"
    )


def whole_row(size: int, *, in_windows: bool) -> str:
    """Return one row of the table of a database concluded anew, and one report more.

    The reports that come later are drawn from all, so they tell of old incidents, too.
    """
    step = (size + ONE_MORE) // ONE_MORE
    later: list[DocumentReading] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "scale.db") as store,
    ):
        waiting: list[DocumentReading] = []
        for at, (reading, _) in enumerate(reports(size + ONE_MORE)):
            held_back = at % step == step // 2 and len(later) < ONE_MORE
            (later if held_back else waiting).append(reading)
            if len(waiting) == BATCH:
                store.add_readings(waiting, "made up")
                waiting = []
        store.add_readings(waiting, "made up")
        began = time.process_time()
        if in_windows:
            conclude_in_windows(store, Silent(), CONCLUDERS)
        else:
            conclude_anew(store, Silent())
        anew, memory = time.process_time() - began, _memory()
        times = []
        for reading in later:
            store.add_readings([reading], "made up")
            began = time.process_time()
            if amend(store, Silent(), CONCLUDERS):
                times.append(1000 * (time.process_time() - began))
        parts = statistics.quantiles(times, n=10)
        room = store.path.stat().st_size / 2**20
    return (
        f"{size} | {anew:.1f} | {statistics.median(times):.0f} | {parts[-1]:.0f} |"
        f" {len(times)} | {room:.0f} | {memory:.0f}"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def exponent(rows: Sequence[str], column: int) -> float:
    """Return how a column grows with the pile between the first and the last row."""
    first, last = (row.split(" | ") for row in (rows[0], rows[-1]))
    sizes = math.log(float(last[0]) / float(first[0]))
    return math.log(float(last[column]) / max(0.1, float(first[column]))) / sizes


def table(heads: str, rows: Sequence[str], timed: dict[str, int]) -> str:
    """Return a table with how its timed columns grow, in Markdown."""
    width = len(heads.split(" | "))
    lines = [f"| {heads} |", "|" + " --- |" * width, *(f"| {row} |" for row in rows)]
    if len(rows) > 1:
        grown = (f"{name} {exponent(rows, at):.2f}" for name, at in timed.items())
        lines += ["", f"Growth exponents, first to last row: {', '.join(grown)}."]
    return "\n".join(lines)


def _measured(kind: str, sizes: str) -> list[str]:
    rows = []
    for size in filter(None, sizes.split(",")):
        command = [sys.executable, "-m", "benchmarks.scale", kind, size]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(done.stdout.strip())
        print(rows[-1], flush=True)
    return rows


def main() -> int:
    """Measure each size in a process of its own, and print the tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--sizes", default="3000,10000,30000")
    ask.add_argument("--whole", default="1000,3000,10000")
    ask.add_argument("--one", type=int, help="match so many in this process")
    ask.add_argument("--windows", default="1000,3000,10000")
    ask.add_argument("--one-whole", type=int, help="conclude so many in this process")
    ask.add_argument("--one-windows", type=int, help="the same, in windows")
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.one:
        print(matching_row(asked.one))
        return 0
    if whole := asked.one_whole or asked.one_windows:
        print(whole_row(whole, in_windows=bool(asked.one_windows)))
        return 0
    alone = _measured("--one", asked.sizes)
    concluding = {"concluding anew": 1, "one more": 2}
    tables = (
        table(MATCHING, alone, {"finding": 2, "weighing": 3, "grouping": 4}),
        table(WHOLE, _measured("--one-whole", asked.whole), concluding),
        table(WINDOWS, _measured("--one-windows", asked.windows), concluding),
    )
    if asked.o:
        text = "\n\n".join(("# Growth with the pile", *tables))
        asked.o.write_text(f"{text}\n", encoding="utf-8")
    print("\n\n".join(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
