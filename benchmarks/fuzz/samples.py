"""Sound inputs of every format, of invented reports; the damage starts from them."""

from __future__ import annotations

import csv
import gzip
import io
import json

TEXTS = (
    "Harbour Gazette, 2 May 2024\n\nA drone hit a bakery in Verin on 1 May. At least five"
    " people were killed and 12 wounded, Ana Dol, the mayor, said. “We heard two blasts,”"
    " a neighbour told the paper. Police later put the toll at seven, three of them"
    " children.\n\nOn Tuesday the hospital in Kassel said 1,200 residents had left.",
    "Взрыв прогремел в городе Верин 3 мая 2024 года: погибли пять человек, ещё 14 ранены,"
    " сообщил мэр Иван Карр. По данным полиции, ранены десятки.\n\nЖители покинули дома.",
    "Shells fell near Orsk late on Sunday. Two soldiers died, the army said; a spokesman"
    " for the rebels denied it. Between 20 and 25 houses burned. The attack was the third"
    " since 12 April, when 1.5 million people lost power.\n\nRead more: The week in Orsk",
)

# Figures that no database holds as a number, and days at the end of the calendar.
GIANT = (
    "A drone hit a bakery in Verin on 31 December 9999, killing 9,999,999,999,999,999,999"
    " people and wounding 12,345,678,901 others, Ana Dol, the mayor, said. On 1 January"
    " 0001 between 1,000,000,000 and 18,446,744,073,709,551,616 houses were destroyed."
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bakery hit - Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-05-02T08:00:00+02:00">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bakery hit",
"datePublished": "2024-05-02", "author": {"name": "Ana Dol"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bakery hit</h1>
<p>%s</p><p>A second paragraph tells of the aftermath in the town, with streets closed
and schools empty for the day, as &#8220;everyone&#8221; stayed at home &amp; waited.</p>
<ul><li>One fact</li><li>Another</li></ul></article><footer>© 2024</footer></body></html>
"""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Gazette</title><link>https://gazette.example/</link>
<item><title>Bakery hit</title><link>https://gazette.example/1</link>
<guid isPermaLink="true">https://gazette.example/1</guid>
<pubDate>Thu, 02 May 2024 08:00:00 +0200</pubDate></item>
<item><title><![CDATA[Second <b>day</b>]]></title><guid>https://gazette.example/2</guid>
<dc:date>2024-05-03T08:00:00Z</dc:date></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Northern Herald</title><entry><title>Shells near Orsk</title>
<link rel="alternate" href="/2024/05/03/orsk"/><link rel="self" href="/self"/>
<published>2024-05-03T18:00:00+03:00</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel><title>Courier</title></channel>
<item><title>Day</title><link>https://courier.example/1</link></item></rdf:RDF>"""
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://gazette.example/1</loc><news:news><news:title>Bakery hit</news:title>
<news:publication_date>2024-05-02</news:publication_date></news:news></url></urlset>"""
SITEMAP_INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://gazette.example/news.xml</loc></sitemap></sitemapindex>"""
OPML = """<opml version="2.0"><head><title>My outlets</title></head><body>
<outline text="Gazettes"><outline type="rss" text="Harbour Gazette"
xmlUrl="https://gazette.example/feed"/></outline></body></opml>"""

ROBOTS = (
    b"User-agent: *\nDisallow: /private/\nCrawl-delay: 5\n",
    b"User-agent: Rashomon\nAllow: /\nRequest-rate: 1/10\nSitemap: https://a.example/s\n",
)
SOURCES = (
    b'[[source]]\nname = "Harbour Gazette"\nalso = ["The Gazette"]\nowner = "Dol"\ncountry = "IT"\n',
    b'[[source]]\nname = "Northern Herald"\n\n[[source]]\nname = "Courier"\n',
)
SOURCE_FILES = (
    b'name = "Harbour Gazette"\nfeeds = ["https://gazette.example/rss"]\nevery = 30\n'
    b'timezone = "Europe/Rome"\nlanguage = "it"\nonly = ["/world/*"]\n',
    b'name = "Courier"\nfolders = ["in"]\nowner = "Dol"\nside = "A"\nkind = "state"\n',
)
ADDRESSES = (
    b"http://gazette.example/1",
    b"https://gazette.example:8443/2024/05/03/a%20b?x=1&y=%C3%A9#top",
    "http://bücher.example/straße".encode(),
    b"http://user:secret@[2001:db8::1]:8080/x",
    b"HTTP://192.0.2.7/../a/./b",
)
ACLED = (
    b"event_id_cnty,event_date,location,latitude,longitude,fatalities\n"
    b'VER1,2024-05-01,Verin,41.5,12.25,5\nVER2,03 May 2024,"Orsk, old",51.2,58.6,\n'
)
UCDP = (
    b"id,date_start,date_end,where_coordinates,latitude,longitude,low,best,high\n"
    b"77,2024-05-01 00:00:00.000,2024-05-02 00:00:00.000,Verin town,41.5,12.25,2,5,7\n"
)


def pages() -> tuple[bytes, ...]:
    """Return pages as servers send them: of three texts, one in another encoding."""
    made = [(PAGE % text).encode() for text in TEXTS]
    russian = (PAGE % TEXTS[1]).replace("utf-8", "windows-1251")
    return (*made, russian.encode("cp1251", errors="replace"))


def json_lines() -> tuple[bytes, ...]:
    """Return files of JSON lines, of texts and of a page."""
    lines = [
        {"id": f"r{n}", "source": "Harbour Gazette", "published": "2024-05-02T08:00:00Z",
         "url": "https://gazette.example/1", "title": "Bakery hit", "text": text}
        for n, text in enumerate(TEXTS)
    ]  # fmt: skip
    page = {"id": 7, "html": PAGE % TEXTS[0], "language": "en-GB", "retrieved": None}
    return tuple(
        b"".join(json.dumps(o, ensure_ascii=a).encode() + b"\n" for o in (*lines, page))
        for a in (True, False)
    )


def giants() -> bytes:
    """Return JSON lines of a report beyond measure, told twice."""
    lines = [
        {"id": f"g{n}", "source": f"Courier {n}", "published": day, "text": GIANT}
        for n, day in enumerate(("0001-01-01", "9999-12-31T23:59:59-12:00"))
    ]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def tables() -> tuple[bytes, ...]:
    """Return tables as spreadsheets of several countries write them."""
    made = []
    for delimiter, encoding in ((",", "utf-8"), (";", "cp1251"), ("\t", "utf-16")):
        out = io.StringIO()
        rows = csv.writer(out, delimiter=delimiter)
        rows.writerow(("id", "source", "published", "text"))
        for n, text in enumerate(TEXTS):
            rows.writerow((n, "Harbour Gazette", "2024-05-02", text))
        made.append(out.getvalue().encode(encoding, errors="replace"))
    return tuple(made)


def answers() -> tuple[bytes, ...]:
    """Return what servers answer: pages plain, zipped and in chunks, a redirect, a no."""
    page, zipped = pages()[0], gzip.compress(pages()[1], mtime=0)
    kind = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    return (
        b'%sContent-Length: %d\r\nETag: "1"\r\n\r\n%s' % (kind, len(page), page),
        b"%sContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s"
        % (kind, len(zipped), zipped),
        b"%sTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (kind, len(page), page),
        b"HTTP/1.1 302 Found\r\nLocation: https://b.example/2\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n",
    )


def archives() -> tuple[bytes, ...]:
    """Return web archives: of an answer of each kind, and of a text kept as it is."""
    kept = _record("resource", TEXTS[0].encode(), "text/plain")
    held = [
        _record("response", a, "application/http; msgtype=response") for a in answers()
    ]
    return (b"".join((*held, kept)), held[0], held[1] + kept, held[2])


def zipped_archives() -> tuple[bytes, ...]:
    """Return the archives gzipped."""
    return tuple(gzip.compress(a, mtime=0) for a in archives())


def _record(kind: str, body: bytes, content: str) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: https://gazette.example/1\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
