"""The pages of places, facilities and actors: who is named, and in which incidents."""

from __future__ import annotations

from rashomon.errors import InputError
from rashomon.store import catalogue
from rashomon.store.catalogue import Wanted
from rashomon.store.reader import Reader
from rashomon.web import filters, incidents
from rashomon.web.page import Asked, Page

# The kinds by the name of their page, and what one of them is called.
KINDS = {"places": "place", "facilities": "facility", "actors": "actor"}

MOST = 1_000


def found(store: Reader, kinds: str) -> Page:
    """Return the places (facilities, actors) that incidents name, the busiest first."""
    with store.snapshot() as snapshot:
        rows = catalogue.names(snapshot, KINDS[kinds], limit=MOST)
    data = [{"key": key, "name": name, "incidents": many} for key, name, many in rows]
    shown = {"kinds": kinds, "rows": rows}
    return Page(
        template="names.html",
        title=kinds.capitalize(),
        shown=shown,
        json=lambda: {kinds: data},
    )


def one(store: Reader, asked: Asked, kinds: str) -> Page:
    """Return one place (facility, actor) with its incidents over time.

    Raises InputError where no incident names it.
    """
    kind, key = KINDS[kinds], asked["key"]
    with store.snapshot() as snapshot:
        name = catalogue.name_of(snapshot, kind, key)
        if name is None:
            raise InputError(f"no incident names {key}; see the list of {kinds}")
        wanted = Wanted(named=(kind, key))
        shown = incidents.listing(snapshot, wanted, filters.page_number(asked))
    data = {
        "key": key,
        "name": name,
        "count": shown["count"],
        "page": shown["page"],
        "pages": shown["pages"],
        "incidents": [incidents.entry_json(entry) for entry in shown["entries"]],
    }
    return Page(
        template="name.html",
        title=name,
        shown={**shown, "kinds": kinds, "kind": kind, "key": key, "name": name},
        json=lambda: data,
    )
