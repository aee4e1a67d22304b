"""Reads one file of each kind: text, page, JSON lines, CSV, and these gzipped."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.lines import read_json_lines
from rashomon.ingest.raw import Read, failure, make_raw
from rashomon.ingest.tables import read_csv
from rashomon.model.document import Media

KNOWN = (".txt", ".html", ".htm", ".jsonl", ".csv")
NOT_YET = (".warc",)

# More than this in one file of text is no report but a bomb.
MAX_TEXT_BYTES = 64 * 1024 * 1024


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
                yield from read_csv(stream, path)
            else:
                media = Media.TEXT if kind == ".txt" else Media.HTML
                yield _read_whole(stream, path, media)
    except PermissionError:
        yield failure(path, "may not be read; change its permissions")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield failure(path, "is damaged or cut off (gzip); copy it again")
    except OSError as error:
        yield failure(path, f"cannot be read ({error.strerror or error})")


def _opened(path: Path) -> BinaryIO:
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
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
    stem = Path(path.stem).stem if path.suffix.lower() == ".gz" else path.stem
    return make_raw(
        content=content,
        media=media,
        raw=raw,
        origin=str(path),
        id=stem.strip(),
        encoding=encoding,
    )
