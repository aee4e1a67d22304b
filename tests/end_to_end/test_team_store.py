"""A team's store: a real PostgreSQL gives what a file gives, and says what is wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rashomon as package
from rashomon.cli.app import main
from rashomon.cli.publish import Format
from rashomon.errors import DecisionError, SchemaVersionError, StoreError
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.finding import IncidentRecord
from rashomon.model.watching import WatchedFeed
from rashomon.pipeline.review import Request, decide
from rashomon.pipeline.run import RunOptions, run
from rashomon.store import migrations, postgres, watching
from rashomon.store.place import place
from rashomon.store.sqlite import Store, open_store
from rashomon.web.app import ServeOptions, build

psycopg = pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")

PILE = Path(__file__).parents[2] / "examples" / "pile"
New = Callable[..., str]
FEED = WatchedFeed(url="https://a.example/rss", due_at="2024")


def _released(db: str | Path, folder: Path) -> dict[str, bytes]:
    """Return every file of a release and of each single export, by name."""
    assert main(["release", str(folder), "--db", str(db)]) == 0
    for kind in Format:
        out = str(folder / f"single-{kind.value}")
        assert main(["export", "--format", kind.value, "--db", str(db), "-o", out]) == 0
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


@pytest.fixture
def team(new_database: New) -> str:
    """Return the address of a database with empty tables."""
    url = new_database()
    open_store(place(url)).close()
    return url


def test_writers_queue_and_readers_do_not_wait(team: str) -> None:
    """The second writes when the first is done; a reader meanwhile sees what was."""
    order = []

    def write(store: Store) -> None:
        store.keep_feed(FEED)
        order.append("second")

    with open_store(place(team)) as one, open_store(place(team)) as two:
        with ThreadPoolExecutor(1) as pool:
            with one._transaction(write=True):
                done = pool.submit(write, two)
                time.sleep(0.5)
                assert one.feeds() == {}
                order.append("first")
            done.result()
        assert order == ["first", "second"]
        assert list(one.feeds()) == [FEED.url]


def test_a_queue_that_does_not_move_is_told(
    team: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the time a writer waits."""
    monkeypatch.setattr(postgres, "PATIENCE_S", 1)
    with open_store(place(team)) as one, open_store(place(team)) as two:
        with (
            one._transaction(write=True),
            pytest.raises(StoreError, match="another run is writing to it"),
        ):
            two.keep_feed(FEED)
        two.keep_feed(FEED)


def test_tables_are_made_once_by_many_at_once(new_database: New) -> None:
    """Whoever comes first makes them; nobody fails."""
    url = new_database()
    together = threading.Barrier(4)

    def open_it(_: int) -> int:
        together.wait()
        with open_store(place(url)) as store:
            return store.size()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_it, range(4))) == [0] * 4


def test_a_lost_connection_is_told_and_made_anew(team: str) -> None:
    """What was written stays; what was being written is not half there."""
    end_all = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'rashomon' AND datname = current_database()"
    )
    with open_store(place(team)) as store, psycopg.connect(team) as other:
        other.autocommit = True

        def write_and_be_cut_off() -> None:
            with store._transaction(write=True) as connection:
                watching.keep(connection, FEED, ())
                other.execute(end_all)
                watching.settle(connection, FEED.url, done=True, reason=None)

        with pytest.raises(StoreError, match="nothing written before is lost"):
            write_and_be_cut_off()
        assert store.feeds() == {}
        other.execute(end_all)
        store.keep_feed(FEED)
        assert list(store.feeds()) == [FEED.url]


def test_looking_makes_no_tables(
    new_database: New, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty database is told, and stays empty."""
    url = new_database()
    assert main(["list", "--db", url]) == 2
    assert "nothing was read into it yet" in capsys.readouterr().err
    with psycopg.connect(url) as connection:
        told = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname='public'"
        )
        assert told.fetchone() == (0,)


@pytest.mark.parametrize(
    ("role", "host", "told"),
    [
        ("ada", "127.0.0.1:{port}", 'database "none" does not exist'),
        ("carl", "127.0.0.1:{port}", 'role "carl" does not exist'),
        ("ada", "none.invalid:{port}", "cannot be reached"),
        ("ada", "127.0.0.1:1", "cannot be reached"),
    ],
)
def test_what_cannot_be_reached_is_named_without_its_password(
    postgresql: str, role: str, host: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name, role, host or port."""
    where = host.format(port=postgresql.rsplit(":", 1)[1])
    url = f"postgresql://{role}:secret@{where}/none"
    for command in (["list"], ["run", str(PILE)]):
        assert main([*command, "--db", url]) == 2
        said = capsys.readouterr().err
        assert told in " ".join(said.split())
        assert "secret" not in said


def test_an_encoding_that_lacks_letters_is_refused(new_database: New) -> None:
    """With how to make a database that does not."""
    options = "ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc"
    with pytest.raises(StoreError, match=r"LATIN1.*createdb -E UTF8"):
        open_store(place(new_database(options)))


def test_a_newer_database_is_refused_and_left_alone(team: str) -> None:
    """Its version, ours, and what to do."""
    newer = migrations.LATEST + 1
    with psycopg.connect(team) as connection:
        connection.execute("UPDATE schema_version SET version = %s", [newer])
    with pytest.raises(SchemaVersionError, match=f"schema {newer}.*upgrade Rashomon"):
        open_store(place(team))


def test_an_older_database_is_brought_up_to_date(team: str) -> None:
    """By the same steps as a file."""
    with psycopg.connect(team) as connection:
        connection.execute("UPDATE schema_version SET version = 1")
        connection.execute("DROP TABLE feeds, pages, decisions, catalogue")
    with open_store(place(team)) as store:
        assert store.decisions() == []
        assert store.feeds() == {}


def test_tables_of_another_program_are_left_alone(new_database: New) -> None:
    """They may be somebody's."""
    url = new_database()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE bills (total integer)")
    with pytest.raises(StoreError, match="the database of another program"):
        open_store(place(url))


def test_who_may_only_look_can_look(team: str, postgresql: str) -> None:
    """A role without the right to write reads, and is told so where it writes."""
    with psycopg.connect(team) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    with open_store(place(team.replace("ada@", "guest@")), create=False) as store:
        assert store.incidents() == []
        with pytest.raises(StoreError, match="ask the owner of the database"):
            store.keep_feed(FEED)


def test_a_text_that_the_server_cannot_hold_is_told_as_such(team: str) -> None:
    """A NUL is no letter to it; whoever decides is told before."""
    with open_store(place(team)) as store:
        asked = Request(
            kind=DecisionKind.NOTE, person="Ada", target=("x",), note="a\0b"
        )
        with pytest.raises(DecisionError, match="binary data"):
            decide(store, asked)
        with pytest.raises(StoreError, match="a text holds what PostgreSQL cannot"):
            store.keep_feed(WatchedFeed(url="a\0b", due_at="2024"))
        assert store.decisions() == []
        assert store.feeds() == {}
