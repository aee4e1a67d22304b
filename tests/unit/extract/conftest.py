"""Who says what in a text, for the tests of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.extract import attribution, reading
from rashomon.model.claim import Attribution
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId

Find = Callable[..., list[Attribution]]
Voice = Callable[..., str | None]


def _find(text: str, language: str = "en") -> list[Attribution]:
    document = Document(
        id=DocumentId("doc_test"),
        text=text,
        raw_sha256="0" * 64,
        origin="test",
        language=language,
    )
    return attribution.find(reading.read(document))


def _voice(text: str, words: str, language: str = "en") -> str | None:
    at = text.index(words)
    around = [
        a
        for a in _find(text, language)
        if a.content.start <= at and at + len(words) <= a.content.end
    ]
    tightest = min(around, key=lambda a: a.content.end - a.content.start, default=None)
    return tightest.speaker.name if tightest and tightest.speaker else None


@pytest.fixture
def find() -> Find:
    """Return what gives the attributions of a text, in English or another language."""
    return _find


@pytest.fixture
def voice() -> Voice:
    """Return what gives the speaker of the tightest content that holds some words."""
    return _voice
