"""Every format is read back by the tool it is for."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from rashomon.model.claim import Attribute
from rashomon.model.value import Count, GeoPrecision, Perpetrator, Point, Where
from rashomon.publish import acled, polecat, ucdp
from rashomon.publish.dossier import dossier_lines
from rashomon.publish.fields import Told
from rashomon.publish.formats import FORMATS
from rashomon.publish.geojson import geometry


@pytest.fixture
def told(story: Any) -> Told:
    """Return the invented incident with its documents."""
    return Told(record=story.record, documents=story.documents, families=story.families)


def _written(name: str, *told: Told) -> str:
    return "\n".join(FORMATS[name].lines(iter(told))) + "\n"


def _rows(name: str, *told: Told, delimiter: str = ",") -> list[dict[str, str]]:
    lines = io.StringIO(_written(name, *told))
    return list(csv.DictReader(lines, delimiter=delimiter))


def test_codebook_tables_have_the_columns_of_their_codebooks() -> None:
    """31, 49 and 40, each name once."""
    for fields, many in ((acled.FIELDS, 31), (ucdp.FIELDS, 49), (polecat.FIELDS, 40)):
        assert len({field.name for field in fields}) == len(fields) == many


def test_unknown_is_an_empty_cell(told: Told) -> None:
    """Nobody speaks of the injured: that is not 0."""
    (row,) = _rows("csv", told)
    assert (row["killed_best"], row["killed_low"], row["killed_high"]) == (
        "5",
        "5",
        "7",
    )
    assert (row["injured_best"], row["injured_status"]) == ("", "")


@pytest.mark.parametrize(
    ("count", "best", "said"),
    [
        (Count(24, None, vague=True), "24", "words"),
        (Count(24, 24), "24", "exact"),
        (Count(24, None), "24", "at least"),
        (Count(24, 24, approximate=True), "24", "about"),
        (Count(0, 24), "24", "at most"),
        (Count(24, 30), "24", "between"),
        (Count(0, 0), "0", "exact"),
    ],
)
def test_words_are_told_from_a_figure(
    told: Told, count: Count, best: str, said: str
) -> None:
    """ "Dozens" and "24" are one number and two cells; the dossier and FtM say which."""
    finding = replace(
        next(f for f in told.record.findings if f.attribute is Attribute.KILLED),
        **{"best": int(best), "low": int(best), "high": int(best), "chosen": (count,)},
    )
    others = [f for f in told.record.findings if f.attribute is not Attribute.KILLED]
    other = replace(told, record=replace(told.record, findings=(finding, *others)))
    (row,) = _rows("csv", other)
    assert (row["killed_best"], row["killed_said"]) == (best, said)
    assert row["injured_said"] == ""
    (feature,) = json.loads(_written("geojson", other))["features"]
    assert feature["properties"]["killed_said"] == said
    assert ("illed dozens (24+)" in _written("ftm", other)) == (said == "words")


def test_codebooks_read_the_same_incident(told: Told) -> None:
    """Day, place and toll stand in each codebook's own columns."""
    (ours,) = _rows("acled", told)
    assert (ours["event_date"], ours["iso"], ours["time_precision"]) == (
        "2024-05-01",
        "380",
        "1",
    )
    (theirs,) = _rows("ucdp", told)
    assert int(theirs["low"]) <= int(theirs["best"]) <= int(theirs["high"])
    assert theirs["date_start"] == "2024-05-01 00:00:00.000"
    (plover,) = _rows("polecat", told, delimiter="\t")
    assert (plover["Country"], plover["Intensity"]) == ("ITA", "None")


def test_what_a_codebook_would_not_code_is_left_out(told: Told) -> None:
    """Without any finding there is no day, no place and no death."""
    bare = replace(told, record=replace(told.record, findings=()))
    assert _rows("acled", bare) == _rows("ucdp", bare) == []
    assert len(_rows("csv", bare)) == 1


def test_ucdp_leaves_an_unknown_toll_out_and_acled_leaves_it_empty(told: Told) -> None:
    """Silence on the dead is no 0."""
    kept = tuple(f for f in told.record.findings if f.attribute.value != "killed")
    accounts = tuple(
        replace(a, claims=tuple(c for c in a.claims if c.attribute.value != "killed"))
        for a in told.record.accounts
    )
    silent = replace(
        told, record=replace(told.record, findings=kept, accounts=accounts)
    )
    assert _rows("ucdp", silent) == []
    assert _rows("acled", silent)[0]["fatalities"] == ""


