"""What is remembered of feeds and pages, also in a database of the first version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from rashomon.model.watching import ListedPage, WatchedFeed
from rashomon.store import watching
from rashomon.store.sqlite import Store, open_store

FEED = WatchedFeed(url="https://a.example/rss", title="A", etag='"1"', due_at="2024")


def pages(*names: str) -> list[ListedPage]:
    """Return pages that the feed lists."""
    return [ListedPage(url=f"https://a.example/{n}", feed=FEED.url) for n in names]


def test_a_feed_is_kept_as_it_last_stood(store: Store) -> None:
    """One row a feed, and a page listed again is not new."""
    assert store.keep_feed(FEED, pages("x", "y")) == 2
    assert store.keep_feed(FEED, pages("y", "z")) == 1
    assert store.feeds() == {FEED.url: FEED}
    assert len(store.waiting_pages([FEED.url], 10)) == 3


def test_a_page_waits_until_it_is_done(store: Store) -> None:
    """What failed comes after what was never tried."""
    store.keep_feed(FEED, pages("x", "y", "z"))
    store.keep_page("https://a.example/x", done=True)
    store.keep_page("https://a.example/y", done=False, reason="no answer")
    waiting = store.waiting_pages([FEED.url], 10)
    assert [(p.url[-1], p.attempts) for p in waiting] == [("z", 0), ("y", 1)]


def test_many_pages_are_asked_for_in_parts(store: Store) -> None:
    """SQLite takes only so many values at once."""
    many = pages(*(str(n) for n in range(watching.ASKED_AT_ONCE * 2 + 1)))
    assert store.keep_feed(FEED, many) == len(many)
    assert store.keep_feed(FEED, many) == 0


def test_a_database_from_before_learns_to_watch(tmp_path: Path) -> None:
    """The step adds the tables and touches nothing else."""
    path = tmp_path / "old.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("feeds", "pages"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE schema_version SET version = 1")
        connection.commit()
    with open_store(path) as store:
        assert store.keep_feed(FEED, pages("x")) == 1
