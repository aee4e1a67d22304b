"""Learns by what the incident's place is told among the places that a report names.

    python -m training.incident_place [--data ../shared/data] [--documents 900] [--more FOLDER …] [--write]

A conditional logit: of the candidates that one account names, those within reach of the
known place should have the highest sum. Learnt on reports of GVA (their incident's
coordinates are on record) and of wire-dev (the main accounts of its gold), and of what
``--more`` names, which counts as one set; figures are cross-validated in five parts by incident. ``--write`` puts the weights of all parts
together into ``src/rashomon/data/incident_place.tsv``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.algorithms.distance import distance_km
from rashomon.extract import incident_place, where_when
from rashomon.model.value import Where

PARTS = 5
STRENGTH = 1.0  # of the prior that holds a weight near nothing
WITHIN_KM = {"gva": 50.0, "wire-dev": 25.0}
WEIGHTS = Path("src/rashomon/data/incident_place.tsv")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One report and where its incident was."""

    row: Json
    incident: str
    lat: float
    lon: float
    within_km: float


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one account: their reasons, and which are right.

    ``weight``: so that each set counts as much as any other.
    """

    weight: float
    incident: str
    reasons: list[dict[str, float]]
    right: list[bool]


def of_gva(folder: Path, documents: int) -> Iterator[Wanted]:
    """Yield reports of shootings whose coordinates are on record."""
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = {row["id"]: row for row in rows[:: max(1, len(rows) // documents)]}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        for document in gold["documents"]:
            if document in rows and gold["lat"] is not None:
                yield Wanted(
                    rows[document],
                    gold["incident"],
                    gold["lat"],
                    gold["lon"],
                    WITHIN_KM["gva"],
                )


def of_wire(folder: Path) -> Iterator[Wanted]:
    """Yield the reports of wire-dev that are mainly of one incident of its gold."""
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for incident in gold["incidents"]:
        place = incident["attributes"].get("place") or {}
        if place.get("lat") is None:
            continue
        for account in incident["reports"]:
            if account["prominence"] == "main" and account["document"] in rows:
                yield Wanted(
                    rows[account["document"]],
                    incident["id"],
                    place["lat"],
                    place["lon"],
                    place.get("within_km", WITHIN_KM["wire-dev"]),
                )


def read(wanted: Wanted) -> Example | None:
    """Read one report as a run does, and return the candidates of its main account."""
    from rashomon.clean.documents import clean
    from rashomon.ingest.raw import raw_of_fields
    from rashomon.model.document import Document
    from rashomon.pipeline.stages import read_accounts

    met: list[list[incident_place.Candidate]] = []
    choose = incident_place.choose

    def listen(*arguments: Any) -> Any:
        met.append(incident_place.candidates(*arguments))
        return choose(*arguments)

    document = clean(raw_of_fields(wanted.row, b"", wanted.row["id"]))
    if not isinstance(document, Document):
        return None
    where_when.incident_place.choose = listen  # type: ignore[assignment]
    try:
        read_accounts(document)
    finally:
        where_when.incident_place.choose = choose
    # The main account names its places first and, as a rule, the most.
    told = max(met, key=len, default=[])
    right = [_is_right(c.toponyms[0].where, wanted) for c in told]
    return Example(1.0, wanted.incident, [dict(c.reasons) for c in told], right)


def _is_right(where: Where | None, wanted: Wanted) -> bool:
    if where is None or where.point is None:
        return False
    km = distance_km(where.point.lat, where.point.lon, wanted.lat, wanted.lon)
    return km <= wanted.within_km


def fit(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    """Return the weights under which the right candidates are likeliest."""
    groups = [
        (
            np.array([[r.get(n, 0.0) for n in names] for r in e.reasons]),
            np.array(e.right),
            e.weight,
        )
        for e in examples
        if any(e.right) and not all(e.right)
    ]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = 0.5 * STRENGTH * float(weights @ weights)
        slope = STRENGTH * weights
        for reasons, right, weight in groups:
            scores = reasons @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            held = chances[right].sum()
            total -= weight * float(np.log(held))
            given = np.where(right, chances / held, 0.0)
            slope = slope + weight * (chances - given) @ reasons
        return total, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    weights: NDArray[np.float64] = found.x
    return weights


def share_right(
    examples: Sequence[Example], names: Sequence[str], weights: NDArray[np.float64]
) -> tuple[int, int, int]:
    """Return how many have the right place first, how many can, and how many there are."""
    right = possible = 0
    for example in examples:
        if not example.reasons:
            continue
        scores = [
            sum(w * r.get(n, 0.0) for n, w in zip(names, weights, strict=True))
            for r in example.reasons
        ]
        right += example.right[int(np.argmax(scores))]
        possible += any(example.right)
    return right, possible, len(examples)


def part_of(incident: str) -> int:
    """Return in which part an incident is held out."""
    return zlib.crc32(incident.encode()) % PARTS


def main() -> None:
    """Read, cross-validate, say how well it does, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--documents", type=int, default=900)
    parser.add_argument(
        "--more", type=Path, nargs="*", default=(), help="folders made like wire-dev"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    sets = {
        "gva": list(of_gva(asked.data / "gva", asked.documents)),
        "wire-dev": list(of_wire(asked.data / "wire-dev")),
    }
    if asked.more:
        sets["others"] = [wanted for folder in asked.more for wanted in of_wire(folder)]
    examples: dict[str, list[Example]] = defaultdict(list)
    with ProcessPoolExecutor(asked.jobs) as pool:
        for name, wanted in sets.items():
            made = pool.map(read, wanted, chunksize=8)
            examples[name] = [e for e in made if e is not None]
    most = max(len(held) for held in examples.values())
    for name, held in examples.items():
        examples[name] = [replace(e, weight=most / len(held)) for e in held]
    everything = [e for held in examples.values() for e in held]
    names = sorted({n for e in everything for r in e.reasons for n in r})
    for name, held in examples.items():
        sums = np.zeros(3, dtype=int)
        for part in range(PARTS):
            taught = [e for e in everything if part_of(e.incident) != part]
            asked_for = [e for e in held if part_of(e.incident) == part]
            sums += share_right(asked_for, names, fit(taught, names))
        print(f"{name}: right {sums[0]}, possible {sums[1]}, of {sums[2]}")
    weights = fit(everything, names)
    for name, weight in sorted(zip(names, weights, strict=True), key=lambda p: -p[1]):
        print(f"{weight:+.2f}  {name}")
    if asked.write:
        _write(dict(zip(names, weights, strict=True)), examples)


def _write(weights: dict[str, float], examples: dict[str, list[Example]]) -> None:
    told = ", ".join(f"{len(held)} of {name}" for name, held in examples.items())
    lines = [
        f"# Learnt by training/incident_place.py on {told}; natural logarithms of odds.",
        *(f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
