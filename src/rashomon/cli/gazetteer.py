"""Building the gazetteer ahead of its first use: ``gazetteer``."""

from __future__ import annotations

from rashomon.cli import terminal


def gazetteer() -> int:
    """Build the gazetteer of places now, rather than at its first use."""
    from rashomon.store.gazetteer import open_gazetteer

    notices = terminal.notices()
    found = open_gazetteer(progress=lambda told: notices.print(terminal.words(told)))
    notices.print(terminal.words(f"the gazetteer is ready: {found.path}"))
    found.close()
    return terminal.OK
