"""Files of each kind, whole and gzipped, sound and broken."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rashomon.ingest import files
from rashomon.ingest.files import kind_of, read_file
from rashomon.ingest.raw import Read
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure

TEXT = "A drone hit a bakery in Verin on Friday, the mayor said.\n"


def _read(folder: Path, name: str, raw: bytes) -> list[Read]:
    path = folder / name
    path.write_bytes(raw)
    return list(read_file(path))


@pytest.mark.parametrize(
    ("name", "media", "id_"),
    [
        ("007.txt", Media.TEXT, "007"),
        ("a.b.HTML", Media.HTML, "a.b"),
        ("page.htm", Media.HTML, "page"),
        ("2024.03.02.txt.gz", Media.TEXT, "2024.03.02"),
    ],
)
def test_a_file_of_one_document_is_named_by_its_stem(
    tmp_path: Path, name: str, media: Media, id_: str
) -> None:
    """Every dot but the suffix's belongs to the name."""
    raw = TEXT.encode()
    packed = gzip.compress(raw) if name.endswith(".gz") else raw
    (found,) = _read(tmp_path, name, packed)
    assert isinstance(found, RawDocument)
    assert (found.id, found.media, found.content) == (id_, media, TEXT)
    assert found.raw == raw
    assert found.origin == str(tmp_path / name)


@pytest.mark.parametrize("name", ["w.jsonl", "w.jsonl.gz", "w.csv", "w.csv.gz"])
def test_a_file_of_many_is_read_line_by_line(tmp_path: Path, name: str) -> None:
    """Gzipped or not."""
    lines = b'{"text": "one"}\n{"text": "two"}\n'
    raw = lines if "jsonl" in name else b"text\none\ntwo\n"
    found = _read(tmp_path, name, gzip.compress(raw) if name.endswith("gz") else raw)
    assert [x.content for x in found if isinstance(x, RawDocument)] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "raw", "word"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.html", bytes(range(256)), "binary"),
        ("a.warc.gz", b"x", "is damaged"),
        ("a.zip", b"x", ".zip files cannot be read"),
        ("a.txt.gz", b"no gzip at all", "damaged"),
        ("a.txt.gz", gzip.compress(TEXT.encode() * 50, mtime=0)[:-20], "damaged"),
    ],
)
def test_a_bad_file_is_a_failure_that_names_it(
    tmp_path: Path, name: str, raw: bytes, word: str
) -> None:
    """One failure, with the reason."""
    (found,) = _read(tmp_path, name, raw)
    assert isinstance(found, Failure)
    assert found.origin == str(tmp_path / name)
    assert found.message.startswith(f"{tmp_path / name}: ")
    assert word in found.message


def test_the_lines_before_the_cut_of_a_gzip_are_read(tmp_path: Path) -> None:
    """What arrived is used, and that something is missing is told."""
    lines = b"".join(b'{"text": "report %d of Verin"}\n' % n for n in range(5000))
    packed = gzip.compress(lines)
    found = _read(tmp_path, "w.jsonl.gz", packed[: len(packed) // 2])
    assert len(found) > 100
    assert all(isinstance(x, RawDocument) for x in found[:-1])
    assert "damaged or cut off" in found[-1].message


def test_a_gzip_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is on what comes out, not on what is on the disk."""
    monkeypatch.setattr(files, "MAX_TEXT_BYTES", 10_000)
    (found,) = _read(tmp_path, "a.txt.gz", gzip.compress(b"A" * 1_000_000))
    assert isinstance(found, Failure)
    assert "more than" in found.message


def test_the_kind_is_told_by_the_suffix_under_gz() -> None:
    """In capitals too."""
    assert kind_of(Path("x.TXT.GZ")) == ".txt"
    assert kind_of(Path("x.gz")) == ""
