"""Reads CSV: a header with the names of an input document's fields, a document a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import FIELDS, Read, failure, from_fields

MAX_FIELD_CHARS = 16 * 1024 * 1024

# The encoding and the delimiter are told from the head; the rest is read row by row.
HEAD_BYTES = 256 * 1024
DELIMITERS = ",;\t|"


def read_csv(stream: BinaryIO, path: Path) -> Iterator[Read]:
    """Yield one document a row; a broken row fails alone."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), HEAD_BYTES)
    try:
        head = buffered.peek(HEAD_BYTES)
        if not head.strip():
            yield failure(path, "is empty; nothing was read from it")
        elif looks_binary(head):
            yield failure(path, "is not text (binary data); save it as CSV first")
        else:
            yield from _read_text(buffered, head, path)
    finally:
        buffered.detach()  # whoever opened the stream closes it


def _read_text(
    buffered: io.BufferedReader[io.RawIOBase], head: bytes, path: Path
) -> Iterator[Read]:
    _, encoding = decode(head[: head.rfind(b"\n") + 1] or head)
    text = io.TextIOWrapper(buffered, encoding, errors="replace", newline="")
    try:
        lines = _lines(text)
        first = next((line for line in lines if line.strip()), "")
        delimiter, names = _header(first)
        if {"text", "html"} & set(names):
            csv.field_size_limit(MAX_FIELD_CHARS)
            rows = csv.reader(lines, delimiter=delimiter, strict=True)
            yield from _rows(rows, names, path)
        else:
            yield failure(
                path,
                "has no column named text or html;"
                f" name the columns as {', '.join(FIELDS)}",
            )
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(MAX_FIELD_CHARS + 1):
        yield line


def _header(line: str) -> tuple[str, list[str]]:
    """Return the delimiter under which a header names a text, and the names."""
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        names = [cell.strip().lower() for cell in cells]
        if {"text", "html"} & set(names):
            return delimiter, names
    return ",", []


class _Reader(Iterator[list[str]]):
    """What the csv module's reader offers, for the type checker."""

    line_num: int


def _rows(reader: object, names: Sequence[str], path: Path) -> Iterator[Read]:
    rows, found = cast(_Reader, reader), False
    while True:
        where = f"{path} line {rows.line_num + 2}"
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            found = True
            yield failure(where, f"is not valid CSV ({error}); correct the row")
            if "limit" in str(error):
                return
            continue
        if any(cell.strip() for cell in cells):
            found = True
            yield _read_row(cells, names, where)
    if not found:
        yield failure(path, "has a header and no rows; nothing was read from it")


def _read_row(cells: Sequence[str], names: Sequence[str], where: str) -> Read:
    if any(cell.strip() for cell in cells[len(names) :]):
        return failure(
            where, "has more cells than the header; put text with commas in quotes"
        )
    fields = {
        name: cell
        for name, cell in zip(names, cells, strict=False)
        if name and cell.strip()
    }
    line = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return from_fields(fields, line.encode(), where)
