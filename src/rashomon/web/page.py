"""A page: its template and what it shows, and the same as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rashomon.model.account import IncidentType
from rashomon.model.finding import Agreement
from rashomon.profiles import cell_words
from rashomon.publish.formats import FORMATS
from rashomon.publish.matrix import outlet_of
from rashomon.publish.plain import MARK, is_unsafe, one_line
from rashomon.publish.wording import (
    attribute_words,
    contested_how,
    finding_words,
    since_words,
    type_words,
    value_words,
)
from rashomon.store.catalogue import Entry, Order
from rashomon.web.highlight import GROUPS, harmless
from rashomon.web.links import Live, web_address
from rashomon.web.timeline import span_words

HERE = Path(__file__).parent
Asked = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one address shows: to people by a template, to scripts what ``json`` makes."""

    template: str
    title: str
    shown: Mapping[str, Any]
    json: Callable[[], object]


@cache
def environment() -> Environment:
    """Return the templates, everything escaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "line": _line,
        "words": value_words,
        "cell": cell_words,
        "attribute": attribute_words,
        "type_words": type_words,
        "finding": finding_words,
        "how": contested_how,
        "since": since_words,
        "harmless": harmless,
        "outlet": outlet_of,
        "web_address": web_address,
        "day": _day,
        "short_title": short_title,
        "group": GROUPS.__getitem__,
    }
    made.globals |= {
        "types": list(IncidentType),
        "statuses": list(Agreement),
        "orders": list(Order),
        "formats": FORMATS,
        "span_words": span_words,
    }
    return made


def render(page: Page, links: Live, *, review: bool, at: str) -> str:
    """Return a page as HTML; ``at`` is the part of the page bar that it belongs to."""
    template = environment().get_template(page.template)
    return template.render(
        page.shown, title=page.title, links=links, review=review, at=at
    )


def short_title(entry: Entry) -> str:
    """Return a title less the place and the days, where they stand beside it."""
    days = f"{entry.first_day} to {entry.last_day}"
    if entry.first_day == entry.last_day:
        days = str(entry.first_day)
    short = entry.title.removesuffix(f" ({days})")
    name = (entry.place or "").partition(" (")[0]
    return short.removesuffix(f" in {name}") if name else short


def _line(text: object) -> str:
    """Return text on one line, with a mark for what could disturb the words around it."""
    written = one_line(str(text)) if text is not None else ""
    if written.isprintable():
        return written
    return "".join(MARK if is_unsafe(c) else c for c in written)


def _day(moment: str | None) -> str:
    """Return the day and minute of a moment as people write it."""
    return moment[:16].replace("T", " ") if moment else "undated"
