"""Rashomon: one event, many reports, one sourced record."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.api import Database, open  # noqa: A004 - rashomon.open, as gzip.open
    from rashomon.errors import RashomonError
    from rashomon.model.claim import Attribute, Claim, Stance
    from rashomon.model.document import Document
    from rashomon.model.finding import Agreement, Finding, IncidentRecord, Position
    from rashomon.pipeline.ledger import RunReport

__version__ = "0.1.0"

# The public names and where they live; each is imported when it is first asked for, so
# that `import rashomon` costs nothing.
_HOMES = {
    "Agreement": "rashomon.model.finding",
    "Attribute": "rashomon.model.claim",
    "Claim": "rashomon.model.claim",
    "Database": "rashomon.api",
    "Document": "rashomon.model.document",
    "Finding": "rashomon.model.finding",
    "IncidentRecord": "rashomon.model.finding",
    "Position": "rashomon.model.finding",
    "RashomonError": "rashomon.errors",
    "RunReport": "rashomon.pipeline.ledger",
    "Stance": "rashomon.model.claim",
    "open": "rashomon.api",
}
__all__ = [
    "Agreement",
    "Attribute",
    "Claim",
    "Database",
    "Document",
    "Finding",
    "IncidentRecord",
    "Position",
    "RashomonError",
    "RunReport",
    "Stance",
    "open",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
