"""Reads a set with rules alone, with each head alone and with both, for the comparison.

Writes the export of each as ``NAME.jsonl``; the scorers beside the project score them. The figures are in ``docs/decisions/0006-heads.md``.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

import rashomon
from rashomon.extract import heads
from rashomon.extract.heads import Heads
from rashomon.extract.reading import Reading
from rashomon.publish.jsonl import incident_lines

VARIANTS = {
    "rules": frozenset[str](),
    "roles": frozenset({"roles"}),
    "types": frozenset({"types"}),
    "all": frozenset({"roles", "types"}),
}


def kept(seen: Heads, names: frozenset[str]) -> Heads:
    """Return what the named heads saw, nothing of the others."""
    return replace(
        seen,
        roles=seen.roles if "roles" in names else (),
        types=seen.types if "types" in names else (),
    )


def export(inputs: list[str], names: frozenset[str], out: Path) -> None:
    """Run the inputs with some of the heads and write what they add up to."""
    read = heads.read

    def some(reading: Reading) -> Heads:
        return kept(read(reading), names)

    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(heads, "read", some),
        rashomon.open(Path(folder) / "ablation.db") as held,
    ):
        held.run(inputs, jobs=1)
        documents = {d.id: d for d in held.documents()}
        lines = incident_lines(held.incidents(), documents)
        out.write_text("".join(f"{line}\n" for line in lines))


def main() -> None:
    """Export every variant of the inputs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--out", type=Path, default=Path("build/ablation"))
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, names in VARIANTS.items():
        export(asked.inputs, names, asked.out / f"{name}.jsonl")
        print(name, flush=True)


if __name__ == "__main__":
    main()
