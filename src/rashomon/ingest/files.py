"""Reads one file of each kind: text, page, JSON lines, CSV, and these gzipped."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import FIELDS, BadFieldError, make_raw, raw_of_fields
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure

KNOWN = (".txt", ".html", ".htm", ".jsonl", ".csv")
NOT_YET = (".warc",)

# More than this in one file of text, or in one line, is no report but a bomb.
MAX_TEXT_BYTES = 64 * 1024 * 1024
MAX_CSV_FIELD_CHARS = 16 * 1024 * 1024

Read = RawDocument | Failure


def failure(where: object, reason: str) -> Failure:
    """Return the failure of one input, named."""
    return Failure(stage="ingest", origin=str(where), message=f"{where}: {reason}")


def kind_of(path: Path) -> str:
    """Return the suffix that tells what a file holds, without .gz."""
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain.suffix.lower()


def is_known(path: Path) -> bool:
    """Say whether a file's name promises something we read (or know that we cannot yet)."""
    return kind_of(path) in KNOWN + NOT_YET


def read_file(path: Path) -> Iterator[Read]:
    """Yield the documents of one file."""
    kind = kind_of(path)
    if kind in NOT_YET:
        yield failure(
            path, "WARC files cannot be read yet; extract the pages as .html first"
        )
        return
    try:
        with _opened(path) as stream:
            if kind == ".jsonl":
                yield from read_json_lines(stream, str(path))
            elif kind == ".csv":
                yield from _read_csv(stream, path)
            else:
                yield _read_whole(
                    stream, path, Media.TEXT if kind == ".txt" else Media.HTML
                )
    except PermissionError:
        yield failure(path, "may not be read; change its permissions")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield failure(path, "is damaged or cut off (gzip); copy it again")
    except OSError as error:
        yield failure(path, f"cannot be read ({error.strerror or error})")


def _opened(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    return path.open("rb")


def _read_whole(stream: BinaryIO, path: Path, media: Media) -> Read:
    raw = stream.read(MAX_TEXT_BYTES + 1)
    if len(raw) > MAX_TEXT_BYTES:
        return failure(path, f"holds more than {MAX_TEXT_BYTES >> 20} MiB; split it")
    if not raw.strip():
        return failure(path, "is empty; nothing was read from it")
    if looks_binary(raw):
        return failure(path, "is not text (binary data); convert it to text first")
    content, encoding = decode(raw, html=media is Media.HTML)
    stem = path.name.split(".")[0] if path.suffix.lower() == ".gz" else path.stem
    return make_raw(
        content=content,
        media=media,
        raw=raw,
        origin=str(path),
        id=stem,
        encoding=encoding,
    )


def read_json_lines(stream: BinaryIO, name: str) -> Iterator[Read]:
    """Yield one document a line; a broken line fails alone."""
    number = documents = 0
    while line := stream.readline(MAX_TEXT_BYTES + 1):
        number += 1
        where = f"{name} line {number}"
        if len(line) > MAX_TEXT_BYTES:
            yield failure(
                where, f"is longer than {MAX_TEXT_BYTES >> 20} MiB; split the file"
            )
            return
        if not line.strip():
            continue
        documents += 1
        yield _read_json_line(line, where)
    if not documents:
        yield failure(name, "is empty; nothing was read from it")


def _read_json_line(line: bytes, where: str) -> Read:
    if b"\0" in line:
        return failure(where, "is not text (binary data)")
    content, _ = decode(line)
    try:
        fields = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        return failure(where, f"is not valid JSON ({reason}); correct the line")
    if not isinstance(fields, dict):
        return failure(where, 'is not a JSON object; write {"text": "…"}')
    return _from_fields(fields, line, where)


def _from_fields(fields: Mapping[str, Any], raw: bytes, where: str) -> Read:
    try:
        return raw_of_fields(fields, raw, where)
    except BadFieldError as error:
        return failure(where, str(error))


def _read_csv(stream: BinaryIO, path: Path) -> Iterator[Read]:
    raw = stream.read(MAX_TEXT_BYTES + 1)
    if len(raw) > MAX_TEXT_BYTES:
        yield failure(path, f"holds more than {MAX_TEXT_BYTES >> 20} MiB; split it")
        return
    if not raw.strip():
        yield failure(path, "is empty; nothing was read from it")
        return
    if looks_binary(raw):
        yield failure(path, "is not text (binary data); save it as CSV first")
        return
    content, _ = decode(raw)
    csv.field_size_limit(MAX_CSV_FIELD_CHARS)
    rows = csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline=""))
    columns = {(name or "").strip().lower() for name in rows.fieldnames or ()}
    if not columns & {"text", "html"}:
        yield failure(
            path,
            f"has no column named text or html; name the columns as {', '.join(FIELDS)}",
        )
        return
    yield from _csv_rows(rows, path)


def _csv_rows(rows: Iterable[dict[str | Any, Any]], path: Path) -> Iterator[Read]:
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            fields = {
                str(name).strip().lower(): value
                for name, value in row.items()
                if name and isinstance(value, str) and value.strip()
            }
            line = json.dumps(fields, ensure_ascii=False, sort_keys=True)
            yield _from_fields(fields, line.encode(), f"{path} row {number}")
    except csv.Error as error:
        yield failure(path, f"row {number + 1} is not valid CSV ({error}); correct it")
        return
    if number == 0:
        yield failure(path, "has a header and no rows; nothing was read from it")
