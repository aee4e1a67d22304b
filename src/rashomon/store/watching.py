"""How watched feeds and the pages they list are written and read back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from rashomon.model.watching import ListedPage, WatchedFeed
from rashomon.store import schema

# SQLite takes so many values in one question, whatever it was built with.
ASKED_AT_ONCE = 500

_FEED = ("url", "title", "etag", "modified", "due_at", "failures")
_PAGE = ("url", "feed", "title", "published", "attempts")


def feeds(connection: Connection) -> dict[str, WatchedFeed]:
    """Return every feed that was ever watched, by address."""
    rows = connection.execute(select(*(schema.FEEDS.c[name] for name in _FEED)))
    return {row["url"]: WatchedFeed(**row) for row in rows.mappings()}


def waiting(
    connection: Connection, wanted: Collection[str], limit: int
) -> list[ListedPage]:
    """Return pages of these feeds that are still to be read."""
    columns = schema.PAGES.c
    query = (
        select(*(columns[name] for name in _PAGE))
        .where(~columns.done, columns.feed.in_(wanted))
        .order_by(columns.attempts, columns.published.nulls_first(), columns.url)
        .limit(limit)
    )
    return [ListedPage(**row) for row in connection.execute(query).mappings()]


def keep(
    connection: Connection, feed: WatchedFeed, listed: Sequence[ListedPage]
) -> int:
    """Write how a feed stands and those of its pages that are not known yet."""
    values = {name: getattr(feed, name) for name in _FEED}
    table = schema.FEEDS
    held = connection.execute(
        update(table).where(table.c.url == feed.url).values(**values)
    )
    if not held.rowcount:
        connection.execute(table.insert().values(**values))
    address = schema.PAGES.c.url
    known = {
        url
        for chunk in _chunks([page.url for page in listed])
        for url in connection.scalars(select(address).where(address.in_(chunk)))
    }
    new = [page for page in listed if page.url not in known]
    if new:
        connection.execute(
            schema.PAGES.insert(),
            [
                {name: getattr(page, name) for name in _PAGE} | {"done": False}
                for page in new
            ],
        )
    return len(new)


def settle(connection: Connection, url: str, *, done: bool, reason: str | None) -> None:
    """Write that a page was read, or that one more attempt at it failed."""
    columns = schema.PAGES.c
    attempts = columns.attempts if done and reason is None else columns.attempts + 1
    connection.execute(
        update(schema.PAGES)
        .where(columns.url == url)
        .values(done=done, reason=reason, attempts=attempts)
    )


def _chunks(urls: Sequence[str]) -> list[Sequence[str]]:
    return [urls[i : i + ASKED_AT_ONCE] for i in range(0, len(urls), ASKED_AT_ONCE)]
