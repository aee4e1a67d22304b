"""What keeps other sites out: hosts, origins, and what a page may load."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

# Nothing from elsewhere, no script or style written into the page.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    # Not no-referrer: a browser would then send "null" for the origin of our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}

_READING = frozenset({"GET", "HEAD"})


class Guard:
    """Answers only to names of our own, takes changes only from our own pages.

    A page elsewhere whose name is bent to this machine (DNS rebinding) still sends its
    own name as ``Host``; a form elsewhere that posts here (CSRF) still sends its own
    ``Origin``. Both are refused.
    """

    def __init__(
        self, app: ASGIApp, *, names: frozenset[str], may_change: bool
    ) -> None:
        """Keep the names answered to; ``may_change`` lets changes through at all."""
        self._app = app
        self._names = names
        self._may_change = may_change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope))

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._app if refusal is None else refusal
        await answer(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> ASGIApp | None:
        host = headers.get("host", "")
        if host_name(host) not in self._names:
            told = (
                "This server does not answer to that name; see rashomon serve --help.\n"
            )
            return PlainTextResponse(told, 421)
        if method in _READING:
            return None
        if not self._may_change:
            told = "Nothing can be changed here; start with rashomon serve --review.\n"
            return PlainTextResponse(told, 405, {"allow": "GET, HEAD"})
        if not _is_our_own(host, headers):
            return PlainTextResponse("A change must come from a page of ours.\n", 403)
        return None


def host_name(host: str) -> str:
    """Return the name in a ``Host`` header, without the port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_our_own(host: str, headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return origin in {f"http://{host}", f"https://{host}"}
