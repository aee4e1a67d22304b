"""Polls feeds, sitemaps, OPML lists and folders, and says which incidents are new.

What a poll has to do is written down before it is done: listed pages wait in the
database until they are read or given up, so that a stop at any moment loses none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest import feeds
from rashomon.ingest.fetch import (
    LISTINGS,
    FetchOptions,
    Refused,
    Validators,
    as_document,
)
from rashomon.ingest.polite import Guest
from rashomon.ingest.raw import failure
from rashomon.ingest.read import read_inputs
from rashomon.model.document import RawDocument
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Failure
from rashomon.model.watching import ListedPage, WatchedFeed
from rashomon.pipeline.ledger import Progress, RunReport
from rashomon.pipeline.run import RunOptions, run_found
from rashomon.store.sqlite import Store

EVERY_S = 900.0
# A feed that fails is asked half as often each time, up to once a day.
MAX_WAIT_S = 86_400.0
# A page that could not be had so often is given up; the feed will not list it again.
MAX_ATTEMPTS = 3
# An OPML list or a sitemap index leads to listings, those to pages: no deeper.
MAX_DEPTH = 2
MAX_PAGES = 500
WRITTEN_TOGETHER = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """``every_s``: how often a feed is asked; ``max_pages``: read in one poll at most."""

    every_s: float = EVERY_S
    max_pages: int = MAX_PAGES
    jobs: int | None = None
    fetch: FetchOptions = field(default_factory=FetchOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What one poll brought. ``left``: pages listed that the next poll goes on with."""

    report: RunReport
    new: tuple[IncidentRecord, ...]
    changed: tuple[IncidentRecord, ...]
    left: int


def poll(
    watched: Sequence[str],
    store: Store,
    options: WatchOptions,
    guest: Guest | None = None,
    progress: Progress | None = None,
) -> Poll:
    """Ask everything watched once, read what is new, and conclude."""
    guest = guest or Guest(options.fetch)
    before = {record.incident.id: record for record in store.records()}
    asked = _Asked(store, options, guest)
    failures = asked.ask(watched)
    fetched: dict[DocumentId, str] = {}
    found = asked.found(failures, fetched)
    run_options = RunOptions(jobs=options.jobs, window=WRITTEN_TOGETHER)
    report = run_found(found, watched, store, run_options, progress)
    known = store.known()
    for document, url in fetched.items():
        if document in known:
            store.keep_page(url, done=True)
    records = store.records()
    return Poll(
        report=report,
        new=tuple(r for r in records if r.incident.id not in before),
        changed=tuple(r for r in records if before.get(r.incident.id, r) != r),
        left=len(store.waiting_pages(asked.feeds, options.max_pages)),
    )


class _Asked:
    """One poll's way through feeds to pages."""

    def __init__(self, store: Store, options: WatchOptions, guest: Guest) -> None:
        self._store, self._options, self._guest = store, options, guest
        self._held = store.feeds()
        self._local: list[str] = []
        self.feeds: set[str] = set()

    def ask(self, watched: Sequence[str]) -> list[Failure]:
        """Ask every listing that is due; return what could not be had."""
        failures: list[Failure] = []
        for name in watched:
            if name.lower().startswith(("http://", "https://")):
                failures += self._follow(name, MAX_DEPTH)
            elif Path(name).suffix.lower() in {".opml", ".xml"}:
                failures += self._read_list(Path(name))
            else:
                self._local.append(name)
        return failures

    def found(
        self, failures: Sequence[Failure], fetched: dict[DocumentId, str]
    ) -> Iterator[RawDocument | Failure]:
        """Yield what failed, what lies in folders, and each page as it is fetched."""
        yield from failures
        if self._local:
            yield from read_inputs(self._local)
        limit, held = self._options.max_pages, self._store.feeds()
        for page in self._store.waiting_pages(self.feeds, limit):
            got = self._page(page, held[page.feed].title)
            if isinstance(got, RawDocument):
                fetched[got.id] = page.url
            yield got

    def _read_list(self, path: Path) -> list[Failure]:
        """Follow the feeds of an OPML list, or of a sitemap index, kept as a file."""
        try:
            listing = feeds.parse(path.read_bytes(), path.name)
        except OSError as error:
            return [failure(path, f"cannot be read ({error.strerror})")]
        except feeds.FeedError as error:
            return [Failure(stage="ingest", origin=str(path), message=str(error))]
        return [f for url in listing.further for f in self._follow(url, MAX_DEPTH - 1)]

    def _follow(self, url: str, depth: int) -> list[Failure]:
        feed = self._held.get(url) or WatchedFeed(url=url)
        if url in self.feeds:
            return []
        self.feeds.add(url)
        now = datetime.now(UTC)
        if feed.due_at > now.isoformat():
            return []
        got = self._guest.get(
            url,
            kinds=LISTINGS,
            known=Validators(etag=feed.etag, modified=feed.modified),
        )
        if isinstance(got, Refused):
            self._store.keep_feed(_put_off(feed, now, self._options, got))
            return [got]
        asked = replace(
            feed,
            failures=0,
            due_at=(now + timedelta(seconds=self._options.every_s)).isoformat(),
        )
        if got.raw is None:
            self._store.keep_feed(asked)
            return []
        try:
            listing = feeds.parse(got.raw, got.url)
        except feeds.FeedError as error:
            self._store.keep_feed(_put_off(feed, now, self._options, None))
            return [Failure(stage="ingest", origin=url, message=str(error))]
        # A list of listings is read whole each time, or its feeds would be forgotten.
        seen = got.validators if not listing.further else Validators()
        asked = replace(
            asked, title=listing.title, etag=seen.etag, modified=seen.modified
        )
        if listing.further:
            asked = replace(asked, due_at="")
        self._store.keep_feed(asked, [_listed(e, url) for e in listing.entries])
        if depth < 1:
            return []
        return [f for other in listing.further for f in self._follow(other, depth - 1)]

    def _page(self, page: ListedPage, outlet: str | None) -> RawDocument | Failure:
        got = self._guest.get(page.url)
        made = got if isinstance(got, Refused) else as_document(got, page.url)
        if isinstance(made, Failure):
            last = page.attempts + 1 >= MAX_ATTEMPTS
            self._store.keep_page(page.url, done=last, reason=made.message)
            return made
        return replace(
            made,
            source=made.source or outlet,
            published=made.published or page.published,
        )


def _listed(entry: feeds.Entry, feed: str) -> ListedPage:
    return ListedPage(
        url=entry.url, feed=feed, title=entry.title, published=entry.published
    )


def _put_off(
    feed: WatchedFeed, now: datetime, options: WatchOptions, refused: Refused | None
) -> WatchedFeed:
    """Ask a feed that failed later: twice the time at each failure, or as it says."""
    failures = feed.failures + 1
    wait = min(MAX_WAIT_S, options.every_s * 2**failures)
    if refused is not None and refused.retry_after_s:
        wait = min(MAX_WAIT_S, max(wait, refused.retry_after_s))
    due = (now + timedelta(seconds=wait)).isoformat()
    return replace(feed, failures=failures, due_at=due)


def check(watched: Sequence[str]) -> None:
    """Refuse to watch nothing, or a file that will never change into anything.

    Raises InputError, which names what to watch instead.
    """
    if not watched:
        raise InputError(
            "nothing is named to watch; name feeds, sitemaps, OPML lists or folders"
            " (`rashomon watch --help` has examples)"
        )
    for name in watched:
        if (
            not name.lower().startswith(("http://", "https://"))
            and not Path(name).exists()
        ):
            raise InputError(f"{name}: there is no such folder or file; check the name")
