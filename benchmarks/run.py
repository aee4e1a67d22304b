"""Score the whole path on the labelled sets, write a dated table, hold the floors.

    python -m benchmarks.run [--no-table] [--only seeds,wire-dev,gva,…]

Runs `rashomon run` and `rashomon export` exactly as a user would, then the scorers
that lie beside the labelled sets. Where these are absent it says so and exits with 0.
A figure below its floor in `floors.json` exits with 1; floors only rise.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import copies

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
FLOORS = HERE / "floors.json"
GVA_DOCUMENTS = 300

Figures = dict[str, float]


def rashomon(*arguments: str) -> str:
    """Run the command line as a user does; exit status 1 (a bad input) is no failure."""
    command = [sys.executable, "-m", "rashomon", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def run_and_export(
    inputs: list[str], folder: Path
) -> tuple[Path, Path, dict[str, Any]]:
    """Return the exported incidents and documents, and what the run says of itself."""
    database = folder / "bench.db"
    report = json.loads(rashomon("run", *inputs, "--db", str(database), "--json"))
    incidents, documents = folder / "incidents.jsonl", folder / "documents.jsonl"
    for form, path in (("jsonl", incidents), ("documents", documents)):
        rashomon("export", "--db", str(database), "--format", form, "-o", str(path))
    return incidents, documents, report


def score(script: str, *arguments: str) -> dict[str, Any]:
    """Run one of the scorers and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = [sys.executable, str(SHARED / "eval" / script), *arguments]
        subprocess.run([*command, "--json", str(out)], check=True, capture_output=True)
        figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return figures


def flat(figures: dict[str, Any]) -> Figures:
    """Return every figure as one number; "right of asked" becomes a share."""
    found: Figures = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            shares = {k: v[0] / v[1] for k, v in value.items() if v[1]}
            found.update(shares)
        elif isinstance(value, (int, float)):
            found[name] = float(value)
    return found


def measure_incidents(
    inputs: list[str], gold: Path, queries: Path | None = None
) -> Figures:
    """Return the figures of `score_incidents.py` on one set, and of its copies."""
    with tempfile.TemporaryDirectory() as name:
        incidents, documents, report = run_and_export(inputs, Path(name))
        figures = score(
            "score_incidents.py",
            *("--gold", str(gold), "--incidents", str(incidents)),
            *("--documents", str(documents)),
        )
        lines = documents.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        held = {row["id"]: row["family"] for row in rows if row.get("family")}
        told = copies.agreement(held, queries)[0] if queries else {}
    return flat(figures) | told | speed(report)


