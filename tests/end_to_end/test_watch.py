"""Watching a feed on this machine: what is new is read once, and said once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from rashomon.ingest import feeds
from rashomon.ingest.archive import Archive
from rashomon.ingest.fetch import FetchOptions
from rashomon.ingest.polite import Guest
from rashomon.model.finding import IncidentRecord
from rashomon.pipeline.ledger import RunReport
from rashomon.pipeline.run import RunOptions, run
from rashomon.pipeline.watch import (
    Bulletin,
    Listener,
    WatchOptions,
    begin_telling,
    poll,
    tell_news,
)
from rashomon.store.place import Place, place
from rashomon.store.sqlite import Store, open_store

OPTIONS = WatchOptions(jobs=1, fetch=FetchOptions(timeout_s=5, allow_private=True))
STORY = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    "<p>A drone struck a grain depot in Odesa on Friday, killing {killed} people and"
    " injuring nine others, the regional governor said.</p>"
    "<p>Firefighters needed four hours to put out the fire at the depot, and police"
    " closed the road to the harbour until the evening.</p></article></body></html>"
)


class Site:
    """A small outlet: what it serves, and what it was asked."""

    def __init__(self) -> None:
        """Begin with a feed of one story."""
        self.stories = {"/one": STORY.format(title="Depot hit in Odesa", killed="two")}
        self.broken: set[str] = set()
        self.busy: dict[str, str] = {}
        self.posted: list[str] = []
        self.asked: list[str] = []
        self.base = ""

    def feed(self) -> str:
        """Return the feed of all stories."""
        items = "".join(
            f"<item><link>{path}</link><pubDate>Sat, 04 May 2024 08:00:00 GMT</pubDate></item>"
            for path in self.stories
        )
        return f"<rss><channel><title>Harbour Gazette</title>{items}</channel></rss>"


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        """Serve the feed with a tag, and stories."""
        site = self.site
        site.asked.append(self.path)
        if self.path in site.busy:
            self.send_response(429)
            self.send_header("Retry-After", site.busy[self.path])
            self.end_headers()
        elif self.path in site.broken:
            self._say(500, "text/html", "broken")
        elif self.path == "/rss":
            tag = f'"{len(site.stories)}"'
            same = self.headers.get("If-None-Match") == tag
            self._say(304 if same else 200, "application/rss+xml", site.feed(), tag)
        elif self.path in site.stories:
            self._say(200, "text/html", site.stories[self.path])
        else:
            self._say(404, "text/html", "gone")

    def do_POST(self) -> None:
        """Take what is posted, unless that is broken."""
        self.site.asked.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path in self.site.broken:
            self._say(500, "text/plain", "broken")
        else:
            self.site.posted.append(body.decode())
            self._say(200, "text/plain", "taken")

    def _say(self, status: int, kind: str, text: str, tag: str = "") -> None:
        raw = b"" if status == 304 else text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return an outlet that runs on this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    made = Site()
    handler = type("Handler", (_Handler,), {"site": made})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    made.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["file", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty database, of either kind."""
    where: Place = tmp_path / "watch.db"
    if request.param == "server":
        where = place(request.getfixturevalue("new_database")())
    with open_store(where) as opened:
        yield opened


@dataclass
class Brought:
    """What a poll brought, and what a listener heard of it."""

    report: RunReport
    left: int
    new: tuple[IncidentRecord, ...]
    changed: tuple[IncidentRecord, ...]


def _poll(
    site: Site, store: Store, *, due: bool = True, archive: Archive | None = None
) -> Brought:
    """Poll once, without waiting for anybody; ``due``: as if the interval had passed."""
    fetch = replace(OPTIONS.fetch, archive=archive)
    options = replace(OPTIONS, fetch=fetch, every_s=0.0 if due else OPTIONS.every_s)
    heard: list[Bulletin] = []
    ear = Listener(name="ear", hear=lambda news: heard.append(news) is None)
    begin_telling([ear], store)
    guest = Guest(options.fetch, sleep=lambda _: None)
    brought = poll([f"{site.base}/rss"], store, options, guest)
    tell_news([ear], store)
    (news,) = heard
    return Brought(brought.report, brought.left, news.new, news.changed)


def test_a_feed_is_read_and_its_incident_is_new(site: Site, store: Store) -> None:
    """The outlet's name and the date are the feed's where the page says none."""
    brought = _poll(site, store)
    assert brought.report.failures == ()
    (record,) = brought.new
    assert record.sources == ("Harbour Gazette",)
    (held,) = store.documents()
    assert held.document.published.value is not None
    assert held.document.published.value.startswith("2024-05-04")


