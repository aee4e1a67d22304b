"""Addresses, JSON beside HTML, and what is said when something is not there."""

from __future__ import annotations

import re
import sqlite3
import xml.etree.ElementTree as ET
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.store.migrations import LATEST
from rashomon.web.app import build

PAGES = ("/", "/documents", "/sources", "/places", "/facilities", "/actors", "/runs")


def _client(path: Path) -> TestClient:
    return TestClient(build(path), base_url="http://localhost")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_for_people_and_for_scripts(
    reader: TestClient, page: str
) -> None:
    """HTML by default; JSON where it is asked for."""
    html = reader.get(page)
    assert html.status_code == 200
    assert html.headers["content-type"].startswith("text/html")
    asked = reader.get(page, headers={"accept": "application/json"})
    assert asked.headers["content-type"] == "application/json"
    assert asked.json()


def test_the_list_filters_and_counts(reader: TestClient) -> None:
    """By word, status, day and place; the undated can be asked for."""
    everything = reader.get("/incidents.json").json()
    assert everything["count"] == everything["all"] == len(everything["incidents"])
    verin = reader.get("/incidents.json?place=verin&since=2024-05-01").json()
    assert [i["place"] for i in verin["incidents"]] == ["Verin (IT)"]
    assert verin["count"] < verin["all"]
    undated = reader.get("/incidents.json?dated=no").json()
    assert {i["first_day"] for i in undated["incidents"]} == {None}
    assert reader.get("/incidents.json?q=bakery+nowhere").json()["count"] == 0


def test_an_incident_shows_every_source_and_its_words(reader: TestClient) -> None:
    """The matrix has a column an origin; each value is followed by its quotation."""
    incident = _verin(reader)
    page = reader.get(f"/incidents/{incident}").text
    for outlet in ("Harbour Gazette", "Northern Herald"):
        assert outlet in page
    assert "<mark>Five people were killed</mark>" in page
    assert "differs from the published value" in page
    told = reader.get(f"/incidents/{incident}.json").json()
    assert told["schema"] == "rashomon.incident/1"
    assert len(told["matrix"]["columns"]) == 2


def _verin(client: TestClient) -> str:
    found = client.get("/incidents.json?place=verin").json()["incidents"]
    return str(found[0]["id"])


