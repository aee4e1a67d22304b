"""How a bad input is named: what it is, why it was left, and that the rest went on."""

from __future__ import annotations

from rashomon.cli import terminal
from rashomon.model.outcome import Failure


def told(failure: Failure) -> str:
    """Return a failure as one sentence that begins with the input's name."""
    if failure.message.startswith(failure.origin):
        return failure.message
    return f"{failure.origin}: {failure.message}"


def tell(failure: Failure) -> None:
    """Name a bad input on standard error."""
    terminal.complain(told(failure))
