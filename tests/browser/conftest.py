"""Debian's Chromium on a server of our own; skipped where there is none."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from rashomon.store.sqlite import open_store
from rashomon.web import static_site
from rashomon.web.app import ServeOptions, build

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()


@dataclass
class Seen:
    """What a browser was seen to do: errors of the console, requests beyond the server."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@pytest.fixture
def served(told_database: Path) -> Iterator[str]:
    """Serve the invented reports with review on, and return the address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    app = build(told_database, ServeOptions(review=True))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """Return the browser, or skip where it cannot be had."""
    api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed"
    )
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM}; Debian's package chromium has it")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=FLAGS, timeout=120_000
        )
        yield browser
        browser.close()


@pytest.fixture
def violations() -> Callable[[Any], list[tuple[str, list[str], str]]]:
    """Return what tells each violation of a page: the rule, elements, what is wrong."""

    def told(page: Any) -> list[tuple[str, list[str], str]]:
        # The policy of the page keeps foreign scripts out: axe is evaluated, not linked.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
        )
        return [
            (
                v["id"],
                [node["html"][:120] for node in v["nodes"][:3]],
                v["nodes"][0]["failureSummary"],
            )
            for v in found["violations"]
        ]

    return told


@pytest.fixture(scope="session")
def read_quote() -> Callable[[Any, str], None]:
    """Return a function that opens a saying of an incident and reads it in its document."""

    def read(page: Any, document: str) -> None:
        saying = page.locator(".saying", has_text="Ana Dol").first
        saying.locator("summary").click()
        assert "Five people were killed" in saying.locator("blockquote").inner_text()
        saying.get_by_role("link", name="In the document").click()
        page.wait_for_url(document)
        assert page.locator("mark.harm").first.is_visible()

    return read


@pytest.fixture
def seen() -> Seen:
    """Return what the pages of a test are watched with."""
    return Seen()


@pytest.fixture
def published(told_database: Path, tmp_path: Path) -> Iterator[str]:
    """Publish the invented reports, serve the folder as any web server would.

    The address returned is the folder's, below others on the same server.
    """
    folder = tmp_path / "www" / "reports"
    with open_store(told_database) as store:
        static_site.write(store, folder)
    handler = partial(_Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/reports"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    """A web server of files that writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def open_page(chromium, served: str, seen: Seen):  # type: ignore[no-untyped-def]
    """Return what opens a page of the server in a window of its own, watched."""
    with _watching(chromium, served, seen) as opened:
        yield opened


@pytest.fixture
def open_file(chromium, published: str, seen: Seen):  # type: ignore[no-untyped-def]
    """Return what opens a file of the published site in a window of its own, watched."""
    with _watching(chromium, published, seen) as opened:
        yield opened


@contextmanager
def _watching(chromium, base: str, seen: Seen):  # type: ignore[no-untyped-def]
    contexts = []

    def opened(path: str, *, width: int = 1280, scheme: str = "light"):  # type: ignore[no-untyped-def]
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda said: _note(seen.errors, said.text, said.type))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("request", lambda asked: _outside(seen.outside, asked.url, base))
        page.goto(base + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert seen.errors == []
    assert seen.outside == []


def _note(errors: list[str], text: str, kind: str) -> None:
    if kind == "error":
        errors.append(text)


def _outside(found: list[str], url: str, base: str) -> None:
    if not url.startswith((f"{base}/", "data:")):
        found.append(url)
