"""Counts tell of the same incidents as lists and maps do."""

from __future__ import annotations

from pathlib import Path

from rashomon.model.account import IncidentType
from rashomon.store import catalogue, catalogue_counts
from rashomon.store.catalogue import Wanted
from rashomon.store.sqlite import open_store


def test_counts_agree_with_each_other(told_database: Path) -> None:
    """List, timeline, map and types tell of the same incidents."""
    with open_store(told_database) as store, store.snapshot() as snapshot:
        counted = catalogue_counts.overview(snapshot, Wanted())
        cells, unplaced = catalogue.cells(snapshot, Wanted(), 1.0)
    assert sum(p.count for p in counted.periods) + counted.undated == counted.count
    assert unplaced == counted.unplaced
    assert sum(c.count for c in cells) + unplaced == counted.count
    assert sum(counted.types.values()) == counted.count


def test_other_types_are_counted_beside_the_wanted_one(told_database: Path) -> None:
    """So that a reader sees what another choice would give; the rest is of the type."""
    with open_store(told_database) as store, store.snapshot() as snapshot:
        everything = catalogue_counts.overview(snapshot, Wanted())
        drones = Wanted(type=IncidentType.DRONE_STRIKE)
        counted = catalogue_counts.overview(snapshot, drones)
    assert counted.types == everything.types
    assert counted.count == counted.types[IncidentType.DRONE_STRIKE.value]
    assert [p.name for p in counted.periods] == ["2024-05-01"]
    assert counted.undated == 0
