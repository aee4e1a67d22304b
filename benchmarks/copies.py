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


def agreement(
    held: Mapping[str, str], queries: Path
) -> tuple[dict[str, float], list[tuple[str, Pair]]]:
    """Return precision and recall, and each pair that is wrong or missed.

    ``held``: the family of each document.
    """
    wanted = {pair for pair in labelled(queries) if held.keys() >= set(pair)}
    found = pairs_of(held)
    right = len(found & wanted)
    figures = {
        "copies.asked": float(len(wanted)),
        "copies.precision": right / max(1, len(found)),
        "copies.recall": right / max(1, len(wanted)),
    }
    faults = [("wrong", pair) for pair in sorted(found - wanted)]
    return figures, faults + [("missed", pair) for pair in sorted(wanted - found)]


def main() -> int:
    """Print precision and recall, and every pair that is wrong or missed."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    with open_store(Path(sys.argv[1]), create=False) as store:
        held = {
            str(d.document.id): str(d.family) for d in store.documents() if d.family
        }
    figures, faults = agreement(held, Path(sys.argv[2]))
    for name, value in figures.items():
        print(f"{name} {value:.3f}")
    for fault, pair in faults:
        print(f"{fault}: {' '.join(pair)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