def measure_gva() -> Figures:
    """Return clustering and speed on the first documents of the largest set."""
    source = SHARED / "data" / "gva"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with gzip.open(source / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
            taken = [line for _, line in zip(range(GVA_DOCUMENTS), lines, strict=False)]
        (folder / "docs.jsonl").write_text("".join(taken), encoding="utf-8")
        ids = {json.loads(line)["id"] for line in taken}
        kept = []
        for line in (source / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["documents"] = [d for d in row["documents"] if d in ids]
            if row["documents"]:
                kept.append(json.dumps(row))
        (folder / "gold.jsonl").write_text("\n".join(kept), encoding="utf-8")
        incidents, _, report = run_and_export([str(folder / "docs.jsonl")], folder)
        figures = score(
            "score_clusters.py",
            *("--gold", str(folder / "gold.jsonl"), "--incidents", str(incidents)),
        )
    return numbers(figures) | speed(report)


def measure_muc() -> Figures:
    """Return the template figures of `score_muc4.py` on the dev documents."""
    source = SHARED / "data" / "muc4" / "dev"
    with tempfile.TemporaryDirectory() as name:
        incidents, _, report = run_and_export([str(source / "docs.jsonl")], Path(name))
        figures = score(
            "score_muc4.py",
            *("--gold", str(source / "gold.jsonl"), "--incidents", str(incidents)),
        )
    return numbers(figures) | speed(report)


def measure_layer(layer: str, source: Path) -> Figures:
    """Return the figures of `score_layers.py` on what `annotate` marks in one set."""
    with tempfile.TemporaryDirectory() as name:
        marked = Path(name) / "marked.jsonl"
        rashomon(
            *("annotate", str(source / "docs.jsonl"), "--layer", layer),
            *("-o", str(marked)),
        )
        figures = score(
            "score_layers.py",
            *(layer, "--gold", str(source / "gold.jsonl")),
            *("--annotations", str(marked)),
        )
    return numbers(figures)


def numbers(figures: Any, prefix: str = "") -> Figures:
    """Return every number of a nested table under a dotted name."""
    found: Figures = {}
    if isinstance(figures, dict):
        for key, value in figures.items():
            found.update(numbers(value, f"{prefix}{key}."))
    elif isinstance(figures, (int, float)):
        found[prefix.rstrip(".")] = float(figures)
    return found


def speed(report: dict[str, Any]) -> Figures:
    """Return what a run says of its own cost."""
    wanted = ("documents_per_second", "peak_memory_mb", "seconds")
    return {name: float(report[name]) for name in wanted if name in report}


def below_floors(results: dict[str, Figures]) -> list[str]:
    """Return a sentence for every figure on the wrong side of its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    faults = []
    for set_name, bounds in floors.items():
        for figure, bound in bounds.items():
            if set_name not in results:
                continue
            value = results[set_name].get(figure)
            low, high = bound.get("at_least"), bound.get("at_most")
            if value is None:
                faults.append(f"{set_name}: {figure} was not measured")
            elif low is not None and value < low - 1e-9:
                faults.append(
                    f"{set_name}: {figure} is {value:.3f}, the floor is {low}"
                )
            elif high is not None and value > high + 1e-9:
                faults.append(f"{set_name}: {figure} is {value:.3f}, at most {high}")
    return faults


def table(results: dict[str, Figures]) -> str:
    """Return the figures as a Markdown page."""
    lines = [f"# Benchmark of {date.today().isoformat()}", "", "`make bench`", ""]
    for set_name, figures in results.items():
        lines += [f"## {set_name}", "", "| figure | value |", "| --- | --- |"]
        lines += [f"| {name} | {value:.3f} |" for name, value in figures.items()]
        lines.append("")
    return "\n".join(lines)


def measured(names: Sequence[str]) -> Iterator[tuple[str, Figures]]:
    """Yield the figures of each set; a run has all cores, two layers share them."""
    for name in names:
        if name in RUNS:
            print(f"measuring {name} …", flush=True)
            yield name, RUNS[name]()
    layers = [name for name in names if name in LAYERS]
    if layers:
        print(f"measuring {', '.join(layers)} …", flush=True)
    with ThreadPoolExecutor(LAYERS_AT_ONCE) as pool:
        found = pool.map(lambda name: measure_layer(*LAYERS[name]), layers)
        yield from zip(layers, found, strict=True)


RUNS: dict[str, Callable[[], Figures]] = {
    "seeds": lambda: measure_incidents(
        [str(SHARED / "seeds")], SHARED / "gold" / "seeds.json"
    ),
    "wire-dev": lambda: measure_incidents(
        [str(SHARED / "data" / "wire-dev" / "docs.jsonl")],
        SHARED / "data" / "wire-dev" / "gold.json",
        SHARED / "data" / "wire-dev" / "queries.json",
    ),
    "gva": measure_gva,
    "muc4": measure_muc,
}
LAYERS = {
    "strikes": ("counts", SHARED / "data" / "strikes"),
    "attribution": ("attributions", SHARED / "data" / "attribution" / "dev"),
    "dates": ("dates", SHARED / "data" / "dates"),
    "places": ("places", SHARED / "data" / "places"),
}
# `annotate` reads in one process.
LAYERS_AT_ONCE = 2


def main() -> int:
    """Measure, print, write the table, and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join((*RUNS, *LAYERS)))
    parser.add_argument("--no-table", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("The labelled sets are not beside this checkout: nothing to measure.")
        return 0
    results = {}
    for name, figures in measured(options.only.split(",")):
        results[name] = figures
        print(f"{name}:")
        for figure, value in figures.items():
            print(f"  {figure:28} {value:.3f}", flush=True)
    if not options.no_table:
        folder = HERE / "results"
        folder.mkdir(exist_ok=True)
        page = folder / f"{date.today().isoformat()}.md"
        page.write_text(table(results), encoding="utf-8")
        print(f"written: {page.relative_to(HERE.parent)}")
    faults = below_floors(results)
    for fault in faults:
        print(f"BELOW THE FLOOR: {fault}")
    print(f"{len(results)} sets measured, {len(faults)} figures below their floors")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
