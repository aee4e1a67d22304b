"""Compiling the gazetteer from a handful of invented places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.store import gazetteer_build, gazetteer_sources
from rashomon.store.gazetteer import Gazetteer, open_gazetteer
from rashomon.store.gazetteer_names import adjective_stem, bare_name, is_worth_a_look
from rashomon.store.gazetteer_sources import Feature, Source, Units


def _cities() -> Iterator[Source]:
    yield Source(
        1, "Verhovo", Feature.PLACE, "RU", "RU.1", 900, (50.0, 40.0), ("Верхово", "VRH")
    )


def _units() -> Units:
    region = Source(
        7, "Verhovskaya oblast'", Feature.ADMIN1, "RU", "RU.1", 0, None,
        ("Verhovo Oblast", "Верховская область"),
    )  # fmt: skip
    district = Source(
        8, "Verhovsky District", Feature.ADMIN2, "RU", "RU.1", 0, None, ()
    )
    return Units(
        {7: region, 8: district}, {7: [(50.0, 40.0), (52.0, 42.0)]}, {"RU.1": 7}
    )


def _fields() -> dict[str, dict[str, object]]:
    def field(icao: str, name: str, iata: str) -> dict[str, object]:
        return {
            "icao": icao, "iata": iata, "name": name, "city": "Verhovo",
            "subd": "Verhovo", "country": "RU", "lat": 50.1, "lon": 40.1,
        }  # fmt: skip

    return {
        "XVA": field("XVA", "Verhovo Lipka International Airport", "VLK"),
        "XVB": field("XVB", "Dolina Air Base", ""),
        "XVC": field("XVC", "Grass Airport", ""),
        "XVD": field("XVD", "Verhovo Ranch", "VRN"),
    }


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the packaged data by three invented places."""
    monkeypatch.setattr(gazetteer_sources, "cities", _cities)
    monkeypatch.setattr(gazetteer_sources, "units", _units)
    monkeypatch.setattr(gazetteer_sources, "_fields", _fields)


@pytest.mark.usefixtures("small")
def test_building_leaves_one_file_and_reports_progress(tmp_path: Path) -> None:
    """The draft is moved into place, and nothing else stays behind."""
    said: list[str] = []
    path = gazetteer_build.build(tmp_path / "deep" / "g.sqlite", said.append)
    assert [p.name for p in path.parent.iterdir()] == ["g.sqlite"]
    assert said


@pytest.mark.usefixtures("small")
def test_a_failed_build_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A half-written file would be taken for the gazetteer by the next run."""

    def broken() -> Iterator[Source]:
        raise OSError("no space left")

    monkeypatch.setattr(gazetteer_sources, "countries", broken)
    with pytest.raises(OSError, match="no space"):
        gazetteer_build.build(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("small")
def test_a_region_lies_in_the_middle_of_its_places(tmp_path: Path) -> None:
    """GeoNames' packages give regions no point, so the members' box does."""
    small = open_gazetteer(tmp_path / "g.sqlite")
    region = small.by_id(7)
    assert region is not None
    assert (region.lat, region.lon) == (51.0, 41.0)
    assert region.name == "Verhovo Oblast"
    small.close()


@pytest.mark.usefixtures("small")
def test_a_district_without_places_lies_at_the_town_it_is_named_for(
    tmp_path: Path,
) -> None:
    """Most Russian districts list no members."""
    small: Gazetteer = open_gazetteer(tmp_path / "g.sqlite")
    district = small.by_id(8)
    assert district is not None
    assert (district.lat, district.lon) == (50.0, 40.0)
    small.close()


def test_the_ids_of_our_areas_are_of_places_with_their_names() -> None:
    """A wrong id would rename another province; ours were once written from memory."""
    packaged = {s.id: s for s in gazetteer_sources.units().units.values()}
    packaged |= {s.id: s for s in gazetteer_sources.cities()}
    for area in gazetteer_sources.areas():
        if area.id in packaged:
            theirs = gazetteer_build.keys_of(packaged[area.id])
            ours = gazetteer_build.keys_of(area)
            assert set(ours) & set(theirs), (area.name, packaged[area.id].name)
        elif area.id < gazetteer_sources.OWN_IDS_FROM:
            assert area.id in gazetteer_sources.continent_ids(), area.name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Bryansk Oblast", "bryansk"),
        ("Брянская область", "брянская"),
        ("Province of Corvia", "corvia"),
        ("Lewis County", "lewis"),
        ("Region", "region"),
    ],
)
def test_the_bare_name_has_no_word_for_the_unit(name: str, bare: str) -> None:
    """What is left must never be empty."""
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("брянскои", "брянск"),
        ("донецькоі", "донецьк"),
        ("shilovsky", "shilovsk"),
        ("shilovskiy", "shilovsk"),
        ("verona", None),
    ],
)
def test_the_cases_of_an_adjective_share_a_stem(form: str, stem: str | None) -> None:
    """Regions are named by adjectives, in any case."""
    assert adjective_stem(form) == stem


def test_names_in_other_scripts_are_left_out() -> None:
    """They cannot stand in the texts that are read, and would double the file."""
    assert not is_worth_a_look("莫斯科", of_city=True)
    assert not is_worth_a_look("mo si ke", of_city=True)
    assert is_worth_a_look("Москва", of_city=True)


def test_airports_are_found_by_what_reports_call_them(
    small: None, tmp_path: Path
) -> None:
    """With and without its city and "International"; airstrips and ranches are left out."""
    built = Gazetteer(gazetteer_build.build(tmp_path / "small.sqlite"))
    for name in (
        "Verhovo Lipka International Airport", "Verhovo Lipka Airport", "Lipka Airport",
        "Lipka International Airport", "Dolina Air Base",
    ):  # fmt: skip
        assert [m.entry.feature for m in built.named(name)] == [Feature.AIRPORT], name
    assert not built.named("Grass Airport")
    assert not built.named("Verhovo Ranch")
    assert not built.named("Airport")
    built.close()
