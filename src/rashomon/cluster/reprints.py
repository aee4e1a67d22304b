"""Which documents are copies or rewrites of one original.

Two documents are one family when they share most of their wording, or when most of the
shorter one stands in the longer (a copy that drops paragraphs). Measured on wire-dev's
eight pairs of copies among 179 documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.algorithms import minhash
from rashomon.algorithms.components import Parts
from rashomon.model.document import Document
from rashomon.model.ids import DocumentId, FamilyId, family_id
from rashomon.model.incident import Reprint

# Of wire-dev's 15,931 pairs the eight copies share 0.28 to 0.65 of their three-word
# shingles and 0.45 to 0.93 of the shorter text's; no other pair more than 0.05 and 0.10.
MIN_JACCARD = 0.15
MIN_CONTAINMENT = 0.30
MIN_SHINGLES = 20

# Two copies, and how similar they are.
Link = tuple[DocumentId, DocumentId, float]


def bands(document: Document) -> tuple[int, ...]:
    """Return the bands of a document's wording; one too short to tell has none."""
    held = minhash.shingles(document.text)
    return minhash.bands(held) if len(held) >= MIN_SHINGLES else ()


def find(
    documents: Sequence[Document],
    banded: Mapping[DocumentId, Sequence[int]] | None = None,
    named: Mapping[DocumentId, FamilyId] | None = None,
) -> list[Reprint]:
    """Return one row a document, by id; copies share a family.

    ``banded``: the bands of each, where they are known; ``named``: the family that each
    was of before. A family keeps its name, and a new one is named by its first document.
    """
    sets = {d.id: minhash.shingles(d.text) for d in documents}
    held = banded or {d.id: bands(d) for d in documents}

    def links() -> Iterator[Link]:
        for left, right in minhash.candidate_pairs({d: held[d] for d in sets}):
            one, other = DocumentId(left), DocumentId(right)
            similarity = alike(sets[one], sets[other])
            if similarity is not None:
                yield one, other, similarity

    return rows(sets, links(), named or {})


def alike(left: frozenset[str], right: frozenset[str]) -> float | None:
    """Return how similar the shingles of two copies are, None for no copies."""
    similarity = minhash.jaccard(left, right)
    inside = minhash.containment(left, right)
    if similarity < MIN_JACCARD and inside < MIN_CONTAINMENT:
        return None
    return similarity


def rows(
    documents: Iterable[DocumentId],
    links: Iterable[Link],
    named: Mapping[DocumentId, FamilyId],
) -> list[Reprint]:
    """Return one row a document, by id, from the pairs that are copies; see ``find``."""
    closest: dict[DocumentId, tuple[float, DocumentId]] = {}
    copied: Parts[str] = Parts()
    for left, right, similarity in links:
        for one, other in ((left, right), (right, left)):
            closest[one] = max(closest.get(one, (0.0, other)), (similarity, other))
        copied.join(left, right)
    first = {d: DocumentId(copied.find(d)) for d in sorted(documents)}
    names = _names(first, named)
    made = []
    for document, head in first.items():
        similarity, other = closest.get(document, (1.0, document))
        made.append(
            Reprint(
                document_id=document,
                family=names[head],
                of=None if head == document else other,
                similarity=1.0 if head == document else similarity,
            )
        )
    return made


def _names(
    first: Mapping[DocumentId, DocumentId], named: Mapping[DocumentId, FamilyId]
) -> dict[DocumentId, FamilyId]:
    """Return a family's name by its first document: an earlier one, if it has any."""
    names: dict[DocumentId, FamilyId] = {}
    taken: set[FamilyId] = set()
    for document, head in first.items():
        before = named.get(document)
        if before is not None and before not in taken and head not in names:
            names[head] = before
            taken.add(before)
    for head in first.values():
        if head not in names:
            names[head] = _minted(head, taken)
    return names


def _minted(head: DocumentId, taken: set[FamilyId]) -> FamilyId:
    new, turn = family_id(head), 0
    while new in taken:  # the document left a family that keeps the name
        turn += 1
        new = family_id(head, turn)
    taken.add(new)
    return new
