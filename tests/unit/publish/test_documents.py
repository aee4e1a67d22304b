"""A document's line of JSON is the contract's, whatever became of it."""

from __future__ import annotations

import json
from typing import Any

from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.outcome import Failure, Skipped, SkipReason
from rashomon.publish.documents import (
    DocumentEntry,
    DocumentStatus,
    document_line,
    document_lines,
    entry_of_failure,
    entry_of_skipped,
)

KEYS = [
    "schema", "id", "url", "source", "title", "text", "published", "language",
    "family", "status", "reason",
]  # fmt: skip


def test_a_read_document_is_published_with_its_text(story: Any) -> None:
    """Text, basis of the date and family are there; there is no reason to give."""
    document = story.documents["doc_a"]
    entry = DocumentEntry(
        id=document.id,
        status=DocumentStatus.READ,
        document=document,
        family=FamilyId("fam_1"),
    )
    line = document_line(entry)
    assert list(line) == KEYS
    assert line["text"] == document.text
    assert line["published"] == {"value": "2024-05-02", "basis": "given"}
    assert (line["family"], line["status"], line["reason"]) == ("fam_1", "read", None)


def test_a_skipped_document_says_why() -> None:
    """It has no text, and its reason with the detail."""
    skipped = Skipped(
        document_id=DocumentId("doc_x"),
        origin="x.html",
        reason=SkipReason.NO_ARTICLE,
        detail="a login form",
    )
    line = document_line(entry_of_skipped(skipped))
    assert line["status"] == "skipped"
    assert line["reason"] == "no article text on the page: a login form"
    assert (line["text"], line["family"]) == ("", None)
    assert line["published"] == {"value": None, "basis": "unknown"}


def test_a_failed_input_without_an_id_is_known_by_its_name() -> None:
    """The file's name stands for the id that it never got."""
    failure = Failure(stage="ingest", origin="b.pdf", message="not text; convert it")
    line = document_line(entry_of_failure(failure))
    assert (line["id"], line["status"]) == ("b.pdf", "failed")
    assert line["reason"] == "ingest: not text; convert it"


def test_a_document_that_broke_later_keeps_its_text(story: Any) -> None:
    """What was cleaned before it broke is published with it."""
    failure = Failure(
        stage="extract",
        origin="a.txt",
        message="broke",
        document_id=DocumentId("doc_a"),
    )
    entry = entry_of_failure(failure, story.documents["doc_a"])
    assert document_line(entry)["text"] == story.documents["doc_a"].text


def test_lines_are_sorted_by_id(story: Any) -> None:
    """The order of reading does not show in the file."""
    entries = [
        DocumentEntry(id=i, status=DocumentStatus.READ, document=story.documents[i])
        for i in ("doc_c", "doc_a", "doc_b")
    ]
    ids = [json.loads(line)["id"] for line in document_lines(entries)]
    assert ids == ["doc_a", "doc_b", "doc_c"]
