"""Export is the contract's, whole and repeatable."""

from __future__ import annotations

import hashlib
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


def test_filters_of_the_list_choose_what_is_written(
    rashomon: Any, database: Path
) -> None:
    """What the list leaves out, the file leaves out."""
    arguments = ("export", "--format", "csv", "--db", database)
    assert len(rashomon(*arguments, "--type", "drone_strike")[1].splitlines()) == 2
    assert len(rashomon(*arguments, "--since", "2025-01-01")[1].splitlines()) == 1


def test_a_database_written_in_parts_gives_the_same_bytes(
    rashomon: Any, database: Path, monkeypatch: Any
) -> None:
    """However few incidents are read at once."""
    arguments = ("export", "--format", "jsonl", "--db", database)
    whole = rashomon(*arguments)[1]
    monkeypatch.setattr("rashomon.cli.publish.AT_ONCE", 0)
    assert rashomon(*arguments)[1] == whole


def test_a_release_is_whole_and_repeatable(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """Every file has its checksum, and twice is the same."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        assert rashomon("release", folder, "--db", database)[0] == 0
    sums = [(folder / "SHA256SUMS").read_text() for folder in folders]
    assert sums[0] == sums[1]
    for line in sums[0].splitlines():
        digest, name = line.split("  ")
        found = hashlib.sha256((folders[0] / name).read_bytes()).hexdigest()
        assert found == digest
