"""What is remembered of watched feeds and of the pages that they listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.ids import IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFeed:
    """One feed, sitemap or OPML list, as it stood when it was last asked.

    ``etag`` and ``modified`` are what its server told it by. It is asked again not
    before ``due_at`` (ISO 8601, UTC); ``failures`` counts those in a row.
    """

    url: str
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    due_at: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage:
    """One page that a feed listed. ``attempts``: how often fetching it failed.

    ``published`` is what the feed says, ISO 8601. It is asked for not before ``due_at``.
    """

    url: str
    feed: str
    title: str | None = None
    published: str | None = None
    attempts: int = 0
    due_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Incidents that are new, or changed, since somebody last heard of them.

    Each with the digest of what there is to tell, by id.
    """

    new: Mapping[IncidentId, str]
    changed: Mapping[IncidentId, str]
