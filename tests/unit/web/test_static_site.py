"""A published site: files alone, all links lead to files, an earlier site is replaced."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from rashomon.errors import PublishError
from rashomon.store.sqlite import open_store
from rashomon.web import static_site

_LINK = re.compile(r'(?:href|src)="([^"#?]+)[^"]*"')


@pytest.fixture
def site(told_database: Path, tmp_path: Path) -> Path:
    """Return the folder of a published site."""
    folder = tmp_path / "site"
    with open_store(told_database) as store:
        static_site.write(store, folder)
    return folder


def test_every_link_leads_to_a_file(site: Path) -> None:
    """No page leads out of the site, but to the reports' own addresses."""
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            target = html.unescape(link)
            if not target.startswith("https://e.example/"):
                assert (page.parent / unquote(target)).is_file(), (page.name, target)


def test_the_catalogue_has_every_incident(site: Path) -> None:
    """With the file of its page."""
    rows = json.loads((site / "catalogue.json").read_text(encoding="utf-8"))
    assert rows
    assert all((site / "incidents" / row["file"]).is_file() for row in rows)


def test_a_site_has_its_feed_and_its_incidents_for_scripts(
    site: Path, reader: TestClient
) -> None:
    """Every entry leads to a page, and beside it lies what the server tells scripts."""
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ET.parse(site / "feed.atom").getroot().findall(f"{atom}entry")
    assert len(entries) == len(list((site / "incidents").glob("*.html")))
    for entry in entries:
        link = entry.find(f"{atom}link")
        assert link is not None
        page = site / link.attrib["href"]
        told = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        assert told == reader.get(f"/incidents/{told['id']}.json").json()


def test_a_site_holds_the_policy_in_its_pages(site: Path) -> None:
    """Whatever the web server says."""
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert "unsafe" not in page


def test_an_earlier_site_is_replaced_and_another_folder_is_not(
    site: Path, told_database: Path, tmp_path: Path
) -> None:
    """Nothing that we did not write is ever removed."""
    (site / "old.html").touch()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").touch()
    with open_store(told_database) as store:
        static_site.write(store, site)
        with pytest.raises(PublishError, match="not of a site of ours"):
            static_site.write(store, mine)
    assert not (site / "old.html").exists()
    assert (mine / "letter.txt").exists()