def test_the_beginning_of_an_id_leads_to_the_incident(reader: TestClient) -> None:
    """As it does on the command line."""
    incident = _verin(reader)
    answer = reader.get(f"/incidents/{incident[:-2]}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/incidents/{incident}"


def test_an_id_without_end_is_not_here(reader: TestClient) -> None:
    """As any other that there is not: SQLite takes no pattern of 50,000 characters."""
    assert reader.get(f"/incidents/inc_{'a' * 60_000}").status_code == 404


def test_an_incident_is_shown_as_it_stood(reader: TestClient) -> None:
    """Before the second report there was no dispute; before the first, no incident."""
    incident = _verin(reader)
    stood = reader.get(f"/incidents/{incident}.json?as_of=2024-05-02T12:00:00").json()
    assert stood["sources"] == ["Harbour Gazette"]
    assert stood["attributes"]["killed"]["best"] == 5
    assert reader.get(f"/incidents/{incident}?as_of=2024-01-01").status_code == 404
    assert reader.get(f"/incidents/{incident}?as_of=soon").status_code == 400


def test_the_list_is_shown_as_it_stood(reader: TestClient) -> None:
    """Figures, counts and the map are the moment's; each link leads on within it."""
    moment = "2024-05-02T12:00:00"
    asked = f"place=verin&as_of={moment}"
    listed = reader.get(f"/incidents.json?{asked}").json()
    (stood,) = listed["incidents"]
    assert (stood["killed"], stood["agreement"]) == (5, "single")
    assert listed["filter"]["as_of"] == moment
    (cell,) = reader.get(f"/map.json?{asked}&zoom=9").json()["cells"]
    assert cell["incident"]["killed"] == 5
    page = reader.get(f"/incidents?{asked}").text
    assert f"/incidents/{stood['id']}?as_of=2024-05-02T12%3A00%3A00" in page
    assert "As the documents published until" in page
    assert reader.get("/incidents.json?as_of=2020-01-01").json()["count"] == 0
    assert reader.get("/incidents?as_of=soon").status_code == 400


def test_the_list_as_of_the_end_is_the_list(reader: TestClient) -> None:
    """At the last document's moment nothing is left out."""
    now = reader.get("/incidents.json").json()["incidents"]
    end = reader.get("/incidents.json?as_of=2099-01-01").json()["incidents"]
    times = ("first_seen", "changed")

    def told(entries: list[dict[str, object]]) -> list[dict[str, object]]:
        return [{k: v for k, v in e.items() if k not in times} for e in entries]

    assert told(end) == told(now)


def test_an_incident_is_read_as_codebooks_do(reader: TestClient) -> None:
    """A column each, and the rule of every cell."""
    incident = _verin(reader)
    assert "As codebooks read it" in reader.get(f"/incidents/{incident}").text
    told = reader.get(f"/incidents/{incident}.json").json()
    assert {"acled", "ucdp"} <= {c["codebook"] for c in told["codebooks"]}


def test_a_document_marks_its_claims_and_shows_the_original(reader: TestClient) -> None:
    """Every claim is an anchor in the text; its number leads back to it."""
    page = reader.get("/documents/gazette").text
    assert 'id="clm_gazette_killed"' in page
    assert re.search(r"<mark[^>]*>Five people were killed</mark>", page)
    assert "As received" in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/incidents/inc_none", 404),
        ("/documents/none", 404),
        ("/nowhere", 404),
        ("/incidents?since=yesterday", 400),
        ("/incidents?type=war", 400),
        ("/incidents?page=0", 400),
        ("/incidents?box=1,2", 400),
        ("/sources?key=nobody", 400),
    ],
)
def test_what_cannot_be_is_said_so(
    reader: TestClient, address: str, status: int
) -> None:
    """With the right status, to people and to scripts."""
    assert reader.get(address).status_code == status
    told = reader.get(address, headers={"accept": "application/json"})
    assert told.status_code == status
    assert told.json()["error"]


def test_the_feed_is_atom(reader: TestClient) -> None:
    """Well formed, with an entry an incident, each with its id and time."""
    feed = ET.fromstring(reader.get("/feed.atom").text)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    listed = reader.get("/incidents.json?order=changed").json()["incidents"]
    assert [e.findtext(f"{atom}title") for e in entries] == [
        " ".join(incident["title"].split()) for incident in listed
    ]
    for entry, incident in zip(entries, listed, strict=True):
        assert entry.findtext(f"{atom}id") == f"urn:rashomon:{incident['id']}"
        assert entry.findtext(f"{atom}updated") == incident["changed"]
        moment = datetime.fromisoformat(incident["changed"])
        assert moment.tzinfo is not None  # as RFC 3339 wants it
        link = entry.find(f"{atom}link")
        assert link is not None
        assert reader.get(link.attrib["href"]).status_code == 200


def test_the_openapi_document_names_the_addresses(reader: TestClient) -> None:
    """Every filter of the list is in it."""
    paths = reader.get("/openapi.json").json()["paths"]
    asked = {p["name"] for p in paths["/incidents.json"]["get"]["parameters"]}
    assert {"q", "since", "box", "killed_from", "sources", "page"} <= asked


def test_the_map_has_every_placed_incident(reader: TestClient) -> None:
    """Together with those without a point it makes all."""
    shown = reader.get("/map.json?zoom=3").json()
    many = sum(cell["count"] for cell in shown["cells"])
    everything = reader.get("/incidents.json").json()["count"]
    assert many + shown["unplaced"] == everything


