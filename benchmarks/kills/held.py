"""What a database holds, what it says, and what came of the kills."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.kills.blows import Call, whole

# Of a decision its id and moment, of a page when it was fetched and where the archive
# has it: never the same twice.
_MOMENTS = re.compile(
    r'"retrieved": ?"[^"]*"|rashomon-\w+-\d+\.warc\.gz|urn:uuid:[\w-]+|dec_\w+'
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+"
)
_HELD = {
    "documents": "SELECT id FROM documents WHERE current",
    "claims": "SELECT c.id FROM claims c JOIN accounts a ON a.row = c.account_row"
    " JOIN documents d ON d.row = a.document_row WHERE d.current",
    "decisions": "SELECT kind || ' ' || note FROM decisions",
    # No report changes here, so that none has a second reading.
    "doubled": "SELECT id FROM documents GROUP BY id, raw_sha256, readers"
    " HAVING count(*) > 1",
}
LOST = ("documents", "claims", "decisions", "news", "pages")


@dataclass(frozen=True, slots=True)
class Held:
    """What a database holds by kind, each as often as it does, and what it exports."""

    things: Mapping[str, Counter[str]]
    exported: str = ""


def held(db: Path) -> Held:
    """Return what a database holds; it must be whole."""
    things: dict[str, Counter[str]] = {name: Counter() for name in _HELD}
    if db.exists():
        with closing(sqlite3.connect(db)) as connection:
            for check in ("integrity_check", "foreign_key_check"):
                told = connection.execute(f"PRAGMA {check}").fetchall()
                if told not in ([("ok",)], []):
                    raise RuntimeError(f"{db}: {told[:3]}")
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables != (0,):
                for name, query in _HELD.items():
                    rows = connection.execute(query)
                    things[name] = Counter(str(row[0]) for row in rows)
    return Held(things)


def told(db: Path) -> Held:
    """Return what a database holds and exports, without the moments."""
    text = "".join(
        whole(Call("export", "--format", kind, "--db", db))
        for kind in ("jsonl", "documents")
    )
    return Held(held(db).things, _MOMENTS.sub("", text))


@dataclass(slots=True)
class Result:
    """What came of the kills of one command."""

    command: str
    tried: int = 0
    killed: int = 0
    interrupted: int = 0
    databases: int = 0
    same: int = 0
    doubled: int = 0
    lost: Counter[str] = field(default_factory=Counter)

    @property
    def blows(self) -> int:
        """How often it was stopped."""
        return self.killed + self.interrupted

    def compare(self, had: Held, has: Held) -> None:
        """Count what a database held and holds no longer, or holds twice."""
        for name in LOST:
            missing = had.things.get(name, Counter()) - has.things.get(name, Counter())
            self.lost[name] += missing.total()
        self.doubled += has.things["doubled"].total()

    def ended(self, wanted: Held, has: Held) -> None:
        """Take in one database that was brought to its end."""
        self.databases += 1
        self.compare(wanted, has)
        self.same += wanted == has

    @property
    def sound(self) -> bool:
        """Whether nothing was lost and every record is the undisturbed one."""
        lost = self.lost.total() + self.doubled
        return lost == 0 and self.same == self.databases

    def row(self) -> str:
        """Return it as a row of the table."""
        cells = (
            f"`{self.command}`",
            self.killed,
            self.interrupted,
            self.databases,
            *(self.lost[name] for name in LOST),
            self.doubled,
            f"{self.same} of {self.databases}",
        )
        return f"| {' | '.join(map(str, cells))} |"


HEAD = (
    "| command | kill -9 | Ctrl-C | databases"
    f" | {' | '.join(f'lost {name}' for name in LOST)} | doubled | same record |"
    f"\n|{' --- |' * 11}"
)
