"""A team's store: a real PostgreSQL gives what a file gives, and says what is wrong."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rashomon as package
from rashomon.cli.app import main
from rashomon.cli.publish import Format
from rashomon.model.decision import Decision
from rashomon.model.finding import IncidentRecord
from rashomon.model.watching import WatchedFeed
from rashomon.pipeline.conclude import conclude
from rashomon.pipeline.ledger import Silent
from rashomon.pipeline.run import RunOptions, run
from rashomon.store import catalogue
from rashomon.store.catalogue import Wanted
from rashomon.store.place import place
from rashomon.store.sqlite import open_store
from rashomon.web.app import ServeOptions, build

psycopg = pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")

PILE = Path(__file__).parents[2] / "examples" / "pile"
New = Callable[..., str]
PATIENCE_S = 90.0
REPORTS = 50
FEED = WatchedFeed(url="https://a.example/rss", due_at="2024")


def _released(db: str | Path, folder: Path) -> dict[str, bytes]:
    """Return every file of a release and of each single export, by name."""
    assert main(["release", str(folder), "--db", str(db)]) == 0
    for kind in Format:
        out = str(folder / f"single-{kind.value}")
        assert main(["export", "--format", kind.value, "--db", str(db), "-o", out]) == 0
    return _files(folder)


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def both(
    new_database: New, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """Return a file and a server's database into each of which the example was read."""
    file, server = tmp_path_factory.mktemp("both") / "file.db", new_database()
    for db in (str(file), server):
        with open_store(place(db)) as store:
            run([str(PILE)], store, RunOptions(jobs=1))
    return file, server


@pytest.fixture
def copies(
    both: tuple[Path, str], new_database: New, tmp_path: Path
) -> tuple[Path, str]:
    """Return a file and a server's database of the example that a test may change."""
    file, server = tmp_path / "copy.db", new_database()
    assert main(["copy", both[1], str(file)]) == 0
    assert main(["copy", str(both[0]), server]) == 0
    return file, server


def test_the_same_bytes_come_out_in_every_format(
    both: tuple[Path, str], tmp_path: Path
) -> None:
    """Whichever it was read into; a release folder as a whole, too."""
    file, server = both
    ours = _released(server, tmp_path / "server")
    assert len(ours) > len(Format)
    assert ours == _released(file, tmp_path / "file")


