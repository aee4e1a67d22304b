"""How watched feeds and the pages they list are written and read back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, and_, delete, func, insert, literal, select, update

from rashomon.model.ids import IncidentId
from rashomon.model.watching import ListedPage, News, WatchedFeed
from rashomon.store import schema

# SQLite takes so many values in one question, whatever it was built with.
ASKED_AT_ONCE = 500

_FEED = ("url", "title", "etag", "modified", "due_at", "failures")
_PAGE = ("url", "feed", "title", "published", "attempts", "due_at")
# The row that says that telling has begun: no incident has an empty id.
_BEGUN = ""


def feeds(connection: Connection) -> dict[str, WatchedFeed]:
    """Return every feed that was ever watched, by address."""
    rows = connection.execute(select(*(schema.FEEDS.c[name] for name in _FEED)))
    return {row["url"]: WatchedFeed(**row) for row in rows.mappings()}


def waiting(
    connection: Connection, wanted: Collection[str], limit: int, now: str
) -> list[ListedPage]:
    """Return pages of these feeds that are still to be read and that are due."""
    columns = schema.PAGES.c
    query = (
        select(*(columns[name] for name in _PAGE))
        .where(~columns.done, columns.feed.in_(wanted), columns.due_at <= now)
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
    """Write that a page was read, or given up and why."""
    page = update(schema.PAGES).where(schema.PAGES.c.url == url)
    connection.execute(page.values(done=done, reason=reason))


def put_off(
    connection: Connection, urls: Sequence[str], due_at: str, reason: str | None
) -> None:
    """Let pages wait; with a reason, one more attempt at each of them failed."""
    columns = schema.PAGES.c
    failed = {"reason": reason, "attempts": columns.attempts + 1} if reason else {}
    for chunk in _chunks(urls):
        page = update(schema.PAGES).where(columns.url.in_(chunk))
        connection.execute(page.values(due_at=due_at, **failed))


def begin_telling(connection: Connection, listener: str) -> None:
    """Hold all that there is for told, the first time that somebody listens."""
    told, held = schema.TOLD, schema.CATALOGUE.c
    begun = select(told.c.digest).where(
        told.c.listener == listener, told.c.incident_id == _BEGUN
    )
    if connection.execute(begun).first() is None:
        known = select(literal(listener), held.id, held.digest)
        names = ["listener", "incident_id", "digest"]
        connection.execute(insert(told).from_select(names, known))
        connection.execute(insert(told).values(_told(listener, _BEGUN, "")))


def news(connection: Connection, listener: str) -> News:
    """Return what is new or changed since a listener last heard of it."""
    told, held = schema.TOLD.c, schema.CATALOGUE.c
    heard = and_(told.incident_id == held.id, told.listener == listener)
    query = (
        select(held.id, held.digest, told.digest.label("before"))
        .join(schema.TOLD, heard, isouter=True)
        .where(func.coalesce(told.digest, literal("")) != held.digest)
        .order_by(held.id)
    )
    rows = connection.execute(query).all()
    return News(
        new={IncidentId(r.id): r.digest for r in rows if r.before is None},
        changed={IncidentId(r.id): r.digest for r in rows if r.before is not None},
    )


def tell(connection: Connection, listener: str, heard: News) -> None:
    """Write that a listener heard this; incidents that are no more are forgotten."""
    told, held = schema.TOLD.c, schema.CATALOGUE.c
    own = delete(schema.TOLD).where(told.listener == listener)
    for chunk in _chunks(list(heard.changed)):
        connection.execute(own.where(told.incident_id.in_(chunk)))
    fresh = {**heard.new, **heard.changed}
    rows = [_told(listener, id_, digest) for id_, digest in fresh.items()]
    if rows:
        connection.execute(insert(schema.TOLD), rows)
    gone = told.incident_id.not_in(select(held.id))
    connection.execute(own.where(told.incident_id != _BEGUN, gone))


def _told(listener: str, incident: str, digest: str) -> dict[str, str]:
    return {"listener": listener, "incident_id": incident, "digest": digest}


def _chunks(urls: Sequence[str]) -> list[Sequence[str]]:
    return [urls[i : i + ASKED_AT_ONCE] for i in range(0, len(urls), ASKED_AT_ONCE)]
