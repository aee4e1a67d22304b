"""Annotate writes JSON lines and names what it could not read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "At least two people were killed in Halden on 5 March 2024, police said."


def test_rows_go_to_standard_output(rashomon: Any, tmp_path: Path) -> None:
    """One line a span, and nothing else."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    status, out, err = rashomon("annotate", path, "--layer", "counts")
    (row,) = map(json.loads, out.splitlines())
    assert (status, err) == (0, "")
    assert (row["document"], row["value"]["min"]) == ("a", 2)


def test_a_bad_input_is_named_and_the_rest_is_marked(
    rashomon: Any, tmp_path: Path
) -> None:
    """Status 1; the file is written all the same."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    out = tmp_path / "dates.jsonl"
    status, _, err = rashomon("annotate", tmp_path, "--layer", "dates", "-o", out)
    assert status == 1
    assert "b.txt: is empty" in " ".join(err.split())
    (row,) = map(json.loads, out.read_text().splitlines())
    assert row["value"]["timex"] == "2024-03-05"
