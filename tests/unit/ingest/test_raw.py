"""The fields of a line make a document, or say why not."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.ingest.raw import BadFieldError, failure, make_raw, raw_of_fields
from rashomon.model.document import Media

TEXT = "A drone hit a bakery in Verin."


def test_every_field_of_the_contract_is_kept() -> None:
    """And the bytes as received, with their hash."""
    fields = {
        "id": "w-1", "url": "https://wire.example/1", "source": "Harbour Wire",
        "title": "Bakery hit", "text": TEXT, "published": "2024-03-02",
        "retrieved": "2024-03-03", "language": "en", "mood": "unknown to us",
    }  # fmt: skip
    raw = raw_of_fields(fields, b"the line", "wire.jsonl line 1")
    assert (raw.id, raw.content, raw.media) == ("w-1", TEXT, Media.TEXT)
    assert (raw.url, raw.source) == ("https://wire.example/1", "Harbour Wire")
    assert (raw.title, raw.language) == ("Bakery hit", "en")
    assert (raw.published, raw.retrieved) == ("2024-03-02", "2024-03-03")
    assert raw.raw == b"the line"
    assert raw.raw_sha256 == hashlib.sha256(b"the line").hexdigest()


def test_the_default_id_is_of_the_content_and_not_of_its_wrapping() -> None:
    """Another order of fields is the same document; another outlet is a copy."""
    one = raw_of_fields({"text": TEXT}, b'{"text": 1}', "a")
    same = raw_of_fields({"text": TEXT, "language": "en"}, b"other bytes", "b")
    other = raw_of_fields({"text": TEXT, "source": "Verin Post"}, b"x", "c")
    assert one.id == same.id
    assert one.id != other.id


def test_html_is_taken_where_there_is_no_text() -> None:
    """A text of blanks is none."""
    raw = raw_of_fields({"text": "  ", "html": "<p>x</p>"}, b"", "a")
    assert (raw.media, raw.content) == (Media.HTML, "<p>x</p>")


def test_a_number_may_be_an_id() -> None:
    """JSON writers leave the quotes out."""
    assert raw_of_fields({"id": 7, "text": TEXT}, b"", "a").id == "7"


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({}, "neither"),
        ({"text": "", "html": None}, "neither"),
        ({"text": 5}, '"text" is not a string'),
        ({"text": TEXT, "url": ["a"]}, '"url" is not a string'),
        ({"text": TEXT, "id": True}, '"id" is not a string'),
        ({"text": "a\0b"}, "binary"),
    ],
)
def test_fields_that_make_no_document_are_refused(
    fields: dict[str, object], word: str
) -> None:
    """The reason names the field."""
    with pytest.raises(BadFieldError, match=word):
        raw_of_fields(fields, b"", "a")


def test_half_a_character_is_replaced() -> None:
    """JSON may name it and no file can hold it; so can nothing we write."""
    raw = raw_of_fields({"text": "a \ud800 b", "title": "\udfff"}, b"", "a")
    assert (raw.content, raw.title) == ("a \ufffd b", "\ufffd")


def test_what_cannot_be_written_down_is_marked() -> None:
    """In the name of a file that is not UTF-8, or the address that an archive gives."""
    raw = make_raw(
        content=TEXT,
        media=Media.TEXT,
        raw=b"x",
        id="a\udcff",
        origin="a\udcff.txt",
        url="https://a.example/\0b",
    )
    assert raw.id == "a\ufffd"
    assert (raw.origin, raw.url) == ("a\ufffd.txt", "https://a.example/\ufffdb")
    told = failure("a\udcff.txt", "is empty")
    assert (told.origin, told.message) == ("a\ufffd.txt", "a\ufffd.txt: is empty")
