"""One source, one small file; a wrong one is refused with every fault in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.ingest.sources import SourceFile, SourceFileError, read_source
from rashomon.profiles import read_sources

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "sources").glob("*.toml"))


def written(folder: Path, text: str) -> Path:
    """Write a source's file."""
    path = folder / "gazette.toml"
    path.write_text(text)
    return path


def test_a_file_reads_like_a_form(tmp_path: Path) -> None:
    """What is not said is left to the command; a folder is beside its file."""
    path = written(
        tmp_path,
        """
        name = "Harbour Gazette"
        owner = "Dol Media"
        feeds = ["https://harbour.example/rss"]
        folders = ["sent-in"]
        timezone = "Europe/Rome"
        every = 5
        """,
    )
    assert read_source(path) == SourceFile(
        name="Harbour Gazette",
        feeds=("https://harbour.example/rss",),
        folders=(str(tmp_path / "sent-in"),),
        timezone="Europe/Rome",
        every=5,
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_the_examples_can_be_followed_and_graded_by(path: Path) -> None:
    """The files that the documentation shows."""
    source = read_source(path)
    known = read_sources(path.parent).of(source.name)
    assert known is not None
    assert known.owner is not None


def test_only_some_of_its_pages_may_be_wanted() -> None:
    """Patterns are of the path; without one all pages are."""
    some = SourceFile(name="A", only=("/world/*", "/live"))
    assert some.wants("https://a.example/world/one?page=2")
    assert not some.wants("https://a.example/sport/one")
    assert SourceFile(name="A").wants("https://a.example/sport/one")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("feeds = [", "not a source's file"),
        ('feeds = ["https://a.example/rss"]', "name is missing"),
        ('name = "A"', "nothing to watch"),
        ('name = "A"\nfeeds = ["file:///etc/passwd"]', "list of http"),
        ('name = "A"\nfeeds = "https://a.example"', "list of http"),
        ('name = "A"\nfolders = ["in"]\nmood = "glum"', "unknown key 'mood'"),
        ('name = "A"\nfolders = ["in"]\ntimezone = "Europe/Verin"', "tz database"),
        ('name = "A"\nfolders = ["in"]\ntimezone = "../../etc"', "tz database"),
        (f'name = "A"\nfolders = ["in"]\ntimezone = "{"a/" * 9_000}a"', "tz database"),
        ('name = "A"\nfolders = ["in"]\nevery = 0', "at least 1"),
        ('name = "A"\nfolders = ["in"]\nevery = true', "at least 1"),
        (f'name = "A"\nfolders = ["in"]\nevery = 0x{"f" * 5_000}', "at least 1"),
        (f"every = {'9' * 5_000}", "not a source's file"),
        ("a = " + "{b = " * 9_000, "not a source's file"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """The error names the file and what would be right."""
    with pytest.raises(SourceFileError, match=told) as caught:
        read_source(written(tmp_path, text))
    assert "gazette.toml" in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """So that a file is mended in one go."""
    with pytest.raises(SourceFileError) as caught:
        read_source(written(tmp_path, "name = 1\nmood = 2\nevery = -1"))
    for fault in ("'mood'", "name must be", "every must be", "nothing to watch"):
        assert fault in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As every input is."""
    with pytest.raises(SourceFileError, match=r"none\.toml: cannot be read"):
        read_source(tmp_path / "none.toml")
