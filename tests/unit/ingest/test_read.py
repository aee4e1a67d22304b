"""Whatever a person names becomes documents and failures, in order."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from rashomon.ingest import read as module
from rashomon.ingest.raw import Read
from rashomon.ingest.read import read_inputs
from rashomon.model.document import Media, RawDocument
from rashomon.model.outcome import Failure


def _ids(found: list[Read]) -> list[str]:
    return [x.id for x in found if isinstance(x, RawDocument)]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Return a folder with good, bad, hidden, unknown and nested files."""
    (tmp_path / "deep").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", ".git/d.txt", "e.png"):
        (tmp_path / name).write_text(f"Report {name} of Verin.")
    (tmp_path / "empty.txt").write_bytes(b"")
    return tmp_path


def test_a_folder_is_read_in_order_and_in_depth(pile: Path) -> None:
    """Hidden files and unknown suffixes are left alone; a bad file is told."""
    found = list(read_inputs([str(pile)]))
    assert _ids(found) == ["a", "b", "c"]
    (failed,) = [x for x in found if isinstance(x, Failure)]
    assert failed.origin == str(pile / "empty.txt")


def test_a_folder_without_reports_is_a_failure(tmp_path: Path) -> None:
    """Silence would look like success."""
    (tmp_path / "e.png").write_text("x")
    (found,) = read_inputs([str(tmp_path)])
    assert isinstance(found, Failure)
    assert "holds nothing to read" in found.message


def test_a_link_that_leads_back_does_not_loop(pile: Path) -> None:
    """Folders behind links are not entered."""
    (pile / "again").symlink_to(pile, target_is_directory=True)
    assert _ids(list(read_inputs([str(pile)]))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("missing.txt", "no such file"),
        ("a.txt/inside.txt", "no such file"),
        ("e.png", ".png cannot be read"),
        ("x" * 5000, "cannot be read"),
        ("nul\0.txt", "cannot be read"),
    ],
)
def test_a_name_that_cannot_be_read_is_told(pile: Path, name: str, word: str) -> None:
    """The rest of the inputs is read."""
    found = list(read_inputs([str(pile / name), str(pile / "a.txt")]))
    assert isinstance(found[0], Failure)
    assert word in found[0].message
    assert _ids(found) == ["a"]


def test_the_same_document_is_yielded_once(pile: Path) -> None:
    """Named twice, or in a folder and by itself."""
    path = str(pile / "a.txt")
    assert _ids(list(read_inputs([path, path, str(pile)]))) == ["a", "b", "c"]


def test_two_documents_of_one_id_are_both_kept(tmp_path: Path) -> None:
    """The second gets a suffix of its content, the same in every run."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "000.txt").write_text(f"Report of {folder}.")
    found = list(read_inputs([str(tmp_path)]))
    first, second = _ids(found)
    assert first == "000"
    assert second.startswith("000-")
    assert _ids(list(read_inputs([str(tmp_path)]))) == [first, second]


def test_no_id_is_given_twice_even_against_ill_will() -> None:
    """A line that already bears the suffixed id does not lose a document."""
    lines = b'{"id": "a", "text": "one"}\n{"id": "a", "text": "two"}\n'
    renamed = _ids(list(read_inputs(["-"], stdin=io.BytesIO(lines))))[1]
    more = b'{"id": "%s", "text": "three"}\n' % renamed.encode()
    found = list(read_inputs(["-"], stdin=io.BytesIO(more + lines)))
    assert len(set(_ids(found))) == 3


def test_standard_input_is_json_lines(pile: Path) -> None:
    """In its place among the inputs."""
    stream = io.BytesIO(b'{"id": "s", "text": "one"}\nbroken\n')
    found = list(read_inputs([str(pile / "b.txt"), "-"], stdin=stream))
    assert _ids(found) == ["b", "s"]
    assert found[-1].origin == "standard input line 2"


@pytest.mark.parametrize(
    ("piped", "media"),
    [
        (b"Blast in Aden\n\nA bomb went off.\n", Media.TEXT),
        (b"<!doctype html>\n<p>A bomb went off.</p>\n", Media.HTML),
    ],
)
def test_a_text_piped_in_is_one_document(piped: bytes, media: Media) -> None:
    """Whole, with its first line, as text or as a page."""
    (found,) = read_inputs(["-"], stdin=io.BytesIO(piped))
    assert isinstance(found, RawDocument)
    assert found.media is media
    assert found.raw == piped


def test_a_report_of_a_kind_not_read_is_named_in_a_folder(pile: Path) -> None:
    """A report must not be missed in silence; a picture is no report."""
    (pile / "statement.pdf").write_bytes(b"%PDF-1.7")
    (pile / "photo.jpg").write_bytes(b"\xff\xd8")
    failures = [f for f in read_inputs([str(pile)]) if isinstance(f, Failure)]
    (told,) = [f for f in failures if "statement.pdf" in f.message]
    assert "export its text" in told.message
    assert not [f for f in failures if "photo.jpg" in f.message]


def test_documents_come_one_at_a_time() -> None:
    """The first is there before the second is read."""
    stream = io.BytesIO(b'{"text": "one"}\n{"text": "two"}\n')
    next(read_inputs(["-"], stdin=stream))
    assert stream.readline() == b'{"text": "two"}\n'


def test_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """In capitals too; what fetching says is passed on."""
    told = Failure(stage="ingest", origin="x", message="x: closed")
    monkeypatch.setattr(module, "fetch", lambda url, options: told)
    assert list(read_inputs(["HTTPS://wire.example/1"])) == [told]
