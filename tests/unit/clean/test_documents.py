"""From raw text or a page to a document, or to the reason why there is none."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from rashomon.clean.documents import clean
from rashomon.model.document import DateBasis, Document, Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Skipped, SkipReason

SENTENCES = (
    "A drone hit a bakery in Verin on Friday.",
    "Two people were killed there, the police said in a statement.",
    "Mayor Ana Dol called the night the worst in many years.",
    "The ministry had no comment when it was asked on Saturday.",
)
BODY = "\n".join(SENTENCES)
ARTICLE = "".join(f"<p>{s}</p>" for s in SENTENCES)
PAGE = (
    '<html lang="en"><head><title>Strike in Verin</title>'
    '<meta property="article:published_time" content="2024-05-02T10:00:00Z">'
    '<meta property="og:site_name" content="Harbour Gazette"></head><body>'
    f"<nav><a href=/>Home</a></nav><article><h1>Strike in Verin</h1>{ARTICLE}"
    "</article></body></html>"
)
TEXT = RawDocument(
    id=DocumentId("a"), content=BODY, media=Media.TEXT, raw=b"", raw_sha256="0",
    origin="a.txt",
)  # fmt: skip


def _read(
    content: str, media: Media = Media.TEXT, title: str | None = None
) -> Document:
    found = clean(replace(TEXT, content=content, media=media, title=title))
    assert isinstance(found, Document)
    return found


def test_a_stamp_is_stripped_and_weak() -> None:
    """It is not part of the text, and the map counts from the raw head on."""
    found = _read(f" date 2024-05-06 {BODY}")
    assert found.text == BODY
    assert (found.published.value, found.published.basis) == (
        "2024-05-06",
        DateBasis.STAMP,
    )
    assert found.offsets.to_raw(0) == 17


def test_a_title_is_put_in_front_where_it_is_absent() -> None:
    """Where the text begins with it, it is not told twice."""
    assert (
        _read(BODY, title="Strike\u202e in\nVerin").text == f"Strike in Verin\n\n{BODY}"
    )
    begun = f"STRIKE IN VERIN\n{BODY}"
    assert _read(begun, title="Strike in Verin").text == begun


def test_without_a_title_the_first_line_stands_for_it() -> None:
    """So that every document can be named to a person."""
    assert _read(BODY).title == SENTENCES[0]


def test_a_page_gives_its_article() -> None:
    """With title, outlet and day, and without its navigation."""
    found = _read(PAGE, Media.HTML)
    assert all(sentence in found.text for sentence in SENTENCES)
    assert "Home" not in found.text
    assert (found.title, found.source) == ("Strike in Verin", "Harbour Gazette")
    assert found.published.basis is DateBasis.METADATA
    assert (found.published.value or "").startswith("2024-05-02")
    assert found.language == "en"


@pytest.mark.parametrize(
    ("content", "media", "reason"),
    [
        ("<html><body><form>Log in</form></body></html>", Media.HTML, "NO_ARTICLE"),
        ("<!-- " * 1000, Media.HTML, "NO_ARTICLE"),
        ("Short.", Media.TEXT, "TOO_SHORT"),
        ("Read also: more\n\u200b\n", Media.TEXT, "EMPTY"),
    ],
)
def test_what_holds_no_prose_is_skipped(
    content: str, media: Media, reason: str
) -> None:
    """With the reason, as data."""
    found = clean(replace(TEXT, content=content, media=media))
    assert isinstance(found, Skipped)
    assert found.reason is SkipReason[reason]
    assert (found.document_id, found.origin) == ("a", "a.txt")


HOSTILE = {
    "scripts": f"<article>{ARTICLE}<script>alert('boom')</script></article>",
    "script bomb": f"<script>{'while(1){}' * 50_000}</script><article>{ARTICLE}</article>",
    "deep": "<div>" * 50_000 + ARTICLE,
    "five megabytes of tags": f"<article>{ARTICLE}{'<br><i></i>' * 450_000}</article>",
    "controls": f"<article>\x00\x01\u202e{ARTICLE}</article>",
    "open tags": "<" * 500_000,
    "attributes": f"<div {'a=b ' * 200_000}>{ARTICLE}</div>",
    "entities": f'<!DOCTYPE x [<!ENTITY a "aaa">]><article>{ARTICLE}&a;</article>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_neither_crashes_nor_hangs(name: str) -> None:
    """It gives its article or nothing, never its scripts, within seconds."""
    start = time.monotonic()
    page = f"<html><body>{HOSTILE[name]}</body></html>"
    found = clean(replace(TEXT, content=page, media=Media.HTML))
    assert time.monotonic() - start < 30
    assert isinstance(found, Document | Skipped)
    if isinstance(found, Document):
        assert (SENTENCES[1] in found.text) == (SENTENCES[1] in page)
        assert not {"\x00", "\x01", "\u202e"} & set(found.text)
        assert "alert" not in found.text
        assert "while(1)" not in found.text
