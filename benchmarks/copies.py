"""Measure how well copies are found: pairs of documents of one family, against labels.

    python -m benchmarks.copies DATABASE QUERIES.json

DATABASE is what `rashomon run` made of the labelled set, QUERIES.json has `copy_of` for
each document that is a copy. Copies of copies count as copies of the original, too.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from rashomon.store.sqlite import open_store

Pair = tuple[str, str]


def pairs_of(family: Mapping[str, str]) -> set[Pair]:
    """Return the pairs of documents that share a family."""
    members: dict[str, list[str]] = defaultdict(list)
    for document, name in family.items():
        members[name].append(document)
    return {
        pair for group in members.values() for pair in combinations(sorted(group), 2)
    }


def labelled(queries: Path) -> set[Pair]:
    """Return the pairs that the labels call copies of one original."""
    documents = json.loads(queries.read_text(encoding="utf-8"))["documents"]
    original = {d["document"]: d.get("copy_of") for d in documents}

    def first(document: str) -> str:
        before = original.get(document)
        return first(before) if before else document

    return pairs_of({document: first(document) for document in original})


def main() -> int:
    """Print precision and recall, and every pair that is wrong or missed."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    with open_store(Path(sys.argv[1]), create=False) as store:
        held = {
            str(d.document.id): str(d.family) for d in store.documents() if d.family
        }
    wanted = {pair for pair in labelled(Path(sys.argv[2])) if held.keys() >= set(pair)}
    found = pairs_of(held)
    right = len(found & wanted)
    print(f"pairs labelled {len(wanted)}, found {len(found)}, right {right}")
    print(f"precision {right / max(1, len(found)):.3f}")
    print(f"recall {right / max(1, len(wanted)):.3f}")
    for pair in sorted(found - wanted):
        print("WRONG", *pair)
    for pair in sorted(wanted - found):
        print("MISSED", *pair)
    return 0


if __name__ == "__main__":
    sys.exit(main())
