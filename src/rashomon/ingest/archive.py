"""Keeps what was fetched as web archives (WARC 1.1), gzipped record by record.

A page is three records: the request, what we knew of the page (metadata), and the
answer, each with digests. They are appended in one piece and are on the disk before
anything points at them. A kill may tear the records that were being written; nobody
points at those, and they are cut away before the next ones are appended.
"""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import os
import uuid
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Self

from rashomon.errors import ArchiveError
from rashomon.model.document import WarcRecord

# Looking for a torn end unpacks the newest file once a start: two seconds at this size.
MAX_FILE_BYTES = 128 * 1024 * 1024
SOFTWARE = "Rashomon"
# What our metadata records say of the page whose answer follows them.
SOURCE, PUBLISHED, LANGUAGE, PURPOSE = (
    "rashomon-source",
    "rashomon-published",
    "rashomon-language",
    "rashomon-purpose",
)
LISTING, ROBOTS = "listing", "robots"

_PIECE_BYTES = 16 * 1024
_FIELDS = "application/warc-fields"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what was answered, as they went over the wire.

    ``head`` is the answer's status line and headers, ``body`` what came after them,
    its transport's compression undone; ``at`` is when it came, ISO 8601 in UTC.
    """

    url: str
    at: str
    request: bytes
    head: bytes
    body: bytes
    address: str | None = None


class Archive:
    """A folder of web archives that exchanges are appended to; a context manager."""

    def __init__(self, folder: Path, max_file_bytes: int = MAX_FILE_BYTES) -> None:
        """Keep the folder's name; it is made when there is something to put in it."""
        self.folder = folder
        self._limit = max_file_bytes
        self._file: FileIO | None = None
        self._name = ""

    def __enter__(self) -> Self:
        """Return the archive itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self.close()

    def keep(self, exchange: Exchange, notes: Mapping[str, str | None]) -> WarcRecord:
        """Append an exchange and what is known of it; return where its answer lies.

        Raises ArchiveError where the folder cannot be written to.
        """
        answer = _new_id()
        records = b"".join(_records(exchange, answer, notes))
        try:
            file = self._open()
            self._append(file, records)
        except OSError as error:
            self.close()
            raise ArchiveError(
                f"{self.folder}: what was fetched cannot be kept there"
                f" ({error.strerror or error}); free some room or check its permissions,"
                " or choose another folder with --archive"
            ) from error
        return WarcRecord(self._name, answer)

    def close(self) -> None:
        """Let go of the file; the next exchange goes on in it."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> FileIO:
        if self._file is not None and self._file.tell() < self._limit:
            return self._file
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        latest = max(self.folder.glob("rashomon-*.warc.gz"), default=None)
        if latest is None or not 0 < latest.stat().st_size < self._limit:
            return self._begin()
        file = _taken(latest)
        if file is None:
            return self._begin()
        end = whole_end(file)
        if not end:  # not ours after all, or torn at its very beginning: leave it
            file.close()
            return self._begin()
        file.truncate(end)
        file.seek(end)
        self._file, self._name = file, latest.name
        return file

    def _begin(self) -> FileIO:
        """Begin a new file, which says first who wrote it."""
        serial = 1 + len(list(self.folder.glob("rashomon-*.warc.gz")))
        while True:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            path = self.folder / f"rashomon-{stamp}-{serial:05}.warc.gz"
            try:
                self._file = path.open("xb", buffering=0)
                break
            except FileExistsError:
                serial += 1
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._name = path.name
        fields = {"software": SOFTWARE, "format": "WARC File Format 1.1"}
        self._append(self._file, _record("warcinfo", _lines(fields), {
            "WARC-Filename": path.name, "Content-Type": _FIELDS,
        }))  # fmt: skip
        return self._file

    def _append(self, file: FileIO, records: bytes) -> None:
        start = file.tell()
        try:
            left = memoryview(records)
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), start)  # a full disk tears no record
            raise


def whole_end(stream: BinaryIO) -> int:
    """Return where the last whole gzip member of a file ends."""
    stream.seek(0)
    end = at = 0
    unzip = zlib.decompressobj(wbits=31)
    while piece := stream.read(_PIECE_BYTES):
        while piece:
            try:
                unzip.decompress(piece)
            except zlib.error:
                return end
            at += len(piece) - len(unzip.unused_data)
            piece = unzip.unused_data
            if unzip.eof:
                end, unzip = at, zlib.decompressobj(wbits=31)
    return end


def notes_of(fields: bytes) -> dict[str, str]:
    """Return the fields of a metadata record, by their names in small letters."""
    lines = fields.decode("utf-8", errors="replace").splitlines()
    told = (line.partition(":") for line in lines)
    return {name.strip().lower(): said.strip() for name, colon, said in told if colon}


def _taken(path: Path) -> FileIO | None:
    """Open a file to append to, unless another process is appending to it."""
    file = path.open("r+b", buffering=0)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _records(
    exchange: Exchange, answer: str, notes: Mapping[str, str | None]
) -> tuple[bytes, ...]:
    about = {
        "WARC-Target-URI": _one_line(exchange.url),
        "WARC-Date": _moment(exchange.at),
    }
    beside = {**about, "WARC-Concurrent-To": answer}
    request = {**beside, "Content-Type": "application/http; msgtype=request"}
    known = {name: said for name, said in notes.items() if said}
    told = {
        **about,
        "WARC-Record-ID": answer,
        "WARC-Payload-Digest": _digest(exchange.body),
        "Content-Type": "application/http; msgtype=response",
    }
    if exchange.address:
        told["WARC-IP-Address"] = exchange.address
    return (
        _record("request", exchange.request, request),
        _record("metadata", _lines(known), {**beside, "Content-Type": _FIELDS}),
        _record("response", exchange.head + exchange.body, told),
    )


def _record(kind: str, block: bytes, headers: Mapping[str, str]) -> bytes:
    """Return one record: a gzip member of its own, as the standard wants it."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": _new_id(),
        "WARC-Date": _moment(now),
        **headers,
        "WARC-Block-Digest": _digest(block),
        "Content-Length": str(len(block)),
    }
    head = b"WARC/1.1\r\n" + _lines(fields) + b"\r\n"
    return gzip.compress(head + block + b"\r\n\r\n", mtime=0)


def _lines(fields: Mapping[str, str]) -> bytes:
    told = (f"{name}: {_one_line(said)}\r\n" for name, said in fields.items())
    return "".join(told).encode()


def _one_line(said: str) -> str:
    """Return a field's words on one line: a line break would begin another field."""
    return " ".join(said.split())


def _moment(utc: str) -> str:
    """Return a moment in UTC as the standard writes it."""
    return utc.replace("+00:00", "Z")


def _digest(block: bytes) -> str:
    return f"sha256:{hashlib.sha256(block).hexdigest()}"


def _new_id() -> str:
    return f"<{uuid.uuid4().urn}>"
