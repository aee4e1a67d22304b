"""Export is the contract's, whole and repeatable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def test_export_writes_incidents_to_standard_output(
    rashomon: Any, database: Path
) -> None:
    """One line an incident, and nothing else."""
    status, out, err = rashomon("export", "--format", "jsonl", "--db", database)
    assert (status, err) == (0, "")
    (line,) = out.splitlines()
    assert json.loads(line)["id"] == "inc_verin0000001"


def test_export_writes_every_document(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """Those left out and failed are there too, sorted by id."""
    out = tmp_path / "documents.jsonl"
    arguments = ("export", "--format", "documents", "--db", database, "-o", out)
    status, written, err = rashomon(*arguments)
    assert (status, written) == (0, "")
    assert "5 documents written" in err
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["id"] for line in lines] == [
        "b.pdf", "doc_a", "doc_b", "doc_c", "doc_x",
    ]  # fmt: skip
    assert {line["status"] for line in lines} == {"read", "skipped", "failed"}


def test_every_quote_is_in_the_documents(rashomon: Any, database: Path) -> None:
    """The two exports fit together: quote equals text[start:end]."""
    _, incidents, _ = rashomon("export", "--format", "jsonl", "--db", database)
    _, documents, _ = rashomon("export", "--format", "documents", "--db", database)
    texts = {d["id"]: d["text"] for d in map(json.loads, documents.splitlines())}
    claims = [c for i in map(json.loads, incidents.splitlines()) for c in i["claims"]]
    assert claims
    for claim in claims:
        text = texts[claim["document"]]
        assert claim["quote"] == text[claim["start"] : claim["end"]]


def test_the_same_database_gives_the_same_bytes(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """Twice the same, to a file and to standard output."""
    out = tmp_path / "out.jsonl"
    arguments = ("export", "--format", "jsonl", "--db", database, "-o")
    rashomon(*arguments, out)
    first = out.read_bytes()
    rashomon(*arguments, out)
    assert out.read_bytes() == first
    assert rashomon(*arguments, "-")[1].encode() == first


def test_a_folder_that_is_not_there_is_named(rashomon: Any, database: Path) -> None:
    """Status 2 and the name."""
    arguments = ("--format", "jsonl", "--db", database, "-o", "nowhere/x.jsonl")
    status, out, err = rashomon("export", *arguments)
    assert (status, out) == (2, "")
    assert "nowhere/x.jsonl: cannot be written" in err


def test_an_export_can_be_of_an_earlier_moment(rashomon: Any, database: Path) -> None:
    """The documents published until then, and what they give."""
    options = ("--db", database, "--as-of", "2024-05-02")
    status, out, _ = rashomon("export", "--format", "documents", *options)
    ids = [json.loads(line)["id"] for line in out.splitlines()]
    assert (status, ids) == (0, ["doc_a", "doc_c"])
    _, out, _ = rashomon("export", "--format", "jsonl", *options)
    line = json.loads(out)
    assert {claim["document"] for claim in line["claims"]} == {"doc_a", "doc_c"}
