"""A page's article, by trafilatura; nothing of the page is run or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from trafilatura import bare_extraction

# A news page has a few thousand tags. 80,000 of them take 4 s, 1,200,000 took minutes;
# what stands behind so many is cut off.
MAX_TAGS = 80_000
_TAG = re.compile("<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds; None where it does not say. ``text`` is never empty."""

    text: str
    title: str | None
    source: str | None
    published: str | None
    language: str | None


def extract(page: str, url: str | None) -> Page | None:
    """Return the article of a page, None where there is none."""
    found = bare_extraction(
        _bounded(page),
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None:
        return None
    fields = found if isinstance(found, dict) else found.as_dict()
    words = (fields.get("text") or "").strip()
    if not words:
        return None
    language = fields.get("language")
    return Page(
        text=words,
        title=fields.get("title"),
        source=fields.get("sitename"),
        published=fields.get("date"),
        language=language.split("-")[0].lower() if language else None,
    )


def _bounded(page: str) -> str:
    past = next(islice(_TAG.finditer(page), MAX_TAGS, None), None)
    return page if past is None else page[: past.start()]