def test_no_difference_is_found_between_the_two(
    both: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """`diff` takes a server's database as the one and as the other."""
    file, server = both
    assert main(["diff", server, "--db", str(file), "--json"]) == 0
    assert main(["diff", str(file), "--db", server, "--json"]) == 0
    assert capsys.readouterr().out == "[]\n[]\n"


def test_a_copy_is_the_same_and_goes_on(
    copies: tuple[Path, str], both: tuple[Path, str], tmp_path: Path
) -> None:
    """Crosswise: what is written after it gets numbers of its own."""
    read = _released(both[0], tmp_path / "read")
    more = tmp_path / "more.txt"
    more.write_text(
        "A drone hit a bakery in Kelso on 4 March 2024, killing two people and"
        " injuring five, the mayor's office said. Eleven windows of the bakery broke."
    )
    grown = []
    for db in map(str, copies):
        assert _released(db, tmp_path / f"copy-{len(grown)}") == read
        with open_store(place(db)) as store:
            assert run([str(more)], store, RunOptions(jobs=1)).documents_read == 1
        grown.append(_released(db, tmp_path / f"grown-{len(grown)}"))
    assert grown[0] == grown[1] != read


def test_only_an_empty_database_is_copied_into(
    both: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is mixed, in either direction."""
    for source, target in (both, both[::-1]):
        assert main(["copy", str(source), str(target)]) == 2
        assert "something is in it already" in capsys.readouterr().err


def _held(db: str | Path) -> tuple[list[IncidentRecord], list[Decision]]:
    with open_store(place(str(db))) as store:
        return store.records(), store.decisions()


def test_people_decide_alike_on_both(
    copies: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Merged, set, rejected, taken back: one record, and a copy holds the whole log."""
    before, _ = _held(copies[0])
    one, two, other = (record.incident.id for record in before[:3])
    claim = before[3].accounts[0].claims[0].id
    after = []
    for db in map(str, copies):
        by = ["--by", "Ada", "--db", db]
        assert main(["merge", one, two, *by]) == 0
        assert main(["set", other, "killed", "41", "--note", "the list", *by]) == 0
        assert main(["reject", claim, "--note", "a slip", *by]) == 0
        assert main(["undo", _held(db)[1][-1].id, *by]) == 0
        after.append(_held(db)[0])
    assert after[0] == after[1]
    assert len(after[0]) == len(before) - 1
    log = _held(copies[1])[1]
    assert [d.kind.value for d in log] == ["merge", "set", "reject", "undo"]
    back = tmp_path / "back.db"
    assert main(["copy", copies[1], str(back)]) == 0
    assert _held(back) == (after[1], log)


def test_the_page_answers(copies: tuple[Path, str]) -> None:
    """From a server's database, as from a file's, and a person decides on it."""
    file, server = copies
    answers = []
    for db in (str(file), server):
        app = build(place(db), ServeOptions(review=True))
        with TestClient(app, base_url="http://localhost") as client:
            ids = [i["id"] for i in client.get("/incidents.json").json()["incidents"]]
            form = {"person": "Ada", "target": ids[:2]}
            ours = {"origin": "http://localhost"}
            done = client.post("/review/merge", data=form, headers=ours)
            assert done.status_code == 200
            found = client.get("/incidents.json?text=plant&status=contested")
            pages = [client.get(f"/{page}") for page in ("", "sources", "places")]
            assert [page.status_code for page in pages] == [200, 200, 200]
            listed = found.json()["incidents"]
            for incident in listed:  # when each was read and merged
                del incident["first_seen"], incident["changed"]
            answers.append((ids, listed, client.get("/map.json").json()))
    assert answers[0] == answers[1]
    assert answers[0][1]


def test_a_library_opens_it_by_its_address(both: tuple[Path, str]) -> None:
    """As it opens a file."""
    with package.open(both[1]) as there, package.open(both[0]) as here:
        assert [r.title for r in there.incidents()] == [
            r.title for r in here.incidents()
        ]


LOOKS = (
    "list --since 2025-07-01 --text plant",
    "list --as-of 2025-07-01T12:00",
    "show INCIDENT --profiles",
    "show INCIDENT --as-of 2025-07-02",
    "explain INCIDENT killed",
    "dossier INCIDENT",
    "place Izhevsk",
    "documents",
    "documents --skipped",
    "diff --from 2025-07-01T12:00 --json",
    "review",
    "export --format claims --as-of 2025-07-01T12:00",
)


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_shows_the_same(
    look: str, both: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Now, and as it stood at a moment."""
    with open_store(both[0]) as store:
        incident = store.incidents()[0].id
    said = []
    for db in map(str, both):
        assert main([*look.replace("INCIDENT", incident).split(), "--db", db]) == 0
        said.append(capsys.readouterr().out.replace(db, "DB"))
    assert said[0] == said[1] != ""


def test_the_page_as_files_is_the_same(
    both: tuple[Path, str], copies: tuple[Path, str], tmp_path: Path
) -> None:
    """From a file and from its copy, but for the feed, which has the database's name."""
    sites = []
    for name, db in (("file", str(both[0])), ("server", copies[1])):
        assert main(["publish", str(tmp_path / name), "--db", db]) == 0
        sites.append(_files(tmp_path / name))
    assert sites[0].keys() == sites[1].keys()
    differ = {name for name, held in sites[0].items() if held != sites[1][name]}
    assert differ == {"feed.atom"}


def test_what_is_no_letter_stops_no_run(new_database: New, tmp_path: Path) -> None:
    """In a text, an address and the name of a file: read by both, and the same."""
    body = "A drone hit a bakery in Kelso on 4 March 2024, killing two, the mayor said."
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "wide.txt").write_bytes(f"\ufeff{body} Ada\0m saw it.".encode("utf-16"))
    Path(os.fsdecode(bytes(pile) + b"/not-utf-8-\xff.txt")).write_text(body, "utf-8")
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{body}"
    (pile / "page.warc").write_text(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:\0>\r\n"
        "WARC-Target-URI: https://a.example/\0\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(page)}\r\n\r\n{page}\r\n\r\n",
        newline="",
    )
    file, server = tmp_path / "file.db", new_database()
    for db in (file, place(server)):
        with open_store(db) as store:
            assert run([str(pile)], store, RunOptions(jobs=1)).documents_read == 3
    assert _released(server, tmp_path / "server") == _released(file, tmp_path / "whole")


def _documents(url: str) -> int:
    """Return how many documents a server's database holds, 0 while it has no tables."""
    with psycopg.connect(url) as connection:
        try:
            (held,) = connection.execute("SELECT count(*) FROM documents").fetchone()
        except psycopg.errors.UndefinedTable:
            return 0
    return int(held)


def _wait_for(url: str, run_: subprocess.Popen[str]) -> None:
    """Return as soon as a run has written something."""
    patience = time.monotonic() + PATIENCE_S
    while not _documents(url):
        assert run_.poll() is None, run_.communicate()
        assert time.monotonic() < patience
        time.sleep(0.02)


def test_a_killed_run_is_gone_on_with(
    new_database: New,
    write_reports: Callable[[Path, Sequence[int]], Path],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    """What was written is kept and not read again; the end is as if nobody had killed it."""
    pile = write_reports(tmp_path / "pile", range(REPORTS))
    file, server = tmp_path / "file.db", new_database()
    with start("run", pile, "--db", server, "--jobs", 1) as killed:
        _wait_for(server, killed)
        os.killpg(killed.pid, signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    held = _documents(server)
    for db in (file, place(server)):
        with open_store(db) as store:
            report = run([str(pile)], store, RunOptions(jobs=1))
    # What it was writing when it was killed may have come through after all.
    assert held <= report.documents_unchanged < REPORTS
    assert report.documents_unchanged + report.documents_read == REPORTS
    assert _released(server, tmp_path / "server") == _released(file, tmp_path / "whole")


def test_two_runs_at_once(
    copies: tuple[Path, str],
    write_reports: Callable[[Path, Sequence[int]], Path],
    start: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    """Each reads its own reports; in the end both are there, told of as if read in turn."""
    file, server = copies
    ours = write_reports(tmp_path / "ours", range(12))
    theirs = write_reports(tmp_path / "theirs", range(12, 24))
    with start("run", ours, "--db", server, "--jobs", 1, "--json") as other:
        with open_store(place(server)) as store:
            mine = run([str(theirs)], store, RunOptions(jobs=1))
        out, err = other.communicate(timeout=PATIENCE_S)
    assert (other.returncode, mine.documents_read) == (0, 12), err
    assert json.loads(out)["documents_read"] == 12
    told = []
    for db in (file, place(server)):
        with open_store(db) as store:
            run([str(ours), str(theirs)], store, RunOptions(jobs=1))
            # Ids depend on who came first; which accounts belong together does not.
            told.append({tuple(a.id for a in r.accounts) for r in store.records()})
    assert told[0] == told[1]


def test_an_older_database_of_a_server_is_brought_up_to_date(
    told_database: Path, new_database: New
) -> None:
    """Lists learn to tell a word for a toll from a figure, as those of a file do."""
    dozens = '{"min": 24, "max": null, "vague": true}'
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE claims SET value = ? WHERE attribute = 'killed'", (dozens,)
        )
        connection.commit()
    with open_store(told_database) as store:
        conclude(store, Silent())
    server = new_database()
    assert main(["copy", str(told_database), server]) == 0
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER TABLE catalogue DROP COLUMN killed_word")
        connection.execute("ALTER TABLE catalogue DROP COLUMN injured_word")
        connection.execute("UPDATE schema_version SET version = 6")
    with open_store(place(server)) as store, store.snapshot() as snapshot:
        words = {e.killed_word for e in catalogue.entries(snapshot, Wanted())}
    assert words == {"dozens"}
