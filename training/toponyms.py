"""Learns what makes an entry of the gazetteer the one that a name means.

    python -m training.toponyms [--data ../shared/data] [--write]

A conditional logit over the entries that a name may mean and "no place", on the
development places; on reports whose incident's town is on record (GVA, without those
that the benchmark scores; wire-dev) over the entries alone, for its name. The prior
holds each weight near the one that was set by hand, which is what rare reasons keep.
Figures are cross-validated in five parts by document: no part is scored by weights that
were learnt on it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.algorithms.distance import distance_km
from rashomon.algorithms.similarity import normalised
from rashomon.extract import mentions, reading
from rashomon.ingest.raw import raw_of_fields
from rashomon.link import clues as clue_finder
from rashomon.link import outlets, places, reasons
from rashomon.link.candidates import Unit
from rashomon.link.clues import Clue
from rashomon.link.reasons import Setting
from rashomon.pipeline.annotate import as_given
from rashomon.pipeline.stages import gazetteer
from rashomon.publish import layers
from rashomon.store.gazetteer import Feature

PARTS = 5
STRENGTH = 5.0  # of the prior that holds a weight near the one set by hand
# The development places count names inside others' names; an incident is not there.
PINNED = frozenset({"a road's name", "before a word for a landscape"})
RIGHT_KM = 161.0
TOWN_KM = 50.0
SCORED_OF_GVA = 300
WEIGHTS = Path("src/rashomon/data/toponyms.tsv")
BY_HAND = Path("training/toponyms_by_hand.tsv")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """A name whose place is known; ``start`` None: wherever the text has it.

    ``point`` None: it names no place that could be scored.
    """

    name: str
    point: tuple[float, float] | None
    start: int | None = None
    end: int = 0
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One text, what is known of its names, and whether all its names are known."""

    row: Json
    known: tuple[Known, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Example:
    """The entries that one name may mean, with their reasons, and which are right.

    ``may_be_none``: it may name no place, and does where none of them is right.
    """

    document: str
    entries: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    may_be_none: bool


def of_places(folder: Path) -> Iterator[Task]:
    """Yield the development places, every name of which is annotated."""
    gold = {}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold[row["id"]] = tuple(
            Known(
                t["text"],
                (t["lat"], t["lon"]) if "lat" in t else None,
                t["start"],
                t["end"],
                int(t["geonameid"]) if t.get("geonameid") else None,
            )
            for t in row["toponyms"]
        )
    for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Task(row, gold[row["id"]], complete=True)


def of_gva(folder: Path, documents: int) -> Iterator[Task]:
    """Yield reports of shootings with the name of the town on record."""
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][SCORED_OF_GVA:]
    chosen = {row["id"]: row for row in rows[:: max(1, len(rows) // documents)]}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        for document in gold["documents"]:
            if document in chosen and gold["lat"] is not None and gold["city"]:
                names = gold["city"].replace("(", "|").replace(")", "").split("|")
                point = (gold["lat"], gold["lon"])
                known = tuple(Known(name.strip(), point) for name in names)
                yield Task(chosen[document], known, complete=False)


def of_wire(folder: Path) -> Iterator[Task]:
    """Yield the reports of wire-dev with the names of its incidents' towns."""
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for incident in gold["incidents"]:
        place = incident["attributes"].get("place") or {}
        if place.get("lat") is None or place.get("within_km", 25) > TOWN_KM:
            continue
        point = (place["lat"], place["lon"])
        known = tuple(Known(name, point) for name in place["names"])
        for account in incident["reports"]:
            if account["document"] in rows:
                yield Task(rows[account["document"]], known, complete=False)


def read(task: Task) -> list[Example]:
    """Return an example for each name of a text of which something is known."""
    raw = raw_of_fields(task.row, b"", task.row["id"])
    text = reading.read(as_given(raw))
    home = outlets.home_of(text.url, text.source, text.title, gazetteer())
    named = mentions.find(text)
    clues = clue_finder.find(text.text, named, gazetteer(), language=text.language)
    setting = Setting.of(clues, home)
    choices, scene = places.settle(clues, setting)
    made = []
    for clue in clues:
        wanted, sure = _known_of(clue, task)
        if not sure:
            continue
        outer = [choices[j].candidate.entry for j in clue.containers]
        entries = tuple(
            dict(
                (
                    *reasons.of_the_name(clue),
                    *reasons.of_the_entry(clue, c),
                    *reasons.of_the_scene(clue, c.entry, scene, outer),
                    *reasons.of_the_setting(clue, c.entry, setting, scene.divisions),
                )
            )
            for c in clue.candidates
        )
        right = _right(clue, wanted, RIGHT_KM if task.complete else TOWN_KM)
        if any(right) or (wanted is None and task.complete):
            made.append(Example(task.row["id"], entries, right, text.language == "en"))
    return made


def _known_of(clue: Clue, task: Task) -> tuple[Known | None, bool]:
    """Return what is known of a name, and whether that can be learnt from."""
    if not task.complete:
        if clue.unit in {Unit.REGION, Unit.DISTRICT}:
            return None, False  # "Ryazan region" is not the town on record
        name = normalised(clue.text)
        met = next((k for k in task.known if normalised(k.name) == name), None)
        return met, met is not None
    for known in task.known:
        if known.start is not None and (
            min(known.end, clue.span.end) > max(known.start, clue.span.start)
        ):
            return known, known.point is not None
    return None, True


def _right(clue: Clue, known: Known | None, km: float) -> tuple[bool, ...]:
    """Say which entries are right: the unit that is said, else the very one, else near."""
    if known is None or known.point is None:
        return tuple(False for _ in clue.candidates)
    lat, lon = known.point
    entries = [c.entry for c in clue.candidates]
    near = [distance_km(e.lat, e.lon, lat, lon) <= km for e in entries]
    fits = [
        n and clue.unit in {Unit.REGION, Unit.DISTRICT} and reasons.fits(clue, e)
        for e, n in zip(entries, near, strict=True)
    ]
    same = [e.geonameid == known.geonameid for e in entries]
    towns = [
        n and e.feature is Feature.PLACE and known.geonameid is None
        for e, n in zip(entries, near, strict=True)
    ]
    return tuple(next((told for told in (fits, same, towns) if any(told)), near))


def fit(examples: Sequence[Example], by_hand: Mapping[str, float]) -> dict[str, float]:
    """Return the weights under which the right entries are likeliest."""
    names = list(by_hand)
    column = {name: i for i, name in enumerate(names)}
    start = np.array([by_hand[name] for name in names])
    strength = np.array([1e6 if name in PINNED else STRENGTH for name in names])
    table, right, first = _table(examples, column)
    # "No place" is worth what the least place must be worth.
    offset = np.where(table[:, -1] > 0, places.EVEN, 0.0)
    table = table[:, :-1]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights + offset
        counts = np.diff(np.append(first, len(scores)))
        top = np.repeat(np.maximum.reduceat(scores, first), counts)
        chances = np.exp(scores - top)
        chances /= np.repeat(np.add.reduceat(chances, first), counts)
        held = np.add.reduceat(chances * right, first)
        given = chances * right / np.repeat(held, counts)
        away = weights - start
        total = -float(np.log(held).sum()) + 0.5 * float(strength @ away**2)
        slope = table.T @ (chances - given) + strength * away
        return total, slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    return dict(zip(names, found.x.tolist(), strict=True))


def _table(
    examples: Sequence[Example], column: Mapping[str, int]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.intp]]:
    """Return all entries as rows, which are right, and where each example begins."""
    rows = sum(len(e.entries) + e.may_be_none for e in examples)
    table = np.zeros((rows, len(column) + 1))
    right, first, at = np.zeros(rows, dtype=bool), [], 0
    for example in examples:
        first.append(at)
        for entry, is_right in zip(example.entries, example.right, strict=True):
            for name, much in entry.items():
                table[at, column[name]] = much
            right[at] = is_right
            at += 1
        if example.may_be_none:
            table[at, -1] = 1.0
            right[at] = not any(example.right)
            at += 1
    return table, right, np.array(first)


def read_weights(path: Path) -> dict[str, float]:
    """Return a table of weights."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def part_of(document: str) -> int:
    """Return in which part a document is held out."""
    return zlib.crc32(document.encode()) % PARTS


def share_right(
    examples: Sequence[Example], weights: Mapping[str, float]
) -> tuple[int, int]:
    """Return how many names mean the right entry, or rightly none, and of how many."""
    right = 0
    for example in examples:
        scores = [
            sum(weights[name] * much for name, much in entry.items())
            for entry in example.entries
        ]
        best = int(np.argmax(scores))
        none = example.may_be_none and scores[best] < places.EVEN
        right += not any(example.right) if none else example.right[best]
    return right, len(examples)


def annotate(asked: tuple[Task, Mapping[str, float]]) -> list[Json]:
    """Return the places of a text as ``annotate`` writes them, by these weights."""
    task, weights = asked
    text = reading.read(as_given(raw_of_fields(task.row, b"", task.row["id"])))
    home = outlets.home_of(text.url, text.source, text.title, gazetteer())
    named, language = mentions.find(text), text.language
    shipped = reasons.weights
    reasons.weights = lambda: dict(weights)  # type: ignore[assignment]
    try:
        found = places.resolve(
            text.text, named, gazetteer(), language=language, home=home
        )
    finally:
        reasons.weights = shipped
    return [
        layers.annotation_row(
            task.row["id"], layers.Layer.PLACES, text.text, layers.of_toponym(toponym)
        )
        for toponym in found
    ]


def main() -> None:
    """Read, cross-validate, say how well it does, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--documents", type=int, default=900)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--annotations", type=Path, help="where the held-out places go")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    sets = {
        "places": list(of_places(asked.data / "places")),
        "gva": list(of_gva(asked.data / "gva", asked.documents)),
        "wire-dev": list(of_wire(asked.data / "wire-dev")),
    }
    by_hand = read_weights(BY_HAND)
    examples: dict[str, list[Example]] = {}
    with ProcessPoolExecutor(asked.jobs) as pool:
        for name, tasks in sets.items():
            made = pool.map(read, tasks, chunksize=8)
            examples[name] = [example for held in made for example in held]
        everything = [e for held in examples.values() for e in held]
        parts = [
            fit([e for e in everything if part_of(e.document) != part], by_hand)
            for part in range(PARTS)
        ]
        _report(examples, by_hand, parts)
        if asked.annotations:
            jobs = [(task, parts[part_of(task.row["id"])]) for task in sets["places"]]
            with asked.annotations.open("w", encoding="utf-8") as out:
                for rows in pool.map(annotate, jobs, chunksize=8):
                    out.writelines(json.dumps(row) + "\n" for row in rows)
    weights = fit(everything, by_hand)
    for name, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        print(f"{weight:+.2f} (by hand {by_hand[name]:+.2f})  {name}")
    if asked.write:
        told = ", ".join(
            f"{len(held)} names of {name}" for name, held in examples.items()
        )
        head = (
            f"# Learnt by training/toponyms.py on {told}; what link/reasons.py finds."
        )
        lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
        WEIGHTS.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def _report(
    examples: Mapping[str, Sequence[Example]],
    by_hand: Mapping[str, float],
    parts: Sequence[Mapping[str, float]],
) -> None:
    for name, held in examples.items():
        before, asked = share_right(held, by_hand)
        after = 0
        for part, weights in enumerate(parts):
            own = [e for e in held if part_of(e.document) == part]
            after += share_right(own, weights)[0]
        print(f"{name}: right by hand {before}, learnt {after}, of {asked}")


if __name__ == "__main__":
    main()
