"""Reads one file of each kind: text, page, JSON lines, CSV, archive, and these gzipped."""

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
from rashomon.ingest.warc import read_warc
from rashomon.model.document import Media

KNOWN = (".txt", ".html", ".htm", ".jsonl", ".csv", ".warc")
# What often holds a report and that we cannot read: in a folder, too, it is named.
NOT_YET = {
    ".pdf": "export its text as .txt first",
    ".doc": "save it as .txt or .html first",
    ".docx": "save it as .txt or .html first",
    ".odt": "save it as .txt or .html first",
    ".rtf": "save it as .txt or .html first",
    ".md": "rename it to .txt first",
    ".mht": "save the page as .html first",
    ".mhtml": "save the page as .html first",
    ".json": "write one document a line as .jsonl first",
    ".tsv": "save it as .csv first",
    ".xlsx": "save the sheet as .csv first",
    ".zip": "unpack it first",
}

# More than this in one file of text is no report but a bomb.
MAX_TEXT_BYTES = 64 * 1024 * 1024


def kind_of(path: Path) -> str:
    """Return the suffix that tells what a file holds, without .gz."""
    plain = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain.suffix.lower()


def is_known(path: Path) -> bool:
    """Say whether a file's name promises something we read (or know that we cannot yet)."""
    return kind_of(path) in KNOWN or kind_of(path) in NOT_YET


def read_file(path: Path) -> Iterator[Read]:
    """Yield the documents of one file."""
    kind = kind_of(path)
    if kind in NOT_YET:
        yield failure(path, f"{kind} files cannot be read; {NOT_YET[kind]}")
        return
    try:
        with _opened(path) as stream:
            if kind == ".jsonl":
                yield from read_json_lines(stream, str(path))
            elif kind == ".csv":
                yield from read_csv(stream, path)
            elif kind == ".warc":
                yield from read_warc(stream, path)
            else:
                media = Media.TEXT if kind == ".txt" else Media.HTML
                stem = (
                    Path(path.stem).stem if path.suffix.lower() == ".gz" else path.stem
                )
                yield read_whole(stream, str(path), media, stem.strip())
    except PermissionError:
        yield failure(path, "may not be read; change its permissions")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield failure(path, "is damaged or cut off (gzip); copy it again")
    except OSError as error:
        yield failure(path, f"cannot be read ({error.strerror or error})")


def _opened(path: Path) -> BinaryIO:
    if kind_of(path) == ".warc":
        return path.open("rb")  # gzipped record by record: its reader knows how
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def read_whole(
    stream: BinaryIO, name: str, media: Media, id_: str | None = None, head: bytes = b""
) -> Read:
    """Return the one document that a stream holds; ``head``: what was read of it already."""
    raw = head + stream.read(MAX_TEXT_BYTES + 1)
    if len(raw) > MAX_TEXT_BYTES:
        return failure(name, f"holds more than {MAX_TEXT_BYTES >> 20} MiB; split it")
    if not raw.strip():
        return failure(name, "is empty; nothing was read from it")
    if looks_binary(raw):
        return failure(name, "is not text (binary data); convert it to text first")
    content, encoding = decode(raw, html=media is Media.HTML)
    return make_raw(
        content=content, media=media, raw=raw, origin=name, id=id_, encoding=encoding
    )
