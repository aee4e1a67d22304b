"""The matrix can be read on a narrow terminal, in a pipe and without colour."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from rashomon.cli import matrix_view
from rashomon.model.claim import Stance
from rashomon.publish import matrix


def _rendered(story: Any, width: int) -> str:
    console = Console(
        file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False
    )
    claims = matrix.build(story.record, story.documents, story.families)
    console.print(matrix_view.render(claims, width))
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_no_line_is_wider_than_the_page(story: Any, width: int) -> None:
    """Table or blocks, nothing is cut off by the terminal."""
    lines = _rendered(story, width).splitlines()
    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [60, 120])
def test_everything_is_there_in_either_form(story: Any, width: int) -> None:
    """Value, speaker, quotation, signs, range, status and rule."""
    shown = _rendered(story, width)
    for expected in (
        "≠ 7", "Ivo Karr", "“Seven people died”", "5+", "Ana Dol", "✗ denied: hit",
        "5 (5–7)", "contested", "most-voices", "Northern Herald", "own words",
    ):  # fmt: skip
        assert expected in shown


def test_wide_pages_have_a_table_and_narrow_ones_blocks(story: Any) -> None:
    """On a wide page the sources stand side by side."""
    beside = [x for x in _rendered(story, 100).splitlines() if "≠ 7" in x]
    assert "5+" in beside[0]
    below = [x for x in _rendered(story, 60).splitlines() if "≠ 7" in x]
    assert "5+" not in below[0]


def test_a_copy_stands_under_its_original(story: Any) -> None:
    """The copying outlet is named in the original's column."""
    assert "= copy: Verin Post" in _rendered(story, 120)
    assert "copied by Verin Post" in _rendered(story, 60)


def test_a_report_cannot_draw_on_the_terminal(story: Any) -> None:
    """Escapes in an outlet's name or a speaker's words are made visible."""
    document = story.documents["doc_c"]
    evil = replace(document, source="Her\x1b[2Jald [red]", text=document.text)
    story.documents["doc_c"] = evil
    for width in (60, 120):
        shown = _rendered(story, width)
        assert "\x1b" not in shown
        assert "Her\ufffd[2Jald [red]" in shown


@pytest.mark.parametrize(
    ("stance", "differs", "expected"),
    [
        (Stance.ASSERTS, False, ""),
        (Stance.ASSERTS, True, "≠ "),
        (Stance.DENIES, False, "✗ denied: "),
        (Stance.DOUBTS, True, "≠ ? doubted: "),
    ],
)
def test_signs_do_without_colour(stance: Stance, differs: bool, expected: str) -> None:
    """How a value stands can be told by its signs alone."""
    assert matrix_view.marks(stance, differs=differs) == expected
