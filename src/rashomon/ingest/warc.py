"""Reads web archives (WARC 1.0 and 1.1, gzipped or not): one document a page.

Only answers with a page are documents; requests, metadata, images, redirects and errors
are passed over. One record is held at a time, and no more of it than a page may have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from rashomon.ingest import archive
from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import Read, failure, make_raw, writable
from rashomon.model.document import Media, WarcRecord
from rashomon.model.outcome import Failure

# More than this is no page but a bomb, decompressed or not.
MAX_PAGE_BYTES = 16 * 1024 * 1024
# What is said of a page in a few fields; more is another program's own affair.
MAX_NOTES_BYTES = 64 * 1024

# Those that the library can verify.
_DIGESTS = ("sha1:", "sha256:")
_HTML = ("text/html", "application/xhtml+xml")
_OK = 200


def read_warc(stream: BinaryIO, path: Path) -> Iterator[Read]:
    """Yield the pages of an archive; a damaged record ends it, what came before is kept.

    So does one that is cut off, as a kill leaves it: it is named, never half read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.metadata
    pages = number = 0
    known: dict[str, str] = {}
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=False):
            if record.record_type == WarcRecordType.metadata:
                known = _notes(record)
                continue
            number += 1
            found = _whole(record, path, number, known)
            pages += found is not None
            if found is not None:
                yield found
    except OSError as error:
        yield failure(path, f"is damaged after {number} records ({error})")
        return
    if not pages:
        yield failure(path, "holds no page; nothing was read from it")


def _notes(record: Any) -> dict[str, str]:
    """Return what a metadata record says, and of which record it says it."""
    if record.content_length > MAX_NOTES_BYTES:
        return {}
    told = archive.notes_of(record.reader.read(MAX_NOTES_BYTES))
    return told | {"of": record.headers.get("WARC-Concurrent-To", "")}


def _whole(
    record: Any, path: Path, number: int, known: Mapping[str, str]
) -> Read | None:
    """Return the document of a record that is there as a whole and unchanged."""
    where, name = f"{path} record {number}", record.headers.get("WARC-Record-ID", "")
    notes = known if name and known.get("of") == name else {}
    if archive.PURPOSE in notes or _is_robots(record):
        return None
    declared = record.content_length
    if declared <= MAX_PAGE_BYTES:  # a larger one is no page, or named as a bomb
        record.freeze()
        if record.content_length < declared:
            return failure(where, "is cut off (was its writer stopped?)")
        digest = record.headers.get("WARC-Block-Digest", "")
        if digest.startswith(_DIGESTS) and not record.verify_block_digest():
            return failure(where, "is not what was archived: its digest is another")
    record.parse_http(auto_decode="all")
    found = _page(record, where)
    if found is None or isinstance(found, Failure):
        return found
    return replace(
        found,
        source=notes.get(archive.SOURCE),
        published=notes.get(archive.PUBLISHED),
        language=notes.get(archive.LANGUAGE),
        archived=WarcRecord(writable(path.name), writable(name)) if name else None,
    )


def _is_robots(record: Any) -> bool:
    """Say whether a record holds a host's robots.txt, which crawls keep as text."""
    try:
        address = str(record.headers.get("WARC-Target-URI", ""))
        return urlsplit(address).path == "/robots.txt"
    except ValueError:
        return False


def _page(record: Any, where: str) -> Read | None:
    """Return the document of a record, why it is none, or None where it is no page."""
    headers = record.http_headers
    if headers is not None and headers.status_code != _OK:
        return None
    kind = (
        record.http_content_type
        if record.is_http
        else record.headers.get("Content-Type", "")
    )
    kind = (kind or "").lower().split(";")[0].strip()
    if kind not in {*_HTML, "text/plain"}:
        return None
    raw = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(raw) > MAX_PAGE_BYTES:
        return failure(where, f"is larger than {MAX_PAGE_BYTES >> 20} MiB")
    if not raw.strip():
        return failure(where, "is empty or cut off; archive the page again")
    if looks_binary(raw):
        return failure(where, f"is not a page (binary data served as {kind})")
    media = Media.TEXT if kind == "text/plain" else Media.HTML
    content, encoding = decode(
        raw, html=media is Media.HTML, declared=record.http_charset
    )
    date = record.record_date
    return make_raw(
        content=content,
        media=media,
        raw=raw,
        origin=where,
        url=record.headers.get("WARC-Target-URI"),
        retrieved=date.isoformat() if date else None,
        encoding=encoding,
    )
