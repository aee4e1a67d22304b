"""The gazetteer: what it finds by name, by sound and by point."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import GazetteerError
from rashomon.store.gazetteer import Feature, Gazetteer, default_path, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the machine's gazetteer, compiled on first use."""
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "name", ["Lyubertsy", "lyubertsy", "LYUBERTSY", "Люберцы", "Люберці", "Liubertsy"]
)
def test_a_town_is_found_however_it_is_written(gazetteer: Gazetteer, name: str) -> None:
    """Case, alphabet and romanisation do not matter where GeoNames lists the form."""
    assert 532615 in {m.entry.geonameid for m in gazetteer.named(name)}


def test_an_unlisted_romanisation_is_found_by_sound(gazetteer: Gazetteer) -> None:
    """A spelling that no list has still meets the town."""
    assert not gazetteer.named("Ljubertsyi")
    assert 532615 in {m.entry.geonameid for m in gazetteer.sounding("Ljubertsyi")}


def test_a_region_is_found_by_its_bare_name(gazetteer: Gazetteer) -> None:
    """ "Bryansk" finds the oblast beside the city."""
    features = {
        m.entry.feature for m in gazetteer.named("Bryansk") if m.entry.country == "RU"
    }
    assert {Feature.PLACE, Feature.ADMIN1} <= features


def test_a_country_has_a_point_and_names_in_three_languages(
    gazetteer: Gazetteer,
) -> None:
    """Countries come from three lists that must meet in one entry."""
    ids = {
        m.entry.geonameid
        for name in ("Ukraine", "Украина", "Україна")
        for m in gazetteer.named(name)
        if m.entry.feature is Feature.COUNTRY
    }
    assert ids == {690791}


def test_a_demonym_leads_to_its_country(gazetteer: Gazetteer) -> None:
    """Adjectives and peoples are kept apart from names."""
    entry = gazetteer.demonym("Turkish")
    assert entry is not None
    assert entry.country == "TR"
    assert gazetteer.demonym("Turkey") is None


@pytest.mark.parametrize(
    ("name", "countries"), [("Congo", {"CD", "CG"}), ("Korea", {"KR"})]
)
def test_a_name_of_two_countries_leads_to_both(
    gazetteer: Gazetteer, name: str, countries: set[str]
) -> None:
    """Which one is meant, what else the report names decides."""
    found = [m.entry for m in gazetteer.named(name)]
    assert {e.country for e in found if e.feature is Feature.COUNTRY} == countries


def test_the_nearest_place_is_found_by_point(gazetteer: Gazetteer) -> None:
    """A point in a town finds the town, one in the ocean finds nothing."""
    here = gazetteer.nearest(55.6772, 37.8932, within_km=5)
    assert here is not None
    assert here.name == "Lyubertsy"
    assert gazetteer.nearest(0.0, -30.0, within_km=50) is None


def test_a_country_without_a_point_of_ours_is_still_found(gazetteer: Gazetteer) -> None:
    """Small territories lie at their largest town; other provinces keep their names."""
    found = [m.entry for m in gazetteer.named("Gibraltar")]
    assert Feature.COUNTRY in {e.feature for e in found}
    herat = gazetteer.by_id(1140025)
    assert herat is not None
    assert herat.name != "Helmand"


def test_a_capital_is_marked(gazetteer: Gazetteer) -> None:
    """Of the many places called Paris one is a capital."""
    capitals = [m.entry for m in gazetteer.named("Paris") if m.entry.capital]
    assert [e.country for e in capitals] == ["FR"]


def test_airport_codes_are_no_names(gazetteer: Gazetteer) -> None:
    """GeoNames lists codes among alternate names; a text means something else."""
    assert 524901 not in {m.entry.geonameid for m in gazetteer.named("MOW")}


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    """No name is not an error."""
    assert gazetteer.named("Qwrtzpl") == ()
    assert gazetteer.named("") == ()


def test_opening_again_is_quick() -> None:
    """A worker process can open the file for each batch."""
    start = time.perf_counter()
    open_gazetteer().close()
    assert time.perf_counter() - start < 1


def test_the_home_directory_is_chosen_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """RASHOMON_HOME says where the file is kept; its name tells its inputs."""
    monkeypatch.setenv("RASHOMON_HOME", str(tmp_path))
    path = default_path()
    assert path.parent == tmp_path
    assert path.name.startswith("gazetteer-")


def test_a_missing_file_is_said_with_the_next_step(tmp_path: Path) -> None:
    """A path without a file names itself and the command that builds one."""
    with pytest.raises(GazetteerError, match=r"gone\.sqlite.*rashomon gazetteer"):
        Gazetteer(tmp_path / "gone.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500])
def test_a_file_that_is_no_gazetteer_is_said(tmp_path: Path, content: bytes) -> None:
    """An empty or foreign file is an error at opening, not at the first name."""
    path = tmp_path / "bad.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"damaged.*delete the file"):
        open_gazetteer(path)


def _look_up_many(path: Path) -> None:
    torn = open_gazetteer(path)
    for name in ("Moscow", "Perm", "Zagreb", "Aleppo", "Xi'an", "Quito"):
        torn.named(name)


def test_a_torn_file_is_said_when_it_is_read(tmp_path: Path) -> None:
    """A file cut short raises our error, never a bare one of the database's."""
    whole = default_path().read_bytes()
    path = tmp_path / "torn.sqlite"
    path.write_bytes(whole[:65536] + b"\xff" * 4_000_000)
    with pytest.raises(GazetteerError, match="damaged"):
        _look_up_many(path)


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    """Where no file can be built the error says what to set."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(GazetteerError, match="RASHOMON_HOME"):
        open_gazetteer(tmp_path / "file" / "gazetteer.sqlite")


def test_the_nearest_place_of_a_country_is_found_however_far(
    gazetteer: Gazetteer,
) -> None:
    """Where a country begins, seen from a town abroad; a country unknown has no place."""
    there = gazetteer.nearest_in("UA", 57.81, 28.33)
    assert there is not None
    assert there.country == "UA"
    assert there.lat > 51.5
    assert gazetteer.nearest_in("XX", 57.81, 28.33) is None
