"""Parquet and GeoParquet 1.1 by pyarrow (the extra ``parquet``), some rows at a time."""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.errors import PublishError
from rashomon.model.precision import radius_km
from rashomon.publish import flat
from rashomon.publish.fields import Cell, Told, where_of
from rashomon.publish.geojson import AREAS, ring

ROWS_A_GROUP = 1000
_GEOMETRY = "geometry"
_LITTLE_ENDIAN, _WKB_POINT, _WKB_POLYGON = 1, 1, 3


def write_parquet(told: Iterable[Told], path: Path, *, geo: bool) -> int:
    """Write the flat table, with a geometry where ``geo``, and return its rows."""
    arrow, parquet = _pyarrow()
    schema = _schema(arrow, geo)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    rows, count = iter(told), 0
    try:
        with parquet.ParquetWriter(temporary, schema) as writer:
            while group := list(islice(rows, ROWS_A_GROUP)):
                columns = [_row(each, geo) for each in group]
                writer.write_table(arrow.Table.from_pylist(columns, schema=schema))
                count += len(group)
        temporary.replace(path)
    except OSError as error:
        raise PublishError(
            f"{path}: cannot be written ({error.strerror or error});"
            " choose another place with -o"
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise PublishError(
            "Parquet needs pyarrow, which is not installed; install rashomon[parquet]"
        ) from error
    return pyarrow, parquet


def _schema(arrow: Any, geo: bool) -> Any:
    kinds = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
    }
    columns = [arrow.field(f.name, kinds[f.kind]) for f in flat.FIELDS]
    if not geo:
        return arrow.schema(columns)
    about = {
        "version": "1.1.0",
        "primary_column": _GEOMETRY,
        "columns": {_GEOMETRY: {"encoding": "WKB", "geometry_types": ["Point", "Polygon"]}},
    }  # fmt: skip
    columns.append(arrow.field(_GEOMETRY, arrow.binary()))
    return arrow.schema(columns, metadata={"geo": json.dumps(about)})


def _row(told: Told, geo: bool) -> dict[str, Cell | bytes]:
    row: dict[str, Cell | bytes] = {f.name: f.of(told) for f in flat.FIELDS}
    if geo:
        row[_GEOMETRY] = _wkb(told)
    return row


def _wkb(told: Told) -> bytes | None:
    """Return the same geometry as in GeoJSON, as well-known binary."""
    where = where_of(told)
    if where is None or where.point is None:
        return None
    if where.precision not in AREAS:
        point = where.point
        return struct.pack("<BIdd", _LITTLE_ENDIAN, _WKB_POINT, point.lon, point.lat)
    corners = ring(where.point, radius_km(where))
    head = struct.pack("<BIII", _LITTLE_ENDIAN, _WKB_POLYGON, 1, len(corners))
    return head + b"".join(struct.pack("<dd", *corner) for corner in corners)
