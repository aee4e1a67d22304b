"""Texts that are no reports: none hangs, none breaks a run, all are kept."""

from __future__ import annotations

import json
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# Ten seconds is the aim on a free core, models loaded; the time counted is the
# processor's own, and a busy machine's shared cores take up to twice as much of it.
LIMIT_S = 20.0

HOSTILE = {
    "five megabytes in one line": ("Three people were hurt near the mill. " * 140_000)[
        :5_000_000
    ],
    "fifty thousand numbers": " ".join(str(n) for n in range(50_000)),
    "right-to-left text": "قتل ثلاثة أشخاص في هجوم على السوق القديم. " * 400,
    "emoji": "\U0001f4a5\U0001f525 " * 5_000,
    "no sentence": "foo-bar " * 20_000,
    "tolls that no database holds": (
        "A drone hit a bakery in Verin on 1 May 2024, killing 9,999,999,999,999,999,999,999"
        f" people and wounding 9{',999' * 2_000}, police said."
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read_in_time(
    kind: str, tmp_path: Path, rashomon: Callable[..., Any]
) -> None:
    """The run ends well, in time, and the whole text can be read back."""
    text = HOSTILE[kind].strip()
    line = json.dumps({"id": "wire-9", "source": "Harbour Wire", "text": text})
    file = tmp_path / "hostile.jsonl"
    file.write_text(line + "\n", encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = rashomon("run", file, "--db", tmp_path / "hostile.db")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr
    assert after.ru_utime - before.ru_utime < LIMIT_S
    kept = rashomon(
        "export", "--db", tmp_path / "hostile.db", "--format", "documents"
    ).stdout
    assert len(json.loads(kept)["text"]) >= 0.99 * len(text)
