"""Fetches one address: the only module that opens a socket.

No address of this machine or of a private network is asked, redirects included, unless
allowed: a list of links must not be able to read what lies behind a firewall.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from rashomon.ingest.encodings import decode, looks_binary
from rashomon.ingest.raw import make_raw
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure

MAX_BYTES = 16 * 1024 * 1024
MAX_REDIRECTS = 5
USER_AGENT = "Rashomon/0.1 (reads single reports on request)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """``allow_private``: also fetch from this machine and private networks."""

    timeout_s: float = 20.0
    allow_private: bool = False


class _RefusedError(Exception):
    """An address that is not to be asked; the message says why."""


def fetch(url: str, options: FetchOptions) -> RawDocument | Failure:
    """Return the page at an address, or why it could not be had."""
    try:
        raw, kind, final = _get(url, options)
    except _RefusedError as error:
        return _failure(url, str(error))
    except httpx.HTTPStatusError as error:
        return _failure(url, f"the server answered {error.response.status_code}")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        return _failure(
            url, f"could not be fetched ({reason}); check the address and the network"
        )
    if not raw.strip():
        return _failure(url, "the page is empty")
    if looks_binary(raw):
        return _failure(url, f"is not a page ({kind or 'binary data'})")
    media = Media.TEXT if kind.startswith("text/plain") else Media.HTML
    content, encoding = decode(raw, html=media is Media.HTML)
    return make_raw(
        content=content, media=media, raw=raw, origin=url, url=final, encoding=encoding
    )


def _failure(url: str, reason: str) -> Failure:
    return Failure(stage="ingest", origin=url, message=f"{url}: {reason}")


def _get(url: str, options: FetchOptions) -> tuple[bytes, str, str]:
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, text/plain;q=0.8"}
    with httpx.Client(
        timeout=options.timeout_s,
        headers=headers,
    ) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _check(url, options)
            with client.stream("GET", url) as response:
                if response.is_redirect:
                    url = urljoin(url, response.headers.get("location", ""))
                    continue
                response.raise_for_status()
                kind = response.headers.get("content-type", "").lower()
                return _body(response), kind, url
    raise _RefusedError(f"redirects more than {MAX_REDIRECTS} times")


def _body(response: httpx.Response) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > MAX_BYTES:
            raise _RefusedError(f"is larger than {MAX_BYTES >> 20} MiB")
        parts.append(part)
    return b"".join(parts)


def _check(url: str, options: FetchOptions) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _RefusedError("is not an http(s) address")
    if options.allow_private:
        return
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(parts.hostname, port, proto=socket.IPPROTO_TCP)
    except (OSError, ValueError) as error:
        raise _RefusedError(f"its host cannot be found ({error})") from error
    for *_, address in found:
        if not ipaddress.ip_address(str(address[0]).split("%")[0]).is_global:
            raise _RefusedError("leads to a private address, which is not fetched")
