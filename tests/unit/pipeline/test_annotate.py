"""Annotating reads a text exactly as given, so that offsets are the input's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.model.document import DateBasis, Media, RawDocument
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Failure
from rashomon.pipeline import annotate
from rashomon.pipeline.annotate import AnnotatedText, as_given
from rashomon.publish.layers import Layer

TEXT = "  Subscribe here!\r\n\r\nTwo people were killed in Halden on Tuesday,\tpolice said.\n"


def _raw(content: str, media: Media = Media.TEXT, **known: str) -> RawDocument:
    return RawDocument(
        id=DocumentId("d1"),
        content=content,
        media=media,
        raw=content.encode(),
        raw_sha256="0" * 64,
        origin="d1.txt",
        **known,
    )


def test_the_text_is_not_cleaned() -> None:
    """Blank lines, advertising and tabs stay, or offsets would not be the input's."""
    assert as_given(_raw(TEXT)).text == TEXT


def test_a_pages_markup_is_blanked_in_place() -> None:
    """What is left stands where it stood in the page."""
    page = "<p>Two <b>died</b></p><script>var x = '<p>';</script> here"
    text = as_given(_raw(page, Media.HTML)).text
    assert len(text) == len(page)
    assert text.split() == ["Two", "died", "here"]
    assert text.index("died") == page.index("died")


def test_the_given_date_anchors() -> None:
    """A published date from the input is given; none is unknown; nonsense is ignored."""
    given = as_given(_raw(TEXT, published="2024-03-06")).published
    assert (given.value, given.basis) == ("2024-03-06", DateBasis.GIVEN)
    assert as_given(_raw(TEXT)).published.value is None
    assert as_given(_raw(TEXT, published="soon")).published.value is None


def test_the_given_language_is_taken() -> None:
    """Where none is given it is found out."""
    assert as_given(_raw(TEXT, language="uk")).language == "uk"
    assert as_given(_raw(TEXT)).language == "en"


def _annotated(tmp_path: Path, layer: Layer) -> list[AnnotatedText | Failure]:
    line = {"id": "d1", "text": TEXT, "published": "2024-03-06"}
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps(line) + "\n{broken\n", encoding="utf-8")
    return list(annotate.annotate([str(path)], layer))


@pytest.mark.parametrize("layer", list(Layer))
def test_every_row_points_into_the_input(tmp_path: Path, layer: Layer) -> None:
    """In every layer, a row's text is the input's text between its offsets."""
    read, broken = _annotated(tmp_path, layer)
    assert isinstance(broken, Failure)
    assert isinstance(read, AnnotatedText)
    assert read.rows, layer
    for row in read.rows:
        assert (row["document"], row["layer"]) == ("d1", layer.value)
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["text"] == TEXT[start:end]


def test_a_relative_date_is_reckoned_from_the_given_one(tmp_path: Path) -> None:
    """Tuesday before Wednesday the 6th is the 5th."""
    read, _ = _annotated(tmp_path, Layer.DATES)
    assert isinstance(read, AnnotatedText)
    values = [row["value"] for row in read.rows]
    assert [v["timex"] for v in values if isinstance(v, dict)] == ["2024-03-05"]


def test_a_text_that_breaks_an_extractor_is_a_failure_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and the next one is read."""

    def broken(_raw: RawDocument, _layer: Layer) -> AnnotatedText:
        raise ValueError("not foreseen")

    monkeypatch.setattr(annotate, "annotate_text", broken)
    first, second = _annotated(tmp_path, Layer.DATES)
    assert isinstance(first, Failure)
    assert "line 1: could not be read (ValueError: not foreseen)" in first.message
    assert isinstance(second, Failure)
