"""What a browser asks of `rashomon serve`, and what a person types for a value."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette

from benchmarks.fuzz import reporting, samples
from rashomon.errors import DecisionError
from rashomon.model.claim import Attribute
from rashomon.model.decision import DecisionKind
from rashomon.pipeline import review
from rashomon.pipeline.review import Request
from rashomon.pipeline.values import from_words
from rashomon.store.sqlite import open_store
from rashomon.web.app import ServeOptions, build

# Names in capitals stand for what is in the record.
ADDRESSES = (
    b"/?q=bakery&place=verin&since=2024-05-01&until=2024-06-01&page=1",
    b"/incidents.json?type=drone_strike&status=single&dated=no&view=map",
    b"/incidents.json?as_of=2030-05-02T12:00:00%2B02:00&killed=3&country=IT",
    b"/incidents/INCIDENT.json?as_of=2030-01-01",
    b"/incidents/INCIDENT",
    b"/documents/DOCUMENT?start=3&end=9",
    b"/documents?q=drone&only=read&page=1",
    b"/sources?key=harbour+gazette&page=1",
    b"/places?key=verin",
    b"/actors.json?key=army",
    b"/map.json?zoom=4&since=2024",
    b"/feed.atom",
    b"/review?done=dec_1",
    b"/review/pair?left=ACCOUNT&right=ACCOUNT\n",
    b"/review/set\nperson=Ada&note=so&target=INCIDENT&attribute=killed&value=3-7",
    b"/review/set\nperson=Ada&target=INCIDENT&attribute=date&value=2024-05-01",
    b"/review/note\nperson=Ada&note=so&target=INCIDENT",
    b"/review/reject\nperson=Ada&target=CLAIM",
    b"/review/undo\nperson=Ada&target=dec_1",
)
FORM = (b"content-type", b"application/x-www-form-urlencoded")
BROKEN = 500


def asked(data: bytes, folder: Path) -> bool:
    """Ask a server for the address in the first line; the other lines are a form."""
    app, names = _served(folder)
    for name, id_ in names.items():
        data = data.replace(name, id_)
    line, _, form = data.partition(b"\n")
    target = line.decode("ascii", errors="replace")
    path, _, query = target.partition("?")
    posted = path.startswith("/review/")
    headers = [(b"host", b"localhost"), (b"accept", b"text/html")]
    if posted:
        headers += [(b"origin", b"http://localhost"), FORM]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST" if posted else "GET",
        "scheme": "http",
        "path": unquote(path) or "/",
        "raw_path": path.encode("utf-8"),
        "root_path": "",
        "query_string": query.encode("utf-8"),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    # In a thread of its own: a browser's test may have left a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        status = pool.submit(asyncio.run, _status(app, scope, form)).result()
    if status >= BROKEN:
        raise AssertionError(f"{target!r}: the server answered {status}")
    return status < 400


async def _status(app: Starlette, scope: Mapping[str, Any], form: bytes) -> int:
    """Let the application answer; return its status, once all of it was sent."""
    begun: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": form, "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            begun.append(message["status"])

    await app(scope, receive, send)  # type: ignore[arg-type]
    return begun[0]


@cache
def _served(folder: Path) -> tuple[Starlette, Mapping[bytes, bytes]]:
    """Return a server, decisions allowed, of the record of the samples, and its ids."""
    held, names = _record(folder)
    return build(held, ServeOptions(review=True)), names


@cache
def _record(folder: Path) -> tuple[Path, Mapping[bytes, bytes]]:
    """Return the record of the samples, and the ids in it by what stands for them."""
    reporting.record(samples.json_lines()[0], folder)
    held = (folder / "pile.db").rename(folder / "held.db")
    with open_store(held) as store:
        incident = store.records()[0].incident
        names = {
            "INCIDENT": incident.id,
            "DOCUMENT": store.documents()[0].document.id,
            "ACCOUNT": incident.account_ids[0],
            "CLAIM": store.accounts()[0].claims[0].id,
        }
    return held, {n.encode(): id_.encode() for n, id_ in names.items()}


WORDS = (
    b"killed\t3-7",
    b"injured\t5+",
    b"date\t2024-05-01/2024-05-03",
    b'date\t{"from": "2024-05-01", "to": "2024-05-02", "precision": "day"}',
    b"place\tOld Mill, 51.5, -0.12",
    b'place\t{"name": "Verin", "lat": 41.5, "lon": 12.25, "country": "IT"}',
    b"target\ta bakery",
    b"outcome\thit",
    b'victim\t[{"description": "a baker", "kind": ["civilian"], "count": 1}]',
    b'damage\t{"object": "a roof", "degree": "destroyed", "count": {"min": 1}}',
)


def typed(data: bytes, folder: Path) -> bool:
    """Read the words that a person typed for an attribute, decide so, and export it."""
    name, __, words = data.decode("utf-8", errors="surrogateescape").partition("\t")
    known = {a.value for a in Attribute}
    attribute = Attribute(name if name in known else "killed")
    try:
        values = from_words(attribute, words)
    except DecisionError:
        return False
    if not values:
        return False
    whole, names = _record(folder)
    held = Path(shutil.copy(whole, folder / "typed.db"))
    with open_store(held) as store:
        incident = names[b"INCIDENT"].decode()
        review.decide(
            store,
            Request(
                kind=DecisionKind.SET,
                person="Ada",
                target=(incident,),
                attribute=attribute,
                values=values,
            ),
        )
        reporting.published(store, folder / "typed")
    return True
