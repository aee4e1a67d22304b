"""Copies found by what is kept of each document's wording, a document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from rashomon.algorithms import minhash
from rashomon.algorithms.blocks import Entries
from rashomon.cluster import reprints
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId, FamilyId
from rashomon.model.incident import Reprint
from rashomon.store.amending import Amendment


def of_new(held: Amendment, documents: Sequence[Document]) -> list[Reprint] | None:
    """Return the rows of the families that new documents are of, and keep their bands.

    None, and nothing kept, where one of them makes one family of two.
    """
    banded = {document.id: reprints.bands(document) for document in documents}
    crowded: set[int] = set()
    copied: set[DocumentId] = set()
    for document in documents:
        near, full = held.sharing(banded[document.id], minhash.MAX_BAND)
        crowded |= full
        copied.update(other for other, _ in _alike(held, document, near))
    kin = {d.document.id: d for d in held.documents(held.kin(copied))}
    banded |= {id_: reprints.bands(d.document) for id_, d in kin.items()}
    usable = {
        id_: [band for band in own if band not in crowded]
        for id_, own in banded.items()
    }
    named = {id_: d.family for id_, d in kin.items() if d.family}
    texts = [*documents, *(d.document for d in kin.values())]
    rows = reprints.find(texts, usable, named)
    if any(named.get(row.document_id, row.family) != row.family for row in rows):
        return None
    for document in documents:
        held.add_bands((b, document.id) for b in sorted(set(banded[document.id])))
    new = {document.id for document in documents}
    touched = {row.family for row in rows if row.document_id in new}
    return [row for row in rows if row.family in touched]


def of_all(
    held: Amendment,
    read: Callable[[], Iterable[Document]],
    named: Mapping[DocumentId, FamilyId],
) -> list[Reprint]:
    """Return a row for each document, and keep their bands; ``read`` reads them all.

    ``named``: the family that each was of before; a family keeps its name.
    """
    entries, ids = Entries(), list[DocumentId]()
    for document in read():
        entries.put(len(ids), set(reprints.bands(document)))
        ids.append(document.id)
    blocks, size = entries.blocks(np.arange(len(ids), dtype=np.int32)), len(ids)
    held.add_bands((band, ids[place]) for band, place in blocks)
    met, _ = blocks.shared(minhash.MAX_BAND).met(minhash.MAX_BAND - 1)
    firsts = np.searchsorted(met, np.arange(size + 1) * size)

    def links() -> Iterator[reprints.Link]:
        for at, document in enumerate(read()):
            later = met[firsts[at] : firsts[at + 1]] % max(1, size)
            for other, similarity in _alike(held, document, {ids[n] for n in later}):
                yield document.id, other, similarity

    return reprints.rows(ids, links(), named)


def _alike(
    held: Amendment, document: Document, near: set[DocumentId]
) -> Iterator[tuple[DocumentId, float]]:
    """Yield those of some documents that are copies of one, and how similar they are."""
    own = minhash.shingles(document.text) if near else frozenset()
    for stored in held.documents(near):
        other = minhash.shingles(stored.document.text)
        similarity = reprints.alike(own, other)
        if similarity is not None:
            yield stored.document.id, similarity
