"""JSON lines: each stands for itself."""

from __future__ import annotations

import io

import pytest

from rashomon.ingest import lines
from rashomon.ingest.lines import read_json_lines
from rashomon.model.document import RawDocument
from rashomon.model.outcome import Failure

GOOD = b'{"id": "w-1", "text": "A drone hit a bakery in Verin."}\n'


def test_a_broken_line_fails_alone() -> None:
    """The lines around it are read, and the failure names file and line."""
    found = list(read_json_lines(io.BytesIO(GOOD + b'{"text": \n' + GOOD), "w.jsonl"))
    assert [type(x) for x in found] == [RawDocument, Failure, RawDocument]
    assert found[1].origin == "w.jsonl line 2"
    assert "not valid JSON" in found[1].message


@pytest.mark.parametrize(
    "line",
    [
        b"[1, 2]",
        b'"only a string"',
        b"[" * 100_000,
        b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
        b'{"text": "a\x00b"}',
        b'{"id": "no text"}',
    ],
)
def test_a_line_that_is_no_document_is_a_failure(line: bytes) -> None:
    """Nothing that can stand in a line raises."""
    (found,) = read_json_lines(io.BytesIO(line), "w.jsonl")
    assert isinstance(found, Failure)
    assert found.message.startswith("w.jsonl line 1: ")


def test_blank_lines_are_nothing_but_a_file_of_them_is_empty() -> None:
    """A trailing line end is no document."""
    assert len(list(read_json_lines(io.BytesIO(GOOD + b"\n\n"), "w"))) == 1
    (found,) = read_json_lines(io.BytesIO(b"\n \n"), "w")
    assert isinstance(found, Failure)
    assert "is empty" in found.message


def test_a_line_without_end_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever held."""
    monkeypatch.setattr(lines, "MAX_LINE_BYTES", 100)
    found = list(read_json_lines(io.BytesIO(GOOD + b"x" * 1000), "w"))
    assert [type(x) for x in found] == [RawDocument, Failure]
    assert "longer than" in found[1].message
