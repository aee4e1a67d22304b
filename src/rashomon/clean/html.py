"""A page's article, by trafilatura; nothing of the page is run or fetched."""

from __future__ import annotations

from dataclasses import dataclass

from trafilatura import bare_extraction


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
        page,
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
