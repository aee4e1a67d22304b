"""Parquet is read back by pyarrow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.publish.fields import Told
from rashomon.publish.parquet import write_parquet


def test_a_table_keeps_types_and_geometry(tmp_path: Path, story: Any) -> None:
    """Unknown is null; the geometry is what GeoJSON has; twice the same bytes."""
    parquet = pytest.importorskip("pyarrow.parquet")
    wkb = pytest.importorskip("shapely.wkb")
    told = Told(record=story.record, documents=story.documents)
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    assert [write_parquet([told], path, geo=True) for path in paths] == [1, 1]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    table = parquet.read_table(paths[0])
    (row,) = table.to_pylist()
    assert (row["killed_best"], row["injured_best"]) == (5, None)
    point = wkb.loads(row["geometry"])
    assert (point.x, point.y) == (12.25, 41.5)
    assert json.loads(table.schema.metadata[b"geo"])["primary_column"] == "geometry"
