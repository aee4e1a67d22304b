"""A pile of two or three short reports: what a newsroom has in the first hour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SANK = "A ferry sank off Mombasa, Kenya, on Saturday, killing seven people, including two children, the coast guard said."
ROSE = "The toll of Saturday's ferry sinking off Mombasa rose to nine, police said on Monday. At least 20 people remain missing."
FAR = "A bomb exploded in Garissa, Kenya, on Saturday. Seven people were killed, the army said on Monday."


@pytest.mark.parametrize(
    ("texts", "incidents"),
    [((SANK, FAR), 2), ((SANK, ROSE), 1), ((SANK, ROSE, FAR), 2)],
)
def test_two_incidents_of_one_day_far_apart_stay_two(
    tmp_path: Path, rashomon: Any, texts: tuple[str, ...], incidents: int
) -> None:
    """Though as many died, and short reports share their everyday words."""
    pile = tmp_path / "pile.jsonl"
    rows = [
        {
            "id": f"r{n}",
            "text": text,
            "source": f"Paper {n}",
            "published": f"2025-03-{9 + n % 2:02}",
        }
        for n, text in enumerate(texts)
    ]
    pile.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = rashomon("run", pile, "--db", tmp_path / "a.db", "--jobs", "1", "--json")
    assert json.loads(done.stdout)["incidents"] == incidents
