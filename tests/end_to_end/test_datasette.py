"""The database is an ordinary SQLite file: Datasette opens it as it is."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

TABLES = {"documents", "accounts", "claims", "incidents", "judgements", "runs"}


@pytest.mark.filterwarnings("ignore")  # Datasette's own, and those of its libraries
def test_datasette_opens_the_database(told_database: Path) -> None:
    """Its tables have plain names, and an incident is labelled by its title."""
    app = pytest.importorskip("datasette.app", reason="Datasette is not installed")

    async def look() -> None:
        """Ask for the list of tables, and for each of them."""
        site = app.Datasette(files=[str(told_database)])
        page = await site.client.get("/told.json")
        shown = {table["name"] for table in page.json()["tables"]}
        assert shown >= TABLES
        for name in sorted(shown):
            assert (await site.client.get(f"/told/{name}")).status_code == 200
        database = site.get_database("told")
        for name in ("incidents", "documents"):
            assert await database.label_column_for_table(name) == "title"
        path = "/told/incident_accounts.json?_shape=array&_labels=on"
        row = (await site.client.get(path)).json()[0]
        assert " in " in row["incident_id"]["label"]

    # In a thread of its own: a browser's test may have left a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, look()).result()
