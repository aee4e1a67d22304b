"""The real command line in a process of its own, as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]


def command(*arguments: object) -> list[str]:
    """Return the command line of one call."""
    return [sys.executable, "-m", "rashomon", *(str(a) for a in arguments)]


@pytest.fixture(scope="session")
def rashomon() -> Callable[..., Done]:
    """Return a function that runs the command line to its end."""

    def call(*arguments: object, stdin: str = "") -> Done:
        return subprocess.run(
            command(*arguments),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={k: v for k, v in os.environ.items() if k != "RASHOMON_DB"},
        )

    return call


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[str]]:
    """Return a function that starts the command line as a terminal does: a group."""
    # Tests that a script starts in the background have Ctrl-C ignored, and so would
    # the commands that they start.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def call(*arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return call


TOWNS = ("Verin", "Ostrava", "Halden", "Lublin", "Tartu", "Arbat", "Kelso", "Brno")
PLACES = ("bakery", "depot", "school", "bridge", "harbour", "railway station", "bank")


def report(number: int) -> str:
    """Return one of many invented reports, each of a strike of its own."""
    town = TOWNS[number % len(TOWNS)]
    place = PLACES[number % len(PLACES)]
    day = number % 28 + 1
    return (
        f"Drone hits {place} in {town}\n\n"
        f"A drone hit a {place} in {town} on {day} March 2024, killing"
        f" {number % 5 + 2} people and injuring {number % 7 + 3}, the mayor's office"
        f" said. Report number {number} was written by our correspondent, who counted"
        f" {number + 11} broken windows along the street.\n"
    )


@pytest.fixture(scope="session")
def write_reports() -> Callable[[Path, Sequence[int]], Path]:
    """Return a function that writes invented reports into a folder."""

    def write(folder: Path, numbers: Sequence[int]) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for number in numbers:
            path = folder / f"report-{number:03}.txt"
            path.write_text(report(number), encoding="utf-8")
        return folder

    return write
