"""Building the gazetteer ahead of its first use: ``gazetteer``."""

from __future__ import annotations

from pathlib import Path

from rashomon.cli import terminal


def gazetteer() -> int:
    """Build the gazetteer of places now, rather than at its first use."""
    path = have_gazetteer()
    terminal.notices().print(terminal.words(f"the gazetteer is ready: {path}"))
    return terminal.OK


def have_gazetteer() -> Path:
    """Build the gazetteer unless it is there; say so, for it takes half a minute."""
    from rashomon.store.gazetteer import open_gazetteer

    notices = terminal.notices()

    def say(told: str) -> None:
        notices.print(terminal.words(f"building the gazetteer of places: {told}"))

    found = open_gazetteer(progress=say)
    found.close()
    return found.path
