"""Fetches one address: the only module that opens a socket.

No address of this machine or of a private network is asked, redirects included, unless
allowed: a list of links must not be able to read what lies behind a firewall.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

import httpx

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import Read, failure, make_raw
from rashomon.model.document import Media

MAX_BYTES = 16 * 1024 * 1024
MAX_REDIRECTS = 5
USER_AGENT = "Rashomon/0.1 (reads single reports on request)"

# What a report is served as; a server that does not say gets the benefit of the doubt.
_PAGES = ("text/", "application/xhtml", "application/xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """``allow_private``: also fetch from this machine and private networks.

    ``timeout_s`` is for each wait, ``deadline_s`` for the page as a whole.
    """

    timeout_s: float = 20.0
    deadline_s: float = 60.0
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    raw: bytes
    kind: str
    charset: str | None
    url: str


class _RefusedError(Exception):
    """An address that is not to be asked or a page not to be read; says why."""


def fetch(url: str, options: FetchOptions) -> Read:
    """Return the page at an address, or why it could not be had."""
    try:
        page = _get(url, options)
    except _RefusedError as error:
        return failure(url, str(error))
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        return failure(url, f"the server answered {status}; save the page as .html")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        return failure(
            url, f"could not be fetched ({reason}); check the address and the network"
        )
    if not page.raw.strip():
        return failure(url, "the page is empty; check the address")
    if looks_binary(page.raw):
        return failure(url, f"is not a page ({page.kind or 'binary data'})")
    media = Media.TEXT if page.kind == "text/plain" else Media.HTML
    content, encoding = decode(
        page.raw, html=media is Media.HTML, declared=page.charset
    )
    return make_raw(
        content=content,
        media=media,
        raw=page.raw,
        origin=url,
        url=page.url,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        encoding=encoding,
    )


def _get(url: str, options: FetchOptions) -> _Page:
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, text/plain;q=0.8"}
    until = time.monotonic() + options.deadline_s
    with httpx.Client(timeout=options.timeout_s, headers=headers) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _check(url, options)
            with client.stream("GET", url) as response:
                _check_peer(response, options)
                if response.has_redirect_location:
                    url = _joined(url, response.headers["location"])
                    continue
                response.raise_for_status()
                kind = response.headers.get("content-type", "").lower().split(";")[0]
                if kind and not kind.strip().startswith(_PAGES):
                    raise _RefusedError(f"is not a page ({kind.strip()})")
                raw = _body(response, until)
                return _Page(raw, kind.strip(), response.charset_encoding, url)
    raise _RefusedError(
        f"redirects more than {MAX_REDIRECTS} times; give the last address"
    )


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
    if options.allow_private:
        return
    try:
        default = 443 if parts.scheme == "https" else 80
        found = socket.getaddrinfo(host, port or default, proto=socket.IPPROTO_TCP)
    except (OSError, ValueError) as error:
        raise _RefusedError(f"its host cannot be found ({error})") from error
    for *_, address in found:
        _refuse_private(str(address[0]))


def _check_peer(response: httpx.Response, options: FetchOptions) -> None:
    """Refuse an answer from a private address under a name that had a public one."""
    if options.allow_private or getproxies():
        return
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    if peer:
        _refuse_private(str(peer[0]))


def _refuse_private(address: str) -> None:
    where = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if not where.is_global or where.is_multicast:
        raise _RefusedError("leads to a private address, which is not fetched")
