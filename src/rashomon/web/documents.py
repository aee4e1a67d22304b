"""The pages of documents: what was read, and one with every claim marked in its text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rashomon.errors import InputError
from rashomon.ingest import encodings
from rashomon.model.account import Account
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId
from rashomon.publish.documents import DocumentEntry, document_line
from rashomon.publish.jsonl import claim_json
from rashomon.store import catalogue, outlets
from rashomon.store.catalogue import Entry
from rashomon.store.reader import Reader
from rashomon.store.rows import StoredDocument
from rashomon.web import filters, highlight
from rashomon.web.page import Asked, Page

PAGE_SIZE = 100

# Incidents are told apart in the text by so many kinds of line under it.
LINES = 4

# Of an original longer than this only the beginning is shown beside the text.
ORIGINAL_CHARS = 200_000


class UnknownDocumentError(InputError, LookupError):
    """No document of this database has the id asked for."""


def found(store: Reader, asked: Asked) -> Page:
    """Return the documents, the latest first, a page of them."""
    number = filters.page_number(asked)
    with store.snapshot() as snapshot:
        many = outlets.count_documents(snapshot)
        offset = (number - 1) * PAGE_SIZE
        ids = outlets.latest_documents(snapshot, PAGE_SIZE, offset)
        told = outlets.incidents_of(snapshot, ids)
    known = {s.document.id: s.document for s in store.documents(ids)}
    shown: dict[str, Any] = {
        "documents": [known[id_] for id_ in ids if id_ in known],
        "told": told,
        "count": many,
        "page": number,
        "pages": max(1, -(-many // PAGE_SIZE)),
    }
    data = {
        "count": many,
        "page": number,
        "pages": shown["pages"],
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "source": document.source,
                "url": document.url,
                "published": document.published.value,
                "incidents": told.get(document.id, []),
            }
            for document in shown["documents"]
        ],
    }
    return Page(
        template="documents.html", title="Documents", shown=shown, json=lambda: data
    )


def one(store: Reader, asked: Asked) -> Page:
    """Return one document: its text with every claim marked, its original, its copies.

    Raises UnknownDocumentError where there is none of that id.
    """
    id_ = DocumentId(asked["id"])
    stored = next(iter(store.documents([id_])), None)
    if stored is None:
        raise UnknownDocumentError(f"no document has the id {id_}")
    document = stored.document
    accounts = store.accounts_of(id_)
    with store.snapshot() as snapshot:
        family = outlets.family(snapshot, id_)
        told = catalogue.of_accounts(snapshot, [account.id for account in accounts])
    copies = [s.document for s in store.documents(family)] if family else []
    only = asked.get("only", "")
    claims = _claims(accounts, told, only)
    numbered = _numbered(told.values())
    shown = {
        "document": document,
        "stored": stored,
        "pieces": highlight.pieces(document.text, [c for c, _ in claims]),
        "claims": claims,
        "numbers": {claim.id: number for number, (claim, _) in enumerate(claims, 1)},
        "incidents": numbered,
        "line_of": {
            claim.id: (numbered[entry.id][0] - 1) % LINES + 1
            for claim, entry in claims
            if entry
        },
        "only": only,
        "original": _original(store, document),
        "copies": copies,
    }
    title = document.title or document.id
    data = _json(stored, copies, claims)
    return Page(template="document.html", title=title, shown=shown, json=lambda: data)


def _claims(
    accounts: Iterable[Account], told: dict[str, Entry], only: str
) -> list[tuple[Claim, Entry | None]]:
    """Return the claims in the order of the text, each with its incident."""
    found = {
        claim.id: (claim, told.get(account.id))
        for account in accounts
        for claim in account.claims
        if not only or (account.id in told and told[account.id].id == only)
    }
    return sorted(found.values(), key=lambda pair: (pair[0].span, pair[0].id))


def _numbered(entries: Iterable[Entry]) -> dict[str, tuple[int, Entry]]:
    """Return the incidents of a document with the number they are marked by."""
    unique = {entry.id: entry for entry in entries}
    ordered = sorted(unique.values(), key=lambda e: (e.first_day or "9999", e.id))
    return {entry.id: (number, entry) for number, entry in enumerate(ordered, 1)}


def _original(store: Reader, document: Document) -> list[highlight.Kept]:
    raw = store.raw(document.raw_sha256)
    if raw is None:
        return []
    kept = highlight.kept(content(raw), document.text, document.offsets)
    shown, room = [], ORIGINAL_CHARS
    for piece in kept:
        shown.append(highlight.Kept(piece.text[:room], piece.kept))
        room -= len(piece.text)
        if room <= 0:
            break
    return shown


def content(raw: bytes) -> str:
    """Return what was received as text; of a line of JSON, the text that it carries."""
    if raw.lstrip()[:1] == b"{":
        try:
            fields = json.loads(raw)
        except ValueError:
            fields = {}
        told = fields.get("text") or fields.get("html")
        if isinstance(told, str):
            return told
    return encodings.decode(raw)[0]


def _json(
    stored: StoredDocument,
    copies: list[Document],
    claims: list[tuple[Claim, Entry | None]],
) -> dict[str, Any]:
    document = stored.document
    entry = DocumentEntry(
        id=document.id,
        origin=document.origin,
        status=stored.status,
        reason=stored.reason,
        document=document,
        family=stored.family,
    )
    return {
        **document_line(entry),
        "copies": [copy.id for copy in copies],
        "claims": [
            {**claim_json(claim, document), "incident": told.id if told else None}
            for claim, told in claims
        ],
    }
