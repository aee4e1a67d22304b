"""The Atom feed of new and changed incidents (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from rashomon.publish.plain import one_line
from rashomon.publish.wording import type_words
from rashomon.store.catalogue import Entry

TYPE = "application/atom+xml"


def write(entries: Sequence[Entry], base: str, feed_address: str) -> str:
    """Return the feed; ``base`` is the address in front of every page's own."""
    updated = max((entry.changed for entry in entries), default="1970-01-01T00:00:00Z")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape('Rashomon: new and changed incidents')}</title>",
        f"<id>{escape(feed_address)}</id>",
        f'<link rel="self" type="{TYPE}" href={quoteattr(feed_address)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(base + "/")}/>',
        "<author><name>Rashomon</name></author>",
        f"<updated>{escape(updated)}</updated>",
    ]
    for entry in entries:
        lines += _entry(entry, base)
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry, base: str) -> list[str]:
    address = f"{base}/incidents/{entry.id}"
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
    told += [f"killed {entry.killed}"] if entry.killed is not None else []
    noun = "source" if entry.independent_sources == 1 else "sources"
    told.append(f"{entry.independent_sources} independent {noun}")
    told.append(entry.agreement.value)
    return ", ".join(told)
