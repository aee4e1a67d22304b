"""Bad input is named with its reason, the rest is read, and nothing is lost."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

LINES = (
    '{"id": "wire-1", "source": "Harbour Wire", "published": "2024-03-02", "text":'
    ' "A drone hit a bakery in Verin on Friday, killing two people, police said."}',
    '{"id": "wire-2", "text": "A drone hit',
    '{"id": "wire-3", "source": "Harbour Wire", "published": "2024-03-03", "text":'
    ' "The bakery in Verin was destroyed by a drone on 1 March, the mayor said."}',
)
LOGIN = "<html><head><title>Log in</title></head><body><form>Name</form></body></html>"

# Each bad input by its name, and a word of the reason that must stand beside it.
BAD = {
    "empty.txt": "is empty",
    "binary.txt": "binary",
    "wire.jsonl line 2": "not valid JSON",
    "cut.txt.gz": "damaged",
    "login.html": "no article",
    "missing.txt": "no such file",
}


@dataclass(frozen=True, slots=True)
class Pile:
    """A folder with good and bad files, and what a run over it said."""

    folder: Path
    inputs: tuple[Path, ...]
    db: Path
    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def pile(
    tmp_path_factory: pytest.TempPathFactory,
    rashomon: Callable[..., Any],
    write_reports: Callable[[Path, Sequence[int]], Path],
) -> Pile:
    """Run over two good files, a half good one and five bad ones."""
    root = tmp_path_factory.mktemp("bad")
    folder = write_reports(root / "pile", [1, 2])
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "wire.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    whole = gzip.compress(b"A drone hit a school in Tartu. " * 40)
    (folder / "cut.txt.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "login.html").write_text(LOGIN, encoding="utf-8")
    inputs, db = (folder, root / "missing.txt"), root / "pile.db"
    done = rashomon("run", *inputs, "--db", db)
    return Pile(folder, inputs, db, done.returncode, done.stdout, done.stderr)


def _bytes(rashomon: Callable[..., Any], db: Path) -> tuple[str, str]:
    incidents = rashomon("export", "--format", "jsonl", "--db", db)
    documents = rashomon("export", "--format", "documents", "--db", db)
    assert (incidents.returncode, documents.returncode) == (0, 0)
    return incidents.stdout, documents.stdout


def test_the_exit_status_says_that_some_input_failed(pile: Pile) -> None:
    """1: neither all good nor nothing done."""
    assert pile.status == 1, pile.err


@pytest.mark.parametrize("name", BAD)
def test_each_bad_input_is_named_with_its_reason(pile: Pile, name: str) -> None:
    """On standard error, in one line, without a traceback."""
    told = [x for x in pile.err.replace("\n ", " ").split("rashomon: ") if name in x]
    assert len(told) == 1, pile.err
    assert BAD[name] in " ".join(told[0].split())
    assert "Traceback" not in pile.err


def test_the_summary_counts_good_and_bad(pile: Pile) -> None:
    """Four documents were read, and what to do next is told."""
    told = " ".join(pile.out.split())
    assert "4 documents read" in told
    assert f"Next: rashomon list --db {pile.db}" in told


def test_the_good_ones_are_all_there(pile: Pile, rashomon: Callable[..., Any]) -> None:
    """The lines before and after the broken one too."""
    rows = json.loads(rashomon("documents", "--db", pile.db, "--json").stdout)
    read = {row["id"] for row in rows if row["status"] == "read"}
    assert read == {"report-001", "report-002", "wire-1", "wire-3"}
    failed = [row for row in rows if row["status"] != "read"]
    assert len(failed) == len(BAD)
    assert all(row["reason"] for row in failed)


def test_a_second_run_changes_nothing(pile: Pile, rashomon: Callable[..., Any]) -> None:
    """The bad are named again, the good are known, the exports are the same bytes."""
    before = _bytes(rashomon, pile.db)
    done = rashomon("run", *pile.inputs, "--db", pile.db, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert told["documents_read"] == 0
    assert told["documents_unchanged"] >= 4
    assert _bytes(rashomon, pile.db) == before


def test_only_good_input_is_status_0(
    tmp_path: Path, pile: Pile, rashomon: Callable[..., Any]
) -> None:
    """Standard input is read too, and nothing is complained of."""
    good = "\n".join((LINES[0], LINES[2]))
    done = rashomon("run", "-", "--db", tmp_path / "good.db", "--json", stdin=good)
    told = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert (told["documents_read"], told["failures"]) == (2, [])
    assert "rashomon: " not in done.stderr


def test_a_file_that_is_no_database_is_left_alone(
    tmp_path: Path, pile: Pile, rashomon: Callable[..., Any]
) -> None:
    """Status 2, one paragraph, no traceback, and the file as it was."""
    db = tmp_path / "notes.txt"
    db.write_text("my own notes, not a database\n" * 50)
    before = db.read_bytes()
    done = rashomon("run", pile.folder / "report-001.txt", "--db", db)
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a Rashomon database" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert db.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, rashomon: Callable[..., Any]
) -> None:
    """Its permissions are the reason."""
    path = tmp_path / "locked.txt"
    path.write_text("A drone hit a bakery.")
    path.chmod(0)
    done = rashomon("run", path, "--db", tmp_path / "x.db")
    assert done.returncode == 1
    assert "locked.txt: may not be read" in " ".join(done.stderr.split())
