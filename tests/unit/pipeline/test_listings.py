"""Listings are asked in their own time; no date and no fault in one breaks the watch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.ingest.fetch import Answer, FetchOptions, Refused, Validators
from rashomon.ingest.polite import Guest
from rashomon.model.watching import WatchedFeed
from rashomon.pipeline.listings import Listings
from rashomon.store.sqlite import Store, open_store

FEED = "https://gazette.example/rss"
SOURCE = 'name = "Gazette"\nfeeds = ["{feed}"]\ntimezone = "{zone}"\n'
NO = Refused(stage="ingest", origin=FEED, message="no", later=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty database."""
    with open_store(tmp_path / "watch.db") as opened:
        yield opened


def _guest(feed: str | None) -> Guest:
    """Return a guest of a host without rules that serves one feed, or does not answer."""

    def ask(url: str, *_: object, **__: object) -> Answer | Refused:
        if url.endswith("/robots.txt"):
            return replace(NO, later=False, status=404)
        if feed is None:
            return NO
        raw = feed.encode()
        kind, none = "application/rss+xml", Validators()
        return Answer(raw=raw, kind=kind, charset=None, url=url, validators=none)

    return Guest(FetchOptions(), sleep=lambda _: None, ask=ask)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("0001-01-01T00:30:00", "Asia/Tokyo"),
        ("9999-12-31T23:30:00", "America/New_York"),
    ],
)
def test_a_date_at_the_end_of_time_stays_as_it_is_given(
    store: Store, tmp_path: Path, said: str, zone: str
) -> None:
    """In UTC there is no such day; the page is listed all the same."""
    source = tmp_path / "gazette.toml"
    source.write_text(SOURCE.format(feed=FEED, zone=zone), encoding="utf-8")
    item = f"<item><link>/1</link><date>{said}</date></item>"
    listings = Listings(store, _guest(f"<rss><channel>{item}</channel></rss>"), 900.0)
    assert listings.ask([str(source)]) == []
    (page,) = store.waiting_pages([FEED], 10, "9999")
    assert page.published == said


def test_a_feed_may_fail_for_years(store: Store) -> None:
    """It is asked again within a day, however often it failed before."""
    store.keep_feed(WatchedFeed(url=FEED, failures=5_000))
    listings = Listings(store, _guest(None), 900.0)
    assert listings.ask([FEED]) == [NO]
    assert store.feeds()[FEED].failures == 5_001
    assert 0 < listings.wait_s() <= 900.0
