"""What was received, what was made of it, and the only way to point into it.

Offsets are Unicode code points into ``Document.text``, half open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.errors import InvariantError
from rashomon.model.ids import DocumentId


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of one document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that is empty or runs backwards."""
        if not 0 <= self.start < self.end:
            raise InvariantError(f"not a span: [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Say whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the same stretch, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Return the words this span points to."""
        return text[self.start : self.end]


class Media(StrEnum):
    """What kind of content a raw document carries."""

    TEXT = "text"
    HTML = "html"


class DateBasis(StrEnum):
    """Where a document's published date came from, the strongest first."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"
    STAMP = "stamp"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document says it was published, and how far to trust that.

    ``value`` is an ISO 8601 date or date-time, or None where nothing says it. ``rival``
    is another one, given or in the page's metadata, that the page's own words outdid.
    """

    value: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """Where the bytes lie in a web archive: its file's name and the record's own id."""

    file: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One report as received, before anything was left out.

    ``content`` is decoded text or HTML; ``raw`` the bytes as received (for a line of
    a JSONL or CSV file, the bytes of that line); ``origin`` names the input for people
    ("pile/a.txt", "pile.jsonl line 3"); ``archived`` says where a web archive has it.
    """

    id: DocumentId
    content: str
    media: Media
    raw: bytes
    raw_sha256: str
    origin: str
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    encoding: str | None = None
    archived: WarcRecord | None = None


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps a cleaned text back to the raw one.

    ``pieces`` are ``(clean_start, raw_start, length)`` in order; characters between
    pieces were put in by cleaning and have no place in the raw text.
    """

    pieces: tuple[tuple[int, int, int], ...] = ()

    def to_raw(self, offset: int) -> int | None:
        """Return where a cleaned character stood in the raw text, or None."""
        for clean_start, raw_start, length in self.pieces:
            if clean_start <= offset < clean_start + length:
                return raw_start + offset - clean_start
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article or post; its text is frozen at cleaning and every offset refers to it."""

    id: DocumentId
    text: str
    raw_sha256: str
    origin: str
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: Published = Published()
    retrieved: str | None = None
    language: str | None = None
    offsets: OffsetMap = OffsetMap()
    archived: WarcRecord | None = None
