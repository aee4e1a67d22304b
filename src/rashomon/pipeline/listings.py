"""Asks what is watched for what it lists: feeds, sitemaps, OPML lists, source files.

What a listing names is written down as pages that wait; fetching them is not done here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rashomon.errors import InputError
from rashomon.ingest import archive, feeds, sources
from rashomon.ingest.fetch import LISTINGS, Answer, Refused, Validators, keep
from rashomon.ingest.polite import Guest
from rashomon.ingest.raw import failure, writable
from rashomon.ingest.sources import SourceFile
from rashomon.model.outcome import Failure
from rashomon.model.watching import ListedPage, WatchedFeed
from rashomon.store.sqlite import Store

EVERY_S = 900.0
# A feed or page that fails is asked half as often each time, up to once a day.
MAX_WAIT_S = 86_400.0
MAX_DOUBLINGS = 20
# An OPML list or a sitemap index leads to listings, those to pages: no deeper.
MAX_DEPTH = 2

WEB = ("http://", "https://")
LISTS = frozenset({".opml", ".xml"})


class Listings:
    """One poll's way through what is watched, down to pages and folders."""

    def __init__(self, store: Store, guest: Guest, every_s: float) -> None:
        """Begin with what is remembered of feeds."""
        self._store, self._guest, self._every_s = store, guest, every_s
        self._held = store.feeds()
        self._sources: dict[str, SourceFile] = {}
        self.feeds: set[str] = set()
        self.folders: list[tuple[str, SourceFile | None]] = []

    def ask(self, watched: Sequence[str]) -> list[Failure]:
        """Ask every listing that is due; return what could not be had."""
        return [failure for name in watched for failure in self._watch(name)]

    def source_of(self, feed: str) -> SourceFile | None:
        """Return the source whose file names a feed, None where no file does."""
        return self._sources.get(feed)

    def wait_s(self) -> float:
        """Return how long nothing is due; a folder is looked at every time."""
        now, held = datetime.now(UTC), self._store.feeds()
        due = [
            (datetime.fromisoformat(held[url].due_at) - now).total_seconds()
            for url in self.feeds
            if url in held and held[url].due_at
        ]
        return max(0.0, min([self._every_s, *due]))

    def _watch(self, name: str) -> list[Failure]:
        path = Path(name)
        if name.lower().startswith(WEB):
            return self._follow(name, MAX_DEPTH, None)
        if path.suffix.lower() in LISTS:
            return self._read_list(path)
        if path.suffix.lower() == sources.SUFFIX:
            return self._read_source(path)
        # A folder with files of sources in it is one of sources, not of reports.
        files = sorted(path.glob(f"*{sources.SUFFIX}")) if path.is_dir() else []
        if not files:
            self.folders.append((name, None))
        return [failure for file in files for failure in self._read_source(file)]

    def _read_source(self, path: Path) -> list[Failure]:
        try:
            source = sources.read_source(path)
        except sources.SourceFileError as error:
            return [_unread(path, error)]
        self.folders += [(folder, source) for folder in source.folders]
        return [f for url in source.feeds for f in self._follow(url, MAX_DEPTH, source)]

    def _read_list(self, path: Path) -> list[Failure]:
        """Follow the feeds of an OPML list, or of a sitemap index, kept as a file."""
        try:
            listing = feeds.parse(path.read_bytes(), path.name)
        except OSError as error:
            return [failure(path, f"cannot be read ({error.strerror})")]
        except feeds.FeedError as error:
            return [_unread(path, error)]
        return [
            f for url in listing.further for f in self._follow(url, MAX_DEPTH - 1, None)
        ]

    def _follow(self, url: str, depth: int, source: SourceFile | None) -> list[Failure]:
        feed = self._held.get(url) or WatchedFeed(url=url)
        if url in self.feeds:
            return []
        self.feeds.add(url)
        if source is not None:
            self._sources[url] = source
        now = datetime.now(UTC)
        if feed.due_at > now.isoformat():
            return []
        every_s = self._every_s if not source or not source.every else source.every * 60
        known = Validators(etag=feed.etag, modified=feed.modified)
        got = self._guest.get(url, kinds=LISTINGS, known=known)
        if isinstance(got, Refused):
            self._store.keep_feed(_put_off(feed, every_s, got))
            return [got]
        asked = replace(feed, failures=0, due_at=later(every_s))
        if got.raw is None:
            self._store.keep_feed(asked)
            return []
        keep(got, self._guest.options, purpose=archive.LISTING)
        try:
            listing = feeds.parse(got.raw, got.url)
        except feeds.FeedError as error:
            self._store.keep_feed(_put_off(feed, every_s, None))
            return [_unread(url, error)]
        self._store.keep_feed(*_listed(asked, listing, got, source))
        if depth < 1:
            return []
        return [
            f
            for other in listing.further
            for f in self._follow(other, depth - 1, source)
        ]


def later(seconds: float) -> str:
    """Return the moment so many seconds from now, at most a day, as it is written."""
    wait = timedelta(seconds=min(MAX_WAIT_S, seconds))
    return (datetime.now(UTC) + wait).isoformat()


def check(watched: Sequence[str]) -> None:
    """Refuse to watch nothing, or a file that will never change into anything.

    Raises InputError, which names what to watch instead.
    """
    if not watched:
        raise InputError(
            "nothing is named to watch; name feeds, sitemaps, OPML lists, source files"
            " or folders (`rashomon watch --help` has examples)"
        )
    for name in watched:
        if not name.lower().startswith(WEB) and not Path(name).exists():
            raise InputError(f"{name}: there is no such folder or file; check the name")


def _listed(
    feed: WatchedFeed, listing: feeds.Listing, got: Answer, source: SourceFile | None
) -> tuple[WatchedFeed, list[ListedPage]]:
    """Return how a feed stands now, and the pages that it lists and its source wants."""
    # A list of listings is read whole each time, or its feeds would be forgotten.
    seen = Validators() if listing.further else got.validators
    asked = replace(feed, title=listing.title, etag=seen.etag, modified=seen.modified)
    if listing.further:
        asked = replace(asked, due_at="")
    wanted = [e for e in listing.entries if source is None or source.wants(e.url)]
    return asked, [
        ListedPage(
            url=entry.url,
            feed=feed.url,
            title=entry.title,
            published=_zoned(entry.published, source),
        )
        for entry in wanted
    ]


def _zoned(published: str | None, source: SourceFile | None) -> str | None:
    """Return a date in UTC that a feed gives without a zone, by that of its source."""
    if not published or not source or not source.timezone:
        return published
    said = datetime.fromisoformat(published)
    if said.tzinfo is not None:
        return published
    there = said.replace(tzinfo=ZoneInfo(source.timezone))
    try:
        return there.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:  # before the first day, or after the last
        return published


def _put_off(feed: WatchedFeed, every_s: float, got: Refused | None) -> WatchedFeed:
    """Ask a feed that failed later: twice the time at each failure, or as it says."""
    failures = feed.failures + 1
    wait = every_s * 2 ** min(failures, MAX_DOUBLINGS)
    if got is not None and got.retry_after_s:
        wait = max(wait, got.retry_after_s)
    return replace(feed, failures=failures, due_at=later(wait))


def _unread(where: Path | str, error: Exception) -> Failure:
    """Return the failure of a list or a source's file, which its error names itself."""
    return Failure(
        stage="ingest", origin=writable(str(where)), message=writable(str(error))
    )
