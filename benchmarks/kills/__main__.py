"""Stops `run`, a person's decisions and `watch` at random moments; nothing may be lost.

    python -m benchmarks.kills [--times 100] [--only NAME ...] [--seed N] [-o TABLE.md]

Each command is stopped (SIGKILL, its workers too, or Ctrl-C) and started again, over and
over; after each blow the database must be whole and hold all it held. In the end it must
hold the documents, claims and decisions, each once, and export the bytes, of one that
nobody disturbed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from benchmarks.kills import trials
from benchmarks.kills.held import HEAD

TRIALS = {
    "run": trials.kill_run,
    "review": trials.kill_review,
    "watch": trials.kill_watch,
}


def main() -> int:
    """Stop as often as asked, print the table, fail where anything was lost."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--times", type=int, default=100, help="of all commands together")
    ask.add_argument("--only", choices=tuple(TRIALS), action="append")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    names = asked.only or list(TRIALS)
    rows, sound = [HEAD], True
    print(HEAD, flush=True)
    for number, name in enumerate(names):
        times = asked.times // len(names) + (number < asked.times % len(names))
        rng = Random(f"{name} {asked.seed}")
        with tempfile.TemporaryDirectory() as folder:
            result = TRIALS[name](times, rng, Path(folder))
        rows.append(result.row())
        print(rows[-1], flush=True)
        sound = sound and result.sound
    if asked.o:
        asked.o.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
