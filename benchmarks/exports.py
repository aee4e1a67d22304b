"""What each export costs: time, peak memory and size, at two sizes of database.

    python -m benchmarks.exports SMALL.db LARGE.db [--formats csv,release] [-o TABLE.md]

"release" is the folder of all formats.

`python -m benchmarks.many_incidents FILE INCIDENTS` makes such databases. Every export is
a process of its own, as a person would start it, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rashomon.cli.publish import Format
from rashomon.store.sqlite import open_store

HEADS = (
    "format | incidents | processor, s | peak memory, MiB | file, MiB | ms an incident"
)

# What is no format but all of them.
RELEASE = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one export took."""

    seconds: float
    memory: float
    size: float


def cost(database: Path, name: str) -> Cost:
    """Return what one format costs, of everything in the database."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "rashomon"]
        if name == RELEASE:
            command += ["release", str(out), "--db", str(database)]
        else:
            command += ["export", "--format", name, "--db", str(database)]
            command += ["-o", str(out)]
        child = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{name} failed on {database}")
        files = out.iterdir() if out.is_dir() else [out]
        return Cost(
            seconds=used.ru_utime + used.ru_stime,
            memory=used.ru_maxrss / 1024,
            size=sum(file.stat().st_size for file in files) / 2**20,
        )


def incidents(database: Path) -> int:
    """Return how many incidents a database holds."""
    with open_store(database, create=False) as store:
        return store.standing().incidents


def main() -> int:
    """Measure every format at each size, and print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("databases", nargs="+", type=Path)
    ask.add_argument("--formats", default=",".join([*Format, RELEASE]))
    ask.add_argument("-o", type=Path)
    asked = ask.parse_args()
    sizes = {database: incidents(database) for database in asked.databases}
    lines = [f"| {HEADS} |", "|" + " --- |" * 6]
    for name in asked.formats.split(","):
        for database, many in sizes.items():
            took = cost(database, name)
            row = f"{name} | {many} | {took.seconds:.1f} | {took.memory:.0f}"
            row += f" | {took.size:.1f} | {1000 * took.seconds / many:.2f}"
            lines.append(f"| {row} |")
            print(lines[-1], flush=True)
    table = "\n".join(lines)
    if asked.o:
        asked.o.write_text(f"# What exports cost\n\n{table}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
