"""Lists of the past: a few moments are kept, and none that the database left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.store import catalogue
from rashomon.store.catalogue import Wanted
from rashomon.store.sqlite import Store, open_store
from rashomon.web import past
from rashomon.web.past import Past

NOON = datetime(2024, 5, 2, 12)


@pytest.fixture
def held() -> Iterator[Past]:
    """Return what keeps the moments, and let go of them."""
    kept = Past()
    yield kept
    kept.close()


@pytest.fixture
def store(told_database: Path) -> Iterator[Store]:
    """Return the open database of the invented reports."""
    with open_store(told_database) as opened:
        yield opened


def test_a_moment_is_replayed_once(held: Past, store: Store) -> None:
    """Until it is one of the oldest; then its file is gone and it is replayed anew."""
    first = held.at(store, NOON)
    assert held.at(store, NOON) is first
    for hours in range(1, past.KEPT + 1):
        held.at(store, NOON + timedelta(hours=hours))
    assert not first.path.exists()
    again = held.at(store, NOON)
    assert again is not first
    with again.snapshot() as snapshot:
        assert catalogue.count(snapshot, Wanted()) > 0


def test_too_many_incidents_are_not_replayed_while_somebody_waits(
    held: Past, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer says what to do instead."""
    monkeypatch.setattr(past, "MOST_INCIDENTS", 0)
    with pytest.raises(InputError, match="rashomon list --as-of"):
        held.at(store, NOON)
