"""Where a database is kept: in a file, or on a PostgreSQL server."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_SERVER = re.compile(r"postgres(?:ql)?://")


@dataclass(frozen=True, slots=True)
class Server:
    """A database of a PostgreSQL server; it is shown without its password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """Return the address with every password left out."""
        shown = re.sub(r"^(\w+://[^:/@]*):.*@", r"\1@", self.url, flags=re.DOTALL)
        return re.sub(r"([?&][^=&]*password)=[^&]*", r"\1=", shown)


Place = Path | Server


def place(written: str) -> Place:
    """Return the place that is written as people write it: an address or a file."""
    return Server(written) if _SERVER.match(written) else Path(written)
