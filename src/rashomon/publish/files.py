"""Files are written whole or not at all: a reader never sees half an export."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from rashomon.errors import PublishError


def write_lines(lines: Iterable[str], out: TextIO) -> int:
    """Write each line with its end, and return how many there were."""
    count = 0
    for line in lines:
        out.write(line + "\n")
        count += 1
    return count


def write_atomically(lines: Iterable[str], path: Path) -> int:
    """Write beside the file, then take its place; what was there stays until then.

    A pipe or a device cannot be replaced and is written to as it comes.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as out:
                return write_lines(lines, out)
        return _write_and_replace(lines, path.resolve())
    except OSError as error:
        raise PublishError(
            f"{path}: cannot be written ({error.strerror or error});"
            " choose another place with -o"
        ) from error


def _write_and_replace(lines: Iterable[str], path: Path) -> int:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as out:
            count = write_lines(lines, out)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return count
