"""The README's first command: the example pile, from reports to a matrix."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what `make example` prints, run with the tests' own environment."""
    folder = tmp_path_factory.mktemp("example")
    binaries = Path(sys.executable).parent
    done = subprocess.run(
        [
            "make",
            "--no-print-directory",
            "example",
            f"BIN={binaries}",
            f"READY={folder / 'ready'}",
            f"DB={folder / 'example.db'}",
            "--assume-old",
            str(folder / "ready"),
        ],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "160"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_lists_its_incidents(shown: str) -> None:
    """The two strikes on one plant stand apart, and the contested toll has its range."""
    bryansk = [
        line for line in shown.splitlines() if "inc_" in line and "Bryansk" in line
    ]
    assert len(bryansk) == 2
    assert "3 (1–3)" in shown


def test_the_example_shows_a_matrix_and_says_how_to_go_on(shown: str) -> None:
    """After the list comes one incident, disagreement marked, and what to try next."""
    assert "≠" in shown
    assert "rashomon explain" in shown
