"""What stands in the way of a server's database is told, and its password never."""

from __future__ import annotations

import sys

import pytest

from rashomon.cli.app import main
from rashomon.errors import StoreError
from rashomon.store.place import place
from rashomon.store.sqlite import open_store


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ada:secret@127.0.0.1:1/team", "cannot be reached"),
        ("postgresql://ada:se/cret@127.0.0.1/team", "%2F and %40"),
    ],
)
def test_a_server_that_cannot_be_had_is_explained(address: str, told: str) -> None:
    """With a way on, and without the password."""
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed")
    with pytest.raises(StoreError, match=told) as raised:
        open_store(place(address))
    assert "secret" not in str(raised.value)
    assert "cret@" not in str(raised.value)


def test_the_driver_is_an_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it there is one sentence that says how to install it, not the password."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert main(["list", "--db", "postgresql://ada:secret@127.0.0.1/team"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert told == (
        "rashomon: postgresql://ada@127.0.0.1/team: PostgreSQL needs an extra; install it"
        " with `pip install 'rashomon[postgres]'`, or name a file with --db"
    )
