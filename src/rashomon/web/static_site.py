"""The page as files: the same pages, read-only, for any web server or a folder on a disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import PublishError
from rashomon.model.ids import content_hash
from rashomon.publish.plain import json_text
from rashomon.store import catalogue, history, outlets
from rashomon.store.catalogue import Entry, Wanted
from rashomon.store.reader import Reader
from rashomon.web import documents, feed, incidents, names, runs
from rashomon.web import outlets as outlet_pages
from rashomon.web.links import Site, slug
from rashomon.web.page import HERE, Asked, Page, render, short_title
from rashomon.web.timeline import span_words

# What says that a folder was written by us, and may be written again.
MARK = ".rashomon-site"


@dataclass(frozen=True, slots=True)
class _File:
    """A page of the site: its place under the folder, and which page it is."""

    name: str
    at: str
    page: Page


def write(store: Reader, folder: Path) -> int:
    """Write the site and return how many pages it has; an earlier one is replaced.

    Raises PublishError where the folder holds something else, or cannot be written.
    """
    _refuse_foreign(folder)
    fresh = folder.with_name(f".{folder.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        shutil.copytree(HERE / "static", fresh / "static")
        (fresh / MARK).write_text("rashomon publish\n", encoding="utf-8")
        count = sum(_put(fresh, file) for file in _files(store))
        _put_catalogue(store, fresh)
        _put_feed(store, fresh)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except OSError as error:
        raise PublishError(
            f"{folder}: cannot be written ({error.strerror}); choose another folder"
        ) from error
    return count


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise PublishError(f"{folder}: is a file; name a folder")
    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise PublishError(
            f"{folder}: holds files that are not of a site of ours; name an empty folder"
        )


def _files(store: Reader) -> Iterator[_File]:
    with store.snapshot() as snapshot:
        many = catalogue.count(snapshot, Wanted())
        entries = catalogue.entries(snapshot, Wanted())
        ids = outlets.latest_documents(snapshot)
        left_out = history.left_out(snapshot, runs.MOST_LEFT_OUT)
        named = [outlet.name for outlet in outlets.outlets(snapshot)]
        keys = {
            kinds: [key for key, _, _ in catalogue.names(snapshot, kind)]
            for kinds, kind in names.KINDS.items()
        }
    for number, page in enumerate(_pages(store, incidents.found, many, incidents), 1):
        yield _File(
            "index" if number == 1 else f"incidents-{number}", "incidents", page
        )
    for number, page in enumerate(
        _pages(store, documents.found, len(ids), documents), 1
    ):
        name = "documents" if number == 1 else f"documents-{number}"
        yield _File(name, "documents", page)
    yield _File("sources", "sources", outlet_pages.found(store, {}))
    yield _File("runs", "runs", runs.found(store, {}))
    yield from _each(
        store, "incidents", incidents.one, [("id", entry.id) for entry in entries]
    )
    every = [*ids, *(document.id for document in left_out)]
    yield from _each(store, "documents", documents.one, [("id", id_) for id_ in every])
    outlet_keys = [("key", name or outlet_pages.NAMELESS) for name in named]
    yield from _each(store, "sources", outlet_pages.one, outlet_keys)
    for kinds in names.KINDS:
        yield _File(kinds, kinds, names.found(store, kinds))
        yield from _each(
            store, kinds, _of_kind(kinds), [("key", key) for key in keys[kinds]]
        )


def _pages(
    store: Reader, show: Callable[[Reader, Asked], Page], many: int, module: Any
) -> Iterator[Page]:
    for number in range(1, max(1, -(-many // module.PAGE_SIZE)) + 1):
        yield show(store, {"page": str(number)})


def _of_kind(kinds: str) -> Callable[[Reader, Asked], Page]:
    return lambda store, asked: names.one(store, asked, kinds)


def _each(
    store: Reader,
    at: str,
    show: Callable[[Reader, Asked], Page],
    asked: list[tuple[str, str]],
) -> Iterator[_File]:
    for field, value in asked:
        yield _File(f"{at}/{slug(value)}", at, show(store, {field: value}))


def _put(folder: Path, file: _File) -> int:
    path = folder / f"{file.name}.html"
    path.parent.mkdir(exist_ok=True)
    links = Site(file.name.count("/"))
    path.write_text(
        render(file.page, links, review=False, at=file.at), encoding="utf-8"
    )
    if file.at == "incidents" and "/" in file.name:
        told = json_text(file.page.json()) + "\n"
        path.with_name(f"{path.name.removesuffix('.html')}.json").write_text(
            told, encoding="utf-8"
        )
    return 1


def _put_catalogue(store: Reader, folder: Path) -> None:
    """Write what the script filters by."""
    with store.snapshot() as snapshot:
        rows = catalogue.entries(snapshot, Wanted())
        words = catalogue.all_words(snapshot)
        named = catalogue.all_names(snapshot)
    listed = [
        {
            **_row(entry),
            "words": words.get(entry.id, ""),
            "places": named.get((entry.id, "place"), []),
            "actors": named.get((entry.id, "actor"), []),
        }
        for entry in rows
    ]
    (folder / "catalogue.json").write_text(json_text(listed) + "\n", encoding="utf-8")


def _put_feed(store: Reader, folder: Path) -> None:
    """Write the feed; its addresses are relative to it, as the format allows."""
    with store.snapshot() as snapshot:
        entries = feed.latest(snapshot)
    site = Site(0)
    told = feed.Feed(
        id=f"urn:rashomon:site:{content_hash(str(store.path))}",
        address=site.feed(),
        home=site.page("incidents"),
        incident=site.incident,
    )
    (folder / "feed.atom").write_text(feed.write(entries, told), encoding="utf-8")


def _row(entry: Entry) -> dict[str, Any]:
    return {
        **incidents.entry_json(entry),
        "short": short_title(entry),
        "when": span_words(entry.first_day, entry.last_day or entry.first_day)
        if entry.first_day
        else None,
        "file": f"{slug(entry.id)}.html",
    }
