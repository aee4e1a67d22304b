"""A page's article, by trafilatura; nothing of the page is run or fetched."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A news page has a few thousand tags. 80,000 of them take 4 s, 1,200,000 took minutes;
# what stands behind so many is cut off.
MAX_TAGS = 80_000
_TAG = re.compile("<")
# What a page says of itself in JSON or fields has its title, outlet and date, in words
# that are short. Patterns that look for its authors take the square of its length: 8 s
# for 180,000 characters. More than so much is shortened, and left out where it cannot be.
MAX_DATA_CHARS, MAX_SHORTENED_CHARS = 20_000, 50_000
MAX_WORDS_CHARS, MAX_MEMBERS, MAX_DEPTH = 1_000, 100, 30
MAX_SCRIPTS, MAX_FIELDS = 50, 500


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
    # A fifth of what a process imports in all: not before a page is read.
    from trafilatura import bare_extraction, load_html

    tree = load_html(_bounded(page))
    if tree is None:
        return None
    _bound_data(tree)
    found = bare_extraction(
        tree,
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


def _bound_data(tree: HtmlElement) -> None:
    """Shorten what a page says of itself to what is worth reading."""
    scripts = [e for e in tree.iter("script") if "json" in (e.get("type") or "")]
    for number, script in enumerate(scripts):
        if number >= MAX_SCRIPTS:
            script.text = ""
        elif len(script.text or "") > MAX_DATA_CHARS:
            script.text = _shortened(script.text)
    for number, field in enumerate(list(tree.iter("meta"))):
        if number >= MAX_FIELDS:
            field.drop_tree()
        elif len(field.get("content") or "") > MAX_WORDS_CHARS:
            field.set("content", field.get("content")[:MAX_WORDS_CHARS])


def _shortened(data: str) -> str:
    """Return JSON with short words and lists, nothing where it is none or stays long."""
    try:
        told = json.dumps(_short(json.loads(data, strict=False), MAX_DEPTH))
    except (ValueError, RecursionError):
        return ""
    return told if len(told) <= MAX_SHORTENED_CHARS else ""


def _short(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value[:MAX_WORDS_CHARS]
    if not depth:
        return None
    if isinstance(value, list):
        return [_short(v, depth - 1) for v in value[:MAX_MEMBERS]]
    if isinstance(value, dict):
        members = list(value.items())[:MAX_MEMBERS]
        return {k[:MAX_WORDS_CHARS]: _short(v, depth - 1) for k, v in members}
    return value
