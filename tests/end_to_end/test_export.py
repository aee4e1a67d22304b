"""An export as a person types it, standard error being a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def _typed(database: Path, stdout: int) -> None:
    """Export to somewhere with a terminal for the progress bar, and wait."""
    screen, terminal = pty.openpty()
    arguments = [sys.executable, "-m", "rashomon", "export"]
    arguments += ["--format", "jsonl", "--db", str(database)]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(
        arguments, stdout=stdout, stderr=terminal, env=environment
    ) as running:
        os.close(terminal)
        _drained(screen)
        assert running.wait(timeout=60) == 0


def _drained(screen: int) -> None:
    try:
        while os.read(screen, 1 << 16):
            pass
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(screen)


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
