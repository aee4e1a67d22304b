"""Debian's Chromium on a server of our own; skipped where there is none."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn

from rashomon.web.app import ServeOptions, build

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
def seen() -> Seen:
    """Return what the pages of a test are watched with."""
    return Seen()


@pytest.fixture
def open_page(chromium, served: str, seen: Seen):  # type: ignore[no-untyped-def]
    """Return what opens a page of the server in a window of its own, watched."""
    contexts = []

    def opened(path: str, *, width: int = 1280, scheme: str = "light"):  # type: ignore[no-untyped-def]
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on(
            "console",
            lambda said: (
                seen.errors.append(said.text) if said.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((served, "data:"))
                else seen.outside.append(asked.url)
            ),
        )
        page.goto(served + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert seen.errors == []
    assert seen.outside == []
