"""From a raw document to its prose, with language, title and published date."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.clean import dates, html, language, text
from rashomon.clean.text import Cleaned
from rashomon.model.document import Document, Media, OffsetMap, RawDocument
from rashomon.model.outcome import Skipped, SkipReason

# Fewer characters than this tell of nothing: the shortest of 4,000 labelled reports
# has 212.
MIN_CHARS = 40

# A given title is put in front unless the text begins with it this early.
TITLE_WITHIN_CHARS = 300


def clean(raw: RawDocument) -> Document | Skipped:
    """Return the document's prose, or say why there is none to read."""
    if raw.media is Media.HTML:
        return _of_page(raw)
    head = dates.strip_stamp(raw.content)
    cleaned = text.clean(raw.content, head.text_start)
    if head.outlet and not raw.source:
        raw = replace(raw, source=head.outlet)
    return _finish(raw, cleaned, dates.Hints(stamp=head.stamp), raw.title)


def _of_page(raw: RawDocument) -> Document | Skipped:
    page = html.extract(raw.content, raw.url)
    body = text.clean(page.text, 0) if page else None
    if page is None or body is None or len(body.text) < MIN_CHARS:
        return Skipped(
            document_id=raw.id, origin=raw.origin, reason=SkipReason.NO_ARTICLE
        )
    # What was taken out of a page has no fixed place in its source.
    cleaned = Cleaned(body.text, OffsetMap())
    hints = dates.Hints(metadata=page.published)
    title = raw.title or _without_site(page.title, page.source)
    return _finish(raw, cleaned, hints, title, page)


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return a page's title without the outlet's name behind it."""
    if not title or not site:
        return title
    return re.sub(rf"\s+[|·–—-]\s+{re.escape(site)}\s*$", "", title) or title


def _finish(
    raw: RawDocument,
    cleaned: Cleaned,
    hints: dates.Hints,
    title: str | None,
    page: html.Page | None = None,
) -> Document | Skipped:
    if len(cleaned.text) < MIN_CHARS:
        short = SkipReason.TOO_SHORT if cleaned.text else SkipReason.EMPTY
        return Skipped(
            document_id=raw.id,
            origin=raw.origin,
            reason=short,
            detail=f"{len(cleaned.text)} characters of prose",
        )
    title = text.one_line(title or "")
    if title and not _begins_with(cleaned.text, title):
        cleaned = cleaned.with_title(title)
    return Document(
        id=raw.id,
        text=cleaned.text,
        raw_sha256=raw.raw_sha256,
        origin=raw.origin,
        url=raw.url,
        source=raw.source or (page.source if page else None),
        title=(title or cleaned.first_line())[:300],
        published=dates.published(raw, cleaned.text, hints),
        retrieved=raw.retrieved,
        archived=raw.archived,
        language=language.primary(raw.language) or _language(cleaned.text, page),
        offsets=cleaned.offsets,
    )


def _begins_with(words: str, title: str) -> bool:
    def folded(value: str) -> str:
        return "".join(ch for ch in value.casefold() if ch.isalnum())

    return folded(title)[:60] in folded(words[:TITLE_WITHIN_CHARS])


def _language(words: str, page: html.Page | None) -> str:
    """Return what the words are in; the page is asked only for what we cannot tell.

    Templates say "en" over pages in any language, so the words are believed first.
    """
    said = page.language if page else None
    if said and said not in language.LANGUAGES:
        return said
    return language.of(words)
