"""Web archives, made here: pages are documents, everything else is passed over."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rashomon.ingest import warc
from rashomon.ingest.files import read_file
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure

PAGE = "<html><body><p>Дрон попал в пекарню в Верине.</p></body></html>"


def record(
    kind: str, body: bytes, uri: str = "https://a.example/1", **more: str
) -> bytes:
    """Return one record of an archive."""
    content = more.get("content", "application/http; msgtype=response")
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\n"
        f"WARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(
    body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = ""
) -> bytes:
    """Return what a server answered."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def read(path: Path, *records: bytes, zipped: bool = False) -> list[object]:
    """Write an archive and read it."""
    name = path / ("a.warc.gz" if zipped else "a.warc")
    name.write_bytes(b"".join(gzip.compress(r) if zipped else r for r in records))
    return list(read_file(name))


@pytest.mark.parametrize("zipped", [False, True])
def test_a_page_keeps_address_time_and_encoding(tmp_path: Path, zipped: bool) -> None:
    """Whether or not the archive is gzipped, record by record."""
    body = answer(PAGE.encode("cp1251"), "text/html; charset=windows-1251")
    (found,) = read(tmp_path, record("response", body), zipped=zipped)
    assert isinstance(found, RawDocument)
    assert (found.content, found.media) == (PAGE, Media.HTML)
    assert found.url == "https://a.example/1"
    assert found.retrieved == "2024-05-03T10:00:00+00:00"
    assert found.origin.endswith("record 1")


def test_a_compressed_answer_is_unpacked(tmp_path: Path) -> None:
    """As a browser would have shown it."""
    body = answer(gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n")
    (found,) = read(tmp_path, record("response", body))
    assert isinstance(found, RawDocument)
    assert found.content == PAGE


def test_a_saved_resource_is_a_page_too(tmp_path: Path) -> None:
    """Without an answer around it."""
    (found,) = read(
        tmp_path, record("resource", b"A drone hit a bakery.", content="text/plain")
    )
    assert isinstance(found, RawDocument)
    assert found.media is Media.TEXT


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    """Requests, images, errors and redirects."""
    found = read(
        tmp_path,
        record("request", b"GET / HTTP/1.1\r\n\r\n", content="application/http"),
        record("response", answer(b"\x89PNG", "image/png")),
        record("response", answer(b"gone", status="404 Not Found")),
        record("response", answer(PAGE.encode())),
    )
    assert [type(f) for f in found] == [RawDocument]


def test_a_bomb_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more of a page is unpacked than a page may have."""
    monkeypatch.setattr(warc, "MAX_PAGE_BYTES", 100_000)
    bomb = answer(gzip.compress(b"x" * 10_000_000), more="Content-Encoding: gzip\r\n")
    first, second = read(
        tmp_path, record("response", bomb), record("response", answer(PAGE.encode()))
    )
    assert isinstance(first, Failure)
    assert "larger than" in first.message
    assert isinstance(second, RawDocument)


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ((b"",), "holds no page"),
        ((b"no archive " * 50,), "is damaged"),
        ((record("response", answer(b" ")),), "is empty or cut off"),
        ((record("response", answer(b"\0\1\2" * 90)),), "binary data"),
    ],
)
def test_a_bad_archive_is_named(
    tmp_path: Path, records: tuple[bytes, ...], reason: str
) -> None:
    """With the reason."""
    found = read(tmp_path, *records)
    assert isinstance(found[-1], Failure)
    assert reason in found[-1].message
