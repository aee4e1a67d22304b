"""What was fetched is kept as WARC: whole, verifiable, and read again as it was."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from rashomon.errors import ArchiveError
from rashomon.ingest import archive
from rashomon.ingest.archive import Archive, Exchange, whole_end
from rashomon.ingest.files import read_file
from rashomon.model.document import RawDocument, WarcRecord
from rashomon.model.outcome import Failure

BODY = "<html><body><p>Дрон попал в пекарню в Верине.</p></body></html>".encode()


def exchange(name: str = "1", body: bytes = BODY, kind: str = "text/html") -> Exchange:
    """Return what an invented server was asked and answered."""
    return Exchange(
        url=f"https://a.example/{name}",
        at="2024-05-03T10:00:00+00:00",
        request=f"GET /{name} HTTP/1.1\r\nHost: a.example\r\n\r\n".encode(),
        head=f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode(),
        body=body,
        address="192.0.2.1",
    )


def files(folder: Path) -> list[Path]:
    """Return the archives of a folder in the order they were begun."""
    return sorted(folder.glob("*.warc.gz"))


def keep(folder: Path, *names: str, **notes: str) -> WarcRecord:
    """Keep pages of these names, in one go; return where the last one is."""
    said = {f"rashomon-{name}": words for name, words in notes.items()}
    with Archive(folder) as opened:
        return [opened.keep(exchange(name), said) for name in names][-1]


def pages(folder: Path) -> list[RawDocument | Failure]:
    """Return what reading finds in the archives of a folder."""
    return [found for file in files(folder) for found in read_file(file)]


def test_a_page_is_read_again_as_it_was(tmp_path: Path) -> None:
    """With its address, time, bytes, and what its feed said of it."""
    kept = keep(tmp_path, "1", source="Harbour Gazette", published="2024-05-02")
    (found,) = pages(tmp_path)
    assert isinstance(found, RawDocument)
    assert (found.raw, found.url) == (BODY, "https://a.example/1")
    assert found.retrieved == "2024-05-03T10:00:00+00:00"
    assert (found.source, found.published) == ("Harbour Gazette", "2024-05-02")
    assert found.archived == kept == WarcRecord(files(tmp_path)[0].name, kept.id)


def test_every_record_carries_digests_that_hold(tmp_path: Path) -> None:
    """That of the answer's payload is the hash that the document is known by."""
    keep(tmp_path, "1", source="Gazette")
    kinds: Counter[str] = Counter()
    for record in ArchiveIterator(str(files(tmp_path)[0]), parse_http=False):
        kinds[record.headers["WARC-Type"]] += 1
        assert record.verify_block_digest()
        if record.headers["WARC-Type"] == "response":
            record.parse_http()
            assert record.verify_payload_digest()
            said = record.headers["WARC-Payload-Digest"]
            assert said == f"sha256:{hashlib.sha256(BODY).hexdigest()}"
            assert record.headers["WARC-IP-Address"] == "192.0.2.1"
    assert kinds == Counter(["warcinfo", "request", "metadata", "response"])


def test_listings_and_rules_are_kept_and_are_no_reports(tmp_path: Path) -> None:
    """Whatever they are served as; nor is a robots.txt that another crawl kept."""
    keep(tmp_path, "rss", purpose=archive.LISTING)
    with Archive(tmp_path) as kept:
        kept.keep(exchange("robots.txt", b"User-agent: *", "text/plain"), {})
    (found,) = pages(tmp_path)
    assert isinstance(found, Failure)
    assert "holds no page" in found.message


def test_the_next_start_goes_on_in_the_file(tmp_path: Path) -> None:
    """Until it is full; then another is begun."""
    for name in "ab":
        keep(tmp_path, name)
    assert len(files(tmp_path)) == 1
    with Archive(tmp_path, max_file_bytes=10) as small:
        for name in "cd":
            small.keep(exchange(name), {})
    assert len(files(tmp_path)) == 3
    assert [p.url for p in pages(tmp_path) if isinstance(p, RawDocument)] == [
        f"https://a.example/{name}" for name in "abcd"
    ]


@pytest.mark.parametrize("cut", [1, 9, 200, 400])
def test_a_torn_end_is_cut_away_before_going_on(tmp_path: Path, cut: int) -> None:
    """As kill -9 leaves it; no page before or after it is lost."""
    keep(tmp_path, "a")
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:cut])
    keep(tmp_path, "b")
    assert file.read_bytes()[: len(whole)] == whole
    assert [p.url for p in pages(tmp_path) if isinstance(p, RawDocument)] == [
        "https://a.example/a",
        "https://a.example/b",
    ]


def test_a_file_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    """What is no archive of ours is neither cut nor added to."""
    file = tmp_path / "rashomon-notes.warc.gz"
    file.write_bytes(b"no archive at all" * 9)
    with file.open("rb") as stream:
        assert whole_end(stream) == 0
    keep(tmp_path, "a")
    assert file.read_bytes() == b"no archive at all" * 9
    assert len(files(tmp_path)) == 2


@pytest.mark.parametrize("left", [40, 300, 700, 20_000])
def test_a_torn_page_is_never_half_read(tmp_path: Path, left: int) -> None:
    """What came before it is read, and where a page is cut off it is named."""
    keep(tmp_path, "a")
    (file,) = files(tmp_path)
    before = file.stat().st_size
    noise = "".join(hashlib.sha256(str(n).encode()).hexdigest() for n in range(2000))
    with Archive(tmp_path) as opened:
        opened.keep(exchange("b", noise.encode()), {})
    file.write_bytes(file.read_bytes()[: before + left])
    first, *rest = pages(tmp_path)
    assert isinstance(first, RawDocument)
    assert all(isinstance(found, Failure) for found in rest)


def test_a_page_that_was_altered_is_named(tmp_path: Path) -> None:
    """Its digest says that it is not what was fetched."""
    body = b"<p>Two people were killed in Verin.</p>"
    record = archive._record("response", exchange().head + body, {
        "WARC-Target-URI": "https://a.example/1",
        "Content-Type": "application/http; msgtype=response",
    })  # fmt: skip
    plain = archive.gzip.decompress(record).replace(b"Two", b"Ten")
    (tmp_path / "a.warc").write_bytes(plain)
    found = list(read_file(tmp_path / "a.warc"))
    assert isinstance(found[0], Failure)
    assert "digest" in found[0].message


def test_two_at_once_write_to_files_of_their_own(tmp_path: Path) -> None:
    """Neither waits for the other."""
    with Archive(tmp_path) as first, Archive(tmp_path) as second:
        first.keep(exchange("a"), {})
        second.keep(exchange("b"), {})
        first.keep(exchange("c"), {})
    assert len(files(tmp_path)) == 2
    assert len(pages(tmp_path)) == 3


def test_words_of_a_feed_cannot_write_a_field(tmp_path: Path) -> None:
    """A line break in an outlet's name begins no other line."""
    name = "Gazette\r\nrashomon-purpose: listing"
    keep(tmp_path, "1", source=name)
    (found,) = pages(tmp_path)
    assert isinstance(found, RawDocument)
    assert found.source == "Gazette rashomon-purpose: listing"


def test_a_full_disk_tears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was half written is taken back, and the error says what to do."""
    keep(tmp_path, "a")
    (file,) = files(tmp_path)
    whole = file.read_bytes()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(ArchiveError, match=r"No space left.*--archive"):
        keep(tmp_path, "b")
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """With what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveError, match="file/archive"):
        keep(tmp_path / "file" / "archive", "1")
