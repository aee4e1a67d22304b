"""The application: which address is which page, and what is said when one fails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.errors import (
    DecisionError,
    InputError,
    SchemaVersionError,
    StoreError,
    UnknownIncidentError,
)
from rashomon.publish.plain import json_text
from rashomon.reconcile.replay import moment
from rashomon.store.place import Place
from rashomon.store.reader import Reader
from rashomon.web import (
    documents,
    feed,
    filters,
    incidents,
    names,
    openapi,
    outlets,
    review,
    runs,
    saving,
)
from rashomon.web.links import Live
from rashomon.web.opening import Opening
from rashomon.web.page import HERE, Asked, Page, render
from rashomon.web.security import LOOPBACK, Guard

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_FORM_BYTES, MAX_FORM_FIELDS = 100_000, 2_000

Show = Callable[[Reader, Asked], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """How to serve: ``review`` lets a person decide; ``names`` are hosts answered to."""

    review: bool = False
    names: frozenset[str] = LOOPBACK


def build(path: Place, options: ServeOptions = ServeOptions()) -> Starlette:
    """Return the application that shows a database; it is opened when first asked."""
    opening = Opening(path)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        """Let go of the database when the server stops."""
        yield
        opening.close()

    app = Starlette(
        lifespan=lifespan,
        routes=[*_routes(), *(_review_routes() if options.review else [])],
        middleware=[
            Middleware(Guard, names=options.names, may_change=options.review),
            # Level 5 takes half the time of the usual 9, for a twentieth more to send.
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5),
        ],
        exception_handlers={
            InputError: _refused,
            DecisionError: _refused,
            UnknownIncidentError: _refused,
            StoreError: _unavailable,
            HTTPException: _refused,
        },
    )
    app.state.opening = opening
    app.state.options = options
    return app


def _routes() -> Sequence[BaseRoute]:
    shown: list[tuple[str, str, Show]] = [
        ("/runs", "runs", runs.found),
    ]
    listed = [route for at in ("/", "/incidents") for route in _both(at, _incidents)]
    pages = [
        route
        for address, at, show in shown
        for route in _both(address, _shown(show, at))
    ]
    for kinds in names.KINDS:
        pages += _both(f"/{kinds}", _named(kinds))
    return [
        *listed,
        *pages,
        *_both("/incidents/{id}", _incident),
        *_both("/documents/{id}", _shown(documents.one, "documents")),
        *_both("/documents", _documents),
        *_both("/sources", _sources),
        Route("/export/{format}", _export),
        Route("/map.json", _map),
        Route("/feed.atom", _feed),
        Route("/openapi.json", _openapi),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


def _review_routes() -> list[BaseRoute]:
    pages = [
        route
        for address, show in review.ADDRESSES.items()
        for route in _both(address, _shown(show, "review"))
    ]
    return [*pages, Route("/review/{kind}", _decide, methods=["POST"])]


async def _decide(request: Request) -> Response:
    """Take a form down. Its body is read here; the deciding goes to another thread."""
    body = await request.body()
    if len(body) > MAX_FORM_BYTES:
        raise DecisionError("the form is too large")
    try:
        fields = parse_qs(body.decode("utf-8"), max_num_fields=MAX_FORM_FIELDS)
    except ValueError as error:
        raise DecisionError("the form cannot be read") from error
    opening: Opening = request.app.state.opening
    kind = request.path_params["kind"]
    address = await run_in_threadpool(
        lambda: review.decide(opening.store(), kind, fields)
    )
    return RedirectResponse(address, 303)


def _both(address: str, endpoint: Callable[[Request], Response]) -> list[Route]:
    """Route an address, and the same with ``.json`` behind it, which comes first."""
    page = Route(address, endpoint)
    if address == "/":
        return [page]
    return [Route(f"{address}.json", endpoint), page]


def _shown(show: Show, at: str) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return _answer(request, show(_store(request), _asked(request)), at)

    return endpoint


def _incidents(request: Request) -> Response:
    page = incidents.found(_listed(request), _asked(request))
    links = Live(page.shown["as_of"])
    return _answer(request, page, "incidents", links)


def _incident(request: Request) -> Response:
    store, asked = _store(request), _asked(request)
    try:
        page = incidents.one(store, asked)
    except UnknownIncidentError:
        known_as = incidents.moved(store, asked["id"])
        if known_as is None:
            raise
        suffix = ".json" if request.url.path.endswith(".json") else ""
        return RedirectResponse(Live().incident(known_as) + suffix, 308)
    return _answer(request, page, "incidents")


def _documents(request: Request) -> Response:
    show = documents.one if "id" in request.query_params else documents.found
    return _answer(request, show(_store(request), _asked(request)), "documents")


def _sources(request: Request) -> Response:
    show = outlets.one if "key" in request.query_params else outlets.found
    return _answer(request, show(_store(request), _asked(request)), "sources")


def _named(kinds: str) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        store, asked = _store(request), _asked(request)
        page = (
            names.one(store, asked, kinds)
            if "key" in asked
            else names.found(store, kinds)
        )
        return _answer(request, page, kinds)

    return endpoint


def _export(request: Request) -> Response:
    """Answer with the incidents on screen as a file, which is gone once it is sent."""
    saved = saving.save(_store(request), _listed(request), _asked(request))
    return FileResponse(
        saved.path,
        filename=saved.path.name,
        media_type=saved.type,
        background=BackgroundTask(saved.let_go),
    )


def _map(request: Request) -> Response:
    return _json(incidents.cells(_listed(request), _asked(request)))


def _feed(request: Request) -> Response:
    with _store(request).snapshot() as snapshot:
        entries = feed.latest(snapshot)
    base, own = str(request.base_url).rstrip("/"), str(request.url)
    told = feed.Feed(
        id=own,
        address=own,
        home=f"{base}/",
        incident=lambda id_: base + Live().incident(id_),
    )
    return Response(feed.write(entries, told), media_type=feed.TYPE)


def _openapi(request: Request) -> Response:
    options: ServeOptions = request.app.state.options
    return _json(openapi.document(review=options.review))


def _store(request: Request) -> Reader:
    opening: Opening = request.app.state.opening
    return opening.store()


def _listed(request: Request) -> Reader:
    """Return what lists incidents: as they stand, or as of the moment asked for."""
    opening: Opening = request.app.state.opening
    at = filters.as_of(request.query_params)
    return opening.listed(moment(at)) if at else opening.store()


def _asked(request: Request) -> dict[str, str]:
    return {**request.query_params, **request.path_params}


def _answer(
    request: Request, page: Page, at: str, links: Live | None = None
) -> Response:
    if _wants_json(request):
        return _json(page.json())
    options: ServeOptions = request.app.state.options
    body = render(page, links or Live(), review=options.review, at=at)
    return HTMLResponse(body, headers={"vary": "accept"})


def _wants_json(request: Request) -> bool:
    if request.url.path.endswith(".json"):
        return True
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def _json(content: object, status: int = 200) -> Response:
    headers = {"vary": "accept"}
    body = json_text(content) + "\n"
    return Response(body, status, headers, media_type="application/json")


def _refused(request: Request, error: Exception) -> Response:
    """Answer a question that cannot be: 404 for what is not there, 400 for the rest."""
    if isinstance(error, HTTPException):
        nowhere = "no page has this address; the bar above leads to all there are"
        told = nowhere if error.status_code == 404 else error.detail
        return _fault(request, error.status_code, told)
    status = 404 if isinstance(error, LookupError) else 400
    return _fault(request, status, str(error))


def _unavailable(request: Request, error: Exception) -> Response:
    newer = isinstance(error, SchemaVersionError)
    return _fault(request, 501 if newer else 503, str(error))


def _fault(request: Request, status: int, told: str) -> Response:
    if _wants_json(request):
        return _json({"error": told, "status": status}, status)
    titles = {
        400: "That cannot be asked",
        404: "Not here",
        501: "A newer database",
        503: "The database cannot be read",
    }
    title = titles.get(status, "That did not work")
    shown = {"status": status, "told": told}
    page = Page(template="fault.html", title=title, shown=shown, json=dict)
    return HTMLResponse(render(page, Live(), review=False, at=""), status)
