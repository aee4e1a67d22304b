"""An export as a person types it, standard error being a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def _typed(database: Path, stdout: int | None = None) -> bytes:
    """Export to somewhere, or to the screen, and return what the screen shows."""
    screen, terminal = pty.openpty()
    arguments = [sys.executable, "-m", "rashomon", "export"]
    arguments += ["--format", "jsonl", "--db", str(database)]
    out = terminal if stdout is None else stdout
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(
        arguments, stdout=out, stderr=terminal, env=environment
    ) as running:
        os.close(terminal)
        shown = _drained(screen)
        assert running.wait(timeout=60) == 0
    return shown


def _drained(screen: int) -> bytes:
    """Return what was written to a screen until its other end is closed."""
    written = b""
    with suppress(OSError):
        while part := os.read(screen, 1 << 16):
            written += part
    os.close(screen)
    return written


def test_lines_sent_to_a_file_do_not_land_on_the_screen(
    told_database: Path, tmp_path: Path
) -> None:
    """The progress bar takes none of them."""
    out = tmp_path / "out.jsonl"
    with out.open("wb") as stream:
        _typed(told_database, stream.fileno())
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(json.loads(line)["schema"] == "rashomon.incident/1" for line in lines)


def test_lines_on_a_screen_have_no_bar_among_them(told_database: Path) -> None:
    """Where standard output is the terminal too, it gets the lines alone."""
    written = _typed(told_database)
    assert written.startswith(b'{"schema": "rashomon.incident/1"')
    assert b"\x1b" not in written
