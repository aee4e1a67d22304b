"""Pages are fetched from a server of our own on this machine; nothing leaves it."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote, unquote_to_bytes

import pytest
from fastwarc.warc import ArchiveIterator

from rashomon.ingest import fetch as module
from rashomon.ingest.archive import Archive
from rashomon.ingest.fetch import (
    Answer,
    FetchOptions,
    Refused,
    ask,
    fetch,
    seconds_of,
)
from rashomon.ingest.files import read_file
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure

PAGE = "<html><body><p>Дрон попал в пекарню в Верине.</p></body></html>"
HERE = FetchOptions(timeout_s=5, allow_private=True)


class _Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    pages: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/page": ("text/html; charset=windows-1251", PAGE.encode("cp1251")),
        "/plain": ("text/plain", b"A drone hit a bakery in Verin."),
        "/empty": ("text/html", b" "),
        "/binary": ("text/html", b"\x00\x01\x02" * 50),
        "/paper.pdf": ("application/pdf", b"%PDF-1.4"),
        "/big": ("text/html", b"x" * 50_000),
    }

    def do_GET(self) -> None:
        """Answer with a page, a redirect or nothing."""
        self.asked.append(self.path)
        if self.path.startswith("/status/"):
            self.send_response(int(self.path.removeprefix("/status/")))
            self.send_header("Retry-After", "120")
            self.end_headers()
        elif self.path == "/packed":
            raw = gzip.compress(PAGE.encode())
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)
        elif self.path.startswith("/tag/"):
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", "5")
            tag = unquote_to_bytes(self.path.removeprefix("/tag/"))
            self.send_header("ETag", tag.decode("latin-1"))
            self.end_headers()
            self.wfile.write(b"words")
        elif self.path.startswith("/to/"):
            self._answer(302, "text/html", b"", self.path.removeprefix("/to/"))
        elif self.path in self.pages:
            self._answer(200, *self.pages[self.path])
        else:
            self._answer(404, "text/html", b"gone")

    def _answer(self, status: int, kind: str, raw: bytes, to: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        if to:
            self.send_header("Location", to)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of a server on this machine."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _reason(url: str, options: FetchOptions = HERE) -> str:
    found = fetch(url, options)
    assert isinstance(found, Failure)
    assert found.origin == url
    return found.message


def test_a_page_is_read_in_the_encoding_its_server_names(server: str) -> None:
    """The address and the time of asking are kept."""
    found = fetch(f"{server}/page", HERE)
    assert isinstance(found, RawDocument)
    assert (found.media, found.content) == (Media.HTML, PAGE)
    assert found.url == f"{server}/page"
    assert found.raw == PAGE.encode("cp1251")
    assert found.retrieved is not None


def test_plain_text_is_text(server: str) -> None:
    """No article is searched in it."""
    found = fetch(f"{server}/plain", HERE)
    assert isinstance(found, RawDocument)
    assert found.media is Media.TEXT


def test_a_redirect_is_followed_and_its_end_is_the_address(server: str) -> None:
    """Two in a row, too."""
    found = fetch(f"{server}/to//to//plain", HERE)
    assert isinstance(found, RawDocument)
    assert found.url == f"{server}/plain"


def test_redirects_without_end_are_left(server: str) -> None:
    """After as many as a browser would call suspicious."""
    assert "redirects more than" in _reason(server + "/to/" * 9 + "/plain")


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/nowhere", "404"),
        ("/empty", "empty"),
        ("/binary", "not a page"),
        ("/paper.pdf", "application/pdf"),
        ("/to/ftp://wire.example/x", "not an http"),
        ("/to/http://[broken", "address"),
    ],
)
def test_what_is_no_page_is_a_failure(server: str, path: str, word: str) -> None:
    """With the reason."""
    assert word in _reason(server + path)


def test_a_page_larger_than_the_limit_is_not_read_to_its_end(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is on what comes out of the wire's compression."""
    monkeypatch.setattr(module, "MAX_BYTES", 10_000)
    assert "larger than" in _reason(f"{server}/big")


def test_a_page_that_drips_is_left(server: str) -> None:
    """Each wait may be short and the whole still too long."""
    slow = FetchOptions(timeout_s=5, deadline_s=-1, allow_private=True)
    assert "too long" in _reason(f"{server}/plain", slow)


