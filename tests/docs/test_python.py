"""The page for notebooks is true: what it shows runs, and every public name is on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rashomon

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "python.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_runs_on_the_example_pile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In its order, as one notebook."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, "docs/python.md", "exec"), names)
    told = capsys.readouterr().out
    assert "13 documents" in told
    assert re.search(r"3 \| .+ \| .*three", told, re.IGNORECASE)


@pytest.mark.parametrize("name", rashomon.__all__)
def test_every_public_name_is_on_the_page(name: str) -> None:
    """And leads to what it promises."""
    assert f"`{name}" in PAGE or f"rashomon.{name}" in PAGE
    assert getattr(rashomon, name).__name__ == name
