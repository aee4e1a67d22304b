"""The codebook's table, its page and the code name the same types."""

from __future__ import annotations

import csv
from pathlib import Path

from rashomon.model.account import IncidentType

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src" / "rashomon" / "data" / "incident_types.tsv"


def rows() -> list[dict[str, str]]:
    """Return the shipped table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_the_table_has_every_type_once_and_in_order() -> None:
    """No type of the contract is left without its neighbours' names."""
    assert [row["type"] for row in rows()] == [t.value for t in IncidentType]


def test_the_page_shows_the_table() -> None:
    """docs/codebook.md is generated from the table and is fresh."""
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    for row in rows():
        assert "| " + " | ".join(row.values()) + " |" in page
