"""Turns what a person names (files, folders, addresses, "-") into raw documents.

One pass, one document in memory at a time. A bad input never raises: it is yielded as a
Failure that names it, the reason and the next step, and the rest goes on.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.ingest import files
from rashomon.ingest.fetch import FetchOptions, fetch
from rashomon.model.document import RawDocument
from rashomon.model.ids import DocumentId, content_hash
from rashomon.model.outcome import Failure

Read = RawDocument | Failure


def read_inputs(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    fetch_options: FetchOptions | None = None,
) -> Iterator[Read]:
    """Yield every document of the inputs in order, and a Failure for each bad one.

    The same id with the same content is yielded once; with other content it gets a
    suffix from its content, so that no document is lost.
    """
    seen: dict[DocumentId, str] = {}
    repeated: Counter[DocumentId] = Counter()
    for found in _all(
        inputs, stdin or sys.stdin.buffer, fetch_options or FetchOptions()
    ):
        if isinstance(found, Failure):
            yield found
            continue
        item = found
        known = seen.get(item.id)
        if known == item.raw_sha256:
            continue
        if known is not None:
            repeated[item.id] += 1
            renamed = DocumentId(f"{item.id}-{content_hash(item.raw_sha256)[:6]}")
            if seen.get(renamed) == item.raw_sha256:
                continue
            item = replace(found, id=renamed)
        seen[item.id] = item.raw_sha256
        yield item


def _all(
    inputs: Sequence[str], stdin: BinaryIO, fetch_options: FetchOptions
) -> Iterator[Read]:
    for name in inputs:
        if name == "-":
            yield from files.read_json_lines(stdin, "standard input")
        elif name.startswith(("http://", "https://")):
            yield fetch(name, fetch_options)
        else:
            yield from _from_path(Path(name))


def _from_path(path: Path) -> Iterator[Read]:
    if not path.exists():
        yield files.failure(path, "there is no such file or folder; check the name")
    elif path.is_dir():
        yield from _from_folder(path)
    elif not files.is_known(path):
        yield files.failure(
            path,
            f"{files.kind_of(path) or 'a file without a suffix'} cannot be read;"
            f" use one of {', '.join(files.KNOWN)} (or these with .gz)",
        )
    else:
        yield from files.read_file(path)


def _from_folder(folder: Path) -> Iterator[Read]:
    try:
        paths = sorted(p for p in folder.rglob("*") if not _hidden(p, folder))
    except OSError as error:
        yield files.failure(folder, f"cannot be listed ({error.strerror})")
        return
    wanted = [p for p in paths if p.is_file() and files.is_known(p)]
    if not wanted:
        yield files.failure(
            folder, f"holds nothing to read; put {', '.join(files.KNOWN)} files in it"
        )
    for path in wanted:
        yield from files.read_file(path)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
