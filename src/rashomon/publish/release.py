"""A release: one folder with every format, the sources, a dictionary, checksums, a manifest.

It holds no time and no machine's name: the same database gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from rashomon.algorithms.seen import Seen
from rashomon.errors import PublishError
from rashomon.publish.delimited import table_lines
from rashomon.publish.fields import Cell, Told
from rashomon.publish.files import write_atomically
from rashomon.publish.formats import FORMATS, SOURCE_COLUMNS, dictionary_lines
from rashomon.publish.jsonl import INCIDENT_SCHEMA
from rashomon.publish.parquet import write_parquet

MANIFEST_SCHEMA = "rashomon.release/1"
# Whether a file of Parquet has a geometry.
PARQUET = {"incidents.parquet": False, "incidents.geoparquet": True}
_CHUNK = 1 << 20
# By kind ("stages", "models", "rules"): each by name with its version or checksum.
Versions = Mapping[str, Mapping[str, int | str]]


def write_release(
    told: Callable[[str], Iterator[Told]],
    folder: Path,
    versions: Versions,
    as_of: str | None = None,
) -> list[Path]:
    """Write the folder and return its files.

    ``told`` gives the incidents anew for each file, whose name it is told; ``versions``
    are those of what made the record, and ``as_of`` the moment as of which it is, for
    the manifest.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(
            f"{folder}: cannot be made ({error.strerror}); choose another place"
        ) from error
    for made in FORMATS.values():
        write_atomically(made.lines(told(made.file)), folder / made.file)
    names = [made.file for made in FORMATS.values()]
    if find_spec("pyarrow"):
        for name, geo in PARQUET.items():
            write_parquet(told(name), folder / name, geo=geo)
        names += PARQUET
    write_atomically(_sources(told("sources.csv")), folder / "sources.csv")
    write_atomically(dictionary_lines(), folder / "DICTIONARY.md")
    sums = {
        n: _sum(folder / n) for n in sorted([*names, "sources.csv", "DICTIONARY.md"])
    }
    write_atomically(_manifest(sums, versions, as_of), folder / "manifest.json")
    sums["manifest.json"] = _sum(folder / "manifest.json")
    checks = (f"{digest}  {name}" for name, digest in sorted(sums.items()))
    write_atomically(checks, folder / "SHA256SUMS")
    return [folder / name for name in (*sorted(sums), "SHA256SUMS")]


def _sources(told: Iterable[Told]) -> Iterator[str]:
    """Yield the table of outlets: how many documents and incidents each tells of."""
    documents: Counter[str] = Counter()
    incidents: Counter[str] = Counter()
    counted = Seen()
    for each in told:
        incidents.update(set(each.record.sources))
        documents.update(
            document.source or document.id
            for document in each.cited
            if counted.first(document.id)
        )
    rows: list[list[Cell]] = [
        [name, documents[name], incidents[name]] for name in sorted(incidents)
    ]
    return table_lines(rows, [name for name, _, _ in SOURCE_COLUMNS])


def _sum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _manifest(
    sums: Mapping[str, str], versions: Versions, as_of: str | None
) -> Iterator[str]:
    yield json.dumps(
        {
            "schema": MANIFEST_SCHEMA,
            "as_of": as_of,
            "incident_schema": INCIDENT_SCHEMA,
            "rashomon": version("rashomon"),
            "files": dict(sums),
            **{kind: dict(made_by) for kind, made_by in versions.items()},
        },
        indent=2,
        sort_keys=True,
    )
