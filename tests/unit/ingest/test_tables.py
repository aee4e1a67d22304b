"""CSV: a header and a document a row."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from rashomon.ingest import tables
from rashomon.ingest.raw import Read
from rashomon.ingest.tables import read_csv
from rashomon.model.document import RawDocument
from rashomon.model.outcome import Failure


def _read(content: str | bytes) -> list[Read]:
    raw = content.encode() if isinstance(content, str) else content
    return list(read_csv(io.BytesIO(raw), Path("wire.csv")))


def _texts(found: list[Read]) -> list[str]:
    return [x.content for x in found if isinstance(x, RawDocument)]


def _reasons(found: list[Read]) -> list[str]:
    return [x.message for x in found if isinstance(x, Failure)]


def test_rows_are_documents_and_quoted_text_may_hold_lines() -> None:
    """The origin names the line on which a row begins."""
    found = _read('ID,Text\n1,"one,\ntwo"\n2,three\n')
    assert _texts(found) == ["one,\ntwo", "three"]
    assert [x.origin for x in found] == ["wire.csv line 2", "wire.csv line 4"]
    assert [x.id for x in found if isinstance(x, RawDocument)] == ["1", "2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_told_from_the_header(delimiter: str) -> None:
    """Spreadsheets of other countries write semicolons."""
    assert _texts(_read(f"id{delimiter}text\n1{delimiter}Verin\n")) == ["Verin"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_the_encoding_is_told(encoding: str) -> None:
    """From a mark, or from the letters."""
    text = "В городе Верин беспилотник попал в здание завода, ранены пятеро"
    assert _texts(_read(f'id,text\n1,"{text}"\n'.encode(encoding))) == [text]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("id,title\n1,a\n", "no column named text or html"),
        ('"' + "x" * 200_000 + '"\n1\n', "no column named text or html"),
        ("id,text\n", "no rows"),
        ("id,text\n,\n", "no rows"),
        (b"PK\x03\x04\x00\x00", "binary"),
        ("id,html,text\n1,,\n", "neither"),
    ],
)
def test_a_table_without_documents_says_why(content: str | bytes, word: str) -> None:
    """One failure, with the reason."""
    (reason,) = _reasons(_read(content))
    assert word in reason


def test_a_broken_row_fails_alone() -> None:
    """The rows behind it are read."""
    found = _read('id,text\n1,"a"b"\n2,fine\n3,a,comma too many\n4,good\n')
    assert _texts(found) == ["fine", "good"]
    first, second = _reasons(found)
    assert "line 2: is not valid CSV" in first
    assert "line 4: has more cells" in second


def test_a_quote_that_is_never_closed_does_not_pass_for_a_text() -> None:
    """Else the rest of the table would be swallowed as one document."""
    found = _read('id,text\n1,"one\n2,two\n3,three\n')
    assert _texts(found) == []
    assert "unexpected end" in _reasons(found)[0]


def test_a_cell_without_end_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever held."""
    monkeypatch.setattr(tables, "MAX_FIELD_CHARS", 100)
    (reason,) = _reasons(_read("text\n" + "x" * 5000))
    assert "not valid CSV" in reason
