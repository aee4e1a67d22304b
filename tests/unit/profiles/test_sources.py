"""The sources file: what is known of outlets, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.profiles import Sources, read_sources


def test_a_source_is_known_by_each_of_its_names(tmp_path: Path) -> None:
    """Whatever the case; what is not said of it is not known."""
    path = tmp_path / "sources.toml"
    path.write_text(
        '[[source]]\nname = "Harbour Gazette"\nalso = ["HG"]\nowner = "Dol Media"\n'
    )
    known = read_sources(path)
    source = known.of("hg")
    assert source is not None
    assert source == known.of("HARBOUR GAZETTE ")
    assert (source.owner, source.side) == ("Dol Media", None)


def test_a_folder_has_one_source_a_file(tmp_path: Path) -> None:
    """What a file says of how the source is watched is not of interest here."""
    for name in ("Harbour Gazette", "Verin Post"):
        (tmp_path / f"{name}.toml").write_text(
            f'name = "{name}"\nside = "A"\nfeeds = ["https://a.example/rss"]\n'
        )
    known = read_sources(tmp_path)
    assert {known.of(n).side for n in ("verin post", "harbour gazette")} == {"A"}
    (tmp_path / "none.toml").write_text('side = "A"')
    with pytest.raises(InputError, match=r"none\.toml: a source has no name"):
        read_sources(tmp_path)


def test_nothing_is_assumed_of_an_outlet_that_is_not_described() -> None:
    """Nor of one without a name."""
    assert Sources().of("Verin Post") is None
    assert Sources().of(None) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[source]]\nname = "A"\nmood = "glum"\n', "'mood'"),
        ('[[source]]\nowner = "A"\n', "no name"),
        ("[[source", "not a sources file"),
        ("a = " + "{b = " * 9_000, "not a sources file"),
        (f"a = {'9' * 5_000}", "not a sources file"),
        ('source = "A"', r"write each source under \[\[source\]\]"),
        ('source = ["A"]', "no keys"),
        ('[[source]]\nname = "A"\nalso = 7\n', "no list of names"),
        ('[[source]]\nname = "A"\nowner = 7\n', "a owner that is no text"),
    ],
)
def test_a_wrong_sources_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """The error names the file and what is wrong with it."""
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=told):
        read_sources(path)