def test_every_claim_is_a_row_with_its_words(told: Told) -> None:
    """The table of claims quotes the documents."""
    rows = _rows("claims", told)
    assert len(rows) == len({r["claim"] for r in rows}) == 14
    for row in rows:
        text = next(d.text for d in told.cited if d.id == row["document"])
        assert row["quote"] == text[int(row["start"]) : int(row["end"])]


@pytest.mark.parametrize("name", ["csv", "claims", "acled", "ucdp", "polecat"])
def test_tables_are_read_by_pandas(name: str, told: Told) -> None:
    """The columns, the rows and the text of every cell are what the file has."""
    pandas = pytest.importorskip("pandas")
    written = _written(name, told)
    delimiter = "\t" if name == "polecat" else ","
    table = pandas.read_csv(
        io.StringIO(written), sep=delimiter, dtype=str, keep_default_na=False
    )
    assert table.to_dict("records") == _rows(name, told, delimiter=delimiter)
    assert len(table) > 0


def test_pandas_tells_unknown_from_none(told: Told) -> None:
    """Read with its own guesses of type: a figure is a number, unknown is missing."""
    pandas = pytest.importorskip("pandas")
    (row,) = pandas.read_csv(io.StringIO(_written("csv", told))).to_dict("records")
    assert row["killed_best"] == 5
    assert pandas.isna(row["injured_best"])


def test_geojson_is_read_by_shapely(told: Told) -> None:
    """A town is a point; the file is one FeatureCollection."""
    shapely = pytest.importorskip("shapely.geometry")
    (feature,) = json.loads(_written("geojson", told))["features"]
    shape = shapely.shape(feature["geometry"])
    assert (shape.x, shape.y) == (12.25, 41.5)
    assert "killed_relation" in feature["properties"]
    assert not [n for n in feature["properties"] if n.endswith(("_why", "_since"))]
    assert json.loads(_written("geojson"))["features"] == []


@pytest.mark.parametrize("lon", [12.0, 179.9, -179.9])
def test_an_area_is_no_exact_point(lon: float) -> None:
    """A region is a valid ring around its centre, within the world's bounds."""
    shapely = pytest.importorskip("shapely.geometry")
    point = Point(41.5, lon)
    shape = shapely.shape(geometry(Where("Lazio", GeoPrecision.REGION, point, "IT")))
    assert shape.geom_type == "Polygon"
    assert shape.is_valid
    assert shape.exterior.is_ccw
    assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180


def test_entities_point_at_each_other(told: Told) -> None:
    """An event's proof are articles of the same file, each once."""
    entities = [json.loads(line) for line in _written("ftm", told, told).splitlines()]
    by_id = {e["id"]: e for e in entities}
    assert len(by_id) == len(entities)
    event = by_id["rashomon-inc-verin0000001"]
    assert event["schema"] == "Event"
    assert {by_id[i]["schema"] for i in event["properties"]["proof"]} == {"Article"}


@pytest.mark.filterwarnings("ignore")  # followthemoney's own, and its libraries'
def test_entities_are_valid_by_followthemoneys_own_schema(told: Told) -> None:
    """Every property is of the schema, and its library keeps every value as written."""
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is absent")
    found = told.record.findings
    guard = replace(
        found[0],
        attribute=Attribute.PERPETRATOR,
        chosen=(Perpetrator("the Verin Guard"),),
    )
    blamed = replace(told, record=replace(told.record, findings=(*found, guard)))
    entities = [json.loads(line) for line in _written("ftm", blamed).splitlines()]
    assert {e["schema"] for e in entities} == {"Article", "LegalEntity", "Event"}
    for entity in entities:
        schema = ftm.model.get(entity["schema"])
        schema.validate(entity)
        assert set(entity["properties"]) <= set(schema.properties)
        read = ftm.model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        kept = {name: sorted(values) for name, values in read.items()}
        told_so = {name: sorted(v) for name, v in entity["properties"].items()}
        assert kept == told_so


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own
def test_json_ld_is_read_by_rdflib(told: Told) -> None:
    """Every claim is about the event; nothing is asked of the network."""
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=_written("jsonld", told), format="json-ld")
    about = rdflib.URIRef("https://schema.org/about")
    event = rdflib.URIRef("urn:rashomon:inc_verin0000001")
    assert len(list(graph.subjects(about, event))) == 14


def test_a_dossier_runs_nothing_of_a_report(told: Told) -> None:
    """Markup in a title is shown as text."""
    hostile = replace(told, record=replace(told.record, title="<script>x</script>"))
    page = "\n".join(dossier_lines(hostile))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "At least five people were killed" in page
