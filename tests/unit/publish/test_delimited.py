"""A table of text holds nothing that a spreadsheet would run."""

from __future__ import annotations

import csv

import pytest

from rashomon.publish.delimited import defused, table_lines


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1", "\t=1", " =1"]
)
def test_a_formula_is_defused(cell: str) -> None:
    """It begins with an apostrophe, whatever stands before it."""
    assert str(defused(cell)).startswith("'")


def test_numbers_stay_numbers() -> None:
    """A longitude in the west is no formula; 0 and unknown differ."""
    assert list(table_lines([[-12.5, 0, None]], ["a", "b", "c"])) == [
        "a,b,c",
        "-12.5,0,",
    ]


def test_controls_and_line_breaks_are_shown_safely() -> None:
    """One row is one line, and nothing reorders it."""
    _, line = table_lines([["a\u202eb\nc", 'say "x", y']], ["p", "q"])
    assert next(csv.reader([line])) == ["a\ufffdb c", 'say "x", y']