def test_nothing_new_is_neither_fetched_nor_said_again(
    site: Site, store: Store
) -> None:
    """The feed's own tag says so, and a page that was read is left alone."""
    _poll(site, store)
    site.asked.clear()
    again = _poll(site, store)
    assert (again.new, again.changed, again.report.documents_read) == ((), (), 0)
    assert site.asked == ["/robots.txt", "/rss"]


def test_another_report_changes_the_incident(site: Site, store: Store) -> None:
    """A second story on the same depot joins the first."""
    _poll(site, store)
    site.stories["/two"] = STORY.format(title="Odesa depot: toll rises", killed="three")
    later = _poll(site, store)
    assert later.new == ()
    (record,) = later.changed
    assert len(record.accounts) == 2


def test_a_feed_is_not_asked_before_it_is_due(site: Site, store: Store) -> None:
    """Two polls in one interval ask its server once."""
    _poll(site, store, due=False)
    site.asked.clear()
    _poll(site, store, due=False)
    assert site.asked == []


def test_a_page_that_fails_is_tried_three_times(site: Site, store: Store) -> None:
    """Each time it is named; then it is given up."""
    site.broken.add("/one")
    told = [len(_poll(site, store).report.failures) for _ in range(4)]
    assert told == [1, 1, 1, 0]
    assert site.asked.count("/one") == 3


def test_a_broken_feed_is_named_and_left_alone_for_a_while(
    site: Site, store: Store
) -> None:
    """The wait doubles at each failure."""
    site.broken.add("/rss")
    (failure,) = _poll(site, store, due=False).report.failures
    assert "/rss" in failure.message
    assert _poll(site, store, due=False).report.failures == ()
    assert store.feeds()[f"{site.base}/rss"].failures == 1


def test_a_listed_page_outlives_a_stop(site: Site, store: Store) -> None:
    """What was listed before a crash is read by the next poll."""
    site.broken.add("/one")
    _poll(site, store)
    site.broken.clear()
    assert len(_poll(site, store).new) == 1


def test_a_busy_page_is_not_held_against_it(site: Site, store: Store) -> None:
    """Its host is left alone as long as it asks, its other pages with it."""
    site.stories["/two"] = STORY.format(title="Odesa depot: toll rises", killed="three")
    site.busy["/one"] = "3600"
    (failure,) = _poll(site, store).report.failures
    assert "429" in failure.message
    assert "/two" not in site.asked
    waiting = store.waiting_pages([f"{site.base}/rss"], 9, "9999")
    assert sorted((p.url[-4:], p.attempts) for p in waiting) == [
        ("/one", 1),
        ("/two", 0),
    ]
    soon = (datetime.now(UTC) + timedelta(seconds=3500)).isoformat()
    assert store.waiting_pages([f"{site.base}/rss"], 9, soon) == []


def test_a_page_that_failed_waits_before_it_is_asked_again(
    site: Site, store: Store
) -> None:
    """A stop and a new start do not shorten it, nor does anything make haste."""
    site.broken.add("/one")
    assert _poll(site, store, due=False).left == 0
    site.asked.clear()
    brought = _poll(site, store, due=False)
    assert (site.asked, brought.report.failures) == ([], ())


def test_what_was_fetched_is_archived_and_reads_the_same(
    site: Site, store: Store, tmp_path: Path
) -> None:
    """The document points at the record; the archive alone gives the same document."""
    with Archive(tmp_path / "kept") as archive:
        _poll(site, store, archive=archive)
    (held,) = store.documents()
    assert held.document.archived is not None
    (file,) = (tmp_path / "kept").iterdir()
    assert held.document.archived.file == file.name
    with open_store(tmp_path / "again.db") as other:
        report = run([str(tmp_path / "kept")], other, RunOptions(jobs=1))
        assert report.failures == ()
        (again,) = other.documents()
        assert other.records() == store.records()
    assert replace(again.document, origin="") == replace(held.document, origin="")
    once_more = run([str(tmp_path / "kept")], store, RunOptions(jobs=1))
    assert (once_more.documents_read, once_more.documents_unchanged) == (0, 1)


