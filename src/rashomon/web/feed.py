"""The Atom feed of new and changed incidents (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rashomon.publish.plain import one_line
from rashomon.publish.wording import type_words
from rashomon.store import catalogue
from rashomon.store.catalogue import Entry, Order, Snapshot, Wanted

TYPE = "application/atom+xml"
LATEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed is called, where it lies, and where its pages are."""

    id: str
    address: str
    home: str
    incident: Callable[[str], str]


def latest(snapshot: Snapshot) -> list[Entry]:
    """Return the incidents that were new or changed last."""
    return catalogue.entries(snapshot, Wanted(order=Order.CHANGED), limit=LATEST)


def write(entries: Sequence[Entry], feed: Feed) -> str:
    """Return the feed of these incidents."""
    updated = max((entry.changed for entry in entries), default="1970-01-01T00:00:00Z")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape('Rashomon: new and changed incidents')}</title>",
        f"<id>{escape(feed.id)}</id>",
        f'<link rel="self" type="{TYPE}" href={quoteattr(feed.address)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(feed.home)}/>',
        "<author><name>Rashomon</name></author>",
        f"<updated>{escape(updated)}</updated>",
    ]
    for entry in entries:
        lines += _entry(entry, feed.incident(entry.id))
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry, address: str) -> list[str]:
    new = "New" if entry.changed == entry.first_seen else "Changed"
    return [
        "<entry>",
        f"<title>{escape(one_line(entry.title))}</title>",
        f"<id>urn:rashomon:{escape(entry.id)}</id>",
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
        f"<published>{escape(entry.first_seen)}</published>",
        f"<updated>{escape(entry.changed)}</updated>",
        f"<category term={quoteattr(entry.type.value)}/>",
        f"<summary>{escape(f'{new}: {_summary(entry)}')}</summary>",
        "</entry>",
    ]


def _summary(entry: Entry) -> str:
    told = [type_words(entry.type)]
    told += [one_line(entry.place)] if entry.place else []
    told += [entry.first_day] if entry.first_day else []
    said = (
        f"{entry.killed_word} ({entry.killed}+)" if entry.killed_word else entry.killed
    )
    told += [f"killed {said}"] if entry.killed is not None else []
    noun = "source" if entry.independent_sources == 1 else "sources"
    told.append(f"{entry.independent_sources} independent {noun}")
    told.append(entry.agreement.value)
    return ", ".join(told)