def test_the_map_of_a_part_has_only_that_part(reader: TestClient) -> None:
    """What is not in view is not drawn; how many have no point is told all the same."""
    whole = reader.get("/map.json?zoom=6").json()
    part = reader.get("/map.json?zoom=6&view=12,41,13,42").json()
    assert 0 < len(part["cells"]) < len(whole["cells"])
    assert part["unplaced"] == whole["unplaced"]
    assert reader.get("/map.json?view=here").status_code == 400


def test_the_page_waits_for_a_missing_database(tmp_path: Path) -> None:
    """It says so, and works as soon as the file is there."""
    client = _client(tmp_path / "none.db")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "no such database" in answer.text
    assert client.get("/runs.json").json()["status"] == 503


def test_a_newer_database_is_told_of(told_database: Path) -> None:
    """With what to do; it is left alone."""
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(f"UPDATE schema_version SET version = {LATEST + 1}")
        connection.commit()
    answer = _client(told_database).get("/")
    assert answer.status_code == 501
    assert "upgrade Rashomon" in answer.text


def test_a_locked_database_is_told_of(told_database: Path) -> None:
    """A program that lets nobody else in is named; the page works when it is gone."""
    client = _client(told_database)
    with closing(sqlite3.connect(told_database, isolation_level=None)) as alone:
        alone.execute("PRAGMA locking_mode = EXCLUSIVE")
        alone.execute("BEGIN EXCLUSIVE")
        alone.execute("DELETE FROM catalogue")
        answer = client.get("/")
        assert answer.status_code == 503
        assert "another run is writing to it" in answer.text
        alone.execute("ROLLBACK")
    assert client.get("/").status_code == 200


def test_the_page_goes_on_while_a_run_writes(told_database: Path) -> None:
    """A writer in the middle of its transaction keeps nobody from reading."""
    with closing(sqlite3.connect(told_database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM catalogue")
        assert _client(told_database).get("/incidents.json").json()["count"] > 0
        writer.execute("ROLLBACK")


def test_a_word_for_a_toll_is_shown_as_a_word(
    reader: TestClient, told_database: Path
) -> None:
    """The list says "dozens (24+)" and never 24 alone; the feed says so too."""
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE catalogue SET killed = 24, killed_low = 24, killed_high = 24,"
            " killed_word = 'dozens', injured = 3, injured_word = 'several'"
        )
        connection.commit()
    page = reader.get("/").text
    assert "dozens <small>(24+)</small>" in page
    assert "several <small>(3+)</small>" in page
    assert reader.get("/?format=json").status_code == 200
    assert "killed dozens (24+)" in reader.get("/feed.atom").text


def test_a_page_says_how_values_stand_and_since_when(reader: TestClient) -> None:
    """Beside the status and in the reasons; for scripts in every row of the matrix."""
    found = reader.get("/incidents.json?place=verin").json()["incidents"]
    address = f"/incidents/{found[0]['id']}"
    page = reader.get(address).text
    assert '<span class="kind">evolving</span>' in page
    assert "Evolving: no report goes back on an earlier one" in page
    assert "1 independent, since 2024-05-02 08:00" in page
    told = reader.get(address, headers={"accept": "application/json"}).json()
    rows = {row["attribute"]: row for row in told["matrix"]["rows"]}
    assert rows["killed"]["relation"] == "evolving"
    assert rows["place"]["relation"] is None


def test_a_place_says_what_reports_say_of_it(
    reader: TestClient, told_database: Path
) -> None:
    """That it was hit before, what it makes: the sentence, its document, its incident."""
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE documents SET text = text || ' The bakery plant in Verin produces"
            " bread.' WHERE id = 'gazette'"
        )
        connection.commit()
    page = reader.get("/places?key=99").text
    assert "What reports say of it" in page
    assert "what it makes" in page
    assert "The bakery plant in Verin produces bread." in page
    (said,) = reader.get("/places.json?key=99").json()["remarks"]
    assert (said["about"], said["document"]) == ("what it makes", "gazette")
    assert "What reports say of it" not in reader.get("/places?key=98").text
