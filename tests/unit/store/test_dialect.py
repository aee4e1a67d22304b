"""The same question is written in the words of either database."""

from __future__ import annotations

from sqlalchemy import column
from sqlalchemy.dialects import postgresql, sqlite

from rashomon.store.dialect import TEXT, holds


def test_holding_a_word_is_asked_in_each_dialect() -> None:
    """Neither knows the other's function."""
    asked = holds(column("words", TEXT), "verin")
    assert "instr(words" in str(asked.compile(dialect=sqlite.dialect()))
    assert "strpos(words" in str(asked.compile(dialect=postgresql.dialect()))


def test_a_server_compares_letters_as_a_file_does() -> None:
    """Whatever its own locale."""
    assert TEXT.compile(dialect=postgresql.dialect()) == 'TEXT COLLATE "C"'
