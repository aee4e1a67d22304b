"""What every test may use: where the labelled sets are, and skipping where they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# CI judges a change by the same examples each time; at a desk every run tries new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """Return the folder of labelled sets beside the project; skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the labelled sets are not beside this checkout")
    return SHARED
