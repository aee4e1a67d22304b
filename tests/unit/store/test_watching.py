"""What is remembered of feeds and pages, also in a database of the first version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from rashomon.model.watching import ListedPage, WatchedFeed
from rashomon.store import watching
from rashomon.store.sqlite import Store, open_store

FEED = WatchedFeed(url="https://a.example/rss", title="A", etag='"1"', due_at="2024")


NOW = "2024-05-04T12:00:00+00:00"


def pages(*names: str) -> list[ListedPage]:
    """Return pages that the feed lists."""
    return [ListedPage(url=f"https://a.example/{n}", feed=FEED.url) for n in names]


def test_a_feed_is_kept_as_it_last_stood(store: Store) -> None:
    """One row a feed, and a page listed again is not new."""
    assert store.keep_feed(FEED, pages("x", "y")) == 2
    assert store.keep_feed(FEED, pages("y", "z")) == 1
    assert store.feeds() == {FEED.url: FEED}
    assert len(store.waiting_pages([FEED.url], 10, NOW)) == 3


def test_a_page_waits_until_it_is_done(store: Store) -> None:
    """What failed comes after what was never tried."""
    store.keep_feed(FEED, pages("x", "y", "z"))
    store.keep_page("https://a.example/x", done=True)
    store.put_off(["https://a.example/y"], NOW, "no answer")
    waiting = store.waiting_pages([FEED.url], 10, NOW)
    assert [(p.url[-1], p.attempts) for p in waiting] == [("z", 0), ("y", 1)]


def test_a_page_is_not_asked_for_before_it_is_due(store: Store) -> None:
    """Without a reason it was only left for later, and no attempt at it failed."""
    store.keep_feed(FEED, pages("x", "y"))
    store.put_off(["https://a.example/x"], "2024-05-04T13:00:00+00:00")
    assert [p.url[-1] for p in store.waiting_pages([FEED.url], 10, NOW)] == ["y"]
    late = store.waiting_pages([FEED.url], 10, "2024-05-04T14:00:00+00:00")
    assert {(p.url[-1], p.attempts) for p in late} == {("x", 0), ("y", 0)}


def test_what_was_there_before_is_no_news(told_database: Path) -> None:
    """Nor is what a listener heard; another one has not heard it."""
    with open_store(told_database) as store:
        store.begin_telling("early")
        assert (store.news("early").new, store.news("early").changed) == ({}, {})
        unheard = store.news("late")
        assert len(unheard.new) == len(store.incidents())
        store.tell("late", unheard)
        assert store.news("late").new == {}


def test_news_stays_news_until_it_was_told(told_database: Path) -> None:
    """What changed since is changed, what is no more is forgotten."""
    with open_store(told_database) as store:
        store.begin_telling("desk")
        first, second, *_ = (i.id for i in store.incidents())
    with closing(sqlite3.connect(told_database)) as connection:
        connection.execute(
            "UPDATE told SET digest = 'old' WHERE incident_id = ?", [first]
        )
        connection.execute("DELETE FROM told WHERE incident_id = ?", [second])
        connection.execute("INSERT INTO told VALUES ('desk', 'inc_gone', 'x')")
        connection.commit()
    with open_store(told_database) as store:
        for _ in range(2):
            store.begin_telling("desk")
            news = store.news("desk")
            assert (list(news.new), list(news.changed)) == ([second], [first])
        store.tell("desk", news)
        assert store.news("desk").new == store.news("desk").changed == {}
    with closing(sqlite3.connect(told_database)) as connection:
        gone = connection.execute("SELECT * FROM told WHERE incident_id = 'inc_gone'")
        assert gone.fetchall() == []


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
        for table in ("feeds", "pages", "decisions"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE schema_version SET version = 1")
        connection.commit()
    with open_store(path) as store:
        assert store.keep_feed(FEED, pages("x")) == 1
