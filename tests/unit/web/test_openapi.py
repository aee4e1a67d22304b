"""The OpenAPI document is true: every answer has the shape that it tells."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
_UNKNOWN = ("/incidents/inc_none.json", "/documents/none.json", "/map.json?zoom=near")


def _wrong(value: Any, shape: dict[str, Any], named: dict[str, Any]) -> list[str]:
    """Return what of a value is not as its JSON Schema has it (the parts we use)."""
    if "$ref" in shape:
        return _wrong(value, named[shape["$ref"].rpartition("/")[2]], named)
    if "anyOf" in shape:
        tried = [_wrong(value, one, named) for one in shape["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    kinds = shape.get("type", list(_KINDS))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not any(isinstance(value, _KINDS[kind]) for kind in kinds):
        return [f"{value!r} is no {kinds}"]
    if "enum" in shape and value not in shape["enum"]:
        return [f"{value!r} is none of {shape['enum']}"]
    if isinstance(value, list):
        return [w for one in value for w in _wrong(one, shape.get("items", {}), named)]
    if not isinstance(value, dict) or "properties" not in shape:
        return []
    fields = shape["properties"]
    told = [f"{name} is missing" for name in shape["required"] if name not in value]
    told += [f"{name} is not told of" for name in value if name not in fields]
    return told + [
        f"{name}: {wrong}"
        for name, one in value.items()
        if name in fields
        for wrong in _wrong(one, fields[name], named)
    ]


def _addresses(client: TestClient) -> dict[str, list[str]]:
    """Return addresses to ask for each path of the document."""
    ids = [i["id"] for i in client.get("/incidents.json").json()["incidents"]]
    documents = ["gazette", "herald", "orsk", "hostile", "short", "broken"]
    source = "/sources.json?key=Harbour+Gazette"
    asked = {
        "/incidents.json": ["/incidents.json", "/incidents.json?q=verin&placed=yes"],
        "/incidents/{id}.json": [f"/incidents/{i}.json" for i in ids],
        "/map.json": ["/map.json?zoom=9", "/map.json?zoom=0"],
        "/documents.json": ["/documents.json", "/documents.json?id=gazette"],
        "/documents/{id}.json": [f"/documents/{i}.json" for i in documents],
        "/sources.json": ["/sources.json", source],
        "/places.json": ["/places.json", "/places.json?key=99"],
        "/facilities.json": ["/facilities.json"],
        "/actors.json": ["/actors.json"],
        "/runs.json": ["/runs.json"],
        "/review.json": ["/review.json"],
        "/review/pair.json": ["/review/pair.json?left=acc_gazette&right=acc_herald"],
        "/review/incident.json": [f"/review/incident.json?id={ids[0]}"],
    }
    moment = "as_of=2024-05-02T12:00:00"
    verin = client.get("/incidents.json?place=verin").json()["incidents"][0]["id"]
    asked["/incidents/{id}.json"].append(f"/incidents/{verin}.json?{moment}")
    asked["/incidents.json"].append(f"/incidents.json?{moment}")
    asked["/map.json"].append(f"/map.json?{moment}")
    return asked


def test_every_answer_has_the_shape_that_is_told(reviewer: TestClient) -> None:
    """Of every path that can be asked for, no field missing, none untold."""
    ours = {"origin": "http://localhost"}
    note = {"person": "Ada", "note": "seen", "target": "acc_gazette"}
    reviewer.post("/review/note", data=note, headers=ours)
    document = reviewer.get("/openapi.json").json()
    named = document["components"]["schemas"]
    asked = _addresses(reviewer)
    told = {path for path, does in document["paths"].items() if "get" in does}
    # What is no JSON is held by the tests of saving.
    assert told == {*asked, "/export/{format}"}
    for path, addresses in asked.items():
        answers = document["paths"][path]["get"]["responses"]
        shape = answers["200"]["content"]["application/json"]["schema"]
        for address in addresses:
            answer = reviewer.get(address)
            assert answer.status_code == 200, address
            assert _wrong(answer.json(), shape, named) == [], address


@pytest.mark.parametrize("address", _UNKNOWN)
def test_a_fault_has_the_shape_that_is_told(reader: TestClient, address: str) -> None:
    """With a status that the document names."""
    document = reader.get("/openapi.json").json()
    named = document["components"]["schemas"]
    answer = reader.get(address)
    assert str(answer.status_code) in {"400", "404"}
    assert _wrong(answer.json(), named["Fault"], named) == []


def test_deciding_is_told_of_only_where_it_can_be_done(
    reader: TestClient, reviewer: TestClient
) -> None:
    """A server that only shows has no such addresses."""
    paths = reader.get("/openapi.json").json()["paths"]
    assert not any(path.startswith("/review") for path in paths)
    assert "post" in reviewer.get("/openapi.json").json()["paths"]["/review/{kind}"]
