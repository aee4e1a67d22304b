"""Reads JSON lines: one document a line, each line on its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from rashomon.ingest.encodings import decode
from rashomon.ingest.raw import Read, failure, from_fields

# More than this in one line is no report but a bomb.
MAX_LINE_BYTES = 64 * 1024 * 1024


def read_json_lines(stream: BinaryIO, name: str, head: bytes = b"") -> Iterator[Read]:
    """Yield one document a line; a broken line fails alone.

    ``head`` is the first line where it was taken from the stream already.
    """
    number = documents = 0
    while line := head or stream.readline(MAX_LINE_BYTES + 1):
        head = b""
        number += 1
        where = f"{name} line {number}"
        if len(line) > MAX_LINE_BYTES:
            yield failure(
                where, f"is longer than {MAX_LINE_BYTES >> 20} MiB; split the file"
            )
            return
        if not line.strip():
            continue
        documents += 1
        yield _read_line(line, where)
    if not documents:
        yield failure(name, "is empty; nothing was read from it")


def _read_line(line: bytes, where: str) -> Read:
    if b"\0" in line:
        return failure(where, "is not text (binary data); write it as UTF-8")
    content, _ = decode(line)
    try:
        fields = json.loads(content)
    except json.JSONDecodeError as error:
        return failure(where, f"is not valid JSON ({error.msg}); correct the line")
    except (RecursionError, ValueError):  # nested too deeply, a number too long
        return failure(where, "is not JSON that can be read; correct the line")
    if not isinstance(fields, dict):
        return failure(where, 'is not a JSON object; write {"text": "…"}')
    return from_fields(fields, line, where)