def test_news_that_was_not_taken_is_told_again(site: Site, store: Store) -> None:
    """To whom it was not told; whoever heard it does not hear it twice."""
    heard: list[str] = []

    def ear(name: str, taken: list[bool]) -> Listener:
        def hear(news: Bulletin) -> bool:
            heard.append(f"{name} {len(news.new)}")
            return taken.pop(0)

        return Listener(name=name, hear=hear)

    ears = [ear("good", [True] * 3), ear("bad", [False, True, True])]
    begin_telling(ears, store)
    _poll(site, store)
    for _ in range(3):
        tell_news(ears, store)
    assert heard == ["good 1", "bad 1", "good 0", "bad 1", "good 0", "bad 0"]


def test_a_source_is_one_small_file(
    site: Site, store: Store, tmp_path: Path, rashomon: Any
) -> None:
    """Its name, its pages and its folder; a wrong file is named, the others are read."""
    site.stories["/sport/one"] = STORY.format(title="Cup final", killed="two")
    sources = tmp_path / "sources"
    (sources / "sent").mkdir(parents=True)
    (sources / "sent" / "a.txt").write_text(STORY.format(title="Depot", killed="two"))
    (sources / "wrong.toml").write_text('feeds = ["https://a.example/rss"]')
    (sources / "gazette.toml").write_text(
        f'name = "Gazette of the Harbour"\nfeeds = ["{site.base}/rss"]\n'
        'only = ["/one"]\nfolders = ["sent"]\nowner = "Dol Media"\n'
    )
    db = tmp_path / "w.db"
    options = ("--once", "--allow-private", "--no-archive", "--jobs", "1", "--db", db)
    done = rashomon("watch", sources, *options)
    assert done.returncode == 1
    assert "wrong.toml: name is missing" in done.stderr
    assert "/sport/one" not in site.asked
    with open_store(db) as opened:
        told = {s.document.source for s in opened.documents()}
        assert told == {"Gazette of the Harbour"}
        assert len(opened.documents()) == 2
    assert not (tmp_path / "w.archive").exists()


def test_the_news_goes_to_a_feed_and_a_webhook(
    site: Site, tmp_path: Path, rashomon: Any
) -> None:
    """What the webhook did not take it gets the next time; the archive is beside."""
    atom, db = tmp_path / "news.atom", tmp_path / "w.db"
    told = ("--atom", atom, "--page", "https://desk.example", "--webhook")
    options = ("--once", "--allow-private", "--jobs", "1", "--db", db)
    site.broken.add("/hook")
    for _ in range(3):
        rashomon("watch", f"{site.base}/rss", *told, f"{site.base}/hook", *options)
        site.broken.clear()
    (posted,) = site.posted
    assert json.loads(posted)["change"] == "new"
    feed = feeds.parse(atom.read_bytes(), "https://desk.example/feed.atom")
    (entry,) = feed.entries
    assert entry.url.startswith("https://desk.example/incidents/inc_")
    assert len(list((tmp_path / "w.archive").glob("*.warc.gz"))) == 1


def test_the_command_polls_an_opml_list_and_a_folder(
    site: Site, tmp_path: Path, rashomon: Any
) -> None:
    """Once, as JSON lines; a command of the user's gets the same lines."""
    listed = tmp_path / "ours.opml"
    listed.write_text(f'<opml><body><outline xmlUrl="{site.base}/rss"/></body></opml>')
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(
        "A bomb went off in a market in Mosul on 2 March 2019 and killed four people,"
        " police said. Nobody has claimed the attack so far."
    )
    taken = tmp_path / "taken.jsonl"
    done = rashomon(
        "watch",
        str(listed),
        str(folder),
        "--once",
        "--json",
        "--jobs",
        "1",
        "--allow-private",
        "--tell",
        f"tee {taken}",
        "--db",
        str(tmp_path / "w.db"),
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in taken.read_text().splitlines()]
    assert {line["change"] for line in lines} == {"new"}
    assert {line["place"] and "Odesa" in str(line["place"]) for line in lines} == {
        True,
        False,
    }


def test_private_addresses_are_not_watched_unasked(
    site: Site, tmp_path: Path, rashomon: Any
) -> None:
    """A list of feeds must not be able to read what lies behind a firewall."""
    done = rashomon(
        "watch", f"{site.base}/rss", "--once", "--db", str(tmp_path / "w.db")
    )
    assert done.returncode == 1
    assert "private address" in done.stderr
    assert site.asked == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, rashomon: Any) -> None:
    """Before anything is asked."""
    done = rashomon("watch", str(tmp_path / "none"), "--once")
    assert done.returncode == 2
    assert "no such folder or file" in done.stderr
