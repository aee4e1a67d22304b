"""Reported speech by patterns: headlines, and the languages read without a parse."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.reading import Reading
from rashomon.extract.speech_relations import Relation


def headlines(text: str, relations: Sequence[Relation]) -> list[Relation]:
    return []


def find(reading: Reading) -> list[Relation]:
    return []
