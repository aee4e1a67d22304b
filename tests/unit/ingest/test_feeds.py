"""Feeds, sitemaps and OPML lists, as received; hostile ones do no harm."""

from __future__ import annotations

import gzip
import time

import pytest

from rashomon.ingest import feeds
from rashomon.ingest.feeds import Entry, FeedError, ListingKind, parse

HOME = "https://harbour.example/feeds/all.xml"

RSS = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour  Gazette</title>
<item><title>Depot burns</title><link>/2024/depot</link>
<pubDate>Fri, 03 May 2024 10:00:00 +0300</pubDate></item>
<item><title>Second</title><guid>https://harbour.example/2024/second</guid></item>
<item><title>No address</title><guid isPermaLink="false">tag:1</guid></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
<item><title>Again</title><link>https://harbour.example/2024/depot</link></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Herald</title>
<entry><title>Pier closed</title>
<link rel="edit" href="https://herald.example/edit/1"/>
<link href="https://herald.example/1"/>
<published>2024-05-03T07:00:00Z</published></entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old Wire</title></channel>
<item><link>https://wire.example/a</link><dc:date>2024-05-03</dc:date></item>
</rdf:RDF>"""

SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://harbour.example/x</loc><news:news>
<news:publication_date>2024-05-03T08:30:00+02:00</news:publication_date>
<news:title>X happened</news:title></news:news></url></urlset>"""

INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbour.example/map-1.xml</loc></sitemap></sitemapindex>"""

OPML = b"""<opml version="2.0"><head><title>Ours</title></head><body>
<outline text="Papers"><outline xmlUrl="https://harbour.example/rss"/></outline>
<outline xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_rss_names_outlet_pages_and_times() -> None:
    """Relative links are whole, times are UTC, a page listed twice counts once."""
    listing = parse(RSS, HOME)
    assert (listing.kind, listing.title) == (ListingKind.FEED, "Harbour Gazette")
    assert listing.entries == (
        Entry(
            url="https://harbour.example/2024/depot",
            title="Depot burns",
            published="2024-05-03T07:00:00+00:00",
        ),
        Entry(url="https://harbour.example/2024/second", title="Second"),
    )


def test_atom_gives_the_alternate_link() -> None:
    """Not the one for editing."""
    (entry,) = parse(ATOM, HOME).entries
    assert entry.url == "https://herald.example/1"
    assert entry.published == "2024-05-03T07:00:00+00:00"


def test_rdf_keeps_its_items_beside_the_channel() -> None:
    """The first RSS is still about; a day without a time stays without a zone."""
    listing = parse(RDF, HOME)
    assert listing.title == "Old Wire"
    assert [(e.url, e.published) for e in listing.entries] == [
        ("https://wire.example/a", "2024-05-03T00:00:00")
    ]


def test_a_news_sitemap_lists_pages() -> None:
    """With the time of publication and the title."""
    (entry,) = parse(SITEMAP, HOME).entries
    assert (entry.title, entry.published) == ("X happened", "2024-05-03T06:30:00+00:00")


@pytest.mark.parametrize(
    ("raw", "kind", "further"),
    [
        (INDEX, ListingKind.SITEMAP_INDEX, ("https://harbour.example/map-1.xml",)),
        (OPML, ListingKind.OPML, ("https://harbour.example/rss",)),
    ],
)
def test_lists_of_listings_lead_on(
    raw: bytes, kind: ListingKind, further: tuple[str, ...]
) -> None:
    """Only to http(s) addresses, never into the file system."""
    listing = parse(raw, HOME)
    assert (listing.kind, listing.further, listing.entries) == (kind, further, ())


@pytest.mark.parametrize(
    "raw", [b"", b"no xml", b"<html><body>Page</body></html>", b"<rss><channel>"]
)
def test_what_is_no_listing_is_named(raw: bytes) -> None:
    """With its address and what to give instead."""
    with pytest.raises(FeedError, match=r"all\.xml: .*give the address of one"):
        parse(raw, HOME)


def test_entities_are_not_expanded() -> None:
    """Neither files of this machine nor ten to the ninth laughs get in."""
    outside = (
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<rss><channel><title>a&x;b</title></channel></rss>"
    )
    assert "root:" not in (parse(outside, HOME).title or "")
    levels = b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    laughs = (
        b'<!DOCTYPE r [<!ENTITY l0 "ha">' + levels + b"]>"
        b"<rss><channel><title>&l9;</title></channel></rss>"
    )
    start = time.monotonic()
    try:
        listing = parse(laughs, HOME)
    except FeedError:
        return
    assert len(listing.title or "") < 1000
    assert time.monotonic() - start < 5


def test_a_feed_without_end_is_read_up_to_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first pages, and no more."""
    monkeypatch.setattr(feeds, "MAX_ENTRIES", 3)
    items = b"".join(b"<item><link>/p/%d</link></item>" % n for n in range(50))
    listing = parse(b"<rss><channel>" + items + b"</channel></rss>", HOME)
    assert [e.url[-1] for e in listing.entries] == ["0", "1", "2"]


def test_a_date_nobody_can_read_is_none() -> None:
    """It is not guessed."""
    raw = b"<rss><channel><item><link>/a</link><pubDate>soon</pubDate></item></channel></rss>"
    assert parse(raw, HOME).entries[0].published is None


def _map(*entries: tuple[str, str], kind: str = "url", root: str = "urlset") -> bytes:
    told = "".join(
        f"<{kind}><loc>https://harbour.example/{name}</loc>"
        f"<lastmod>{changed}</lastmod></{kind}>"
        for name, changed in entries
    )
    return f"<{root}>{told}</{root}>".encode()


def test_a_sitemap_may_come_packed() -> None:
    """As large outlets serve theirs; one that unpacks without end is refused."""
    assert parse(gzip.compress(SITEMAP), HOME) == parse(SITEMAP, HOME)
    with pytest.raises(FeedError, match="damaged"):
        parse(b"\x1f\x8bnot packed", HOME)
    bomb = gzip.compress(b" " * (feeds.MAX_UNPACKED_BYTES + 9))
    with pytest.raises(FeedError, match="unpacks to more than"):
        parse(bomb, HOME)


def test_a_sitemap_lists_first_what_changed_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that of one of many years the newest pages are taken."""
    monkeypatch.setattr(feeds, "MAX_ENTRIES", 2)
    listing = parse(
        _map(("old", "2019-01-01"), ("new", "2024-05-03T10:00:00+02:00"),
             ("never", "soon"), ("newer", "2024-05-03T09:00:00Z")),
        HOME,
    )  # fmt: skip
    assert [e.url[-5:] for e in listing.entries] == ["newer", "e/new"]


def test_an_index_leads_to_the_sitemaps_that_changed_lately() -> None:
    """An archive of many years is not asked for every quarter of an hour."""
    entries = (("2019", "2019-01-31"), ("2024", "2024-05-03"), ("4", "2024-04-30"))
    raw = _map(*entries, ("odd", "0001-01-01T00:00:00+14:00"),
               kind="sitemap", root="sitemapindex")  # fmt: skip
    further = [url.rpartition("/")[2] for url in parse(raw, HOME).further]
    assert further == ["2024", "4", "odd"]
