"""Documents are listed with their copies and with how much they tell."""

from __future__ import annotations

from typing import Any

from rashomon.publish.documents import entries
from rashomon.publish.listing import document_rows, row_json
from rashomon.store.rows import DocumentStatus, StoredDocument


def _rows(story: Any) -> list[Any]:
    stored = [
        StoredDocument(
            document=document,
            status=DocumentStatus.READ,
            reason=None,
            family=story.families[id_],
        )
        for id_, document in story.documents.items()
    ]
    return document_rows(entries(stored, []), [story.record])


def test_copies_are_the_others_of_the_family(story: Any) -> None:
    """The Gazette and the Post have one copy each, the Herald none."""
    assert [row.copies for row in _rows(story)] == [1, 1, 0]


def test_incidents_told_are_counted(story: Any) -> None:
    """Each of the three tells of the one incident."""
    assert [row.incidents for row in _rows(story)] == [1, 1, 1]


def test_a_row_for_scripts_leaves_the_text_out(story: Any) -> None:
    """What was read, without what would fill the screen."""
    row = row_json(_rows(story)[0])
    assert "text" not in row
    assert (row["id"], row["origin"], row["copies"]) == ("doc_a", "doc_a.txt", 1)
