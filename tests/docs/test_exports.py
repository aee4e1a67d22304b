"""The page of exports holds the data dictionary as the code has it."""

from __future__ import annotations

from pathlib import Path

from rashomon.publish.formats import dictionary_lines

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def test_the_data_dictionary_is_fresh() -> None:
    """Every format and column stands in docs/exports.md as it is written."""
    page = PAGE.read_text(encoding="utf-8")
    shown = page.split("<!-- dictionary:begin -->\n")[1]
    assert (
        shown.split("<!-- dictionary:end -->")[0]
        == "\n".join(dictionary_lines()) + "\n"
    )
