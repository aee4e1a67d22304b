"""A document's line of JSON is the contract's, whatever became of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from rashomon.model.document import Published, WarcRecord
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.outcome import Failure
from rashomon.publish.documents import document_line, document_lines, entries
from rashomon.store.rows import DocumentStatus, StoredDocument

KEYS = [
    "schema", "id", "url", "source", "title", "text", "published", "language",
    "family", "status", "reason",
]  # fmt: skip


def _stored(story: Any, id_: str = "doc_a") -> StoredDocument:
    return StoredDocument(
        document=story.documents[id_],
        status=DocumentStatus.READ,
        reason=None,
        family=FamilyId("fam_1"),
    )


def test_a_read_document_is_published_with_its_text(story: Any) -> None:
    """Text, basis of the date and family are there; there is no reason to give."""
    (entry,) = entries([_stored(story)], [])
    line = document_line(entry)
    assert list(line) == KEYS
    assert line["text"] == story.documents["doc_a"].text
    assert line["published"] == {"value": "2024-05-02", "basis": "given"}
    assert (line["family"], line["status"], line["reason"]) == ("fam_1", "read", None)


def test_an_archived_document_points_at_its_record(story: Any) -> None:
    """The archive's file, the record's id, and the digest of the bytes in it."""
    kept = WarcRecord("rashomon-1.warc.gz", "<urn:uuid:1>")
    archived = replace(story.documents["doc_a"], archived=kept)
    stored = replace(_stored(story), document=archived)
    (entry,) = entries([stored], [])
    assert document_line(entry)["archive"] == {
        "file": "rashomon-1.warc.gz",
        "record": "<urn:uuid:1>",
        "digest": f"sha256:{archived.raw_sha256}",
    }


def test_a_skipped_document_says_why(story: Any) -> None:
    """It has no text, and its reason."""
    empty = replace(story.documents["doc_a"], text="", published=Published())
    skipped = StoredDocument(
        document=empty, status=DocumentStatus.SKIPPED, reason="no article: a login form"
    )
    (entry,) = entries([skipped], [])
    line = document_line(entry)
    assert (line["status"], line["reason"]) == ("skipped", "no article: a login form")
    assert (line["text"], line["family"]) == ("", None)
    assert line["published"] == {"value": None, "basis": "unknown"}


def test_a_failed_input_without_an_id_is_known_by_its_name() -> None:
    """The file's name stands for the id that it never got."""
    failure = Failure(stage="ingest", origin="b.pdf", message="not text; convert it")
    (entry,) = entries([], [failure])
    line = document_line(entry)
    assert (line["id"], line["status"]) == ("b.pdf", "failed")
    assert (line["text"], line["reason"]) == ("", "not text; convert it")


def test_a_failure_of_a_stored_document_is_not_told_twice(story: Any) -> None:
    """What was cleaned before it broke is published once, with its text."""
    failed = replace(
        _stored(story), status=DocumentStatus.FAILED, reason="broke", family=None
    )
    failure = Failure(
        stage="extract", origin="a", message="broke", document_id=DocumentId("doc_a")
    )
    (entry,) = entries([failed], [failure])
    assert document_line(entry)["text"] == story.documents["doc_a"].text


def test_lines_are_sorted_by_id(story: Any) -> None:
    """The order of reading does not show in the file."""
    stored = [_stored(story, i) for i in ("doc_c", "doc_a", "doc_b")]
    ids = [json.loads(line)["id"] for line in document_lines(entries(stored, []))]
    assert ids == ["doc_a", "doc_b", "doc_c"]
