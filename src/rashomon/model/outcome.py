"""What did not go through, as data: an expected no is a value, a failure names its cause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.ids import DocumentId


class SkipReason(StrEnum):
    """Why a document that was read has nothing for us; normal, counted, published."""

    EMPTY = "empty"
    TOO_SHORT = "too short"
    NO_ARTICLE = "no article text on the page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document left out on purpose. ``detail`` adds to the reason, for people."""

    document_id: DocumentId
    origin: str
    reason: SkipReason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input or a document that broke; the run goes on and exits with status 1.

    ``origin`` names the file (and line); ``message`` the reason and the next step.
    """

    stage: str
    origin: str
    message: str
    document_id: DocumentId | None = None
