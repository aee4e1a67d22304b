"""Writes where outlets are at home, from reports whose incident's place is known.

    python -m training.outlets [--data ../shared/data] [--held-out 0] [--write]

A site is at home in a state where at least five of its reports, and nine in ten of all,
are of incidents there: ``src/rashomon/data/outlets.tsv``. ``--held-out N`` leaves out the
first N reports, so that figures on those are of outlets known from other reports only.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

MIN_REPORTS = 5
MIN_SHARE = 0.9
TABLE = Path("src/rashomon/data/outlets.tsv")


def homes(folder: Path, held_out: int) -> dict[str, str]:
    """Return the state of each site of GVA that mostly reports of one."""
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][held_out:]
    sites = {row["id"]: (row.get("source") or "").lower() for row in rows}
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        for document in gold["documents"]:
            if sites.get(document):
                site = sites[document].removeprefix("www.")
                states[site][gold["state"]] += 1
    found = {}
    for site, counted in states.items():
        state, reports = counted.most_common(1)[0]
        if reports >= MIN_REPORTS and reports >= MIN_SHARE * counted.total():
            found[site] = state
    return found


def main() -> None:
    """Count, say how many sites have a home, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--held-out", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found = homes(asked.data / "gva", asked.held_out)
    print(f"{len(found)} sites have a home")
    if asked.write:
        head = (
            "# site, country, division: made by training/outlets.py from GVA's reports"
        )
        rows = [f"{site}\tUS\t{state}" for site, state in sorted(found.items())]
        TABLE.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
