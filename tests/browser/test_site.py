"""What a person does on a published site: files alone, and all that is asked is theirs.

No request may leave the folder; that is held after every test, as for the server.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rashomon.web.app import build

_KEPT = """async asked => (await RashomonSite.filter(
    'catalogue.json', new URLSearchParams(asked))).kept.map(row => row.id)"""


def test_the_site_filters_list_map_and_timeline(open_file: Any) -> None:
    """Without a server to ask; the address can be shared, and going back undoes it."""
    page = open_file("/index.html")
    page.locator("#map[data-drawn]").wait_for()
    rows, bars = page.locator("tbody tr"), page.locator(".timeline svg a")
    everything, all_bars = rows.count(), bars.count()
    assert everything > 1
    page.get_by_label("Words").fill("verin")
    page.locator(".count", has_text=f"1 of {everything}").wait_for()
    assert rows.count() == bars.count() == 1
    page.locator("#map[data-drawn='1']").wait_for()
    assert page.url.endswith("/index.html?q=verin")
    page.go_back()
    page.locator(".count", has_text=f"{everything} of {everything}").wait_for()
    assert bars.count() == all_bars


def test_a_shared_address_of_the_site_is_filtered(open_file: Any) -> None:
    """By place, as a page of a place links to it; a line reads as the server wrote it."""
    page = open_file("/index.html")
    row = page.locator("tbody tr", has_text="Verin")
    written = row.inner_text().split()
    page.goto(page.url + "?place=verin&order=toll")
    page.locator(".count", has_text="1 of").wait_for()
    assert page.get_by_label("Order").input_value() == "toll"
    assert page.locator("tbody tr").inner_text().split() == written
    page.goto(page.url.replace("verin", "nowhere"))
    page.get_by_text("No incident is like that.").wait_for()


@pytest.fixture
def said_in_words(told_database: Path) -> None:
    """Let the toll of Verin rest on words, before the site is published."""
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE catalogue SET killed = 24, killed_low = 24, killed_high = 24,"
            " killed_word = 'dozens', injured = 3, injured_word = 'several'"
            " WHERE place LIKE 'Verin%'"
        )
        connection.commit()


@pytest.mark.usefixtures("said_in_words")
def test_a_word_for_a_toll_stays_a_word_when_filtered(open_file: Any) -> None:
    """As the server wrote it: "dozens (24+)", never 24 alone."""
    page = open_file("/index.html")
    row = page.locator("tbody tr", has_text="Verin")
    written = row.inner_text().split()
    assert "dozens" in written
    page.goto(page.url + "?place=verin")
    page.locator(".count", has_text="1 of").wait_for()
    assert page.locator("tbody tr").inner_text().split() == written


def test_an_incident_of_the_site_leads_to_its_words(
    open_file: Any, read_quote: Any
) -> None:
    """From the filtered list to the incident, its quotation and the document."""
    page = open_file("/index.html?q=verin")
    page.locator(".count", has_text="1 of").wait_for()
    page.locator("tbody tr a").first.click()
    page.wait_for_url("**/reports/incidents/*.html")
    read_quote(page, "**/documents/gazette.html#clm_gazette_killed")
    page.get_by_role("link", name="Places", exact=True).click()
    page.locator("tbody a", has_text="Verin").click()
    assert page.locator("tbody tr", has_text="2024-05-01").count() == 1


@pytest.mark.parametrize("path", ["/index.html?q=orsk", "/documents/hostile.html"])
def test_axe_finds_nothing_on_the_site(
    open_file: Any, violations: Any, path: str
) -> None:
    """Also where the browser has written the list anew."""
    page = open_file(path)
    if "?" in path:
        page.locator(".count a", has_text="without a day").wait_for()
        page.locator("#map[data-drawn]").wait_for()
    assert violations(page) == []


def test_the_site_filters_as_the_server_does(
    open_file: Any, told_database: Path
) -> None:
    """The same incidents in the same order, for every field of the form."""
    server = TestClient(build(told_database), base_url="http://localhost")
    page = open_file("/index.html")
    for asked in (
        "q=drone+gazette",
        "q=people",
        "type=drone_strike",
        "status=contested",
        "since=2024-05-01",
        "until=2024-05-01",
        "since=2024-05-02",
        "dated=no",
        "dated=yes&order=oldest",
        "placed=no",
        "place=ors&order=toll",
        "actor=ana",
        "killed_from=6",
        "killed_to=5",
        "sources=2&order=sources",
        "box=12,41,13,42",
        "box=50,-90,-170,90",
        "box=-190,-90,190,90",
        "order=changed",
    ):
        told = server.get(f"/incidents.json?{asked}").json()["incidents"]
        assert page.evaluate(_KEPT, asked) == [row["id"] for row in told], asked
