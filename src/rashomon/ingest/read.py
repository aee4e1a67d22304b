"""Turns what a person names (files, folders, addresses, "-") into raw documents.

One pass, one document in memory at a time. A bad input never raises: it is yielded as a
Failure that names it, the reason and the next step, and the rest goes on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.ingest import files
from rashomon.ingest.fetch import FetchOptions, fetch
from rashomon.ingest.lines import MAX_LINE_BYTES, read_json_lines
from rashomon.ingest.raw import Read, failure
from rashomon.model.document import Media, RawDocument
from rashomon.model.ids import DocumentId, content_hash
from rashomon.model.outcome import Failure

# How much of a content's hash tells two documents of one id apart.
SUFFIX_CHARS = 6
STANDARD_INPUT = "standard input"


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
    for found in _all(inputs, stdin, fetch_options or FetchOptions()):
        if isinstance(found, Failure):
            yield found
            continue
        mark = content_hash(found.content, found.url, found.source)
        id_ = _free_id(found, mark, seen)
        if id_ not in seen:
            seen[id_] = mark
            yield found if id_ == found.id else replace(found, id=id_)


def _free_id(found: RawDocument, mark: str, seen: dict[DocumentId, str]) -> DocumentId:
    """Return an id that nothing has, or that this very document has."""
    id_, length = found.id, SUFFIX_CHARS
    while seen.get(id_, mark) != mark:
        id_ = DocumentId(f"{found.id}-{content_hash(mark, length)[:length]}")
        length += 1
    return id_


def _all(
    inputs: Sequence[str], stdin: BinaryIO | None, fetch_options: FetchOptions
) -> Iterator[Read]:
    for name in inputs:
        if name == "-":
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from _from_stream(stream)
        elif name.lower().startswith(("http://", "https://")):
            yield fetch(name, fetch_options)
        else:
            yield from _from_path(Path(name))


def _from_stream(stream: BinaryIO) -> Iterator[Read]:
    """Read JSON lines as they come; what does not begin as such is one text or page."""
    head = stream.readline(MAX_LINE_BYTES + 1)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in {b"", b"{"}:
        yield from read_json_lines(stream, STANDARD_INPUT, head)
    else:
        media = Media.HTML if start == b"<" else Media.TEXT
        yield files.read_whole(stream, STANDARD_INPUT, media, head=head)


def _from_path(path: Path) -> Iterator[Read]:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        yield failure(path, "there is no such file or folder; check the name")
    except (OSError, ValueError) as error:
        yield failure(path, f"cannot be read ({getattr(error, 'strerror', error)})")
    else:
        yield from _from_existing(path)


def _from_existing(path: Path) -> Iterator[Read]:
    if path.is_dir():
        yield from _from_folder(path)
    elif files.is_known(path):
        yield from files.read_file(path)
    else:
        yield failure(
            path,
            f"{files.kind_of(path) or 'a file without a suffix'} cannot be read;"
            f" use one of {', '.join(files.KNOWN)} (or these with .gz)",
        )


def _from_folder(folder: Path) -> Iterator[Read]:
    refused: list[OSError] = []
    wanted = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found = [Path(place) / name for name in names if not name.startswith(".")]
        wanted += [path for path in found if files.is_known(path) and path.is_file()]
    for error in refused:
        yield failure(error.filename, f"cannot be listed ({error.strerror})")
    if not wanted and not refused:
        yield failure(
            folder, f"holds nothing to read; put {', '.join(files.KNOWN)} files in it"
        )
    for path in sorted(wanted):
        yield from files.read_file(path)
