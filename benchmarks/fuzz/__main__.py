"""Damaged inputs of every format, by the thousand: none may crash, hang or swell.

    python -m benchmarks.fuzz [--inputs 10000] [--format NAME ...] [--seed N] [-o TABLE.md]
    python -m benchmarks.fuzz --again SEED -o FILE    writes the one input of a seed

Sound samples of invented reports are damaged by seeded mutators: bits turned, pieces cut,
repeated, spliced and nested, giant numbers, control and bidirectional characters. Each
input goes the product's own way in, in a process whose memory is limited.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.fuzz.harness import Tally, input_of, try_all
from benchmarks.fuzz.trials import formats

HEAD = (
    "| format | inputs | accepted | crashes | hangs | slowest, s | peak, MiB |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)


def row(name: str, tally: Tally) -> str:
    """Return what came of one format as a row of the table."""
    kinds = [f.kind for f in tally.faults]
    cells = (
        name,
        f"{tally.tried:,}",
        f"{tally.accepted:,}",
        str(kinds.count("crash")),
        str(kinds.count("hang")),
        f"{tally.slowest_s:.2f}",
        str(tally.peak_mib),
    )
    return f"| {' | '.join(cells)} |"


def again(seed: str, out: Path) -> None:
    """Write the one input that a seed makes."""
    name, number_of, number = seed.split("/")
    out.write_bytes(input_of(name, formats()[name], int(number_of), int(number)))


def main() -> int:
    """Try every format asked for, print the table, fail where there was a fault."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--inputs", type=int, default=10_000)
    ask.add_argument("--format", choices=tuple(formats()), action="append")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--again")
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    if asked.again:
        again(asked.again, asked.o)
        return 0
    rows, faults = [HEAD], 0
    print(HEAD, flush=True)
    for name in asked.format or formats():
        inputs = max(1, asked.inputs // formats()[name].share)
        tally = try_all(name, inputs, asked.seed)
        rows.append(row(name, tally))
        print(rows[-1], flush=True)
        for fault in tally.faults:
            print(
                f"{fault.kind} {fault.seed}: {fault.told}", file=sys.stderr, flush=True
            )
        print(f"{name}: slowest {tally.slowest}", file=sys.stderr, flush=True)
        faults += len(tally.faults)
    if asked.o:
        asked.o.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
