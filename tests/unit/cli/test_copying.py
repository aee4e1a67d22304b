"""Copying a database, as it is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_a_copy_shows_the_same(rashomon: Any, database: Path, tmp_path: Path) -> None:
    """And is told for scripts as JSON alone."""
    target = tmp_path / "copy.db"
    status, out, _ = rashomon("copy", database, target, "--json")
    told = json.loads(out)
    assert (status, told["from"], told["to"]) == (0, str(database), str(target))
    assert told["rows"] > 0
    listed = rashomon("list", "--db", target, "--json")
    assert listed == rashomon("list", "--db", database, "--json")


def test_what_is_not_there_is_not_copied(rashomon: Any, tmp_path: Path) -> None:
    """And nothing is made."""
    status, _, err = rashomon("copy", tmp_path / "no.db", tmp_path / "copy.db")
    assert (status, "no such database" in " ".join(err.split())) == (2, True)
    assert list(tmp_path.iterdir()) == []
