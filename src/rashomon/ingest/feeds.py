"""Reads what lists reports: RSS, Atom and RDF feeds, sitemaps, and OPML lists of feeds.

Nothing here opens a socket. The XML is read without entities, external files or huge
trees; what a feed says of a page is a hint, and the page itself is what is read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from urllib.parse import urljoin, urlsplit

from lxml import etree

from rashomon.errors import InputError

# A feed lists some dozens of pages, a news sitemap up to 1,000 (its own standard says).
MAX_ENTRIES = 5_000
# The standard's own limit for a sitemap, packed or not.
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
# An index names sitemaps of many years; watching asks those that changed lately.
RECENT = timedelta(days=7)
_GZIP = b"\x1f\x8b"


class FeedError(InputError):
    """What was received is no feed, sitemap or OPML list; the message says why."""


class ListingKind(StrEnum):
    """What a listing lists: pages, or more listings."""

    FEED = "feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    OPML = "OPML list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page that a listing names. ``published`` is ISO 8601, None where unsaid."""

    url: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What one feed, sitemap or OPML list says.

    ``entries`` are pages; ``further`` are addresses of listings to read next (the feeds
    of an OPML list, the sitemaps of an index). ``title`` names the outlet, where said.
    """

    kind: ListingKind
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    further: tuple[str, ...] = ()


def parse(raw: bytes, url: str) -> Listing:
    """Read a listing as received from ``url``, which relative links are relative to.

    Sitemaps may come packed (``.xml.gz``). Raises FeedError where it is none.
    """
    raw = _unpacked(raw, url)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FeedError(
            f"{url}: no feed, sitemap or OPML list ({error}); give the address of one"
        ) from error
    name = _name(root)
    if name in {"rss", "RDF", "feed"}:
        return _feed(root, url)
    if name == "urlset":
        pages = (_page(e, url) for e in _latest_first(root, "url"))
        return Listing(kind=ListingKind.SITEMAP, entries=_unique(pages))
    if name == "sitemapindex":
        maps = (_text(e, "loc") for e in _recent(root))
        return Listing(kind=ListingKind.SITEMAP_INDEX, further=_addresses(maps, url))
    if name == "opml":
        feeds = (e.get("xmlUrl") for e in root.iter() if _name(e) == "outline")
        title = next((t for e in root if (t := _text(e, "title"))), None)
        return Listing(
            kind=ListingKind.OPML, title=title, further=_addresses(feeds, url)
        )
    raise FeedError(
        f"{url}: <{name}> is no feed, sitemap or OPML list; give the address of one"
    )


def _unpacked(raw: bytes, url: str) -> bytes:
    if not raw.startswith(_GZIP):
        return raw
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(raw, MAX_UNPACKED_BYTES)
    except zlib.error as error:
        raise FeedError(f"{url}: is damaged ({error}); fetch it again") from error
    if unzip.unconsumed_tail:
        raise FeedError(f"{url}: unpacks to more than {MAX_UNPACKED_BYTES >> 20} MiB")
    return plain


def _latest_first(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the entries of a sitemap, those that changed last before all others."""
    found = [(_changed(e), e) for e in root if _name(e) == name]
    found.sort(key=lambda each: each[0] or datetime.min, reverse=True)
    return [element for _, element in found]


def _recent(root: etree._Element) -> list[etree._Element]:
    """Return the sitemaps of an index that changed lately, or that do not say when."""
    found = [(_changed(e), e) for e in _latest_first(root, "sitemap")]
    latest = found[0][0] if found else None
    return [e for at, e in found if not at or not latest or latest - at <= RECENT]


def _changed(element: etree._Element) -> datetime | None:
    """Return when an entry says that it changed, in UTC; without a zone, as if it were."""
    said = _iso(_text(element, "lastmod"))
    return datetime.fromisoformat(said).replace(tzinfo=None) if said else None


def _feed(root: etree._Element, url: str) -> Listing:
    channel = next((e for e in root if _name(e) == "channel"), root)
    # RSS keeps its items in the channel, RDF beside it.
    holders = (channel, root) if channel is not root else (root,)
    items = [e for holder in holders for e in holder if _name(e) in {"item", "entry"}]
    return Listing(
        kind=ListingKind.FEED,
        title=_text(channel, "title"),
        entries=_unique(_item(e, url) for e in items),
    )


def _item(item: etree._Element, base: str) -> Entry | None:
    address = _absolute(_link(item), base)
    if address is None:
        return None
    dates = (_text(item, n) for n in ("pubDate", "published", "date", "updated"))
    said = next((d for d in dates if d), None)
    return Entry(url=address, title=_text(item, "title"), published=_iso(said))


def _link(item: etree._Element) -> str | None:
    """Return the page's address: Atom's alternate link, RSS's link or permanent guid."""
    for link in (e for e in item if _name(e) == "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip():
            return str(link.text.strip())
    guid = next((e for e in item if _name(e) == "guid"), None)
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true"
    return guid.text if guid is not None and permanent else None


def _page(element: etree._Element, base: str) -> Entry | None:
    address = _absolute(_text(element, "loc"), base)
    if address is None:
        return None
    news = next((e for e in element if _name(e) == "news"), None)
    said = _text(news, "publication_date") if news is not None else None
    title = _text(news, "title") if news is not None else None
    return Entry(url=address, title=title, published=_iso(said))


def _unique(entries: Iterator[Entry | None]) -> tuple[Entry, ...]:
    kept: dict[str, Entry] = {}
    for entry in entries:
        if entry is not None:
            kept.setdefault(entry.url, entry)
        if len(kept) >= MAX_ENTRIES:
            break
    return tuple(kept.values())


def _addresses(found: Iterator[str | None], base: str) -> tuple[str, ...]:
    known = (_absolute(address, base) for address in found)
    return tuple(dict.fromkeys(a for a in known if a))[:MAX_ENTRIES]


def _absolute(address: str | None, base: str) -> str | None:
    if not address:
        return None
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in {"http", "https"} and parts.hostname else None


def _name(element: etree._Element) -> str:
    """Return an element's name without its namespace; comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: etree._Element, name: str) -> str | None:
    """Return the words of the first child of that name, None where it has none."""
    child = next((e for e in element if _name(e) == name), None)
    words = " ".join("".join(child.itertext()).split()) if child is not None else ""
    return words or None


def _iso(said: str | None) -> str | None:
    """Return a date of RFC 822 or ISO 8601 as ISO 8601 in UTC; None for any other."""
    if not said:
        return None
    when = _date(said)
    if when is None:
        return None
    if when.tzinfo is None:
        return when.isoformat(timespec="seconds")
    try:
        return when.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:  # the first or last day that there is, in another zone
        return None


def _date(said: str) -> datetime | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(said)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