def test_a_private_address_is_not_even_asked(server: str) -> None:
    """Unless it is allowed on purpose."""
    before = len(_Handler.asked)
    assert "private address" in _reason(f"{server}/plain", FetchOptions())
    assert len(_Handler.asked) == before


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "127.0.0.1", "0.0.0.0", "10.1.2.3", "192.168.0.1", "169.254.1.1",
        "[::1]", "[::ffff:127.0.0.1]", "2130706433", "224.0.0.1",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_passes(host: str) -> None:
    """Names, numbers and IPv6."""
    assert "private" in _reason(f"http://{host}:1/", FetchOptions(timeout_s=1))


def test_a_redirect_to_a_private_address_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step is looked at, not the first alone."""
    real, seen = module._check, []

    def first_passes(url: str, options: FetchOptions) -> None:
        seen.append(url)
        if len(seen) > 1:
            real(url, FetchOptions())

    monkeypatch.setattr(module, "_check", first_passes)
    assert "private address" in _reason(f"{server}/to//plain")
    assert len(seen) == 2


def test_a_name_that_changes_its_address_is_caught(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was public when it was looked up, and the answer comes from within."""
    monkeypatch.setattr(module, "_check", lambda url, options: None)
    assert "private address" in _reason(f"{server}/plain", FetchOptions())


def test_a_closed_port_is_a_failure() -> None:
    """With the next step; asking again later may help."""
    assert "check the address" in _reason("http://127.0.0.1:9/")
    got = ask("http://127.0.0.1:9/", HERE)
    assert isinstance(got, Refused)
    assert got.later


@pytest.mark.parametrize(
    ("status", "later"), [(429, True), (503, True), (500, False), (404, False)]
)
def test_a_busy_server_says_when_to_come_again(
    server: str, status: int, later: bool
) -> None:
    """One that has no such page does not."""
    got = ask(f"{server}/status/{status}", HERE)
    assert isinstance(got, Refused)
    assert (got.status, got.later, got.retry_after_s) == (status, later, 120.0)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        ("Sat, 04 May 2024 08:01:00 GMT", 60.0),
        ("Sat, 04 May 2024 07:00:00 GMT", 0.0),
        ("soon", None),
        ("²", None),
        ("Sat, 04 May 2024 08:01:00 +99999999999999999", None),
        ("", None),
        (None, None),
    ],
)
def test_when_to_come_again_is_told_in_seconds_or_as_a_date(
    said: str | None, seconds: float | None
) -> None:
    """The standard has both."""
    now = datetime(2024, 5, 4, 8, 0, tzinfo=UTC)
    assert seconds_of(said, now) == seconds


@pytest.mark.parametrize("host", ["a" * 64, ".a.example", "a..example"])
def test_a_name_that_no_host_can_have_is_refused(host: str) -> None:
    """Its parts are too long, or empty."""
    got = ask(f"https://{host}/page", HERE)
    assert isinstance(got, Refused)
    assert "no host can have this name" in got.message


def test_a_server_that_is_gone_at_once_is_a_failure(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answered and closed before it was asked who it is: that may pass."""

    def gone(_: object) -> str:
        raise OSError(107, "Transport endpoint is not connected")

    monkeypatch.setattr(module, "_peer", gone)
    got = ask(f"{server}/page", HERE)
    assert isinstance(got, Refused)
    assert got.later


@pytest.mark.parametrize("tag", ["é", "a\x7fb"])
def test_a_tag_that_cannot_be_sent_back_is_not(server: str, tag: str) -> None:
    """No header that a server once sent may keep it from being asked again."""
    first = ask(f"{server}/tag/{quote(tag, encoding='latin-1')}", HERE)
    assert isinstance(first, Answer)
    assert first.validators.etag == tag
    again = ask(f"{server}/tag/x", HERE, known=first.validators)
    assert isinstance(again, Answer)


def test_what_was_fetched_is_kept_and_pointed_at(server: str, tmp_path: Path) -> None:
    """A body that came packed is kept unpacked, under the hash of the document."""
    with Archive(tmp_path) as kept:
        options = FetchOptions(timeout_s=5, allow_private=True, archive=kept)
        found = fetch(f"{server}/packed", options)
    assert isinstance(found, RawDocument)
    assert found.content == PAGE
    (file,) = tmp_path.glob("*.warc.gz")
    (again,) = read_file(file)
    assert isinstance(again, RawDocument)
    assert (again.id, again.raw_sha256) == (found.id, found.raw_sha256)
    assert again.archived == found.archived is not None
    heads = [r.reader.read() for r in ArchiveIterator(str(file), parse_http=False)]
    assert any(b"x-archive-orig-content-encoding: gzip" in h.lower() for h in heads)
    assert any(h.startswith(b"GET /packed HTTP/1.1\r\n") for h in heads)
