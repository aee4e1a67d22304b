"""A browser without a screen on the database of invented reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.web.app import ServeOptions, build

BASE = "http://localhost"


@pytest.fixture
def reader(told_database: Path) -> TestClient:
    """Return a client of a server that only shows."""
    return TestClient(build(told_database), base_url=BASE, follow_redirects=False)


@pytest.fixture
def reviewer(told_database: Path) -> TestClient:
    """Return a client of a server that lets a person decide."""
    app = build(told_database, ServeOptions(review=True))
    return TestClient(app, base_url=BASE, follow_redirects=False)
