"""The table of hostile inputs names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_hostile_input_names_its_test() -> None:
    """Each row ends with a file and a function in it."""
    page = (ROOT / "docs" / "hostile-input.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) == page.count("\n| ") - 2
    for path, function in named:
        assert f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")
