"""What is done with one input of each format, and what is a fault.

Each trial calls the product's own way in. It may give documents, or refuse with the
product's own error; anything else that is raised is a crash.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.fuzz import answering, asking, reporting, samples
from rashomon.clean.documents import clean
from rashomon.errors import InputError
from rashomon.ingest import feeds
from rashomon.ingest.raw import Read
from rashomon.ingest.read import read_inputs
from rashomon.ingest.reference import read_reference
from rashomon.ingest.sources import SourceFile, read_source
from rashomon.model.document import Document, RawDocument
from rashomon.model.outcome import Failure
from rashomon.profiles.sources import read_sources

# A damaged table may still hold thousands of rows; so many are cleaned.
CLEANED = 4

Attempt = Callable[[bytes, Path], bool]


class FaultError(AssertionError):
    """What came out could not be stored or shown: as bad as a crash."""


@dataclass(frozen=True, slots=True)
class Format:
    """``attempt``: takes an input and a folder for files, says whether it was accepted.

    ``share``: of so many inputs asked for one is tried, where a trial is dear.
    """

    samples: tuple[bytes, ...]
    attempt: Attempt
    zipped: bool = False
    share: int = 1


def sound(text: str | None) -> None:
    """Refuse a text that no database or file could hold."""
    try:
        (text or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise FaultError(f"half a character came through: {error}") from error


def ingested(found: Iterable[Read]) -> bool:
    """Take all that an input gives, clean the first documents; say whether any came."""
    documents = [f for f in found if _checked(f)]
    for raw in islice(documents, CLEANED):
        if isinstance(raw, RawDocument):
            cleaned(raw)
    return bool(documents)


def cleaned(raw: RawDocument) -> Document | None:
    """Clean a document and check that every character leads back into the raw text."""
    made = clean(raw)
    if not isinstance(made, Document):
        return None
    for text in (made.text, made.title, made.source, made.published.value):
        sound(text)
    for start, origin, length in made.offsets.pieces:
        there = raw.content[origin : origin + length]
        if made.text[start : start + length] != there:
            raise FaultError(f"a piece leads astray: {start}, {origin}, {length}")
    return made


def _checked(found: Read) -> bool:
    if isinstance(found, Failure):
        sound(found.message)
        return False
    for text in (found.content, found.url, found.source, found.title, found.id):
        sound(text)
    return True


def a_file(suffix: str, data: bytes, folder: Path) -> bool:
    """Read a file of that kind, as `rashomon run` does."""
    path = folder / f"input{suffix}"
    path.write_bytes(data)
    return ingested(read_inputs([str(path)]))


def standard_input(data: bytes, _: Path) -> bool:
    """Read what another program hands over."""
    return ingested(read_inputs(["-"], stdin=io.BytesIO(data)))


def listing(data: bytes, _: Path) -> bool:
    """Read a feed, a sitemap or an OPML list."""
    try:
        found = feeds.parse(data, "https://gazette.example/feed")
    except InputError as error:
        sound(str(error))
        return False
    source = SourceFile(name="A", only=("/world/*",))
    for entry in found.entries:
        source.wants(entry.url)
        for text in (entry.url, entry.title, entry.published):
            sound(text)
    for address in (found.title, *found.further):
        sound(address)
    return bool(found.entries or found.further)


def reference(data: bytes, folder: Path) -> bool:
    """Read a register's own events."""
    path = folder / "events.csv"
    path.write_bytes(data)
    try:
        return bool(list(read_reference(path)))
    except InputError as error:
        sound(str(error))
        return False


def source_file(data: bytes, folder: Path) -> bool:
    """Read the small file of one source, as `rashomon watch` follows it."""
    path = folder / "gazette.toml"
    path.write_bytes(data)
    try:
        source = read_source(path)
    except InputError as error:
        sound(str(error))
        return False
    return source.wants("https://gazette.example/world/1") or True


def outlets(data: bytes, folder: Path) -> bool:
    """Read a file that describes outlets."""
    path = folder / "outlets.toml"
    path.write_bytes(data)
    try:
        return bool(read_sources(path).by_name)
    except InputError as error:
        sound(str(error))
        return False


def _texts() -> tuple[bytes, ...]:
    return tuple(text.encode() for text in samples.TEXTS)


def _zipped(plain: Iterable[bytes]) -> tuple[bytes, ...]:
    return tuple(gzip.compress(p, mtime=0) for p in plain)


def formats() -> dict[str, Format]:
    """Return every format by name."""
    file = partial(partial, a_file)
    texts, lines = _texts(), samples.json_lines()
    return {
        "text": Format(texts, file(".txt")),
        "text.gz": Format(_zipped(texts), file(".txt.gz"), zipped=True),
        "html": Format(samples.pages(), file(".html")),
        "jsonl": Format(lines, file(".jsonl")),
        "jsonl.gz": Format(_zipped(lines), file(".jsonl.gz"), zipped=True),
        "csv": Format(samples.tables(), file(".csv")),
        "warc": Format(samples.archives(), file(".warc")),
        "warc.gz": Format(samples.zipped_archives(), file(".warc.gz"), zipped=True),
        "stdin": Format((*lines, *texts, *samples.pages()), standard_input),
        "rss": Format((samples.RSS.encode(), samples.RDF.encode()), listing),
        "atom": Format((samples.ATOM.encode(),), listing),
        "sitemap": Format(
            (samples.SITEMAP.encode(), samples.SITEMAP_INDEX.encode()), listing
        ),
        "opml": Format((samples.OPML.encode(),), listing),
        "robots": Format(samples.ROBOTS, answering.robots),
        "answer": Format(samples.answers(), answering.answer),
        "reference": Format((samples.ACLED, samples.UCDP), reference),
        "address": Format(samples.ADDRESSES, answering.address),
        "source": Format(samples.SOURCE_FILES, source_file),
        "outlets": Format(samples.SOURCES, outlets),
        "value": Format(asking.WORDS, asking.typed),
        "page": Format(asking.ADDRESSES, asking.asked),
        "reading": Format(texts, reporting.reading, share=20),
        "record": Format((*lines, samples.giants()), reporting.record, share=20),
    }
