"""Fetches one address: the only module that opens a socket.

No address of this machine or of a private network is asked, redirects included, unless
allowed: a list of links must not be able to read what lies behind a firewall.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeGuard
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

import httpx

from rashomon.ingest.archive import Archive, Exchange
from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import Read, failure, make_raw
from rashomon.model.document import Media, WarcRecord
from rashomon.model.outcome import Failure

MAX_BYTES = 16 * 1024 * 1024
MAX_REDIRECTS = 5
# Of one part of a host's name (RFC 1035): a longer one breaks the library below.
MAX_LABEL = 63
USER_AGENT = "Rashomon/0.1 (reads single reports on request)"

# What a report is served as; a server that does not say gets the benefit of the doubt.
PAGES = ("text/", "application/xhtml", "application/xml")
# Feeds come under many names of their own.
LISTINGS = (
    *PAGES,
    "application/rss",
    "application/atom",
    "application/rdf",
    "application/",
)

UNCHANGED = 304
# Too many requests, and what gateways say of a server that does not answer just now.
NOT_NOW = frozenset({429, 502, 503, 504})
POST_TIMEOUT_S = 20.0
# Headers of an answer that do not hold of its body as it is kept, unpacked: they stay
# under the name that warcio gives them, too.
_OF_THE_WIRE = frozenset({b"content-encoding", b"transfer-encoding", b"content-length"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """``allow_private``: also fetch from this machine and private networks.

    ``timeout_s`` is for each wait, ``deadline_s`` for the page as a whole. ``archive``
    keeps what was fetched as web archives.
    """

    timeout_s: float = 20.0
    deadline_s: float = 60.0
    allow_private: bool = False
    archive: Archive | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server tells whether an address has changed since it was last asked."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered. ``raw`` is None where nothing changed since last time.

    ``exchange`` is the whole of it for an archive, where there is something to keep.
    """

    raw: bytes | None
    kind: str
    charset: str | None
    url: str
    validators: Validators
    exchange: Exchange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Failure):
    """An address that gave nothing. ``status``: the server's, None where it gave none.

    ``later``: nothing was said of the page itself, and asking again may help.
    ``retry_after_s``: how long the server asks to be left alone, where it says.
    """

    status: int | None = None
    later: bool = False
    retry_after_s: float | None = None


class _RefusedError(Exception):
    """An address that is not to be asked or a page not to be read; says why."""


class _UnknownHostError(_RefusedError):
    """A host that cannot be found, now at least."""


def fetch(url: str, options: FetchOptions) -> Read:
    """Return the page at an address, or why it could not be had."""
    page = ask(url, options)
    if isinstance(page, Failure):
        return page
    archived, made = keep(page, options), as_document(page, url)
    return made if isinstance(made, Failure) else replace(made, archived=archived)


def keep(page: Answer, options: FetchOptions, **notes: str | None) -> WarcRecord | None:
    """Keep an answer in the archive; return where, None where nothing is kept."""
    if options.archive is None or page.exchange is None:
        return None
    named = {f"rashomon-{name}": said for name, said in notes.items()}
    return options.archive.keep(page.exchange, named)


def as_document(page: Answer, origin: str) -> Read:
    """Return the document of a page as it was received, or why it is none."""
    raw = page.raw or b""
    if not raw.strip():
        return failure(origin, "the page is empty; check the address")
    if looks_binary(raw):
        return failure(origin, f"is not a page ({page.kind or 'binary data'})")
    media = Media.TEXT if page.kind == "text/plain" else Media.HTML
    content, encoding = decode(raw, html=media is Media.HTML, declared=page.charset)
    return make_raw(
        content=content,
        media=media,
        raw=raw,
        origin=origin,
        url=page.url,
        retrieved=page.exchange.at if page.exchange else _now(),
        encoding=encoding,
    )


def ask(
    url: str,
    options: FetchOptions,
    *,
    kinds: Sequence[str] = PAGES,
    known: Validators | None = None,
) -> Answer | Refused:
    """Ask an address for what it holds, or for what changed since ``known``.

    ``kinds`` are the beginnings of the media types that will do.
    """
    try:
        return _get(url, options, kinds, known or Validators())
    except _RefusedError as error:
        return refused(url, str(error), later=isinstance(error, _UnknownHostError))
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        told = refused(
            url,
            f"the server answered {status}; save the page as .html",
            later=status in NOT_NOW,
        )
        wait = seconds_of(error.response.headers.get("retry-after"), datetime.now(UTC))
        return replace(told, status=status, retry_after_s=wait)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        # OSError: the server was gone before it was asked who it is.
        reason = str(error) or type(error).__name__
        return refused(
            url,
            f"could not be fetched ({reason}); check the address and the network",
            later=isinstance(error, (httpx.TransportError, OSError)),
        )


def post(url: str, lines: str) -> str | None:
    """Post JSON lines to an address that the user named; return why it was not taken."""
    headers = {"User-Agent": USER_AGENT, "Content-Type": "application/x-ndjson"}
    try:
        answer = httpx.post(
            url, content=lines.encode(), headers=headers, timeout=POST_TIMEOUT_S
        )
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return str(error) or type(error).__name__
    return None


