"""A server of this process that answers with the bytes it is given; nothing leaves it."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

from rashomon.ingest.fetch import Answer, FetchOptions, Refused, as_document, ask, fetch
from rashomon.ingest.polite import Guest
from rashomon.ingest.raw import Read
from rashomon.model.document import RawDocument
from rashomon.model.outcome import Failure

OPTIONS = FetchOptions(timeout_s=1.0, deadline_s=3.0, allow_private=True)
URL = "http://gazette.example/1"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nwords"


class _Server:
    """Answers every connection with the same bytes, whatever it is asked."""

    def __init__(self) -> None:
        self.bytes = b""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection, contextlib.suppress(OSError):
                connection.settimeout(1.0)
                connection.recv(65536)
                connection.sendall(self.bytes)
                connection.shutdown(socket.SHUT_WR)


@cache
def _server() -> _Server:
    return _Server()


@contextlib.contextmanager
def answered(data: bytes) -> Iterator[None]:
    """Let every host be this server, which answers with the bytes."""
    server = _server()
    server.bytes = data
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))]
    # No certificate is looked at: without loading them a request takes a tenth.
    none = mock.patch.dict("os.environ", SSL_CERT_DIR=os.devnull)
    with none, mock.patch("socket.getaddrinfo", return_value=here):
        os.environ.pop("SSL_CERT_FILE", None)
        yield


def answer(data: bytes, _: Path) -> bool:
    """Fetch a page whose server answers with the bytes; redirects lead back to it.

    What the server says of changes is sent back to it.
    """
    with answered(data):
        got: Read = fetch(URL, OPTIONS)
        first = ask(URL, OPTIONS)
        if isinstance(first, Answer):
            ask(URL, OPTIONS, known=first.validators)
    if isinstance(got, Failure):
        got.message.encode("utf-8")
        return False
    for text in (got.content, got.url, got.encoding):
        (text or "").encode("utf-8")
    return isinstance(got, RawDocument)


def address(data: bytes, _: Path) -> bool:
    """Ask the address that the bytes are, as a feed or a list of links may name it."""
    url = data.decode("utf-8", errors="replace")
    with answered(PAGE):
        got = Guest(OPTIONS, sleep=lambda _: None).get(url)
        known: Read = fetch(url, OPTIONS)
    if isinstance(known, Failure):
        known.message.encode("utf-8")
    return isinstance(got, Answer)


def robots(data: bytes, _: Path) -> bool:
    """Ask a host whose robots.txt holds the bytes whether its pages may be read."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
    pauses: list[float] = []
    with answered(head % len(data) + data):
        got = Guest(OPTIONS, sleep=pauses.append).get(URL)
    if any(not 0 <= pause <= 60 for pause in pauses):
        raise AssertionError(f"a host held the poll up: {pauses}")
    if isinstance(got, Refused):
        return False
    return not isinstance(as_document(got, URL), Failure)
