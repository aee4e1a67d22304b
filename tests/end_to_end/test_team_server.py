"""A team's server: who waits for whom, and what is said when it cannot serve."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rashomon.cli.app import main
from rashomon.errors import DecisionError, SchemaVersionError, StoreError
from rashomon.model.decision import DecisionKind
from rashomon.model.watching import WatchedFeed
from rashomon.pipeline.review import Request, decide
from rashomon.store import migrations, postgres, watching
from rashomon.store.place import place
from rashomon.store.sqlite import Store, open_store

psycopg = pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")

PILE = Path(__file__).parents[2] / "examples" / "pile"
New = Callable[..., str]
FEED = WatchedFeed(url="https://a.example/rss", due_at="2024")


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


def test_a_wrong_password_is_told_and_never_shown(
    postgresql: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the wrong one nor its absence."""
    with psycopg.connect(f"{postgresql}/postgres") as connection:
        connection.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    for password, told in (
        (":sesame", "password authentication failed"),
        ("", "no pass"),
    ):
        url = f"{postgresql}/postgres".replace("ada@", f"guarded{password}@")
        assert main(["list", "--db", url]) == 2
        said = " ".join(capsys.readouterr().err.split())
        assert told in said
        assert "sesame" not in said
        assert said.count("the server cannot be reached, or does not let us in") == 1


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
    """By the same steps as a file, to the very columns of a new one."""
    columns = (
        "SELECT table_name, column_name, data_type, collation_name, is_nullable"
        " FROM information_schema.columns WHERE table_schema = 'public'"
    )
    with psycopg.connect(team) as connection:
        new = set(connection.execute(columns))
        connection.execute("UPDATE schema_version SET version = 1")
        connection.execute("ALTER TABLE documents DROP COLUMN warc_file")
        connection.execute("DROP TABLE feeds, pages, told, decisions, catalogue")
    with open_store(place(team)) as store, psycopg.connect(team) as connection:
        assert set(connection.execute(columns)) == new
        connection.execute("ALTER TABLE pages DROP COLUMN due_at")
        connection.execute("UPDATE schema_version SET version = 4")
        connection.commit()
        store.prepare()
        assert set(connection.execute(columns)) == new


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
