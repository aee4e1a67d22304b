"""What is on screen can be saved: filters on screen are filters in the file."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.cli.app import main
from rashomon.publish.formats import FORMATS

FILTERS = (
    "",
    "status=contested",
    "place=verin",
    "dated=no",
    "box=12,41,13,42",
    "q=bakery",
    "killed_from=6",
    "as_of=2024-05-02T12:00",
    "type=fire",
)


@pytest.mark.parametrize("asked", FILTERS)
def test_the_file_holds_what_the_list_shows(reader: TestClient, asked: str) -> None:
    """Every filter, and the moment of the past, chooses the same incidents."""
    shown = reader.get(f"/incidents.json?{asked}").json()["incidents"]
    answer = reader.get(f"/export/csv?{asked}")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert sorted(row["id"] for row in rows) == sorted(one["id"] for one in shown)
    killed = {row["id"]: row["killed_best"] for row in rows}
    assert killed == {one["id"]: str(one["killed"]) for one in shown}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_what_export_writes(
    reader: TestClient,
    told_database: Path,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Byte for byte, under the name that it has in a release; nothing is left behind."""
    ours = tmp_path / "ours"
    ours.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(ours))
    out = tmp_path / "out"
    asked = ["export", "--format", name, "--db", str(told_database), "-o", str(out)]
    assert main(asked) == 0
    answer = reader.get(f"/export/{name}")
    assert answer.content == out.read_bytes()
    assert FORMATS[name].file in answer.headers["content-disposition"]
    assert list(ours.iterdir()) == []


def test_a_format_that_is_none_is_refused(reader: TestClient) -> None:
    """With those that there are."""
    answer = reader.get("/export/xlsx", headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert "geojson" in answer.json()["error"]


def test_the_list_leads_to_its_files(reader: TestClient) -> None:
    """With the filters in the address; where nothing is found there is no file."""
    page = reader.get("/?status=contested").text
    assert 'href="/export/csv?status=contested"' in page
    assert "/export/" not in reader.get("/?type=fire").text


def test_the_openapi_names_the_files(reader: TestClient) -> None:
    """With every filter of the list."""
    told = reader.get("/openapi.json").json()["paths"]
    listed = told["/incidents.json"]["get"]["parameters"]
    saved = json.dumps(told["/export/{format}"]["get"]["parameters"])
    assert all(f'"{p["name"]}"' in saved for p in listed if p["name"] != "page")
