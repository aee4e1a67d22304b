"""Reads web archives (WARC 1.0 and 1.1, gzipped or not): one document a page.

Only answers with a page are documents; requests, metadata, images, redirects and errors
are passed over. One record is held at a time, and no more of it than a page may have.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import Read, failure, make_raw
from rashomon.model.document import Media

# More than this is no page but a bomb, decompressed or not.
MAX_PAGE_BYTES = 16 * 1024 * 1024

_HTML = ("text/html", "application/xhtml+xml")
_OK = 200


def read_warc(stream: BinaryIO, path: Path) -> Iterator[Read]:
    """Yield the pages of an archive; a damaged record ends it, what came before is kept."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(
        stream, record_types=wanted, parse_http=True, auto_decode="all"
    )
    pages = number = 0
    try:
        for record in records:
            number += 1
            found = _page(record, f"{path} record {number}")
            pages += found is not None
            if found is not None:
                yield found
    except OSError as error:
        yield failure(path, f"is damaged after {number} records ({error})")
        return
    if not pages:
        yield failure(path, "holds no page; nothing was read from it")


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
