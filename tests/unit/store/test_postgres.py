"""What stands in the way of a server's database is told, and its password never."""

from __future__ import annotations

import pytest

from rashomon.errors import StoreError
from rashomon.store.place import place
from rashomon.store.sqlite import open_store

pytest.importorskip("psycopg", reason="the optional extra 'postgres' is not installed")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ada:secret@127.0.0.1:1/team", "cannot be reached"),
        ("postgresql://ada:se/cret@127.0.0.1/team", "%2F and %40"),
    ],
)
def test_a_server_that_cannot_be_had_is_explained(address: str, told: str) -> None:
    """With a way on, and without the password."""
    with pytest.raises(StoreError, match=told) as raised:
        open_store(place(address))
    assert "secret" not in str(raised.value)
    assert "cret@" not in str(raised.value)
