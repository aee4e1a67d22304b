"""Where every page is: as addresses of the server, or as files of a published site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from rashomon.model.ids import content_hash

# A name that needs no escape anywhere: in an address, in a file system, in an archive.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\.[A-Za-z0-9_-]{1,50})?")


def is_plain(name: str) -> bool:
    """Say whether a name can stand in an address as it is."""
    return _PLAIN.fullmatch(name) is not None and not name.endswith(".json")


def web_address(url: str | None) -> str | None:
    """Return an address that is safe to link to: of the web, with a host, or None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def slug(name: str) -> str:
    """Return a file's name for anything that has a name; different names differ."""
    if is_plain(name):
        return name
    readable = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
    return f"{readable}-{content_hash(name)}" if readable else content_hash(name)


class Live:
    """Addresses of the server."""

    is_site = False

    def __init__(self, as_of: str = "") -> None:
        """Keep the moment as of which incidents are led to, where one is asked for."""
        self._as_of = as_of

    def static(self, name: str) -> str:
        """Return a style sheet's, a script's or a picture's address."""
        return f"/static/{name}"

    def feed(self) -> str:
        """Return the feed of new and changed incidents."""
        return "/feed.atom"

    def page(self, name: str, fields: Mapping[str, str] | None = None) -> str:
        """Return a page of its own: ``incidents``, ``documents``, ``runs``, ..."""
        asked = f"?{urlencode(fields)}" if fields else ""
        return f"/{name}{asked}"

    def incident(self, incident_id: str) -> str:
        """Return an incident's page."""
        asked = f"?{urlencode({'as_of': self._as_of})}" if self._as_of else ""
        return f"/incidents/{quote(incident_id, safe='')}{asked}"

    def document(self, document_id: str, anchor: str = "") -> str:
        """Return a document's page, at one of its claims where asked."""
        at = f"#{anchor}" if anchor else ""
        if is_plain(document_id):
            return f"/documents/{document_id}{at}"
        return f"/documents?{urlencode({'id': document_id})}{at}"

    def named(self, kind: str, key: str) -> str:
        """Return the page of a source, place, facility or actor."""
        return f"/{kind}?{urlencode({'key': key})}"


class Site(Live):
    """Files of a published site, seen from a page that lies ``depth`` folders down."""

    is_site = True

    def __init__(self, depth: int) -> None:
        """Keep how far down the page is."""
        super().__init__()
        self._up = "../" * depth

    def static(self, name: str) -> str:
        """Return where a file of the page's own lies."""
        return f"{self._up}static/{name}"

    def feed(self) -> str:
        """Return the feed's file."""
        return f"{self._up}feed.atom"

    def page(self, name: str, fields: Mapping[str, str] | None = None) -> str:
        """Return a page's file; a filter is kept for the script to read."""
        file, asked = "index" if name == "incidents" else name, dict(fields or {})
        number = str(asked.pop("page", "1"))
        if number != "1" and not asked:
            file = f"{name}-{number}"
        return f"{self._up}{file}.html{f'?{urlencode(asked)}' if asked else ''}"

    def incident(self, incident_id: str) -> str:
        """Return an incident's file."""
        return f"{self._up}incidents/{slug(incident_id)}.html"

    def document(self, document_id: str, anchor: str = "") -> str:
        """Return a document's file, at one of its claims where asked."""
        at = f"#{anchor}" if anchor else ""
        return f"{self._up}documents/{slug(document_id)}.html{at}"

    def named(self, kind: str, key: str) -> str:
        """Return the file of a source, place, facility or actor."""
        return f"{self._up}{kind}/{slug(key)}.html"
