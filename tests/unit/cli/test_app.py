"""The command line as a whole: statuses, usage, speed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rashomon import __version__
from rashomon.cli import app


def test_version(rashomon: Any) -> None:
    """--version prints the version alone."""
    assert rashomon("--version") == (0, f"{__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("lst",), "Unknown command"),
        (("run",), "no input is named"),
        (("run", "a", "--bogus"), "no such option"),
        (("explain",), "INCIDENT"),
        (("list", "--since", "yesterday"), "--since"),
        (("list", "--type", "party"), "--type"),
        (("export",), "--format"),
        (("annotate", "a.txt"), "--layer"),
    ],
)
def test_bad_usage_is_explained_on_standard_error(
    rashomon: Any, arguments: tuple[str, ...], expected: str
) -> None:
    """Status 2, a paragraph, no traceback, and where to read on."""
    status, out, err = rashomon(*arguments)
    assert (status, out) == (2, "")
    assert expected in " ".join(err.split())
    assert "--help" in err
    assert "Traceback" not in err


def test_an_interruption_has_its_own_status(
    rashomon: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """130, and that nothing written is lost."""

    def interrupted(_tokens: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "_call", interrupted)
    status, _, err = rashomon("list")
    assert status == 130
    assert "what was written is kept" in err


def _run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "rashomon", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_help_answers_at_once() -> None:
    """No model and no database library is loaded for a help page."""
    script = (
        "import sys; from rashomon.cli.app import main; main(['--help']);"
        "print(sorted({m.split('.')[0] for m in sys.modules}"
        " & {'spacy', 'sqlalchemy', 'numpy', 'scipy', 'httpx', 'trafilatura'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error(database: Path) -> None:
    """`rashomon list | head` ends quietly when head has seen enough."""
    command = [sys.executable, "-m", "rashomon", "documents", "--db", str(database)]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 141
    assert done.stderr == b""


def test_an_ascii_locale_does_not_break_the_output(database: Path) -> None:
    """Signs and letters are written as UTF-8 into a pipe."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = _run("show", "inc_v", "--db", str(database), env=environment)
    assert done.returncode == 0
    assert "≠ 7" in done.stdout.decode()


def test_a_plain_kill_is_an_interruption(
    rashomon: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGTERM ends a command in order, and what it did before is put back after."""
    before = signal.getsignal(signal.SIGTERM)

    def terminated(_tokens: list[str]) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return 0

    monkeypatch.setattr(app, "_call", terminated)
    assert rashomon("list")[0] == 130
    assert signal.getsignal(signal.SIGTERM) is before
