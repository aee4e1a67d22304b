"""A place is a file or a server's database, and shows no password."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.store.place import Server, place


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("postgresql://ada:secret@db.example:5432/team", "postgresql://ada@db.example:5432/team"),
        ("postgres://ada:se/c@ret@db.example/team", "postgres://ada@db.example/team"),
        ("postgresql://ada@db.example/t?password=secret", "postgresql://ada@db.example/t?password="),
        ("postgresql://db.example:5432/team", "postgresql://db.example:5432/team"),
    ],
)  # fmt: skip
def test_a_server_is_shown_without_its_password(written: str, shown: str) -> None:
    """Also where the password was written as none should be."""
    server = place(written)
    assert str(server) == shown
    assert "secret" not in repr(server)
    assert isinstance(server, Server)


def test_anything_else_is_a_file() -> None:
    """As it always was."""
    assert place("city.db") == Path("city.db")
