"""A file is written whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import PublishError
from rashomon.publish.files import write_atomically


def test_lines_are_written_with_their_ends(tmp_path: Path) -> None:
    """Each line ends in one newline, and their number is told."""
    path = tmp_path / "out.jsonl"
    assert write_atomically(["a", "б"], path) == 2
    assert path.read_bytes() == "a\nб\n".encode()


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """When the lines break off, what was there is still there, and nothing beside it."""
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")

    def broken() -> Iterator[str]:
        yield "new"
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        write_atomically(broken(), path)
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error names the file and says what to do."""
    path = tmp_path / "nowhere" / "out.jsonl"
    with pytest.raises(PublishError, match=r"nowhere.*choose another place"):
        write_atomically(["a"], path)


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, not the link."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old\n")
    link.symlink_to(real)
    write_atomically(["new"], link)
    assert link.is_symlink()
    assert real.read_text() == "new\n"


def test_a_pipe_is_written_as_it_comes(tmp_path: Path) -> None:
    """A named pipe cannot be replaced by a file and still gets its lines."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text()))
    reader.start()
    write_atomically(["a", "b"], path)
    reader.join()
    assert read == ["a\nb\n"]
