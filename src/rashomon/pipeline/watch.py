"""Polls feeds, sitemaps, OPML lists and folders, and says which incidents are new.

What a poll has to do is written down before it is done: listed pages wait in the
database until they are read or given up, and news until it was taken, so that a stop at
any moment loses none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from rashomon.ingest.fetch import FetchOptions, Refused, as_document, keep
from rashomon.ingest.polite import Guest, host_of
from rashomon.ingest.read import read_inputs
from rashomon.model.document import RawDocument
from rashomon.model.finding import IncidentRecord
from rashomon.model.ids import DocumentId
from rashomon.model.outcome import Failure
from rashomon.model.watching import ListedPage
from rashomon.pipeline.ledger import Progress, RunReport
from rashomon.pipeline.listings import EVERY_S, Listings, later
from rashomon.pipeline.run import ASKED_AT_ONCE, RunOptions, run_found
from rashomon.store.sqlite import Store

# A page that was refused so often is given up; the feed will not list it again.
MAX_ATTEMPTS = 3
# One whose server did not answer or was busy: with doubling waits some five days.
MAX_ATTEMPTS_UNANSWERED = 10
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
class Bulletin:
    """Incidents that are new, or changed, since a listener last heard of them."""

    new: tuple[IncidentRecord, ...]
    changed: tuple[IncidentRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Somebody who is told of news; ``hear`` says whether it was taken.

    What was not taken, or not told because of a stop, is told with the next poll. The
    name is what a listener is known by from one start to the next.
    """

    name: str
    hear: Callable[[Bulletin], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What one poll brought. ``left``: pages listed that the next poll goes on with.

    ``wait_s`` is how long nothing is due.
    """

    report: RunReport
    left: int
    wait_s: float


def poll(
    watched: Sequence[str],
    store: Store,
    options: WatchOptions,
    guest: Guest | None = None,
    progress: Progress | None = None,
) -> Poll:
    """Ask everything watched once, read what is new, and conclude."""
    guest = guest or Guest(options.fetch)
    asked = Listings(store, guest, options.every_s)
    failures = asked.ask(watched)
    pages = _Pages(store, options, guest, asked)
    run_options = RunOptions(jobs=options.jobs, window=WRITTEN_TOGETHER)
    report = run_found(pages.found(failures), watched, store, run_options, progress)
    pages.settle()
    now = datetime.now(UTC).isoformat()
    waiting = store.waiting_pages(asked.feeds, options.max_pages, now)
    return Poll(report=report, left=len(waiting), wait_s=asked.wait_s())


def begin_telling(listeners: Sequence[Listener], store: Store) -> None:
    """Let news begin for those who never listened: what there is now is none."""
    for listener in listeners:
        store.begin_telling(listener.name)


def tell_news(listeners: Sequence[Listener], store: Store) -> None:
    """Tell each listener what is new or changed since it last heard of it."""
    for listener in listeners:
        news = store.news(listener.name)
        bulletin = Bulletin(
            new=tuple(store.records_of(list(news.new))),
            changed=tuple(store.records_of(list(news.changed))),
        )
        if listener.hear(bulletin):
            store.tell(listener.name, news)


class _Pages:
    """One poll's way through the pages that listings named, and through folders."""

    def __init__(
        self, store: Store, options: WatchOptions, guest: Guest, asked: Listings
    ) -> None:
        self._store, self._options, self._guest = store, options, guest
        self._asked = asked
        self._fetched: dict[DocumentId, str] = {}

    def found(self, failures: Sequence[Failure]) -> Iterator[RawDocument | Failure]:
        """Yield what failed, what lies in folders, and each page as it is fetched."""
        yield from failures
        yield from self._lying()
        held = self._store.feeds()
        now, limit = datetime.now(UTC).isoformat(), self._options.max_pages
        waiting = self._store.waiting_pages(self._asked.feeds, limit, now)
        for page in _in_turn(waiting):
            got = self._page(page, held[page.feed].title)
            if isinstance(got, RawDocument):
                self._fetched[got.id] = page.url
            if got is not None:
                yield got

    def settle(self) -> None:
        """Let go of the pages that were fetched and read."""
        fetched = iter(self._fetched.items())
        while some := dict(islice(fetched, ASKED_AT_ONCE)):
            for document in self._store.known(some):
                self._store.keep_page(some[document], done=True)

    def _lying(self) -> Iterator[RawDocument | Failure]:
        """Yield what lies in the folders watched; a source's own has its name."""
        for folder, source in self._asked.folders:
            for found in read_inputs([folder]):
                if isinstance(found, Failure) or source is None:
                    yield found
                else:
                    yield replace(
                        found,
                        source=found.source or source.name,
                        language=found.language or source.language,
                    )

    def _page(
        self, page: ListedPage, outlet: str | None
    ) -> RawDocument | Failure | None:
        """Return a page's document, why there is none, or None while its host rests."""
        rest = self._guest.rests_s(page.url)
        if rest:
            self._store.put_off([page.url], later(rest))
            return None
        source = self._asked.source_of(page.feed)
        got = self._guest.get(page.url)
        if isinstance(got, Refused):
            self._try_again(page, got, unanswered=got.later)
            return got
        name = source.name if source else outlet
        language = source.language if source else None
        kept = keep(
            got,
            self._options.fetch,
            source=name,
            published=page.published,
            language=language,
        )
        made = as_document(got, page.url)
        if isinstance(made, Failure):
            self._try_again(page, made, unanswered=False)
            return made
        return replace(
            made,
            source=name,
            published=page.published,
            language=language,
            archived=kept,
        )

    def _try_again(self, page: ListedPage, why: Failure, *, unanswered: bool) -> None:
        """Let a page wait twice as long at each failure; give it up after some."""
        tried = page.attempts + 1
        if tried >= (MAX_ATTEMPTS_UNANSWERED if unanswered else MAX_ATTEMPTS):
            self._store.keep_page(page.url, done=True, reason=why.message)
            return
        wait = max(
            self._options.every_s * 2**page.attempts, self._guest.rests_s(page.url)
        )
        self._store.put_off([page.url], later(wait), why.message)


def _in_turn(pages: Sequence[ListedPage]) -> list[ListedPage]:
    """Order pages so that hosts take turns: while one is given time another is asked."""
    turns: dict[str, int] = {}
    placed = []
    for page in pages:
        host = host_of(page.url)
        turns[host] = turn = turns.get(host, -1) + 1
        placed.append((turn, page))
    return [page for _, page in sorted(placed, key=lambda each: each[0])]