def refused(url: str, reason: str, *, later: bool = False) -> Refused:
    """Return why an address gave nothing."""
    told = failure(url, reason)
    return Refused(
        stage=told.stage, origin=told.origin, message=told.message, later=later
    )


def seconds_of(said: str | None, now: datetime) -> float | None:
    """Return how long a Retry-After header asks for: seconds, or until a date."""
    if not said:
        return None
    if said.strip().isdecimal():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, OverflowError):  # a zone of a million years
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def _get(
    url: str, options: FetchOptions, kinds: Sequence[str], known: Validators
) -> Answer:
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8"}
    if _sendable(known.etag):
        headers["If-None-Match"] = known.etag
    if _sendable(known.modified):
        headers["If-Modified-Since"] = known.modified
    until = time.monotonic() + options.deadline_s
    with httpx.Client(timeout=options.timeout_s, headers=headers) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _check(url, options)
            with client.stream("GET", url) as response:
                peer = _peer(response)
                _check_peer(peer, options)
                if response.has_redirect_location:
                    url = _joined(url, response.headers["location"])
                    continue
                if response.status_code == UNCHANGED:
                    return _answer(response, url)
                response.raise_for_status()
                kind = _kind(response)
                if kind and not kind.startswith(tuple(kinds)):
                    raise _RefusedError(f"is not a page ({kind})")
                exchange = _exchange(_body(response, until), response, url, peer)
                return _answer(response, url, exchange)
    raise _RefusedError(
        f"redirects more than {MAX_REDIRECTS} times; give the last address"
    )


def _sendable(said: str | None) -> TypeGuard[str]:
    """Say whether a header can be sent back: a server may have said anything in it."""
    return bool(said and said.isascii() and said.isprintable())


def _answer(
    response: httpx.Response, url: str, exchange: Exchange | None = None
) -> Answer:
    return Answer(
        raw=exchange.body if exchange else None,
        kind=_kind(response),
        charset=response.charset_encoding,
        url=url,
        validators=Validators(
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
        ),
        exchange=exchange,
    )


def _exchange(
    raw: bytes, response: httpx.Response, url: str, peer: str | None
) -> Exchange:
    """Return what an archive keeps; a body that came packed is kept unpacked."""
    asked = response.request
    first = f"{asked.method} {asked.url.raw_path.decode('ascii')} HTTP/1.1"
    status = f"{response.http_version} {response.status_code} {response.reason_phrase}"
    headers = [
        (b"X-Archive-Orig-" + name if name.lower() in _OF_THE_WIRE else name, value)
        for name, value in response.headers.raw
    ]
    headers.append((b"Content-Length", str(len(raw)).encode()))
    return Exchange(
        url=url,
        at=_now(),
        request=_head(first, asked.headers.raw),
        head=_head(status, headers),
        body=raw,
        address=None if getproxies() else peer,
    )


def _head(first: str, headers: Sequence[tuple[bytes, bytes]]) -> bytes:
    lines = [first.encode(), *(name + b": " + value for name, value in headers)]
    return b"\r\n".join([*lines, b"", b""])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _kind(response: httpx.Response) -> str:
    said: str = response.headers.get("content-type", "")
    return said.lower().split(";")[0].strip()


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise _RefusedError(f"redirects to no address ({error})") from error


def _body(response: httpx.Response, until: float) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > MAX_BYTES:
            raise _RefusedError(f"is larger than {MAX_BYTES >> 20} MiB")
        if time.monotonic() > until:
            raise _RefusedError("takes too long to arrive; save the page as .html")
        parts.append(part)
    return b"".join(parts)


def _check(url: str, options: FetchOptions) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _RefusedError(f"is not an address ({error})") from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise _RefusedError("is not an http(s) address")
    labels = host.removesuffix(".").split(".")
    if not all(0 < len(label) <= MAX_LABEL for label in labels):
        raise _RefusedError("is not an address (no host can have this name)")
    if options.allow_private:
        return
    try:
        default = 443 if parts.scheme == "https" else 80
        found = socket.getaddrinfo(host, port or default, proto=socket.IPPROTO_TCP)
    except (OSError, ValueError) as error:
        raise _UnknownHostError(f"its host cannot be found ({error})") from error
    for *_, address in found:
        _refuse_private(str(address[0]))


def _check_peer(peer: str | None, options: FetchOptions) -> None:
    """Refuse an answer from a private address under a name that had a public one."""
    if peer and not options.allow_private and not getproxies():
        _refuse_private(peer)


def _peer(response: httpx.Response) -> str | None:
    """Return the address of who answers; it is known until all was read."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    return str(peer[0]) if peer else None


def _refuse_private(address: str) -> None:
    where = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if not where.is_global or where.is_multicast:
        raise _RefusedError("leads to a private address, which is not fetched")
